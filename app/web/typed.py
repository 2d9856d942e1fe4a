"""What a browser sends, made fit to be kept."""

from typing import Annotated

from fastapi import Path

from app.intake.tidy import storable

# What a column of the database can hold; more is no number of ours.
Id = Annotated[int, Path(ge=0, lt=2**63)]
_DIGITS = 18


def tidy(text: str, longest: int) -> str:
    """Trimmed, at most `longest` characters, one kind of line end, nothing a database refuses."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return storable(lines).strip()[:longest]


def number(text: str) -> int | None:
    """The whole number that text is, as long as a column can hold it; None for anything else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= _DIGITS else None
