"""What a ticket's page says of the records, of the proposal and of what came of it."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.lookup import keep as kept_lookups
from app.lookup.dossier import Candidate, Match
from app.resolution import keep as kept_plans
from app.store import plans, readings
from app.store.session import Session
from app.web.site import Site
from models import Attempt, Plan, Step, Verification
from models.base import Json
from models.vocabulary import (
    AttemptOutcome,
    Automation,
    Category,
    MatchStatus,
    Missing,
    PlanState,
    Remedy,
    StepAction,
    StepState,
    System,
    TicketState,
)
from tests.support import build
from tests.web.conftest import Colleagues


def test_rows_on_which_the_systems_disagree_are_marked(staff: Colleagues, site: Site) -> None:
    page = staff.as_agent().get(f"/tiket/{_planned(site)}").text
    differing = re.findall(r'<tr class="differs"><th scope="row">([^<]+)', page)
    assert differing == ["Peran"]


def test_a_choice_between_people_is_laid_out(staff: Colleagues, site: Site) -> None:
    twins = [build.person(), build.person(person_id="lain", birth_date=date(1990, 1, 2))]
    match = Match(
        MatchStatus.AMBIGUOUS,
        candidates=tuple(Candidate(each, 90.0, ("nama sama persis",)) for each in twins),
        because=("lebih dari satu orang cocok",),
    )
    found = build.dossier(match=match, accounts=(), unavailable=(System.DIRECTORY,))
    asked = build.verdict(
        remedy=Remedy.ASK_REQUESTER, missing=(Missing.WHICH_PERSON,), steps=(), promised_at=None
    )
    with site.database.write() as session:
        made = build.ticket(session, state=TicketState.PLANNED)
        build.propose(session, made, asked, found=found)
    page = _words(staff.as_agent().get(f"/tiket/{made.number}").text)
    assert "Lebih dari satu kemungkinan" in page
    assert "lebih dari satu orang cocok" in page
    assert "1988" in page
    assert "1990" in page
    assert "Orang yang dimaksud" in page
    assert "Direktori akun tidak menjawab" in page
    assert "Tidak ada tanggal yang dapat dijanjikan" in page
    assert "cukup dijawab" in page


def test_a_step_without_a_way_back_says_so_before_the_yes(staff: Colleagues, site: Site) -> None:
    step = build.rename(
        action=StepAction.RESET_PASSWORD, automation=Automation.TWO_PERSON, undo=None
    )
    page = _words(staff.as_agent().get(f"/tiket/{_planned(site, steps=(step,))}").text)
    assert "Tidak dapat dibatalkan." in page
    assert "Ada 1 langkah yang tidak dapat dibatalkan" in page
    assert "persetujuan 2 orang berbeda; baru ada 0" in page


def test_the_read_back_shows_the_difference(staff: Colleagues, site: Site) -> None:
    with site.database.write() as session:
        made = build.ticket(session, state=TicketState.RETURNED)
        plan = build.propose(session, made, build.verdict())
        _carried_out(session, plan)
    page = _words(staff.as_agent().get(f"/tiket/{made.number}").text)
    assert "Dibaca kembali, berbeda" in page
    assert "terbaca: sekarlestari@guru.smp.belajar.id" in page
    assert "Setujui" not in page


def test_many_subjects_are_folded(staff: Colleagues, site: Site) -> None:
    with site.database.write() as session:
        made = build.ticket(session, state=TicketState.PLANNED)
        first = build.propose(session, made, build.verdict())
        reading = readings.by_id(session, first.reading_id)
        for each in range(1, 5):
            lookup = kept_lookups.keep(
                session, build.dossier(), reading=reading, subject_no=each, now=build.NOON
            )
            kept_plans.keep(session, build.verdict(), lookup, now=build.NOON)
    page = staff.as_agent().get(f"/tiket/{made.number}").text
    assert "Setujui untuk 5 orang" in page
    assert len(re.findall(r'class="panel subject">\s*<details >', page)) == 5


@pytest.mark.parametrize(
    ("confirmed", "told"),
    [
        (True, "Alamat akun telah diubah menjadi sekarlestari@admin.smp.belajar.id"),
        (False, "Bagian peran pada alamat akun telah disesuaikan."),
    ],
)
def test_the_answer_is_shown_before_the_yes(
    staff: Colleagues, site: Site, *, confirmed: bool, told: str
) -> None:
    asker = replace(build.dossier().requester, confirmed=confirmed)
    with site.database.write() as session:
        made = build.ticket(session, state=TicketState.PLANNED)
        found = build.dossier(requester=asker)
        build.propose(session, made, build.verdict(steps=(build.rename(),)), found=found)
    page = _words(staff.as_agent().get(f"/tiket/{made.number}").text)
    assert told in page.partition("Jawaban yang akan dikirim")[2]


@pytest.mark.parametrize(
    ("accounts", "sentence"),
    [
        pytest.param((), "Tidak ada akun", id="no account"),
        pytest.param(
            (build.account(deleted_at=build.NOON),), "Dihapus Rabu, 25 November 2026", id="deleted"
        ),
        pytest.param(
            (build.account(suspended=True, suspension_reason="ADMIN"),),
            "Ditangguhkan (ADMIN)",
            id="suspended",
        ),
    ],
)
def test_the_state_of_an_account_is_said(
    staff: Colleagues, site: Site, accounts: tuple[object, ...], sentence: str
) -> None:
    with site.database.write() as session:
        made = build.ticket(session, state=TicketState.PLANNED)
        found = build.dossier(accounts=accounts)
        build.propose(session, made, build.verdict(), found=found)
    assert sentence in _words(staff.as_agent().get(f"/tiket/{made.number}").text)


def test_a_person_who_left_is_told_from_one_who_stays(staff: Colleagues, site: Site) -> None:
    stays = build.person().placements[0]
    left = replace(stays, left_on=date(2026, 10, 30))
    someone = build.person(placements=(left, replace(left, is_home=False)))
    found = build.dossier(match=Match(MatchStatus.MATCHED, person=someone))
    with site.database.write() as session:
        made = build.ticket(session, state=TicketState.PLANNED, category=Category.ACCOUNT_DELETED)
        build.propose(session, made, build.verdict(), found=found)
    page = staff.as_agent().get(f"/tiket/{made.number}").text
    assert re.search(r'<tr class="differs"><th scope="row">Status', page)
    assert "non-induk" in page


def test_an_earlier_proposal_that_was_decided_stays_visible(staff: Colleagues, site: Site) -> None:
    with site.database.write() as session:
        made = build.ticket(session, state=TicketState.PLANNED)
        former = build.propose(session, made, build.verdict(rule="role_change.early"))
        former.state = PlanState.REJECTED
        session.add(former)
        build.propose(session, made, build.verdict())
    page = staff.as_agent().get(f"/tiket/{made.number}").text
    assert "Usulan sebelumnya (1)" in page
    assert "role_change.early" in page


def _planned(site: Site, **changes: Any) -> int:
    with site.database.write() as session:
        return build.planned(session, **changes).number


def _words(text: str) -> str:
    """The page as it reads: tags out, spaces single."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))


def _carried_out(session: Session, plan: Plan) -> None:
    plan.state = PlanState.FAILED
    step: Step = plans.steps_of(session, plan.id)[0]
    step.state = StepState.DIFFERED
    found: Json = {"primary_email": str(build.OLD_ADDRESS), "exists": True}
    session.add_all(
        [
            plan,
            step,
            Attempt(step_id=step.id, outcome=AttemptOutcome.DONE, at=build.NOON),
            Verification(step_id=step.id, agrees=False, found=found, at=build.NOON),
        ]
    )
