"""The pages whose time is measured: what colleagues, supervisors, the public and machines open."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from fastapi.testclient import TestClient

from app.intake import keys
from app.kit.clock import wib_day
from app.store import queue, queue_order, tickets
from app.store.queue_order import Order
from app.store.session import Database
from app.web.queue_address import written
from models import Ticket
from models.vocabulary import TicketState
from tests.bench.many_tickets import FIRST

SECRET = b"rahasia-untuk-ukur-saja-32-byte!"
TOKEN = "token-untuk-ukur-saja-tidak-lebih"


@dataclass(frozen=True, slots=True)
class Page:
    """`is_bounded`: it shows the same amount at every size, so that its time must not grow.

    Of a figure over weeks the reports of those weeks are counted: a small desk has fewer.
    """

    address: str
    is_bounded: bool = True


def pages(database: Database, client: TestClient, size: int) -> Mapping[str, Page]:
    """By name, the same names for every size."""
    newest = FIRST + size - 1
    found = {**_queue(database, client, size), **_search(newest), **_tickets(database, newest)}
    bounded = {name: Page(address) for name, address in found.items()}
    return {**bounded, **_supervision(database)}


def _queue(database: Database, client: TestClient, size: int) -> Mapping[str, str]:
    views = {
        f"queue, {name}": f"/antrean?tampilan={name}"
        for name in (
            "keputusan",
            "orang",
            "berjalan",
            "kembali",
            "ditunda",
            "menunggu",
            "terjawab",
            "semua",
        )
    }
    everything, undecided = "/antrean?tampilan=semua", "/antrean?tampilan=keputusan"
    narrow = {
        f"{base}, {field}": f"{address}&{field}"
        for base, address in (("all", everything), ("undecided", undecided))
        for field in (
            "kategori=activation",
            "kategori=out_of_scope",
            "provinsi=Provinsi+Contoh+2",
            "provinsi=Provinsi+Tiada",
            "kabupaten=Kabupaten+Contoh+400",
            "npsn=69900012",
            "jenjang=SMP",
            "jenjang=SLB",
            "kanal=api",
            "menunggu=requester",
            "menunggu=dinas",
            "petugas=saya",
            "petugas=belum",
            "mendesak=ya",
            "lewat=ya",
            "kanal=api&jenjang=SLB&provinsi=Provinsi+Contoh+9",
        )
    }
    orders = {
        f"{base}, {order.value}": f"{address}&urut={order.value}"
        for base, address in (("all", everything), ("undecided", undecided))
        for order in Order
    }
    return {**views, **narrow, **orders, **_further(database, client, size)}


def _further(database: Database, client: TestClient, size: int) -> Mapping[str, str]:
    """The second page of each order, and one from the middle of all tickets."""
    found = {}
    with database.read() as session:
        middle = queue.row(session, FIRST + size // 2)
    for order in Order:
        base = f"/antrean?tampilan=semua&urut={order.value}"
        onward = re.search(r"sesudah=([\d.]+)", client.get(base).text)
        assert onward, base
        found[f"second page, {order.value}"] = f"{base}&sesudah={onward[1]}"
        deep = written(queue_order.cursor(middle, order, middle.created_at))
        found[f"deep page, {order.value}"] = f"{base}&sesudah={deep}"
    return found | {
        "views with counts": "/antrean/tampilan",
        "triage": "/triase",
        "triage, a view": "/triase?tampilan=kembali",
        "triage, a province": "/triase?tampilan=keputusan&provinsi=Provinsi+Contoh+30",
    }


def _search(newest: int) -> Mapping[str, str]:
    everything = "/antrean?tampilan=semua&cari="
    return {
        "search, common word": f"{everything}akun",
        "search, three words": f"{everything}akun+guru+belum",
        "search, rare filter": "/antrean?tampilan=kembali&cari=sandi",
        "search, a number": f"{everything}{newest}",
        "search, typing error": f"{everything}oprattor",
    }


def _tickets(database: Database, newest: int) -> Mapping[str, str]:
    with database.read() as session:
        undecided = _newest_in(database, TicketState.PLANNED)
        settled = _newest_in(database, TicketState.ANSWERED)
        older = tickets.by_number(session, newest - 9_000)
    code = keys.key_for(settled.number, SECRET)
    return {
        "ticket, undecided": f"/tiket/{undecided.number}",
        "ticket, answered": f"/tiket/{settled.number}",
        "ticket, older": f"/tiket/{older.number}",
        "ticket, solved alike": f"/tiket/{undecided.number}/serupa",
        "public tracking": f"/laporan/{settled.number}?kunci={code}",
        "api, list": f"/api/v1/tickets?after={newest - 100}",
        "api, list from the start": "/api/v1/tickets",
        "api, a ticket": f"/api/v1/tickets/{settled.number}",
        "mentions": "/sebutan",
        "bulk": "/borongan",
        "incidents": "/kejadian",
        "letters": "/kotak-keluar",
        "doubts": "/jaminan",
        "shifts": "/giliran",
        "automation": "/otomatis",
        "trail": "/jejak",
        "trail, a colleague": "/jejak?siapa=rekan3",
        "trail, an act": "/jejak?tindakan=signed_in",
        "trail, a report": f"/jejak?laporan={settled.number}",
        "trail, two filters": "/jejak?siapa=rekan3&tindakan=signed_in",
    }


def _supervision(database: Database) -> Mapping[str, Page]:
    """Of the newest day whose reports are settled, and that of ten thousand had one before it."""
    newest = _newest_in(database, None).created_at
    day = wib_day(newest) - timedelta(days=3)
    one, month = f"dari={day}&sampai={day}", f"dari={day - timedelta(days=29)}&sampai={day}"
    return {
        "figures, a day": Page(f"/angka?{one}"),
        "figures, a category": Page(f"/angka?{one}&kategori=activation"),
        "figures, a province": Page(f"/angka?{one}&provinsi=Provinsi+Contoh+2"),
        "figures, a school": Page(f"/angka?{one}&npsn=69900012"),
        "figures, a month": Page(f"/angka?{month}", is_bounded=False),
        "figures as a file": Page(f"/angka.csv?{one}"),
        "reports of a figure": Page(f"/angka/laporan?angka=settled&{one}"),
        "reports still open": Page(f"/angka/laporan?angka=open&{one}"),
        "reports as a table": Page(f"/angka/laporan.csv?angka=settled&{one}"),
        **_ledger(one, month),
        "weekly letter": Page("/surat-mingguan", is_bounded=False),
        "readings": Page("/pembacaan", is_bounded=False),
        "targets": Page("/target", is_bounded=False),
    }


def _ledger(one: str, month: str) -> Mapping[str, Page]:
    """Report numbers, avoidable demand and incidents, of a day and of a month."""
    bounded = {
        "ledger, a day": f"/angka/buku-nomor?{one}",
        "ledger, answered again": f"/angka/laporan?angka=answered_again&{one}",
        "ledger, merged": f"/angka/laporan?angka=merged&{one}",
        "ledger, merged, as a table": f"/angka/laporan.csv?angka=merged&{one}",
        "gaps, a day": f"/angka/buku-nomor/celah?{one}",
        "gaps, as a table": f"/angka/buku-nomor/celah.csv?{one}",
        "avoidable, a day": f"/angka/terhindarkan?{one}",
        "avoidable, a list": f"/angka/laporan?angka=avoidable_incident&{one}",
        "avoidable, as a table": f"/angka/laporan.csv?angka=avoidable_incident&{one}",
        "incidents, a day": f"/angka/kejadian?{one}",
        "incidents, as a table": f"/angka/kejadian.csv?{one}",
    }
    growing = {
        "ledger, a month": f"/angka/buku-nomor?{month}",
        "ledger, a month, answered again": f"/angka/laporan?angka=answered_again&{month}",
        "ledger, a month, linked": f"/angka/laporan?angka=linked&{month}",
        "gaps, a month": f"/angka/buku-nomor/celah?{month}",
        "avoidable, a month": f"/angka/terhindarkan?{month}",
        "avoidable, a month, a list": f"/angka/laporan?angka=avoidable_incident&{month}",
        "incidents, a month": f"/angka/kejadian?{month}",
    }
    return {name: Page(address) for name, address in bounded.items()} | {
        name: Page(address, is_bounded=False) for name, address in growing.items()
    }


def _newest_in(database: Database, state: TicketState | None) -> Ticket:
    states = (state,) if state else ()
    with database.read() as session:
        found = queue.listed(
            session, queue.Filter(states=states, order=Order.NEWEST, snoozed=False), limit=1
        )
        return tickets.by_number(session, found[0].number)
