"""Rows of an invented world, in the wire form of Dapodik and of the account directory."""

import hashlib
import json
import uuid
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from app.kit.clock import at_wib, wib_day

Row = dict[str, Any]

_NAMESPACE = uuid.UUID("6f1d2c0e-5b0a-4a53-9b7e-3f6f0f6c9a11")
_FORMS = {1: "TK", 5: "SD", 6: "SMP", 13: "SMA", 15: "SMK", 29: "SLB", 27: "PKBM"}
_JOBS = {
    "3": "Guru Kelas",
    "4": "Guru Mapel",
    "5": "Guru BK",
    "11": "Tenaga Administrasi Sekolah",
    "20": "Kepala Sekolah",
    "40": "Tenaga Perpustakaan",
}


def identity(*parts: str) -> str:
    """The same invented UUID for the same parts, at every start."""
    return str(uuid.uuid5(_NAMESPACE, "/".join(parts)))


def digits(length: int, *parts: str) -> str:
    """An invented number of that many digits, the same for the same parts."""
    seed = hashlib.sha256("/".join(parts).encode()).hexdigest()
    return str(int(seed, 16))[:length]


@dataclass
class Builder:
    """Collects rows; days are counted back from `now` (aware)."""

    now: datetime
    sekolah: list[Row] = field(default_factory=list)
    gtk: list[Row] = field(default_factory=list)
    peserta_didik: list[Row] = field(default_factory=list)
    pengguna: list[Row] = field(default_factory=list)
    accounts: list[Row] = field(default_factory=list)

    def day(self, ago: int) -> date:
        """The WIB day that many days ago; negative is to come."""
        return wib_day(self.now) - timedelta(days=ago)

    def school(self, npsn: str, name: str, form: int, place: str, **more: Any) -> None:
        """`place` is "Kabupaten, Provinsi"."""
        regency, _, province = place.partition(", ")
        self.sekolah.append(
            {
                "sekolah_id": identity("sekolah", npsn),
                "npsn": npsn,
                "nama": name,
                "bentuk_pendidikan_id": form,
                "bentuk_pendidikan_id_str": _FORMS[form],
                "status_sekolah": "1",
                "status_sekolah_str": "Negeri",
                "kabupaten_kota": regency,
                "provinsi": province,
                "is_sync_to_server": True,
                **more,
            }
        )

    def staff(self, name: str, npsn: str, job: str = "4", **more: Any) -> str:
        """One assignment; the same name is the same person. `since` and `left` are days ago.

        Options: since, induk, sent, left, left_for (jenis_keluar_id), jabatan, born.
        """
        person = identity("ptk", name)
        since = self.day(more.get("since", 900))
        sent = bool(more.get("sent", True))
        self.gtk.append(
            {
                "tahun_ajaran_id": str(self.now.year),
                "ptk_terdaftar_id": identity("terdaftar", name, npsn, job),
                "ptk_id": person,
                "ptk_induk": "1" if more.get("induk", True) else "0",
                "tanggal_surat_tugas": since.isoformat(),
                "nama": name,
                "jenis_kelamin": "P" if int(digits(3, name)) % 2 else "L",
                "tempat_lahir": "Antah Berantah",
                "tanggal_lahir": more.get("born", _birthday(name, 1968, 28)),
                "nuptk": f"9{digits(15, 'nuptk', name)}",
                "nik": f"99{digits(14, 'nik', name)}",
                "nip": None,
                "jenis_ptk_id": job,
                "jenis_ptk_id_str": _JOBS[job],
                "jabatan_ptk_id_str": more.get("jabatan", _JOBS[job]),
                "status_kepegawaian_id": 4,
                "status_kepegawaian_id_str": "GTY/PTY",
                "is_sync_to_server_ptk_terdaftar": sent,
                "is_sync_to_server_ptk": sent,
                "npsn": npsn,
                **self._exit(more),
            }
        )
        return person

    def pupil(self, name: str, npsn: str, grade: int, **more: Any) -> str:
        """One enrolment; options as for `staff`."""
        person = identity("pd", name)
        self.peserta_didik.append(
            {
                "registrasi_id": identity("registrasi", name, npsn),
                "peserta_didik_id": person,
                "nama": name,
                "nisn": f"0{digits(9, 'nisn', name)}",
                "nik": f"99{digits(14, 'nik', name)}",
                "tanggal_lahir": more.get("born", _birthday(name, self.now.year - 6 - grade, 1)),
                "tanggal_masuk_sekolah": self.day(more.get("since", 130)).isoformat(),
                "semester_id": f"{self.now.year}1",
                "tingkat_pendidikan_id": str(grade),
                "nama_rombel": more.get("rombel", f"Kelas {grade} A"),
                "is_sync_to_server": bool(more.get("sent", True)),
                "npsn": npsn,
                **self._exit(more),
            }
        )
        return person

    def user(self, name: str, npsn: str, role: str, email: str) -> None:
        """A user of the school's Dapodik."""
        self.pengguna.append(
            {
                "pengguna_id": identity("pengguna", name, npsn),
                "sekolah_id": identity("sekolah", npsn),
                "username": email,
                "nama": name,
                "peran_id_str": role,
                "ptk_id": identity("ptk", name),
                "npsn": npsn,
            }
        )

    def account(self, address: str, person: str | None, name: str, **more: Any) -> None:
        """An account. Days ago: created, login (None: never), deleted, suspended, noticed.

        Also: npsn, recovery, aliases, reason, deletion_in (days to come).
        """
        given, _, family = name.rpartition(" ")
        login = more.get("login", 3)
        self.accounts.append(
            {
                "kind": "admin#directory#user",
                "id": digits(21, "akun", address),
                "primaryEmail": address,
                "name": {"givenName": given or family, "familyName": family, "fullName": name},
                "aliases": list(more.get("aliases", ())),
                "orgUnitPath": "/",
                "suspended": "suspended" in more,
                "archived": False,
                "creationTime": self._instant(more.get("created", 700)),
                "lastLoginTime": "1970-01-01T00:00:00.000Z"
                if login is None
                else self._instant(login),
                "agreedToTerms": login is not None,
                "changePasswordAtNextLogin": login is None,
                "recoveryEmail": more.get("recovery"),
                "externalIds": [{"type": "custom", "value": person}] if person else [],
                "organizations": [{"costCenter": more["npsn"]}] if "npsn" in more else [],
                **self._troubles(more),
            }
        )

    def write(self, folder: Path, *, extracted_at: datetime) -> None:
        """The world folder with its manifest."""
        folder.mkdir(parents=True, exist_ok=True)
        files: Row = {}
        for name in ("sekolah", "gtk", "peserta_didik", "pengguna", "accounts"):
            rows: list[Row] = getattr(self, name)
            text = "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)
            (folder / f"{name}.jsonl").write_text(text, encoding="utf-8")
            sha256 = hashlib.sha256(text.encode()).hexdigest()
            files[f"{name}.jsonl"] = {"rows": len(rows), "sha256": sha256}
        manifest = {"extracted_at": extracted_at.isoformat(), "files": files}
        (folder / "manifest.json").write_text(json.dumps(manifest, indent=1), encoding="utf-8")

    def _exit(self, more: Row) -> Row:
        if "left" not in more:
            return {"jenis_keluar_id": None, "tanggal_keluar": None}
        return {
            "jenis_keluar_id": more.get("left_for", "2"),
            "tanggal_keluar": self.day(more["left"]).isoformat(),
        }

    def _troubles(self, more: Row) -> Row:
        row: Row = {}
        if "suspended" in more:
            row["suspensionTime"] = self._instant(more["suspended"])
            row["suspensionReason"] = more.get("reason", "ABUSE")
        if "deleted" in more:
            row["deletionTime"] = self._instant(more["deleted"])
        notes = {}
        if "noticed" in more:
            notes["tanggal_pemberitahuan"] = self.day(more["noticed"]).isoformat()
        if "deletion_in" in more:
            notes["tanggal_penghapusan"] = self.day(-more["deletion_in"]).isoformat()
        return row | ({"customSchemas": {"pemutakhiran": notes}} if notes else {})

    def _instant(self, ago: int) -> str:
        return at_wib(self.day(ago), 9).astimezone(self.now.tzinfo).isoformat()


def _birthday(name: str, first_year: int, span: int) -> str:
    number = int(digits(9, "lahir", name))
    year = first_year + number % max(span, 1)
    return date(year, 1 + number // 7 % 12, 1 + number // 91 % 28).isoformat()
