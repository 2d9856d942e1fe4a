"""Categories that supervisors add: a code from the name, and examples from a text."""

import re
import unicodedata

from app.kit.errors import Refusal
from models.vocabulary import Category

_LONGEST = 36
_SHORTEST_EXAMPLE = 12
EXAMPLES_AT_MOST = 200


class BadName(Refusal):
    """422: no code can be made of that name."""

    status = 422
    key = "category.bad_name"


class TakenName(Refusal):
    """409: there is such a category."""

    key = "category.taken"


def code_of(name: str) -> Category:
    """`Akun SIMPKB` becomes x_akun_simpkb. Raises BadName when nothing is left of it."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:_LONGEST].rstrip("_")
    try:
        return Category(f"x_{slug}")
    except ValueError as error:
        raise BadName from error


def examples_of(text: str) -> list[str]:
    """Messages parted by blank lines; one a line when there is no blank line. Each once."""
    parts = re.split(r"\n\s*\n", text.strip()) if re.search(r"\n\s*\n", text) else text.split("\n")
    tidy = [" ".join(part.split()) for part in parts]
    return list(dict.fromkeys(part for part in tidy if len(part) >= _SHORTEST_EXAMPLE))[
        :EXAMPLES_AT_MOST
    ]
