"""A label for every vocabulary word. Word to (Indonesian, English)."""

from enum import StrEnum

from app.web.words import Pair, authored, causes, closing, connected, course, safeguards

LABELS: dict[type[StrEnum], dict[StrEnum, Pair]] = {
    **causes.LABELS,
    **course.LABELS,
    **connected.LABELS,
    **safeguards.LABELS,
    **closing.LABELS,
    **authored.LABELS,
}
