"""The Arabic font of an e-book: Amiri cut down to the characters that the book uses, every way of joining them kept.

Readers' own fonts seldom place vowel marks well, so the font travels with the text; Amiri's licence (OFL 1.1, no
reserved font name) allows it. Latin text keeps the font that the reader has chosen.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

import fontpkg_amiri  # type: ignore[import-untyped]  # no stubs
from fontTools import subset  # type: ignore[import-untyped]  # fontTools has no stubs
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from publish.model.world import World
from publish.render import honorifics, verse_face

FILE = Path(fontpkg_amiri.ROOT) / "files" / "Amiri-Regular.ttf"
FACE = '@font-face {{ font-family: "{family}"; font-weight: normal; font-style: normal; src: url("{address}"); }}\n'


def split(characters: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the characters that Amiri is asked for, and the honorifics that it lacks."""
    asked = frozenset(characters)
    signs = frozenset(map(chr, honorifics.SIGNS))
    return asked - signs, asked & signs


def cut(characters: Iterable[str], world: World) -> tuple[bytes, tuple[str, ...]]:
    """Return a TrueType font that sets `characters`, and those it has no glyph for, in order of code point."""
    wanted = {ord(character) for character in characters}
    options = subset.Options()
    options.layout_features = ["*"]
    options.name_IDs = ["*"]  # copyright and licence must travel with the font (OFL 1.1, condition 2)
    options.hinting = False
    options.recalc_timestamp = False
    font = TTFont(io.BytesIO(verse_face.drawn_in(world.read(FILE), world)), recalcTimestamp=False)
    font.cfg[verse_face.REPACKER] = False
    missing = tuple(chr(code) for code in sorted(wanted - set(font.getBestCmap())) if chr(code).isprintable())
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    file = io.BytesIO()
    font.save(file)
    return file.getvalue(), missing
