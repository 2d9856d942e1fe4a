"""Attacks on the sign-in, on open sessions, on the machine interface and on every answer."""

from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
import structlog
from structlog.typing import EventDict

from app.access.limits import SIGN_IN_PER_NAME
from app.kit import logs
from app.main import create_app
from app.web.deps import COOKIE
from app.web.site import Site
from models import Staff
from models.vocabulary import StaffRole
from tests.support.browser import TestClient
from tests.support.pages import pages_of
from tests.web.conftest import API_TOKEN, PASSWORD, Colleagues
from tests.web.test_bantuan import ENTRIES, send

BEARER = {"Authorization": f"Bearer {API_TOKEN}"}
TEMPLATES = Path(__file__).parents[2] / "templates"
PERSONAL = ("sarinah", "3201019001690001", "0812-6990-0001", PASSWORD, API_TOKEN)
LEADS_AWAY = (
    *("//jahat.example", "/\\jahat.example", "\\\\jahat.example", "https://jahat.example"),
    *("javascript:alert(1)", "/\t/jahat.example", "/\n/jahat.example", " //jahat.example"),
    *("http:jahat.example", "///jahat.example", "data:text/html,x", "/\r\nSet-Cookie: a=b"),
)


class Markup(HTMLParser):
    """Collects what a strict policy would block: style, handlers, script in the page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag == "style" or (tag == "script" and not named.get("src")):
            self.found.append(tag)
        self.found += [name for name in named if name == "style" or name.startswith("on")]
        self.found += [
            name
            for name in ("href", "src", "action")
            if (named.get(name) or "").lower().startswith(("javascript:", "data:", "//"))
        ]


def sign_in(client: TestClient, password: str = PASSWORD, **more: str) -> int:
    entries = {"nama_pengguna": "petugas", "kata_sandi": password} | more
    return int(client.post("/masuk", data=entries).status_code)


@pytest.mark.alike
@pytest.mark.parametrize("target", LEADS_AWAY)
def test_no_link_of_ours_leads_away(staff: Colleagues, client: TestClient, target: str) -> None:
    staff.add(StaffRole.AGENT)
    entries = {"nama_pengguna": "petugas", "kata_sandi": PASSWORD, "lanjut": target}
    answers = [
        client.get("/bahasa/en", params={"kembali": target}),
        client.post("/masuk", data=entries),
        client.get("/masuk", params={"lanjut": target}),
    ]
    for answer in answers:
        place = answer.headers["location"]
        assert answer.status_code == 303
        assert place.startswith("/")
        assert not place.startswith(("//", "/\\"))
        assert not {"\t", "\r", "\n", "\\"} & set(place)


def test_a_stranger_does_not_lock_a_colleague_out(site: Site, staff: Colleagues) -> None:
    staff.add(StaffRole.AGENT)
    app = pages_of(site)
    stranger = TestClient(app, follow_redirects=False, client=("203.0.113.9", 1))
    for _ in range(SIGN_IN_PER_NAME.tries):
        assert sign_in(stranger, "salah-salah-salah") == 422
    assert sign_in(stranger) == 429
    assert sign_in(TestClient(app, follow_redirects=False, client=("203.0.113.10", 1))) == 303


def test_a_planted_session_is_never_used(staff: Colleagues, client: TestClient) -> None:
    staff.add(StaffRole.AGENT)
    client.cookies.set(COOKIE, "ditanam-orang-lain", domain="testserver.local", path="/")
    assert sign_in(client) == 303
    assert client.cookies.get(COOKIE, domain="testserver.local", path="/") != "ditanam-orang-lain"


def test_signing_in_anew_ends_the_session_before(staff: Colleagues, site: Site) -> None:
    app = pages_of(site)
    first = staff.as_agent()
    before = first.cookies[COOKIE]
    assert sign_in(first) == 303
    old = TestClient(app, follow_redirects=False)
    old.cookies.set(COOKIE, before)
    assert old.get("/antrean").status_code == 303


def test_whoever_left_or_lost_a_role_is_out_at_once(staff: Colleagues, site: Site) -> None:
    colleague = staff.add(StaffRole.SUPERVISOR)
    browser = staff.signed_in(colleague)
    assert browser.get("/angka").status_code == 200
    for changed, status in (({"role": StaffRole.AGENT}, 403), ({"is_active": False}, 303)):
        with site.database.write() as session:
            row = session.get_one(Staff, colleague.id)
            for name, value in changed.items():
                setattr(row, name, value)
        assert browser.get("/angka").status_code == status
    assert sign_in(browser) == 422


@pytest.mark.alike
@pytest.mark.parametrize(
    ("headers", "is_ours"),
    [
        ({}, True),
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({"Sec-Fetch-Site": "none"}, True),
        ({"Sec-Fetch-Site": "cross-site"}, False),
        ({"Sec-Fetch-Site": "same-site"}, False),
        ({"Sec-Fetch-Site": ""}, False),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"}, False),
        ({"Origin": "http://testserver"}, True),
        ({"Origin": "http://testserver.jahat.example"}, False),
        ({"Origin": "http://testserver@jahat.example"}, False),
        ({"Origin": "null"}, False),
        ({"Origin": ""}, False),
        ({"Origin": "http://["}, False),
    ],
    ids=str,
)
def test_only_forms_of_our_own_pages_count(
    client: TestClient, headers: dict[str, str], *, is_ours: bool
) -> None:
    answer = client.post("/bantuan", data=ENTRIES, headers=headers)
    assert answer.status_code == (303 if is_ours else 403)


@pytest.mark.alike
@pytest.mark.parametrize("path", ["/", "/bantuan", "/laporan", "/masuk", "/healthz"])
def test_a_look_at_the_head_is_answered(client: TestClient, path: str) -> None:
    whole, head = client.get(path), client.head(path)
    assert (head.status_code, head.content) == (whole.status_code, b"")


def test_a_wrong_method_is_told_the_right_ones(client: TestClient) -> None:
    answer = client.delete("/masuk/keluar")
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")


@pytest.mark.alike
@pytest.mark.parametrize(
    ("content", "status"),
    [
        (b'{"text":"\\u0000\\u0000"}', 422),
        (b'{"text":"\\u200b"}', 422),
        (b'{"text":"a\\ud800"}', 422),
        (b'{"text":"abc","\\ud800":1}', 422),
        (b'{"text":' + b"9" * 6000 + b"}", 400),
        (b"[" * 100_000, 400),
        (b'{"text":"\xff"}', 400),
        (b"{", 422),
        (b'{"text":"abc","account_address":"' + b"a" * 60 + b'.@sd.belajar.id"}', 422),
        (b'{"text":"abc","account_address":"a@b\\r\\nBcc: x.belajar.id"}', 422),
        (b'{"text":"abc","requester_email":"a@b.example\\r\\nBcc: c@d.example"}', 422),
        (b"{" + b",".join(b'"x%d":1' % each for each in range(5000)) + b"}", 422),
    ],
)
def test_a_malformed_document_is_refused(client: TestClient, content: bytes, status: int) -> None:
    headers = BEARER | {"Content-Type": "application/json"}
    answer = client.post("/api/v1/tickets", content=content, headers=headers)
    assert answer.status_code == status
    assert len(answer.content) < 2000


def test_the_key_of_one_machine_is_not_that_of_another(site: Site) -> None:
    client = TestClient(pages_of(_with_tokens(site, "satu", "dua")))
    receipts = [
        client.post(
            "/api/v1/tickets",
            json={"text": f"Laporan dari {token}."},
            headers={"Authorization": f"Bearer {token}", "Idempotency-Key": "1"},
        ).json()["number"]
        for token in ("satu", "dua", "satu")
    ]
    assert receipts[0] == receipts[2] != receipts[1]


def test_a_token_left_empty_opens_nothing(site: Site) -> None:
    client = TestClient(pages_of(_with_tokens(site, "")))
    for headers in ({}, {"Authorization": "Bearer "}, {"Authorization": "Bearer"}):
        assert client.get("/api/v1/tickets", headers=headers).status_code == 401


def test_every_answer_is_guarded(site: Site, staff: Colleagues, client: TestClient) -> None:
    receipt = send(client).headers["location"]
    failing = _failing(site)
    agent = staff.as_agent()
    answers = [
        *(client.get(path) for path in ("/", "/bantuan", receipt, "/masuk", "/tidak-ada")),
        *(client.get(path) for path in ("/static/tidak-ada", "/antrean", "/api/openapi.json")),
        *(agent.get(path) for path in ("/antrean", "/tiket/100001", "/angka", "/api/docs")),
        client.get("/api/v1/tickets", headers=BEARER),
        client.post("/bantuan", data=ENTRIES, headers={"Origin": "null"}),
        failing.get("/gagal"),
    ]
    for answer in answers:
        assert "default-src 'self'" in answer.headers["content-security-policy"]
        assert "unsafe" not in answer.headers["content-security-policy"]
        assert answer.headers["x-content-type-options"] == "nosniff"
        if not answer.url.path.startswith("/static/"):
            assert answer.headers["cache-control"] == "no-store"
        if "text/html" in answer.headers.get("content-type", ""):
            assert Markup(answer.text).found == []


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: path.stem)
def test_no_template_holds_script_or_style(path: Path) -> None:
    assert Markup(path.read_text("utf-8")).found == []


def test_nothing_personal_is_logged(
    site: Site, client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    with structlog.testing.capture_logs() as entries, caplog.at_level("DEBUG", logger="app"):
        receipt = send(client, uraian="NIK 3201019001690001, telepon 0812-6990-0001.")
        client.get(receipt.headers["location"])
        client.get(f"{receipt.headers['location']}x")
        client.post("/masuk", data={"nama_pengguna": "sarinah", "kata_sandi": PASSWORD})
        client.get("/api/v1/tickets", headers=BEARER)
        _failing(site).get("/gagal?kunci=ABCDE-12345")
    assert any(entry["event"] == "unexpected" for entry in entries)
    key = receipt.headers["location"].partition("kunci=")[2][:11]
    written = " ".join(map(_as_written, entries)) + caplog.text
    assert not [each for each in (*PERSONAL, key.lower(), "abcde-12345") if each in written.lower()]


@pytest.mark.parametrize(
    ("value", "hidden"),
    [
        (ValueError("a@b.example"), "a@b.example"),
        ({"x": {"nik": "3201019001690001"}}, "3201019001690001"),
        (3201019001690001, "3201019001690001"),
        ("GET /laporan/100001?kunci=ABCDE-12345", "ABCDE"),
        ([("a@b.example", 1)], "a@b.example"),
    ],
)
def test_a_log_line_hides_what_is_nested(value: object, hidden: str) -> None:
    assert hidden not in _as_written({"event": "x", "detail": value})


def _as_written(entry: EventDict) -> str:
    return str(logs.redact(None, "", logs.frames(None, "", dict(entry))))


def _with_tokens(site: Site, *tokens: str) -> Site:
    return replace(site, api_tokens=tokens)


def _failing(site: Site) -> TestClient:
    """A site with a page that fails, quoting what it was given."""
    app = create_app(site)  # a route is added

    def fail() -> None:
        # Not in this line itself, which stands in the log.
        raise ValueError(" ".join(PERSONAL))

    app.add_api_route("/gagal", fail)
    return TestClient(app, raise_server_exceptions=False)
