"""A comment thread becomes tickets; bringing it again changes nothing."""

import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from app.intake.comment import Comment, Thread
from app.intake.numbering import Numbering
from app.intake.pairing import ImportedCase, pair
from app.intake.replies import is_thanks
from app.intake.tidy import clipped, folded, storable, token
from app.search import index
from app.store import events, owed, tickets
from app.store.session import Database, Session
from app.targets.follow import follow
from models import Message, Ticket
from models.vocabulary import Author, Channel, TicketState, WhoActs

LOKET = "loket"
_CASES_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Found:
    """What a thread held. `announced` is None when it does not say; `numbers` counts distinct ones.

    `tickets` counts new ones, `already_there` those an earlier import made; `reopened` are numbers
    of earlier ones whose asker wrote again since: the caller has them reconsidered.
    """

    announced: int | None
    present: int
    cases: int
    tickets: int
    replies: int
    numbers: int
    duplicates: int
    unanswered: int
    orphans: int
    already_there: int
    reopened: tuple[int, ...] = ()


@dataclass(slots=True)
class _Tally:
    tickets: int = 0
    already_there: int = 0
    reopened: tuple[int, ...] = ()


def bring_thread(
    database: Database,
    thread: Thread,
    *,
    source: str,
    numbering: Numbering,
    now: datetime,
    on_progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> Found:
    """Answered cases become CLOSED tickets, open ones RECEIVED with their triage owed.

    `source` names the article; with author and words it tells comments without an id apart.
    `on_progress` hears how many cases of how many are in.
    """
    paired = pair(_named(thread.comments, source))
    with database.write() as session:
        numbering.reserve(session, paired.numbers, source=source, now=now)
    tally = _Tally()
    for begin in range(0, len(paired.cases), _CASES_AT_ONCE):
        batch = paired.cases[begin : begin + _CASES_AT_ONCE]
        with database.write() as session:
            for case in batch:
                _Bringing(session, numbering, now).bring(case, tally)
        on_progress(begin + len(batch), len(paired.cases))
    return Found(
        announced=thread.announced,
        present=len(thread.comments),
        cases=len(paired.cases),
        tickets=tally.tickets,
        replies=paired.reply_count,
        numbers=len(paired.numbers),
        duplicates=paired.repeat_count,
        unanswered=sum(not case.answered for case in paired.cases),
        orphans=len(paired.orphans),
        already_there=tally.already_there,
        reopened=tally.reopened,
    )


@dataclass(frozen=True, slots=True)
class _Bringing:
    """One transaction's share of a thread."""

    session: Session
    numbering: Numbering
    now: datetime

    def bring(self, case: ImportedCase, tally: _Tally) -> None:
        ticket = self._earlier(case)
        if ticket is None:
            self._add(case)
            tally.tickets += 1
            return
        tally.already_there += 1
        news = [each for each in case.messages if self._is_new(each)]
        for comment in [*news, *filter(self._is_new, case.replies)]:
            self._say(ticket, comment, is_reply=comment in case.replies)
        if any(not is_thanks(each.text) for each in news) and not case.answered:
            tally.reopened += (ticket.number,)

    def _add(self, case: ImportedCase) -> None:
        ticket = tickets.add(self.session, self._ticket(case))
        for comment in case.messages:
            self._say(ticket, comment, is_reply=False)
        for comment in case.replies:
            self._say(ticket, comment, is_reply=True)
        events.record(
            self.session,
            ticket.id,
            "imported",
            LOKET,
            at=self.now,
            replies=len(case.replies),
            repeats=len(case.repeats),
        )
        follow(self.session, ticket, self.now)
        if not case.answered:
            owed.triage(self.session, ticket)

    def _ticket(self, case: ImportedCase) -> Ticket:
        number = self.numbering.give(self.session, case.number, now=self.now)
        asked = case.messages[0].created_at or self.now
        replied = case.replies[0].created_at or self.now if case.replies else None
        return Ticket(
            number=number,
            key_hash=self.numbering.key_hash(number),
            channel=Channel.COMMENT,
            state=TicketState.CLOSED if case.answered else TicketState.RECEIVED,
            waiting_on=WhoActs.NOBODY if case.answered else WhoActs.HELPDESK,
            requester_name=clipped(case.asker or "", 120),
            external_id=case.messages[0].external_id,
            created_at=asked,
            updated_at=self.now,
            first_answered_at=replied,
            settled_at=replied if case.answered else None,
        )

    def _earlier(self, case: ImportedCase) -> Ticket | None:
        for comment in case.messages:
            known = tickets.message_by_external_id(self.session, comment.external_id or "")
            if known is not None:
                return tickets.by_id(self.session, known.ticket_id)
        return None

    def _is_new(self, comment: Comment) -> bool:
        return tickets.message_by_external_id(self.session, comment.external_id or "") is None

    def _say(self, ticket: Ticket, comment: Comment, *, is_reply: bool) -> None:
        self.session.add(
            Message(
                ticket_id=ticket.id,
                author=Author.STAFF if is_reply else Author.REQUESTER,
                author_name=clipped(comment.author or "", 120),
                channel=Channel.COMMENT,
                body=storable(comment.text),
                external_id=comment.external_id,
                created_at=comment.created_at or self.now,
            )
        )
        index.put(self.session, ticket)


def _named(comments: Sequence[Comment], source: str) -> list[Comment]:
    """Each with an id: the API's, else a digest that is the same whenever the page is copied.

    Equal words of nobody in particular are told apart by their place among equals.
    """
    seen: Counter[str] = Counter()
    named = []
    for comment in comments:
        words = f"{source}\x1f{folded(comment.author or '')}\x1f{folded(comment.text)}"
        seen[words] += 1
        digest = hashlib.sha256(f"{words}\x1f{seen[words]}".encode()).hexdigest()[:40]
        own = f"comment:{comment.external_id}" if comment.external_id else f"page:{digest}"
        named.append(replace(comment, external_id=token(own, 120)))
    return named
