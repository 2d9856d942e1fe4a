"""Letters with a link that only the reader of that mailbox may follow."""

import re
from dataclasses import dataclass
from datetime import datetime

from app.kit import hidden
from app.kit.tanggal import greeting
from app.reply.compose import Composed, texts, tidied
from app.reply.wording import ASKED
from models.vocabulary import Relation, Remedy

# Message-IDs that nobody can guess: who answers to one holds the letter, and the link in it.
_UNGUESSABLE = re.compile(r"tiket-\d+\.[0-9a-f]{16}@loket")
# Stands in the stored letter where the link goes; the link is put in when it is sent.
LINK = "[tautan pribadi; hanya tertera pada surat yang dikirim]"
_OFFICE = {Relation.OPERATOR: "operator", Relation.HEAD: "kepala"}
_MAIL_ID = re.compile(r"tiket-\d+\.konfirmasi-(\d+)@loket")
# A domain as people have them: what a stranger typed must not become more than that.
_PLAIN = re.compile(r"[^@\s<>\"']{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")


@dataclass(frozen=True, slots=True)
class Matter:
    """What a letter is about. `account` is shown masked; "" where it is not told. `people` is how
    many a yes would stand for.
    """

    number: int
    remedy: Remedy
    account: str = ""
    people: int = 1


@dataclass(frozen=True, slots=True)
class Vouchee:
    """All an officer of the school is told: name and school. `office` is their own."""

    name: str
    school: str
    office: Relation


def asked(remedy: Remedy) -> str:
    """What somebody wants done, in the letters' words."""
    return ASKED.get(remedy, "menangani laporan tentang akun")


def shown(address: str | None) -> str:
    """The address as a letter or a public page may show it; "" where it is none."""
    return hidden.mail(address) if address and _PLAIN.fullmatch(address) else ""


def confirmation(
    matter: Matter, *, by: str | None, of_office: bool, until: datetime, now: datetime
) -> Composed:
    """Asks whether a report is theirs. `by` is the address the requester gave."""
    body = _letters.get_template("confirm.txt").render(
        **_common(matter, now), by=shown(by), of_office=of_office, until=until
    )
    return _composed(matter, "Mohon konfirmasi: apakah permintaan ini dari Anda?", body)


def vouch_request(
    number: int, whom: Vouchee, *, until: datetime, hours: int, now: datetime
) -> Composed:
    """Asks an officer of the school; `hours` is how long the waiting period lasts."""
    matter = Matter(number, Remedy.RESET_PASSWORD)
    body = _letters.get_template("vouch.txt").render(
        **_common(matter, now),
        name=whom.name,
        school=whom.school,
        office=_OFFICE[whom.office],
        until=until,
        hours=hours,
    )
    return _composed(matter, "Mohon keterangan sekolah tentang pemilik akun", body)


def objection(matter: Matter, *, office: Relation, ripe: datetime, now: datetime) -> Composed:
    """Tells of a coming hand-over, with the way to stop it."""
    body = _letters.get_template("objection.txt").render(
        **_common(matter, now), office=_OFFICE[office], ripe=ripe
    )
    return _composed(matter, "Akses ke akun belajar.id akan diberikan", body)


def receipt(
    number: int, *, tracking_url: str | None, refused: int, files: int, now: datetime
) -> Composed:
    """Says that a mail was taken in. Nothing of it is repeated: its sender is anybody's claim."""
    body = _letters.get_template("receipt.txt").render(
        greeting=greeting(now),
        number=number,
        tracking_url=tracking_url,
        refused=refused,
        files=files,
    )
    return Composed(subject=f"[#{number}] Laporan Anda kami terima", body=tidied(body))


def mail_id(number: int, proof_id: int) -> str:
    return f"tiket-{number}.konfirmasi-{proof_id}@loket"


def proof_of(mail: str) -> int | None:
    """The id of the proof whose link that letter carries; None for any other letter."""
    found = _MAIL_ID.fullmatch(mail)
    return int(found[1]) if found else None


def is_unguessable(mail: str) -> bool:
    """Whether only who was sent that letter knows its Message-ID."""
    return _UNGUESSABLE.fullmatch(mail) is not None


def _common(matter: Matter, now: datetime) -> dict[str, object]:
    return {
        "greeting": greeting(now),
        "number": matter.number,
        "asked": asked(matter.remedy),
        "account": shown(matter.account),
        "people": matter.people,
        "link": LINK,
    }


def _composed(matter: Matter, subject: str, body: str) -> Composed:
    return Composed(subject=f"[#{matter.number}] {subject}", body=tidied(body))


_letters = texts("letters")
