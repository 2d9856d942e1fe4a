"""The pages of editions: drafting, trying on recorded cases, adopting, withdrawing."""

import re
from datetime import date, timedelta

import pytest

from app.resolution import editions, trial
from app.resolution.drafts import VERSION, typed_of
from app.resolution.terms import PUBLISHED, Terms
from app.store import editions as kept
from app.store import whatifs
from app.web.site import Site
from models import Edition
from models.vocabulary import EditionState, StaffRole
from tests.support import build
from tests.support.browser import TestClient
from tests.support.judged import judged
from tests.web.conftest import Clock, Colleagues

EARLIER = build.NOON - timedelta(minutes=10)
HTMX = {"HX-Request": "true"}
HERE = "/aturan/rancangan"
SEVEN = {
    **typed_of(PUBLISHED),
    "nama": "Tujuh hari",
    "catatan": "Surat edaran",
    "rename_after_days": "7",
}
ACTS = ("simulasi", "penetapan", "penarikan", "")


def governs(staff: Colleagues, username: str = "") -> TestClient:
    """A supervisor's browser that sends its token along."""
    return staff.signed_in(staff.add(StaffRole.SUPERVISOR, username))


def sent(staff: Colleagues, **fields: str) -> dict[str, str]:
    return {"csrf": staff.csrf[StaffRole.SUPERVISOR], **fields}


def drafted(browser: TestClient, staff: Colleagues, **fields: str) -> str:
    """The address of a new draft."""
    answer = browser.post(HERE, data=sent(staff, **{**SEVEN, **fields}))
    assert answer.status_code == 303
    return str(answer.headers["location"])


def edition_at(site: Site, address: str) -> Edition:
    with site.database.read() as session:
        return kept.by_id(session, int(address.rpartition("/")[2]))


def seen(page: str) -> str:
    found = re.search(r'name="dilihat" value="([^"]+)"', page)
    assert found
    return found[1]


def simulated(site: Site, address: str) -> None:
    with site.database.read() as session:
        row = whatifs.newest(session, edition_at(site, address).id)
    assert row
    trial.run(site.database, row.id, clock=lambda: build.NOON)


def test_drafting_is_for_who_governs(client: TestClient, staff: Colleagues) -> None:
    address = drafted(governs(staff), staff)
    assert client.get(address).headers["location"].startswith("/masuk")
    assert client.get(f"{HERE}/baru").headers["location"].startswith("/masuk")
    agent = staff.as_agent()
    token = {"csrf": staff.csrf[StaffRole.AGENT]}
    assert agent.get(f"{HERE}/baru").status_code == 403
    assert agent.post(HERE, data={**SEVEN, **token}).status_code == 403
    for act in ACTS:
        assert agent.post(f"{address}/{act}".rstrip("/"), data=token).status_code == 403
    page = agent.get(address).text
    assert "Tujuh hari" in page
    assert '<button type="submit" class="danger">' not in page


def test_a_draft_begins_with_what_is_in_force_and_is_kept(staff: Colleagues, site: Site) -> None:
    browser = governs(staff)
    form = browser.get(f"{HERE}/baru").text
    assert re.search(r'name="rename_after_days" value="14"', form)
    address = drafted(browser, staff, **{f"{VERSION}new.support_staff": "2"})
    edition = edition_at(site, address)
    assert (edition.name, edition.note, edition.state) == (
        "Tujuh hari",
        "Surat edaran",
        EditionState.DRAFT,
    )
    assert editions.terms_of(edition) == Terms(
        rename_after_days=7, versions=(("new.support_staff", 2),)
    )
    page = browser.get(address).text
    assert "<ins>7 hari</ins>" in page
    assert "<ins>versi 2</ins>" in page
    assert "Orang lain yang menetapkan rancangan ini." in page


@pytest.mark.parametrize("change", [False, True], ids=["new", "changed"])
def test_a_wrong_field_is_told_beside_it_and_what_was_typed_stays(
    staff: Colleagues, site: Site, *, change: bool
) -> None:
    browser = governs(staff)
    address = drafted(browser, staff) if change else HERE
    wrong = {**SEVEN, "rename_after_days": "dua pekan", "restorable_days": "99", "nama": " "}
    answer = browser.post(address, data=sent(staff, **wrong))
    assert answer.status_code == 422
    for text in (
        'value="dua pekan"',
        "Tulis bilangan bulat tanpa tanda lain.",
        'value="99"',
        "Angka ini harus antara 1 dan 20.",
        "Beri nama rancangan ini.",
        "Surat edaran</textarea>",
    ):
        assert text in answer.text
    if change:
        assert edition_at(site, address).name == "Tujuh hari"


def test_only_the_drafter_changes_a_draft(staff: Colleagues, site: Site) -> None:
    drafter = governs(staff)
    address = drafted(drafter, staff)
    nine = {**SEVEN, "rename_after_days": "9"}
    assert drafter.post(address, data=sent(staff, **nine)).status_code == 303
    other = governs(staff, "lain")
    refused = other.post(address, data=sent(staff, **SEVEN))
    assert refused.status_code == 403
    assert "Hanya perancangnya" in refused.text
    assert editions.terms_of(edition_at(site, address)).rename_after_days == 9


def test_two_people_bring_an_edition_into_force(staff: Colleagues, site: Site) -> None:
    drafter = governs(staff)
    address = drafted(drafter, staff)
    own = drafter.post(
        f"{address}/penetapan",
        data=sent(
            staff, mulai="2026-11-25", dilihat=edition_at(site, address).changed_at.isoformat()
        ),
    )
    assert own.status_code == 403
    assert "mintalah rekan" in own.text
    other = governs(staff, "lain")
    fields = sent(staff, mulai="2026-12-01", dilihat=seen(other.get(address).text))
    assert other.post(f"{address}/penetapan", data=fields).status_code == 303
    edition = edition_at(site, address)
    assert (edition.state, edition.effective_from) == (EditionState.ADOPTED, date(2026, 12, 1))
    again = other.post(f"{address}/penetapan", data=fields)
    assert again.status_code == 409
    page = other.get(address).text
    assert "berlaku sejak Selasa, 1 Desember 2026" in page
    assert f'action="{address}/penarikan"' not in page


@pytest.mark.alike
@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("2026-11-24", "tidak boleh sudah lewat"),
        ("besok", "sebagai tanggal"),
        ("", "sebagai tanggal"),
    ],
)
def test_a_day_that_cannot_be_is_refused_and_kept(
    staff: Colleagues, site: Site, day: str, sentence: str
) -> None:
    address = drafted(governs(staff), staff)
    other = governs(staff, "lain")
    fields = sent(staff, mulai=day, dilihat=seen(other.get(address).text))
    answer = other.post(f"{address}/penetapan", data=fields)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert f'value="{day or "2026-11-25"}"' in answer.text
    assert edition_at(site, address).state is EditionState.DRAFT


def test_a_draft_that_changed_since_it_was_looked_at_is_not_adopted(
    staff: Colleagues, site: Site, clock: Clock
) -> None:
    drafter = governs(staff)
    address = drafted(drafter, staff)
    other = governs(staff, "lain")
    fields = {"mulai": "2026-12-01", "dilihat": seen(other.get(address).text)}
    clock.forward(timedelta(minutes=3))
    with site.database.write() as session:
        edition = kept.locked(session, edition_at(site, address).id)
        edition.changed_at = clock()
        session.add(edition)
    answer = other.post(f"{address}/penetapan", data=sent(staff, **fields))
    assert answer.status_code == 409
    assert "berubah sejak Anda membukanya" in answer.text


def test_a_draft_is_withdrawn_twice_as_once(staff: Colleagues, site: Site) -> None:
    browser = governs(staff)
    address = drafted(browser, staff)
    for _ in range(2):
        assert browser.post(f"{address}/penarikan", data=sent(staff)).status_code == 303
    assert edition_at(site, address).state is EditionState.WITHDRAWN
    part = browser.post(f"{address}/penarikan", data=sent(staff), headers=HTMX)
    assert part.text.lstrip().startswith('<article id="edition-')


def test_a_computation_is_owed_once_and_told_while_it_runs(staff: Colleagues, site: Site) -> None:
    browser = governs(staff)
    address = drafted(browser, staff)
    assert browser.post(f"{address}/simulasi", data=sent(staff, bulan="1")).status_code == 303
    assert len(site.database.queue.list_queued_workflows(queue_name="simulasi")) == 1
    assert browser.post(f"{address}/simulasi", data=sent(staff)).status_code == 409
    waiting = browser.get(f"{address}/simulasi", headers=HTMX)
    assert "Sedang dihitung" in waiting.text
    assert browser.get(f"{address}/simulasi").status_code == 303


def test_what_would_have_been_answered_is_shown_without_a_word_of_the_person(
    staff: Colleagues, site: Site
) -> None:
    with site.database.write() as session:
        for day in (5, 15, 22):
            judged(session, date(2026, 11, day), now=EARLIER)
        older = build.propose(session, build.ticket(session), build.verdict())
        older.created_at = EARLIER
    browser = governs(staff)
    address = drafted(browser, staff)
    browser.post(f"{address}/simulasi", data=sent(staff))
    simulated(site, address)
    page = browser.get(address).text
    assert "3 dari 3 keputusan tercatat terulang persis" in page
    assert "1 keputusan lain dibuat sebelum" in page
    assert "2 dari 3 kasus akan dijawab lain." in page
    assert "role_change.within_14_days → role_change.after_14_days" in page
    assert len(tickets_of(page)) == 2
    for personal in ("sekar.pribadi", "Sekar Lestari", "sekarlestari"):
        assert personal not in page
    one = "dari=role_change.within_14_days&ke=role_change.after_14_days"
    assert len(tickets_of(browser.get(f"{address}?{one}").text)) == 1
    assert browser.get(f"{address}?halaman=99").status_code == 200


def tickets_of(page: str) -> list[str]:
    """Links to tickets among the differing cases."""
    return re.findall(r'href="/tiket/\d+"', page.partition('<div id="kasus">')[2])


def test_a_verdict_that_is_not_given_any_more_is_named(staff: Colleagues, site: Site) -> None:
    with site.database.write() as session:
        plan = judged(session, date(2026, 11, 15), now=EARLIER)
        assert isinstance(plan.content, dict)
        plan.content = {**plan.content, "urgent": True}
        session.add(plan)
    browser = governs(staff)
    address = drafted(browser, staff)
    browser.post(f"{address}/simulasi", data=sent(staff))
    simulated(site, address)
    page = browser.get(address).text
    assert "0 dari 1 keputusan tercatat terulang persis" in page
    assert "Tidak terulang persis" in page


def test_without_recorded_cases_the_page_says_so(
    staff: Colleagues, site: Site, clock: Clock
) -> None:
    browser = governs(staff)
    address = drafted(browser, staff)
    browser.post(f"{address}/simulasi", data=sent(staff, bulan="7"))
    clock.forward(whatifs.GIVEN_UP_AFTER)
    assert "Perhitungan terakhir tidak selesai" in browser.get(address).text
    simulated(site, address)
    assert "Belum ada kasus tercatat" in browser.get(address).text
    nine = {**SEVEN, "rename_after_days": "9"}
    browser.post(address, data=sent(staff, **nine))
    assert "Rancangan berubah sejak dihitung" in browser.get(address).text


def test_a_forged_form_and_an_unknown_edition_do_nothing(staff: Colleagues) -> None:
    browser = governs(staff)
    address = drafted(browser, staff)
    for act in ACTS:
        path = f"{address}/{act}".rstrip("/")
        assert browser.post(path, data={**SEVEN, "csrf": "palsu"}).status_code == 403
    for act in ACTS:
        path = f"{HERE}/9999/{act}".rstrip("/")
        fields = sent(staff, **SEVEN, mulai="2026-12-01")
        assert browser.post(path, data=fields).status_code == 404
    assert browser.get(f"{HERE}/9999").status_code == 404
