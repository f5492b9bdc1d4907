"""The Arabic font of an e-book: Amiri cut down to the glyphs with which the book's own texts are set.

    texts ─ shaped in Amiri ─→ glyphs ─ cut ─→ font ─ shaped again: the same glyphs in the same places

A font of all joins of all letters is twice as large. Letters keep the four forms that they have by themselves, so that
what a reader of the book may write in it (a search, a note) can be read too. Readers' own fonts seldom place vowel
marks well, so the font travels with the text; Amiri's licence (OFL 1.1, no reserved font name) allows it. Latin text
keeps the font that the reader has chosen.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

import fontpkg_amiri  # type: ignore[import-untyped]  # no stubs
from fontTools import subset  # type: ignore[import-untyped]  # fontTools has no stubs
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from publish.epub.shaping import Glyph, Run, Shaper, runs
from publish.model.world import World
from publish.render import honorifics, verse_face

FILE = Path(fontpkg_amiri.ROOT) / "files" / "Amiri-Regular.ttf"
FACE = '@font-face {{ font-family: "{family}"; font-weight: {weight}; font-style: {style}; src: url("{address}"); }}\n'
ASKED_FOR = ["lnum", "pnum", "smcp"]
"""Features that the style sheet turns on: figures that stand as high as capitals, small capitals."""
NAMES = [0, 1, 2, 3, 4, 5, 6, 13, 14]
"""How the font is called; copyright and licence, which must travel with it (OFL 1.1, condition 2)."""
_JOINER = "\u200d"
_TURNED = tuple("()[]{}<>«»‹›")
"""Signs that stand for their counterparts where text runs from right to left."""


def split(characters: Iterable[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the characters that Amiri is asked for, and the honorifics that it lacks."""
    asked = frozenset(characters)
    signs = frozenset(map(chr, honorifics.SIGNS))
    return asked - signs, asked & signs


def cut(texts: Iterable[str], world: World) -> tuple[bytes, tuple[str, ...]]:
    """Return a TrueType font that sets `texts`, and the characters it has no glyph for, in order of code point."""
    source = verse_face.drawn_in(world.read(FILE), world)
    asked = set(texts)
    characters, _ = split((_JOINER, " ", *(character for text in asked for character in text)))
    if not characters.isdisjoint(_TURNED):
        characters |= set(_TURNED)
    whole = Shaper(source)
    shaped = {run: whole.shape(run) for run in {*runs(asked), *map(_form, _forms(characters))}}
    content, numbers, missing = _cut(source, characters, shaped, with_all_joins=False)
    if not _sets_alike(Shaper(content), shaped, numbers):
        content, numbers, missing = _cut(source, characters, shaped, with_all_joins=True)
    return content, missing


def cut_text(source: bytes, characters: Iterable[str]) -> bytes:
    """Return the font `source`, of Latin letters, cut down to what sets `characters`."""
    return _cut(source, characters, {}, with_all_joins=True)[0]


def _form(text: str) -> Run:
    return Run(text, "rtl")


def _forms(characters: Iterable[str]) -> Iterable[str]:
    """Yield each character alone, and as it begins, ends and stands within a word."""
    joins = "", _JOINER
    return (before + character + after for character in characters for before in joins for after in joins)


def _cut(
    source: bytes, characters: Iterable[str], shaped: dict[Run, tuple[Glyph, ...]], *, with_all_joins: bool
) -> tuple[bytes, dict[int, int], tuple[str, ...]]:
    """Return a font with the glyphs of `shaped`, the new number of each glyph by its old one, and what it lacks."""
    wanted = set(map(ord, characters))
    options = subset.Options()
    options.layout_closure = with_all_joins
    options.layout_features += ASKED_FOR
    options.name_IDs = NAMES
    options.hinting = False
    options.recalc_timestamp = False
    font = TTFont(io.BytesIO(source), recalcTimestamp=False)
    font.cfg[verse_face.REPACKER] = False
    order = font.getGlyphOrder()
    missing = tuple(chr(code) for code in sorted(wanted - set(font.getBestCmap())) if chr(code).isprintable())
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted, gids={glyph.number for glyphs in shaped.values() for glyph in glyphs})
    subsetter.subset(font)
    for table in font["cmap"].tables:  # glyphs that were asked for bring the code points of their presentation forms
        table.cmap = {code: name for code, name in table.cmap.items() if code in wanted}
    file = io.BytesIO()
    font.save(file)
    kept = (number for number, name in enumerate(order) if name in subsetter.glyphs_retained)
    return file.getvalue(), {old: new for new, old in enumerate(kept)}, missing


def _sets_alike(shaper: Shaper, shaped: dict[Run, tuple[Glyph, ...]], numbers: dict[int, int]) -> bool:
    """Say whether `shaper` sets every text with the same glyphs, by their new numbers, in the same places."""
    return all(
        shaper.shape(run) == tuple(glyph._replace(number=numbers[glyph.number]) for glyph in glyphs)
        for run, glyphs in shaped.items()
    )
