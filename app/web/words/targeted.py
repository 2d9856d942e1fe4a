"""Words of targets, turns and working hours. Key to (Indonesian, English)."""

from enum import StrEnum

from app.web.words import Pair
from models.vocabulary import TargetKind

WORDS: dict[str, Pair] = {
    "event.target_warned": (
        "Sasaran hampir lewat: {target}.",
        "A target is nearly used up: {target}.",
    ),
    "event.target_missed": ("Sasaran lewat: {target}.", "A target was missed: {target}."),
}

LABELS: dict[type[StrEnum], dict[StrEnum, Pair]] = {
    TargetKind: {
        TargetKind.FIRST_ANSWER: ("Jawaban pertama", "First answer"),
        TargetKind.NEXT_ANSWER: ("Jawaban berikutnya", "Next answer"),
        TargetKind.RESOLUTION: ("Penyelesaian", "Resolution"),
    },
}
