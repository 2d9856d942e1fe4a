"""What a refused form leaves on its page."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed into a form that was refused, the sentence on why, and the status.

    `part` is the fragment that htmx is given; `announces` an act that can be taken back.
    """

    typed: Mapping[str, str] = field(default_factory=dict)
    complaint: str = ""
    status: int = 200
    announces: bool = False
    part: str = "ticket/_fresh.html"
