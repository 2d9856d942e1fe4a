"""Numbers that identify: which digits are an NPSN, a NIK, a report and which are nothing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.reading.dates import calendar_day
from app.reading.emails import Found

_RUN = re.compile(r"(?<![\w@.])(?:p\s?)?\d+(?![\w@]|\.\d)", re.I)
_GROUPED = re.compile(
    r"(?<![\w@.])(?:\d{8}[ .-]\d{6}[ .-]\d[ .-]\d{3}|\d{4}(?:[ .-]\d{4}){3}"
    r"|\d{6}[ .-]\d{6}[ .-]\d{4}|\d{3}[ .-]\d{3}[ .-]\d{4})(?![\w@])"
)
_PHONE = re.compile(
    r"(?<![\w@.])(?:\+\s?62[\s.()-]{0,2}8|62\s?-?8|\(?08)\d{1,2}\)?(?:[\s.-]?\d{2,5}){2,3}(?![\w@])"
)
_LABEL = re.compile(
    r"\b(?:(?P<npsn>n[ps]{2}n|kode sekolah|school code)|(?P<nisn>n[is]{2}n)|(?P<nuptk>nuptk)"
    r"|(?P<nik>nik(?:nya)?|no\.? ?ktp|nomor ktp|ktp)|(?P<nip>nip|ni pppk|nipppk|niptk)"
    r"|(?P<other>kk|kartu keluarga|rekening|norek|rek|nis|nipd|niy|paspor|passport|token|sk)"
    r"|(?P<phone>hp|wa|whatsapp|telp|telepon|telpon|phone|nomor telepon|call))(?:nya|-nya)?\b",
    re.I,
)
_REPORT_WORD = (
    r"(?:laporan|lapor|lap\.?|lapran|tiket|tiekt|tket|ticket|aduan|pengaduan|report|komplain|case)"
)
_NUMBER_WORD = r"(?:(?:ber)?nomor|nomer|nomornya|nomorku|nomernya|nomerku|nmr|no|number|num)"
_LINK = (
    r"(?:[\s.:#=()-]|\b(?:saya|sy|kami|nya|ku|adalah|yaitu|ini|tsb|tersebut|id|ke|lama|dengan"
    r"|tercatat|my|our|yang|sebelumnya|is)\b)"
)
_REPORT = (
    re.compile(
        rf"\b{_NUMBER_WORD}\.?\s*{_REPORT_WORD}(?:nya|ku)?{_LINK}{{0,6}}#?\s?(\d{{5,9}})(?!\d)",
        re.I,
    ),
    re.compile(
        rf"\b{_REPORT_WORD}(?:nya|ku)?(?:{_LINK}|\b{_NUMBER_WORD}\b){{0,8}}#?\s?(\d{{5,9}})(?!\d)",
        re.I,
    ),
    re.compile(r"(?<!\w)#\s?(\d{5,9})(?!\d)"),
)
_BARE_NUMBER = re.compile(rf"\b{_NUMBER_WORD}\b[\s.:#]{{0,4}}(\d{{5,8}})(?!\d)", re.I)
_REPORTED = re.compile(
    r"lapor|aduan|ti?e?ke?t|ticket|report|lanjut|nomor|nomer|balas|jawab|tanggap|kabar|proses|progres"
    r"|perkembang|status|tanya|update|smpe? ?mana|sampe? ?mana",
    re.I,
)
# Six or seven digits on their own are a report number wherever nothing says otherwise; five or
# eight only as a whole subject or line.
_LONELY = re.compile(
    r"(?<![\w/@.,+-])\(?#?(?P<number>\d{6,7})(?![\w/@]|[.,-]\d| ?(?:orang|org|siswa|murid|guru|akun"
    r"|rupiah|pcs|ribu|rb|juta|jt|kali|gb|mb|%))"
    r"|^[ >]*#?(?P<line>\d{5}|\d{8})[ .?!]*$",
    re.I | re.M,
)
# What stands right before a number that is none of a person, a school or a report.
_OTHER_THING = re.compile(
    r"(?:\b(?:rp\.?|idr|usd|sebanyak|sejumlah|harga|total|urut|kode(?! sekolah)(?: pos| \w+)?"
    r"|resi|voucher|order|pesanan|pengadaan|invoice|kuitansi(?: \w+)*|agenda|seri|pin|otp|error|ref"
    r"|berita acara|surat|sandi(?: awal)?|password|formulir)\b[\W_]{0,4}"
    r"(?:(?:nomor|no|nmr|awal|nya|\d{3})\b\W{0,3})?"
    r"|[\d.]/)$",
    re.I,
)
_OF_A_NAME = re.compile(r"\b(?:sdn?|smpn?|sman?|smkn?|tk|negeri|inpres)\W{1,2}$", re.I)
_NEXT = re.compile(
    rf"[\s,;/&+]*(?:(?:dan|and|serta|sama|juga"
    rf"|maupun)\s+)?(?:{_NUMBER_WORD}[\s.:]*)?#?(\d{{5,9}})(?!\d)",
    re.I,
)
_FIVE_DIGITS = re.compile(r"\d(?:\D{0,3}\d){4}")
# Ten digits that begin so are a NISN: the last three of a birth year from 1998 to 2029.
_BIRTH_YEARS = ("00", "01", "02", "998", "999")
_MOBILE = re.compile(r"(?:0|62)8\d{7,11}")
_REACH = 60  # characters between a label and the last number it may cover


@dataclass(slots=True)
class Numbers:
    """What the digit runs of one message are, in order of appearance."""

    npsn: list[Found] = field(default_factory=list)
    report_numbers: list[Found] = field(default_factory=list)
    nisn: list[Found] = field(default_factory=list)
    nuptk: list[Found] = field(default_factory=list)
    nik: list[Found] = field(default_factory=list)
    nip: list[Found] = field(default_factory=list)
    phones: list[Found] = field(default_factory=list)


def numbers(text: str, taken: list[tuple[int, int]]) -> Numbers:
    """Sort every number outside `taken` (spans of addresses) by form, label and plausibility."""
    found, busy = Numbers(), list(taken)
    if not _FIVE_DIGITS.search(text):
        return found
    grouped = list(_runs(text, busy, (_GROUPED, _PHONE)))
    found.report_numbers = _reports(text, busy)
    single = _runs(text, busy, (_RUN,))
    for run in sorted([*grouped, *single], key=lambda one: one.start):
        _sort(found, run, _label(text, run), _before(text, run))
    _leave_out_reports(found)
    return found


def is_nik(digits: str) -> bool:
    """Sixteen digits whose middle is a day (women: day + 40), month and year, DDMMYY."""
    if not re.fullmatch(r"[1-9]\d{15}", digits):
        return False
    day = int(digits[6:8])
    return calendar_day(day - 40 if day > 40 else day, int(digits[8:10]), 2000) is not None


def is_nip(digits: str) -> bool:
    """Eighteen digits that begin with a birth day between 1940 and 2010."""
    if not re.fullmatch(r"(?:19[4-9]\d|200\d)\d{14}", digits):
        return False
    return calendar_day(int(digits[6:8]), int(digits[4:6]), int(digits[:4])) is not None


def _reports(text: str, busy: list[tuple[int, int]]) -> list[Found]:
    asks = _REPORTED.search(text)
    found: list[Found] = []
    for pattern in [*_REPORT, _BARE_NUMBER] if asks else _REPORT:
        for hit in pattern.finditer(text):
            _chain(text, hit, busy, found)
    for hit in _LONELY.finditer(text):
        name = hit.lastgroup or "number"
        one = Found(hit[name], *hit.span(name))
        if (asks or name == "number") and not _is_something_else(text, one):
            _add(one, busy, found)
    return sorted(found, key=lambda one: one.start)


def _is_something_else(text: str, one: Found) -> bool:
    before = _before(text, one)
    names_a_school = _OF_A_NAME.search(before) or one.value.startswith("0")
    return bool(_label(text, one) or names_a_school or _OTHER_THING.search(before))


def _add(one: Found, busy: list[tuple[int, int]], found: list[Found]) -> None:
    if _free(busy, one.start, one.end):
        busy.append((one.start, one.end))
        found.append(one)


def _leave_out_reports(found: Numbers) -> None:
    """A number that is said to be a report's is one wherever it stands."""
    known = {one.value for one in found.report_numbers}
    found.npsn = [one for one in found.npsn if one.value not in known]


def _chain(
    text: str, hit: re.Match[str] | None, busy: list[tuple[int, int]], found: list[Found]
) -> None:
    """The number of `hit` and those listed right after it."""
    while hit and _free(busy, hit.start(1), hit.end(1)):
        before = text[max(hit.start(1) - 25, 0) : hit.start(1)]
        if re.search(r"\b(?:npsn|hp|wa|telp\w*|nisn|nik|nuptk|nip)\W*\w{0,5}\W*$", before, re.I):
            return
        busy.append(hit.span(1))
        found.append(Found(hit[1], *hit.span(1)))
        hit = _NEXT.match(text, hit.end(1))


def _runs(
    text: str, busy: list[tuple[int, int]], patterns: tuple[re.Pattern[str], ...]
) -> Iterator[Found]:
    """Digit runs with their separators taken out, each place once, in order."""
    runs: list[Found] = []
    for pattern in patterns:
        for hit in pattern.finditer(text):
            digits = re.sub(r"[^\dP]", "", hit[0].upper())
            if len(digits) >= 8 and _free(busy, *hit.span()):
                busy.append(hit.span())
                runs.append(Found(digits, *hit.span()))
    return iter(sorted(runs, key=lambda one: one.start))


def _label(text: str, run: Found) -> str | None:
    """The kind named last before the number, in the same line and near."""
    before = _before(text, run)
    labels = [hit.lastgroup for hit in _LABEL.finditer(before)]
    return labels[-1] if labels else None


def _before(text: str, run: Found) -> str:
    return text[max(run.start - _REACH, 0) : run.start].rpartition("\n")[2]


def _sort(found: Numbers, run: Found, label: str | None, before: str) -> None:
    digits = run.value
    is_phone = bool(_MOBILE.fullmatch(digits))
    if not is_phone and label != "npsn" and (label == "other" or _OTHER_THING.search(before)):
        return
    match len(digits):
        case 18 if label == "nip" or is_nip(digits):
            found.nip.append(run)
        case 16:
            nik = label == "nik" or (label != "nuptk" and is_nik(digits))
            (found.nik if nik else found.nuptk).append(run)
        case 10 if label == "nisn" or (label != "phone" and digits.startswith(_BIRTH_YEARS)):
            found.nisn.append(run)
        case 8:
            _eight(found, run, label, before)
        case _ if is_phone:
            found.phones.append(run)


def _eight(found: Numbers, run: Found, label: str | None, before: str) -> None:
    labelled = label == "npsn"
    if re.search(r"(?:lahir|tgl|tanggal|ttl|versi|rp\.?)\W*$", before, re.I) and not labelled:
        return
    if labelled or re.fullmatch(r"[1-9P]\d{7}", run.value):
        found.npsn.append(run)


def _free(busy: list[tuple[int, int]], start: int, end: int) -> bool:
    return all(end <= first or start >= last for first, last in busy)
