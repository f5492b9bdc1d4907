"""Amiri with its marks drawn in: the face of all Arabic, on paper and in the e-book.

As its files come, Amiri sets pause marks 1.8 em over the line, above anything that a verse may hold, and vowel marks
so freely that a doubled kasra under one line meets a damma on the next. Here the marks are a fifth smaller and stand
closer to their letters. Pause marks, which the canon writes as words of their own, stand in the gap behind their word,
at the height of its vowels; one typed on to a word stands over these. Letters, hamza, dots and all advances are
Amiri's; its licence (OFL 1.1, no reserved font name) allows the change.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from fontTools import version  # type: ignore[import-untyped]  # fontTools has no stubs
from fontTools.misc.transform import Transform  # type: ignore[import-untyped]
from fontTools.otlLib.builder import buildCoverage  # type: ignore[import-untyped]
from fontTools.pens.recordingPen import DecomposingRecordingPen  # type: ignore[import-untyped]
from fontTools.pens.transformPen import TransformPen  # type: ignore[import-untyped]
from fontTools.pens.ttGlyphPen import TTGlyphPen  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from fontTools.ttLib.tables import otTables  # type: ignore[import-untyped]

from publish.model.world import World

RECIPE = 1
"""To be raised when the drawing changes, so that no older one is taken from the cache."""
MARK_SCALE = 0.8
"""Size of a vowel mark against Amiri's."""
CLOSER = 40
"""By how much a mark stands nearer to its letter, in units of which the em has a thousand."""
PAUSE_SCALE = 0.7
PAUSE_FOOT, HIGH_PAUSE_FOOT = 690, 1130
"""How high over the line a pause mark begins in the gap between words and over a letter's vowel, in the same units."""
PAUSES = range(0x06D6, 0x06DD)
HAMZAS = (0x0654, 0x0655, 0x065F)
"""Marks for Unicode, but letters for a reader."""
ABOVE, BELOW = 760, -190
"""Anchors of vowel marks lie beyond these heights; those of dots and small letters between them."""
_TO_BASE, _TO_LIGATURE, _TO_MARK, _EXTENSION = 4, 5, 6, 9
"""Kinds of lookups that place glyphs (OpenType 1.9, GPOS)."""
REPACKER = "fontTools.ttLib.tables.otBase:USE_HARFBUZZ_REPACKER"
"""Whether tables are packed by uharfbuzz where that is installed: the same text must give the same bytes everywhere."""
_SINGLE, _IN_CONTEXT = 1, 6
"""Kinds of lookups that exchange glyphs (GSUB)."""
_MARK_CLASS = 3


def drawn_in(source: bytes, world: World) -> bytes:
    """Return the font file `source`, which is one of Amiri's, with its marks drawn in; it is kept in the cache."""
    recipe = f"drawn in {RECIPE} {version}"
    path = world.cached(sha256(source + recipe.encode()).hexdigest(), ".ttf")
    if path.is_file():
        return path.read_bytes()
    font = TTFont(io.BytesIO(source), recalcTimestamp=False)
    font.cfg[REPACKER] = False
    _draw_in(font)
    file = io.BytesIO()
    font.save(file)
    world.store(path, file.getvalue())
    return file.getvalue()


def _draw_in(font: Any) -> None:
    own, others = _anchors(font)
    moves = _moves(font, own)
    pauses = [font.getBestCmap()[code] for code in PAUSES]
    _add_low_pauses(font, pauses)
    _redraw(font, moves | {glyph: _in_place(font, glyph, HIGH_PAUSE_FOOT) for glyph in pauses})
    for anchors, closer in ((own, CLOSER), (others, 0)):
        for glyph in anchors.keys() & moves.keys():
            for anchor in anchors[glyph]:
                back = closer if anchor.YCoordinate > 0 else -closer  # a mark's own anchor stays where it was
                x, y = moves[glyph].transformPoint((anchor.XCoordinate, anchor.YCoordinate))
                anchor.XCoordinate, anchor.YCoordinate = round(x), round(y) + back


def _anchors(font: Any) -> tuple[dict[str, list[Any]], dict[str, list[Any]]]:
    """Return the anchors by which marks hang on letters and on marks, and those by which marks hang on them."""
    own: dict[str, dict[int, Any]] = {}
    others: dict[str, dict[int, Any]] = {}
    for table in _subtables(font):
        is_to_mark = table.LookupType == _TO_MARK
        coverage, marks = (
            (table.Mark1Coverage, table.Mark1Array) if is_to_mark else (table.MarkCoverage, table.MarkArray)
        )
        for glyph, record in zip(coverage.glyphs, marks.MarkRecord, strict=True):
            own.setdefault(glyph, {})[id(record.MarkAnchor)] = record.MarkAnchor
        if is_to_mark:
            for glyph, record in zip(table.Mark2Coverage.glyphs, table.Mark2Array.Mark2Record, strict=True):
                others.setdefault(glyph, {}).update((id(anchor), anchor) for anchor in record.Mark2Anchor if anchor)
    return _listed(own), _listed(others)


def _listed(anchors: dict[str, dict[int, Any]]) -> dict[str, list[Any]]:
    return {glyph: list(each.values()) for glyph, each in anchors.items()}


def _subtables(font: Any) -> Iterator[Any]:
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            inner = table.ExtSubTable if table.LookupType == _EXTENSION else table
            if inner.LookupType in (_TO_BASE, _TO_LIGATURE, _TO_MARK):
                yield inner


def _moves(font: Any, own: dict[str, list[Any]]) -> dict[str, Transform]:
    """Return how each vowel mark gets to its new size and place."""
    names = font.getBestCmap()
    kept = {names[code] for code in (*PAUSES, *HAMZAS)}
    moves = {}
    for glyph, anchors in own.items():
        x, y = Counter((anchor.XCoordinate, anchor.YCoordinate) for anchor in anchors).most_common(1)[0][0]
        if glyph not in kept and not BELOW < y < ABOVE:
            rest = 1 - MARK_SCALE
            moves[glyph] = Transform(MARK_SCALE, 0, 0, MARK_SCALE, x * rest, y * rest + (-CLOSER if y > 0 else CLOSER))
    return moves


def _in_place(font: Any, glyph: str, foot: int, x: float = 0) -> Transform:
    return Transform(PAUSE_SCALE, 0, 0, PAUSE_SCALE, x, foot - font["glyf"][glyph].yMin * PAUSE_SCALE)


def _add_low_pauses(font: Any, pauses: list[str]) -> None:
    """Add the pause marks that stand in the gap between words, and the rule that puts them behind a space."""
    glyphs, table = font.getGlyphSet(), font["glyf"]
    low = {glyph: f"{glyph}.low" for glyph in pauses}
    font.setGlyphOrder([*font.getGlyphOrder(), *low.values()])
    for glyph, name in low.items():
        middle = (table[glyph].xMin + table[glyph].xMax) / 2 * PAUSE_SCALE
        outline, pen = DecomposingRecordingPen(glyphs), TTGlyphPen(None)
        glyphs[glyph].draw(outline)
        outline.replay(TransformPen(pen, _in_place(font, glyph, PAUSE_FOOT, -middle)))
        _put(font, name, pen.glyph(), advance=0)
        font["GDEF"].table.GlyphClassDef.classDefs[name] = _MARK_CLASS
    spaces = [font.getBestCmap()[code] for code in (0x20, 0xA0)]
    table = font["GSUB"].table
    exchange, behind_space = otTables.SingleSubst(), otTables.ChainContextSubst()
    exchange.mapping = low
    single = _lookup(table, _SINGLE, exchange)
    behind_space.Format = 3
    behind_space.BacktrackCoverage = [buildCoverage(spaces, font.getReverseGlyphMap())]
    behind_space.InputCoverage = [buildCoverage(pauses, font.getReverseGlyphMap())]
    behind_space.LookAheadCoverage = []
    record = otTables.SubstLookupRecord()
    record.SequenceIndex, record.LookupListIndex = 0, single
    behind_space.SubstLookupRecord = [record]
    in_context = _lookup(table, _IN_CONTEXT, behind_space)
    for feature in table.FeatureList.FeatureRecord:
        if feature.FeatureTag == "rlig":  # always on, in every script that has it
            feature.Feature.LookupListIndex.append(in_context)


def _lookup(table: Any, kind: int, subtable: Any) -> int:
    """Add a lookup to GSUB and return its index."""
    lookup = otTables.Lookup()
    lookup.LookupType, lookup.LookupFlag, lookup.SubTable = kind, 0, [subtable]
    table.LookupList.Lookup.append(lookup)
    return len(table.LookupList.Lookup) - 1


def _put(font: Any, name: str, shape: Any, advance: int) -> None:
    font["glyf"][name] = shape
    shape.recalcBounds(font["glyf"])
    font["hmtx"][name] = advance, getattr(shape, "xMin", 0)


def _redraw(font: Any, moves: dict[str, Transform]) -> None:
    """Draw the marks anew; letters that are put together of them keep the outlines they have."""
    glyphs, table = font.getGlyphSet(), font["glyf"]
    drawn = {}
    for glyph in font.getGlyphOrder():
        shape = table[glyph]
        holds_marks = shape.isComposite() and any(part.glyphName in moves for part in shape.components)
        if glyph in moves or holds_marks:
            outline, pen = DecomposingRecordingPen(glyphs), TTGlyphPen(None)
            glyphs[glyph].draw(outline)
            outline.replay(TransformPen(pen, moves[glyph]) if glyph in moves else pen)
            drawn[glyph] = pen.glyph()
    for glyph, shape in drawn.items():
        _put(font, glyph, shape, font["hmtx"][glyph][0])
