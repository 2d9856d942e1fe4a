"""Markup, invisible characters and other people's words leave a message."""

import html
import re
import unicodedata

LONGEST = 20_000  # characters read of one message; a ticket beyond that is a pasted file
_DROPPED = re.compile(r"<(script|style|head)\b[^>]{0,500}>.*?</\1\s*>", re.I | re.S)
_BREAK = re.compile(r"<(?:br|/p|/div|/li|/tr|/h\d|hr)\b[^<>]{0,200}>", re.I)
_TAG = re.compile(r"</?[a-z][a-z0-9]{0,14}(?:\s[^<>]{0,2000})?/?>|<!--.{0,2000}?-->", re.I | re.S)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufe0f]")
_SPACES = re.compile(r"[^\S\n]+")

_REPLY_HEAD = re.compile(
    r"^\W*(?:(?:pada|on)\b.{4,150}\b(?:menulis|wrote)\s*:?"
    r"|-{2,}\s*(?:pesan asli|original message|pesan terusan|pesan yang diteruskan"
    r"|forwarded message)\b.*)\s*$",
    re.I,
)
_MAIL_HEADER = re.compile(
    r"^\W*(?:dari|from|dikirim|sent|kepada|to|tanggal|date|perihal|subject|cc)\s*:\s*\S", re.I
)
_SENDER = re.compile(r"^\W*(?:dari|from)\s*:\s*\S", re.I)
_MACHINE_END = re.compile(
    r"^\s*(?:--\s*$|dikirim dari |sent from my |get outlook for |terkirim dari )", re.I
)
_CLOSING = re.compile(
    r"^\W*(?:hormat (?:kami|saya)|salam(?: hormat)?|wassalam\w*.*|terima kasih|regards"
    r"|best regards|kind regards|sincerely|demikian.{0,80})\W*$",
    re.I,
)
_AGENT = re.compile(
    r"(?:kami telah mengirimkan|telah kami (?:kirimkan|terima)|terima kasih (?:telah|sudah)"
    r" menghubungi|laporan anda (?:tercatat|telah)|terkait (?:keluhan|pertanyaan|kendala) anda"
    r"|helpdesk akun belajar)",
    re.I,
)


def plain(text: str) -> str:
    """The message as text: entities resolved twice, no markup, NFKC, one kind of space.

    Line breaks stay; at most `LONGEST` characters are read.
    """
    shown = html.unescape(html.unescape(text[:LONGEST]))
    shown = _TAG.sub(" ", _BREAK.sub("\n", _DROPPED.sub(" ", shown)))
    shown = _INVISIBLE.sub("", unicodedata.normalize("NFKC", shown))
    return _SPACES.sub(" ", shown.replace("\r\n", "\n").replace("\r", "\n")).strip()


def own_words(text: str) -> str:
    """What the writer wrote: without quoted lines, reply chains, answers and signatures.

    `text` has been through `plain`. When nothing of weight is left (a bare forward), all of it
    counts as the writer's.
    """
    lines = _without_chain(text.split("\n"))
    lines = [line for line in lines if not line.lstrip().startswith(">")]
    lines = [line for line in lines if not _AGENT.search(line)]
    kept = "\n".join(_without_signature(lines)).strip()
    return kept if re.search(r"\w{2,}", kept) else text


def _without_chain(lines: list[str]) -> list[str]:
    for at, line in enumerate(lines):
        if _MACHINE_END.match(line):
            return lines[:at] if at else lines
        header = _SENDER.match(line) and any(map(_MAIL_HEADER.match, lines[at + 1 : at + 4]))
        if header or _REPLY_HEAD.match(line):
            return _around(lines, at)
    return lines


def _around(lines: list[str], at: int) -> list[str]:
    """Own words stand above the chain, or below quoted lines; a bare forward is kept whole."""
    below = lines[at + 1 :]
    if any(line.lstrip().startswith(">") for line in below):
        return lines[:at] + below
    above = " ".join(lines[:at]).split()
    return lines[:at] if len(above) > 3 else lines


def _without_signature(lines: list[str]) -> list[str]:
    """Cut at a closing formula when only a few short lines follow it."""
    for at in range(len(lines) - 1, max(len(lines) - 9, 0), -1):
        tail = [line for line in lines[at + 1 :] if line.strip()]
        if _CLOSING.match(lines[at]) and all(len(line) < 60 for line in tail):
            return lines[:at]
    return lines
