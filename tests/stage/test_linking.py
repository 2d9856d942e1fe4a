"""Marks, suggested links and a person's word on them, on both databases."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest

from app import desk
from app.kit.errors import NotFound
from app.linking import connect, history
from app.lookup import keep as kept_lookups
from app.lookup.dossier import Dossier, Match
from app.reading import keep as kept_readings
from app.reading.facts import Facts
from app.store import events, tickets
from app.store.session import Database
from models import Staff, Ticket
from models.vocabulary import (
    Category,
    Channel,
    LinkReason,
    LinkState,
    MatchStatus,
    TicketState,
)
from tests.support import build, joined
from tests.support.people import colleague

C, R = Category, LinkReason
NOON = build.NOON
MAIL = "sekar.pribadi@surat.example"
FIRST = "Akun guru saya belum berubah jadi admin padahal sudah kepala sekolah."
AGAIN = "min tolong, sy sdh jadi kepsek tp akun blm jd admin juga"


def _records(person_id: str) -> Dossier:
    found = Match(MatchStatus.MATCHED, person=build.person(person_id=person_id))
    return build.dossier(match=found)


def _colleague(database: Database) -> Staff:
    with database.write() as session:
        return colleague(session, "agen", now=NOON)


def _kinds(database: Database, ticket: Ticket) -> list[str]:
    with database.read() as session:
        return [each.kind for each in events.of_ticket(session, ticket.id)]


def _untouched(now: Ticket, before: Ticket) -> Ticket:
    """The ticket but for when it was touched."""
    return Ticket.model_validate({**now.model_dump(), "updated_at": before.updated_at})


def _earlier(database: Database, ticket: Ticket, *named: str) -> list[int]:
    with database.read() as session:
        return [int(each) for each in history.earlier(session, ticket, named=named)]


def test_considering_again_lays_the_marks_down_anew(database: Database) -> None:
    made = joined.joined(database, FIRST, requester_email=MAIL)
    before = joined.marks_of(database, made)
    joined.connect(database, made)
    assert joined.marks_of(database, made) == before
    assert MAIL not in {value for values in before.values() for value in values}


def test_the_same_again_is_suggested_once_with_its_reason(database: Database) -> None:
    first = joined.joined(database, FIRST, requester_email=MAIL)
    again = joined.joined(
        database, AGAIN, requester_email=MAIL, channel=Channel.COMMENT, created_at=NOON
    )
    joined.connect(database, again)
    [link] = joined.links_of(database, again)
    assert (link.earlier_id, link.reason, link.state) == (
        first.id,
        R.SAME_MAIL,
        LinkState.SUGGESTED,
    )
    assert joined.links_of(database, first) == []
    for each in (first, again):
        assert joined.ticket(database, each.number).linked_to_id is None
        assert _kinds(database, each) == []


def test_one_record_ties_where_nothing_else_does(database: Database) -> None:
    first = joined.joined(database, FIRST, records=_records("p-1"))
    again = joined.joined(database, AGAIN, records=_records("p-1"), created_at=NOON)
    [link] = joined.links_of(database, again)
    assert (link.earlier_id, link.reason) == (first.id, R.SAME_PERSON)


def test_two_records_are_two_people_whoever_writes(database: Database) -> None:
    joined.joined(database, FIRST, records=_records("p-1"), requester_email=MAIL, npsn="69900011")
    other = joined.joined(
        database, FIRST, records=_records("p-2"), requester_email=MAIL, npsn="69900011"
    )
    assert joined.links_of(database, other) == []


def test_after_thirty_days_it_is_another_story(database: Database) -> None:
    joined.joined(database, FIRST, requester_email=MAIL, created_at=NOON - timedelta(days=31))
    again = joined.joined(database, FIRST, requester_email=MAIL, created_at=NOON)
    assert joined.links_of(database, again) == []


def test_at_most_five_are_suggested(database: Database) -> None:
    for _ in range(8):
        joined.joined(database, FIRST, requester_email=MAIL)
    again = joined.joined(database, FIRST, requester_email=MAIL, created_at=NOON)
    assert len(joined.links_of(database, again)) == 5


def test_the_later_one_is_linked_although_it_was_read_first(database: Database) -> None:
    first = joined.told(database, FIRST, requester_email=MAIL)
    again = joined.joined(database, AGAIN, requester_email=MAIL, created_at=NOON)
    assert joined.links_of(database, again) == []
    joined.connect(database, first)
    assert [each.earlier_id for each in joined.links_of(database, again)] == [first.id]


def test_what_the_records_disprove_is_suggested_no_longer(database: Database) -> None:
    joined.joined(database, FIRST, records=_records("p-1"), requester_email=MAIL)
    again = joined.joined(database, FIRST, requester_email=MAIL, created_at=NOON)
    assert len(joined.links_of(database, again)) == 1
    with database.write() as session:
        kept_lookups.keep(
            session,
            _records("p-2"),
            reading=kept_readings.keep(
                session, again, build.understanding(facts=Facts()), now=NOON
            ),
            subject_no=0,
            now=NOON,
        )
    joined.connect(database, again)
    assert joined.links_of(database, again) == []


def test_two_workers_suggest_a_pair_once(database: Database) -> None:
    made = [joined.told(database, FIRST, requester_email=MAIL) for _ in range(6)]
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda each: joined.connect(database, each), made))
    pairs = [
        (each.ticket_id, each.earlier_id) for t in made for each in joined.links_of(database, t)
    ]
    assert len(pairs) == len(set(pairs)) > 0


def test_a_yes_and_its_taking_back_leave_all_as_before(database: Database) -> None:
    first = joined.joined(database, FIRST, requester_email=MAIL)
    again = joined.joined(database, AGAIN, requester_email=MAIL, created_at=NOON)
    before, by = joined.ticket(database, again.number), _colleague(database)
    for act, linked in ((desk.link, first.id), (desk.link, first.id), (desk.unlink, None)):
        with database.write() as session:
            act(session, tickets.locked(session, again.id), first.number, by=by, now=NOON)
        now = joined.ticket(database, again.number)
        assert (now.linked_to_id, now.state) == (linked, before.state)
    assert _untouched(joined.ticket(database, again.number), before) == before
    assert joined.ticket(database, first.number) == first
    assert _kinds(database, again) == ["linked", "unlinked"]


def test_what_was_rejected_is_not_suggested_again(database: Database) -> None:
    first = joined.joined(database, FIRST, requester_email=MAIL)
    again = joined.joined(database, AGAIN, requester_email=MAIL, created_at=NOON)
    by = _colleague(database)
    for _ in range(2):
        with database.write() as session:
            desk.unlink(session, tickets.locked(session, again.id), first.number, by=by, now=NOON)
    joined.connect(database, again)
    [link] = joined.links_of(database, again)
    assert (link.state, link.decided_by_id) == (LinkState.REJECTED, by.id)
    assert _kinds(database, again) == ["link_rejected"]


def test_taking_one_of_two_back_leaves_the_other(database: Database) -> None:
    made = [joined.joined(database, FIRST, requester_email=MAIL) for _ in range(2)]
    again = joined.joined(database, AGAIN, requester_email=MAIL, created_at=NOON)
    by = _colleague(database)
    for act, other in ((desk.link, made[0]), (desk.link, made[1]), (desk.unlink, made[1])):
        with database.write() as session:
            act(session, tickets.locked(session, again.id), other.number, by=by, now=NOON)
    assert joined.ticket(database, again.number).linked_to_id == made[0].id


def test_only_what_was_suggested_can_be_linked(database: Database) -> None:
    one, other = (joined.joined(database, each) for each in ("halo", "permisi"))
    by = _colleague(database)
    with database.write() as session, pytest.raises(NotFound):
        desk.link(session, tickets.locked(session, one.id), other.number, by=by, now=NOON)


FOLLOW_UP = "Belum ada balasan sampai hari ini."


@pytest.mark.parametrize(
    ("first", "then"),
    [
        pytest.param({"requester_email": MAIL}, {"requester_email": MAIL}, id="the same mail"),
        pytest.param(
            {"account_address": str(build.OLD_ADDRESS)},
            {"account_address": str(build.OLD_ADDRESS)},
            id="the same account",
        ),
        pytest.param(
            {"requester_name": "Sekar Lestari", "npsn": "69900011"},
            {"requester_name": "SEKAR LESTARI S.Pd", "npsn": "69900011"},
            id="the same name and school",
        ),
        pytest.param(
            {"requester_name": "Sekar Lestari", "school_name": "SMP Negeri 3 Tirta"},
            {"requester_name": "Sekar Lestari", "school_name": "SMPN 3 Tirta"},
            id="the school by its name",
        ),
        pytest.param(
            {"requester_name": "Sekar Lestari", "channel": Channel.COMMENT},
            {"requester_name": "Sekar Lestari", "channel": Channel.COMMENT},
            id="the same author of comments",
        ),
    ],
)
def test_a_follow_up_finds_the_report_of(
    database: Database, first: dict[str, Any], then: dict[str, Any]
) -> None:
    earlier = joined.joined(database, FIRST, created_at=NOON - timedelta(days=200), **first)
    asks = joined.joined(database, FOLLOW_UP, category=C.FOLLOW_UP, created_at=NOON, **then)
    assert _earlier(database, asks) == [earlier.number]
    assert [each.earlier_id for each in joined.links_of(database, asks)] == [earlier.id]


@pytest.mark.parametrize(
    "then",
    [
        pytest.param({"requester_name": "Sekar Lestari"}, id="a name alone"),
        pytest.param({"npsn": "69900011"}, id="a school alone"),
        pytest.param(
            {"requester_name": "Sekar Lestari", "npsn": "69900099"}, id="a name at another school"
        ),
    ],
)
def test_a_follow_up_does_not_find_the_report_of(database: Database, then: dict[str, Any]) -> None:
    joined.joined(database, FIRST, requester_name="Sekar Lestari", npsn="69900011")
    asks = joined.joined(database, FOLLOW_UP, category=C.FOLLOW_UP, created_at=NOON, **then)
    assert _earlier(database, asks) == []


def test_somebody_elses_number_does_not_become_ones_own(database: Database) -> None:
    theirs = joined.joined(database, FIRST, requester_email="lain@surat.example")
    asks = joined.joined(
        database,
        f"Laporan nomor {theirs.number} belum dibalas.",
        category=C.FOLLOW_UP,
        requester_email=MAIL,
        created_at=NOON,
    )
    assert _earlier(database, asks, str(theirs.number)) == []
    [link] = joined.links_of(database, asks)
    assert link.reason is R.REPORT_NAMED


def test_the_open_report_is_meant_before_a_later_one_that_was_answered(database: Database) -> None:
    def at(days: int, state: TicketState, category: Category = C.ROLE_CHANGE) -> int:
        when = NOON - timedelta(days=days)
        return joined.joined(
            database, FIRST, requester_email=MAIL, created_at=when, state=state, category=category
        ).number

    answered_long_ago = at(50, TicketState.ANSWERED)
    is_open = at(40, TicketState.WAITING)
    at(30, TicketState.ANSWERED)
    at(20, TicketState.PLANNED, C.FOLLOW_UP)
    asks = joined.joined(
        database, FOLLOW_UP, category=C.FOLLOW_UP, requester_email=MAIL, created_at=NOON
    )
    assert _earlier(database, asks) == [is_open]
    assert _earlier(database, asks, str(answered_long_ago)) == [is_open, answered_long_ago]


def test_settled_tickets_without_marks_get_theirs(database: Database) -> None:
    with database.write() as session:
        old = build.ticket(session, state=TicketState.CLOSED, body=f"akun {build.OLD_ADDRESS}")
        waits = build.ticket(session, state=TicketState.RECEIVED)
    after: int | None = 0
    while after is not None:
        with database.write() as session:
            after = connect.mark_settled(session, seal=joined.SEAL, after=after)
    assert joined.marks_of(database, old)
    assert not joined.marks_of(database, waits)
