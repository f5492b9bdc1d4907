"""The four pages of a cover that is folded from the same sheets as the booklet: its outermost leaf on either side."""

from __future__ import annotations

from typing import NamedTuple

from publish.press.imposition.panels import Panel
from publish.press.imposition.sheet_sizes import SLACK
from publish.press.imposition.signature import Spine

THICKEST_SPINE = 15.0
"""Millimetres that a wrap may be wider than two pages; what is between them is the spine, and falls away."""


class FourPages(NamedTuple):
    """A cover in reading order; None is blank."""

    front: Panel | None
    inside_front: Panel | None
    inside_back: Panel | None
    back: Panel | None


def four_pages(panels: tuple[Panel, ...], like: Panel, spine: Spine) -> FourPages | None:
    """Return the pages of a cover for pages `like` that; None where it is none.

    A cover comes as four pages in reading order; as two, the front and the back, blank inside; as a wrap, which shows
    the back and the front side by side; or as a wrap and, on a second page, what is inside it.
    """
    if all(_is(panel, like, 1) for panel in panels):
        if len(panels) == 4:
            return FourPages(*panels)
        return FourPages(panels[0], None, None, panels[1]) if len(panels) == 2 else None
    if not all(_is(panel, like, 2) for panel in panels) or len(panels) not in (1, 2):
        return None
    back, front = _halves(panels[0], like, spine)
    inside_front, inside_back = _halves(panels[1], like, spine) if len(panels) == 2 else (None, None)
    return FourPages(front, inside_front, inside_back, back)


def _is(panel: Panel, like: Panel, count: int) -> bool:
    """Say whether a panel is as high as `like`, and as wide as so many of it."""
    over = panel.width.to_mm().value - count * like.width.to_mm().value
    apart = abs(panel.height.to_mm().value - like.height.to_mm().value)
    return -SLACK.value <= over <= (THICKEST_SPINE if count > 1 else SLACK.value) and apart <= SLACK.value


def _halves(wrap: Panel, like: Panel, spine: Spine) -> tuple[Panel, Panel]:
    """Return the outer halves of a wrap: left and right, or right and left where the spine is on the right."""
    page, whole = like.width.value, wrap.width.value
    left, right = wrap.part(0, page), wrap.part(whole - page, whole)
    return (left, right) if spine == "left" else (right, left)
