"""An address in a form is a claim: the registered mailbox answers before access is handed over."""

import contextlib
from datetime import timedelta

import pytest

from app import desk
from app.proving import answer, ask, counting
from app.proving.answer import LinkExpired, NoSuchLink
from app.proving.ask import AskedEnough, Denied
from app.proving.gate import AwaitsConfirmation
from app.proving.post import LINK_LASTS, Handling, body_of
from app.proving.subject import numbered
from app.reply import letters as composed
from app.store import owed, tickets
from models.vocabulary import (
    CHANGES_ACCOUNT,
    Relation,
    Remedy,
    TicketState,
    WhoActs,
)
from tests.path.conftest import Story
from tests.path.mailbox import codes, confirms, letters, says

LETTER = "Akun terhapus padahal masih aktif"
DELETED = "anggrahenitejawulan36@guru.sma.belajar.id"
OWNER = "anggraheni@pos.example"
STRANGER = "orang.asing@pos.example"


def asked_of_owner(story: Story) -> int:
    """A stranger's report whose ask was approved: the owner has the link."""
    number = story.hears(LETTER, requester_email=STRANGER)
    story.considers(number)
    assert letters(story, number) == []
    story.says_yes(number)
    story.carries_out(number)
    return number


def test_the_owner_agrees_and_the_strangers_report_goes_on(story: Story) -> None:
    number = asked_of_owner(story)
    [(to, text)] = [each for each in letters(story, number) if "/konfirmasi/" in each[1]]
    assert to == OWNER
    assert "o•••@pos.example" in text
    assert "memulihkan akun yang terhapus" in text
    assert STRANGER not in text
    assert DELETED not in text

    confirms(story, number)
    asker = story.dossier(number).requester
    assert (asker.relation, asker.verified, asker.confirmed) == (Relation.OWNER, True, True)
    assert "25 November 2026" in asker.because
    assert story.verdict(number).remedy is Remedy.RESTORE_ACCOUNT
    story.says_yes(number)
    story.carries_out(number)
    account = story.outside.admin.state(DELETED)
    assert account is not None
    assert account.is_live
    assert [each for each in story.events(number) if each.startswith("confirm")] == [
        "confirmation_asked",
        "confirmed",
    ]


def test_the_answer_to_the_stranger_says_nothing_of_the_owner(story: Story) -> None:
    number = asked_of_owner(story)
    [reply] = story.answers(number)
    assert reply.to == STRANGER
    for secret in (OWNER, "a•••@", "anggraheni@", "konfirmasi/"):
        assert secret not in reply.body
    # Nor does the outbox that colleagues read show the link.
    assert all("/konfirmasi/" not in each.body for each in story.replies(number))
    assert any(composed.LINK in each.body for each in story.replies(number))


def test_not_me_goes_to_a_person_and_stays_shut(story: Story) -> None:
    number = asked_of_owner(story)
    says(story, codes(story, number)[0], yes=False)
    ticket = story.ticket(number)
    assert (ticket.state, ticket.waiting_on) == (TicketState.MANUAL, WhoActs.HELPDESK)
    assert "denied" in story.events(number)
    assert story.systems.changes == []

    # The stranger writes again, this time under the owner's address.
    story.adds(number, "Saya sungguh pemiliknya.")
    story.considers(number)
    assert not CHANGES_ACCOUNT.intersection(story.actions(number))
    sent = len(codes(story, number))
    story.says_yes(number)
    story.carries_out(number)
    assert len(codes(story, number)) == sent


def test_whoever_types_the_owners_address_gets_nothing_without_the_mailbox(story: Story) -> None:
    number = story.hears(LETTER, requester_email=OWNER)
    story.considers(number)
    assert story.verdict(number).remedy is Remedy.RESTORE_ACCOUNT
    for _ in range(2):
        with pytest.raises(AwaitsConfirmation):
            story.says_yes(number)
    says(story, codes(story, number, to=OWNER)[0], yes=False)
    assert story.plans(number)[0].state.value == "superseded"

    story.adds(number, "Mohon dilanjutkan.")
    story.considers(number)
    with pytest.raises(Denied):
        story.says_yes(number)
    assert story.systems.changes == []


def test_a_scanner_that_opens_the_link_and_a_second_click_change_nothing(story: Story) -> None:
    number = asked_of_owner(story)
    [code] = codes(story, number)
    with story.database.read() as session:
        assert answer.find(session, code).answer is None
    first = says(story, code)
    revision = story.ticket(number).revision
    again = says(story, code, yes=False)
    assert (again.answer, again.answered_at) == (True, first.answered_at)
    assert story.ticket(number).revision == revision
    assert "denied" not in story.events(number)


def test_an_old_link_and_a_guessed_one_answer_nothing(story: Story) -> None:
    number = asked_of_owner(story)
    [code] = codes(story, number)
    with pytest.raises(NoSuchLink):
        says(story, code[:-1] + ("A" if code[-1] != "A" else "B"))
    story.forward(hours=72)
    with pytest.raises(LinkExpired):
        says(story, code)
    assert story.ticket(number).state is TicketState.WAITING
    assert not story.dossier(number).requester.confirmed


def test_a_yes_counts_only_for_that_report_and_while_the_address_is_registered(
    story: Story,
) -> None:
    number = asked_of_owner(story)
    says(story, codes(story, number)[0])
    other = story.hears(LETTER, requester_email=STRANGER)
    story.considers(other)
    assert not story.dossier(other).requester.verified

    story.forward_with_extract(days=31)
    story.considers(number)
    assert not story.dossier(number).requester.confirmed


def test_the_answer_and_the_work_it_makes_due_are_one(story: Story) -> None:
    """A process killed before the commit leaves neither, one killed after it both."""
    number = asked_of_owner(story)
    [code] = codes(story, number)
    with contextlib.suppress(KeyboardInterrupt), story.database.write() as session:
        answer.give(session, code, yes=True, links=story.outside.links, now=story.now)
        raise KeyboardInterrupt
    with story.database.read() as session:
        assert answer.find(session, code).answer is None
    assert story.ticket(number).state is TicketState.WAITING

    says(story, code)
    key = f"triage-{number}-{story.ticket(number).revision}-0"
    due = story.database.queue.list_workflows(name=owed.TRIAGE, load_output=False)
    assert key in [each.workflow_id for each in due]


def test_nobody_fills_the_owners_mailbox(story: Story) -> None:
    for _ in range(ask.ASKED_A_DAY):
        asked_of_owner(story)
    number = asked_of_owner(story)
    assert codes(story, number) == []
    with pytest.raises(AskedEnough):
        send_again(story, number)
    story.forward(days=1, minutes=1)
    send_again(story, number)
    assert len(codes(story, number)) == 1


def test_a_link_sent_again_takes_the_place_of_the_first(story: Story) -> None:
    number = asked_of_owner(story)
    send_again(story, number)
    first, second = codes(story, number)
    with pytest.raises(LinkExpired):
        says(story, first)
    assert says(story, second).answer


def send_again(story: Story, number: int) -> None:
    by = story.colleague()
    with story.database.write() as session:
        ticket = tickets.locked(session, story.ticket(number).id)
        subject = numbered(session, ticket.id, 0)
        assert subject is not None
        ask.again(Handling(session, ticket, story.outside.links, story.now), subject, by=by)


def test_a_denial_does_not_stand_in_the_way_of_taking_it_back(story: Story) -> None:
    number = asked_of_owner(story)
    send_again(story, number)
    forgotten, answered = codes(story, number)
    with story.database.write() as session:
        answer.find(session, forgotten).expires_at = story.now + LINK_LASTS
    says(story, answered)
    story.considers(number)
    story.says_yes(number)
    story.carries_out(number)
    says(story, forgotten, yes=False)
    [plan] = story.plans(number)
    by = story.colleague()
    with story.database.write() as session:
        ticket = tickets.locked(session, story.ticket(number).id)
        desk.undo(session, ticket, plan, by=by, reason="Disangkal.", now=story.now)
    for who in (1, 2):
        story.says_yes(number, who=who)
    assert story.ticket(number).state is TicketState.RUNNING


def test_a_letter_tried_again_carries_the_same_link(story: Story) -> None:
    number = asked_of_owner(story)
    reply = next(each for each in story.replies(number) if composed.proof_of(each.mail_id))
    with story.database.read() as session:
        texts = {body_of(session, reply, story.outside.links) for _ in range(2)}
    assert len(texts) == 1
    assert timedelta(hours=72) == LINK_LASTS


def test_who_is_named_after_the_offices_yes_is_asked_about_anew(story: Story) -> None:
    number = story.hears(LETTER, requester_email="operator.69900005@pos.example")
    story.considers(number)
    confirms(story, number)
    assert about(story, number) is None
    story.forward(minutes=1)
    story.adds(number, "Mohon sekalian kata sandi kepala sekolah kami diatur ulang.")
    person = story.dossier(number).person
    assert person is not None
    assert about(story, number) == frozenset({person.person_id})


def about(story: Story, number: int) -> frozenset[str] | None:
    """Of whom the one yes of that report was said; None where it is everybody."""
    with story.database.read() as session:
        ticket = tickets.by_number(session, number)
        [said] = counting.confirmations(session, ticket, now=story.now)
    return said.about
