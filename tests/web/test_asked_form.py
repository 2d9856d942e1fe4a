"""What the public form asks for is set by version, tried before, and put back."""

from app.intake import asking
from app.store import events, tickets
from app.web.site import Site
from models.vocabulary import StaffRole
from tests.support.browser import TestClient
from tests.web.conftest import Colleagues

FIELDS = ("jenjang", "akun", "sekolah", "npsn", "provinsi", "kabupaten")
REPORT = {
    "perihal": "Akun belum berubah",
    "uraian": "Akun guru kami belum berubah jadi admin.",
    "email": "sarinah@surat.example",
    "nama": "Sarinah Wati",
    "tipe_pengguna": "operator",
    "kategori": "role_change",
}


def _draft(staff: Colleagues, **changes: object) -> dict[str, object]:
    """NPSN first and required of operators with a role change; no regency; a hint and a help."""
    typed: dict[str, object] = {
        "csrf": staff.csrf[StaffRole.SUPERVISOR],
        "versi": "0",
        "catatan": "NPSN sering lupa.",
        "bantuan_id": "Siapkan data sekolah.",
        "wajib_npsn": "ya",
        "tipe_npsn": ["operator"],
        "kategori_npsn": ["role_change"],
        "petunjuk_id_npsn": "Lihat di Dapodik.",
        **{f"urut_{name}": str(place) for place, name in enumerate(FIELDS, 2)},
        **{f"tampil_{name}": "ya" for name in FIELDS if name != "kabupaten"},
    }
    return {**typed, "urut_npsn": "1", **changes}


def _report(client: TestClient, **changes: str) -> int:
    return int(client.post("/bantuan", data={**REPORT, **changes}).status_code)


def test_agents_change_no_form(staff: Colleagues, client: TestClient) -> None:
    assert client.get("/formulir").headers["location"].startswith("/masuk")
    agent = staff.as_agent()
    assert agent.get("/formulir").status_code == 403
    fields = {"csrf": staff.csrf[StaffRole.AGENT], "catatan": "x"}
    assert agent.post("/formulir", data=fields).status_code == 403


def test_the_form_asks_what_the_version_in_force_says(
    staff: Colleagues, client: TestClient, site: Site
) -> None:
    browser = staff.as_supervisor()
    preview = browser.post("/formulir", data=_draft(staff, tindakan="pratinjau"))
    assert "Siapkan data sekolah." in preview.text
    assert "Siapkan data sekolah." not in client.get("/bantuan").text
    assert browser.post("/formulir", data=_draft(staff)).status_code == 303
    page = client.get("/bantuan").text
    assert "Siapkan data sekolah." in page
    assert "Lihat di Dapodik." in page
    assert 'name="kabupaten"' not in page
    assert page.index('name="npsn"') < page.index('name="jenjang"')
    refused = client.post("/bantuan", data=REPORT)
    assert refused.status_code == 422
    assert "Isian ini wajib" in refused.text
    assert _report(client, npsn="69900001") == 303
    assert _report(client, tipe_pengguna="guru") == 303
    assert _report(client, kategori="activation") == 303
    with site.database.read() as session:
        [first, *_] = tickets.after(session, 0, limit=9)
        [came, *_] = events.of_ticket(session, first.id)
        version = asking.in_force(session).version
    assert came.detail == {"channel": "form", "form": version}


def test_a_version_is_put_back_as_a_new_one(staff: Colleagues, client: TestClient) -> None:
    browser = staff.as_supervisor()
    browser.post("/formulir", data=_draft(staff))
    fields = {"csrf": staff.csrf[StaffRole.SUPERVISOR]}
    assert browser.post("/formulir/0/pemulihan", data=fields).status_code == 303
    assert _report(client) == 303
    assert browser.post("/formulir/1/pemulihan", data=fields).status_code == 303
    assert _report(client) == 422
    assert browser.post("/formulir/77/pemulihan", data=fields).status_code == 404
    assert "Versi 1 dipulihkan." in browser.get("/formulir").text


def test_a_refusal_says_why_and_keeps_what_was_typed(staff: Colleagues) -> None:
    browser = staff.as_supervisor()
    silent = browser.post("/formulir", data=_draft(staff, catatan=" "))
    assert (silent.status_code, "Lihat di Dapodik." in silent.text) == (422, True)
    assert browser.post("/formulir", data=_draft(staff)).status_code == 303
    late = browser.post("/formulir", data=_draft(staff, bantuan_id="Lain."))
    assert (late.status_code, 'value="Lain."' in late.text) == (409, True)
    same = browser.post("/formulir", data=_draft(staff, versi="1"))
    assert same.status_code == 409
