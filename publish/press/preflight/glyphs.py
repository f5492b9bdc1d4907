"""Letters as an instruction shows them: how many, and whether the font has them."""

from __future__ import annotations

from typing import Any

import pikepdf
from pikepdf import Name


def letters(operands: bytes) -> int:
    """Return how many letters a line of text has, about: two bytes each where they are written as hexadecimal."""
    digits = sum(len(part.partition(b">")[0]) for part in operands.split(b"<")[1:])
    return max(digits // 4 or len(operands.strip()) - 2, 1)


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
