"""Self-checking values. One that exists is well formed. Standard library only."""

import re
from dataclasses import dataclass
from typing import Self

from models.vocabulary import Jenjang, Peran


class MalformedNpsn(ValueError):
    """The text is not a school number."""


class MalformedAddress(ValueError):
    """The text is not an address of a belajar.id account."""


@dataclass(frozen=True, slots=True, order=True)
class Npsn:
    """School number in Dapodik: eight digits, or P and seven digits; leading zeros kept."""

    text: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Raises MalformedNpsn unless `text` has that form after trimming."""
        trimmed = text.strip().upper()
        if not re.fullmatch(r"[0-9P][0-9]{7}", trimmed):
            raise MalformedNpsn(text)
        return cls(trimmed)

    def __str__(self) -> str:
        return self.text


_ROLES = {"guru": Peran.GURU, "admin": Peran.ADMIN, "pendidik": Peran.GURU}
# Each part must begin with its mark: an optional one would let the search try every division.
_ADDRESS = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)*@(?:[a-z0-9-]+\.)+belajar\.id")
_LONGEST_ADDRESS = 254
_NON_SCHOOL = frozenset(
    {"dinas", "dikbud", "yayasan", "konsultan", "mitra", "penggerak", "instruktur", "program"}
)


@dataclass(frozen=True, slots=True, order=True)
class AccountAddress:
    """`local@[role.]jenjang.belajar.id`, or a non-school one such as `local@dinas.belajar.id`."""

    text: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Raises MalformedAddress unless it is a lower-cased address under belajar.id."""
        trimmed = text.strip().lower()
        if len(trimmed) > _LONGEST_ADDRESS or not _ADDRESS.fullmatch(trimmed):
            raise MalformedAddress(text)
        return cls(trimmed)

    @classmethod
    def of_role(cls, local: str, peran: Peran, jenjang: Jenjang) -> Self:
        """The address a person of that role at that jenjang holds.

        Teachers of kesetaraan are `pendidik.`, not `guru.`; students carry no role part.
        """
        level = jenjang.value.lower()
        match peran:
            case Peran.SISWA:
                domain = level
            case Peran.GURU if jenjang is Jenjang.KESETARAAN:
                domain = f"pendidik.{level}"
            case _:
                domain = f"{peran.value}.{level}"
        return cls.parse(f"{local}@{domain}.belajar.id")

    @property
    def local(self) -> str:
        return self.text.partition("@")[0]

    @property
    def _labels(self) -> list[str]:
        return self.text.partition("@")[2].removesuffix(".belajar.id").split(".")

    @property
    def jenjang(self) -> Jenjang | None:
        """None for a non-school or unknown domain."""
        level = self._labels[-1].upper()
        return Jenjang(level) if level in Jenjang.__members__ else None

    @property
    def peran(self) -> Peran | None:
        """None for a non-school or unknown domain."""
        labels = self._labels
        if self.jenjang is None:
            return None
        return Peran.SISWA if len(labels) == 1 else _ROLES.get(labels[0])

    @property
    def is_non_school(self) -> bool:
        """True for dinas, yayasan and the like (domain facts, section 3)."""
        return self._labels[-1] in _NON_SCHOOL

    def __str__(self) -> str:
        return self.text
