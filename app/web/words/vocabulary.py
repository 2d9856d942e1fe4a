"""A label for every vocabulary word. Word to (Indonesian, English)."""

from enum import StrEnum

from app.web.words import Pair

LABELS: dict[type[StrEnum], dict[StrEnum, Pair]] = {}
