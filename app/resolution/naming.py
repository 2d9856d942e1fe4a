"""Which address a person gets: the pattern seen in use, the same one for the same person always."""

import re
import unicodedata
from collections.abc import Collection
from hashlib import blake2b

from app.lookup.dossier import Account, Person
from models.values import AccountAddress
from models.vocabulary import Jenjang, Peran

_FALLBACK = "pengguna"
_TRIES = 1000


def new_address(
    person: Person, peran: Peran, jenjang: Jenjang, *, taken: Collection[AccountAddress] = ()
) -> AccountAddress:
    """First and last name joined and two digits, three after a single name.

    The digits come from the person id, never from a birth date; a taken address gives the next.
    """
    words = _words(person.name)
    name = "".join(dict.fromkeys([words[0], words[-1]]))
    digits = 2 if len(words) > 1 else 3
    for attempt in range(_TRIES):
        local = f"{name}{_number(person.person_id, attempt, digits)}"
        address = AccountAddress.of_role(local, peran, jenjang)
        if address not in taken:
            return address
    raise ValueError("every address of that pattern is taken")


def role_address(account: Account, peran: Peran, jenjang: Jenjang) -> AccountAddress:
    """The same local part with the role part the record supports."""
    return AccountAddress.of_role(account.address.local, peran, jenjang)


def _words(name: str) -> list[str]:
    """The name's words in plain letters, academic titles after a comma left out."""
    plain = unicodedata.normalize("NFKD", name.partition(",")[0])
    letters = plain.encode("ascii", "ignore").decode().lower().replace("'", "")
    return re.findall(r"[a-z]+", letters) or [_FALLBACK]


def _number(person_id: str, attempt: int, digits: int) -> str:
    seed = blake2b(f"{person_id}/{attempt}".encode(), digest_size=8).digest()
    return str(int.from_bytes(seed) % 10**digits).zfill(digits)
