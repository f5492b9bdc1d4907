"""What holds while instructions are read: matrix, clip, colours, overprint, transparency, line and font."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Name

from publish.press.boxes import Box
from publish.press.matrix import Matrix
from publish.press.preflight.paint import BLACK, Paint


@dataclass(slots=True)
class State:
    """The graphics state (ISO 32000-1, 8.4), as far as preflight asks about it."""

    matrix: Matrix
    clip: Box
    fill: Paint = BLACK
    stroke: Paint = BLACK
    fill_pattern: Any = None
    stroke_pattern: Any = None
    under: Paint = BLACK
    """The colour that a stencil of a pattern is painted in."""
    over_fill: bool = False
    over_stroke: bool = False
    over_mode: int = 0
    see_through: tuple[str, ...] = ()
    width: float = 1
    font: Any = None
    size: float = 0
    rendering: int = 0


def see_through(named: Any, before: tuple[str, ...]) -> tuple[str, ...]:
    """Return which kinds of transparency are on after a graphics state."""
    on = dict.fromkeys(before, True)
    for key in ("/ca", "/CA"):
        if key in named:
            on[key[1:]] = float(named[key]) < 1
    if "/SMask" in named:
        on["SMask"] = named.SMask != Name("/None")
    if "/BM" in named:
        blend = named.BM[0] if isinstance(named.BM, pikepdf.Array) and len(named.BM) else named.BM
        on["BM"] = blend not in (Name.Normal, Name.Compatible)
    return tuple(key for key, is_on in on.items() if is_on)
