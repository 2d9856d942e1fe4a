"""What the suggestions spare, as supervisors see it: a sentence, a table, and its limits."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from app.demo import guides
from app.kit.clock import wib_day
from app.store.session import Session
from app.web.site import Site
from models import Trial, TrialArticle
from models.vocabulary import Category, StaffRole
from tests.support.browser import TestClient
from tests.support.chromium import DESK, PHONE, overflow
from tests.support.pages import pages_of
from tests.web.conftest import WEDNESDAY_NOON, Colleagues, Opened

PAGE = "/panduan/manfaat"
DAY = wib_day(WEDNESDAY_NOON - timedelta(days=5))
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]}


def add(
    session: Session,
    category: Category | None,
    *,
    held_out: tuple[int, int] = (0, 0),
    shown: tuple[int, int] = (0, 0),
    day: date = DAY,
) -> list[Trial]:
    """Visits and how many of them sent, on each side; those of the side that saw the answer."""
    made = []
    for is_held_out, (visits, sent) in ((True, held_out), (False, shown)):
        made += [
            Trial(
                visit=f"{category}{is_held_out}{day}{number}",
                is_held_out=is_held_out,
                category=category,
                day=day,
                begun_at=WEDNESDAY_NOON,
                sent_at=WEDNESDAY_NOON if number < sent else None,
            )
            for number in range(visits)
        ]
    session.add_all(made)
    session.flush()
    return [each for each in made if not each.is_held_out]


@pytest.fixture
def furnished(site: Site) -> Site:
    """A fifth is spared where a password was forgotten, nothing elsewhere."""
    with site.database.write() as session:
        seen = add(session, Category.PASSWORD_RESET, held_out=(50, 45), shown=(450, 315))
        add(session, Category.ACTIVATION, held_out=(40, 30), shown=(360, 271))
        add(session, None, held_out=(4, 3), shown=(30, 20))
        for number, each in enumerate(seen):
            opened = WEDNESDAY_NOON - timedelta(minutes=1) if number % 3 == 0 else None
            session.add(TrialArticle(trial_id=each.id, slug="lupa-kata-sandi", opened_at=opened))
    return site


def page_of(site: Site, staff: Colleagues, path: str = PAGE) -> str:
    answer = of_site(site, staff).get(path)
    assert answer.status_code == 200
    return str(answer.text)


def of_site(site: Site, staff: Colleagues) -> TestClient:
    """A supervisor where a tenth of visits is held out."""
    client = TestClient(pages_of(replace(site, holdout=0.1)), follow_redirects=False)
    client.cookies.update(staff.as_supervisor().cookies)
    return client


def test_the_total_is_said_in_words_and_each_category_with_its_bounds(
    furnished: Site, staff: Colleagues
) -> None:
    said = page_of(furnished, staff)
    # 78 of 94 without, 606 of 840 with the answer.
    assert "Sekitar 91 laporan tidak perlu dikirim berkat saran (antara 13 dan 150)" in said
    assert "78 dari 94 kunjungan mengirim laporan (83%)" in said
    for words in (
        "45 dari 50<",
        "315 dari 450<",
        ">20 <small",
        "Tidak terbaca, hanya panduan",
        "terlalu sedikit",
        "belum terbukti",
    ):
        assert words in said
    assert "Jangan pakai angka" not in said


def test_articles_are_described_and_no_proof_is_claimed(furnished: Site, staff: Colleagues) -> None:
    with furnished.database.write() as session:
        guides.publish(session, by=staff.add(StaffRole.AGENT), now=furnished.clock())
    said = page_of(furnished, staff)
    row = said.partition("/panduan/kelola/lupa-kata-sandi")[2].partition("</tr>")[0]
    assert [number in row for number in (">450<", ">150 ", ">105 ")] == [True] * 3
    assert "bukan bukti" in said


def test_visits_that_may_still_send_are_not_counted(site: Site, staff: Colleagues) -> None:
    with site.database.write() as session:
        add(session, None, held_out=(50, 50), shown=(450, 0), day=wib_day(WEDNESDAY_NOON))
    said = page_of(site, staff, f"{PAGE}?dari=2026-11-01&sampai=2026-11-25")
    assert "Belum ada kunjungan yang dapat dihitung" in said


def test_a_split_that_chance_does_not_make_is_warned_of(site: Site, staff: Colleagues) -> None:
    with site.database.write() as session:
        add(session, None, held_out=(200, 200), shown=(300, 0))
    assert "Jangan pakai angka masa ini: 200 dari 500" in page_of(site, staff)


def test_without_a_measure_or_with_bad_days_it_says_so(staff: Colleagues) -> None:
    boss = staff.as_supervisor()
    assert "Pengukuran tidak berjalan" in boss.get(PAGE).text
    bad = boss.get(f"{PAGE}?dari=kemarin")
    assert bad.status_code == 422
    assert "tidak dapat dibaca" in bad.text


def test_supervisors_find_it_and_others_do_not_open_it(
    client: TestClient, staff: Colleagues
) -> None:
    boss = staff.as_supervisor()
    assert PAGE in boss.get("/panduan/kelola").text
    assert PAGE in boss.get("/pengelolaan").text
    assert "Benefit of suggestions" in boss.get(f"{PAGE}?bahasa=en").text
    agent = staff.as_agent()
    assert agent.get(PAGE).status_code == 403
    assert PAGE not in agent.get("/pengelolaan").text
    assert client.get(PAGE).status_code == 303


@pytest.mark.web
@pytest.mark.slow
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_it_is_accessible_and_fits(opened: Opened, address: str, furnished: Site) -> None:
    page = opened(viewport={"width": DESK, "height": 900}).new_page()
    page.goto(address + PAGE)
    found = Axe().run(page, options=RULES).response["violations"]
    assert not [(each["id"], each["nodes"]) for each in found]
    for width in (PHONE, 768, DESK):
        page.set_viewport_size({"width": width, "height": 900})
        assert overflow(page) <= 0, width
    page.get_by_label("Dari").focus()
    page.keyboard.type("01012026")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}{PAGE}?dari=2026-01-01&sampai=2026-11-23")
    page.set_viewport_size({"width": PHONE, "height": 900})
    found = Axe().run(page, options=RULES).response["violations"]
    assert not [(each["id"], each["nodes"]) for each in found]
