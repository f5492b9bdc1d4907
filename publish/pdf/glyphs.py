"""What is written on pages, and in which fonts: no empty box may be printed, and no letter of a font nobody chose.

Where a family lacks a character, Pango takes it from whatever other font it knows, ours all of them; and where there is
no family of that name, it takes any. Neither is said. So every line is noted as it is drawn, whoever wrote its words:
the author, a template, a style sheet, a drawing.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from typing import Any

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # no stubs
from weasyprint.draw import text as _text  # type: ignore[import-untyped]  # no stubs

from publish.model.finding import Finding, found
from publish.model.html import Html
from publish.model.world import World
from publish.pdf.faces import FACES
from publish.pdf.origin import places

Families = tuple[str, ...]
"""Names of fonts in the order in which a style asks for them."""
Drawn = dict[Families, set[str]]
"""The characters that were drawn, by the families that they were to be drawn in."""

_NEEDS_NO_GLYPH = re.compile(
    "[\t\n\r \u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""White space, and what is ignored by default (Unicode, DerivedCoreProperties.txt, Default_Ignorable_Code_Point)."""
_SAME_AS = {"\u2011": "\u2010"}
"""What HarfBuzz draws with the glyph of another: the hyphen at which no line ends."""
MOST, MOST_CHARACTERS = 5, 40
"""Places of one character that are named each, and characters; then their number is said."""
_PRIVATE = "Co"
"""General category of characters that mean what two parties have agreed on: nothing, in a text."""


@contextmanager
def watching() -> Iterator[Drawn]:
    """Note what is drawn."""
    drawn: Drawn = defaultdict(set)
    draw = _text.draw_first_line

    def note(stream: Any, textbox: Any, *others: Any) -> Any:
        images = draw(stream, textbox, *others)
        drawn[tuple(textbox.style["font_family"])].update(textbox.pango_layout.text)  # hyphen and ellipsis included
        return images

    _text.draw_first_line = note
    try:
        yield drawn
    finally:
        _text.draw_first_line = draw


def judge(missing: Mapping[str, Families], html: Html, world: World) -> Iterator[Finding]:
    """Find P007 for every place of a missing character; P010 and P011 where there are too many of them."""
    for character, families in list(missing.items())[:MOST_CHARACTERS]:
        values = {
            "character": _shown(character),
            "codepoint": f"U+{ord(character):04X}",
            "name": name(character),
            "families": ", ".join(families),
        }
        all_places = places(character, html, world)
        for span, fragment in all_places[:MOST]:
            yield found("P007", span, fragment, **values)
        if len(all_places) > MOST:
            span, fragment = all_places[MOST]
            yield found("P010", span, fragment, **values, count=len(all_places) - MOST)
    rest = list(missing)[MOST_CHARACTERS:]
    if rest:
        span, fragment = places(rest[0], html, world)[0]
        yield found("P011", span, fragment, count=len(rest), characters=" ".join(map(_shown, rest[:MOST_CHARACTERS])))


def missing(drawn: Drawn, boxes: frozenset[str], fonts: Mapping[str, bytes]) -> dict[str, Families]:
    """Return the characters that no family has of those that their style asks for, in order, with these families.

    `boxes` are characters known to have become an empty box; `fonts` are font files by the names of their faces. Where
    none of the families is ours, that is what must be said.
    """
    found: dict[str, Families] = {}
    for families, characters in sorted(drawn.items()):
        known = frozenset[int]().union(*(_coverage(family.strip(), fonts) for family in families))
        for character in characters:
            if character in boxes or (known and not _is_covered(character, known)):
                found.setdefault(character, families)
    return {character: found[character] for character in sorted(found)}


def _coverage(family: str, fonts: Mapping[str, bytes]) -> frozenset[int]:
    """Return the code points that some face of `family` has."""
    faces = [face.name for face in FACES if face.family == family and face.name in fonts]
    return frozenset[int]().union(*(_code_points(fonts[name]) for name in faces))


@cache
def _code_points(font: bytes) -> frozenset[int]:
    read = TTFont(io.BytesIO(font), lazy=True)
    read.setGlyphOrder([str(number) for number in range(read["maxp"].numGlyphs)])  # names that it would make cost 0.1 s
    return frozenset(read.getBestCmap())


def _is_covered(character: str, known: frozenset[int]) -> bool:
    if ord(character) in known:
        return unicodedata.category(character) != _PRIVATE
    if _NEEDS_NO_GLYPH.match(character) or unicodedata.category(character) == "Zs":
        return True
    parts = unicodedata.normalize("NFD", _SAME_AS.get(character, character))
    return parts != character and all(ord(part) in known for part in parts)


def _shown(character: str) -> str:
    """Return `character` so that it can be seen, a mark on a circle; nothing to be seen of a control.

    >>> _shown("௵"), _shown("\u1ab0"), _shown("\x85")
    ('௵', '◌᪰', '\ufffd')
    """
    if not character.isprintable():
        return "\ufffd"
    return f"◌{character}" if unicodedata.category(character).startswith("M") else character


def name(character: str) -> str:
    """Return the name of `character`, or what Unicode calls a code point without one (section 4.8).

    >>> [name(character) for character in "௵\ue000\\uffff\\x85"]
    ['TAMIL YEAR SIGN', '<private-use-E000>', '<noncharacter-FFFF>', '<control-0085>']
    """
    code = ord(character)
    kinds = {"Cc": "control", _PRIVATE: "private-use", "Cs": "surrogate"}
    is_noncharacter = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    kind = "noncharacter" if is_noncharacter else kinds.get(unicodedata.category(character), "reserved")
    return unicodedata.name(character, f"<{kind}-{code:04X}>")
