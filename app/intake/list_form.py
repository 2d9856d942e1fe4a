"""The form of a list, read: whom it names, what cannot be read, and what is missing around it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from app.intake import form, people, table
from app.intake.form import Complaint
from app.intake.listed import MOST
from app.intake.people import Parsed
from app.intake.receive import Submission
from models.vocabulary import Language

# In the order of the page.
FIELDS = (
    "kategori",
    "npsn",
    "sekolah",
    "nama",
    "tipe_pengguna",
    "email",
    "catatan",
    "daftar",
)
LONGEST = 150_000  # characters of a whole list
_SUBJECT = "Daftar orang"


@dataclass(frozen=True, slots=True)
class FilledList:
    """`typed` holds every field as typed, a file's text in place of `daftar`.

    `parsed` is what was understood; `submission` is None with complaints. It carries the lines
    that could be read, and no token: the page adds that.
    """

    typed: Mapping[str, str]
    complaints: Mapping[str, Complaint]
    parsed: Parsed
    submission: Submission | None


def blank(**known: str) -> FilledList:
    """The form before anything was typed."""
    return FilledList({name: known.get(name, "") for name in FIELDS}, {}, Parsed(), None)


def parse(
    fields: Mapping[str, str], *, file: bytes | None = None, language: Language = Language.ID
) -> FilledList:
    """Complete: everything is judged, so that all complaints are shown at once.

    A file takes the place of what was pasted.
    """
    typed = {name: fields.get(name, "") for name in FIELDS}
    complaints: dict[str, Complaint] = {}
    if file:
        try:
            typed["daftar"] = table.decoded(file)
        except table.NoText:
            complaints["daftar"] = Complaint("daftar.no_text")
    fits = len(typed["daftar"]) <= LONGEST
    parsed = people.parse(typed["daftar"]) if fits else Parsed()
    around = form.parse(_as_report(typed, parsed), language=language)
    complaints |= {_field(name): each for name, each in around.complaints.items()}
    for name, key, hint in _missing(typed, parsed, fits=fits):
        complaints.setdefault(name, Complaint(key, hint))
    submission = None if complaints else around.submission
    if submission is not None:
        submission = replace(submission, people=parsed.entries)
    return FilledList(typed, complaints, parsed, submission)


def _as_report(typed: Mapping[str, str], parsed: Parsed) -> dict[str, str]:
    """The list as the ordinary form would have it; what was added comes after the count."""
    note = typed["catatan"].strip()
    said = f"Daftar {len(parsed.entries)} orang."
    around = {name: typed[name] for name in FIELDS if name not in ("daftar", "catatan")}
    return {**around, "perihal": _SUBJECT, "uraian": f"{said}\n\n{note}" if note else said}


def _field(name: str) -> str:
    return "catatan" if name == "uraian" else name


def _missing(
    typed: Mapping[str, str], parsed: Parsed, *, fits: bool
) -> Iterator[tuple[str, str, str]]:
    """Field, key of the sentence, its gap."""
    if typed["kategori"] in ("", form.DO_NOT_KNOW):
        yield "kategori", "daftar.category_missing", ""
    if not typed["npsn"].strip() and not all(each.person.npsn for each in parsed.entries):
        yield "npsn", "daftar.npsn_missing", ""
    number = max(len(parsed.entries), parsed.rows if parsed.rows > people.MOST_ROWS else 0)
    if not fits:
        yield "daftar", "daftar.too_long", str(LONGEST // 1000)
    elif number > MOST:
        yield "daftar", "daftar.too_many", str(number)
    elif not parsed.entries:
        yield "daftar", "daftar.nobody" if parsed.bad else "daftar.empty", ""
