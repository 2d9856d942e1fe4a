"""The facts a verdict names: what the records say and what the message claims, side by side."""

import re
from collections.abc import Iterator
from datetime import date, datetime

from app.kit.clock import wib_day
from app.kit.tanggal import long_day
from app.lookup.dossier import Account, Person, Placement
from app.reading.claims import Claim
from app.resolution.policy.view import View, claimed_role, view
from app.resolution.verdict import Case, UsedFact
from models.vocabulary import System

ACCOUNT = "akun"

_CLAIMED = {
    Claim.CONTACT_DEAD: "kontak pemulihan tidak dapat dipakai",
    Claim.NEW_CONTACT: "kontak pemulihan hendak diganti",
    Claim.NEW_USERNAME: "ID pengguna hendak diganti",
    Claim.WANTS_ADMIN: "meminta akun admin",
    Claim.TO_MADRASAH: "pindah ke madrasah atau pesantren",
    Claim.OF_DINAS: "bekerja di dinas",
    Claim.ARKAS: "menyebut ARKAS",
}
# A NIK or NUPTK may stand for the person in the writer's own words.
_LONG_NUMBER = re.compile(r"\d{16}")


def used_facts(case: Case, account: Account | None) -> tuple[UsedFact, ...]:
    """Records first, then claims. Of NIK and birth date only whether they agree is told."""
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
    yield _dapodik(seen.case, "nama", seen.person.name)
    if seen.target is None:
        reason = seen.exit_reason
        closed = "sekolah ditutup" if seen.school_closed else "tidak ada penempatan aktif"
        yield _dapodik(seen.case, "keadaan", closed)
        if reason:
            yield _dapodik(seen.case, "jenis keluar", reason.name.lower())
        return
    for name, value in _placement(seen.target):
        yield _dapodik(seen.case, name, value)


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
    yield _directory(case, ACCOUNT, str(account.address))
    yield _directory(case, "keadaan akun", _state(account))
    yield _directory(case, "terakhir masuk", _day(account.last_login_at) or "belum pernah")
    if account.aliases:
        yield _directory(case, "alias", ", ".join(str(each) for each in account.aliases))
    if account.noticed_on:
        yield _directory(case, "diberitahukan", account.noticed_on.isoformat())
    if account.deletion_on:
        yield _directory(case, "akan dihapus", account.deletion_on.isoformat())
    if account.npsn:
        yield _directory(case, "NPSN pada akun", str(account.npsn))


def _of_other_accounts(seen: View, account: Account | None) -> Iterator[UsedFact]:
    for each in seen.accounts:
        if each is not account:
            yield _directory(seen.case, "akun lain", f"{each.address} ({_state(each)})")


def _state(account: Account) -> str:
    if account.deleted_at:
        return f"dihapus {long_day(wib_day(account.deleted_at))}"
    return "ditangguhkan" if account.suspended else "aktif"


def _identity(case: Case, person: Person) -> Iterator[UsedFact]:
    if case.facts.nik and person.nik:
        agrees = "cocok" if person.nik in case.facts.nik else "tidak cocok"
        yield _dapodik(case, "NIK", agrees)
    if case.facts.nisn and person.nisn:
        yield _dapodik(case, "NISN", "cocok" if person.nisn in case.facts.nisn else "tidak cocok")


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
        ("diubah di Dapodik menurut laporan", _day_of(facts.changed_on)),
        ("juga menurut laporan", "; ".join(_CLAIMED[each] for each in facts.claims)),
    )
    for name, value in claims:
        if value:
            yield UsedFact(name, _LONG_NUMBER.sub("(nomor identitas)", value), System.MESSAGE)


def _requester(case: Case) -> Iterator[UsedFact]:
    asker = case.dossier.requester
    verified = "terverifikasi" if asker.verified else "belum terverifikasi"
    yield UsedFact(
        "pelapor", f"{asker.relation.value}, {verified}", System.LOKET, case.dossier.read_at
    )


def _dapodik(case: Case, name: str, value: str) -> UsedFact:
    fresh = not case.dossier.is_stale(case.now)
    return UsedFact(name, value, System.DAPODIK, case.dossier.dapodik_as_of, fresh)


def _directory(case: Case, name: str, value: str) -> UsedFact:
    return UsedFact(name, value, System.DIRECTORY, case.dossier.read_at)


def _day_of(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(instant: datetime | None) -> str | None:
    return wib_day(instant).isoformat() if instant else None
