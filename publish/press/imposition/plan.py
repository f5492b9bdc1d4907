"""How pages become sheets, as somebody wants it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from publish.model.length import Mm
from publish.press.imposition.creep import Fold
from publish.press.imposition.sheet_sizes import SheetSize
from publish.press.imposition.signature import Spine

Duplex = Literal["short_edge", "long_edge"]
"""The edge over which the printer turns a sheet."""
Mark = Literal["crop", "fold"]
Blanks = Literal["end", "before_last"]
"""Where blanks go that fill the last sheet: behind all, or before the last page, which stays outside on the back."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The wishes."""

    duplex: Duplex
    marks: frozenset[Mark]
    """Those to be drawn where there is room."""
    size: SheetSize | None
    """None: the smallest usual one that takes two pages."""
    spine: Spine | None
    """None: as the file says in which direction it is read, else on the left."""
    fold: Fold
    caliper: Mm | None
    """Of a leaf; None where nobody knows it, so that no page creeps."""
    blanks: Blanks
