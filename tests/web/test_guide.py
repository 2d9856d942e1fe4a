"""Help articles: written by supervisors, versioned, and of drafts nothing is seen outside."""

import pytest

from app.demo import guides
from app.guide import shelf
from app.guide.text import dead_links
from app.store import articles
from app.web.site import Site
from models import ArticleVersion
from models.vocabulary import ArticleAct, StaffRole, TrailAction
from tests.support.browser import TestClient
from tests.support.trailed import trailed
from tests.web.conftest import Colleagues

DESK = "/panduan/kelola"


def fields(**more: str) -> dict[str, str]:
    return {
        "slug": "akun-ganda",
        "judul": "Dua akun",
        "isi": "Pakailah yang [sesuai](/bantuan).",
        "kategori": "data_correction",
        "sebab": "Sering ditanyakan.",
        "tindakan": "terbit",
        **more,
    }


class Writer:
    """A supervisor at the desk."""

    def __init__(self, staff: Colleagues, role: StaffRole = StaffRole.SUPERVISOR) -> None:
        self.browser = staff.signed_in(staff.add(role))
        self.csrf = staff.csrf[role]

    def sends(self, **more: str) -> tuple[int, str]:
        answer = self.browser.post(DESK, data={"csrf": self.csrf, **fields(**more)})
        return answer.status_code, answer.text


@pytest.fixture
def writer(staff: Colleagues) -> Writer:
    return Writer(staff)


def versions(site: Site) -> list[ArticleVersion]:
    with site.database.read() as session:
        article = articles.with_slug(session, "akun-ganda")
        return list(articles.versions(session, article.id, limit=9)) if article else []


def test_a_published_article_is_read_by_everybody(client: TestClient, writer: Writer) -> None:
    assert writer.sends()[0] == 303
    assert "Dua akun" in client.get("/panduan").text
    page = client.get("/panduan/akun-ganda")
    assert '<a href="/bantuan">sesuai</a>' in page.text
    assert "Ubah panduan" not in page.text
    assert "Ubah panduan" in writer.browser.get("/panduan/akun-ganda").text


def test_a_draft_is_not_seen_outside_and_the_published_text_stays(
    client: TestClient, site: Site, writer: Writer
) -> None:
    writer.sends(tindakan="draf")
    assert client.get("/panduan/akun-ganda").status_code == 404
    assert "Dua akun" not in client.get("/panduan").text
    writer.sends(dari=str(versions(site)[0].id))
    writer.sends(dari=str(versions(site)[0].id), tindakan="draf", isi="Tulisan setengah jadi.")
    assert "Tulisan setengah jadi" not in client.get("/panduan/akun-ganda").text
    assert "Tulisan setengah jadi" in writer.browser.get(f"{DESK}/akun-ganda").text


def test_withdrawn_and_put_back_with_who_and_why(
    client: TestClient, site: Site, writer: Writer
) -> None:
    writer.sends()
    first = versions(site)[0]
    writer.sends(dari=str(first.id), isi="Isi kedua.", sebab="Lebih jelas.")
    writer.sends(dari=str(versions(site)[0].id), tindakan="tarik", sebab="Keliru.")
    assert client.get("/panduan/akun-ganda").status_code == 404
    back = {"dari": str(versions(site)[0].id), "tindakan": "kembali", "versi": str(first.id)}
    assert writer.sends(**back, sebab="")[0] == 422
    assert writer.sends(**back, sebab="Yang pertama benar.")[0] == 303
    assert "sesuai" in client.get("/panduan/akun-ganda").text
    kept = versions(site)
    assert [each.act for each in kept] == [
        ArticleAct.PUBLISHED,
        ArticleAct.WITHDRAWN,
        ArticleAct.PUBLISHED,
        ArticleAct.PUBLISHED,
    ]
    assert kept[0].why == "Yang pertama benar."
    assert trailed(site.database, TrailAction.ARTICLE_CHANGED) == [
        ("penyelia", "akun-ganda", each.why, {"act": each.act.value}) for each in kept[::-1]
    ]
    assert "Hardi Prakoso" in writer.browser.get(f"{DESK}/akun-ganda").text


def test_a_preview_keeps_nothing(site: Site, writer: Writer) -> None:
    status, page = writer.sends(tindakan="pratinjau")
    assert status == 200
    assert '<a href="/bantuan">sesuai</a>' in page
    assert 'value="Dua akun"' in page
    assert versions(site) == []


@pytest.mark.alike
@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"slug": "Akun Ganda!"}, "Hanya huruf kecil"),
        ({"slug": "kelola"}, "sudah dipakai"),
        ({"judul": " "}, "Isian ini wajib"),
        ({"sebab": ""}, "Isian ini wajib"),
        ({"isi": "Lihat [ini](/panduan/entah)."}, "tidak menuju ke mana pun: /panduan/entah"),
        ({"isi": "Lihat [ini](javascript:alert(1))."}, "tidak menuju ke mana pun"),
        ({"judul_en": "Two accounts"}, "harus diisi keduanya"),
    ],
)
def test_what_is_wrong_is_said_beside_the_entry(
    site: Site, writer: Writer, wrong: dict[str, str], sentence: str
) -> None:
    status, page = writer.sends(**wrong)
    assert status == 422
    assert sentence in page
    assert "Dua akun" in page or "judul" in wrong
    assert versions(site) == []


def test_of_two_writers_the_second_keeps_the_words(site: Site, writer: Writer) -> None:
    writer.sends()
    seen = str(versions(site)[0].id)
    writer.sends(dari=seen, isi="Dari rekan.")
    status, page = writer.sends(dari=seen, isi="Tulisan saya.")
    assert status == 409
    assert "Tulisan saya." in page
    assert versions(site)[0].body == "Dari rekan."


def test_only_supervisors_write(client: TestClient, site: Site, staff: Colleagues) -> None:
    agent = Writer(staff, StaffRole.AGENT)
    assert agent.browser.get(DESK).status_code == 403
    assert agent.sends()[0] == 403
    assert client.get(DESK).status_code == 303
    boss = Writer(staff)
    boss.csrf = "lain"
    assert boss.sends()[0] == 403
    assert versions(site) == []


def test_an_english_reader_gets_english_where_there_is_some(
    client: TestClient, writer: Writer
) -> None:
    writer.sends(judul_en="Two accounts", isi_en="Use the one that fits.")
    assert "Use the one that fits." in client.get("/panduan/akun-ganda?bahasa=en").text
    assert "Use the one that fits." not in client.get("/panduan/akun-ganda").text


def test_search_finds_by_stem(client: TestClient, site: Site, staff: Colleagues) -> None:
    by = staff.add(StaffRole.SUPERVISOR)
    with site.database.write() as session:
        guides.publish(session, by=by, now=site.clock())
        slugs = articles.public_slugs(session)
    for each in guides.drafts():
        assert dead_links(each.body, slugs=slugs, pages=shelf.PAGES) == ()
    page = client.get("/panduan", params={"cari": "menghapus akun"}).text
    assert "/panduan/pemberitahuan-penghapusan" in page
    assert "Belum ada panduan yang memuat" in client.get("/panduan?cari=rendang").text
