"""Tickets another system exported: Zendesk's cursor export, or a table with a header line."""

import csv
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from functools import partial

from app.intake import rows
from app.intake.markup import text_of_html
from app.intake.rows import BadRow, JsonObject, WrongFile, objects_in, text_in
from app.intake.tidy import storable
from app.kit.clock import WIB
from models.values import MalformedNpsn, Npsn

_STATUSES = {
    "new": "new",
    "baru": "new",
    "open": "open",
    "terbuka": "open",
    "pending": "pending",
    "tertunda": "pending",
    "hold": "hold",
    "on-hold": "hold",
    "ditahan": "hold",
    "solved": "solved",
    "selesai": "solved",
    "closed": "closed",
    "ditutup": "closed",
    "deleted": "deleted",
    "dihapus": "deleted",
}
_COLUMNS = {
    "number": ("id", "nomor", "nomor_laporan", "no_laporan", "ticket_id"),
    "created_at": ("created_at", "tanggal", "dibuat", "created"),
    "updated_at": ("updated_at", "diperbarui"),
    "subject": ("subject", "perihal", "judul"),
    "text": ("description", "deskripsi", "uraian", "isi"),
    "email": ("requester_email", "email", "email_pelapor"),
    "name": ("requester_name", "nama", "nama_pelapor", "requester"),
    "status": ("status",),
    "npsn": ("npsn",),
}
_LOOKS_LIKE_TICKETS = {"tickets", "subject", "raw_subject", "description", "status"}
_HIGHEST = 999_999_999  # longer ones would not be recognised in a message
_ADDRESS = re.compile(r"[^\s@]{1,64}@[^\s@]+\.[^\s@]{2,}")


@dataclass(frozen=True, slots=True)
class ExportedTicket:
    """A ticket of the other system; `number` is its id and becomes the nomor laporan.

    `status` is one of new, open, pending, hold, solved, closed, deleted. Empty texts and None
    where the export is silent.
    """

    number: int
    status: str
    text: str
    subject: str = ""
    created_at: datetime | None = None
    updated_at: datetime | None = None
    requester_name: str = ""
    requester_email: str | None = None
    npsn: str | None = None


class _Unusable(ValueError):
    """The row cannot become a ticket; the text says why, in Indonesian."""


def parse_tickets(text: str) -> tuple[list[ExportedTicket], list[BadRow]]:
    """Each ticket once, as its last row has it, in order of number. Raises WrongFile."""
    found = _from_json(text) if rows.is_json(text) else _from_table(text)
    good: dict[int, ExportedTicket] = {}
    bad: list[BadRow] = []
    for each in found:
        if isinstance(each, BadRow):
            bad.append(each)
        else:
            good[each.number] = each
    return [good[number] for number in sorted(good)], bad


def _from_json(text: str) -> Iterator[ExportedTicket | BadRow]:
    pages: list[tuple[int, JsonObject]] = []
    for found in rows.values(text):
        if isinstance(found, BadRow):
            yield found
        elif isinstance(found.value, dict):
            pages.append((found.line, found.value))
        else:
            yield BadRow(found.line, "bukan tiket")
    if not any(_LOOKS_LIKE_TICKETS & page.keys() for _, page in pages):
        raise WrongFile("Berkas JSON ini tidak berisi tiket.")
    users = {text_in(user, "id"): user for _, page in pages for user in objects_in(page, "users")}
    for line, page in pages:
        yield from _tickets_in(line, page, users)


def _tickets_in(
    line: int, page: JsonObject, users: Mapping[str, JsonObject]
) -> Iterator[ExportedTicket | BadRow]:
    listed = page.get("tickets")
    if not isinstance(listed, list):
        if "users" not in page:
            yield _read(line, "", partial(_ticket_of_json, page, users))
        return
    for place, row in enumerate(listed, start=1):
        where = f"tiket ke-{place}: "
        if isinstance(row, dict):
            yield _read(line, where, partial(_ticket_of_json, row, users))
        else:
            yield BadRow(line, f"{where}bukan tiket")


def _ticket_of_json(row: JsonObject, users: Mapping[str, JsonObject]) -> ExportedTicket:
    user = users.get(text_in(row, "requester_id"), {})
    values = {
        "number": text_in(row, "id"),
        "status": text_in(row, "status"),
        "subject": text_in(row, "raw_subject") or text_in(row, "subject"),
        "text": text_of_html(text_in(row, "description")),
        "created_at": text_in(row, "created_at"),
        "updated_at": text_in(row, "updated_at"),
        "name": text_in(user, "name"),
        "email": text_in(user, "email"),
        "npsn": _npsn_among(objects_in(row, "custom_fields")),
    }
    return _ticket(values, UTC)


def _from_table(text: str) -> Iterator[ExportedTicket | BadRow]:
    """A table with a header line; commas, semicolons or tabs. Times without a zone are WIB."""
    lines = storable(text).splitlines(keepends=True)
    reader = csv.reader(lines, delimiter=_delimiter(lines[0] if lines else ""))
    columns = _columns(next(reader, []))
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error:
            yield BadRow(line, "baris tabel tidak terbaca")
            continue
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            values = {
                name: cells[place].strip() if place < len(cells) else ""
                for name, place in columns.items()
            }
            yield _read(line, "", partial(_ticket, values, WIB))


def _delimiter(header: str) -> str:
    return max(",;\t", key=header.count)


def _columns(header: list[str]) -> dict[str, int]:
    """Where each known column stands. Raises WrongFile without number and words."""
    names = [re.sub(r"[\s_]+", "_", cell.strip().casefold()) for cell in header]
    places = {
        name: names.index(next(each for each in known if each in names))
        for name, known in _COLUMNS.items()
        if set(known) & set(names)
    }
    if "number" not in places or not {"subject", "text"} & places.keys():
        raise WrongFile("Tabel ini tidak punya kolom id (atau nomor) dan subject atau description.")
    return places


def _read(line: int, where: str, ticket: Callable[[], ExportedTicket]) -> ExportedTicket | BadRow:
    try:
        return ticket()
    except _Unusable as error:
        return BadRow(line, f"{where}{error}")


def _ticket(values: Mapping[str, str], zone: tzinfo) -> ExportedTicket:
    status = _status(values.get("status", ""))
    text = values.get("text", "") or values.get("subject", "")
    if not text and status != "deleted":
        raise _Unusable("tidak ada isi laporan")
    email = values.get("email", "").lower()
    return ExportedTicket(
        number=_number(values.get("number", "")),
        status=status,
        text=text,
        subject=values.get("subject", ""),
        created_at=_instant(values.get("created_at", ""), zone),
        updated_at=_instant(values.get("updated_at", ""), zone),
        requester_name=values.get("name", ""),
        requester_email=email if _ADDRESS.fullmatch(email) and len(email) <= 254 else None,
        npsn=_npsn(values.get("npsn", "")),
    )


def _number(text: str) -> int:
    found = re.fullmatch(r"#?(\d{1,12})(?:\.0)?", text)
    if found is None:
        raise _Unusable(f"nomor laporan bukan bilangan: {text[:30]!r}")
    if not 0 < int(found[1]) <= _HIGHEST:
        raise _Unusable(f"nomor laporan di luar jangkauan: {found[1]}")
    return int(found[1])


def _status(text: str) -> str:
    status = _STATUSES.get(text.casefold() or "new")
    if status is None:
        raise _Unusable(f"status tidak dikenal: {text[:30]!r}")
    return status


def _instant(text: str, zone: tzinfo) -> datetime | None:
    if not text:
        return None
    day_first = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(.*)", text)
    if day_first:
        day, month, year, rest = day_first.groups()
        text = f"{year}-{month:0>2}-{day:0>2}{rest}"
    read = rows.instant(text, zone)
    if read is None:
        raise _Unusable(f"tanggal tidak terbaca: {text[:30]!r}")
    return read


def _npsn(text: str) -> str | None:
    try:
        return Npsn.parse(text).text
    except MalformedNpsn:
        return None


def _npsn_among(fields: list[JsonObject]) -> str:
    """The one custom value that has the form of an NPSN; empty when none or several have."""
    found = {npsn for each in fields if (npsn := _npsn(text_in(each, "value")))}
    return found.pop() if len(found) == 1 else ""
