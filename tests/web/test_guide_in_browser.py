"""The help articles and the desk where they are written, in a real browser."""

import pytest

from app.demo import guides
from app.store import staff as colleagues
from app.web.site import Site
from tests.support.chromium import is_sound
from tests.web.conftest import Opened

pytestmark = [
    pytest.mark.web,
    pytest.mark.slow,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]


@pytest.fixture
def published(site: Site, opened: Opened) -> Site:
    with site.database.write() as session:
        by = colleagues.by_username(session, "penyelia")
        assert by is not None
        guides.publish(session, by=by, now=site.clock())
    return site


def test_the_guides_are_accessible_and_fit(
    public: Opened, address: str, published: Site, opened: Opened
) -> None:
    page, desk = public().new_page(), opened().new_page()
    for path in ("/panduan", "/panduan?cari=pindah", "/panduan/memperbaiki-data"):
        page.goto(address + path)
        is_sound(page)
    for path in ("/panduan/kelola", "/panduan/kelola/baru", "/panduan/kelola/pindah-sekolah"):
        desk.goto(address + path)
        is_sound(desk)


def test_an_article_is_written_and_read_without_scripts(
    address: str, published: Site, opened: Opened
) -> None:
    page = opened(java_script_enabled=False).new_page()
    page.goto(f"{address}/panduan/kelola/baru")
    page.fill("#panduan-slug", "akun-ganda")
    page.fill("#panduan-judul", "Dua akun")
    page.fill("#panduan-isi", "Pakailah yang [sesuai](/bantuan).")
    page.get_by_role("button", name="Terbitkan").click()
    page.get_by_text("Isian ini wajib.").wait_for()
    page.fill("#panduan-sebab", "Sering ditanyakan.")
    page.get_by_role("button", name="Pratinjau").click()
    page.get_by_text("Belum disimpan. Begini publik").wait_for()
    page.get_by_role("button", name="Terbitkan").click()
    page.get_by_role("link", name="Lihat sebagai publik").click()
    page.get_by_role("link", name="sesuai").wait_for()
