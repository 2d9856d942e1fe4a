"""Verdict and outcome become subject and body, in Indonesian."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from app.kit.tanggal import greeting, long_day, long_instant
from app.reply import wording
from app.resolution.terms import PUBLISHED, Terms
from app.resolution.verdict import Verdict
from models.vocabulary import CHANGES_ACCOUNT, Remedy, StepAction

_TEMPLATES = Path(__file__).parents[2] / "templates"
_SUBJECT_LIMIT = 200
_NAME_LIMIT = 120
# What a mail program would make a link of; `S.Pd` and `M.Si` are no ends of an address.
_LINK = re.compile(
    r"\S*(?:://|www\.|@)\S*|\S+\.(?:[a-z]{2,}\.id|id|com|net|org|info|biz|xyz|io|me|site|online"
    r"|link|top|ly|gg|cc|co|app|dev|click|shop|store|club)(?![a-z.])\S*",
    re.IGNORECASE,
)


_OPENING = 2  # paragraphs of the frame before what is said
_ENDINGS = (
    "Keterangan tentang akun hanya",
    "Pantau dan balas laporan ini",
    "Mohon jangan mengirim",
)


@dataclass(frozen=True, slots=True)
class DoneStep:
    """One step that was carried out and read back, or stands scheduled for `on`."""

    action: StepAction
    target: str
    address: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One person of the report. `reveal` is whether the requester may know the account,
    `names_report` whether they may know the number of the report this one belongs to. `terms`
    are the numbers the verdict counted with.
    """

    as_written: str | None
    verdict: Verdict
    done: tuple[DoneStep, ...] = ()
    reveal: bool = False
    names_report: bool = True
    terms: Terms = PUBLISHED


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything the answer to one report is made of."""

    number: int
    requester_name: str
    now: datetime
    lines: tuple[Line, ...]
    tracking_url: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many lines of a list ended so; `is_open` where the requester can still do something."""

    number: int
    words: str
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Composed:
    subject: str
    body: str


def compose(answer: Answer) -> Composed:
    """The answer to a report: one text, a part for each person it is about.

    Nothing of the records is said to a requester who may not know it (`Line.reveal`).
    """
    first = answer.lines[0].verdict.remedy.value
    subject = _words.get_template(f"{first}/subject.txt").render(number=answer.number).strip()
    parts = [_part(line, named=len(answer.lines) > 1) for line in answer.lines]
    keeps_back = any(keeps_something_back(line) for line in answer.lines)
    body = _words.get_template("_frame.txt").render(
        greeting=greeting(answer.now),
        name=_without_links(answer.requester_name),
        number=answer.number,
        parts=parts,
        ask_proof=keeps_back,
        tracking_url=answer.tracking_url,
    )
    return Composed(subject=f"[#{answer.number}] {subject}"[:_SUBJECT_LIMIT], body=tidied(body))


def by_hand(
    number: int, name: str, text: str, *, tracking_url: str | None, now: datetime
) -> Composed:
    """A colleague's own text in the same frame."""
    body = _words.get_template("_frame.txt").render(
        greeting=greeting(now),
        name=_without_links(name),
        number=number,
        parts=[text.strip()],
        ask_proof=False,
        tracking_url=tracking_url,
    )
    return Composed(subject=f"[#{number}] Jawaban atas laporan Anda", body=tidied(body))


def unframed(body: str) -> str:
    """What a letter says between its greeting and its ending; "" for none of ours."""
    parts = body.split("\n\n")[_OPENING:]
    ends = [at for at, part in enumerate(parts) if part.startswith(_ENDINGS)]
    return "\n\n".join(parts[: ends[0]]).strip() if ends else ""


def of_list(
    number: int,
    name: str,
    outcomes: Sequence[Outcome],
    *,
    tracking_url: str | None,
    list_url: str | None,
    now: datetime,
) -> Composed:
    """The answer to a list: how many ended how, and where each line can be seen."""
    part = _words.get_template("list.txt").render(
        total=sum(each.number for each in outcomes), outcomes=outcomes, list_url=list_url
    )
    body = _words.get_template("_frame.txt").render(
        greeting=greeting(now),
        name=_without_links(name),
        number=number,
        parts=[part],
        tracking_url=tracking_url,
        ask_proof=False,
    )
    return Composed(subject=f"[#{number}] Hasil daftar yang Anda kirim", body=tidied(body))


def owner_notice(
    number: int, done: DoneStep, *, takes_back: bool = False, now: datetime
) -> Composed:
    """Tells the owner of an account that it was changed, and what to do if that was unwanted.

    `takes_back`: it takes an earlier change back.
    """
    known, _ = wording.DONE[done.action]
    change = known.format(target=done.target, address=done.address)
    if done.on is not None:
        change = f"Akun {done.target} akan dihapus pada {long_day(done.on)}."
    body = _words.get_template("notice.txt").render(
        greeting=greeting(now),
        number=number,
        change=change,
        is_to_come=done.on is not None,
        takes_back=takes_back,
        instant=long_instant(now),
    )
    return Composed(subject=f"[#{number}] Perubahan pada akun belajar.id Anda", body=tidied(body))


def keeps_something_back(line: Line) -> bool:
    """Whether somebody who proves who they are would be told more."""
    return not line.reveal and _body(line) != _body(replace(line, reveal=True))


def tellable(line: Line) -> dict[str, object]:
    """The only things of a line that its text may use, and so all that a letter can say.

    To a requester who has not proved who they are, no fact of the records: what was done without
    addresses, no day on which an account goes, and a date only where it is when we look again.
    """
    looks_again = line.verdict.remedy is Remedy.WAIT_FOR_SYNC
    return {
        "done": _told(line.done, reveal=line.reveal),
        "later": _scheduled(line.done) if line.reveal else None,
        "missing": [wording.MISSING[each] for each in line.verdict.missing],
        "who": wording.WHO_ACTS[line.verdict.who_acts],
        "promised": line.verdict.promised_at if line.reveal or looks_again else None,
        "statement": line.verdict.source.statement,
        "reveal": line.reveal,
        "terms": line.terms,
        "version": line.verdict.rule_version,
        "report": earlier_report(line.verdict) if line.names_report else None,
    }


def _part(line: Line, *, named: bool) -> str:
    body = _body(line)
    return (
        f"Mengenai {_one_line(line.as_written)}:\n\n{body}" if named and line.as_written else body
    )


def _body(line: Line) -> str:
    template = _words.select_template(
        [
            f"{line.verdict.remedy.value}/{line.verdict.rule}.txt",
            f"{line.verdict.remedy.value}/body.txt",
        ]
    )
    return template.render(**tellable(line)).strip()


def earlier_report(verdict: Verdict) -> str | None:
    """The nomor laporan this report belongs to."""
    linked = (step for step in verdict.steps if step.action is StepAction.LINK_REPORT)
    return next((step.target for step in linked), None)


def _told(done: Sequence[DoneStep], *, reveal: bool) -> list[str]:
    """What was done, in sentences; without addresses for someone who may not know them."""
    sentences = []
    for step in done:
        if step.action in CHANGES_ACCOUNT and step.on is None:
            known, unknown = wording.DONE[step.action]
            text = known.format(target=step.target, address=step.address) if reveal else unknown
            sentences.append(text)
    return sentences


def _scheduled(done: Sequence[DoneStep]) -> date | None:
    """The day an old account goes, where one does."""
    days = [step.on for step in done if step.action is StepAction.DELETE_ACCOUNT and step.on]
    return min(days, default=None)


def _one_line(text: str) -> str:
    """A name as typed, without what would change the letter's shape."""
    visible = "".join(each if each.isprintable() else " " for each in text[:_NAME_LIMIT])
    return " ".join(visible.split())


def _without_links(name: str) -> str:
    """Anybody can have us write to anybody: what they typed must not become a link from us."""
    return " ".join(_LINK.sub(" ", _one_line(name)).split())


def tidied(body: str) -> str:
    """No trailing blanks, at most one empty line in a row."""
    lines: list[str] = []
    for line in (each.rstrip() for each in body.strip().splitlines()):
        if line or (lines and lines[-1]):
            lines.append(line)
    return "\n".join(lines) + "\n"


def texts(folder: str) -> Environment:
    """The texts of that folder of `templates/`."""
    found = Environment(
        loader=FileSystemLoader(_TEMPLATES / folder),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 plain text, sent as text/plain
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    found.filters["hari"] = long_day
    found.filters["saat"] = long_instant
    return found


_words = texts("replies")
