"""The page behind a mailed link, and what colleagues do to have one mailed."""

import re
from dataclasses import replace

import pytest

from app.access.limits import CODE_PER_ADDRESS
from app.access.links import Links
from app.lookup.dossier import Requester, SchoolUser
from app.store import proofs, replies, tickets, vouches
from app.web.site import Site
from models import Proof, Ticket
from models.vocabulary import ProofKind, Remedy, StaffRole, TicketState, VouchState
from tests.support import build
from tests.support.browser import TestClient
from tests.web.conftest import Clock, Colleagues

OWNER = "sekar.pribadi@surat.example"
OFFICER = "operator@smp3tirta.example"
STRANGER = Requester("asing@lain.example")


def _restoring(site: Site, *, vouchable: bool = False) -> Ticket:
    """A stranger wants access; the owner has a mail, or the school must be asked."""
    account = build.account(recovery_email=None if vouchable else OWNER)
    found = build.dossier(
        requester=STRANGER,
        accounts=(account,),
        officers=(SchoolUser(build.NPSN, "Tuti Misalkan", "Operator Sekolah", OFFICER, "x"),),
    )
    judged = replace(build.verdict(steps=()), remedy=Remedy.FIX_DAPODIK)
    if vouchable:
        judged = replace(judged, rule="password.contact_first")
    with site.database.write() as session:
        made = build.ticket(
            session, state=TicketState.PLANNED, requester_email=STRANGER.email, npsn=str(build.NPSN)
        )
        build.propose(session, made, judged, found=found)
    return made


def _ask(staff: Colleagues, ticket: Ticket, act: str, **fields: str) -> TestClient:
    browser = staff.as_agent()
    page = browser.get(f"/tiket/{ticket.number}").text
    assert f'action="/tiket/{ticket.number}/{act}"' in page
    answer = browser.post(
        f"/tiket/{ticket.number}/{act}",
        data={"csrf": staff.csrf[StaffRole.AGENT], "subjek": "1", **fields},
    )
    assert answer.status_code == 303, answer.text
    return browser


def _proof(site: Site, ticket: Ticket) -> Proof:
    with site.database.read() as session:
        return proofs.of_ticket(session, ticket.id)[-1]


def _path(site: Site, ticket: Ticket) -> str:
    url = Links(site.secret, site.public_url).url(_proof(site, ticket))
    return url.removeprefix(site.public_url)


def _words(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))


def test_opening_changes_nothing_and_answering_once_does(
    staff: Colleagues, site: Site, client: TestClient
) -> None:
    ticket = _restoring(site)
    browser = _ask(staff, ticket, "konfirmasi")
    assert "s***@surat.example" in browser.get(f"/tiket/{ticket.number}").text
    path = _path(site, ticket)
    page = client.get(path)
    assert page.status_code == 200
    assert "a•••@lain.example" in page.text
    for secret in (OWNER, "Sekar", build.NIK, "asing@", str(build.OLD_ADDRESS)):
        assert secret not in page.text
    assert client.head(path).status_code == 200
    assert _proof(site, ticket).answer is None

    assert client.post(path, data={"jawaban": "ya"}).status_code == 303
    assert client.post(path, data={"jawaban": "tidak"}).status_code == 303
    assert _proof(site, ticket).answer is True
    assert "laporan dilanjutkan" in client.get(path).text
    with site.database.read() as session:
        assert tickets.by_id(session, ticket.id).state is TicketState.RECEIVED


def test_a_denial_is_seen_by_everyone_who_decides(
    staff: Colleagues, site: Site, client: TestClient
) -> None:
    ticket = _restoring(site)
    browser = _ask(staff, ticket, "konfirmasi")
    client.post(_path(site, ticket), data={"jawaban": "tidak"})
    page = browser.get(f"/tiket/{ticket.number}").text
    assert "Mencurigakan" in page
    assert "disangkal melalui tautan" in page
    assert f'action="/tiket/{ticket.number}/konfirmasi"' not in page
    overview = staff.as_supervisor().get("/jaminan").text
    assert f'href="/tiket/{ticket.number}"' in overview


def test_neither_answer_is_no_answer(staff: Colleagues, site: Site, client: TestClient) -> None:
    ticket = _restoring(site)
    _ask(staff, ticket, "konfirmasi")
    answer = client.post(_path(site, ticket), data={"jawaban": "mungkin"})
    assert answer.status_code == 422
    assert "Pilih salah satu jawaban" in answer.text
    assert _proof(site, ticket).answer is None


def test_a_form_of_another_site_answers_nothing(
    staff: Colleagues, site: Site, client: TestClient
) -> None:
    ticket = _restoring(site)
    _ask(staff, ticket, "konfirmasi")
    headers = {"Sec-Fetch-Site": "cross-site"}
    answer = client.post(_path(site, ticket), data={"jawaban": "ya"}, headers=headers)
    assert answer.status_code == 403
    assert _proof(site, ticket).answer is None


def test_guesses_are_counted_and_end(site: Site, client: TestClient) -> None:
    for _ in range(CODE_PER_ADDRESS.tries):
        assert client.get("/konfirmasi/tebakan").status_code == 404
    assert client.get("/konfirmasi/tebakan").status_code == 429
    assert client.post("/konfirmasi/tebakan", data={"jawaban": "ya"}).status_code == 429


def test_a_link_too_old_says_so_and_takes_no_answer(
    staff: Colleagues, site: Site, client: TestClient, clock: Clock
) -> None:
    ticket = _restoring(site)
    _ask(staff, ticket, "konfirmasi")
    path, until = _path(site, ticket), _proof(site, ticket).expires_at
    clock.now = until
    page = client.get(path).text
    assert "sudah tidak berlaku" in page
    assert "<button" not in page.split("<main")[1]
    assert client.post(path, data={"jawaban": "ya"}).status_code == 410


def test_the_school_sees_name_and_school_and_its_word_is_listed(
    staff: Colleagues, site: Site, client: TestClient
) -> None:
    ticket = _restoring(site, vouchable=True)
    browser = _ask(staff, ticket, "jaminan", jabatan="operator")
    path = _path(site, ticket)
    page = _words(client.get(path).text)
    assert "Sekar Lestari" in page
    assert "SMP Negeri 3 Tirta" in page
    for secret in (build.NIK, "lain.example", "@guru", "sekarlestari"):
        assert secret not in page
    client.post(path, data={"jawaban": "ya"})
    with site.database.read() as session:
        [vouch] = vouches.of_ticket(session, ticket.id)
    assert vouch.state is VouchState.GIVEN
    shown = _words(browser.get(f"/tiket/{ticket.number}").text)
    assert "Dijamin operator" in shown
    assert "masa tunggu sampai 26 Nov 2026 12.00 WIB" in shown

    listed = _words(staff.as_supervisor().get("/jaminan").text)
    assert "Tuti Misalkan" in listed
    assert "1 dari 10" in listed
    with site.database.read() as session:
        kinds = [each.kind for each in proofs.of_ticket(session, ticket.id)]
    assert kinds.count(ProofKind.OBJECTION) == 2  # the account itself, and whoever wrote


def test_no_link_stands_in_the_outbox(staff: Colleagues, site: Site) -> None:
    ticket = _restoring(site)
    browser = _ask(staff, ticket, "konfirmasi")
    with site.database.read() as session:
        [reply] = replies.of_ticket(session, ticket.id)
    page = browser.get(f"/kotak-keluar/{reply.id}").text
    assert "/konfirmasi/" not in page
    assert "tautan pribadi" in page


@pytest.mark.parametrize("act", ["konfirmasi", "jaminan"])
def test_what_cannot_be_asked_is_refused_in_one_sentence(
    staff: Colleagues, site: Site, act: str
) -> None:
    with site.database.write() as session:
        made = build.ticket(session, state=TicketState.PLANNED)
        alone = build.dossier(accounts=(), officers=(), requester=STRANGER)
        build.propose(session, made, build.verdict(steps=()), found=alone)
    browser = staff.as_agent()
    answer = browser.post(
        f"/tiket/{made.number}/{act}", data={"csrf": staff.csrf[StaffRole.AGENT], "subjek": "1"}
    )
    assert answer.status_code == 409
    assert "Tidak ada" in answer.text or "tidak ada" in answer.text
    unknown = browser.post(
        f"/tiket/{made.number}/{act}", data={"csrf": staff.csrf[StaffRole.AGENT], "subjek": "9"}
    )
    assert unknown.status_code == 404


def test_agents_do_not_read_the_list_of_vouches(staff: Colleagues) -> None:
    assert staff.as_agent().get("/jaminan").status_code == 403
    assert "Tidak ada jaminan" in staff.as_supervisor().get("/jaminan").text
