"""Words of targets, turns and working hours. Key to (Indonesian, English)."""

from enum import StrEnum

from app.web.words import Pair
from models.vocabulary import TargetKind

LABELS: dict[type[StrEnum], dict[StrEnum, Pair]] = {
    TargetKind: {
        TargetKind.FIRST_ANSWER: ("Jawaban pertama", "First answer"),
        TargetKind.NEXT_ANSWER: ("Jawaban berikutnya", "Next answer"),
        TargetKind.RESOLUTION: ("Penyelesaian", "Resolution"),
    },
}
