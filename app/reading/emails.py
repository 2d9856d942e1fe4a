"""Mail addresses of a message, lower-cased and repaired."""

import re
from typing import NamedTuple

from app.reading.wordlists import words

_LABEL = (
    r"(?:guru|admin|pendidik|siswa|paud|sd|smp|sma|smk|slb|kesetaraan|dinas|dikbud|yayasan"
    r"|konsultan|mitra|penggerak|instruktur|program)"
)
_SEPARATOR = r"(?:\s?[.,]\s?|\s)"
_AT = r"\s?(?:@|\[at\]|\(at\))\s?"
_LOCAL = r"[a-z0-9][a-z0-9._+-]*"
_SCHOOL = re.compile(
    rf"(?<![\w@.+-])(?P<word>[a-z]{{4,}}(?=\s\d{{1,5}}@)\s)?(?P<local>{_LOCAL})(?P<at>{_AT})"
    rf"(?P<labels>(?:{_LABEL}{_SEPARATOR}){{0,3}})"
    r"(?:belajari?|blajar|belajr|bealjar|belajaar|belajarr)\s?[.,\s]{1,2}\s?id\b(?!\.[a-z])",
    re.I,
)
_OTHER = re.compile(
    r"(?<![\w@.+-])(?P<local>[a-z0-9][a-z0-9._%+-]*)@(?P<domain>[a-z0-9-]+(?:\.[a-z0-9-]+)+)", re.I
)
_PROVIDER = re.compile(
    rf"(?<![\w@.+-])(?P<local>{_LOCAL}){_AT}(?P<domain>gmail|gmial|yahoo|ymail|outlook|hotmail)"
    r"\s?[.,]\s?(?P<end>com|co\s?[.,]\s?id)\b",
    re.I,
)
_ANY_AT = re.compile(r"@|[\[(]at[\])]", re.I)
_NOT_A_LOCAL_PART = words(
    "akun email e-mail mail alamat masih di pakai dengan dan atau yang ke jadi dari menjadi akhiran"
    " berakhiran user username domain akunnya emailnya untuk saya jenis hanya bukan lama baru the"
    " still an use npsn kode nomor adalah"
)


class Found(NamedTuple):
    """A value and where its text stands."""

    value: str
    start: int
    end: int


def emails(text: str) -> list[Found]:
    """Complete addresses in order of appearance; a bare `@guru.sd.belajar.id` is none."""
    if not _ANY_AT.search(text):
        return []
    found = [one for hit in _SCHOOL.finditer(text) if (one := _school(hit))]
    for hit in _PROVIDER.finditer(text):
        _add(found, _provider(hit))
    for hit in _OTHER.finditer(text):
        value = f"{hit['local']}@{hit['domain']}".lower().strip(".-")
        if re.search(r"\.[a-z]{2,}$", value):
            _add(found, Found(value, hit.start(), hit.end()))
    return sorted(found, key=lambda one: one.start)


def _school(hit: re.Match[str]) -> Found | None:
    local, gap = hit["local"].lower().strip("."), hit["at"].strip() != hit["at"]
    if local in _NOT_A_LOCAL_PART:
        return None
    if hit["at"].startswith(" ") and gap and not re.search(r"[\d.]", local):
        return None
    before = (hit["word"] or "").strip().lower()
    start = hit.start("local")
    if before and before not in _NOT_A_LOCAL_PART:
        local, start = before + local, hit.start("word")
    labels = re.findall(_LABEL, hit["labels"].lower())
    return Found("@".join([local, ".".join([*labels, "belajar", "id"])]), start, hit.end())


def _provider(hit: re.Match[str]) -> Found:
    ending = (
        "co.id" if hit["end"].lower().startswith("co") and "id" in hit["end"].lower() else "com"
    )
    return Found(f"{hit['local']}@{hit['domain']}.{ending}".lower(), hit.start(), hit.end())


def _add(found: list[Found], one: Found) -> None:
    if all(one.end <= other.start or one.start >= other.end for other in found):
        found.append(one)
