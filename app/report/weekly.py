"""The weekly letter: when it is due, which figures it tells, and its words. Nothing of a person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from urllib.parse import urlencode

from app.kit.clock import at_wib, wib_day
from app.kit.tanggal import long_day
from app.kit.working_hours import Hours
from app.reply.compose import texts, tidied
from app.report import wording
from app.report.catalogue import CHAPTERS, FIGURES, Figure, Tile, Value
from app.report.numbers import Period
from app.report.wording import Pair
from models.vocabulary import Language

_MORNING = 7  # o'clock WIB, before the desk opens
_WEEK = timedelta(days=7)

# Few enough to be read on a phone; times are the desk's own, in working hours.
FIGURES_TOLD: tuple[Figure, ...] = tuple(
    FIGURES[name]
    for name in (
        "received",
        "answered",
        "settled",
        "open",
        "overdue",
        "first_answer_working_median",
        "first_answer_working_p90",
        "resolution_working_median",
        "resolution_working_p90",
        "wrote_again",
        "reopened",
        "promise_missed",
        "promise_share",
        "in_incident",
        "automatic_share",
        "precision",
    )
)

_WORDS: Mapping[str, Pair] = {
    "subject": ("Angka layanan {first} sampai {last}", "Figures of {first} to {last}"),
    "lead": (
        "Angka layanan {first} sampai {last} (WIB), dibandingkan dengan minggu sebelumnya.",
        "Figures of the service, {first} to {last} (WIB), compared with the week before.",
    ),
    "worse": ("Memburuk", "Got worse"),
    "none_worse": ("Tidak ada angka yang memburuk.", "No figure got worse."),
    "before": ("sebelumnya {value}", "before {value}"),
    "all": ("Semua angka", "All figures"),
    "now_is": (
        "Angka saat ini dihitung ketika surat dibuat.",
        "Figures of right now were counted when this was written.",
    ),
    "why": (
        "Surat ini dikirim setiap awal minggu kerja karena Anda memintanya. Berhenti atau ubah:",
        "This is sent at the start of each working week because you asked for it. Stop or change:",
    ),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One figure in words; `before` is "" where there is nothing to compare with."""

    name: str
    value: str
    before: str
    address: str


@dataclass(frozen=True, slots=True)
class Told:
    """All a letter tells: what got worse, then the others by the title of their chapter."""

    language: str
    say: Mapping[str, str]
    worse: Sequence[Line]
    chapters: Sequence[tuple[str, Sequence[Line]]]
    figures: str
    preference: str


@dataclass(frozen=True, slots=True)
class Letter:
    subject: str
    body: str
    html: str


def monday_of(instant: datetime) -> date:
    """The Monday of that instant's week in WIB."""
    day = wib_day(instant)
    return day - timedelta(days=day.weekday())


def due_at(monday: date, hours: Hours) -> datetime | None:
    """The morning of the week's first working day; None in a week without any."""
    week = (monday + timedelta(days=each) for each in range(7))
    first = next(filter(hours.is_working_day, week), None)
    return at_wib(first, _MORNING) if first else None


def is_over(monday: date, now: datetime) -> bool:
    """Whether that week has ended: its letter is sent no more."""
    return now >= at_wib(monday + _WEEK)


def period(monday: date) -> Period:
    """What the letter due in that week tells of: the week before."""
    return Period(monday - _WEEK, monday - timedelta(days=1))


def told(tiles: Sequence[Tile], monday: date, *, base: str, language: Language) -> Told:
    """`tiles` are of FIGURES_TOLD and of the period; `base` is the address of our pages."""
    totals = {tile.figure.name: tile.value for tile in tiles}
    writing = _Writing(period(monday), base, language.value, totals)
    return Told(
        language=language.value,
        say={name: writing.say(name) for name in _WORDS},
        worse=[writing.line(tile) for tile in tiles if tile.got_worse],
        chapters=_chapters(tiles, writing),
        figures=f"{base}/angka?{urlencode(writing.days)}",
        preference=f"{base}/surat-mingguan",
    )


def compose(said: Told) -> Letter:
    """The same as a mail, as text and as HTML."""
    return Letter(
        subject=said.say["subject"],
        body=tidied(_texts.get_template("weekly.txt").render(told=said, say=said.say)),
        html=_texts.get_template("weekly.html.j2").render(told=said, say=said.say),
    )


@dataclass(frozen=True, slots=True)
class _Writing:
    """Of which days, with links below which address, in which language."""

    of: Period
    base: str
    language: str
    totals: Mapping[str, Value]

    @property
    def days(self) -> dict[str, str]:
        return {"dari": self.of.first.isoformat(), "sampai": self.of.last.isoformat()}

    def say(self, name: str) -> str:
        first, last = (_day(each, self.language) for each in (self.of.first, self.of.last))
        return self.word(_WORDS[name]).replace("{first}", first).replace("{last}", last)

    def word(self, pair: Pair) -> str:
        return pair[self.language == "en"]

    def line(self, tile: Tile) -> Line:
        figure = tile.figure
        before = tile.before
        then = "" if before is None else wording.said(before, figure.unit, self.language)
        return Line(
            name=self.word(wording.NAMES[figure.name]),
            value=wording.said_of(tile, self.totals.get(figure.rows.value), self.language),
            before=then and self.word(_WORDS["before"]).format(value=then),
            address=f"{self.base}/angka/laporan?{urlencode({**self.days, 'angka': figure.name})}",
        )


def _chapters(tiles: Sequence[Tile], writing: _Writing) -> Sequence[tuple[str, Sequence[Line]]]:
    """By chapter, without those that got worse: they stand above."""
    found = []
    for name, figures in CHAPTERS.items():
        mine = [each for each in tiles if each.figure in figures and not each.got_worse]
        if mine:
            found.append((writing.word(wording.CHAPTERS[name]), list(map(writing.line, mine))))
    return found


def _day(day: date, language: str) -> str:
    if language == "en":
        return f"{day.day} {day:%b} {day.year}"
    return long_day(day).partition(", ")[2]


_texts = texts("letters")
