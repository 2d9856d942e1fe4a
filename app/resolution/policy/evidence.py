"""The facts a verdict names: what the records say and what the message claims, side by side."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from app.kit.clock import wib_day
from app.lookup.dossier import Account, Person, Placement
from app.resolution.asked import Asked
from app.resolution.policy import told
from app.resolution.policy.view import View, claimed_role, view
from app.resolution.verdict import Case, UsedFact
from models.vocabulary import PersonKind, System

ACCOUNT = "akun"
OTHER_ACCOUNT = "akun lain"
VOUCH = "jaminan sekolah"
# A NIK or NUPTK may stand for the person in the writer's own words.
_LONG_NUMBER = re.compile(r"\d{16}")
_TABLE = {PersonKind.STAFF: "gtk", PersonKind.STUDENT: "peserta_didik"}


def used_facts(case: Case, account: Account | None) -> tuple[UsedFact, ...]:
    """Records first, then claims. Of NIK and birth date only whether they agree is told."""
    # What is asked from here on is for the list and decides nothing.
    case = replace(case, asked=Asked())
    facts: list[UsedFact] = []
    if account:
        facts.extend(_of_account(case, account))
    person = case.dossier.person
    if person:
        seen = view(case, person)
        facts.extend(_of_person(seen))
        facts.extend(_of_other_accounts(seen, account))
        facts.extend(_identity(case, person))
    facts.extend(_claims(case))
    facts.extend(_requester(case))
    return tuple(facts)


def _of_person(seen: View) -> Iterator[UsedFact]:
    target = seen.target
    row = _row(seen.person, target)
    yield _dapodik(seen.case, "nama", seen.person.name, row)
    if target is None:
        closed = "sekolah ditutup" if seen.school_closed else "tidak ada penempatan aktif"
        yield _dapodik(seen.case, "keadaan", closed, row)
        if seen.exit_reason:
            yield _dapodik(seen.case, "jenis keluar", told.reason(seen.exit_reason), row)
        return
    for name, value in _placement(target):
        yield _dapodik(seen.case, name, value, row)


def _row(person: Person, placement: Placement | None) -> str:
    """The table and the school of the record; of the last one where none is open."""
    shown = placement or next(iter(person.placements), None)
    table = _TABLE[person.kind]
    return f"{table} {shown.npsn}" if shown else table


def _placement(target: Placement) -> Iterator[tuple[str, str]]:
    yield "NPSN", str(target.npsn)
    yield "jenjang", target.jenjang.value if target.jenjang else "tidak diketahui"
    yield "peran", target.peran.value if target.peran else "tidak ditetapkan"
    if target.ptk_type_name or target.ptk_type:
        yield "jenis PTK", target.ptk_type_name or target.ptk_type or ""
    yield "sekolah induk", "ya" if target.is_home else "bukan"
    if target.since:
        yield "mulai", target.since.isoformat()
    if target.sent is not None:
        yield "terkirim", "ya" if target.sent else "belum"


def _of_account(case: Case, account: Account) -> Iterator[UsedFact]:
    """Of the recovery contacts only whether there are any."""
    has_contact = account.recovery_email or account.recovery_phone
    found: tuple[tuple[str, str | None], ...] = (
        (ACCOUNT, str(account.address)),
        ("keadaan akun", told.standing(account)),
        ("terakhir masuk", _day(account.last_login_at) or "belum pernah"),
        ("alias", ", ".join(str(each) for each in account.aliases)),
        ("diberitahukan", account.noticed_on.isoformat() if account.noticed_on else None),
        ("akan dihapus", account.deletion_on.isoformat() if account.deletion_on else None),
        ("NPSN pada akun", str(account.npsn) if account.npsn else None),
        ("kontak pemulihan", "ada" if has_contact else "tidak ada"),
    )
    for name, value in found:
        if value:
            yield _directory(case, name, value, account)


def _of_other_accounts(seen: View, account: Account | None) -> Iterator[UsedFact]:
    for each in seen.accounts:
        if each is not account:
            value = f"{each.address} ({told.standing(each)})"
            yield _directory(seen.case, OTHER_ACCOUNT, value, each)


def _identity(case: Case, person: Person) -> Iterator[UsedFact]:
    row = _row(person, None)
    if case.facts.nik and person.nik:
        yield _dapodik(case, "NIK", _agreement(person.nik, case.facts.nik), row)
    if case.facts.nisn and person.nisn:
        yield _dapodik(case, "NISN", _agreement(person.nisn, case.facts.nisn), row)


def _agreement(recorded: str, stated: tuple[str, ...]) -> str:
    return "cocok" if recorded in stated else "tidak cocok"


def _claims(case: Case) -> Iterator[UsedFact]:
    facts = case.facts
    claims: tuple[tuple[str, str | None], ...] = (
        ("nama menurut laporan", case.dossier.as_written),
        ("NPSN menurut laporan", ", ".join(facts.npsn)),
        ("jenjang asal menurut laporan", facts.from_level),
        ("jenjang tujuan menurut laporan", facts.to_level),
        ("peran menurut laporan", claimed_role(case)),
        ("tanggal menurut laporan", ", ".join(each.isoformat() for each in facts.dates)),
        ("nomor laporan yang disebut", ", ".join(facts.report_numbers)),
        ("lampiran", ", ".join(case.attachments)),
        ("diubah di Dapodik menurut laporan", _day_of(facts.changed_on)),
        ("juga menurut laporan", "; ".join(told.CLAIM[each] for each in facts.claims)),
    )
    for name, value in claims:
        if value:
            yield UsedFact(name, _LONG_NUMBER.sub("(nomor identitas)", value), System.MESSAGE)


def _requester(case: Case) -> Iterator[UsedFact]:
    asker = case.dossier.requester
    verified = "terverifikasi" if asker.verified else "belum terverifikasi"
    value = f"{told.RELATION[asker.relation]}, {verified}"
    yield UsedFact("pelapor", value, System.LOKET, case.dossier.read_at)
    if case.vouched:
        word = "ada keberatan" if case.vouched.objected else f"dari NPSN {case.vouched.npsn}"
        yield UsedFact(VOUCH, word, System.LOKET, case.vouched.at)


def _dapodik(case: Case, name: str, value: str, row: str) -> UsedFact:
    fresh = not case.dossier.is_stale(case.now)
    return UsedFact(name, value, System.DAPODIK, case.dossier.dapodik_as_of, fresh, row)


def _directory(case: Case, name: str, value: str, account: Account) -> UsedFact:
    row = f"accounts {account.account_id}"
    return UsedFact(name, value, System.DIRECTORY, case.dossier.read_at, row=row)


def _day_of(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(instant: datetime | None) -> str | None:
    return wib_day(instant).isoformat() if instant else None
