"""A font made for the text layer: its glyphs are the pictures of whole clusters, its codes what readers need.

It stands in the PDF beside the font that WeasyPrint embeds for left-to-right text, and is written by WeasyPrint like
any other: code, character identifier and glyph index are one number.
"""

from __future__ import annotations

from hashlib import md5
from itertools import count
from typing import Any

from weasyprint.pdf.fonts import Font  # type: ignore[import-untyped]  # no stubs
from weasyprint.text.fonts import get_pango_font_key  # type: ignore[import-untyped]  # no stubs

from publish.pdf.text_layer import truetype
from publish.pdf.text_layer.codes import Code, moved
from publish.pdf.text_layer.shaped import Scale

HIGHEST = 50_000
"""Number of codes from which on a new face is begun: a font holds no more than 65,535 glyphs, the parts that they are
made of among them."""
FARTHEST = 32
"""Em that a picture may stand from its code: a TrueType font counts in sixteen bits with a sign, and the em of ours has
a thousand units."""
COARSEST = 16
"""The smallest number of units that an em may have."""


class Face(Font):  # type: ignore[misc]  # WeasyPrint has no stubs
    """Codes of one font file, numbered as they are first used."""

    name: bytes
    hash: str
    file_content: bytes

    def __init__(self, pango_font: Any, description: Any, size: float, shrunk: int, number: int) -> None:
        super().__init__(pango_font, description, size)
        self.shrunk = shrunk
        """How many units of the font file are one of ours: in a long line a picture may stand far from its code."""
        self.upem //= shrunk
        digest = md5(b"%s text layer %d %d" % (self.name, shrunk, number), usedforsecurity=False).digest()
        stock = self.hash.encode()
        self.hash = "".join(chr(ord("A") + byte % 26) for byte in digest[:6])
        self.name = self.name.replace(stock, self.hash.encode(), 1)
        self.numbers: dict[Code, int] = {}
        self.nominal: dict[int, int] = {}
        """Advances of the glyphs of the font, in thousandths of an em."""
        self.known: dict[Any, Any] = {}
        """What was made already of words and clusters, by what Pango made of them."""

    @property
    def has_outlines(self) -> bool:
        """Whether the font has outlines of the kind that are put together here."""
        drawn = self.bitmap or self.png or self.svg or self.colr
        return "glyf" in self.tables and "fvar" not in self.tables and not drawn and self.upem >= COARSEST

    @property
    def is_full(self) -> bool:
        """Whether another face is needed for more codes."""
        return len(self.numbers) >= HIGHEST

    def write(self, codes: tuple[Code, ...], shift: float = 0) -> str:
        """Return `codes` in hexadecimal; what they draw stands `shift` thousandths of an em to the right of them."""
        return "".join(f"{self._number(code, shift):04x}" for code in codes)

    def _number(self, code: Code, shift: float) -> int:
        if shift and code.pieces:
            code = code._replace(pieces=moved(code.pieces, shift, self.upem))
        number = self.numbers.get(code)
        if number is None:
            number = self.numbers[code] = len(self.numbers) + 1
            self.to_unicode[number] = code.text
            self.widths[number] = code.width
        return number

    def clean(self, to_unicode: dict[int, str], hinting: bool) -> None:
        """Replace the font file by one that has our glyphs; it has no hints, whatever `hinting` says."""
        glyphs = [(code.pieces, code.width) for code in self.numbers]
        self.file_content = truetype.compose(self.file_content, self.index, glyphs, self.shrunk)


def of(stream: Any, pango_font: Any, reach: float) -> tuple[Face, Scale] | None:
    """Return the face in which `stream` writes text of `pango_font` in a line of `reach` em, and its scale.

    Nothing where the font has no outlines that could be put together.
    """
    key, description, size = get_pango_font_key(pango_font)
    shrunk = 1
    while reach > FARTHEST * shrunk:
        shrunk *= 2
    for number in count():
        name = ("text layer", key, shrunk, number)
        face = stream._fonts.get(name) or Face(pango_font, description, size, shrunk, number)
        if not face.has_outlines:
            return None
        if not face.is_full:
            stream._fonts[name] = face
            break
    return face, Scale(pango_font, size, face.upem, face.nominal)
