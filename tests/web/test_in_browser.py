"""The public pages in a real browser, with scripts off, on a telephone and on a desk."""

import pytest

from tests.support.chromium import is_sound
from tests.web.conftest import Opened

pytestmark = [
    pytest.mark.web,
    pytest.mark.slow,
    pytest.mark.parametrize("database_url", ["sqlite"], indirect=True),
]


def test_the_public_pages_are_accessible_and_fit(public: Opened, address: str) -> None:
    page = public().new_page()
    for path in ("/", "/bantuan", "/laporan", "/tidak-ada"):
        page.goto(address + path)
        is_sound(page)
    page.goto(address + "/bantuan")
    page.click("form.panel button.primary")
    page.get_by_text("Laporan belum terkirim").wait_for()
    is_sound(page)


def test_a_report_is_made_and_seen_again_without_scripts(public: Opened, address: str) -> None:
    page = public(java_script_enabled=False).new_page()
    page.goto(address + "/bantuan")
    page.fill("#perihal", "Akun belum muncul")
    page.fill("#uraian", "Akun guru kami belum ditemukan, mohon bantuan.")
    page.fill("#email", "sarinah@surat.example")
    page.fill("#nama", "Sarinah Wati")
    page.select_option("#tipe_pengguna", "operator")
    page.click("form.panel button.primary")
    page.get_by_text("Laporan Anda sudah kami terima").wait_for()
    key = page.locator(".big.mono").inner_text()
    page.goto(address + "/laporan")
    page.fill("#nomor", "100001")
    page.fill("#kunci", key)
    page.click("form.panel button.primary")
    page.get_by_text("Sampai di mana").wait_for()
