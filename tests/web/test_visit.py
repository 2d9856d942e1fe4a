"""The likely answer is withheld from a share of visits, and what came of each is noted once."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlmodel import select

from app.demo import guides
from app.guide import holdout
from app.store import tickets
from app.web.site import Site
from app.web.visit import COOKIE
from models import Trial, TrialArticle
from models.vocabulary import Category, StaffRole
from tests.support.browser import TestClient
from tests.support.pages import pages_of
from tests.web.conftest import Clock, Colleagues

FORM = {
    "pengiriman": "token-formulir",
    "perihal": "Pindah data",
    "uraian": "Bagaimana memindahkan data akun lama ke akun baru?",
    "kategori": "data_migration",
    "email": "sarinah@surat.example",
    "nama": "Sarinah Wati",
    "tipe_pengguna": "guru",
}
ANSWER = "Mungkin ini jawabannya"


@pytest.fixture
def measured(site: Site, staff: Colleagues) -> Site:
    """Half of the visits see nothing."""
    by = staff.add(StaffRole.SUPERVISOR)
    with site.database.write() as session:
        guides.publish(session, by=by, now=site.clock())
    return replace(site, holdout=0.5)


def visitor(site: Site, *, is_held_out: bool) -> TestClient:
    """Somebody whose browser keeps a mark of that side."""
    client = stranger(site)
    marks = (f"tanda-{number}" for number in range(999))
    fitting = [
        mark
        for mark in marks
        if holdout.is_held_out(holdout.visit_of(mark, site.secret), share=site.holdout)
        is is_held_out
    ]
    keep(client, fitting[0])
    return client


def keep(client: TestClient, mark: str) -> None:
    # Of the very domain the form's own would be of, so that it is replaced and taken away.
    client.cookies.set(COOKIE, mark, domain="testserver.local")


def stranger(site: Site) -> TestClient:
    """A browser without a mark."""
    return TestClient(pages_of(site), follow_redirects=False)


def asks(client: TestClient, path: str = "/bantuan/saran", **more: str) -> str:
    answer = client.post(path, data={**FORM, **more})
    assert answer.status_code == 200
    return str(answer.text)


def noted(site: Site) -> Sequence[Trial]:
    with site.database.read() as session:
        return session.exec(select(Trial)).all()


@pytest.mark.parametrize(("path", "more"), [("/bantuan/saran", {}), ("/bantuan", {"periksa": "1"})])
def test_a_visit_held_out_sees_no_answer_and_both_sides_are_noted(
    measured: Site, path: str, more: dict[str, str]
) -> None:
    for is_held_out in (True, False):
        said = asks(visitor(measured, is_held_out=is_held_out), path, **more)
        assert (ANSWER in said) is not is_held_out
        assert ("/panduan/" in said) is not is_held_out
    rows = noted(measured)
    assert sorted(each.is_held_out for each in rows) == [False, True]
    assert {each.category for each in rows} == {Category.DATA_MIGRATION}
    with measured.database.read() as session:
        articles = session.exec(select(TrialArticle)).all()
    shown = {each.id for each in rows if not each.is_held_out}
    assert {each.trial_id for each in articles} == shown


def test_typing_on_and_sending_twice_is_one_visit_with_one_report(measured: Site) -> None:
    client = visitor(measured, is_held_out=True)
    mark = client.cookies[COOKIE]
    assert asks(client) == asks(client, uraian=f"{FORM['uraian']} Mohon bantuan.")
    assert client.post("/bantuan", data=FORM).status_code == 303
    assert COOKIE not in client.cookies
    keep(client, mark)
    assert client.post("/bantuan", data=FORM).status_code == 303
    (trial,) = noted(measured)
    assert trial.sent_at == measured.clock()
    with measured.database.read() as session:
        assert len(tickets.after_id(session, 0, limit=9)) == 1


def test_a_report_without_anything_to_say_before_is_no_trial(measured: Site) -> None:
    client = visitor(measured, is_held_out=False)
    asks(client, perihal="", uraian="Tolong")
    client.post("/bantuan", data=FORM)
    assert noted(measured) == []


def test_the_form_gives_a_mark_and_without_cookies_its_own_serves(measured: Site) -> None:
    client = stranger(measured)
    client.get("/bantuan")
    mark = client.cookies[COOKIE]
    client.get("/bantuan")
    assert client.cookies[COOKIE] == mark
    client.cookies.clear()
    asks(client)
    client.post("/bantuan", data=FORM)
    (trial,) = noted(measured)
    assert trial.sent_at is not None
    assert FORM["pengiriman"] not in trial.visit


def test_an_article_opened_from_the_answer_is_noted(measured: Site, clock: Clock) -> None:
    client = visitor(measured, is_held_out=False)
    asks(client)
    with measured.database.read() as session:
        slug = session.exec(select(TrialArticle.slug)).first()
    clock.forward(timedelta(minutes=1))
    assert client.get(f"/panduan/{slug}").status_code == 200
    with measured.database.read() as session:
        row = session.exec(select(TrialArticle).where(TrialArticle.slug == slug)).one()
    assert row.opened_at == clock()


def test_colleagues_and_sites_without_a_measure_see_everything_and_are_not_noted(
    measured: Site, staff: Colleagues
) -> None:
    client = visitor(measured, is_held_out=True)
    same = stranger(replace(measured, holdout=0.0))
    keep(same, client.cookies[COOKIE])
    assert ANSWER in asks(same)
    client.cookies.update(staff.as_agent().cookies)
    assert ANSWER in asks(client)
    assert noted(measured) == []


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_what_cannot_be_noted_holds_nobody_up(measured: Site) -> None:
    with measured.database.engine.begin() as connection:
        connection.exec_driver_sql("DROP TABLE trialarticle")
        connection.exec_driver_sql("DROP TABLE trial")
    client = visitor(measured, is_held_out=False)
    assert ANSWER in asks(client)
    assert client.get("/panduan/lupa-kata-sandi").status_code == 200
    assert client.post("/bantuan", data=FORM).status_code == 303


def test_readers_of_the_guides_are_told_of_it(measured: Site, client: TestClient) -> None:
    assert "tidak melihat saran" in stranger(measured).get("/panduan").text
    assert "tidak melihat saran" not in client.get("/panduan").text
