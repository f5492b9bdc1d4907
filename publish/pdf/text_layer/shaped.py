"""A line as Pango shaped it, read out of C into plain values: words of glyphs, with their characters and places.

    PangoLayoutLine ─ read ─→ (Run, …) ─ words ─→ (Word, …)

The numbers of a word do not depend on the size it is set in, so that the same word has the same codes wherever it
stands: glyphs and offsets in font units, advances in thousandths of an em.
"""

from __future__ import annotations

import re
import struct
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

from weasyprint.text.ffi import FROM_UNITS, ffi, pango  # type: ignore[import-untyped]  # no stubs

THOUSANDTHS = 1000
"""Glyph space of PDF: widths and the numbers of `TJ` are thousandths of the font size."""
_GLYPH = struct.Struct("=IiiiI")
"""PangoGlyphInfo: glyph, advance, offset to the right, offset down, flags; in Pango units."""
_LEVEL = 0xFF
"""Of the level of embedding, a byte that WeasyPrint 70.0 declares as a whole number: the rest is rubbish."""
_SPACES = {ord(space): " " for space in "\u00a0\u2007\u202f"}
"""Spaces at which no line ends are spaces to who copies them; pdftotext would end an Arabic word before and behind."""
_BLANK = re.compile(b"|".join((b" ", *(chr(space).encode() for space in _SPACES))))
_WORD = 4
"""Bytes of each of its numbers."""
_FLAGS = 16
"""Byte at which the flags begin."""


class Piece(NamedTuple):
    """A glyph of the font as part of what is drawn, in font units from where the drawing starts."""

    glyph: int
    right: int
    up: int


class Cluster(NamedTuple):
    """Characters that Pango drew together, in the order of reading."""

    text: str
    pieces: tuple[Piece, ...]
    advance: float
    """Thousandths of an em."""


class Word(NamedTuple):
    """What stands between two spaces of a run, or one space."""

    start: int
    """Where it begins in the text of the line, in bytes of UTF-8."""
    text: bytes
    """UTF-8."""
    glyphs: bytes
    """PangoGlyphInfo of every glyph, from the left."""
    clusters: tuple[int, ...]
    """Where the characters of every glyph begin in `text`."""


class Run(NamedTuple):
    """Glyphs of one font and one direction."""

    pango_font: Any
    level: int
    """Level of embedding; odd where the text runs from right to left."""
    start: int
    """Where it begins in the text of the line, in bytes of UTF-8."""
    text: bytes
    glyphs: bytes
    clusters: tuple[int, ...]
    """Where the characters of every glyph begin in `text`."""

    @property
    def lacks_glyphs(self) -> bool:
        """Whether the font has no glyph for some character."""
        numbers = array("I", self.glyphs)[:: _GLYPH.size // _WORD]
        return bool(max(numbers, default=0) >= pango.PANGO_GLYPH_UNKNOWN_FLAG)


class Scale(NamedTuple):
    """What turns Pango's numbers into those of a font: one for every size of it."""

    pango_font: Any
    size: float
    """CSS pixels."""
    upem: int
    """Font units to the em."""
    nominal: dict[int, int]
    """Advances of glyphs as the font has them, in thousandths of an em; filled as they are asked for."""

    def cluster(self, text: bytes, glyphs: bytes) -> Cluster:
        """Return what one of `slices` says.

        Every number is that of WeasyPrint 70.0 (draw/text.py), with what it rounds and that it takes 1024 for 1000:
        the page looks as it does without us.
        """
        pieces: list[Piece] = []
        pen = 0.0
        for glyph, width, right, down, _ in _GLYPH.iter_unpack(glyphs):
            if glyph == pango.PANGO_GLYPH_EMPTY:
                pen += width / self.size
                continue
            advance = width * THOUSANDTHS * FROM_UNITS / self.size
            offset, rise = right / self.size, -down / self.size
            pieces.append(Piece(glyph, self._units(pen + offset), self._units(rise)))
            nominal = self.nominal.get(glyph)
            if nominal is None:
                nominal = self.nominal[glyph] = self._measure(glyph)
            pen += offset + nominal - int(nominal + offset - advance)
        return Cluster(text.decode().translate(_SPACES), tuple(pieces), pen)

    def _units(self, thousandths: float) -> int:
        return round(thousandths * self.upem / THOUSANDTHS)

    def _measure(self, glyph: int) -> int:
        ink, logical = ffi.new("PangoRectangle *"), ffi.new("PangoRectangle *")
        pango.pango_font_get_glyph_extents(self.pango_font, glyph, ink, logical)
        thousandths: int = round(logical.width * THOUSANDTHS * FROM_UNITS / self.size)
        return thousandths


def read(line: Any, text: bytes) -> tuple[Run, ...]:
    """Return the runs of a PangoLayoutLine from the left; `text` is that of its layout."""
    runs, node = [], line.runs[0]
    while node != ffi.NULL:
        item, string = node.data.item, node.data.glyphs
        characters = text[item.offset : item.offset + item.length]
        places = tuple(ffi.unpack(string.log_clusters, string.num_glyphs))
        level = item.analysis.level & _LEVEL
        runs.append(Run(item.analysis.font, level, item.offset, characters, _glyphs(string), places))
        node = node.next
    return tuple(runs)


def _glyphs(string: Any) -> bytes:
    """Return PangoGlyphInfo of every glyph, with nothing for the flags: most of their bits are never set."""
    count = string.num_glyphs
    glyphs = bytearray(ffi.buffer(string.glyphs, count * _GLYPH.size))
    for byte in range(_FLAGS, _GLYPH.size):
        glyphs[byte :: _GLYPH.size] = bytes(count)
    return bytes(glyphs)


def words(run: Run) -> Iterator[Word]:
    """Yield the words and the spaces of `run`, from the left."""
    backwards = run.level % 2
    places = run.clusters[::-1] if backwards else run.clusters
    count = len(places)
    bounds = list(pairwise((0, *_cuts(run.text, frozenset(places), backwards), len(run.text))))
    for begin, end in reversed(bounds) if backwards else bounds:
        first, last = bisect_left(places, begin), bisect_left(places, end)
        if backwards:
            first, last = count - last, count - first
        if first < last:
            yield _cut(run, begin, end, first, last)


def _cuts(text: bytes, places: frozenset[int], backwards: int) -> Iterator[int]:
    """Yield where a space that is a cluster of its own begins and ends in `text`, but for the ends of it."""
    done, count = 0, len(text)
    for blank in _BLANK.finditer(text):
        begin, end = blank.span()
        is_last = end == count
        if begin not in places or not (is_last or (end in places and not (backwards and _is_mark(text, end)))):
            continue
        if begin > done:
            yield begin
        if not is_last:
            yield end
        done = end


def _cut(run: Run, begin: int, end: int, first: int, last: int) -> Word:
    """Return what stands from byte `begin` to `end`, its glyphs those from `first` to `last`."""
    glyphs = run.glyphs[first * _GLYPH.size : last * _GLYPH.size]
    places = tuple(place - begin for place in run.clusters[first:last])
    return Word(run.start + begin, run.text[begin:end], glyphs, places)


def _bounds(text: bytes, places: tuple[int, ...], backwards: int) -> Iterator[tuple[int, int, int]]:
    """Yield where the characters of each cluster begin and end, and the number of the glyph behind it, from the left.

    Marks that Pango gave a cluster of their own (behind a joiner) belong to that of their letter.
    """
    count, end, index = len(places), len(text), 0
    while index < count:
        begin = places[index]
        while index < count and (places[index] == begin or (backwards and _is_mark(text, begin))):
            begin = places[index]
            index += 1
        if not backwards:
            end = places[index] if index < count else len(text)
        yield begin, end, index
        end = begin


def _is_mark(text: bytes, place: int) -> bool:
    lead = text[place]
    character = text[place : place + (1 if lead < 0x80 else 2 if lead < 0xE0 else 3 if lead < 0xF0 else 4)].decode()
    return unicodedata.combining(character) != 0


def slices(word: Word, *, backwards: bool) -> Iterator[tuple[bytes, bytes]]:
    """Yield the characters (UTF-8) and the glyphs of each cluster of `word`, from the left."""
    first = 0
    for begin, end, last in _bounds(word.text, word.clusters, backwards):
        yield word.text[begin:end], word.glyphs[first * _GLYPH.size : last * _GLYPH.size]
        first = last
