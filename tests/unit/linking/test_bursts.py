"""An incident is what the usual rate makes all but impossible, and nothing less."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from importlib import import_module
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.linking import bursts
from app.linking.bursts import Cell, Usual
from models.vocabulary import Category, IncidentKind, Jenjang, MarkKind, Peran
from tests.unit.linking.build import report

NOON = datetime(2026, 11, 25, 5, 0, tzinfo=UTC)
C, K, M = Category.ROLE_CHANGE, IncidentKind, MarkKind


@pytest.fixture(scope="module")
def stats() -> ModuleType:
    """Not at the top: every process that collects the tests would import it."""
    return import_module("scipy.stats")


@pytest.mark.parametrize(
    ("count", "past", "same_hours", "alarms"),
    [
        pytest.param(4, 0, 0, False, id="four are never a burst"),
        pytest.param(5, 0, 0, True, id="five where nobody ever wrote"),
        pytest.param(5, 150, 8, False, id="five in a busy cell"),
        pytest.param(20, 150, 8, True, id="twenty in a busy cell"),
        pytest.param(16, 400, 60, False, id="the usual Monday morning"),
        pytest.param(16, 400, 4, True, id="Monday's number on a Sunday night"),
    ],
)
def test_a_burst_is_measured_by_what_the_cell_usually_brings(
    count: int, past: int, same_hours: int, alarms: bool
) -> None:
    assert bursts.is_burst(count, bursts.usual(past, same_hours)) is alarms


@given(st.integers(0, 400), st.floats(0.003, 300), st.floats(1, 140))
def test_the_tail_is_that_of_a_rate_known_by_its_tickets(
    stats: ModuleType, count: int, tickets: float, windows: float
) -> None:
    exact = stats.nbinom.sf(count - 1, tickets, windows / (windows + 1))
    assert bursts.tail(count, Usual(tickets, windows)) == pytest.approx(exact, rel=1e-6, abs=1e-9)


@given(st.integers(0, 5000), st.integers(0, 800))
def test_a_busier_past_expects_more(past: int, same_hours: int) -> None:
    here = bursts.usual(past, same_hours)
    assert bursts.usual(past + 1, same_hours).mean > here.mean
    assert bursts.usual(past, same_hours + 1).mean > here.mean
    assert bursts.tail(7, bursts.usual(past + 1, same_hours)) >= bursts.tail(7, here)


def test_the_same_hours_of_four_weeks_are_looked_at() -> None:
    spans = list(bursts.slots(NOON))
    assert len(spans) == 4
    assert {until.weekday() for _, until in spans} == {NOON.weekday()}
    assert all(until - since == bursts.WINDOW for since, until in spans)
    assert spans[-1][1] == NOON - timedelta(weeks=4)


def test_cells_go_from_the_school_to_the_change() -> None:
    told = report("", C, npsn="69900001", regency="KAB. PERAGA", province="Provinsi Contoh")
    moved = replace(told.facts, from_level=Jenjang.SD, to_level=Jenjang.SMP, to_role=Peran.ADMIN)
    assert bursts.cells(replace(told, facts=moved)) == (
        Cell(K.SCHOOL, "69900001", C),
        Cell(K.REGION, "Kab. Peraga", C),
        Cell(K.REGION, "Contoh", C),
        Cell(K.CHANGE, "SD > SMP", C),
        Cell(K.CHANGE, "? > admin", C),
    )


def test_what_nobody_could_read_is_in_no_cell() -> None:
    assert bursts.cells(report("", None, npsn="69900001")) == ()


def test_a_change_to_the_same_is_none() -> None:
    told = report("", C)
    same = replace(told.facts, from_level=Jenjang.SD, to_level=Jenjang.SD)
    assert bursts.cells(replace(told, facts=same)) == ()


@pytest.mark.parametrize(
    "name", ["Kab. Bandung Barat", "KABUPATEN BANDUNG BARAT", " kab bandung  barat"]
)
def test_a_region_is_written_one_way(name: str) -> None:
    assert bursts.region(name) == "Kab. Bandung Barat"


@pytest.mark.parametrize(
    ("tickets", "people"),
    [
        pytest.param([], 0, id="none"),
        pytest.param([{}, {}], 2, id="nothing is known of either"),
        pytest.param([{M.PERSON: {"p"}}, {M.PERSON: {"p"}}], 1, id="one record twice"),
        pytest.param(
            [{M.PERSON: {"p"}, M.MAIL: {"m"}}, {M.PERSON: {"q"}, M.MAIL: {"m"}}],
            2,
            id="an operator for two people",
        ),
        pytest.param(
            [{M.PERSON: {"p"}, M.NAME: {"n"}}, {M.NAME: {"n"}}],
            1,
            id="once with a record, once by name alone",
        ),
        pytest.param([{M.MAIL: {"m"}}, {M.MAIL: {"m"}}], 1, id="one mail twice"),
        pytest.param([{M.SCHOOL: {"s"}}, {M.SCHOOL: {"s"}}], 2, id="a school is no person"),
    ],
)
def test_people_are_told_apart_by_the_strongest_mark_both_have(
    tickets: list[dict[MarkKind, set[str]]], people: int
) -> None:
    values = [{kind: frozenset(each) for kind, each in one.items()} for one in tickets]
    assert bursts.distinct(values) == people
