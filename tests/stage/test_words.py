"""What people say about a category is kept as it was said; a blind share is named unseen."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from app import desk, triage
from app.learning import blind, keep
from app.reading.facts import Incoming, Understanding
from app.store import labels, readings, tickets
from app.store.session import Database
from models import Ticket
from models.vocabulary import Category, Decision, LabelKind, TicketState
from tests.support import build
from tests.support.words import colleague


def understood(_incoming: Incoming) -> Understanding:
    return build.understanding()


def read(
    database: Database, *, draws: Callable[[int], bool] = lambda _number: True, **changes: object
) -> Ticket:
    with database.write() as session:
        made = build.ticket(session, state=TicketState.RECEIVED, category=None, **changes)
    triage.read(database, made.id, reader=understood, now=build.NOON, draws_blind=draws)
    with database.read() as session:
        return tickets.by_id(session, made.id)


def test_a_correction_is_kept_with_what_was_shown(database: Database) -> None:
    agent = colleague(database, "laksmi")
    with database.write() as session:
        ticket = build.planned(session)
        desk.correct(session, ticket, Category.DATA_CORRECTION, by=agent, now=build.NOON)
    with database.read() as session:
        [event] = labels.of_ticket(session, ticket.id)
    assert event.kind is LabelKind.CORRECTED
    assert (event.label, event.said) == (Category.DATA_CORRECTION, Category.ROLE_CHANGE)
    assert (event.probability, event.classifier) == (0.97, "uji-1")
    assert event.shown == [
        {"category": "role_change", "probability": 0.97},
        {"category": "transfer_same_level", "probability": 0.02},
    ]


def test_a_whole_yes_confirms_the_category(database: Database) -> None:
    agent = colleague(database, "laksmi")
    with database.write() as session:
        ticket = build.planned(session)
        desk.approve(session, ticket, by=agent, now=build.NOON)
    with database.read() as session:
        [event] = labels.of_ticket(session, ticket.id)
    assert (event.kind, event.label) == (LabelKind.CONFIRMED, Category.ROLE_CHANGE)


def test_a_word_is_taken_back_by_another_row_once(database: Database) -> None:
    agent, supervisor = colleague(database, "laksmi"), colleague(database, "hardi")
    with database.write() as session:
        ticket = build.planned(session)
        desk.correct(session, ticket, Category.ACTIVATION, by=agent, now=build.NOON)
        [event] = labels.of_ticket(session, ticket.id)
        for _ in range(2):
            keep.withdraw(session, event.id, by=supervisor, now=build.NOON)
    with database.read() as session:
        rows = labels.of_ticket(session, ticket.id)
        assert [each.kind for each in rows] == [LabelKind.CORRECTED, LabelKind.WITHDRAWN]
        assert keep.words(session) == []


def test_a_word_is_learned_with_the_text_of_its_moment_and_nobodys_name(
    database: Database,
) -> None:
    agent = colleague(database, "laksmi")
    with database.write() as session:
        ticket = build.planned(
            session, body="Saya Sekar Lestari, NIK 3399014507880123, lupa sandi."
        )
        desk.correct(session, ticket, Category.PASSWORD_RESET, by=agent, now=build.NOON)
    with database.read() as session:
        [word] = keep.words(session)
    assert "Sekar" not in word.text
    assert "3399" not in word.text
    assert "lupa sandi" in word.text


def test_of_a_blind_ticket_nothing_is_said_until_somebody_named_it(database: Database) -> None:
    agent = colleague(database, "laksmi")
    ticket = read(database)
    assert ticket.is_blind
    assert ticket.category is None
    with database.write() as session:
        assert readings.latest(session, ticket.id).category is Category.ROLE_CHANGE  # type: ignore[union-attr]
        with pytest.raises(blind.AwaitsBlindWord):
            desk.correct(session, ticket, Category.ACTIVATION, by=agent, now=build.NOON)
    with database.write() as session:
        desk.name_blindly(session, ticket, Category.ACTIVATION, by=agent, now=build.NOON)
    with database.write() as session:
        [event] = labels.of_ticket(session, ticket.id)
        assert (event.kind, event.shown) == (LabelKind.BLIND, [])
        assert tickets.by_id(session, ticket.id).category is Category.ROLE_CHANGE
        with pytest.raises(blind.NotBlind):
            desk.name_blindly(session, ticket, Category.ACTIVATION, by=agent, now=build.NOON)


def test_a_proposal_on_a_blind_ticket_is_not_decided_unseen(database: Database) -> None:
    agent = colleague(database, "laksmi")
    with database.write() as session:
        ticket = build.planned(session, is_blind=True, category=None)
    with pytest.raises(blind.AwaitsBlindWord), database.write() as session:
        desk.approve(session, ticket, by=agent, now=build.NOON)
    with pytest.raises(blind.AwaitsBlindWord), database.write() as session:
        desk.reject(session, ticket, by=agent, reason="x", now=build.NOON)
    with database.write() as session:
        desk.name_blindly(session, ticket, Category.ROLE_CHANGE, by=agent, now=build.NOON)
        desk.approve(session, ticket, by=agent, now=build.NOON)
        assert tickets.by_id(session, ticket.id).state is TicketState.RUNNING


def test_a_blind_ticket_that_is_closed_keeps_what_was_read(database: Database) -> None:
    agent = colleague(database, "laksmi")
    ticket = read(database)
    with database.write() as session:
        desk.close(session, ticket, by=agent, now=build.NOON)
    with database.read() as session:
        assert not blind.awaits(session, tickets.by_id(session, ticket.id))
        assert tickets.by_id(session, ticket.id).category is Category.ROLE_CHANGE


def test_what_is_seen_once_is_never_hidden_later(database: Database) -> None:
    ticket = read(database, draws=lambda _number: False)
    with database.write() as session:
        desk.reconsider(session, ticket, by="laksmi", kind="looked_again", now=build.NOON)
    triage.read(
        database, ticket.id, reader=understood, now=build.NOON + timedelta(minutes=1),
        draws_blind=lambda _number: True,
    )  # fmt: skip
    with database.read() as session:
        assert not tickets.by_id(session, ticket.id).is_blind


def test_what_nobody_could_read_is_not_blind(database: Database) -> None:
    with database.write() as session:
        made = build.ticket(session, state=TicketState.RECEIVED, category=None)
    triage.read(
        database,
        made.id,
        reader=lambda _: build.understanding(category=None, decision=Decision.HUMAN),
        now=build.NOON,
        draws_blind=lambda _number: True,
    )
    with database.read() as session:
        assert not tickets.by_id(session, made.id).is_blind


def test_a_category_that_nobody_added_is_refused(database: Database) -> None:
    agent = colleague(database, "laksmi")
    with database.write() as session:
        ticket = build.planned(session)
    for code in ("x_entah", "x_lama"):
        with database.write() as session:
            if code == "x_lama":
                keep.add_category(session, Category(code), "", (), by=agent, now=build.NOON)
                keep.switch_off(session, code)
            with pytest.raises(keep.NoSuchCategory):
                desk.correct(session, ticket, Category(code), by=agent, now=build.NOON)
