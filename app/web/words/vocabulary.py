"""A label for every vocabulary word. Word to (Indonesian, English)."""

from enum import StrEnum

from app.web.words import (
    Pair,
    act_labels,
    administered,
    authored,
    causes,
    closing,
    connected,
    counted,
    course,
    safeguards,
    targeted,
    threaded,
)

LABELS: dict[type[StrEnum], dict[StrEnum, Pair]] = {
    **act_labels.LABELS,
    **administered.LABELS,
    **causes.LABELS,
    **course.LABELS,
    **connected.LABELS,
    **counted.LABELS,
    **safeguards.LABELS,
    **targeted.LABELS,
    **closing.LABELS,
    **threaded.LABELS,
    **authored.LABELS,
}
