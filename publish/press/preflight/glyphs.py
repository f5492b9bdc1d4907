"""Letters as an instruction shows them: how many, how large, and whether the font has them."""

from __future__ import annotations

import re
from typing import Any

import pikepdf
from pikepdf import Name

_SHOWN = re.compile(rb"\((?:[^()\\]|\\.)*+\)|<[^>]*>", re.DOTALL)
_STENCIL = re.compile(rb"[\d.+\s-]*d1\b")
_MOST_GLYPHS = 256
"""Letters of a font that is drawn: codes of a byte."""


def name_of(font: Any) -> str:
    """Return what a font calls itself."""
    return "" if font is None else str(font.get("/BaseFont", font.get("/Name", "?"))).lstrip("/")


def letters(font: Any, operands: bytes) -> int:
    """Return how many letters a line of text has, about."""
    size = 2 if font is not None and font.get("/Subtype") == Name.Type0 else 1
    shown = _SHOWN.findall(operands)
    return max(sum(len(each) - 2 if each[:1] == b"(" else len(each) // 2 - 1 for each in shown) // size, 1)


def em(font: Any) -> float:
    """Return how large letters are for each unit of their size; 0 where a font that is drawn does not say."""
    if font is None or font.get("/Subtype") != Name.Type3:
        return 1
    box, matrix = font.get("/FontBBox"), font.get("/FontMatrix")
    if not isinstance(box, pikepdf.Array) or not isinstance(matrix, pikepdf.Array):
        return 0
    return abs(float(box[3]) - float(box[1])) * abs(float(matrix[3]))


def coloured_glyphs(font: Any) -> list[Any]:
    """Return the letters of a font that is drawn which bring colours of their own, and are no stencils."""
    glyphs = font.get("/CharProcs") if font.get("/Subtype") == Name.Type3 else None
    drawn = list(glyphs.values())[:_MOST_GLYPHS] if isinstance(glyphs, pikepdf.Dictionary) else []
    return [each for each in drawn if isinstance(each, pikepdf.Stream) and not _STENCIL.match(each.read_bytes())]


def shows_notdef(font: Any, operands: bytes) -> bool:
    """Say whether a line of text asks a font of two-byte codes for the glyph of what it does not have."""
    if font.get("/Subtype") != Name.Type0 or not str(font.get("/Encoding")).startswith("/Identity"):
        return False
    if b"0000" not in operands and b"\0" not in operands and b"\\000" not in operands:
        return False
    return any(b"\0\0" in (code[at : at + 2] for at in range(0, len(code), 2)) for code in _strings(operands))


def _strings(operands: bytes) -> list[bytes]:
    begins = min(at for sign in b"[(<" if (at := operands.find(sign)) >= 0)
    shown: Any = pikepdf.Object.parse(operands[begins:].strip())
    parts = shown if isinstance(shown, pikepdf.Array) else [shown]
    return [bytes(part) for part in parts if isinstance(part, pikepdf.String)]
