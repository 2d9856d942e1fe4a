"""The report command: the figures on a terminal, as a table and as JSON."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from app.cli import main
from app.kit.clock import at_wib
from app.store.session import Database
from models.vocabulary import TicketState, WhoActs
from tests.support import build


@pytest.fixture(autouse=True)
def reports(database: Database) -> None:
    """Two that came on one day, of which one was answered."""
    with database.write() as session:
        build.ticket(
            session,
            created_at=_at(9),
            first_answered_at=_at(10),
            settled_at=_at(10),
            state=TicketState.ANSWERED,
            waiting_on=WhoActs.NOBODY,
        )
        build.ticket(session, created_at=_at(0), category=None)


def test_the_report_is_readable(
    loket: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    assert loket("report", "--from", "2026-11-23", "--to", "2026-11-23") == 0
    told = capsys.readouterr().out
    assert "Laporan masuk      2" in told
    assert "Median jawaban     60 menit" in told
    assert "belum_terbaca" in told


def test_the_report_as_json_and_csv(
    loket: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    period = ("--from", "2026-11-23", "--to", "2026-11-24")
    assert loket("report", *period, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["issued"], told["answered"], told["open"]) == (2, 1, 1)
    assert told["per_day"][0] == {"day": "2026-11-23", "issued": 2, "answered": 1, "settled": 1}
    assert loket("report", *period, "--csv") == 0
    assert "hari,2026-11-23,masuk,2" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [
        ("--from", "kemarin"),
        ("--from", "2026-11-24", "--to", "2026-11-23"),
        ("--to", "0001-01-02"),
        ("--csv", "--json"),
    ],
)
def test_a_wrong_call_gets_one_sentence(
    loket: Callable[..., int], capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    assert loket("report", *words) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_where_nothing_is_yet_a_file_is_made_and_a_server_wants_its_schema_first(
    empty_database_url: str,
    database: Database,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("LOKET_DATABASE_URL", empty_database_url)
    monkeypatch.setattr("sys.argv", ["loket", "report"])
    with pytest.raises(SystemExit) as ended:
        main()
    told = capsys.readouterr()
    if database.is_sqlite:
        assert (ended.value.code, "Laporan masuk      0" in told.out) == (0, True)
    else:
        assert (ended.value.code, "loket migrate" in told.err) == (2, True)


def _at(hour: int) -> datetime:
    return at_wib(date(2026, 11, 23), hour).astimezone(UTC)
