"""The schools of the demo with their staff, pupils and accounts, all invented."""

import random
from collections.abc import Sequence

from app.demo.build import Builder, digits

_SCHOOLS = (
    ("69900001", "SD Negeri 1 Tirta Wening", 5, "Kab. Tirtasari, Nusa Barat"),
    ("69900002", "SD Negeri 2 Melati Jaya", 5, "Kab. Tirtasari, Nusa Barat"),
    ("69900003", "SMP Negeri 1 Tirta Wening", 6, "Kab. Tirtasari, Nusa Barat"),
    ("69900004", "SMP Negeri 4 Kota Lembayung", 6, "Kota Lembayung, Nusa Timur"),
    ("69900005", "SMA Negeri 2 Kota Lembayung", 13, "Kota Lembayung, Nusa Timur"),
    ("69900006", "SMK Negeri 1 Samudra Raya", 15, "Kab. Samudra Raya, Nusa Timur"),
    ("69900007", "TK Pelita Kecil", 1, "Kab. Samudra Raya, Nusa Timur"),
    ("69900008", "SLB Harapan Bersama", 29, "Kota Lembayung, Nusa Timur"),
    ("69900009", "SD Inpres Batu Karang", 5, "Kab. Karang Agung, Nusa Utara"),
    ("69900010", "SMP Negeri Satu Atap Batu Karang", 6, "Kab. Karang Agung, Nusa Utara"),
)
CLOSED = "69900010"

_LEVEL = {1: "paud", 5: "sd", 6: "smp", 13: "sma", 15: "smk", 29: "slb"}
_FIRST_GRADE = {1: 0, 5: 1, 6: 7, 13: 10, 15: 10, 29: 1}
_GIVEN = (
    "Ratmaya",
    "Suwiryo",
    "Laksmita",
    "Bagaswara",
    "Nirmala",
    "Wiranata",
    "Kusharini",
    "Danuarta",
    "Melarosa",
    "Teguhdaya",
    "Hestiasih",
    "Pramudyo",
    "Sekarwangi",
    "Adityarso",
    "Yunitara",
    "Bintarso",
    "Rahayumi",
    "Gunadwipa",
    "Ismayanti",
    "Jatmikara",
    "Ningtyasari",
    "Purbaseno",
    "Wulandini",
    "Tirtadarma",
)
_FAMILY = (
    "Padmanegara",
    "Cakrawardana",
    "Suryalaga",
    "Atmajaya",
    "Kertanadi",
    "Wirabuana",
    "Sastradana",
    "Mandaraga",
    "Purwakusuma",
    "Hartadinata",
    "Jagapati",
    "Lesmanajaya",
)


def school_of(npsn: str) -> str:
    """Its name."""
    return next(name for number, name, _, _ in _SCHOOLS if number == npsn)


def found(build: Builder) -> None:
    """Every school with an operator, a head, teachers and pupils who have what they need."""
    for npsn, name, form, place in _SCHOOLS:
        if npsn != CLOSED:
            build.school(npsn, name, form, place)
            _people(build, npsn, _LEVEL[form], _FIRST_GRADE[form])


def local_part(name: str, *, length: int = 2) -> str:
    """As the addresses are made: first and last name joined, then digits."""
    words = name.lower().split()
    ends = words if len(words) == 1 else [words[0], words[-1]]
    return "".join(ends) + digits(length + 1, "lokal", name)[1:]


def _people(build: Builder, npsn: str, level: str, first_grade: int) -> None:
    names = _names(npsn, 16)
    head, operator = names[0], names[1]
    _staff(build, npsn, level, head, "20")
    _staff(build, npsn, level, operator, "11")
    build.user(head, npsn, "Kepala Sekolah", f"kepsek.{npsn}@pos.example")
    build.user(operator, npsn, "Operator Sekolah", f"operator.{npsn}@pos.example")
    for name in names[2:8]:
        _staff(build, npsn, level, name, "4" if level in {"smp", "sma", "smk"} else "3")
    for name in names[8:]:
        pupil = build.pupil(name, npsn, max(first_grade, 1))
        build.account(f"{local_part(name)}@{level}.belajar.id", pupil, name, npsn=npsn)


def _staff(build: Builder, npsn: str, level: str, name: str, job: str) -> None:
    person = build.staff(name, npsn, job)
    role = "admin" if job in {"11", "20"} else "guru"
    personal = f"{name.lower().replace(' ', '.')}@pos.example"
    address = f"{local_part(name)}@{role}.{level}.belajar.id"
    build.account(address, person, name, npsn=npsn, recovery=personal)


def _names(npsn: str, count: int) -> Sequence[str]:
    """Different at each school, the same at each start."""
    pairs = [f"{given} {family}" for given in _GIVEN for family in _FAMILY]
    mine = pairs[int(npsn[-2:]) - 1 :: len(_SCHOOLS)][:count]
    random.Random(npsn).shuffle(mine)  # noqa: S311 invented people, not secrets
    return mine
