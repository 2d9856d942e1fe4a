"""Text as a browser sends it, made fit to be kept."""

from app.intake.tidy import storable


def tidy(text: str, longest: int) -> str:
    """Trimmed, at most `longest` characters, one kind of line end, nothing a database refuses."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return storable(lines).strip()[:longest]
