"""Which reply belongs to whose question: a flat thread taken apart into cases."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.intake import replies
from app.intake.comment import Comment
from app.intake.tidy import folded


@dataclass(frozen=True, slots=True)
class ImportedCase:
    """One asker's problem. `asker` is None where nobody is named.

    `replies` holds each reply once; `repeats` the same ones posted again. `answered` is whether
    the helpdesk had the last word, thanks aside. `number` is None where no reply gives one.
    """

    asker: str | None
    messages: tuple[Comment, ...]
    replies: tuple[Comment, ...]
    number: int | None
    answered: bool
    repeats: tuple[Comment, ...] = ()


@dataclass(frozen=True, slots=True)
class Paired:
    """All cases in order of their first message, and the replies whose asker is not there."""

    cases: tuple[ImportedCase, ...]
    orphans: tuple[Comment, ...]
    numbers: tuple[int, ...]
    reply_count: int
    repeat_count: int


@dataclass(slots=True)
class _Open:
    """A case while the thread is read."""

    identity: str | None
    asker: str | None
    block: int
    messages: list[Comment] = field(default_factory=list)
    replies: list[Comment] = field(default_factory=list)
    repeats: list[Comment] = field(default_factory=list)
    answered: bool = False


@dataclass(slots=True)
class _Table:
    """The cases so far. A block is a run of questions between two runs of replies."""

    cases: list[_Open] = field(default_factory=list)
    given: dict[str, _Open] = field(default_factory=dict)
    waiting: list[Comment] = field(default_factory=list)
    orphan_repeats: int = 0
    block: int = 0


def pair(comments: Sequence[Comment]) -> Paired:
    """Replies go to whom they greet, else to those who wait, in order.

    A reply that greets somebody who is not there is nobody's: better one question too many left
    open than one closed unanswered. What an asker adds before a reply belongs to the same case;
    after a reply only a bare follow-up does.
    """
    staff = replies.staff_ids(comments)
    table = _Table()
    after_reply = False
    for comment in comments:
        is_reply = replies.is_reply(comment, staff)
        if is_reply:
            _take_reply(table, comment)
        else:
            table.block += after_reply
            _take_question(table, comment)
        after_reply = is_reply
    orphans = [each for each in table.waiting if not _late(table, each)]
    cases = tuple(map(_closed, table.cases))
    told = [each for each in comments if replies.is_reply(each, staff)]
    numbers = dict.fromkeys(n for each in told for n in replies.report_numbers(each.text))
    repeats = table.orphan_repeats + sum(len(each.repeats) for each in cases)
    return Paired(cases, tuple(orphans), tuple(numbers), len(told), repeats)


def _take_question(table: _Table, comment: Comment) -> None:
    identity = comment.author_id or folded(comment.author or "") or None
    earlier = next(
        (each for each in reversed(table.cases) if identity and each.identity == identity), None
    )
    if earlier is not None and (
        not earlier.replies or replies.is_bare_follow_up(comment.text) or not earlier.answered
    ):
        earlier.messages.append(comment)
        earlier.answered = earlier.answered and replies.is_thanks(comment.text)
        return
    table.cases.append(_Open(identity, comment.author, table.block, [comment]))


def _take_reply(table: _Table, reply: Comment) -> None:
    name = replies.greeted(reply.text)
    fingerprint = _fingerprint(reply)
    is_stock = name is None and not replies.report_numbers(reply.text)
    if fingerprint in table.given and not is_stock:
        table.given[fingerprint].repeats.append(reply)
        return
    if any(_fingerprint(each) == fingerprint for each in table.waiting):
        table.orphan_repeats += 1
        return
    case = _greeted_case(table.cases, name) if name else _next_in_line(table.cases)
    if case is None:
        table.waiting.append(reply)
    else:
        _give(table, case, reply)


def _late(table: _Table, reply: Comment) -> bool:
    """A page sorted by votes shows replies above their questions: look once more at the end."""
    name = replies.greeted(reply.text)
    case = (
        _greeted_case([each for each in table.cases if not each.answered], name) if name else None
    )
    if case is not None:
        _give(table, case, reply)
    return case is not None


def _give(table: _Table, case: _Open, reply: Comment) -> None:
    case.replies.append(reply)
    case.answered = True
    table.given[_fingerprint(reply)] = case


def _greeted_case(cases: Sequence[_Open], name: str) -> _Open | None:
    """Those who wait come first, then the surest name, then the earliest."""
    ranked = [
        (each.answered, -sureness, place)
        for place, each in enumerate(cases)
        if (sureness := _sureness(each, name))
    ]
    return cases[min(ranked)[2]] if ranked else _next_in_line(_nameless(cases))


def _nameless(cases: Sequence[_Open]) -> list[_Open]:
    return [each for each in cases if each.asker is None]


def _sureness(case: _Open, name: str) -> int:
    if case.asker is not None and (alike := replies.likeness(name, case.asker)):
        return alike
    if case.answered:
        return 0
    return 70 if any(replies.is_signed(name, each.text) for each in case.messages) else 0


def _next_in_line(cases: Sequence[_Open]) -> _Open | None:
    """The longest waiting of the latest block that has somebody waiting."""
    waiting = [each for each in cases if not each.answered]
    latest = max((each.block for each in waiting), default=None)
    return next((each for each in waiting if each.block == latest), None)


def _fingerprint(reply: Comment) -> str:
    return folded(reply.text)


def _closed(case: _Open) -> ImportedCase:
    numbers = [n for each in case.replies for n in replies.report_numbers(each.text)]
    return ImportedCase(
        asker=case.asker,
        messages=tuple(case.messages),
        replies=tuple(case.replies),
        number=numbers[0] if numbers else None,
        answered=case.answered,
        repeats=tuple(case.repeats),
    )
