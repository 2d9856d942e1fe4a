"""The benefit of suggestions as people read it: sentences, shares and bounds in one language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.report.catalogue import Unit
from app.report.spared import LEAST, Benefit, Comparison, Estimate, Finding, Side
from app.report.wording import said
from app.store.trials import ArticleCount
from app.web import labels
from models.vocabulary import Category


@dataclass(frozen=True, slots=True)
class Bounded:
    """An estimate and its bounds; both "" where there are too few visits."""

    value: str = ""
    bounds: str = ""


@dataclass(frozen=True, slots=True)
class Share:
    """A share, and the counts it is of; `share` is "" of nothing."""

    share: str
    counts: str


@dataclass(frozen=True, slots=True)
class Row:
    title: str
    held_out: Share
    shown: Share
    difference: Bounded
    spared: Bounded
    finding: Finding


@dataclass(frozen=True, slots=True)
class ArticleRow:
    slug: str
    title: str
    shown: str
    opened: Share
    sent: Share


class Viewed:
    """A benefit in one language; `share` of visits is held out now."""

    def __init__(self, found: Benefit, *, share: float, language: str) -> None:
        self._found, self._language = found, language
        self.share, self.least = self._share_of(share), self._number(LEAST)

    @property
    def headline(self) -> str:
        """The total in one sentence."""
        total = self._found.total
        key, spared = f"spared.told_{total.finding}", total.spared
        if spared is None:
            return self._say(key, least=self.least)
        value, low, high = self._whole(spared)
        return self._say(key, value=value, low=low, high=high)

    @property
    def shares(self) -> str:
        """What the total rests on."""
        shown, held_out = self._found.total.shown, self._found.total.held_out
        return self._say(
            "spared.told_shares",
            held=self._number(held_out.visits),
            held_sent=self._number(held_out.sent),
            held_share=self._share_of(held_out.share),
            shown=self._number(shown.visits),
            shown_sent=self._number(shown.sent),
            shown_share=self._share_of(shown.share),
        )

    @property
    def warning(self) -> str:
        """Why the figures may not be used; "" where nothing is wrong."""
        total = self._found.total
        if self._found.is_split_as_set:
            return ""
        return self._say(
            "spared.split",
            held=self._number(total.held_out.visits),
            all=self._number(total.held_out.visits + total.shown.visits),
            share=self.share,
        )

    @property
    def rows(self) -> tuple[Row, ...]:
        return tuple(self._row(category, each) for category, each in self._found.categories)

    def articles(
        self, counted: Sequence[ArticleCount], titles: Mapping[str, str]
    ) -> tuple[ArticleRow, ...]:
        return tuple(
            ArticleRow(
                slug=each.slug,
                title=titles.get(each.slug, each.slug),
                shown=self._number(each.shown),
                opened=self._part(each.opened, each.shown),
                sent=self._part(each.sent, each.opened),
            )
            for each in counted
        )

    def _row(self, category: Category | None, of: Comparison) -> Row:
        title = labels.label(category, self._language) if category else self._say("spared.unread")
        return Row(
            title=title,
            held_out=self._side(of.held_out),
            shown=self._side(of.shown),
            difference=self._points(of.difference),
            spared=self._reports(of.spared),
            finding=of.finding,
        )

    def _side(self, side: Side) -> Share:
        counts = self._say(
            "spared.sent_of", sent=self._number(side.sent), visits=self._number(side.visits)
        )
        return Share(self._share_of(side.share) if side.visits else "", counts)

    def _part(self, part: int, whole: int) -> Share:
        return Share(self._share_of(part / whole) if whole else "", self._number(part))

    def _points(self, estimate: Estimate | None) -> Bounded:
        if estimate is None:
            return Bounded()
        value, low, high = (
            self._share_of(each).removesuffix("%")
            for each in (estimate.value, estimate.lower, estimate.upper)
        )
        return Bounded(value, self._say("spared.between", low=low, high=high))

    def _reports(self, estimate: Estimate | None) -> Bounded:
        if estimate is None:
            return Bounded()
        value, low, high = self._whole(estimate)
        return Bounded(value, self._say("spared.between", low=low, high=high))

    def _whole(self, estimate: Estimate) -> tuple[str, str, str]:
        return (
            self._number(round(estimate.value)),
            self._number(round(estimate.lower)),
            self._number(round(estimate.upper)),
        )

    def _number(self, number: int) -> str:
        return said(number, Unit.REPORTS, self._language).replace("-", "−")

    def _share_of(self, share: float) -> str:
        return said(share, Unit.SHARE, self._language).replace("-", "−")

    def _say(self, key: str, **details: str) -> str:
        return labels.say(key, self._language, **details)
