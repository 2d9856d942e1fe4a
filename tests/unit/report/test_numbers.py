"""The arithmetic of the figures, and their files."""

import csv
import io
from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.report import export
from app.report.numbers import BadPeriod, Counted, Period, figures
from app.web.chart import chart
from models.vocabulary import Category, WhoActs

MONDAY = date(2026, 11, 23)
WEEK = Period(MONDAY, MONDAY + timedelta(days=6))
COUNTED = Counted(
    issued={MONDAY: 5, MONDAY + timedelta(days=2): 2},
    answered={MONDAY: 3},
    settled={MONDAY: 1},
    issued_of={Category.ACTIVATION: 2, Category.ROLE_CHANGE: 4, None: 1},
    answered_of={Category.ROLE_CHANGE: 3},
    open_of={Category.DATA_CORRECTION: 1},
    waiting={WhoActs.OPERATOR: 1, WhoActs.HELPDESK: 3},
    overdue=2,
    median=timedelta(minutes=20),
    p90=timedelta(hours=10),
)


def test_quiet_days_are_days_too() -> None:
    found = figures(WEEK, COUNTED)
    assert [each.issued for each in found.days] == [5, 0, 2, 0, 0, 0, 0]
    assert (found.issued, found.answered, found.settled) == (7, 3, 1)


def test_categories_with_most_reports_come_first_and_idle_ones_not_at_all() -> None:
    rows = figures(WEEK, COUNTED).categories
    assert [(each.category, each.issued) for each in rows] == [
        (Category.ROLE_CHANGE, 4),
        (Category.ACTIVATION, 2),
        (None, 1),
        (Category.DATA_CORRECTION, 0),
    ]


def test_what_is_open_is_the_sum_of_all_it_waits_on() -> None:
    found = figures(WEEK, COUNTED)
    assert found.open == 4
    assert found.waiting == ((WhoActs.OPERATOR, 1), (WhoActs.HELPDESK, 3))


def test_a_period_has_its_first_and_last_day() -> None:
    assert list(Period.of(MONDAY, MONDAY).days()) == [MONDAY]
    usual = Period.usual(MONDAY)
    assert (usual.last, len(list(usual.days()))) == (MONDAY, 30)


@pytest.mark.parametrize("last", [MONDAY - timedelta(days=1), MONDAY + timedelta(days=4000)])
def test_days_the_wrong_way_round_or_too_many_are_no_period(last: date) -> None:
    with pytest.raises(BadPeriod):
        Period.of(MONDAY, last)


def test_the_csv_can_be_read_back() -> None:
    rows = list(csv.DictReader(io.StringIO(export.as_csv(figures(WEEK, COUNTED)))))
    values = {(each["bagian"], each["nama"], each["angka"]): each["nilai"] for each in rows}
    assert values["ringkasan", "", "masuk"] == "7"
    assert values["ringkasan", "", "p90_jawaban_menit"] == "600"
    assert values["kategori", "role_change", "terjawab"] == "3"
    assert values["hari", "2026-11-25", "masuk"] == "2"


@pytest.mark.parametrize("text", ["=1+1", "+62", "-1", "@SUM(A1)", "\t=1"])
def test_no_cell_becomes_a_formula(text: str) -> None:
    assert export.safe(text) == f"'{text}"


def test_numbers_and_words_stay_as_they_are() -> None:
    assert [export.safe(each) for each in (-3, "masuk", None)] == ["-3", "masuk", ""]


def test_the_json_says_the_same() -> None:
    found = export.as_json(figures(WEEK, COUNTED))
    assert found["first_answer_minutes"] == {"median": 20, "p90": 600}
    assert found["waiting_on"] == {"operator": 1, "helpdesk": 3}
    assert len(found["per_day"]) == 7  # type: ignore[arg-type]


def test_without_answers_there_is_no_time_to_report() -> None:
    found = figures(WEEK, replace(COUNTED, median=None, p90=None))
    assert "median_jawaban_menit,\r\n" in export.as_csv(found)


def test_the_highest_bar_fills_the_chart() -> None:
    drawn = chart([("1", 2), ("2", 4), ("3", 0)])
    tall = drawn.bottom - drawn.top
    assert [each.height for each in drawn.bars] == [tall / 2, tall, 0]
    assert all(each.x + each.width <= drawn.width for each in drawn.bars)
    assert drawn.bars[1].title == "2: 4"


def test_a_chart_of_nothing_has_no_height() -> None:
    assert [each.height for each in chart([("1", 0)]).bars] == [0]
    assert chart([]).bars == ()
