"""How much room the designs of styles/cover/ have for words: their measures, as their style sheets have them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Design:
    """The measures of one design, in widths and heights of the front; frames in mm, of A5 where they are scaled."""

    measure: float
    """Width of the title."""
    room: float
    """Height of all words of the front."""
    back_measure: float
    """Width of the words on the back."""
    low_measure: float
    """Width of the row of bandrol and barcode."""
    back_edges: float
    """Height over the words of the back and below that row, together."""
    leaf_frames: float
    """Height of what stands around the words of the back and below them: it grows with the page."""
    leaf_rules: float
    """Height of the rules around them, which does not."""
    low_frames: float
    """As these, around that row."""
    low_rules: float


DESIGNS = {
    "yildiz": Design(
        measure=0.525,
        room=0.48,
        back_measure=0.65,
        low_measure=0.73,
        back_edges=0.11 + 0.075,
        leaf_frames=2 * (2 + 0.9) + 7 + 8 + 4.5 + 4,
        leaf_rules=2 * (1.1 + 0.36 + 0.13),
        low_frames=2 * 3.5,
        low_rules=2 * 1.1,
    ),
    "sade": Design(
        measure=0.66,
        room=0.58,
        back_measure=0.665,
        low_measure=0.665,
        back_edges=0.085 + 0.07,
        leaf_frames=5 + 6,
        leaf_rules=0,
        low_frames=0,
        low_rules=0,
    ),
}
