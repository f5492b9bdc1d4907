"""What becomes of Arabic text in a font: which glyph stands where. The only place that knows HarfBuzz.

Whoever cuts a font down can so prove that every text of the book is still set as it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import uharfbuzz  # type: ignore[import-untyped]  # no stubs

LONGEST = 4000
"""Characters that are shaped at once; the memory that HarfBuzz allows itself ends at some hundred thousand."""
_PIECE = re.compile(rf".{{1,{LONGEST - 1}}}(?:\s|$)|.{{1,{LONGEST}}}", re.DOTALL)
_NUMBER = re.compile(r"[\u0600-\u0605\u06dd]?[0-9\u0660-\u0669\u06f0-\u06f9]+")
"""Numbers, and the sign round the number of a verse with them: they run from left to right among Arabic."""


class Glyph(NamedTuple):
    """One glyph and its place, in units of the font."""

    number: int
    cluster: int
    advance: int
    x: int
    y: int


class Run(NamedTuple):
    """Text that is set in one direction, "rtl" or "ltr"."""

    text: str
    direction: str


def runs(texts: Iterable[str]) -> Iterator[Run]:
    """Yield Arabic `texts` as readers set them: from right to left, and the numbers in them from left to right."""
    for text in texts:
        for piece in _PIECE.finditer(text):
            yield Run(piece[0], "rtl")
        for number in _NUMBER.finditer(text):
            yield Run(number[0], "ltr")


class Shaper:
    """Sets Arabic text in one font."""

    def __init__(self, font: bytes) -> None:
        self._font = uharfbuzz.Font(uharfbuzz.Face(font))

    def shape(self, run: Run) -> tuple[Glyph, ...]:
        """Return the glyphs of a run, with the features that are on where nobody asks for others."""
        buffer = uharfbuzz.Buffer()
        buffer.add_str(run.text)
        buffer.direction, buffer.script, buffer.language = run.direction, "Arab", "ar"
        uharfbuzz.shape(self._font, buffer)
        return tuple(
            Glyph(info.codepoint, info.cluster, place.x_advance, place.x_offset, place.y_offset)
            for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        )
