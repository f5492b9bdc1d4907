"""Whether every letter is in the file, and is one that can be printed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Name

from publish.press.preflight.glyphs import name_of
from publish.press.preflight.registry import Examined, Fault, check

_FILES = ("/FontFile", "/FontFile2", "/FontFile3")


def is_embedded(font: Any) -> bool:
    """Say whether the shapes of a font's letters are in the file."""
    if font.get("/Subtype") == Name.Type3:
        return True
    if font.get("/Subtype") == Name.Type0:
        within = font.get("/DescendantFonts")
        font = within[0] if isinstance(within, pikepdf.Array) and len(within) else pikepdf.Dictionary()
    described = font.get("/FontDescriptor")
    return isinstance(described, pikepdf.Dictionary) and any(
        isinstance(described.get(key), pikepdf.Stream) for key in _FILES
    )


@check
def fonts_are_embedded(file: Examined) -> Iterator[Fault]:
    """Find B111 (not in the file) and B112 (Type 3: letters that are drawings)."""
    for sheet, painted in file.pages:
        for font, box in painted.fonts:
            code = "B112" if font.get("/Subtype") == Name.Type3 else None if is_embedded(font) else "B111"
            if code:
                yield Fault(code, sheet.number, sheet.area(box), name_of(font))


@check
def no_letter_is_missing(file: Examined) -> Iterator[Fault]:
    """Find B113: a box or nothing where a letter should be."""
    for sheet, painted in file.pages:
        for name, box in painted.notdef:
            yield Fault("B113", sheet.number, sheet.area(box), name)
