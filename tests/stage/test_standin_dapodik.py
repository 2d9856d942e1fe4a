"""The oddities of the WebService on the wire, as a caller without any adapter sees them."""

import json
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from app.lookup.dapodik import WebServiceDapodik
from app.lookup.http import open_outside
from app.lookup.world import World
from app.standin.dapodik import dapodik_app
from app.standin.fields import PASSWORD_HASH
from models.values import Npsn
from models.vocabulary import System
from tests.support import small_world as small
from tests.support.servers import serving

TOKEN = "token-peraga"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("world")
    world = World.load(small.write_small_world(folder))
    with serving(dapodik_app(world, token=TOKEN)) as url:
        yield url


def ask(address: str, path: str, **query: str) -> httpx.Response:
    headers = {"Authorization": f"Bearer {TOKEN}"}
    return httpx.get(f"{address}{path}", params=query, headers=headers)


def test_json_is_called_html_and_paging_pages_nothing(address: str) -> None:
    answer = ask(
        address, "/WebService/getPesertaDidik", npsn=small.SD, page="2", start="20", limit="1"
    )
    assert answer.headers["content-type"] == "text/html; charset=UTF-8"
    content = answer.json()
    assert (content["results"], content["start"], content["limit"]) == (3, 0, 20)
    assert content["id"] == "registrasi_id"
    assert len(content["rows"]) == 3


def test_a_school_is_one_object_and_knows_no_closing(address: str) -> None:
    rows = ask(address, "/WebService/getSekolah", npsn=small.CLOSED).json()["rows"]
    assert rows["npsn"] == small.CLOSED
    assert "tanggal_tutup" not in rows


@pytest.mark.parametrize(
    ("path", "query", "message"),
    [
        pytest.param("getSekolah", {}, "Parameter NPSN harap diisi", id="no npsn"),
        pytest.param("getGtk", {"npsn": "69900999"}, "Sekolah tidak ditemukan", id="no school"),
        pytest.param("getGTK", {"npsn": small.SD}, "Halaman tidak ditemukan", id="no such name"),
    ],
)
def test_a_refusal_is_a_second_answer_inside_a_200(
    address: str, path: str, query: dict[str, str], message: str
) -> None:
    answer = ask(address, f"/WebService/{path}", **query)
    assert answer.status_code == 200
    head, blank, content = answer.text.partition("\r\n\r\n")
    assert head.startswith("HTTP/1.0 40")
    assert blank
    assert json.loads(content)["message"] == message


def test_a_missing_token_is_refused_in_plain_text(address: str) -> None:
    answer = httpx.get(f"{address}/WebService/getSekolah", params={"npsn": small.SD})
    assert answer.status_code == 200
    assert answer.text == "Access denied - You are not authorized to access this page. #1"


def test_users_carry_a_hash_and_no_reader_of_ours_keeps_it(address: str) -> None:
    sent = ask(address, "/WebService/getPengguna", npsn=small.SD).json()["rows"]
    assert {each["password"] for each in sent} == {PASSWORD_HASH}
    assert len(PASSWORD_HASH) == 60
    register = WebServiceDapodik(
        open_outside(address, System.DAPODIK, timeout=5.0), TOKEN, clock=lambda: small.EXTRACTED_AT
    )
    assert PASSWORD_HASH not in repr(register.school(Npsn.parse(small.SD)))


def test_two_releases_differ_in_their_fields(address: str) -> None:
    rows = {
        prefix: ask(address, f"{prefix}/WebService/getGtk", npsn=small.SD).json()["rows"][0]
        for prefix in ("/2021", "/2026", "")
    }
    added = set(rows["/2026"]) - set(rows["/2021"])
    assert added == {
        "jabatan_ptk_id",
        "jabatan_ptk_id_str",
        "is_sync_to_server_ptk_terdaftar",
        "is_sync_to_server_ptk",
    }
    assert rows[""] == rows["/2026"]
    assert "npsn" not in rows[""]
    assert "jenis_keluar_id" not in rows[""]
