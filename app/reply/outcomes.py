"""What became of a list, counted in the words of a letter."""

from collections.abc import Iterable, Sequence

from app.reply import wording
from app.reply.compose import Outcome
from app.resolution.policy.guards import NO_AUTHORITY
from app.store.lines import Count
from models.vocabulary import PlanState, Remedy

_FOR_THE_REQUESTER = frozenset({Remedy.ASK_REQUESTER, Remedy.FIX_DAPODIK, Remedy.FIX_VERVAL})


def outcomes(counts: Iterable[Count]) -> Sequence[Outcome]:
    """Of lines that are done or were refused, the most frequent first."""
    found: dict[tuple[str, bool], int] = {}
    for each in counts:
        words = _words(each)
        if words is not None:
            is_open = each.state is PlanState.DONE and each.remedy in _FOR_THE_REQUESTER
            found[words, is_open] = found.get((words, is_open), 0) + each.number
    ordered = sorted(found.items(), key=lambda item: -item[1])
    return [Outcome(number, words, is_open) for (words, is_open), number in ordered]


def _words(count: Count) -> str | None:
    if count.state is PlanState.REJECTED:
        return wording.REJECTED
    if count.state is not PlanState.DONE or count.remedy is None:
        return None
    return (
        wording.WITHOUT_AUTHORITY if count.rule == NO_AUTHORITY else wording.OUTCOME[count.remedy]
    )


def list_url(tracking_url: str | None) -> str | None:
    """The page of the list, from that of its report."""
    if tracking_url is None:
        return None
    page, _, query = tracking_url.partition("?")
    return f"{page}/daftar?{query}"
