"""The page of scores: for supervisors; what it shows, and what is done from it."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from app.learning import course
from app.reading.shelf import Shelf
from app.store import labels, trainings
from app.web.site import Site
from models import AddedCategory
from models.vocabulary import Category, LabelKind, StaffRole, TrainingOutcome
from tests.support import build
from tests.support.browser import TestClient
from tests.support.pages import pages_of
from tests.support.scored import doubted, on_shelf
from tests.web.conftest import Colleagues

RESET, GONE = Category.PASSWORD_RESET, Category.ACCOUNT_DELETED
FRAGMENT = {"HX-Request": "true"}


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rak")
    on_shelf(folder)
    on_shelf(folder, "tolong")
    return folder


@pytest.fixture
def site(site: Site, laid: Path, tmp_path: Path) -> Site:
    shutil.copytree(laid, tmp_path / "rak")
    return replace(site, classifier=tmp_path / "rak")


def post(client: TestClient, staff: Colleagues, path: str, **fields: str) -> int:
    csrf = staff.csrf[StaffRole.SUPERVISOR]
    return int(client.post(f"/pembacaan/{path}", data={"csrf": csrf, **fields}).status_code)


def test_scores_are_for_supervisors(client: TestClient, staff: Colleagues) -> None:
    assert client.get("/pembacaan").status_code == 303
    agent = staff.as_agent()
    assert agent.get("/pembacaan").status_code == 403
    token = {"csrf": staff.csrf[StaffRole.AGENT]}
    for path in ("pelatihan", "pemulihan", "kategori", "kata/1/penarikan", "kata/1/penegasan"):
        assert agent.post(f"/pembacaan/{path}", data=token).status_code == 403
    assert staff.as_supervisor().get("/pembacaan").status_code == 200
    assert staff.as_admin().get("/pembacaan").status_code == 200


def test_the_page_says_what_reads_how_well_and_how_that_is_counted(
    staff: Colleagues, site: Site
) -> None:
    doubted(site.database, staff.add(StaffRole.AGENT))
    page = staff.as_supervisor().get("/pembacaan").text
    champion = Shelf(site.classifier or Path()).champion()
    assert champion is not None
    for shown in (
        champion.name,
        "100 teks beku",
        "40 laporan tanpa saran",
        "Macro-F1",
        "Teks beku ditulis untuk ujian",
        "Yang tertukar",
        "Terlalu banyak kata yang meragukan: 6 dari 80",
        "4 dari 38 teks beku tidak lagi dikenali",
        "3 menjadi benar, 1 menjadi salah",
    ):
        assert shown in page
    english = staff.signed_in(staff.add(StaffRole.SUPERVISOR, "lain")).get("/pembacaan?bahasa=en")
    assert "Quality of reading" in english.text


def test_an_installation_without_a_classifier_has_the_page(
    staff: Colleagues, site: Site, tmp_path: Path
) -> None:
    bare = TestClient(pages_of(replace(site, classifier=tmp_path / "kosong")))
    bare.cookies = staff.as_supervisor().cookies
    page = bare.get("/pembacaan")
    assert page.status_code == 200
    assert "Belum ada pengklasifikasi" in page.text


def test_a_part_is_given_to_scripts(staff: Colleagues) -> None:
    answer = staff.as_supervisor().get("/pembacaan", headers=FRAGMENT)
    assert answer.text.lstrip().startswith('<div id="scores">')
    assert "HX-Request" in answer.headers["Vary"]


def test_a_training_is_owed_once(staff: Colleagues, site: Site) -> None:
    supervisor = staff.as_supervisor()
    assert post(supervisor, staff, "pelatihan") == 303
    assert post(supervisor, staff, "pelatihan") == 409
    assert len(site.database.queue.list_queued_workflows(queue_name="latih")) == 1
    assert "sedang berjalan" in supervisor.get("/pembacaan").text
    assert supervisor.get("/pembacaan/kemajuan", headers=FRAGMENT).status_code == 204
    with site.database.write() as session:
        [row] = trainings.recent(session, limit=2)
        row.outcome = TrainingOutcome.PROMOTED
        session.add(row)
    done = supervisor.get("/pembacaan/kemajuan", headers=FRAGMENT)
    assert done.headers["HX-Retarget"] == "#scores"
    assert "Latih sekarang" in done.text


def test_going_back_twice_from_one_page_goes_back_once(staff: Colleagues, site: Site) -> None:
    shelf = Shelf(site.classifier or Path())
    champion = shelf.champion()
    assert champion is not None
    supervisor = staff.as_supervisor()
    for _ in range(2):
        assert post(supervisor, staff, "pemulihan", pengklasifikasi=champion.name) == 303
    now = shelf.champion()
    assert now is not None
    assert now.name == champion.before[-1]
    assert post(supervisor, staff, "pemulihan", pengklasifikasi=now.name) == 409
    with site.database.read() as session:
        assert len(trainings.recent(session, limit=5)) == 1


def test_a_doubtful_word_is_withdrawn(staff: Colleagues, site: Site) -> None:
    event = doubted(site.database, staff.add(StaffRole.AGENT))
    supervisor = staff.as_supervisor()
    assert "Tarik kata ini" in supervisor.get("/pembacaan").text
    for _ in range(2):
        assert post(supervisor, staff, f"kata/{event.id}/penarikan") == 303
    with site.database.read() as session:
        assert labels.is_withdrawn(session, event.id)
        assert labels.counted(session)[LabelKind.WITHDRAWN] == 1
    assert "Tarik kata ini" not in supervisor.get("/pembacaan").text
    assert post(supervisor, staff, "kata/99999/penarikan") == 404


def test_a_doubtful_word_is_vouched_for(staff: Colleagues, site: Site) -> None:
    event = doubted(site.database, staff.add(StaffRole.AGENT))
    supervisor = staff.as_supervisor()
    for _ in range(2):
        assert post(supervisor, staff, f"kata/{event.id}/penegasan") == 303
    assert "Tarik kata ini" not in supervisor.get("/pembacaan").text
    with site.database.read() as session:
        assert labels.counted(session)[LabelKind.CORRECTED] == 2


def test_a_category_is_added_offered_and_switched_off(staff: Colleagues, site: Site) -> None:
    supervisor = staff.as_supervisor()
    examples = "\n".join(f"simpkb saya tidak tertaut nomor {place}" for place in "abc")
    sent = {"nama": "Tautan SIMPKB", "definisi": "Menautkan SIMPKB", "contoh": examples}
    assert post(supervisor, staff, "kategori", **sent) == 303
    assert post(supervisor, staff, "kategori", nama="Tautan SIMPKB") == 409
    with site.database.write() as session:
        number = build.planned(session).number
        assert labels.examples(session) == {Category("x_tautan_simpkb"): 3}
    assert 'value="x_tautan_simpkb"' in supervisor.get(f"/tiket/{number}").text
    assert 'value="x_tautan_simpkb"' in supervisor.get("/antrean").text
    token = {"csrf": staff.csrf[StaffRole.SUPERVISOR], "kategori": "x_tautan_simpkb"}
    assert supervisor.post(f"/tiket/{number}/kategori", data=token).status_code == 303
    found = supervisor.get("/antrean?tampilan=semua&kategori=x_tautan_simpkb").text
    assert f"#{number}" in found
    assert "Tautan simpkb" in found
    assert post(supervisor, staff, "kategori/x_tautan_simpkb/penghentian") == 303
    assert post(supervisor, staff, "kategori/x_entah/penghentian") == 404
    assert 'value="x_tautan_simpkb"' not in supervisor.get(f"/tiket/{number}").text
    assert post(supervisor, staff, "kategori", nama="Tautan SIMPKB") == 303
    with site.database.read() as session:
        [row] = labels.added(session)
    assert isinstance(row, AddedCategory)
    assert (row.is_active, row.definition) == (True, "Menautkan SIMPKB")


def test_a_name_that_cannot_be_used_keeps_what_was_typed(staff: Colleagues) -> None:
    supervisor = staff.as_supervisor()
    token = {"csrf": staff.csrf[StaffRole.SUPERVISOR]}
    answer = supervisor.post("/pembacaan/kategori", data={**token, "nama": "77", "definisi": "apa"})
    assert answer.status_code == 422
    assert "mulailah dengan huruf" in answer.text
    assert ">apa</textarea>" in answer.text


def test_a_forged_form_is_refused(staff: Colleagues) -> None:
    assert staff.as_supervisor().post("/pembacaan/pelatihan", data={"csrf": "x"}).status_code == 403


def test_asking_while_another_trains_is_the_same_for_the_way_back(
    staff: Colleagues, site: Site
) -> None:
    champion = Shelf(site.classifier or Path()).champion()
    assert champion is not None
    with site.database.write() as session:
        course.begin(session, by="loket train", now=build.NOON)
    supervisor = staff.as_supervisor()
    assert post(supervisor, staff, "pemulihan", pengklasifikasi=champion.name) == 409
