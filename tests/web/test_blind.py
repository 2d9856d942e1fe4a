"""A blind ticket: the category is named from the text alone, then everything is shown."""

import pytest

from app.store import casework, labels
from app.web.site import Site
from models import Ticket
from models.vocabulary import Category, LabelKind, StaffRole
from tests.support import build
from tests.support.browser import TestClient
from tests.web.conftest import Colleagues


@pytest.fixture
def ticket(site: Site) -> Ticket:
    with site.database.write() as session:
        return build.planned(session, is_blind=True, category=None)


def name(client: TestClient, staff: Colleagues, ticket: Ticket, category: str) -> int:
    sent = {"csrf": staff.csrf[StaffRole.AGENT], "kategori": category}
    answer = client.post(f"/tiket/{ticket.number}/kategori-tanpa-saran", data=sent)
    return int(answer.status_code)


def test_nothing_gives_the_category_away(staff: Colleagues, ticket: Ticket) -> None:
    agent = staff.as_agent()
    page = agent.get(f"/tiket/{ticket.number}").text
    body = page.split("</select>")[-1] + page.split("<select")[0]
    for hidden in ("Perubahan peran", "97%", "<mark>", 'usulan" value', "diangkat menjadi</mark>"):
        assert hidden not in body
    assert "Kategori dari teks saja" in page
    assert "Hasil pembacaan" not in page
    queue = agent.get("/antrean").text
    assert "Perlu dibaca tanpa saran" in queue
    assert agent.get("/antrean?kategori=role_change").text.count(f"#{ticket.number}") == 0


def test_a_decision_is_refused_meanwhile(staff: Colleagues, ticket: Ticket, site: Site) -> None:
    agent = staff.as_agent()
    with site.database.read() as session:
        plans = ".".join(str(each) for each in casework.proposed_ids(session, ticket.id))
    sent = {"csrf": staff.csrf[StaffRole.AGENT], "usulan": plans}
    refused = agent.post(f"/tiket/{ticket.number}/persetujuan", data=sent)
    assert refused.status_code == 409
    assert "Pilih dahulu kategori dari teksnya" in refused.text


def test_naming_shows_everything_and_counts_once(
    staff: Colleagues, ticket: Ticket, site: Site
) -> None:
    agent = staff.as_agent()
    assert name(agent, staff, ticket, "role_change") == 303
    page = agent.get(f"/tiket/{ticket.number}").text
    assert "Hasil pembacaan" in page
    assert "Kategori dari teks saja" not in page
    assert "Loket membacanya lain" not in page
    assert name(agent, staff, ticket, "activation") == 409
    with site.database.read() as session:
        [event] = labels.of_ticket(session, ticket.id)
    assert (event.kind, event.label) == (LabelKind.BLIND, Category.ROLE_CHANGE)


def test_another_category_is_offered_not_set(staff: Colleagues, ticket: Ticket, site: Site) -> None:
    agent = staff.as_agent()
    assert name(agent, staff, ticket, "activation") == 303
    page = agent.get(f"/tiket/{ticket.number}").text
    assert "Loket membacanya lain" in page
    sent = {"csrf": staff.csrf[StaffRole.AGENT], "kategori": "activation"}
    assert agent.post(f"/tiket/{ticket.number}/kategori", data=sent).status_code == 303
    assert "Loket membacanya lain" not in agent.get(f"/tiket/{ticket.number}").text
    with site.database.read() as session:
        kinds = [each.kind for each in labels.of_ticket(session, ticket.id)]
    assert kinds == [LabelKind.BLIND, LabelKind.CORRECTED]


def test_a_choice_is_needed(staff: Colleagues, ticket: Ticket) -> None:
    agent = staff.as_agent()
    assert name(agent, staff, ticket, "") == 422
    assert name(agent, staff, ticket, "x_entah") == 422
    assert name(staff.as_supervisor(), staff, ticket, "activation") == 403


def test_scripts_get_the_ticket_back(staff: Colleagues, ticket: Ticket) -> None:
    agent = staff.as_agent()
    sent = {"csrf": staff.csrf[StaffRole.AGENT], "kategori": "role_change"}
    answer = agent.post(
        f"/tiket/{ticket.number}/kategori-tanpa-saran", data=sent, headers={"HX-Request": "true"}
    )
    assert f'id="ticket-{ticket.number}"' in answer.text
    assert "Hasil pembacaan" in answer.text
