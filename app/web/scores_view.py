"""Everything the page of the classifier's scores shows, gathered before the template begins."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar

from pydantic import ValidationError

from app.kit.clock import at_wib
from app.kit.kept import load
from app.learning import drift
from app.learning.audit import Doubt
from app.learning.drift import Sums, Week
from app.learning.figures import Figures, Pair
from app.learning.gate import Reason
from app.learning.lessons import week_of
from app.learning.teach import Blind, Scores
from app.reading.scores import Interval
from app.reading.shelf import Champion, Shelf
from app.store import labels, tickets, trainings
from app.store.session import Session
from app.web.curve import Curve, calibration, coverage
from app.web.past_weeks import PastWeeks, mondays
from app.web.reader import Reader
from models import AddedCategory, LabelEvent, Training
from models.vocabulary import Category, LabelKind

Kept = TypeVar("Kept")
WEEKS = 8
_LOOKED_AT = WEEKS + 5
_A_WEEK = timedelta(weeks=1)
_TRAININGS = 8
_CONFUSIONS = 10
_FRACTIONS = ("macro_f1", "accuracy", "at_80", "at_90", "auto_precision", "auto_coverage", "ece")


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure as words: value and 95 % interval, on the frozen texts and on the blind sample."""

    key: str
    value: str
    interval: str
    blind: str
    blind_interval: str


@dataclass(frozen=True, slots=True)
class ConfusionView:
    """`cells` has a row for each true category: how often each was said, in the same order."""

    categories: tuple[Category, ...]
    cells: tuple[tuple[Category, tuple[int, ...], int], ...]
    most: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class TrainingView:
    row: Training
    by: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DoubtView:
    """`number` is the report the word is about; None for an example, whose text is `example`."""

    doubt: Doubt
    number: int | None
    example: str
    by: str
    at: datetime
    percent: int
    rather_percent: int
    may_vouch: bool


@dataclass(frozen=True, slots=True)
class AddedView:
    row: AddedCategory
    category: Category
    words: int


@dataclass(frozen=True, slots=True)
class ScoresView:
    """`champion` is None while nothing reads; `figures` while nothing was measured.

    `waiting` is what people said since the last training; of very much (`is_waiting_long`) the
    first of it.
    """

    champion: Champion | None
    since: datetime | None
    labels: int
    figures: Figures | None
    blind: Blind | None
    rows: tuple[FigureRow, ...]
    calibration: Curve | None
    coverage: Curve | None
    confusion: ConfusionView | None
    weeks: tuple[Week, ...]
    trainings: tuple[TrainingView, ...]
    last: Scores | None
    doubts: tuple[DoubtView, ...]
    waiting: Mapping[LabelKind, int]
    is_waiting_long: bool
    added: tuple[AddedView, ...]
    is_running: bool


def gathered(
    session: Session,
    shelf: Shelf | None,
    weeks: PastWeeks[Sums],
    *,
    reader: Reader,
    who: int,
    now: datetime,
) -> ScoresView:
    champion = shelf.champion() if shelf else None
    about = shelf.about() if shelf and champion else {}
    found = _loaded(Figures, about.get("figures"))
    blind = _loaded(Blind, about.get("blind"))
    recent = trainings.recent(session, limit=_TRAININGS)
    last = next((scores for each in recent if (scores := _loaded(Scores, each.scores))), None)
    seen, learned = about.get("seen"), about.get("labels")
    waiting = labels.counted(session, since_id=seen if isinstance(seen, int) else 0)
    counts = labels.examples(session)
    return ScoresView(
        champion=champion,
        since=datetime.fromisoformat(champion.since) if champion and champion.since else None,
        labels=learned if isinstance(learned, int) else 0,
        figures=found,
        blind=blind,
        rows=_rows(found, blind.figures if blind else None) if found else (),
        calibration=calibration(found.bins) if found else None,
        coverage=coverage(found.curve) if found else None,
        confusion=_confusion(found) if found else None,
        weeks=drift.weeks(
            [weeks.of(session, each, now=now) for each in reversed(mondays(now, _LOOKED_AT))],
            shown=WEEKS,
        ),
        trainings=tuple(_training(each, reader) for each in recent),
        last=last,
        doubts=_doubts(session, last, reader=reader, who=who) if last else (),
        waiting=waiting,
        is_waiting_long=sum(waiting.values()) >= labels.MANY,
        added=tuple(
            AddedView(each, Category(each.code), counts.get(Category(each.code), 0))
            for each in labels.added(session)
        ),
        is_running=trainings.is_running(session, now),
    )


def week(session: Session, monday: date) -> Sums:
    """What was read and ruled on in the week that begins on that Monday (WIB)."""
    since = at_wib(monday)
    until = since + _A_WEEK
    read = trainings.read(session, since=since, until=until)
    return Sums(
        week_of(since),
        {category: n for category, _, n in read},
        sum(confidence for _, confidence, _ in read),
        *labels.ruled(session, since=since, until=until),
    )


def _loaded(kind: type[Kept], content: object) -> Kept | None:
    """None for what another version of the program wrote."""
    if not content:
        return None
    try:
        return load(kind, content)
    except ValidationError:
        return None


def _rows(found: Figures, blind: Figures | None) -> tuple[FigureRow, ...]:
    return tuple(
        FigureRow(
            key,
            *_said(getattr(found, key)),
            *(_said(getattr(blind, key)) if blind else ("–", "")),
        )
        for key in _FRACTIONS
    )


def _said(one: Interval) -> tuple[str, str]:
    value, low, high = (f"{share * 100:.1f}".replace(".", ",") for share in one)
    return f"{value} %", f"{low}–{high}"


def _confusion(found: Figures) -> ConfusionView:
    every = tuple(each.category for each in found.rates)
    cells = {(each.true, each.said): each.n for each in found.confusion}
    return ConfusionView(
        categories=every,
        cells=tuple(
            (
                true,
                tuple(cells.get((true, said), 0) for said in every),
                sum(n for (row, said), n in cells.items() if row is true and said not in every),
            )
            for true in every
        ),
        most=tuple(each for each in found.confusion if each.true is not each.said)[:_CONFUSIONS],
    )


def _training(row: Training, reader: Reader) -> TrainingView:
    kept = row.reasons if isinstance(row.reasons, list) else []
    reasons = [found for each in kept if (found := _loaded(Reason, each)) is not None]
    return TrainingView(row, row.by, tuple(_sentence(each, reader) for each in reasons))


def _sentence(reason: Reason, reader: Reader) -> str:
    gaps: dict[str, object] = dict(reason.gaps)
    if "category" in gaps:
        gaps["category"] = reader.label(Category(str(gaps["category"])))
    return reader.say(f"reason.{reason.key}", **gaps)


def _doubts(session: Session, last: Scores, *, reader: Reader, who: int) -> tuple[DoubtView, ...]:
    """Those of the last training that nobody has dealt with since."""
    events = labels.some(session, [each.event_id for each in last.audit.doubts])
    return tuple(
        _doubt(session, doubt, events[doubt.event_id], reader=reader, who=who)
        for doubt in last.audit.doubts
        if doubt.event_id in events and not _is_shared(session, events[doubt.event_id])
    )


def _doubt(
    session: Session, doubt: Doubt, event: LabelEvent, *, reader: Reader, who: int
) -> DoubtView:
    number = tickets.by_id(session, event.ticket_id).number if event.ticket_id else None
    return DoubtView(
        doubt=doubt,
        number=number,
        example=event.example or "",
        by=reader.colleague(event.staff_id),
        at=event.at,
        percent=round(doubt.probability * 100),
        rather_percent=min(round(doubt.rather_probability * 100), 99),
        may_vouch=number is not None and event.staff_id != who,
    )


def _is_shared(session: Session, event: LabelEvent) -> bool:
    """Whether a second person said the same."""
    if event.ticket_id is None:
        return False
    return any(
        each.label is event.label and each.staff_id != event.staff_id
        for each in labels.of_ticket(session, event.ticket_id)
        if each.kind is not LabelKind.WITHDRAWN
    )
