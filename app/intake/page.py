"""A comment thread from the page's text as somebody copied it."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from app.intake.comment import Comment, Thread
from app.intake.rows import WrongFile
from app.intake.tidy import plain_lines

_HEADING = re.compile(r"(komentar|comments?)\s*:?", re.IGNORECASE)
_COUNT = re.compile(r"(\d[\d.,]*)\s+(comments?|komentar)", re.IGNORECASE)
_END = re.compile(
    r"(please )?sign in to leave a comment\.?"
    r"|(harap|silakan|mohon)?\s*masuk untuk (meninggalkan|memberikan|memberi|menulis) komentar\.?",
    re.IGNORECASE,
)
_BULLET = re.compile(r"(\s*)([•●▪‣·*-])(?:\s+(.*))?$")
_VOTES = re.compile(r"([-−–+]?)(\d{1,4})")
_DELETED = re.compile(
    r"(permanently )?deleted user|pengguna (yang )?(telah )?dihapus.*", re.IGNORECASE
)
_AUTHOR_WORDS, _AUTHOR_LENGTH = 8, 70

# A message begins so; a display name does not.
_OPENING = re.compile(
    r"(selamat|pagi|siang|sore|malam|ass?alam\S*|salam|halo+|hall?o+|hai|hay|hello|hi|min|admin,"
    r"|mohon|mhn|tolong|maaf|permisi|i[zj]in|info|akun|yth|dear|kepada|punten|laporan|apa)\b"
)
# Stands in messages, and in nobody's display name.
_SPOKEN = re.compile(
    r"\b(bagaimana|gimana|kenapa|mengapa|apakah|kapan|saya|kami|sy|belum|blm|sudah|sdh|tidak|tdk"
    r"|ada|yang|yg|untuk|utk|bisa|mohon|mhn|min|terima ?kasih|makasih|karena|jika|kalau|masih"
    r"|lagi|kok|dari|dengan|dgn|pada|padahal|ditunggu|kendala|please|thanks?|is|not|my)\b"
)
# Without a blank line below, the first line needs to look even less like a message.
_SUBJECT_MATTER = re.compile(
    r"\b(npsn|nuptk|nik|nip|e-?mail|akun|baru|mutasi|pindah\w*|lupa|hilang|terhapus|perubahan)\b|@"
)


def parse_page(text: str) -> Thread:
    """Everything before the heading is the article. Raises WrongFile when it has no comments."""
    lines = plain_lines(text)
    announced: list[int] = []
    comments: list[Comment] = []
    for begin, end in _sections(lines):
        count = _COUNT.fullmatch(lines[begin].strip())
        if count:
            announced.append(int(re.sub(r"\D", "", count[1])))
        comments += map(_comment, _blocks(lines[begin + 1 : end]))
    if not announced and not comments:
        raise WrongFile("Halaman ini tidak memuat bagian Komentar.")
    present = [each for each in comments if each.text]
    return Thread(announced=max(announced, default=None), comments=tuple(present))


def _sections(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """From each count line (or bare heading) to its end; several pages may lie in one file."""
    starts = [n for n, line in enumerate(lines) if _COUNT.fullmatch(line.strip())]
    headed = [n for n in starts if _follows_heading(lines, n)]
    starts = headed or starts[:1]
    if not starts:
        starts = [n for n, line in enumerate(lines) if _HEADING.fullmatch(line.strip())][-1:]
    for start, following in pairwise([*starts, len(lines)]):
        end = next(
            (n for n in range(start, following) if _END.fullmatch(lines[n].strip())), following
        )
        yield start, end


def _follows_heading(lines: Sequence[str], at: int) -> bool:
    above = next((line.strip() for line in reversed(lines[:at]) if line.strip()), "")
    return _HEADING.fullmatch(above) is not None


def _blocks(lines: Sequence[str]) -> Iterator[list[str]]:
    """The lines of each comment, its bullet taken off."""
    first = next((found for line in lines if (found := _BULLET.fullmatch(line))), None)
    if first is None:
        return
    inset, glyph = len(first[1]), first[2]
    block: list[str] | None = None
    for line in lines:
        bullet = _BULLET.fullmatch(line)
        if bullet and bullet[2] == glyph and _begins(bullet, inset, block):
            if block is not None:
                yield block
            block = [(bullet[3] or "").strip()]
        elif block is not None:
            block.append(line.strip())
    if block is not None:
        yield block


def _begins(bullet: re.Match[str], inset: int, block: list[str] | None) -> bool:
    """A list inside a comment is set in further, or stands before the comment's vote line."""
    if len(bullet[1]) > inset:
        return False
    if inset > 0 or block is None:
        return True
    return _VOTES.fullmatch(next((line for line in reversed(block) if line), "")) is not None


def _comment(block: Sequence[str]) -> Comment:
    lines, votes = _without_votes(list(block))
    while lines and not lines[0]:
        lines.pop(0)
    author = None
    if len([line for line in lines if line]) > 1 and _is_author(lines):
        author = lines.pop(0)
    body = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    if author is not None and _DELETED.fullmatch(author):
        author = None
    return Comment(author=author, text=body, votes=votes)


def _without_votes(lines: list[str]) -> tuple[list[str], int | None]:
    while lines and not lines[-1]:
        lines.pop()
    found = _VOTES.fullmatch(lines[-1]) if lines else None
    if found is None:
        return lines, None
    return lines[:-1], -int(found[2]) if found[1] in {"-", "−", "–"} else int(found[2])


def _is_author(lines: Sequence[str]) -> bool:
    """Whether the first line is a display name rather than the beginning of the text."""
    name = lines[0]
    if _DELETED.fullmatch(name):
        return True
    if len(name) > _AUTHOR_LENGTH or len(name.split()) > _AUTHOR_WORDS or name[-1] in "?!,:;…":
        return False
    spoken = name.casefold()
    if spoken.startswith("helpdesk"):
        return "nomor laporan" not in spoken
    if _OPENING.match(spoken) or _SPOKEN.search(spoken):
        return False
    return not lines[1] or not _SUBJECT_MATTER.search(spoken)
