"""How a helpdesk reply is told from a question, whom it greets, and what a bare follow-up is."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from app.intake.comment import Comment
from app.intake.tidy import folded

_NUMBER = re.compile(
    r"(?:nomor|nomer|no)\s*\.?\s*(?:laporan|tiket)(?:\s+(?:anda|bapak|ibu))?[\s.:#]*"
    r"(?<!\d)(\d{5,9})(?!\d)",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"\s*(selamat (pagi|siang|sore|malam)|hal+o|hai|yth|dear|terima kasih|(bapak|ibu|bpk)\b|@)",
    re.IGNORECASE,
)
_BY_MAIL = re.compile(r"\b(e-?mail|surel)\s+(\w+\s+)?(anda|bapak|ibu|bpk)\b", re.IGNORECASE)
_DONE = re.compile(
    r"\b(kami (telah|sudah)|(telah|sudah) kami)\s+(me\w{0,2})?"
    r"(k?irim|informasi|balas|respon|t?anggap|t?indak|jawab|s?ampai|t?erus|catat|t?erima)",
    re.IGNORECASE,
)
_COMPLAINT = re.compile(
    r"\b(saya|belum|blm|tolong|kenapa|mengapa|bagaimana|kapan|min|(me)?lapor(kan)?|dibalas)\b",
    re.IGNORECASE,
)
_SELF = re.compile(r"\b(saya|sy)\b", re.IGNORECASE)
_GREETED = re.compile(
    r"(?:(?<!\w)@|\b(?:bapak|ibu|bpk|pak|bu|sdri?|saudar[ai]|kak|kakak)\b(?:\s*/\s*(?:bapak|ibu))?"
    r"[ \t.]+)(?P<name>[^,;:!?\n…()]{2,60})",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(
    r"\s+(?:terkait|mengenai|terima|kami|mohon|sehubungan|untuk|atas|dapat|yang|silakan|dengan"
    r"|di|pada|telah|sudah|perihal|-)(?!\w).*|[.]{2,}.*|\.\s.*|\.$",
    re.IGNORECASE | re.DOTALL,
)
_TITLES = frozenset(
    "bapak ibu bpk pak bu kak h hj drs dra dr ir s m pd spd mpd ag sag kom skom si".split()  # noqa: SIM905
)
_NOBODY = frozenset({"pelapor", "guru", "pendidik", "admin", "semua", "sekalian", "sobat", "min"})
_GREETING_LENGTH = 120

_ASKS_AGAIN = re.compile(
    r"\b((belum|blm|tidak|tdk)( juga)?( ada| di| me\w+| terima)? ?"
    r"(respon|jawab|balas|tanggap|kabar|solusi|tindak|kelanjutan)\w*|kelanjutan\w*"
    r"|tindak lanjut\w*|masih menunggu|kapan (di)?(balas|jawab|respon|proses)\w*"
    r"|nomor laporan|laporan saya)\b",
    re.IGNORECASE,
)
_THANKS = re.compile(r"\b(terima ?kasih|makasi\w*|thanks?|thank you|trims)\b", re.IGNORECASE)
_COURTESY = re.compile(
    r"\b(baik|ok|oke|siap|banyak|sekali|atas|bantuan|bantuannya|info\w*|jawaban\w*|respon\w*"
    r"|balasan\w*|solusi\w*|sangat|membantu|saya|kami|ucapkan|sudah|ya|min|admin|pak|bu|bapak|ibu"
    r"|kak|nya|dan|salam|sukses|selalu|selamat|pagi|siang|sore|malam)\b"
)
_BARE_WORDS = 30


def report_numbers(text: str) -> tuple[int, ...]:
    """Every nomor laporan it names (`386632`, `#534719`, `.#539564`), in order, each once."""
    return tuple(dict.fromkeys(int(found[1]) for found in _NUMBER.finditer(text)))


def staff_ids(comments: Iterable[Comment]) -> frozenset[str]:
    """The API's author ids that belong to the helpdesk."""
    return frozenset(
        each.author_id
        for each in comments
        if each.author_id and (each.is_agent or _signs(each) or _has_formula(each))
    )


def is_reply(comment: Comment, staff: frozenset[str]) -> bool:
    """Whether the helpdesk wrote it: by its name, its id, or by the stock words it uses."""
    if comment.is_agent or comment.author_id in staff or _signs(comment):
        return True
    return _has_formula(comment)


def greeted(text: str) -> str | None:
    """The name a reply addresses with `@`, Bapak or Ibu; None when it greets nobody by name."""
    for found in _GREETED.finditer(text[:_GREETING_LENGTH]):
        name = _AFTER_NAME.sub("", found["name"]).strip(" .-@/")
        if set(folded(name).split()) - _TITLES - _NOBODY:
            return name
    return None


def likeness(name: str, other: str) -> int:
    """0 to 100: how surely two written names are one person's; initials and titles allowed for."""
    mine, theirs = _tokens(name), _tokens(other)
    if not mine or not theirs:
        return 0
    if mine == theirs:
        return 100
    short, long = sorted((mine, theirs), key=len)
    shared = [token for token in short if token in long and len(token) >= 3]
    if shared and all(_is_part(token, long) for token in short):
        return 90
    squeezed = "".join(short), "".join(long)
    if min(map(len, squeezed)) >= 5 and (squeezed[0] in squeezed[1] or squeezed[1] in squeezed[0]):
        return 85
    ratio = round(fuzz.ratio(*squeezed))
    return ratio if ratio >= 85 else 0


def is_signed(name: str, text: str) -> bool:
    """Whether every word of the name stands in the text."""
    words, tokens = _words(text), _tokens(name)
    return bool(tokens) and all(token in words and len(token) >= 3 for token in tokens)


def is_thanks(text: str) -> bool:
    """Nothing but thanks."""
    words, found = _THANKS.subn(" ", folded(text))
    return found > 0 and not _COURTESY.sub(" ", words).strip()


def is_bare_follow_up(text: str) -> bool:
    """Asks only after an answer, or thanks for it; states no problem of its own."""
    if is_thanks(text):
        return True
    return len(text.split()) <= _BARE_WORDS and _ASKS_AGAIN.search(text) is not None


def _signs(comment: Comment) -> bool:
    return comment.author is not None and comment.author.casefold().startswith("helpdesk")


def _has_formula(comment: Comment) -> bool:
    """The stock reply: a greeting, what was done or sent by mail, and the number.

    Askers quote numbers too, and say "kami" as well: words of complaint before the number are
    theirs. A mere greeting by name with a number counts only where nobody is named as author.
    """
    text = comment.text
    number = _NUMBER.search(text)
    if number is None or not _OPENING.match(text):
        return False
    before = text[: number.start()]
    is_done, is_mailed = _DONE.search(text) is not None, _BY_MAIL.search(text) is not None
    if is_done and is_mailed:
        return _SELF.search(before) is None
    if is_done or is_mailed:
        return _COMPLAINT.search(before) is None
    return comment.author is None and greeted(text) is not None and not _COMPLAINT.search(text)


# Every reply is held against every asker: the same names and texts come back thousands of times.
@lru_cache(maxsize=4096)
def _tokens(name: str) -> tuple[str, ...]:
    return tuple(token for token in folded(name).split() if token not in _TITLES or len(name) < 4)


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    return frozenset(folded(text).split())


def _is_part(token: str, tokens: Sequence[str]) -> bool:
    return any(each.startswith(token) or token.startswith(each) for each in tokens)
