"""The story of the first user in a real browser: what the demo promises.

On SQLite, as the demo runs; pages, commands and workers are tested on PostgreSQL one by one.
"""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from app.demo.run import COLLEAGUES, _settings, running
from app.settings import Settings
from tests.support.chromium import PATIENCE_MS
from tests.support.servers import free_port

PASSWORDS = {name: password for name, _, _, password in COLLEAGUES}
OLD = "sasmitakertanagara27@guru.sd.belajar.id"
NEW = "sasmitakertanagara27@admin.sd.belajar.id"
THREAD = """Pemutakhiran data akun
Komentar

3 comments

  • ratna kelana

    mohon info min, akun guru baru di sekolah kami belum muncul

    1
  • Helpdesk Akun belajar.id (Sari)

    Selamat siang Ibu ratna kelana, kami telah mengirimkan informasinya di nomor laporan #700900.

    0
  • dodi perkasa

    akun saya terhapus padahal masih aktif mengajar

    0

Please sign in to leave a comment.
"""

pytestmark = [pytest.mark.web, pytest.mark.slow]


@dataclass(frozen=True)
class Demo:
    """The running demo: its address, its data folder, its database, its stand-in systems."""

    url: str
    folder: Path
    database_url: str


@pytest.fixture
def demo(database_url: str, tmp_path: Path, classifier: Path) -> Iterator[Demo]:
    settings = Settings(data_dir=tmp_path / "data", database_url=database_url)
    (tmp_path / "data" / "demo").mkdir(parents=True)
    # Fitted once for all tests; the demo would fit the same one here.
    (tmp_path / "data" / "demo" / "classifier").symlink_to(classifier)
    port = free_port()
    with running(settings, bind=f"127.0.0.1:{port}", clock=lambda: datetime.now(UTC)):
        yield Demo(f"http://127.0.0.1:{port}", tmp_path / "data" / "demo", database_url)


@pytest.fixture
def window(chrome: Browser) -> Iterator[Callable[[], Page]]:
    """Opens a private window."""
    pages: list[Page] = []

    def opened() -> Page:
        page = chrome.new_context().new_page()
        page.set_default_timeout(PATIENCE_MS)
        pages.append(page)
        return page

    yield opened
    for page in pages:
        page.context.close()


def signed_in(page: Page, demo: Demo, name: str) -> Page:
    """The window, in which that colleague has signed in."""
    page.goto(f"{demo.url}/masuk")
    page.get_by_label("Nama pengguna").fill(name)
    page.get_by_label("Kata sandi").fill(PASSWORDS[name])
    page.get_by_role("button", name="Masuk").click()
    page.wait_for_url("**/antrean*")
    return page


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_first_user_sees_the_whole_path(demo: Demo, window: Callable[[], Page]) -> None:
    agent = signed_in(window(), demo, "agen")
    number = _approves_a_role_change(agent, demo)
    report, key = _writes_and_tracks(window(), demo)
    supervisor = signed_in(window(), demo, "supervisor")
    _finds_both(supervisor, demo, number, report)
    _imports_a_thread(supervisor, demo)
    assert key


@pytest.mark.parametrize(
    ("asked", "used"),
    [
        pytest.param({}, "sqlite:///{folder}/demo/loket.db", id="nothing asked for"),
        pytest.param(
            {"database_url": "postgresql+psycopg://loket@basis.example/uji"},
            "postgresql+psycopg://loket@basis.example/uji",
            id="PostgreSQL",
        ),
    ],
)
def test_the_demo_runs_on_the_database_asked_for(
    asked: dict[str, Any], used: str, tmp_path: Path
) -> None:
    settings = Settings(data_dir=tmp_path, **asked)
    chosen = _settings(settings, tmp_path / "demo", "http://127.0.0.1:1", "127.0.0.1:2")
    assert chosen.database_url == used.format(folder=tmp_path)


def _approves_a_role_change(agent: Page, demo: Demo) -> str:
    """Opens the ticket, sees both records and the rule, approves, sees the change and the mail."""
    agent.goto(f"{demo.url}/antrean?q=sasmita&keadaan=planned")
    agent.get_by_role("link", name="Akun guru belum berubah jadi admin").first.click()
    agent.wait_for_url("**/tiket/*")
    number = agent.url.rpartition("/")[2]
    _reads_blind_where_asked(agent, number)

    expect(agent.get_by_text("SD Negeri 1 Tirta Wening").first).to_be_visible()
    expect(agent.get_by_text(OLD).first).to_be_visible()
    expect(agent.get_by_text(NEW).first).to_be_visible()
    agent.get_by_text("Mengapa?").first.click()
    expect(agent.get_by_text("role_change.after_14_days").first).to_be_visible()
    agent.get_by_role("button", name="Setujui").click()

    _until(agent, "Terjawab")
    expect(agent.get_by_text("Selamat").first).to_be_visible()
    _sent(agent, demo, f"[#{number}]")
    assert f"[#{number}]" in agent.request.get(f"{demo.url}/kotak-keluar").text()
    assert NEW in _journal(demo)
    return number


def _writes_and_tracks(public: Page, demo: Demo) -> tuple[str, str]:
    """Submits the form in a private window, tracks it with number and key."""
    public.goto(f"{demo.url}/bantuan")
    public.get_by_label("Perihal").fill("Akun tidak bisa dibuka")
    public.get_by_label("Uraian masalah").fill(
        "Lupa kata sandi akun belajar.id saya, mohon dibantu"
    )
    public.get_by_label("Surel pribadi Anda").fill("ratna.kelana@pos.example")
    public.get_by_label("Nama lengkap").fill("Ratna Kelana")
    public.get_by_label("Tipe pengguna").select_option("guru")
    public.get_by_role("button", name="Kirim laporan").click()
    public.wait_for_url("**/laporan/*")
    number = public.locator("#receipt .big").nth(0).inner_text()
    key = public.locator("#receipt .big").nth(1).inner_text()

    public.goto(f"{demo.url}/laporan")
    public.get_by_label("Nomor laporan").fill(number)
    public.get_by_label("Kunci").fill(key.lower())
    public.get_by_role("main").get_by_role("button").click()
    public.wait_for_url(f"**/laporan/{number}*")
    expect(public.get_by_text("Lupa kata sandi akun belajar.id saya").first).to_be_visible()
    return number, key


def _finds_both(supervisor: Page, demo: Demo, *numbers: str) -> None:
    """Both reports are in the queue, and the figures count them."""
    for number in numbers:
        supervisor.goto(f"{demo.url}/tiket/{number}")
        expect(supervisor.get_by_role("heading", name=re.compile(number))).to_be_visible()
    supervisor.goto(f"{demo.url}/angka")
    issued = supervisor.locator(".figures").get_by_text("Laporan masuk").locator("..")
    # 42 messages of the demo and the one just written.
    expect(issued).to_contain_text("43")
    expect(supervisor.get_by_role("row", name=re.compile("Perubahan Peran")).first).to_be_visible()


def _imports_a_thread(supervisor: Page, demo: Demo) -> None:
    """By the command a colleague would use; the unanswered asker stands in the queue."""
    file = demo.folder / "utas.txt"
    file.write_text(THREAD, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "app", "import", "thread", str(file)],
        env={
            "PATH": "/usr/bin:/bin",
            "LOKET_DATA_DIR": str(demo.folder),
            "LOKET_DATABASE_URL": demo.database_url,
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    supervisor.goto(f"{demo.url}/antrean?tampilan=semua&cari=dodi")
    expect(supervisor.get_by_text("dodi perkasa").first).to_be_visible()
    supervisor.goto(f"{demo.url}/tiket/700900")
    expect(supervisor.get_by_text("belum muncul").first).to_be_visible()


def _reads_blind_where_asked(agent: Page, number: str) -> None:
    """A small share of reports, drawn by chance, is read before anything is shown."""
    expect(agent.get_by_role("heading", name=f"#{number}")).to_be_visible()
    if agent.get_by_label("Laporan ini tentang apa?").count():
        agent.get_by_label("Laporan ini tentang apa?").select_option(label="Perubahan Peran")
        agent.get_by_role("button", name="Simpan dan tampilkan semuanya").click()


def _sent(agent: Page, demo: Demo, subject: str) -> None:
    """The letter is in the outbox: it leaves in a duty of its own, after the state has changed."""
    for _ in range(240):
        letters = (demo.folder / "outbox").glob("*.eml")
        if any(subject in each.read_text(errors="replace") for each in letters):
            return
        agent.wait_for_timeout(500)
    pytest.fail(f"no letter {subject}")


def _until(page: Page, words: str) -> None:
    """The worker works in the background: look again until it is done."""
    for _ in range(240):
        if page.get_by_text(words, exact=True).first.is_visible():
            return
        page.wait_for_timeout(500)
        page.goto(page.url)
    raise AssertionError(f"{words} never came: {page.locator('main').inner_text()[:2000]}")


def _journal(demo: Demo) -> str:
    """What the stand-in directory wrote down of its changes."""
    return (demo.folder / "standin" / "accounts.jsonl").read_text(encoding="utf-8")
