"""The school register behind its port: the adapter over real HTTP, and the world in memory."""

import asyncio
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from app.lookup.dapodik import WebServiceDapodik
from app.lookup.dossier import Person
from app.lookup.http import Breaker, Outside, Patience, open_outside
from app.lookup.ports import Dapodik, LookupUnavailable
from app.lookup.world import World, WorldDapodik
from app.standin.dapodik import dapodik_app
from app.standin.fields import PASSWORD_HASH, Profile
from models.values import Npsn
from models.vocabulary import ExitReason, Jenjang, Peran, PersonKind, System
from tests.support import small_world as small
from tests.support.servers import free_port, serving

TOKEN = "token-peraga"
NOW = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)
SD, SMP, CLOSED = (Npsn.parse(each) for each in (small.SD, small.SMP, small.CLOSED))
UNKNOWN = Npsn.parse("69900999")


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    folder: Path = tmp_path_factory.mktemp("world")
    return World.load(small.write_small_world(folder))


@pytest.fixture(scope="module")
def address(world: World) -> Iterator[str]:
    with serving(dapodik_app(world, token=TOKEN)) as url:
        yield url


def outside(address: str, *, timeout: float = 5.0) -> Outside:
    made = open_outside(address, System.DAPODIK, timeout=timeout)
    return replace(made, patience=Patience(tries=1))


def adapter(address: str, *, token: str = TOKEN, search: bool = False) -> WebServiceDapodik:
    return WebServiceDapodik(
        outside(address), token, clock=lambda: NOW, search=outside(address) if search else None
    )


# One contract, however the register is reached.


@pytest.fixture(params=["in memory", "over HTTP with a search service"])
def dapodik(request: pytest.FixtureRequest, world: World, address: str) -> Dapodik:
    if request.param == "in memory":
        return WorldDapodik(world)
    return adapter(address, search=True)


def named(people: tuple[Person, ...], person_id: str) -> Person:
    return next(each for each in people if each.person_id == person_id)


def test_a_school_comes_with_its_people_and_users(dapodik: Dapodik) -> None:
    records = dapodik.school(SD)
    assert records is not None
    assert records.school.name == "SD NEGERI CONTOH SATU"
    assert records.school.jenjang is Jenjang.SD
    assert records.as_of == small.EXTRACTED_AT
    assert {each.name for each in records.people} == {
        "Rukmini Contohwati",
        "Darmo Peragawan",
        "Tuti Misalkan",
        "Wati Umpamawati",
        "Bagas Contohnya",
        "Citra Contohnya",
        "Dimas Misalnya",
        "Eka Umpama",
    }
    assert [(each.email, each.role, each.person_id) for each in records.users] == [
        ("tuti@sdcontoh.example", "Operator Sekolah", small.OPERATOR),
        ("darmo@sdcontoh.example", "Kepala Sekolah", small.KEPALA),
    ]


def test_roles_and_what_was_sent_are_told(dapodik: Dapodik) -> None:
    records = dapodik.school(SD)
    assert records is not None
    head, new = named(records.people, small.KEPALA), named(records.people, small.BARU)
    assert head.home is not None
    assert head.home.peran is Peran.ADMIN
    assert head.home.sent is True
    assert new.home is not None
    assert new.home.sent is False


def test_placements_at_other_schools_come_along(dapodik: Dapodik) -> None:
    records = dapodik.school(SD)
    assert records is not None
    guru = named(records.people, small.GURU)
    assert [(each.npsn, each.jenjang, each.is_home) for each in guru.placements] == [
        (SD, Jenjang.SD, True),
        (SMP, Jenjang.SMP, False),
    ]


def test_who_left_is_known_with_reason_and_day(dapodik: Dapodik) -> None:
    records = dapodik.school(SMP)
    assert records is not None
    retired = named(records.people, small.PENSIUN).placements[0]
    assert (retired.left_for, retired.left_on) == (ExitReason.RETIRED, date(2026, 9, 1))
    moved = named(records.people, small.MOVED)
    assert [(each.npsn, each.is_active) for each in moved.placements] == [(SMP, True), (SD, False)]


def test_a_closed_school_says_since_when(dapodik: Dapodik) -> None:
    records = dapodik.school(CLOSED)
    assert records is not None
    assert records.school.closed_on == date(2026, 6, 30)
    assert records.people == ()


def test_an_unknown_number_is_none(dapodik: Dapodik) -> None:
    assert dapodik.school(UNKNOWN) is None


@pytest.mark.parametrize(
    ("identifier", "person"),
    [
        pytest.param("3399010403850001", small.GURU, id="NIK"),
        pytest.param("1636763664230001", small.GURU, id="NUPTK"),
        pytest.param("198503042010011001", small.KEPALA, id="NIP"),
        pytest.param("0099000002", small.MOVED, id="NISN with leading zeros"),
        pytest.param(small.PENSIUN, small.PENSIUN, id="person id, of one who left"),
    ],
)
def test_an_identifier_finds_its_person(dapodik: Dapodik, identifier: str, person: str) -> None:
    assert [each.person_id for each in dapodik.people_with(identifier)] == [person]


@pytest.mark.parametrize("identifier", ["", "3399010403859999", "None"])
def test_an_identifier_nobody_has_finds_nobody(dapodik: Dapodik, identifier: str) -> None:
    assert list(dapodik.people_with(identifier)) == []


def test_a_school_is_found_by_its_name(dapodik: Dapodik) -> None:
    assert [each.npsn for each in dapodik.schools_named("SMPN Contoh Dua")] == [SMP]
    assert list(dapodik.schools_named("Lain Sekali")) == []


def test_both_ways_tell_the_same(world: World, address: str) -> None:
    memory, http = WorldDapodik(world), adapter(address, search=True)
    for npsn in (SD, SMP, CLOSED):
        left, right = memory.school(npsn), http.school(npsn)
        assert left is not None
        assert right is not None
        assert right.school == left.school
        assert right.users == left.users
        assert sorted(right.people, key=_id) == sorted(left.people, key=_id)


def _id(person: Person) -> str:
    return person.person_id


# The WebService of one school, alone.


def test_without_a_search_service_nobody_is_found_from_afar(address: str) -> None:
    dapodik = adapter(address)
    assert list(dapodik.people_with("3399010403850001")) == []
    assert list(dapodik.schools_named("SMPN Contoh Dua")) == []


def test_the_webservice_lists_only_who_is_there_now(address: str) -> None:
    records = adapter(address).school(SMP)
    assert records is not None
    assert {each.person_id for each in records.people} == {small.GURU, small.MOVED}


@pytest.mark.parametrize("profile", list(Profile))
def test_rows_of_both_releases_are_read(world: World, profile: Profile) -> None:
    with serving(dapodik_app(world, token=TOKEN, profile=profile)) as url:
        records = adapter(url).school(SD)
    assert records is not None
    assert len([each for each in records.people if each.kind is PersonKind.STAFF]) == 4
    head = named(records.people, small.KEPALA).placements[0]
    assert head.peran is Peran.ADMIN, "in 2021 the kind of PTK alone says so"
    assert head.sent is (None if profile is Profile.OF_2021 else True)


def test_a_wrong_token_is_no_empty_school(address: str) -> None:
    with pytest.raises(LookupUnavailable, match="access denied"):
        adapter(address, token="salah").school(SD)


def test_a_wrong_token_for_the_search_is_no_empty_search(address: str) -> None:
    with pytest.raises(LookupUnavailable, match="access denied"):
        adapter(address, token="salah", search=True).people_with("3399010403850001")


# The oddities on the wire, as a caller without any adapter sees them.


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
    assert PASSWORD_HASH not in repr(adapter(address).school(SD))


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


# Servers that behave worse than the real one.


def one_answer(text: str, *, status: int = 200, dated: str | None = None) -> Starlette:
    headers = {"X-Data-Per": dated} if dated else {}

    def answer(request: Request) -> Response:
        del request
        return PlainTextResponse(text, status, headers)

    return Starlette(routes=[Route("/WebService/{method}", answer)])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("<html>masuk</html>", "no JSON", id="a sign-in page"),
        pytest.param("[]", "no object", id="a bare list"),
        pytest.param('{"rows": null}', "no rows", id="no rows"),
        pytest.param('{"rows": ["x"]}', "no rows", id="rows that are none"),
        pytest.param('{"success": false}', "without a reason", id="a refusal without a word"),
        pytest.param('{"success": false, "message": "Sibuk"}', "Sibuk", id="a refusal"),
        pytest.param('{"rows": {"npsn": "69900002"}}', "another school", id="another school"),
        pytest.param('{"rows": {"npsn": "69900001"}}', "malformed field nama", id="no name"),
        pytest.param("HTTP/1.0 500 Error\n\n", "no JSON", id="a header block and no more"),
        pytest.param("", "no JSON", id="nothing"),
    ],
)
def test_what_cannot_be_read_is_no_empty_school(text: str, reason: str) -> None:
    with serving(one_answer(text)) as url, pytest.raises(LookupUnavailable, match=reason):
        adapter(url).school(SD)


def test_an_undated_answer_counts_from_the_call(world: World) -> None:
    only = {"npsn": small.SD, "nama": "SD NEGERI CONTOH SATU"}
    assert len(world.sekolah) == 3

    def answer(request: Request) -> Response:
        school = request.path_params["method"] == "getSekolah"
        return PlainTextResponse(json.dumps({"rows": only if school else []}))

    with serving(Starlette(routes=[Route("/WebService/{method}", answer)])) as url:
        records = adapter(url).school(SD)
    assert records is not None
    assert records.as_of == NOW


@pytest.mark.parametrize(
    ("dated", "as_of"),
    [
        pytest.param("2026-11-23T02:10:00+07:00", NOW - timedelta(hours=33, minutes=50), id="WIB"),
        pytest.param("2026-11-23T02:10:00", NOW, id="without a zone"),
        pytest.param("kemarin", NOW, id="not a date"),
    ],
)
def test_a_date_is_believed_only_with_its_zone(dated: str, as_of: datetime) -> None:
    text = json.dumps({"rows": []})
    head = json.dumps({"rows": {"npsn": small.SD, "nama": "SD NEGERI CONTOH SATU"}})

    def answer(request: Request) -> Response:
        school = request.path_params["method"] == "getSekolah"
        return PlainTextResponse(head if school else text, headers={"X-Data-Per": dated})

    with serving(Starlette(routes=[Route("/WebService/{method}", answer)])) as url:
        records = adapter(url).school(SD)
    assert records is not None
    assert records.as_of == as_of


def test_a_slow_server_is_given_up_in_time() -> None:
    async def never(request: Request) -> Response:
        await asyncio.sleep(30)
        return PlainTextResponse("")

    app = Starlette(routes=[Route("/WebService/{method}", never)])
    with serving(app) as url:
        dapodik = WebServiceDapodik(outside(url, timeout=0.2), TOKEN, clock=lambda: NOW)
        with pytest.raises(LookupUnavailable, match="no answer in time"):
            dapodik.school(SD)


def test_a_server_that_is_away_is_soon_left_alone() -> None:
    away = replace(outside(f"http://127.0.0.1:{free_port()}"), breaker=Breaker(failures=2))
    dapodik = WebServiceDapodik(away, TOKEN, clock=lambda: NOW)
    reasons = [_reason(lambda: dapodik.school(SD)) for _ in range(3)]
    assert reasons[:2] == ["dapodik: no connection"] * 2
    assert reasons[2] == "dapodik: resting after repeated failures"


def _reason(ask: Callable[[], object]) -> str:
    with pytest.raises(LookupUnavailable) as raised:
        ask()
    return str(raised.value)
