"""How far signs hang in the margin, so that the edge of a column looks straight: shares of their width.

Small dark signs leave a hole in the edge where they stand within it; a hyphen more so than a bracket. Source: Robert
Bringhurst, “The Elements of Typographic Style”, 2.1 and 8; the shares were set by eye for each font.
"""

from __future__ import annotations

from typing import NamedTuple


class Edge(NamedTuple):
    """Shares by which signs hang out, to the left and to the right."""

    left: dict[str, float]
    right: dict[str, float]


GARAMOND = Edge(
    left={"“": 0.5, "‘": 0.6, "”": 0.4, "’": 0.5, "(": 0.12, "[": 0.1, "–": 0.25, "—": 0.15, "…": 0.1},
    right={
        "-": 0.6, "\u2010": 0.6, "\u2011": 0.6, ",": 0.6, ".": 0.65, ";": 0.4, ":": 0.4, "!": 0.2, "?": 0.15,
        "”": 0.5, "’": 0.6, "“": 0.4, "‘": 0.5, "–": 0.3, "—": 0.2, ")": 0.12, "]": 0.1, "…": 0.2,
    },
)  # fmt: skip
NOTHING = Edge({}, {})

_EDGES = {"Metin": GARAMOND}


def edge_of(families: tuple[str, ...]) -> Edge:
    """Return how signs of the first of `families` hang out; nothing does where nobody has looked."""
    return _EDGES.get(families[0], NOTHING) if families else NOTHING
