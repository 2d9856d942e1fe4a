"""How an answer found in the records is put: short, in Indonesian, without personal numbers."""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from app.kit.clock import wib_day
from app.kit.tanggal import long_day, long_instant
from app.lookup.dossier import Account, Match, Placement, Requester
from app.reading.claims import Claim
from models.vocabulary import ExitReason, MatchStatus, Missing, Peran, Relation, System

_NOTHING = "tidak ada"
_HOUR = timedelta(hours=1)

MATCH = {
    MatchStatus.MATCHED: "satu orang di Dapodik",
    MatchStatus.AMBIGUOUS: "lebih dari satu orang mungkin",
    MatchStatus.NONE: "tidak ditemukan di Dapodik",
    MatchStatus.NOT_GIVEN: "tidak disebut",
}
EXIT = {
    ExitReason.GRADUATED: "lulus",
    ExitReason.TRANSFERRED: "mutasi",
    ExitReason.EXPELLED: "dikeluarkan",
    ExitReason.RESIGNED: "mengundurkan diri",
    ExitReason.DROPPED_OUT: "putus sekolah",
    ExitReason.DIED: "wafat",
    ExitReason.LOST: "hilang",
    ExitReason.OTHER_DUTY: "alih fungsi",
    ExitReason.RETIRED: "pensiun",
}
RELATION = {
    Relation.OWNER: "pemilik akun",
    Relation.OPERATOR: "operator sekolah",
    Relation.HEAD: "kepala sekolah",
    Relation.UNKNOWN: "hubungan belum terbukti",
}
SYSTEM = {
    System.DAPODIK: "Dapodik",
    System.DIRECTORY: "direktori akun",
    System.MESSAGE: "laporan",
    System.LOKET: "Loket",
}
CLAIM = {
    Claim.CONTACT_DEAD: "kontak pemulihan tidak dapat dipakai",
    Claim.NEW_CONTACT: "kontak pemulihan hendak diganti",
    Claim.NEW_USERNAME: "ID pengguna hendak diganti",
    Claim.WANTS_ADMIN: "meminta akun admin",
    Claim.TO_MADRASAH: "pindah ke madrasah atau pesantren",
    Claim.OF_DINAS: "bekerja di dinas",
    Claim.ARKAS: "menyebut ARKAS",
}
MISSING = {
    Missing.NAME: "nama lengkap",
    Missing.SCHOOL: "nama sekolah",
    Missing.NPSN: "NPSN",
    Missing.BIRTH_DATE: "tanggal lahir",
    Missing.GRADE: "kelas",
    Missing.ACCOUNT_ADDRESS: "alamat akun",
    Missing.REPORT_NUMBER: "nomor laporan",
    Missing.PROOF_OF_REQUESTER: "bukti pelapor",
    Missing.LOGIN_SCREENSHOT: "tangkapan layar gagal masuk",
    Missing.NIK: "NIK",
    Missing.NISN: "NISN",
    Missing.PERSONAL_EMAIL: "e-mail pribadi",
    Missing.POWER_OF_ATTORNEY: "surat kuasa",
    Missing.WHICH_PERSON: "orang yang dimaksud",
    Missing.WHICH_PROBLEM: "masalah yang dimaksud",
}


def yes_no(found: bool) -> str:  # noqa: FBT001 the value itself is what is put into words
    return "ya" if found else "tidak"


def match(found: Match) -> str:
    return MATCH[found.status]


def day(found: date | None) -> str:
    return long_day(found) if found else "tidak tercatat"


def instant(found: datetime | None) -> str:
    return long_instant(found) if found else _NOTHING


def age(found: timedelta | None) -> str:
    """In whole hours; a record's age below one hour is none of ours to split."""
    return "tidak diketahui" if found is None else f"{found // _HOUR} jam"


def role(found: Peran | None) -> str:
    return found.value if found else "tidak disebut"


def reason(found: ExitReason | None) -> str:
    return EXIT[found] if found else "tidak tercatat"


def systems(found: Collection[System]) -> str:
    return ", ".join(SYSTEM[each] for each in found) or _NOTHING


def missing(found: Collection[Missing]) -> str:
    return ", ".join(MISSING[each] for each in found) or _NOTHING


def requester(found: Requester) -> str:
    return f"{yes_no(found.verified)}, {RELATION[found.relation]}"


def report(found: str | None) -> str:
    return f"#{found}" if found else "tidak diketahui"


def placement(found: Placement | None) -> str:
    """`GTK guru SMP di NPSN 69900001, sekolah induk, sejak 18 Juli 2022`."""
    if found is None:
        return "tidak ada penempatan aktif"
    is_pupil = found.peran is Peran.SISWA
    kind = "peserta didik" if is_pupil else f"GTK {found.peran or 'tanpa peran'}"
    parts = [f"{kind} {found.jenjang or 'jenjang tidak diketahui'} di NPSN {found.npsn}"]
    if not is_pupil:
        parts.append("sekolah induk" if found.is_home else "bukan sekolah induk")
    parts.append(
        f"sejak {long_day(found.since)}" if found.since else "tanggal mulai tidak tercatat"
    )
    return ", ".join(parts)


def account(found: Account | None) -> str:
    """`sari@guru.smp.belajar.id (aktif, sudah pernah dipakai)`."""
    if found is None:
        return _NOTHING
    used = "sudah pernah dipakai" if found.last_login_at else "belum pernah dipakai"
    return f"{found.address} ({standing(found)}, {used})"


def accounts(found: Collection[Account]) -> str:
    return "; ".join(account(each) for each in found) or _NOTHING


def standing(found: Account) -> str:
    if found.deleted_at:
        return f"dihapus {long_day(wib_day(found.deleted_at))}"
    return "ditangguhkan" if found.suspended else "aktif"
