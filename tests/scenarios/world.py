"""The invented world of the situations: schools with their people, and what a situation adds.

Rows have the wire form of the contract's world folder. Days are as given, never counted from now.
"""

import hashlib
import json
import uuid
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

Row = dict[str, Any]
Record = Mapping[str, Any]

# code: NPSN, name, bentuk pendidikan, kabupaten, level of the addresses
SCHOOLS: dict[str, tuple[str, str, tuple[int, str], str, str]] = {
    "sd": ("69910001", "SD Negeri 1 Kuripan Asri", (5, "SD"), "Kab. Wanamukti", "sd"),
    "sd2": ("69910002", "SD Negeri 2 Kuripan Asri", (5, "SD"), "Kab. Wanamukti", "sd"),
    "smp": ("69910003", "SMP Negeri 1 Kuripan Asri", (6, "SMP"), "Kab. Wanamukti", "smp"),
    "smp2": ("69910004", "SMP Negeri 3 Wanamukti", (6, "SMP"), "Kab. Wanamukti", "smp"),
    "sma": ("69910005", "SMA Negeri 1 Wanamukti", (13, "SMA"), "Kab. Wanamukti", "sma"),
    "smk": ("69910006", "SMK Negeri 2 Wanamukti", (15, "SMK"), "Kab. Wanamukti", "smk"),
    "tk": ("69910007", "TK Tunas Kuripan", (1, "TK"), "Kab. Wanamukti", "paud"),
    "slb": ("69910008", "SLB Bina Wanamukti", (29, "SLB"), "Kab. Wanamukti", "slb"),
    "pkbm": ("P9910009", "PKBM Cahaya Kuripan", (27, "PKBM"), "Kab. Wanamukti", "kesetaraan"),
    "tutup": ("69910010", "SMP Swasta Mardi Kuripan", (6, "SMP"), "Kab. Wanamukti", "smp"),
    "kembar1": ("69910021", "SD Negeri Sukamakmur Jaya", (5, "SD"), "Kab. Lor Mukti", "sd"),
    "kembar2": ("69910022", "SD Negeri Sukamakmur Jaya", (5, "SD"), "Kab. Kidul Mukti", "sd"),
    "kembar3": ("69910023", "SD Negeri Sukamakmur Jaya", (5, "SD"), "Kota Wetan Mukti", "sd"),
    "kelas20": ("69910031", "SD Negeri 5 Wanamukti", (5, "SD"), "Kab. Wanamukti", "sd"),
    "kelas21": ("69910032", "SD Negeri 6 Wanamukti", (5, "SD"), "Kab. Wanamukti", "sd"),
    "kelas": ("69910033", "SMP Negeri 7 Wanamukti", (6, "SMP"), "Kab. Wanamukti", "smp"),
}
CLOSED_ON = {"tutup": "2026-06-30"}
_JOBS = {
    3: "Guru Kelas",
    4: "Guru Mapel",
    11: "Tenaga Administrasi Sekolah",
    20: "Kepala Sekolah",
    30: "Laboran",
    40: "Tenaga Perpustakaan",
    42: "Penjaga Sekolah",
    63: "Tutor",
}
_NAMESPACE = uuid.UUID("2b0c35de-6a19-4f83-9d4e-5c1f2a7be101")
_LETTERS = (
    *("Aksara", "Bumi", "Candra", "Dirga", "Ekaraja"),
    *("Fajar", "Gilang", "Harja", "Indra", "Jaya"),
)


def person_id(key: str) -> str:
    """The ptk_id or peserta_didik_id of the person of that key (a name, unless said otherwise)."""
    return str(uuid.uuid5(_NAMESPACE, key))


def address(short: str) -> str:
    """`budi27@guru.sd` in full."""
    return short if short.endswith("belajar.id") else f"{short}.belajar.id"


def personal_mail(name: str) -> str:
    """The private mail of an account's owner, where a situation gives no other."""
    return f"{name.lower().replace(' ', '.')}@pos.example"


def school_mail(who: str, code: str) -> str:
    """`who` is operator or head."""
    return f"{who}.{code}@sekolah.example"


def base() -> list[Record]:
    """Each open school's operator and head; the classes of the schools kept for them."""
    records: list[Record] = []
    for code, (_, _, _, _, level) in SCHOOLS.items():
        if code in CLOSED_ON:
            continue
        for who, job, role in (
            ("operator", 11, "Operator Sekolah"),
            ("head", 20, "Kepala Sekolah"),
        ):
            name = f"{'Operatama' if who == 'operator' else 'Kepalawan'} {_word(code)}"
            mail = school_mail(who, code)
            records += [
                {"staff": name, "at": code, "job": job, "since": date(2018, 7, 16)},
                {"user": name, "at": code, "role": role, "email": mail},
                {"account": f"{who}{code}@admin.{level}", "of": name, "recovery": mail},
            ]
    return [*records, *_classes()]


def write(folder: Path, records: list[Record], *, extracted_at: datetime) -> None:
    """The world folder with its manifest."""
    folder.mkdir(parents=True, exist_ok=True)
    listed: Row = {}
    for name, rows in tables(records).items():
        text = "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)
        (folder / f"{name}.jsonl").write_text(text, encoding="utf-8")
        sha256 = hashlib.sha256(text.encode()).hexdigest()
        listed[f"{name}.jsonl"] = {"rows": len(rows), "sha256": sha256}
    manifest = {"extracted_at": extracted_at.isoformat(), "files": listed}
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")


def tables(records: list[Record]) -> dict[str, list[Row]]:
    """Every row by its file."""
    names: dict[str, str] = {}
    found: dict[str, list[Row]] = {
        "sekolah": [_school(code) for code in SCHOOLS],
        "gtk": [],
        "peserta_didik": [],
        "pengguna": [],
        "accounts": [],
    }
    for record in records:
        if "staff" in record:
            names[record.get("key", record["staff"])] = record["staff"]
            found["gtk"].append(_staff(record))
        elif "pupil" in record:
            names[record.get("key", record["pupil"])] = record["pupil"]
            found["peserta_didik"].append(_pupil(record))
        elif "user" in record:
            found["pengguna"].append(_user(record))
        else:
            found["accounts"].append(_account(record, names))
    return found


def _classes() -> Iterator[Record]:
    """Grade 4 of twenty and of twenty-one; grade 7 of five, of whom two have accounts."""
    for code, count in (("kelas20", 20), ("kelas21", 21)):
        for number in range(count):
            first, second = _LETTERS[number % 10], _LETTERS[number // 10]
            name = f"{first}murid {second}{_word(code)}"
            yield {"pupil": name, "at": code, "grade": 4, "since": date(2023, 7, 17)}
    for word in ("Aksara", "Bumi", "Candra", "Dirga", "Ekaraja"):
        name = f"Kelastujuh {word}jaya"
        sent = word != "Candra"
        yield {"pupil": name, "at": "kelas", "grade": 7, "since": date(2026, 7, 13), "sent": sent}
        if word in {"Dirga", "Ekaraja"}:
            yield {"account": f"kelastujuh{word.lower()}1@smp", "of": name}
    name = "Kelasdelapan Purnajaya"
    yield {"pupil": name, "at": "kelas", "grade": 8, "since": date(2025, 7, 14)}
    yield {"account": "kelasdelapan1@smp", "of": name}


def _word(code: str) -> str:
    """A family name that says which school."""
    spelt = {"1": "satu", "2": "dua", "3": "tiga", "20": "duapuluh", "21": "duasatu"}
    letters = code.rstrip("0123456789")
    return f"{letters}{spelt.get(code[len(letters) :], 'satu')}".title()


def _school(code: str) -> Row:
    npsn, name, (form, form_name), regency, _ = SCHOOLS[code]
    return {
        "sekolah_id": person_id(f"sekolah/{npsn}"),
        "npsn": npsn,
        "nama": name,
        "bentuk_pendidikan_id": form,
        "bentuk_pendidikan_id_str": form_name,
        "status_sekolah": "1",
        "kabupaten_kota": regency,
        "provinsi": "Prov. Nusa Tengah",
        "tanggal_tutup": CLOSED_ON.get(code),
    }


def _staff(record: Record) -> Row:
    name, job = record["staff"], record["job"]
    key = record.get("key", name)
    sent = record.get("sent", True)
    return {
        "npsn": SCHOOLS[record["at"]][0],
        "ptk_id": person_id(key),
        "ptk_terdaftar_id": person_id(f"terdaftar/{key}/{record['at']}/{record['since']}"),
        "nama": name,
        "nik": record.get("nik", f"99{_digits(14, 'nik', key)}"),
        "nuptk": None,
        "nip": None,
        "tanggal_lahir": str(record.get("born", _birthday(key, 1970, 25))),
        "ptk_induk": "1" if record.get("home", True) else "0",
        "tanggal_surat_tugas": str(record["since"]),
        "jenis_ptk_id": str(job),
        "jenis_ptk_id_str": _JOBS[job],
        "jabatan_ptk_id_str": _JOBS[job],
        "is_sync_to_server_ptk_terdaftar": sent,
        "is_sync_to_server_ptk": sent,
        **_exit(record),
    }


def _pupil(record: Record) -> Row:
    name = record["pupil"]
    key = record.get("key", name)
    return {
        "npsn": SCHOOLS[record["at"]][0],
        "peserta_didik_id": person_id(key),
        "registrasi_id": person_id(f"registrasi/{key}/{record['at']}"),
        "nama": name,
        "nisn": record.get("nisn", f"0{_digits(9, 'nisn', key)}"),
        "nik": f"99{_digits(14, 'nik', key)}",
        "tanggal_lahir": str(record.get("born", _birthday(key, 2020 - record["grade"], 1))),
        "tanggal_masuk_sekolah": str(record["since"]),
        "tingkat_pendidikan_id": str(record["grade"]),
        "nama_rombel": f"Kelas {record['grade']}A",
        "is_sync_to_server": record.get("sent", True),
        **_exit(record),
    }


def _user(record: Record) -> Row:
    npsn = SCHOOLS[record["at"]][0]
    return {
        "npsn": npsn,
        "pengguna_id": person_id(f"pengguna/{record['user']}/{npsn}"),
        "username": record["email"],
        "nama": record["user"],
        "peran_id_str": record["role"],
        "ptk_id": person_id(record["user"]),
        "peserta_didik_id": None,
    }


def _account(record: Record, names: Mapping[str, str]) -> Row:
    key = record.get("of")
    name = names.get(key, "Tanpa Nama") if key else "Tanpa Nama"
    given, _, family = name.rpartition(" ")
    login = record.get("login", date(2026, 11, 20))
    notes = {
        "tanggal_pemberitahuan": str(record["noticed"]) if "noticed" in record else None,
        "tanggal_penghapusan": str(record["deletion"]) if "deletion" in record else None,
    }
    row: Row = {
        "kind": "admin#directory#user",
        "id": _digits(21, "akun", record["account"]),
        "primaryEmail": address(record["account"]),
        "name": {"givenName": given or family, "familyName": family, "fullName": name},
        "aliases": [address(each) for each in record.get("aliases", ())],
        "orgUnitPath": "/",
        "suspended": "suspended" in record,
        "archived": False,
        "creationTime": "2024-01-15T02:00:00.000Z",
        "lastLoginTime": "1970-01-01T00:00:00.000Z"
        if login == "never"
        else f"{login}T02:00:00.000Z",
        "agreedToTerms": login != "never",
        "changePasswordAtNextLogin": login == "never",
        "recoveryEmail": record.get("recovery", personal_mail(name)) or None,
        "externalIds": [{"type": "custom", "value": person_id(key)}]
        if key and record.get("linked", True)
        else [],
    }
    if any(notes.values()):
        row["customSchemas"] = {"pemutakhiran": notes}
    if "suspended" in record:
        row |= {
            "suspensionReason": "ABUSE",
            "suspensionTime": f"{record['suspended']}T02:00:00.000Z",
        }
    if "deleted" in record:
        row["deletionTime"] = record["deleted"].isoformat()
    return row


def _exit(record: Record) -> Row:
    if "left" not in record:
        return {"jenis_keluar_id": None, "tanggal_keluar": None}
    return {"jenis_keluar_id": record["reason"], "tanggal_keluar": str(record["left"])}


def _digits(length: int, *parts: str) -> str:
    return str(int(hashlib.sha256("/".join(parts).encode()).hexdigest(), 16))[:length]


def _birthday(key: str, first_year: int, span: int) -> str:
    number = int(_digits(9, "lahir", key))
    return date(first_year + number % span, 1 + number // 7 % 12, 1 + number // 91 % 28).isoformat()
