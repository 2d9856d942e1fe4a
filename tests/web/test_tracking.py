"""The tracking page: for whoever holds the key, for nobody else, and without records."""

from dataclasses import dataclass
from datetime import timedelta

import pytest

from app.access.limits import KEY_PER_NUMBER
from app.intake import receive
from app.store import tickets
from app.web.labels import label
from app.web.site import Site
from models import Message, Reply, Ticket
from models.vocabulary import Author, Channel, ReplyState, TicketState, WhoActs
from tests.support.browser import TestClient
from tests.support.pictures import picture
from tests.web.conftest import WEDNESDAY_NOON, Clock

BUDGET = 20_000
WRONG = "AAAAA-AAAAA"
SENTENCE = "Nomor laporan dan kunci tidak cocok"


@dataclass(frozen=True, slots=True)
class Sent:
    """A report lying with us."""

    number: int
    key: str

    @property
    def path(self) -> str:
        return f"/laporan/{self.number}"

    @property
    def url(self) -> str:
        return f"{self.path}?kunci={self.key}"


@pytest.fixture
def report(site: Site) -> Sent:
    with site.database.write() as session:
        receipt = receive.receive(
            session,
            receive.Submission(
                Channel.FORM,
                "Akun saya tidak ditemukan.",
                subject="Akun hilang",
                requester_name="Sarinah Wati",
                requester_email="sarinah@surat.example",
            ),
            secret=site.secret,
            files=site.files,
            first_number=site.first_number,
            now=WEDNESDAY_NOON,
        )
    return Sent(receipt.number, receipt.key)


def change(site: Site, report: Sent, **values: object) -> Ticket:
    with site.database.write() as session:
        ticket = tickets.by_number(session, report.number)
        for name, value in values.items():
            setattr(ticket, name, value)
        session.add(ticket)
    return ticket


def add_reply(
    site: Site,
    report: Sent,
    body: str,
    *,
    to: str | None = "sarinah@surat.example",
    state: ReplyState = ReplyState.SENT,
    is_notice: bool = False,
) -> None:
    with site.database.write() as session:
        session.add(
            Reply(
                ticket_id=tickets.by_number(session, report.number).id,
                subject="Laporan",
                body=body,
                mail_id=f"<{body}@loket.example>",
                created_at=WEDNESDAY_NOON,
                to=to,
                state=state,
                is_notice=is_notice,
            )
        )


def test_the_holder_of_the_key_sees_where_it_stands(
    client: TestClient, site: Site, report: Sent
) -> None:
    change(
        site,
        report,
        state=TicketState.WAITING,
        waiting_on=WhoActs.SYSTEM,
        promised_at=WEDNESDAY_NOON + timedelta(days=2),
    )
    page = client.get(report.url)
    assert page.status_code == 200
    for words in (label(WhoActs.SYSTEM), "Jumat, 27 November 2026", "Akun saya tidak ditemukan."):
        assert words in page.text
    assert "Simpan nomor dan kunci ini" not in page.text
    assert len(page.content) < BUDGET
    assert "<script" not in page.text
    assert page.headers["cache-control"] == "no-store"


def test_a_day_by_which_others_must_act_is_not_told_to_whoever_holds_the_key(
    client: TestClient, site: Site, report: Sent
) -> None:
    """It may be the day an account goes, which the records know and the sender may not."""
    day = WEDNESDAY_NOON + timedelta(days=2)
    change(site, report, state=TicketState.WAITING, waiting_on=WhoActs.OPERATOR, promised_at=day)
    page = client.get(report.url).text
    assert "Operator sekolah" in page
    assert "27 November" not in page


@pytest.mark.parametrize("state", list(TicketState))
def test_every_state_has_its_sentence(
    client: TestClient, site: Site, report: Sent, state: TicketState
) -> None:
    change(site, report, state=state)
    assert client.get(report.url).status_code == 200


def test_a_key_typed_carelessly_opens(client: TestClient, report: Sent) -> None:
    typed = report.key.replace("-", " ").lower().replace("0", "o")
    answer = client.get("/laporan", params={"nomor": f" #{report.number}. ", "kunci": typed})
    assert answer.status_code == 303
    assert client.get(answer.headers["location"]).status_code == 200


def test_wrong_key_and_unknown_number_look_the_same(client: TestClient, report: Sent) -> None:
    wrong = client.get(f"{report.path}?kunci={WRONG}")
    unknown = client.get(f"/laporan/999999?kunci={WRONG}")
    endless = client.get(f"/laporan/{'9' * 30}?kunci={WRONG}")
    assert wrong.status_code == unknown.status_code == endless.status_code == 404
    assert SENTENCE in wrong.text
    assert wrong.text.replace(str(report.number), "999999") == unknown.text
    assert "Sarinah" not in wrong.text


def test_without_a_key_only_the_form_is_shown(client: TestClient, report: Sent) -> None:
    page = client.get(report.path)
    assert page.status_code == 200
    assert f'value="{report.number}"' in page.text
    assert "Akun saya" not in page.text
    assert client.get("/laporan").status_code == 200
    assert client.get("/laporan", params={"nomor": "abc", "kunci": "x"}).status_code == 422


def test_guessing_ends_soon(client: TestClient, report: Sent, clock: Clock) -> None:
    for _ in range(KEY_PER_NUMBER.tries):
        assert client.get(f"{report.path}?kunci={WRONG}").status_code == 404
    assert client.get(f"{report.path}?kunci={WRONG}").status_code == 429
    assert client.get(report.url).status_code == 429
    clock.forward(timedelta(hours=1, minutes=1))
    assert client.get(report.url).status_code == 200


def test_answers_are_shown_once_they_are_out(client: TestClient, site: Site, report: Sent) -> None:
    add_reply(site, report, "jawaban terkirim")
    add_reply(site, report, "jawaban tanpa surel", to=None)
    add_reply(site, report, "masih dapat ditarik", to=None, state=ReplyState.QUEUED)
    add_reply(site, report, "masih menunggu", state=ReplyState.QUEUED)
    add_reply(site, report, "pemberitahuan kepada pemilik", is_notice=True)
    page = client.get(report.url).text
    assert "jawaban terkirim" in page
    assert "jawaban tanpa surel" in page
    assert "masih dapat ditarik" not in page
    assert "masih menunggu" not in page
    assert "pemberitahuan kepada pemilik" not in page


def test_internal_notes_stay_inside(client: TestClient, site: Site, report: Sent) -> None:
    ticket = change(site, report)
    for body, is_public in (("catatan rahasia", False), ("jawaban lama", True)):
        with site.database.write() as session:
            session.add(
                Message(
                    ticket_id=ticket.id,
                    author=Author.STAFF,
                    channel=Channel.FORM,
                    body=body,
                    is_public=is_public,
                    created_at=WEDNESDAY_NOON,
                )
            )
    page = client.get(report.url).text
    assert "catatan rahasia" not in page
    assert "jawaban lama" in page


def test_a_further_message_opens_the_report_again(
    client: TestClient, site: Site, report: Sent
) -> None:
    change(site, report, state=TicketState.CLOSED, waiting_on=WhoActs.NOBODY)
    answer = client.post(
        f"{report.path}/pesan",
        data={"kunci": report.key, "pesan": "Masih belum bisa."},
        files=[("lampiran_other", ("layar.png", picture()))],
    )
    assert answer.status_code == 303
    page = client.get(answer.headers["location"]).text
    assert "Keterangan Anda sudah kami terima" in page
    assert "Masih belum bisa." in page
    assert "layar.png" in page
    with site.database.read() as session:
        ticket = tickets.by_number(session, report.number)
        assert ticket.state is TicketState.RECEIVED
        assert tickets.attachment_kinds(session, ticket.id) == ("other",)


def test_the_same_message_twice_is_one(
    client: TestClient, site: Site, report: Sent, clock: Clock
) -> None:
    data = {"kunci": report.key, "pesan": "Masih belum bisa."}
    for _ in range(2):
        assert client.post(f"{report.path}/pesan", data=data).status_code == 303
    with site.database.read() as session:
        ticket = tickets.by_number(session, report.number)
        assert len(tickets.messages_of(session, ticket.id)) == 2
    clock.forward(timedelta(hours=2))
    client.post(f"{report.path}/pesan", data=data)
    with site.database.read() as session:
        assert len(tickets.messages_of(session, ticket.id)) == 3


@pytest.mark.alike
@pytest.mark.parametrize(
    ("data", "files", "sentence"),
    [
        pytest.param({"pesan": "  "}, [], "Tuliskan keterangan atau pilih berkas", id="nothing"),
        pytest.param({"pesan": "x" * 8001}, [], "Paling banyak 8000", id="a novel"),
        pytest.param(
            {"pesan": "tulisan saya"},
            [("lampiran_other", ("a.png", b"MZ"))],
            "Hanya PNG",
            id="file",
        ),
    ],
)
def test_an_unfit_message_comes_back_as_typed(
    client: TestClient,
    report: Sent,
    data: dict[str, str],
    files: list[tuple[str, object]],
    sentence: str,
) -> None:
    answer = client.post(f"{report.path}/pesan", data=data | {"kunci": report.key}, files=files)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert data["pesan"].strip() in answer.text


def test_a_stranger_adds_nothing(client: TestClient, site: Site, report: Sent) -> None:
    answer = client.post(f"{report.path}/pesan", data={"kunci": WRONG, "pesan": "Halo semua"})
    assert answer.status_code == 404
    assert SENTENCE in answer.text
    with site.database.read() as session:
        ticket = tickets.by_number(session, report.number)
        assert len(tickets.messages_of(session, ticket.id)) == 1
