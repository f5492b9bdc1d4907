"""Text shaped by Pango once, read out of C: how wide every character is, and how its glyphs are written in a PDF.

    text ─ Pango ─ shape ─→ Shaping      widths up to every character, and TJ strings if one font draws it all

Widths are those that will be drawn, rounding and all, so that a line is exactly as long as it was planned.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate, compress, islice
from typing import Any

from weasyprint.text import line_break  # type: ignore[import-untyped]  # no stubs
from weasyprint.text.ffi import FROM_UNITS, ffi, gobject, pango, unicode_to_char_p  # type: ignore[import-untyped]
from weasyprint.text.fonts import get_pango_font_key  # type: ignore[import-untyped]  # no stubs

ffi.cdef("""
    void pango_glyph_item_get_logical_widths(PangoGlyphItem *, const char *, int *);
    gpointer g_object_ref(gpointer);
""")

SPACES = " \u00a0"
GAP = "\0"
"""Stands in a TJ string behind every space, where what justification adds is written."""
_INFO = 20
"""Bytes of a PangoGlyphInfo: glyph, width, x, y, flags."""
_WORDS = _INFO // 4
_UNIT = 4
_LEVEL = 0xFF
"""WeasyPrint 70.0 declares the byte as a whole number, so that others stand above it."""
_EMPTY, _UNKNOWN = 0x0FFFFFFF, 0x10000000
_IS_LINE_BREAK = 1
"""First bit of a PangoLogAttr."""
_BEGINS = bytes(byte & 0xC0 != 0x80 for byte in range(256))
"""For every byte of UTF-8 whether a character begins with it."""


class Font:
    """A font in one size, as Pango gives it: advances of its glyphs, and how they are written."""

    __slots__ = ("advances", "ink", "logical", "pango_font", "per_em", "reaches", "size", "widths", "written")

    def __init__(self, pango_font: Any) -> None:
        gobject.g_object_ref(pango_font)
        self.pango_font = pango_font
        self.size: float = get_pango_font_key(pango_font)[2]
        self.per_em = 1000 * FROM_UNITS / self.size
        self.ink, self.logical = ffi.new("PangoRectangle *"), ffi.new("PangoRectangle *")
        self.widths: dict[int, int] = {}
        """Widths of glyphs in thousandths of an em, as the PDF declares them."""
        self.written: dict[tuple[int, int], tuple[str, float]] = {}
        self.reaches: dict[int, tuple[int, int]] = {}

    def write(self, glyph: int, advance: int) -> tuple[str, float]:
        """Return a glyph as part of a TJ string, and its advance in CSS pixels; `advance` is in Pango units."""
        known = self.written.get((glyph, advance))
        if known is not None:
            return known
        width = self.width(glyph)
        kern = round(width - advance * self.per_em)
        text = f"{glyph:04x}>{kern}<" if kern else f"{glyph:04x}"
        made = self.written[glyph, advance] = text, (width - kern) * self.size / 1000
        return made

    def width(self, glyph: int) -> int:
        """Return the width of a glyph in thousandths of an em."""
        width = self.widths.get(glyph)
        if width is None:
            pango.pango_font_get_glyph_extents(self.pango_font, glyph, self.ink, self.logical)
            width = self.widths[glyph] = round(self.logical.width * self.per_em)
        return width

    def reach(self, glyph: int) -> tuple[int, int]:
        """Return how far the ink of a glyph goes above and below the baseline, in Pango units."""
        reach = self.reaches.get(glyph)
        if reach is None:
            pango.pango_font_get_glyph_extents(self.pango_font, glyph, self.ink, self.logical)
            reach = self.reaches[glyph] = -self.ink.y, self.ink.y + self.ink.height
        return reach


@dataclass(slots=True)
class Shaping:
    """A text as Pango shaped it, on one line."""

    widths: array[float]
    """Width in CSS pixels up to every character, and up to the end."""
    height: float
    baseline: float
    direction: int
    """Of its first line, as Pango resolved it."""
    breaks: tuple[int, ...]
    """Characters before which Unicode lets a line begin (UAX 14)."""
    font: Font | None
    """The font of all of it; none where Pango must draw it: other scripts, several fonts, marks set apart."""
    written: list[str]
    """How the glyphs of every character are written, where there is one font."""
    joined: bytearray
    """Whether a character is drawn by the glyph of the one before it: ligatures."""
    characters: dict[int, str]
    """What the glyphs stand for."""
    ink: list[tuple[int, float, float]] = field(default_factory=list)
    """How far what is written from right to left goes above and below the baseline: by character, in CSS pixels."""

    @property
    def is_scaled(self) -> bool:
        """Whether its glyphs may be made wider or narrower."""
        return self.font is not None


def shape(text: str, style: Any, fonts: dict[int, Font], space: float | None) -> Shaping:
    """Shape a text in a style, its spaces at least `space` em wide; None leaves all of it to Pango.

    `fonts` are those of the document; those of another one must not be used.
    """
    layout = line_break.Layout(style)
    pango.pango_layout_set_single_paragraph_mode(layout.layout, True)
    layout.set_text(text)
    line, _ = layout.get_first_line()
    _, height = line_break.line_size(line, style)
    baseline = pango.pango_layout_get_baseline(layout.layout) * FROM_UNITS
    shaping = Shaping(
        array("d"), height, baseline, layout.first_line_direction, _breaks(layout, len(text)), None, [], bytearray(), {}
    )
    if space is None or not _read(shaping, line, text, fonts, round(space * 1000)):
        shaping.font, shaping.written, shaping.joined = None, [], bytearray(len(text) + 1)
        shaping.widths = _logical_widths(line, text)
        shaping.ink = list(_ink(line, text, fonts))
    return shaping


def _breaks(layout: Any, count: int) -> tuple[int, ...]:
    attributes = pango.pango_layout_get_log_attrs_readonly(layout.layout, ffi.NULL)
    bits = array("I", ffi.buffer(attributes, _UNIT * (count + 1))[:])
    return tuple(compress(range(1, count), map(_IS_LINE_BREAK.__and__, bits[1:])))


def _offsets(text: str) -> list[int] | None:
    """Return the character that every byte of UTF-8 belongs to; None where they are the same."""
    raw = text.encode()
    if len(raw) == len(text):
        return None
    return [*islice(accumulate(raw.translate(_BEGINS), initial=-1), 1, None), len(text)]


def _read(shaping: Shaping, line: Any, text: str, fonts: dict[int, Font], space: int) -> bool:
    """Read glyphs and widths of a line from left to right in one font; return whether it is one."""
    offsets = _offsets(text)
    count = len(text)
    written, joined, widths = [""] * count, bytearray(count + 1), array("d", bytes(8 * (count + 1)))
    shaping.written, shaping.joined, shaping.widths = written, joined, widths
    total, node = 0.0, line.runs[0]
    while node != ffi.NULL:
        item, string = node.data.item, node.data.glyphs
        node = node.next
        font = _font(item.analysis.font, fonts)
        if item.analysis.level & _LEVEL or shaping.font not in (None, font):
            return False
        shaping.font = font
        number = string.num_glyphs
        info = array("i", ffi.buffer(string.glyphs, number * _INFO)[:])
        glyphs = info[0::_WORDS]
        if any(info[2::_WORDS]) or any(info[3::_WORDS]) or any(glyph & _UNKNOWN for glyph in glyphs):
            return False
        places = array("i", ffi.buffer(string.log_clusters, number * _UNIT)[:])
        places.append(item.length)
        total = _read_run(shaping, font, glyphs, info[1::_WORDS], places, item.offset, offsets, text, total, space)
    return shaping.font is not None


def _read_run(
    shaping: Shaping,
    font: Font,
    glyphs: array[int],
    advances: array[int],
    places: array[int],
    first: int,
    offsets: list[int] | None,
    text: str,
    total: float,
    space: int,
) -> float:
    """Read the clusters of a run behind a text `total` wide; return the width with it."""
    written, joined, widths, characters = shaping.written, shaping.joined, shaping.widths, shaping.characters
    known, write = font.written, font.write
    begins = [first + place for place in places] if offsets is None else [offsets[first + place] for place in places]
    index, number = 0, len(glyphs)
    while index < number:
        start, end, glyph = begins[index], begins[index + 1], glyphs[index]
        if end == start + 1 and glyph != _EMPTY:  # as nearly all: a character drawn by a glyph
            following = index + 1
            strings, width = known.get((glyph, advances[index])) or write(glyph, advances[index])
            if glyph not in characters:
                characters[glyph] = text[start]
        else:
            following, strings, width = _read_cluster(shaping, font, glyphs, advances, begins, index, text)
            end = begins[following]
        if text[start] in SPACES:
            more = max(0, space - font.width(glyph))
            strings += f">{-more}<{GAP}" if more else GAP
            width += more * font.size / 1000
        written[start] = strings
        for at in range(start + 1, end):
            widths[at] = total + width * (at - start) / (end - start)
            joined[at] = 1
        total += width
        widths[end] = total
        index = following
    return total


def _read_cluster(
    shaping: Shaping,
    font: Font,
    glyphs: array[int],
    advances: array[int],
    begins: list[int],
    index: int,
    text: str,
) -> tuple[int, str, float]:
    """Return behind which glyph a cluster ends, how it is written, and how wide it is."""
    following = index + 1
    while begins[following] == begins[index]:
        following += 1
    strings, width = "", 0.0
    for at in range(index, following):
        glyph = glyphs[at]
        if glyph != _EMPTY:
            string, advance = font.write(glyph, advances[at])
            strings += string
            width += advance
            if glyph not in shaping.characters:
                shaping.characters[glyph] = text[begins[index] : begins[following]] if at == index else ""
    return following, strings, width


def _font(pango_font: Any, fonts: dict[int, Font]) -> Font:
    address = int(ffi.cast("uintptr_t", pango_font))
    font = fonts.get(address)
    if font is None:
        font = fonts[address] = Font(pango_font)
    return font


def _logical_widths(line: Any, text: str) -> array[float]:
    """Return the widths up to every character, whatever the direction and the fonts."""
    offsets = _offsets(text)
    units = array("i", bytes(_UNIT * len(text)))
    characters, _kept = unicode_to_char_p(text)
    node = line.runs[0]
    while node != ffi.NULL:
        item = node.data.item
        own = ffi.new("int[]", item.num_chars)
        pango.pango_glyph_item_get_logical_widths(node.data, characters, own)
        start = item.offset if offsets is None else offsets[item.offset]
        units[start : start + item.num_chars] = array("i", ffi.buffer(own)[:])
        node = node.next
    widths, total = array("d", [0.0]), 0
    for width in units:
        total += width
        widths.append(total * FROM_UNITS)
    return widths


def _ink(line: Any, text: str, fonts: dict[int, Font]) -> Iterator[tuple[int, float, float]]:
    """Yield how far the glyphs go above and below the baseline that stand from right to left, and their characters."""
    offsets, node = _offsets(text), line.runs[0]
    while node != ffi.NULL:
        item, string = node.data.item, node.data.glyphs
        node = node.next
        if item.analysis.level & 1:
            font, number = _font(item.analysis.font, fonts), string.num_glyphs
            info = array("i", ffi.buffer(string.glyphs, number * _INFO)[:])
            places = array("i", ffi.buffer(string.log_clusters, number * _UNIT)[:])
            for glyph, lower, place in zip(info[0::_WORDS], info[3::_WORDS], places, strict=True):
                if glyph < _EMPTY:
                    above, below = font.reach(glyph)
                    at = item.offset + place
                    at = at if offsets is None else offsets[at]
                    yield at, (above - lower) * FROM_UNITS, (below + lower) * FROM_UNITS
