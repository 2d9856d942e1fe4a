"""Many similar tickets raise one incident with its tickets attached, on both databases."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any

import pytest

from app.linking import incidents
from app.linking.incidents import AlreadyEnded
from app.reading.transitions import Levels
from app.store.session import Database
from app.work import sweep
from models import Incident, Ticket
from models.vocabulary import Category, IncidentKind, IncidentState, Jenjang
from tests.support import build, joined

K, S = IncidentKind, IncidentState
NOON = build.NOON
TEXT = "akun guru kami tidak bisa dibuka sama sekali"
NAMES = (
    "Anjani Prameswari", "Bagas Wicaksana", "Cahyo Nugraheni", "Dewangga Saputra", "Endah Larasati",
    "Farhan Maulana", "Gendis Ayuningtyas", "Haryo Pamungkas", "Intan Kumalasari", "Joko Prabowo",
)  # fmt: skip


def _one(database: Database, number: int, *, at: datetime = NOON, **fields: Any) -> Ticket:
    """Somebody else each time."""
    return joined.joined(
        database, TEXT, now=at, created_at=at, requester_name=NAMES[number % len(NAMES)], **fields
    )


def _many(database: Database, count: int, **fields: Any) -> list[Ticket]:
    return [_one(database, number, **fields) for number in range(count)]


def _region(database: Database, count: int, **fields: Any) -> list[Ticket]:
    """Each of another school of one regency."""
    return [
        _one(database, number, npsn=f"6990{number:04}", regency="Kab. Peraga", **fields)
        for number in range(count)
    ]


def _end(database: Database, incident: Incident, state: IncidentState, at: datetime) -> None:
    with database.write() as session:
        incidents.end(session, incident.id, state, now=at)


def test_three_people_of_one_school_are_an_incident(database: Database) -> None:
    made = _many(database, 2, npsn="69900011")
    assert joined.incidents_in(database) == []
    made.append(_one(database, 2, npsn="69900011"))
    [(incident, ids)] = joined.incidents_in(database)
    assert (incident.kind, incident.key, incident.state) == (K.SCHOOL, "69900011", S.OPEN)
    assert ids == {each.id for each in made}


def test_one_person_who_writes_three_times_is_none(database: Database) -> None:
    for _ in range(3):
        _one(database, 0, npsn="69900011")
    assert joined.incidents_in(database) == []


def test_three_of_a_school_with_other_problems_are_none(database: Database) -> None:
    for number, category in enumerate(
        (Category.ROLE_CHANGE, Category.PASSWORD_RESET, Category.ACTIVATION)
    ):
        _one(database, number, npsn="69900011", category=category)
    assert joined.incidents_in(database) == []


def test_every_later_ticket_joins_while_it_is_open(database: Database) -> None:
    made = _many(database, 3, npsn="69900011")
    later = NOON + timedelta(hours=20)
    made.append(_one(database, 3, npsn="69900011", at=later))
    joined.connect(database, made[-1], now=later)
    [(incident, ids)] = joined.incidents_in(database)
    assert ids == {each.id for each in made}
    assert incident.newest_at == later


def test_five_schools_of_a_regency_are_an_incident(database: Database) -> None:
    made = _region(database, 5)
    [(incident, ids)] = joined.incidents_in(database)
    assert (incident.kind, incident.key) == (K.REGION, "Kab. Peraga")
    assert ids == {each.id for each in made}
    assert 0 < incident.expected < 0.1


def test_a_regency_that_always_writes_a_lot_is_none(database: Database) -> None:
    for week in range(1, 5):
        _region(database, 6, at=NOON - timedelta(weeks=week, hours=-1))
        for found, _ in joined.incidents_in(database):
            if found.state is S.OPEN:
                _end(database, found, S.CLOSED, NOON)
    before = len(joined.incidents_in(database))
    _region(database, 6)
    assert len(joined.incidents_in(database)) == before


def test_one_happening_raises_one_incident_not_one_for_each_place_around_it(
    database: Database,
) -> None:
    around = {"npsn": "69900011", "regency": "Kab. Peraga", "province": "Contoh"}
    made = _many(database, 6, **around)
    [(incident, ids)] = joined.incidents_in(database)
    assert incident.kind is K.SCHOOL
    assert ids == {each.id for each in made}


def test_the_same_change_everywhere_is_an_incident(database: Database) -> None:
    for number in range(5):
        joined.joined(
            database,
            f"Saya {NAMES[number]}, pindah dari SD ke SMP, akun belum berubah.",
            category=Category.TRANSFER_OTHER_LEVEL,
            levels=Levels(Jenjang.SD, Jenjang.SMP),
            created_at=NOON,
        )
    [(incident, ids)] = joined.incidents_in(database)
    assert (incident.kind, incident.key) == (K.CHANGE, "SD > SMP")
    assert len(ids) == 5


def test_old_tickets_brought_today_are_no_burst_of_today(database: Database) -> None:
    for number in range(5):
        made = joined.told(
            database, TEXT, requester_name=NAMES[number], npsn="69900011", created_at=NOON
        )
        joined.connect(database, made, now=NOON + timedelta(days=400))
    assert joined.incidents_in(database) == []


def test_it_does_not_matter_in_which_order_they_are_read(database: Database) -> None:
    made = [
        joined.told(
            database,
            TEXT,
            requester_name=NAMES[number],
            npsn=f"6990{number:04}",
            regency="Kab. Peraga",
            created_at=NOON - timedelta(minutes=10 * number),
        )
        for number in range(5)
    ]
    for each in made:
        joined.connect(database, each)
    [(_, ids)] = joined.incidents_in(database)
    assert len(ids) == 5


def test_a_quiet_day_ends_it_and_its_tickets_do_not_open_it_again(database: Database) -> None:
    _many(database, 3, npsn="69900011")
    sweep.run(database, NOON + timedelta(hours=23))
    assert joined.incidents_in(database)[0][0].state is S.OPEN
    sweep.run(database, NOON + timedelta(hours=24))
    [(ended, _)] = joined.incidents_in(database)
    assert (ended.state, ended.ended_by_id) == (S.CLOSED, None)
    _one(database, 3, npsn="69900011", at=NOON + timedelta(hours=30))
    assert len(joined.incidents_in(database)) == 1
    for number in (4, 5):
        _one(database, number, npsn="69900011", at=NOON + timedelta(hours=31))
    (again, ids), _ = joined.incidents_in(database)
    assert again.state is S.OPEN
    assert len(ids) == 3


def test_what_was_dismissed_rests_for_a_week(database: Database) -> None:
    _many(database, 3, npsn="69900011")
    _end(database, joined.incidents_in(database)[0][0], S.DISMISSED, NOON)
    for number in range(3, 6):
        _one(database, number, npsn="69900011", at=NOON + timedelta(days=6))
    assert len(joined.incidents_in(database)) == 1
    for number in range(6, 9):
        _one(database, number, npsn="69900011", at=NOON + timedelta(days=8))
    assert [each.state for each, _ in joined.incidents_in(database)] == [S.OPEN, S.DISMISSED]


def test_an_incident_ends_once(database: Database) -> None:
    _many(database, 3, npsn="69900011")
    [(incident, _)] = joined.incidents_in(database)
    _end(database, incident, S.CLOSED, NOON)
    with pytest.raises(AlreadyEnded):
        _end(database, incident, S.DISMISSED, NOON)


def test_workers_at_once_open_one_incident_with_every_ticket(database: Database) -> None:
    made = [
        joined.told(
            database,
            TEXT,
            requester_name=NAMES[number],
            npsn="69900011",
            regency="Kab. Peraga",
            province="Contoh",
            created_at=NOON,
        )
        for number in range(8)
    ]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda each: joined.connect(database, each), made))
    found = joined.incidents_in(database)
    schools = [(each, ids) for each, ids in found if each.kind is K.SCHOOL]
    assert len(schools) == 1
    assert len({(each.kind, each.key) for each, _ in found}) == len(found)
    for each in made:
        joined.connect(database, each)
    assert schools[0][0].id in {each.id for each, _ in joined.incidents_in(database)}
    [ids] = [ids for each, ids in joined.incidents_in(database) if each.kind is K.SCHOOL]
    assert ids == {each.id for each in made}
