"""A TrueType font whose glyphs are put together from glyphs of another: composites, each with an advance of its own.

    0          .notdef
    1 … n      the composites, in the order given
    n+1 …      the glyphs that they are made of, without hints

Only what a PDF needs of a TrueType font is written (ISO 32000-1, 9.9): no names, no character map. The tables are
written byte by byte after the OpenType specification (“glyf”, “loca”, “hmtx”, “maxp”); with the objects of fontTools
it takes ten times as long.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from fontTools.ttLib.sfnt import SFNTReader, SFNTWriter  # type: ignore[import-untyped]  # no stubs

from publish.pdf.text_layer.shaped import THOUSANDTHS, Piece

_HEADER = struct.Struct(">hhhhh")
"""Number of contours (-1: made of others), then the box: left, bottom, right, top."""
_COMPONENT = struct.Struct(">HHhh")
"""Flags, glyph, right, up."""
_ARGUMENTS_ARE_WORDS, _ARGUMENTS_ARE_OFFSETS, _MORE, _INSTRUCTIONS = 0x0001, 0x0002, 0x0020, 0x0100
_HAS_A_SCALE, _OFFSETS_ARE_NOT_SCALED = 0x0008, 0x1000
_ONE = 0x4000
"""A scale of 1, in fixed point."""
_SCALES = {_HAS_A_SCALE: 2, 0x0040: 4, 0x0080: 8}
"""Flags of a component that say how many bytes of scale follow it."""
_LONG_OFFSETS = 1


class _Outline(NamedTuple):
    """A glyph of the source, and what the table “maxp” counts of it."""

    data: bytes
    """Without hints."""
    box: tuple[int, int, int, int]
    points: int
    contours: int
    depth: int
    """Of composites in composites."""
    components: tuple[tuple[int, int], ...]
    """Where in `data` the number of a glyph stands that this one is made of, and that number."""


class _Source:
    """Glyphs of a TrueType font, read when asked for."""

    def __init__(self, content: bytes, index: int, shrunk: int) -> None:
        self.shrunk = shrunk
        self.tables = SFNTReader(io.BytesIO(content), fontNumber=index)
        self._glyf = self.tables["glyf"]
        self.upem: int = struct.unpack_from(">H", self.tables["head"], 18)[0]
        is_long: int = struct.unpack_from(">h", self.tables["head"], 50)[0]
        loca = self.tables["loca"]
        offsets = struct.unpack(f">{len(loca) // (4 if is_long else 2)}{'I' if is_long else 'H'}", loca)
        self._offsets = offsets if is_long else tuple(offset * 2 for offset in offsets)
        self._metrics_count: int = struct.unpack_from(">H", self.tables["hhea"], 34)[0]
        self._metrics = self.tables["hmtx"]
        self._outlines: dict[int, _Outline] = {}

    def advance(self, glyph: int) -> int:
        """Return the advance of `glyph` in font units."""
        place = min(glyph, self._metrics_count - 1) * 4
        advance: int = struct.unpack_from(">H", self._metrics, place)[0]
        return advance

    def outline(self, glyph: int) -> _Outline:
        """Return what is drawn for `glyph`."""
        outline = self._outlines.get(glyph)
        if outline is None:
            data = self._glyf[self._offsets[glyph] : self._offsets[glyph + 1]]
            contours, *box = _HEADER.unpack_from(data) if data else (0, 0, 0, 0, 0)
            if contours > 0:
                outline = _simple(data, contours, (box[0], box[1], box[2], box[3]))
            elif contours < 0:
                outline = self._composite(data, (box[0], box[1], box[2], box[3]))
            else:
                outline = _Outline(b"", (0, 0, 0, 0), 0, 0, 0, ())
            self._outlines[glyph] = outline
        return outline

    def _composite(self, data: bytes, box: tuple[int, int, int, int]) -> _Outline:
        kept, components, place, flags = bytearray(data), [], _HEADER.size, _MORE
        while flags & _MORE:
            flags, glyph = struct.unpack_from(">HH", data, place)
            struct.pack_into(">H", kept, place, flags & ~_INSTRUCTIONS)
            components.append((place + 2, glyph))
            place += 8 if flags & _ARGUMENTS_ARE_WORDS else 6
            place += sum(size for flag, size in _SCALES.items() if flags & flag)
        parts = [self.outline(glyph) for _, glyph in components]
        return _Outline(bytes(kept[:place]), box, *_counted(parts), tuple(components))


def _simple(data: bytes, contours: int, box: tuple[int, int, int, int]) -> _Outline:
    ends = _HEADER.size + 2 * contours
    points = struct.unpack_from(">H", data, ends - 2)[0] + 1
    hints = struct.unpack_from(">H", data, ends)[0]
    return _Outline(data[:ends] + b"\0\0" + data[ends + 2 + hints :], box, points, contours, 0, ())


def _counted(parts: Sequence[_Outline]) -> tuple[int, int, int]:
    """Return points, contours and depth of a glyph made of `parts`."""
    deepest = max((part.depth for part in parts), default=0)
    return sum(part.points for part in parts), sum(part.contours for part in parts), deepest + 1


def compose(source: bytes, index: int, glyphs: Sequence[tuple[tuple[Piece, ...], int]], shrunk: int = 1) -> bytes:
    """Return a font of `glyphs`, each the pieces it is made of and its advance (thousandths of an em).

    `index` is the number of the font in a collection. A unit of the new font, in which the places of the pieces are
    given, is `shrunk` units (a power of two) of the source. The same arguments give the same bytes.
    """
    font = _Source(source, index, shrunk)
    used = _closure(font, (piece.glyph for pieces, _ in glyphs for piece in pieces))
    numbers = {0: 0, **{glyph: number for number, glyph in enumerate(used, len(glyphs) + 1)}}
    outlines = [font.outline(0)._replace(data=_renumbered(font.outline(0), numbers))]
    advances = [font.advance(0)]
    for pieces, width in glyphs:
        outlines.append(_put_together(font, pieces, numbers))
        advances.append(round(width * font.upem / shrunk / THOUSANDTHS))
    for glyph in used:
        outlines.append(font.outline(glyph)._replace(data=_renumbered(font.outline(glyph), numbers)))
        advances.append(font.advance(glyph))
    return _written(font, outlines, advances)


def _closure(font: _Source, glyphs: Iterable[int]) -> list[int]:
    """Return `glyphs` and those that they and .notdef are made of, in order, .notdef left out."""
    found, waiting = set[int](), [0, *glyphs]
    while waiting:
        glyph = waiting.pop()
        if glyph not in found:
            found.add(glyph)
            waiting += [part for _, part in font.outline(glyph).components]
    return sorted(found - {0})


def _put_together(font: _Source, pieces: Iterable[Piece], numbers: dict[int, int]) -> _Outline:
    """Return a composite of those `pieces` that draw anything."""
    seen = [(piece, font.outline(piece.glyph)) for piece in pieces]
    seen = [(piece, outline) for piece, outline in seen if outline.data]
    if not seen:
        return _Outline(b"", (0, 0, 0, 0), 0, 0, 0, ())
    box = (
        min(outline.box[0] // font.shrunk + piece.right for piece, outline in seen),
        min(outline.box[1] // font.shrunk + piece.up for piece, outline in seen),
        max(-(-outline.box[2] // font.shrunk) + piece.right for piece, outline in seen),
        max(-(-outline.box[3] // font.shrunk) + piece.up for piece, outline in seen),
    )
    data = [_HEADER.pack(-1, *box)]
    kind, scale = _ARGUMENTS_ARE_WORDS | _ARGUMENTS_ARE_OFFSETS, b""
    if font.shrunk > 1:
        kind, scale = kind | _HAS_A_SCALE | _OFFSETS_ARE_NOT_SCALED, struct.pack(">H", _ONE // font.shrunk)
    for rest, (piece, _) in zip(range(len(seen) - 1, -1, -1), seen, strict=True):
        data.append(_COMPONENT.pack(kind | (_MORE if rest else 0), numbers[piece.glyph], piece.right, piece.up) + scale)
    places = tuple((0, piece.glyph) for piece, _ in seen)
    return _Outline(b"".join(data), box, *_counted([outline for _, outline in seen]), places)


def _renumbered(outline: _Outline, numbers: dict[int, int]) -> bytes:
    data = bytearray(outline.data)
    for place, glyph in outline.components:
        struct.pack_into(">H", data, place, numbers[glyph])
    return bytes(data)


def _written(font: _Source, outlines: Sequence[_Outline], advances: Sequence[int]) -> bytes:
    glyf, offsets = bytearray(), [0]
    for outline in outlines:
        glyf += outline.data + b"\0" * (-len(outline.data) % 4)
        offsets.append(len(glyf))
    bearings = [outline.box[0] for outline in outlines]
    head, hhea, maxp = (bytearray(font.tables[tag]) for tag in ("head", "hhea", "maxp"))
    struct.pack_into(">H", head, 18, font.upem // font.shrunk)
    struct.pack_into(">h", head, 50, _LONG_OFFSETS)
    struct.pack_into(">4h", head, 36, *_extent(outlines))
    struct.pack_into(">H", hhea, 10, max(advances))
    struct.pack_into(">H", hhea, 34, len(outlines))
    struct.pack_into(">5H", maxp, 4, len(outlines), *_most(outlines))
    struct.pack_into(">6H", maxp, 20, 0, 0, 0, 0, *_most_components(outlines))
    written = io.BytesIO()
    writer = SFNTWriter(written, 6)
    writer["glyf"], writer["loca"] = bytes(glyf), struct.pack(f">{len(offsets)}I", *offsets)
    metrics = [number for pair in zip(advances, bearings, strict=True) for number in pair]
    writer["hmtx"] = struct.pack(">" + "Hh" * len(outlines), *metrics)
    writer["head"], writer["hhea"], writer["maxp"] = bytes(head), bytes(hhea), bytes(maxp)
    writer.close()
    return written.getvalue()


def _extent(outlines: Sequence[_Outline]) -> tuple[int, int, int, int]:
    boxes = [outline.box for outline in outlines if outline.data]
    if not boxes:
        return 0, 0, 0, 0
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def _most(outlines: Sequence[_Outline]) -> tuple[int, int, int, int]:
    """Return the most points and contours of a simple glyph, then of a composite."""
    simple = [outline for outline in outlines if not outline.depth]
    composite = [outline for outline in outlines if outline.depth]
    return (
        max((outline.points for outline in simple), default=0),
        max((outline.contours for outline in simple), default=0),
        max((outline.points for outline in composite), default=0),
        max((outline.contours for outline in composite), default=0),
    )


def _most_components(outlines: Sequence[_Outline]) -> tuple[int, int]:
    most = max((len(outline.components) for outline in outlines), default=0)
    return most, max((outline.depth for outline in outlines), default=0)
