"""The report form, read: what somebody typed becomes a submission, or complaints by field."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeVar

from app.intake.addresses import LONGEST_ADDRESS, is_mail
from app.intake.asked import USUAL, AskedForm
from app.intake.receive import Submission
from app.intake.tidy import is_visible, one_line
from models.values import AccountAddress, MalformedAddress, MalformedNpsn, Npsn
from models.vocabulary import Category, Channel, Jenjang, Language, UserType

Word = TypeVar("Word", bound=StrEnum)

# In the order of the page.
FIELDS = (
    "perihal",
    "kategori",
    "uraian",
    "email",
    "nama",
    "tipe_pengguna",
    "jenjang",
    "akun",
    "sekolah",
    "npsn",
    "provinsi",
    "kabupaten",
)
DO_NOT_KNOW = "tidak_tahu"
SHORTEST, LONGEST = 10, 8000  # characters of a description

_LENGTHS = {"perihal": 200, "nama": 120, "sekolah": 160, "provinsi": 60, "kabupaten": 60}
# No letter of the first part can be matched in two ways, or a long one would take for ever.
_ACCOUNT = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)*@(?:[a-z0-9-]+\.)+belajar\.id")
# Domains people write when they mean belajar.id.
_MISSPELT = re.compile(
    r"(?:b[ae]?l?[ae]j[ae]r|belajari|blajar|belajr|bejalar)[.,]?"
    r"(?:id|co\.id|com|go\.id|sch\.id)(?:\.com)?$"
)


@dataclass(frozen=True, slots=True)
class Complaint:
    """`key` names the sentence; `hint` is what was probably meant."""

    key: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Filled:
    """`typed` holds every field as typed, to be shown again; `submission` is None with complaints.

    The submission carries neither uploads nor a token: the page adds them.
    """

    typed: Mapping[str, str]
    complaints: Mapping[str, Complaint]
    submission: Submission | None


@dataclass(slots=True)
class _Reading:
    typed: Mapping[str, str]
    complaints: dict[str, Complaint] = field(default_factory=dict)

    def complain(self, name: str, key: str, hint: str = "") -> None:
        self.complaints.setdefault(name, Complaint(key, hint))

    def text(self, name: str, *, missing: str = "") -> str:
        """One line; complains with `missing` where that is given and nothing can be seen."""
        plain = one_line(self.typed[name])
        if not is_visible(plain):
            plain = ""
        if not plain and missing:
            self.complain(name, missing)
        if len(plain) > _LENGTHS[name]:
            self.complain(name, "form.too_long", str(_LENGTHS[name]))
        return plain

    def word(self, name: str, kind: Callable[[str], Word]) -> Word | None:
        """None when nothing was chosen."""
        chosen = self.typed[name].strip()
        if not chosen or chosen == DO_NOT_KNOW:
            return None
        try:
            return kind(chosen)
        except ValueError:
            self.complain(name, "form.not_offered")
            return None


def blank(**known: str) -> Filled:
    """The form before anything was typed."""
    return Filled({name: known.get(name, "") for name in FIELDS}, {}, None)


def parse(
    fields: Mapping[str, str], *, language: Language = Language.ID, asked: AskedForm = USUAL
) -> Filled:
    """Complete: every field is judged, so that all complaints are shown at once."""
    reading = _Reading({name: fields.get(name, "") for name in FIELDS})
    user_type = reading.word("tipe_pengguna", UserType)
    if user_type is None:
        reading.complain("tipe_pengguna", "form.user_type_missing")
    submission = Submission(
        channel=Channel.FORM,
        text=_description(reading),
        subject=reading.text("perihal", missing="form.subject_missing"),
        self_category=reading.word("kategori", Category),
        user_type=user_type,
        language=language,
        requester_name=reading.text("nama", missing="form.name_missing"),
        requester_email=_personal_mail(reading),
        account_address=_account(reading),
        school_name=reading.text("sekolah"),
        npsn=_npsn(reading),
        jenjang=reading.word("jenjang", Jenjang),
        province=reading.text("provinsi"),
        regency=reading.text("kabupaten"),
    )
    for name in asked.missing(reading.typed, user_type, submission.self_category):
        reading.complain(name, "form.required")
    return Filled(reading.typed, reading.complaints, None if reading.complaints else submission)


def belajar_address(text: str) -> str:
    """In small letters. Raises MalformedAddress; takes time in proportion to the length."""
    plain = text.strip().lower()
    if len(plain) > LONGEST_ADDRESS or not _ACCOUNT.fullmatch(plain):
        raise MalformedAddress(text)
    return str(AccountAddress.parse(plain))


def repaired(typed: str) -> str | None:
    """The belajar.id address that was probably meant; None when nothing is near."""
    if len(typed) > LONGEST_ADDRESS:
        return None
    plain = re.sub(r"[\s\u200b-\u200f\u2060\ufeff]+", "", typed).lower().strip(".,;")
    plain = _MISSPELT.sub("belajar.id", plain.replace(",", "."))
    try:
        return belajar_address(plain)
    except MalformedAddress:
        return None


def _description(reading: _Reading) -> str:
    text = reading.typed["uraian"].replace("\r\n", "\n").strip()
    if len(text) < SHORTEST or not is_visible(text):
        reading.complain("uraian", "form.description_short", str(SHORTEST))
    if len(text) > LONGEST:
        reading.complain("uraian", "form.description_long", str(LONGEST))
    return text


def _personal_mail(reading: _Reading) -> str | None:
    typed = reading.typed["email"].strip()
    if not typed:
        reading.complain("email", "form.email_missing")
    elif not is_mail(typed):
        reading.complain("email", "form.email_malformed")
    elif re.search(r"[@.]belajar\.id$", typed, re.IGNORECASE):
        reading.complain("email", "form.email_belajar")
    return typed.lower() or None


def _account(reading: _Reading) -> str | None:
    typed = reading.typed["akun"].strip()
    if not typed:
        return None
    try:
        return belajar_address(typed)
    except MalformedAddress:
        meant = repaired(typed)
    if meant is None:
        reading.complain("akun", "form.account_malformed")
    else:
        reading.complain("akun", "form.account_typo", meant)
    return meant


def _npsn(reading: _Reading) -> str | None:
    typed = re.sub(r"[\s.-]+", "", reading.typed["npsn"])
    if not typed:
        return None
    try:
        return str(Npsn.parse(typed))
    except MalformedNpsn:
        reading.complain("npsn", "form.npsn_malformed")
        return None
