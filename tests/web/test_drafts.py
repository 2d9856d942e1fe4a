"""Nothing that is typed is lost: drafts on the server, and conflicts that keep the text."""

import re

import pytest
from httpx import Response

from app.store import drafts, events
from app.web.site import Site
from models import Staff, Ticket
from models.vocabulary import DraftKind
from tests.support import build
from tests.support.browser import TestClient
from tests.web.conftest import Colleagues

HTMX = {"HX-Request": "true"}


def test_an_act_after_somebody_elses_is_not_done_and_keeps_the_text(
    staff: Colleagues, sari: Staff, made: Ticket, site: Site
) -> None:
    mine, theirs = staff.as_agent(), staff.signed_in(sari)
    fields = _form(mine, made, "jawaban") | {"teks": "Jawaban panjang saya."}
    _send(theirs, made, "penugasan", _form(theirs, made, "penugasan"))
    answers = [_send(mine, made, "jawaban", fields, headers) for headers in ({}, HTMX)]
    for late in answers:
        assert late.status_code == 409
        assert "Sari Kencana, 25 Nov 2026 12.00 WIB: Diambil oleh Sari Kencana." in late.text
        assert "Jawaban panjang saya.</textarea>" in late.text
        assert f'<article id="ticket-{made.number}"' in late.text
    assert "answered_by_hand" not in _kinds(site, made)
    again = _form_in(answers[0], made, "jawaban") | {"teks": "Jawaban panjang saya."}
    assert _send(mine, made, "jawaban", again).status_code == 303
    assert "answered_by_hand" in _kinds(site, made)


def test_a_message_that_came_meanwhile_is_a_conflict_too(
    staff: Colleagues, made: Ticket, site: Site
) -> None:
    mine = staff.as_agent()
    fields = _form(mine, made, "penutupan")
    with site.database.write() as session:
        build.message(session, made, body="Ada satu lagi.")
    late = _send(mine, made, "penutupan", fields)
    assert late.status_code == 409
    assert "pesan baru" in late.text
    assert "closed" not in _kinds(site, made)


def test_ones_own_acts_are_no_conflict(staff: Colleagues, made: Ticket) -> None:
    mine = staff.as_agent()
    fields = _form(mine, made, "catatan") | {"teks": "Sudah ditelepon."}
    _send(mine, made, "penugasan", _form(mine, made, "penugasan"))
    assert _send(mine, made, "catatan", fields).status_code == 303


@pytest.mark.parametrize(("kind", "act"), [("answer", "jawaban"), ("note", "catatan")])
def test_a_draft_comes_back_and_is_gone_once_it_is_sent(
    staff: Colleagues, made: Ticket, site: Site, kind: str, act: str
) -> None:
    mine = staff.as_agent()
    fields = _form(mine, made, act) | {"teks": "Belum selesai <b>"}
    kept = _send(mine, made, f"draf/{kind}", fields, HTMX)
    assert "Draf tersimpan 25 Nov 2026 12.00 WIB." in kept.text
    assert _send(mine, made, f"draf/{kind}", fields).status_code == 303
    assert "Belum selesai &lt;b&gt;</textarea>" in mine.get(f"/tiket/{made.number}").text
    assert _send(mine, made, act, fields).status_code == 303
    assert not _drafts(site, made)


def test_an_emptied_draft_is_gone(staff: Colleagues, made: Ticket, site: Site) -> None:
    mine = staff.as_agent()
    fields = _form(mine, made, "jawaban")
    for text in ("Satu", "  "):
        _send(mine, made, "draf/answer", fields | {"teks": text}, HTMX)
    assert not _drafts(site, made)


def test_a_draft_is_kept_whatever_others_have_done(
    staff: Colleagues, sari: Staff, made: Ticket
) -> None:
    mine, theirs = staff.as_agent(), staff.signed_in(sari)
    fields = _form(mine, made, "jawaban") | {"teks": "Masih menulis."}
    _send(theirs, made, "penugasan", _form(theirs, made, "penugasan"))
    assert "Draf tersimpan" in _send(mine, made, "draf/answer", fields, HTMX).text
    page = mine.get(f"/tiket/{made.number}").text
    assert "Sejak draf ini ditulis: Sari Kencana" in page


def test_a_colleagues_draft_is_seen_and_taken_over_on_purpose(
    staff: Colleagues, sari: Staff, made: Ticket, site: Site
) -> None:
    mine, theirs = staff.as_agent(), staff.signed_in(sari)
    _send(theirs, made, "draf/answer", _form(theirs, made, "jawaban") | {"teks": "Milik Sari"})
    fields = _form(theirs, made, "jawaban") | {"teks": "Milik Sari, lagi"}
    _send(mine, made, "draf/answer", _form(mine, made, "jawaban") | {"teks": "Milik saya"})
    page = mine.get(f"/tiket/{made.number}")
    assert "Draf jawaban oleh Sari Kencana, 25 Nov 2026 12.00 WIB" in page.text
    assert _send(mine, made, "draf-rekan", _form_in(page, made, "draf-rekan")).status_code == 303
    assert _drafts(site, made) == [(DraftKind.ANSWER, "Milik saya\n\nMilik Sari")]
    gone = _send(mine, made, "draf-rekan", _form_in(page, made, "draf-rekan"))
    assert gone.status_code == 404
    late = _send(theirs, made, "jawaban", fields)
    assert late.status_code == 409
    assert "Milik Sari, lagi</textarea>" in late.text


def test_a_stranger_keeps_nothing(client: TestClient, made: Ticket, site: Site) -> None:
    refused = client.post(f"/tiket/{made.number}/draf/answer", data={"teks": "x", "csrf": "y"})
    assert refused.status_code in {303, 401}
    assert not _drafts(site, made)


def test_a_draft_without_the_sessions_token_is_refused(
    staff: Colleagues, made: Ticket, site: Site
) -> None:
    mine = staff.as_agent()
    assert _send(mine, made, "draf/answer", {"teks": "x", "csrf": "y"}).status_code == 403
    assert not _drafts(site, made)


def _form(browser: TestClient, made: Ticket, act: str) -> dict[str, str]:
    return _form_in(browser.get(f"/tiket/{made.number}"), made, act)


def _form_in(page: Response, made: Ticket, act: str) -> dict[str, str]:
    """The hidden fields of that form."""
    form = re.search(
        rf'<form [^>]*action="/tiket/{made.number}/{act}".*?</form>', page.text, re.DOTALL
    )
    assert form, act
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form[0]))


def _send(
    browser: TestClient,
    made: Ticket,
    act: str,
    fields: dict[str, str],
    headers: dict[str, str] | None = None,
) -> Response:
    answer: Response = browser.post(f"/tiket/{made.number}/{act}", data=fields, headers=headers)
    return answer


def _kinds(site: Site, made: Ticket) -> list[str]:
    with site.database.read() as session:
        return [each.kind for each in events.of_ticket(session, made.id)]


def _drafts(site: Site, made: Ticket) -> list[tuple[DraftKind, str]]:
    with site.database.read() as session:
        return [(each.kind, each.body) for each in drafts.of_ticket(session, made.id)]
