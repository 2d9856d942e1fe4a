"""A label for every vocabulary word. Word to (Indonesian, English)."""

from enum import StrEnum

from app.web.words import Pair, act_labels, causes, connected, course, safeguards

LABELS: dict[type[StrEnum], dict[StrEnum, Pair]] = {
    **act_labels.LABELS,
    **causes.LABELS,
    **course.LABELS,
    **connected.LABELS,
    **safeguards.LABELS,
}
