"""What the pages of a PDF of ours have written on them: each piece of marked content, its text and its place.

content ─ matrices, fonts ─→ Piece      by the number that the structure calls it by
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from pypdf import PageObject
from pypdf.generic import ContentStream, DictionaryObject

_CHARACTERS = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
_SECTION = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_WIDTHS = 1000
"""Parts of an em that widths are counted in."""
_IDENTITY = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

Matrix = tuple[float, float, float, float, float, float]


class Piece(NamedTuple):
    """Text that was drawn in one go."""

    text: str
    """In the order in which it was drawn."""
    height: float
    """Of its baseline, in points from the top of the page."""
    left: float
    right: float
    size: float
    """Of its letters, in points."""


class Font(NamedTuple):
    """What the codes of a font mean, and how wide they are."""

    meanings: dict[bytes, str]
    widths: dict[int, float]


class Pieces:
    """The marked content of one page."""

    def __init__(self, page: PageObject, fonts: dict[int, Font]) -> None:
        self.by_number: dict[int, Piece] = {}
        resources: Any = page["/Resources"]
        self._fonts, self._known = resources.get("/Font", {}), fonts
        self._bottom = float(page.trimbox.top)
        self._matrix, self._stack = _IDENTITY, list[Matrix]()
        self._numbers = list[int | None]()
        self._font, self._size = Font({}, {}), 0.0
        self._at: Matrix = _IDENTITY
        stream = page.get_contents()
        for operands, operator in ContentStream(stream, page.pdf).operations if stream is not None else ():
            if done := _OPERATORS.get(operator):
                done(self, operands)

    def _save(self, operands: Any) -> None:
        self._stack.append(self._matrix)

    def _restore(self, operands: Any) -> None:
        self._matrix = self._stack.pop()

    def _transform(self, operands: Any) -> None:
        self._matrix = _times(_matrix(operands), self._matrix)

    def _begin(self, operands: Any) -> None:
        named = len(operands) > 1 and isinstance(operands[1], DictionaryObject)
        self._numbers.append(operands[1].get("/MCID") if named else None)

    def _end(self, operands: Any) -> None:
        self._numbers.pop()

    def _place(self, operands: Any) -> None:
        self._at = _matrix(operands)

    def _choose(self, operands: Any) -> None:
        font = self._fonts[operands[0]].get_object()
        if id(font) not in self._known:
            self._known[id(font)] = Font(_meanings(font), _widths(font))
        self._font, self._size = self._known[id(font)], float(operands[1])

    def _show(self, operands: Any) -> None:
        number = next((number for number in reversed(self._numbers) if number is not None), None)
        if number is None:
            return
        raw, moved = b"", 0.0
        for each in operands[0] if isinstance(operands[0], list) else operands:
            if hasattr(each, "original_bytes"):
                raw += each.original_bytes
            else:
                moved -= float(each)
        codes = [raw[at : at + 2] for at in range(0, len(raw), 2)]
        moved += sum(self._font.widths.get(int.from_bytes(code), 0.0) for code in codes)
        a, _, _, _, left, y = _times(self._at, self._matrix)
        right = left + moved * self._size * a / _WIDTHS
        text = "".join(self._font.meanings.get(code, "") for code in codes)
        piece = Piece(text, self._bottom - y, min(left, right), max(left, right), self._size * abs(a))
        if before := self.by_number.get(number):
            piece = Piece(
                before.text + text,
                before.height,
                min(before.left, piece.left),
                max(before.right, piece.right),
                piece.size,
            )
        self.by_number[number] = piece


_OPERATORS = {
    b"q": Pieces._save,
    b"Q": Pieces._restore,
    b"cm": Pieces._transform,
    b"BDC": Pieces._begin,
    b"BMC": Pieces._begin,
    b"EMC": Pieces._end,
    b"Tm": Pieces._place,
    b"Tf": Pieces._choose,
    b"TJ": Pieces._show,
    b"Tj": Pieces._show,
}


def _matrix(operands: Any) -> Matrix:
    a, b, c, d, e, f = map(float, operands)
    return a, b, c, d, e, f


def _times(first: Matrix, second: Matrix) -> Matrix:
    """Return the matrix that applies `first`, then `second` (ISO 32000-1, 8.3.4)."""
    a, b, c, d, e, f = first
    p, q, r, s, x, y = second
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + x, e * q + f * s + y


def _meanings(font: Any) -> dict[bytes, str]:
    """Return what the codes of a font mean, two bytes each, as WeasyPrint writes it."""
    meant = dict[bytes, str]()
    for section in _SECTION.findall(font["/ToUnicode"].get_data()):
        for code, text in _CHARACTERS.findall(section):
            meant[bytes.fromhex(code.decode())] = bytes.fromhex(text.decode()).decode("utf-16-be", "replace")
    return meant


def _widths(font: Any) -> dict[int, float]:
    """Return the widths of the codes of a font: runs of them, each after its first code (ISO 32000-1, 9.7.4.3)."""
    widths, first = dict[int, float](), 0
    for entry in font["/DescendantFonts"][0].get_object().get("/W", ()):
        if isinstance(entry, list):
            widths |= {first + at: float(width) for at, width in enumerate(entry)}
        else:
            first = int(entry)
    return widths
