"""Clients of the Dapodik WebService that nobody here wrote, against the stand-in."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.lookup.world import World
from app.standin.dapodik import dapodik_app
from tests.clients import venvs
from tests.support.servers import serving
from tests.support.small_world import SD, write_small_world

pytestmark = pytest.mark.slow

TOKEN = "token-peraga"

STRICT_CLIENT = """
import json, sys
from dapodik_webservice import DapodikWebservice
url, token, npsn = sys.argv[1:]
service = DapodikWebservice(token, npsn, url)
print(json.dumps({
    "sekolah": service.sekolah.nama,
    "ptk": [each.nama for each in service.ptk],
    "peserta_didik": [each.nama for each in service.peserta_didik],
    "rombel": {each.nama: len(each.anggota_rombel) for each in service.rombongan_belajar},
    "pengguna": [each.username for each in service.pengguna],
    "password": {each.password[:4] for each in service.pengguna} == {"$2y$"},
}))
"""

STRICT_REFUSALS = """
import sys
from dapodik_webservice import DapodikWebservice
url, token, npsn = sys.argv[1:]
try:
    DapodikWebservice(token, npsn, url).sekolah
except BaseException as error:
    print(type(error).__name__)
"""

LENIENT_CLIENT = """
import json, sys
from dapodik import DapodikClient
base, token, npsn = sys.argv[1:]
client = DapodikClient(npsn=npsn, token=token, base_url=base)
gtk = client.gtk(page=2, limit=1).rows
print(json.dumps({
    "sekolah": [each["nama"] for each in client.get_sekolah().rows],
    "ptk": [each["nama"] for each in gtk],
    "sent": [each.get("is_sync_to_server_ptk_terdaftar", "no such field") for each in gtk],
    "peserta_didik": [each["nama"] for each in client.pd().rows],
    "rombel": {each["nama"]: len(each["anggota_rombel"]) for each in client.rombel().rows},
    "other_semester": len(client.rombel(semester_id="20242").rows),
    "pengguna": [each["username"] for each in client.pengguna().rows],
}))
"""

LENIENT_REFUSAL = """
import sys
from dapodik import DapodikClient
base, token, npsn = sys.argv[1:]
try:
    DapodikClient(npsn=npsn, token=token, base_url=base).get_sekolah()
except Exception as error:
    print(type(error).__name__)
"""

STAFF = ["Rukmini Contohwati", "Darmo Peragawan", "Tuti Misalkan", "Wati Umpamawati"]
PUPILS = ["Bagas Contohnya", "Citra Contohnya", "Dimas Misalnya"]
USERS = ["tuti@sdcontoh.example", "darmo@sdcontoh.example"]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("world")
    with serving(dapodik_app(World.load(write_small_world(folder)), token=TOKEN)) as url:
        yield url


def test_the_strict_client_of_2021_reads_everything(address: str) -> None:
    ran = venvs.run("dapodik-webservice", STRICT_CLIENT, f"{address}/2021", TOKEN, SD)
    assert ran.status == 0, ran.err
    assert json.loads(ran.out) == {
        "sekolah": "SD NEGERI CONTOH SATU",
        "ptk": STAFF,
        "peserta_didik": PUPILS,
        "rombel": {"Kelas 6A": 2, "Kelas 6B": 1},
        "pengguna": USERS,
        "password": True,
    }


def test_the_strict_client_of_2021_cannot_read_rows_of_2026(address: str) -> None:
    ran = venvs.run("dapodik-webservice", STRICT_CLIENT, address, TOKEN, SD)
    assert ran.status != 0
    assert "unexpected keyword argument" in ran.err


@pytest.mark.parametrize(
    ("token", "npsn", "error"),
    [
        pytest.param("salah", SD, "TokenSalahException", id="wrong token"),
        pytest.param(TOKEN, "", "NPSNKosongException", id="no npsn"),
        pytest.param(TOKEN, "69900999", "SekolahTidakDitemukan", id="unknown school"),
    ],
)
def test_the_strict_client_understands_every_refusal(
    address: str, token: str, npsn: str, error: str
) -> None:
    ran = venvs.run("dapodik-webservice", STRICT_REFUSALS, f"{address}/2021", token, npsn)
    assert ran.out == error, ran.err


@pytest.mark.parametrize(
    ("prefix", "sent"),
    [
        pytest.param("/2021", ["no such field"] * 4, id="2021"),
        pytest.param("", [True, True, True, False], id="2026"),
    ],
)
def test_the_newer_client_reads_both_releases(
    address: str, prefix: str, sent: list[object]
) -> None:
    ran = venvs.run("dapodik-sdk", LENIENT_CLIENT, f"{address}{prefix}/WebService", TOKEN, SD)
    assert ran.status == 0, ran.err
    assert json.loads(ran.out) == {
        "sekolah": ["SD NEGERI CONTOH SATU"],
        "ptk": STAFF,
        "sent": sent,
        "peserta_didik": PUPILS,
        "rombel": {"Kelas 6A": 2, "Kelas 6B": 1},
        "other_semester": 0,
        "pengguna": USERS,
    }


def test_the_newer_client_takes_a_refusal_of_status_200_for_an_error(address: str) -> None:
    ran = venvs.run("dapodik-sdk", LENIENT_REFUSAL, f"{address}/WebService", "salah", SD)
    assert ran.out == "DapodikError", ran.err
