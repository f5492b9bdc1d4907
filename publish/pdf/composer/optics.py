"""How far signs hang in the margin, so that the edge of a column looks straight: shares of their width, face by face.

Small dark signs leave a hole in the edge where they stand within it; a hyphen more so than a bracket. Source: Robert
Bringhurst, “The Elements of Typographic Style”, 2.1 and 8. The shares of the roman were set by eye. Those of the other
faces of EB Garamond were computed from their outlines, so that as much of the ink of a sign hangs out as in the roman:
a leaning quotation mark has its ink far behind the place where its advance begins. What would hang less than a
twentieth, or be pushed in, stands where it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple


class Edge(NamedTuple):
    """Shares by which signs hang out, to the left and to the right."""

    left: dict[str, float]
    right: dict[str, float]


def _with(edge: Edge, left: dict[str, float], right: dict[str, float]) -> Edge:
    return Edge({**edge.left, **left}, {**edge.right, **right})


ROMAN = Edge(
    left={"“": 0.5, "‘": 0.6, "”": 0.4, "’": 0.5, "(": 0.12, "[": 0.1, "–": 0.25, "—": 0.15, "…": 0.1},
    right={
        "-": 0.6, "\u2010": 0.6, "\u2011": 0.6, ",": 0.6, ".": 0.65, ";": 0.4, ":": 0.4, "!": 0.2, "?": 0.15,
        "”": 0.5, "’": 0.6, "“": 0.4, "‘": 0.5, "–": 0.3, "—": 0.2, ")": 0.12, "]": 0.1, "…": 0.2,
    },
)  # fmt: skip
ITALIC = Edge(
    left={"“": 0.81, "‘": 1.18, "”": 0.66, "’": 0.99, "(": 0.09, "–": 0.25, "—": 0.15},
    right={
        "-": 0.59, "\u2010": 0.59, "\u2011": 0.59, ",": 0.87, ".": 0.89, ";": 0.39, ":": 0.33,
        "”": 0.23, "’": 0.13, "“": 0.08, "–": 0.29, "—": 0.19, "…": 0.27,
    },
)  # fmt: skip
HALF_BOLD = Edge(
    left={"“": 0.5, "‘": 0.61, "”": 0.4, "’": 0.5, "(": 0.11, "[": 0.07, "–": 0.24, "—": 0.14, "…": 0.08},
    right={
        "-": 0.6, "\u2010": 0.6, "\u2011": 0.6, ",": 0.58, ".": 0.69, ";": 0.36, ":": 0.4, "!": 0.2, "?": 0.11,
        "”": 0.5, "’": 0.61, "“": 0.39, "‘": 0.51, "–": 0.29, "—": 0.19, ")": 0.11, "]": 0.07, "…": 0.18,
    },
)  # fmt: skip
SMALL = {
    "roman": _with(ROMAN, {"(": 0.16}, {"!": 0.3, ")": 0.16}),
    "italic": _with(ITALIC, {"(": 0.08}, {",": 0.88, ";": 0.49, ")": 0.12}),
    "half-bold": _with(HALF_BOLD, {"(": 0.15}, {"!": 0.25, "?": 0.12, ")": 0.15}),
}
"""Small capitals have brackets and stops of their own."""
LOWER_CASE = {"roman": ROMAN, "italic": ITALIC, "half-bold": HALF_BOLD}
NOTHING = Edge({}, {})

_FAMILY = "Metin"
_BOLD = 500
"""Weight above which the half-bold face is taken; an italic has no other weight."""


def face_of(style: Mapping[str, Any]) -> str:
    """Return which face of the family a style asks for."""
    if style["font_style"] != "normal":
        return "italic"
    return "half-bold" if style["font_weight"] > _BOLD else "roman"


def edge_of(style: Mapping[str, Any]) -> Edge:
    """Return how signs in a style hang out; nothing does in families where nobody has looked."""
    if next(iter(style["font_family"]), "") != _FAMILY:
        return NOTHING
    return (LOWER_CASE if style["font_variant_caps"] == "normal" else SMALL)[face_of(style)]
