"""Two small plots as numbers for an SVG; the table beside each says the same."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.learning.figures import Bin, Point

WIDTH, HEIGHT = 360, 240
_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 350, 12, 212
_LOWEST_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Dot:
    x: float
    y: float
    title: str


@dataclass(frozen=True, slots=True)
class Curve:
    """In the SVG's units from its upper left corner. `line` joins the dots; `ideal` is the line a
    perfectly calibrated classifier would follow, empty where there is none. `low` is the value at
    the lower end of the upright axis, in percent; the upper end is 100.
    """

    dots: tuple[Dot, ...]
    line: str
    ideal: str
    low: int
    first: int
    width: int = WIDTH
    height: int = HEIGHT
    left: int = _LEFT
    right: int = _RIGHT
    top: int = _TOP
    bottom: int = _BOTTOM


def calibration(bins: Sequence[Bin]) -> Curve:
    """Stated confidence against the share that was right, both from 0 to 100 %."""
    shown = [(each.confidence, each.right) for each in bins]
    corner, end = _place(0, 0, (0, 0)), _place(1, 1, (0, 0))
    return _curve(shown, (0.0, 0.0), ideal=f"{corner[0]},{corner[1]} {end[0]},{end[1]}")


def coverage(points: Sequence[Point]) -> Curve:
    """The surest share of the texts against the share of them that was right, from 50 %."""
    shown = [(each.coverage, each.right) for each in points]
    least = min((x for x, _ in shown), default=0.0)
    return _curve(shown, (least, _LOWEST_SHARE), ideal="")


def _curve(
    shown: Sequence[tuple[float, float]], origin: tuple[float, float], *, ideal: str
) -> Curve:
    dots = tuple(
        Dot(*_place(x, y, origin), title=f"{_percent(x)} % → {_percent(y)} %") for x, y in shown
    )
    return Curve(
        dots=dots,
        line=" ".join(f"{dot.x},{dot.y}" for dot in dots),
        ideal=ideal,
        low=_percent(origin[1]),
        first=_percent(origin[0]),
    )


def _place(x: float, y: float, origin: tuple[float, float]) -> tuple[float, float]:
    across = (x - origin[0]) / (1 - origin[0])
    up = max(y - origin[1], 0.0) / (1 - origin[1])
    return round(_LEFT + across * (_RIGHT - _LEFT), 1), round(_BOTTOM - up * (_BOTTOM - _TOP), 1)


def _percent(share: float) -> int:
    return round(share * 100)
