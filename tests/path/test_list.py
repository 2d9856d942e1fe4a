"""A list of five hundred, from the form to the answer: nobody is lost, nobody done twice."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from app import triage
from app.intake import keys
from app.proving import delivery
from app.store.session import Database
from app.web.site import Site
from models.vocabulary import PlanState, Remedy, ReplyState, TicketState
from tests.support import directory, listed
from tests.support.browser import TestClient
from tests.support.listed import HERE, NOON, OPERATOR, SECRET, Desk, Post
from tests.support.pages import pages_of

LISTED = {"baru": 40, "lama": 400, "kini": 40, "gaib": 10, "asing": 10}


def sends(browser: TestClient, table: bytes) -> int:
    """The operator checks a file, then sends what was understood; the nomor laporan."""
    typed = {
        "kategori": "no_account_student",
        "npsn": HERE,
        "nama": "Opera Ujinya",
        "tipe_pengguna": "operator",
        "email": OPERATOR,
    }
    file = [("berkas", ("murid.csv", table, "text/csv"))]
    checked = browser.post("/bantuan/daftar", data=typed, files=file).text
    assert "500 orang terbaca" in checked
    hidden = {
        name: re.findall(rf'name="{name}" value="([^"]*)"', checked)[0]
        for name in ("pengiriman", "sidik")
    }
    text = re.findall(r'<textarea[^>]*?id="daftar"[^>]*>\n?(.*?)</textarea>', checked, re.S)[0]
    sent = browser.post(
        "/bantuan/daftar",
        data={**typed, **hidden, "langkah": "kirim", "daftar": text},
        files=[("x", ("", b""))],
    )
    assert sent.status_code == 303
    return int(re.findall(r"/laporan/(\d+)", sent.headers["location"])[0])


# Parts, decisions and read-backs of lists run on both databases in the tests of the steps.
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_list_of_five_hundred_is_answered(database: Database, tmp_path: Path) -> None:
    site = Site(database, SECRET, tmp_path, "http://loket.example", 700_000, 2_000_000, 4,
                clock=lambda: NOON)  # fmt: skip
    browser = TestClient(pages_of(site), follow_redirects=False)
    world = listed.world(tmp_path / "dunia", **LISTED)
    journal = tmp_path / "direktori.jsonl"
    number = sends(browser, listed.listed(**LISTED).encode("utf-16"))

    with directory.served(*world.accounts, journal=journal) as served:
        desk = Desk(database, listed.outside(world, served.admin()), tmp_path)
        assert desk.considers_all(number) == 20
        # More than twenty people: each change needs two, the rest one.
        desk.says_yes(number)
        desk.says_yes(number, who=1)
        assert desk.ticket(number).state is TicketState.RUNNING
        desk.carries_out(number)
        # A worker that was taken for dead carries everything out once more.
        for plan in desk.plans(number, state=PlanState.DONE)[:20]:
            triage.carry_out(database, plan.id, outside=desk.outside, clock=lambda: NOON)

    assert desk.counts(number) == {
        (Remedy.ISSUE_ACCOUNT, PlanState.DONE): LISTED["baru"],
        (Remedy.KEEP_ACCOUNT, PlanState.DONE): LISTED["lama"],
        (Remedy.WAIT_FOR_SYNC, PlanState.DONE): LISTED["kini"],
        (Remedy.FIX_DAPODIK, PlanState.DONE): LISTED["gaib"],
        (Remedy.MANUAL_REVIEW, PlanState.DONE): LISTED["asing"],
    }
    changes = [json.loads(each) for each in journal.read_text().splitlines() if each]
    owners = Counter(each["externalIds"][0]["value"] for each in changes)
    assert (len(owners), set(owners.values())) == (LISTED["baru"], {1})

    # Lines of the other school need a person; those of today come back on their day.
    assert_answered(desk, browser, number)


def assert_answered(desk: Desk, browser: TestClient, number: int) -> None:
    """One mail with counts, and a page with each line."""
    ticket = desk.ticket(number)
    assert (ticket.state, ticket.due_at) == (TicketState.MANUAL, ticket.promised_at)
    [answer] = desk.answers(number)
    outside = desk.outside
    delivery.deliver(desk.database, answer.id, mailer=outside.mailer, links=outside.links, now=NOON)
    assert isinstance(desk.outside.mailer, Post)
    [mail] = desk.outside.mailer.sent
    assert "40 akun diterbitkan" in mail.body
    assert "10 di luar wewenang pelapor" in mail.body
    [link] = re.findall(r"http://loket\.example(/laporan/\d+/daftar)\?", mail.body)
    page = browser.get(f"{link}?kunci={keys.key_for(number, SECRET)}")
    assert "<b>400</b> akun sudah ada" in page.text
    assert desk.answers(number)[0].state is ReplyState.SENT
