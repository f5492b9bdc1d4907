"""How far signs hang by the outlines of their fonts: where `optics.py` has its figures for every face from.

The shares of the roman were set by eye. A sign of another face hangs out with as much of its ink as that of the roman:
an italic quotation mark leans, and its ink begins far behind the place where its advance does.
"""

import io
from functools import cache

from fontTools.pens.boundsPen import BoundsPen
from fontTools.ttLib import TTFont

from publish.pdf import faces
from publish.pdf.composer.optics import ROMAN, Edge
from tests.pdf.samples import world

FACES = {"roman": "EBGaramond-Regular", "italic": "EBGaramond-Italic", "half-bold": "EBGaramond-SemiBold"}
UNITS = 1000
"""Of an em, in all of them."""
LEAST = 0.05
"""Share below which a sign does not hang."""


@cache
def _font(name):
    return TTFont(io.BytesIO(faces.content(name, world())))


def _small_capital(font, glyph):
    table = font["GSUB"].table
    features = [record.Feature for record in table.FeatureList.FeatureRecord if record.FeatureTag == "smcp"]
    for index in sorted({index for feature in features for index in feature.LookupListIndex}):
        for subtable in table.LookupList.Lookup[index].SubTable:
            mapping = getattr(getattr(subtable, "ExtSubTable", subtable), "mapping", {})
            if glyph in mapping:
                return mapping[glyph]
    return glyph


def _bearings(face, sign, is_small):
    """Return the advance of a sign, and how far from its ends its ink begins, left and right; in units."""
    font = _font(FACES[face])
    glyphs, glyph = font.getGlyphSet(), font.getBestCmap()[ord(sign)]
    glyph = _small_capital(font, glyph) if is_small else glyph
    pen = BoundsPen(glyphs)
    glyphs[glyph].draw(pen)
    advance = glyphs[glyph].width
    return advance, pen.bounds[0], advance - pen.bounds[2]


def advance(face, sign, *, is_small=False):
    """Return how far a sign goes, in em."""
    return _bearings(face, sign, is_small)[0] / UNITS


def _share(face, sign, is_small, side, share):
    width, *bearings = _bearings("roman", sign, is_small=False)
    inked = (share * width - bearings[side]) / (width - sum(bearings))
    width, *bearings = _bearings(face, sign, is_small)
    return round((bearings[side] + inked * (width - sum(bearings))) / width, 2)


def edge(face, *, is_small=False):
    """Return how the signs of a face hang out, those among its small capitals if it `is_small`."""
    sides = (
        {sign: _share(face, sign, is_small, side, share) for sign, share in shares.items()}
        for side, shares in enumerate((ROMAN.left, ROMAN.right))
    )
    return Edge(*({sign: share for sign, share in shares.items() if share >= LEAST} for shares in sides))
