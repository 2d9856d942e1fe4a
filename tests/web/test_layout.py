"""The frame around every page: words, ways, language and refusals."""

from tests.support.browser import TestClient


def test_the_first_page_shows_three_ways(client: TestClient) -> None:
    page = client.get("/")
    assert page.status_code == 200
    for target in ("/bantuan", "/laporan", "/masuk"):
        assert f'href="{target}"' in page.text
    assert "<script" not in page.text


def test_the_language_stays_as_chosen(client: TestClient) -> None:
    answer = client.get("/bahasa/en", params={"kembali": "/laporan?x=1"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/laporan?x=1")
    assert "Track a report" in client.get("/").text
    client.get("/bahasa/id")
    assert "Lacak laporan" in client.get("/").text


def test_the_language_switch_leads_nowhere_else(client: TestClient) -> None:
    for elsewhere in ("https://lain.example/", "//lain.example", "/\\lain.example"):
        assert client.get("/bahasa/en", params={"kembali": elsewhere}).headers["location"] == "/"


def test_an_unknown_page_is_a_page_of_ours(client: TestClient) -> None:
    page = client.get("/tidak-ada")
    assert page.status_code == 404
    assert "Halaman atau data yang Anda cari tidak ada" in page.text
