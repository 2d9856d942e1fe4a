"""What people do, told so that it can be told again from the beginning after every death."""

from collections.abc import Callable
from pathlib import Path

from app.cli.bringing import bring_thread_of
from models.vocabulary import StepAction, StepState, TicketState
from tests.support.kills.life import Life

API_TOKEN = "token-mesin-untuk-uji"
DELETION_DAY = 22
_SETTLED = (TicketState.ANSWERED, TicketState.WAITING, TicketState.MANUAL, TicketState.RETURNED)
_CONSIDERED = (TicketState.PLANNED, TicketState.MANUAL)
_THREAD = """Komentar

3 comments

  • Guntur Wiraatmaja

    mohon info min, akun guru saya belum berubah menjadi admin

    1

  • Larasati Kusumadewi

    akun siswa kami belum ada, mohon dibantu

    0

  • Guntur Wiraatmaja

    sudah tiga hari belum ada jawaban

    0
"""


def _approved(me: Life, subject: str, *, yeses: int = 1) -> int:
    """Heard, considered, approved, carried out, answered."""
    number = me.hears(subject)
    me.until(number, TicketState.PLANNED, TicketState.RUNNING, *_SETTLED)
    me.confirms(number)
    me.until(number, TicketState.PLANNED, TicketState.RUNNING, *_SETTLED)
    for who in range(yeses):
        me.says_yes(number, who=who)
    me.until(number, *_SETTLED)
    return number


def nothing(_me: Life) -> None:
    """A Loket is started; its queues are known from then on."""


def role_change(me: Life) -> None:
    _approved(me, "Akun guru belum berubah jadi admin")


def other_jenjang(me: Life) -> None:
    number = _approved(me, "Akun SMP belum ada setelah mutasi dari SD")
    me.until_quiet()
    me.days_pass(DELETION_DAY)

    def is_gone() -> bool:
        [deletion] = [each for each in me.steps(number) if each.action is StepAction.DELETE_ACCOUNT]
        return deletion.state not in {StepState.PLANNED, StepState.SCHEDULED}

    me.wait_for(is_gone, "the deletion")


def restore(me: Life) -> None:
    _approved(me, "Akun terhapus padahal masih aktif")


def issue(me: Life) -> None:
    _approved(me, "Guru baru belum punya akun")


def cancel_deletion(me: Life) -> None:
    _approved(me, "Pemberitahuan penghapusan salah")


def reset_password(me: Life) -> None:
    _approved(me, "Reset sandi guru", yeses=2)


def answer_only(me: Life) -> None:
    _approved(me, "data salah")


def form(me: Life) -> None:
    """A report over the public form, sent again until it is acknowledged."""
    sent = me.sends(lambda: me.web.post("/bantuan", data=_REPORT, files=[("x", ("", b""))]))
    assert sent.status_code == 303, sent.text
    number = int(sent.headers["location"].partition("?")[0].rsplit("/", 1)[1])
    me.promised(number)
    me.until(number, *_CONSIDERED)


def api(me: Life) -> None:
    """A report of a machine, sent again under its key until it is acknowledged."""
    sent = me.sends(
        lambda: me.web.post(
            "/api/v1/tickets",
            json={"text": "Akun guru kami belum ditemukan.", "npsn": "69900001"},
            headers={"Authorization": f"Bearer {API_TOKEN}", "Idempotency-Key": "kunci-1"},
        )
    )
    assert sent.status_code in {200, 201}, sent.text
    number = int(sent.json()["number"])
    me.promised(number)
    me.until(number, *_CONSIDERED)


def thread(me: Life) -> None:
    """The same thread, imported until the command ends."""
    path: Path = me.settings.data_dir / "utas.txt"
    path.write_text(_THREAD, encoding="utf-8")
    assert me.insists(lambda: bring_thread_of(path, "utas-uji", me.settings)) == 0
    me.until_quiet()


_REPORT = {
    "pengiriman": "token-formulir-yang-sama",
    "email": "sarinah@surat.example",
    "perihal": "Akun belum muncul",
    "kategori": "account_not_found",
    "tipe_pengguna": "operator",
    "nama": "Sarinah Wati",
    "sekolah": "SD Negeri Contoh",
    "npsn": "69900001",
    "uraian": "Akun guru kami belum ditemukan, mohon bantuan.",
}

STORIES: dict[str, Callable[[Life], None]] = {
    each.__name__: each
    for each in (
        nothing,
        role_change,
        other_jenjang,
        restore,
        issue,
        cancel_deletion,
        reset_password,
        answer_only,
        form,
        api,
        thread,
    )
}
