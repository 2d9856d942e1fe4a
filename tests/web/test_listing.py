"""The list on a ticket's page: a page of lines, a look before a yes to many, each on its own."""

import re
from pathlib import Path

import pytest

from app.store import casework
from app.web.site import Site
from models.vocabulary import PlanState, Remedy, StaffRole, TicketState
from tests.support import listed
from tests.support.browser import TestClient
from tests.support.listed import Desk
from tests.web.conftest import Colleagues

FEW = {"baru": 3, "lama": 5, "kini": 2}
MANY = {"baru": 3, "lama": 49}


@pytest.fixture
def desk(site: Site, tmp_path: Path) -> Desk:
    world = listed.world(tmp_path / "dunia", baru=3, lama=49, kini=2)
    # Nobody is carried out here who changes an account.
    return Desk(site.database, listed.outside(world, admin=None), site.files)  # type: ignore[arg-type]


@pytest.fixture
def number(desk: Desk) -> int:
    """Ten people, judged."""
    number = desk.arrives(listed.listed(**FEW))
    desk.considers_all(number)
    return number


@pytest.fixture
def crowd(desk: Desk) -> int:
    """More people than one page has, judged."""
    number = desk.arrives(listed.listed(**MANY))
    desk.considers_all(number)
    return number


@pytest.fixture
def agent(staff: Colleagues) -> TestClient:
    return staff.as_agent()


def post(agent: TestClient, staff: Colleagues, path: str, **typed: object) -> int:
    data = {"csrf": staff.csrf[StaffRole.AGENT], **typed}
    return int(agent.post(path, data=data).status_code)


def rows(page: str) -> list[int]:
    return [int(each) for each in re.findall(r'id="ticket-\d+-line-(\d+)"', page)]


def test_the_ticket_shows_counts_and_one_page_of_its_list(agent: TestClient, crowd: int) -> None:
    page = agent.get(f"/tiket/{crowd}").text
    assert "Daftar 52 orang" in page
    assert rows(page) == list(range(1, 51))
    assert 'class="panel subject"' not in page
    second = agent.get(f"/tiket/{crowd}/daftar", params={"hal": 2}).text
    assert rows(second) == [51, 52]
    preview = agent.get(f"/tiket/{crowd}/daftar/pratinjau", params={"hasil": "issue_account"}).text
    assert "<b>3</b> ×" in preview
    assert "memerlukan persetujuan 2 orang berbeda" in preview


def test_a_list_can_be_narrowed_to_one_outcome(agent: TestClient, number: int) -> None:
    page = agent.get(f"/tiket/{number}/daftar", params={"hasil": "issue_account"}).text
    assert rows(page) == [1, 2, 3]
    assert "3 baris cocok" in page
    none = agent.get(f"/tiket/{number}/daftar", params={"keadaan": "failed"}).text
    assert rows(none) == []
    assert rows(agent.get(f"/tiket/{number}/daftar", params={"hasil": "x"}).text)


def test_htmx_gets_the_section_alone(agent: TestClient, number: int) -> None:
    part = agent.get(f"/tiket/{number}/daftar", headers={"HX-Request": "true"}).text
    assert part.lstrip().startswith(f'<section id="ticket-{number}-list"')


def test_one_line_shows_both_systems_and_the_proposal(agent: TestClient, number: int) -> None:
    page = agent.get(f"/tiket/{number}/daftar/1").text
    assert listed.pupil("baru", 0) in page
    assert "new.after_3_working_days" in page
    assert listed.nisn(listed.pupil("baru", 0)) not in page
    assert agent.get(f"/tiket/{number}/daftar/11").status_code == 404


def test_a_look_comes_before_a_yes_to_all_of_one_outcome(
    agent: TestClient, staff: Colleagues, desk: Desk, number: int
) -> None:
    preview = agent.get(f"/tiket/{number}/daftar/pratinjau", params={"hasil": "keep_account"}).text
    assert "5 orang" in preview
    seen = re.search(r'name="sidik" value="([^"]+)"', preview)
    assert seen is not None
    path = f"/tiket/{number}/daftar/persetujuan-semua"
    assert post(agent, staff, path, hasil="keep_account", sidik="lain") == 409
    assert post(agent, staff, path, hasil="keep_account", sidik=seen[1]) == 303
    assert desk.counts(number)[Remedy.KEEP_ACCOUNT, PlanState.APPROVED] == 5
    assert post(agent, staff, path, hasil="keep_account", sidik=seen[1]) == 409
    gone = agent.get(f"/tiket/{number}/daftar/pratinjau", params={"hasil": "keep_account"})
    assert gone.status_code == 404


def test_chosen_lines_are_approved_and_rejected(
    agent: TestClient, staff: Colleagues, desk: Desk, number: int
) -> None:
    [first, second, *_] = [each.id for each in desk.plans(number, remedy=Remedy.KEEP_ACCOUNT)]
    assert post(agent, staff, f"/tiket/{number}/daftar/persetujuan", baris=[first]) == 303
    path = f"/tiket/{number}/daftar/penolakan"
    assert post(agent, staff, path, baris=[second]) == 422
    assert post(agent, staff, path, baris=[second], alasan="bukan murid kami") == 303
    assert post(agent, staff, path, baris=[second], alasan="sekali lagi") == 409
    assert post(agent, staff, f"/tiket/{number}/daftar/persetujuan") == 422
    found = desk.counts(number)
    assert found[Remedy.KEEP_ACCOUNT, PlanState.APPROVED] == 1
    assert found[Remedy.KEEP_ACCOUNT, PlanState.REJECTED] == 1
    with desk.database.read() as session:
        work = casework.of_plans(session, desk.plans(number, state=PlanState.REJECTED))
    assert work.approvals[second][0].reason == "bukan murid kami"


def test_a_refusal_keeps_the_reason_that_was_typed(
    agent: TestClient, staff: Colleagues, number: int
) -> None:
    data = {"csrf": staff.csrf[StaffRole.AGENT], "alasan": "panjang dan lebar"}
    answer = agent.post(f"/tiket/{number}/daftar/penolakan", data=data)
    assert answer.status_code == 422
    assert "panjang dan lebar" in answer.text
    assert "Pilih sedikitnya satu baris" in answer.text


def test_a_line_that_came_back_says_why_and_can_be_tried_again(
    agent: TestClient, staff: Colleagues, desk: Desk, number: int
) -> None:
    plan = desk.plans(number, remedy=Remedy.ISSUE_ACCOUNT)[0]
    desk.says_yes(number, remedy=Remedy.ISSUE_ACCOUNT)
    with desk.database.write() as session:
        plan.state = PlanState.FAILED
        session.add(plan)
    page = agent.get(f"/tiket/{number}/daftar", params={"keadaan": "failed"}).text
    assert rows(page) == [1]
    assert "Coba lagi yang dipilih" in page
    assert post(agent, staff, f"/tiket/{number}/daftar/percobaan", baris=[plan.id]) == 303
    assert desk.counts(number)[Remedy.ISSUE_ACCOUNT, PlanState.APPROVED] == 3
    assert desk.ticket(number).state is TicketState.RUNNING


def test_who_may_not_see_personal_data_sees_it_masked_and_who_may_is_noted(
    agent: TestClient, staff: Colleagues, number: int
) -> None:
    whole = listed.nisn(listed.pupil("baru", 0))
    assert whole not in agent.get(f"/tiket/{number}/daftar").text
    supervisor = staff.as_supervisor()
    assert whole in supervisor.get(f"/tiket/{number}/daftar").text
    assert "data pribadi lengkap" in supervisor.get(f"/tiket/{number}").text


def test_strangers_and_forged_forms_are_refused(
    client: TestClient, agent: TestClient, number: int
) -> None:
    for path in ("", "/1", "/pratinjau?hasil=keep_account"):
        answer = client.get(f"/tiket/{number}/daftar{path}")
        assert answer.headers["location"].startswith("/masuk")
    for path in ("persetujuan", "persetujuan-semua", "penolakan", "percobaan"):
        refused = agent.post(f"/tiket/{number}/daftar/{path}", data={"csrf": "x"})
        assert refused.status_code == 403
        answer = client.post(f"/tiket/{number}/daftar/{path}", data={"csrf": "x"})
        assert answer.status_code in {303, 401}


def test_a_report_without_a_list_has_no_such_page(agent: TestClient, desk: Desk) -> None:
    number = desk.arrives("")
    assert agent.get(f"/tiket/{number}/daftar").status_code == 404
    assert "Daftar 0 orang" not in agent.get(f"/tiket/{number}").text
