"""Exported tickets are read; a row that is none is named with its line."""

import json
from datetime import UTC, datetime

import pytest

from app.intake.exports import parse_tickets
from app.intake.rows import WrongFile, text_of

TICKET = {
    "id": 700123,
    "status": "open",
    "subject": "Akun hilang",
    "description": "akun guru hilang",
    "created_at": "2023-01-06T02:00:00Z",
    "updated_at": "2023-01-08T02:00:00Z",
    "requester_id": 11,
    "custom_fields": [{"id": 1, "value": "69900001"}, {"id": 2, "value": None}],
}
USER = {"id": 11, "name": "Rini W", "email": "Rini@Contoh.example"}
EXPORT = {"tickets": [TICKET], "users": [USER], "after_cursor": "x", "end_of_stream": True}


def test_a_deleted_ticket_needs_no_words() -> None:
    """The cursor export goes on listing what was deleted, emptied of its content."""
    emptied = {"id": 700124, "status": "deleted", "subject": None, "description": ""}
    tickets, bad = parse_tickets(json.dumps({"tickets": [TICKET, emptied]}))
    assert ([each.status for each in tickets], bad) == (["open", "deleted"], [])


def test_a_ticket_of_the_cursor_export_is_read() -> None:
    (ticket,), bad = parse_tickets(json.dumps(EXPORT))
    assert bad == []
    assert (ticket.number, ticket.status, ticket.text) == (700123, "open", "akun guru hilang")
    assert (ticket.requester_name, ticket.requester_email) == ("Rini W", "rini@contoh.example")
    assert ticket.npsn == "69900001"
    assert ticket.created_at == datetime(2023, 1, 6, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(json.dumps([EXPORT, EXPORT]), id="pages in a list"),
        pytest.param(f"{json.dumps(EXPORT)}\n{json.dumps(EXPORT)}", id="pages in lines"),
        pytest.param(f"{json.dumps(TICKET)}\n{json.dumps(TICKET)}", id="tickets in lines"),
        pytest.param(json.dumps([TICKET]), id="a bare array"),
    ],
)
def test_a_ticket_met_twice_counts_once(text: str) -> None:
    tickets, bad = parse_tickets(text)
    assert ([each.number for each in tickets], bad) == ([700123], [])


def test_the_last_row_of_a_ticket_is_the_true_one() -> None:
    later = {**TICKET, "status": "solved"}
    (ticket,), _ = parse_tickets(f"{json.dumps(TICKET)}\n{json.dumps(later)}")
    assert ticket.status == "solved"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        pytest.param({"id": "abc"}, "bukan bilangan", id="no number"),
        pytest.param({"id": 10**11}, "di luar jangkauan", id="a number out of range"),
        pytest.param({"status": "odd"}, "status tidak dikenal", id="an unknown status"),
        pytest.param({"created_at": "kemarin"}, "tanggal tidak terbaca", id="no date"),
        pytest.param({"subject": "", "description": None}, "tidak ada isi", id="no words"),
    ],
)
def test_a_bad_ticket_is_named_with_line_and_reason(change: dict[str, object], reason: str) -> None:
    text = f"{json.dumps(TICKET)}\n{json.dumps({**TICKET, **change})}\nnot json\n"
    tickets, bad = parse_tickets(text)
    assert len(tickets) == 1
    assert sorted(each.line for each in bad) == [2, 3]
    assert any(reason in each.reason for each in bad)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_table_is_read_with_its_header(separator: str) -> None:
    lines = [
        ["Nomor", "Created At", "Subject", "Description", "Requester_Email", "Status"],
        ["#700123", "2023-01-06 09:00", "Akun hilang", '"akun ""guru""\nhilang"', "x@y", "Selesai"],
        ["", "", "", "", "", ""],
        ["700124", "06/01/2023 09:00", "Mutasi", "", "rini@contoh.example", ""],
    ]
    text = "\n".join(separator.join(cells) for cells in lines)
    (first, second), bad = parse_tickets(text)
    assert bad == []
    assert first.text == 'akun "guru"\nhilang'
    assert (first.status, first.requester_email) == ("solved", None)
    assert first.created_at == second.created_at == datetime(2023, 1, 6, 2, tzinfo=UTC)
    assert (second.text, second.status) == ("Mutasi", "new")


def test_a_bad_row_of_a_table_is_named_by_the_line_it_begins_on() -> None:
    text = 'id,subject\n1,"a\nb"\nx,c\n700125,d\n'
    tickets, bad = parse_tickets(text)
    assert [each.number for each in tickets] == [1, 700125]
    assert [each.line for each in bad] == [4]


@pytest.mark.parametrize(
    "text", ["", "a,b\n1,2", "{}", '{"users": []}', "[]", "[1]", '{"comments": []}']
)
def test_a_file_without_tickets_is_the_wrong_file(text: str) -> None:
    with pytest.raises(WrongFile):
        parse_tickets(text)


def test_an_empty_export_is_no_wrong_file() -> None:
    assert parse_tickets('{"tickets": [], "end_of_stream": true}') == ([], [])


def test_a_file_may_carry_a_mark_or_be_utf_16() -> None:
    assert text_of("é".encode("utf-8-sig")) == text_of("é".encode("utf-16")) == "é"
    with pytest.raises(WrongFile):
        text_of(b"\xff\x00\x81")


def test_a_row_no_table_reader_takes_is_named_and_the_rest_is_read() -> None:
    text = f"id,subject\n1,{'x' * 200_000}\n700125,d\n"
    tickets, bad = parse_tickets(text)
    assert [each.number for each in tickets] == [700125]
    assert [each.line for each in bad] == [2]


def test_a_page_names_its_bad_tickets_by_their_place() -> None:
    tickets, bad = parse_tickets(json.dumps({"tickets": [TICKET, 5, {**TICKET, "id": None}]}))
    assert len(tickets) == 1
    assert [each.reason.partition(":")[0] for each in bad] == ["tiket ke-2", "tiket ke-3"]


def test_two_values_like_a_school_number_are_none() -> None:
    fields = [{"id": 1, "value": "69900001"}, {"id": 2, "value": "69900002"}]
    (ticket,), _ = parse_tickets(json.dumps({**TICKET, "custom_fields": fields}))
    assert ticket.npsn is None
