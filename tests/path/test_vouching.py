"""The school answers for an owner whose contacts are dead; whoever would misuse it is stopped."""

from datetime import timedelta

import pytest

from app.proving import vouching
from app.proving.answer import LinkExpired
from app.proving.post import Handling
from app.proving.subject import numbered
from app.proving.vouching import AlreadyAsked, CapReached, NoVouch
from app.resolution.terms import PUBLISHED
from app.store import tickets, vouches
from models import Vouch
from models.vocabulary import (
    Automation,
    PlanState,
    Relation,
    Remedy,
    StepAction,
    StepState,
    TicketState,
    VouchState,
    WhoActs,
)
from tests.path.conftest import Story
from tests.path.mailbox import codes, letters, says

LETTER = "nomor pemulihan mati"
NAME = "Hardiyanto Puspanegara"
ACCOUNT = "hardiyantopuspanegara74@guru.smk.belajar.id"
WRITER = "hardiyanto.baru@pos.example"
OPERATOR, HEAD = "operator.69900006@pos.example", "kepsek.69900006@pos.example"


def considered(story: Story) -> int:
    number = story.hears(LETTER)
    story.considers(number)
    assert story.verdict(number).rule == "password.contact_first"
    return number


def ask(story: Story, number: int, office: Relation = Relation.OPERATOR) -> None:
    by = story.colleague()
    with story.database.write() as session:
        ticket = tickets.locked(session, story.ticket(number).id)
        subject = numbered(session, ticket.id, 0)
        assert subject is not None
        at = Handling(session, ticket, story.outside.links, story.now)
        vouching.ask(at, subject, office, by=by)


def vouch(story: Story, number: int) -> Vouch:
    with story.database.read() as session:
        return vouches.of_ticket(session, story.ticket(number).id)[-1]


def vouched(story: Story) -> int:
    number = considered(story)
    ask(story, number)
    says(story, codes(story, number, to=OPERATOR)[0])
    return number


def ripe(story: Story) -> int:
    """The waiting period is over, and what follows from it is proposed."""
    number = vouched(story)
    story.forward(hours=PUBLISHED.vouch_waits_hours)
    story.sweeps()
    story.considers(number)
    return number


def approved(story: Story) -> int:
    number = ripe(story)
    story.says_yes(number)
    story.says_yes(number, who=1)
    assert story.ticket(number).state is TicketState.RUNNING
    return number


def password_was_reset(story: Story) -> bool:
    account = story.outside.admin.state(ACCOUNT)
    assert account is not None
    return account.change_password


def test_the_school_is_asked_with_name_and_school_only(story: Story) -> None:
    number = considered(story)
    ask(story, number)
    ticket = story.ticket(number)
    assert (ticket.state, ticket.waiting_on) == (TicketState.WAITING, WhoActs.OPERATOR)
    [(to, text)] = letters(story, number)
    assert to == OPERATOR
    assert NAME in text
    assert "SMK Negeri 1 Samudra Raya" in text
    for secret in (ACCOUNT, WRITER, "@guru"):
        assert secret not in text


def test_everyone_is_told_and_nothing_happens_before_the_waiting_period_ends(story: Story) -> None:
    number = vouched(story)
    told = {to for to, text in letters(story, number) if "keberatan melalui tautan" in text}
    assert told == {ACCOUNT, WRITER, HEAD}
    assert story.ticket(number).due_at == story.now + timedelta(hours=24)
    story.forward(hours=23, minutes=59)
    story.sweeps()
    assert story.ticket(number).state is TicketState.WAITING
    story.forward(minutes=1)
    story.sweeps()
    story.sweeps()
    assert story.ticket(number).state is TicketState.RECEIVED
    assert story.events(number).count("vouch_ripe") == 1


def test_what_the_school_vouched_for_needs_two_people(story: Story) -> None:
    number = ripe(story)
    assert story.verdict(number).rule == "password.vouched"
    reset = story.step(number, StepAction.RESET_PASSWORD)
    assert (reset.target, reset.automation) == (ACCOUNT, Automation.TWO_PERSON)
    story.says_yes(number)
    story.carries_out(number)
    assert not password_was_reset(story)
    story.says_yes(number, who=1)
    story.carries_out(number)
    assert password_was_reset(story)
    assert vouch(story, number).state is VouchState.SPENT
    assert ACCOUNT not in story.answers(number)[-1].body


def test_a_message_before_the_end_of_the_waiting_period_does_not_lose_it(story: Story) -> None:
    number = vouched(story)
    story.adds(number, "Bagaimana kelanjutannya?")
    story.considers(number)
    assert story.verdict(number).rule == "password.contact_first"
    story.says_yes(number)
    story.carries_out(number)
    story.forward(hours=24)
    story.sweeps()
    story.considers(number)
    assert story.verdict(number).rule == "password.vouched"


def test_a_no_goes_to_a_person(story: Story) -> None:
    number = considered(story)
    ask(story, number)
    says(story, codes(story, number)[0], yes=False)
    assert story.ticket(number).state is TicketState.MANUAL
    assert vouch(story, number).state is VouchState.REFUSED
    assert "vouch_refused" in story.events(number)


def test_a_school_that_does_not_answer_is_not_waited_for_for_ever(story: Story) -> None:
    number = considered(story)
    ask(story, number)
    [code] = codes(story, number)
    with pytest.raises(AlreadyAsked):
        ask(story, number)
    story.forward_with_extract(hours=72)
    story.sweeps()
    story.considers(number)
    assert story.verdict(number).rule == "password.contact_first"
    with pytest.raises(LinkExpired):
        says(story, code)
    ask(story, number, Relation.HEAD)
    assert len(codes(story, number, to=HEAD)) == 1


@pytest.mark.parametrize("objector", [ACCOUNT, WRITER, HEAD])
def test_anybody_who_was_told_may_stop_it(story: Story, objector: str) -> None:
    number = vouched(story)
    says(story, codes(story, number, to=objector)[-1], yes=False)
    assert story.ticket(number).state is TicketState.MANUAL
    assert vouch(story, number).state is VouchState.OBJECTED
    story.forward(hours=25)
    story.sweeps()
    assert story.ticket(number).state is TicketState.MANUAL


def test_an_objection_after_the_approval_stops_what_was_not_yet_done(story: Story) -> None:
    number = approved(story)
    says(story, codes(story, number, to=HEAD)[-1], yes=False)
    [plan] = story.plans(number)
    assert plan.state is PlanState.SUPERSEDED
    story.carries_out(number)
    assert not password_was_reset(story)
    assert story.ticket(number).state is TicketState.MANUAL
    assert story.systems.changes == []


def test_an_objection_after_the_change_still_reaches_a_person(story: Story) -> None:
    number = approved(story)
    story.carries_out(number)
    says(story, codes(story, number, to=HEAD)[-1], yes=False)
    assert story.ticket(number).state is TicketState.MANUAL
    assert "objected_late" in story.events(number)


def moves(story: Story) -> None:
    """Dapodik shows the teacher at another school from now on."""
    for row in story.systems.rows_of(NAME):
        row["npsn"] = "69900005"
    story.systems.extracts(story.now)


def test_a_transfer_after_the_vouch_ends_it(story: Story) -> None:
    number = vouched(story)
    story.forward(hours=24)
    moves(story)
    story.sweeps()
    story.considers(number)
    assert story.verdict(number).remedy is not Remedy.RESET_PASSWORD


def test_a_transfer_between_the_yes_and_the_deed_ends_it_too(story: Story) -> None:
    number = approved(story)
    moves(story)
    story.carries_out(number)
    assert not password_was_reset(story)
    assert story.step(number, StepAction.RESET_PASSWORD).state is StepState.REFUSED
    assert story.ticket(number).state is TicketState.RECEIVED
    assert "records_changed" in story.events(number)


def test_an_operator_who_has_left_office_does_not_count(story: Story) -> None:
    number = vouched(story)
    story.forward(hours=24)
    for row in story.systems.world.pengguna:
        if row["username"] == OPERATOR:
            row["peran_id_str"] = "PTK"
    story.systems.extracts(story.now)
    story.sweeps()
    story.considers(number)
    assert story.verdict(number).rule == "password.contact_first"


def test_nobody_vouches_for_themselves_or_from_another_school(story: Story) -> None:
    number = considered(story)
    mails = {each.email for each in story.dossier(number).officers}
    assert mails == {OPERATOR, HEAD}
    for row in story.systems.world.pengguna:
        if row["npsn"] == "69900006":
            row["ptk_id"] = story.systems.rows_of(NAME)[0]["ptk_id"]
    story.systems.extracts(story.now)
    number = considered(story)
    for office in (Relation.OPERATOR, Relation.HEAD):
        with pytest.raises(NoVouch):
            ask(story, number, office)


def test_the_owner_with_a_living_mail_is_asked_and_not_the_school(story: Story) -> None:
    number = story.hears("Akun terhapus padahal masih aktif", requester_email="asing@pos.example")
    story.considers(number)
    with pytest.raises(NoVouch):
        ask(story, number)


def given_by(story: Story, ticket_id: int, count: int) -> None:
    with story.database.write() as session:
        for each in range(count):
            vouches.add(
                session,
                Vouch(
                    ticket_id=ticket_id,
                    person_id=f"orang-{each}",
                    account_address="",
                    npsn="69900006",
                    operator_mail=OPERATOR,
                    state=VouchState.SPENT,
                    asked_at=story.now,
                    decided_at=story.now - timedelta(days=1),
                ),
            )


def test_mass_vouching_ends_at_the_cap(story: Story) -> None:
    number = considered(story)
    cap = PUBLISHED.vouches_per_operator_in_30_days
    given_by(story, story.ticket(number).id, cap - 1)
    ask(story, number)
    given_by(story, story.ticket(number).id, 1)
    says(story, codes(story, number)[0])
    assert story.ticket(number).state is TicketState.MANUAL
    assert "vouch_over_cap" in story.events(number)

    other = considered(story)
    with pytest.raises(CapReached):
        ask(story, other)
    ask(story, other, Relation.HEAD)
