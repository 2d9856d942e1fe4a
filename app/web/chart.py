"""A small bar chart as numbers for an SVG; the table beside it says the same."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 720, 160
_LEFT, _BOTTOM, _TOP = 44, 22, 14
_GAP_SHARE = 0.2


@dataclass(frozen=True, slots=True)
class Bar:
    """In the SVG's units, from its upper left corner."""

    x: float
    y: float
    width: float
    height: float
    title: str


@dataclass(frozen=True, slots=True)
class Chart:
    """`most` is the value at `top`; labels stand under the first and the last bar."""

    bars: tuple[Bar, ...]
    most: int
    first: str
    last: str
    width: int = WIDTH
    height: int = HEIGHT
    left: int = _LEFT
    top: int = _TOP
    bottom: int = HEIGHT - _BOTTOM

    @property
    def path(self) -> str:
        """All bars as one path: a month of them weighs half a kilobyte."""
        return "".join(
            f"M{bar.x:g} {self.bottom}V{bar.y:g}h{bar.width:g}V{self.bottom}z"
            for bar in self.bars
            if bar.height
        )


def chart(values: Sequence[tuple[str, int]]) -> Chart:
    """One bar for each name and value, in order; the highest fills the height."""
    most = max((value for _, value in values), default=0)
    room = (WIDTH - _LEFT) / max(len(values), 1)
    height = HEIGHT - _BOTTOM - _TOP
    bars = []
    for place, (name, value) in enumerate(values):
        tall = height * value / most if most else 0.0
        bars.append(
            Bar(
                x=round(_LEFT + place * room + room * _GAP_SHARE / 2, 1),
                y=round(HEIGHT - _BOTTOM - tall, 1),
                width=round(room * (1 - _GAP_SHARE), 1),
                height=round(tall, 1),
                title=f"{name}: {value}",
            )
        )
    first, last = (values[0][0], values[-1][0]) if values else ("", "")
    return Chart(tuple(bars), most, first, last)
