"""Creep (iç yaprak kayması): how far the leaves of inner sheets are pushed out of those around them."""

from __future__ import annotations

import math
from typing import Literal

from publish.model.length import Mm

Fold = Literal["sharp", "round"]
"""A fold pressed flat, as by a bone or a folding machine; or one that bows round the sheets within, as by hand."""


def creep(depth: int, caliper: Mm, fold: Fold) -> Mm:
    """Return how far the leaves of a sheet stand out of the outermost, and so how far its pages move to the spine.

    `depth` counts the sheets around it. Each of them lies between its fold and the outermost one's: on a sharp fold it
    takes its caliper; a round one is half a circle, of which each side has a quarter, π/2 × the caliper.

    >>> creep(7, Mm(0.1), "sharp"), creep(0, Mm(0.1), "round")
    (Mm(value=0.7000000000000001), Mm(value=0.0))
    """
    bow = {"sharp": 1.0, "round": math.pi / 2}[fold]
    return Mm(bow * depth * caliper.value)
