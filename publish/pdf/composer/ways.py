"""Where the lines of a paragraph may end: what Unicode lets (UAX 14, by Pango), and what languages say of words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from enum import IntEnum
from itertools import islice
from sys import maxsize

from weasyprint.text.line_break import can_break_text  # type: ignore[import-untyped]  # no stubs

from publish.language.hyphenation.line_ends import LineEnd
from publish.pdf.composer.fit import Kind
from publish.pdf.composer.glyphs import SPACES, Shaping
from publish.pdf.composer.leaves import ATOM, LINE_FEED, Content, Leaf
from publish.pdf.composer.rules import Rules

Breaks = Callable[[str, str], tuple[tuple[int, LineEnd], ...]]
"""Where and how a word of a language may be broken, and where not: given by who knows languages."""


class Effort(IntEnum):
    """How much is done to fill the lines of a paragraph."""

    USUAL = 0
    HARD = 1
    """The last word is hyphenated, what is typed is broken at its signs."""
    HARDER = 2
    """Citations and the like are no longer held together."""
    TORN = 3
    """Long words are torn wherever it may be: they are wider than the column, and nothing else is left."""


LONG = 6
"""Letters from which on a word may be wider than a column."""
SOFT_HYPHEN = "\xad"
HYPHENS = "-\u2010\u2011"
_IDEOGRAPH = "\u2e80"
"""What WeasyPrint takes an atom for when it asks whether a line may end beside it."""
LEFT_OVER = 5
"""Letters that the last word of a paragraph leaves on the last line where it must be hyphenated."""
_TYPED = "code"
"""The element of what is to be typed."""
_SIGN = re.compile(r"(?<=\w[/=_:])(?=\w)|(?<=\w)(?=\.\w)")
_BEFORE_A_VERSE = re.compile("\u00a0(?=\\d{1,3}/\\d)")
_WORD = re.compile(rf"[^\s{ATOM}\u200b]{{2,}}")
_BLANKS = re.compile(f"[{SPACES}]+")
_EDGES = re.compile(r"^[\W_]*|[\W_]*$")
"""Signs around a word, which are none of its letters."""
_NEVER = (maxsize,) * 3


def chosen(
    content: Content, shapings: list[Shaping | None], breaks: Breaks, rules: Rules, effort: Effort
) -> list[tuple[int, Kind]]:
    """Return the characters before which a line may begin, in order, and how the line before ends."""
    places: dict[int, Kind] = {}
    if rules.parts_citations and "/" in content.text:
        places |= {blank.end(): Kind.GLUED for blank in _BEFORE_A_VERSE.finditer(content.text)}
    if effort >= Effort.HARDER:
        places |= {blank.end(): Kind.GLUED for blank in _BLANKS.finditer(content.text)}
    if effort is Effort.TORN:
        places |= dict(_tears(content))
    if effort >= Effort.HARD:
        places |= dict(_within_code(content))
    left_over = 0
    if rules.keeps_last_word:
        left_over = len(content.text) if effort is Effort.USUAL else LEFT_OVER
    for place, kind in _ways(content, shapings, breaks, left_over):
        if kind is None:
            places.pop(place, None)
        elif places.get(place) != Kind.FORCED:
            places[place] = kind
    return sorted(places.items())


def _ways(
    content: Content, shapings: list[Shaping | None], breaks: Breaks, left_over: int
) -> Iterator[tuple[int, Kind | None]]:
    """Yield the characters before which a line may begin, and how the line before ends: None if not after all."""
    text, previous = content.text, None
    for leaf, shaping in zip(content.leaves, shapings, strict=True):
        style = leaf.box.style
        first = _IDEOGRAPH if leaf.is_atom else text[leaf.start]
        if previous and not leaf.is_note_mark and can_break_text(previous + first, style["lang"]):
            yield leaf.start, _kind(text, leaf.start)
        previous = _IDEOGRAPH if leaf.is_atom else text[leaf.end - 1]
        for at in shaping.breaks if shaping and not leaf.is_whole else ():
            place = leaf.start + at
            if text[place - 1] != SOFT_HYPHEN:
                yield place, _kind(text, place)
            elif style["hyphens"] != "none":
                yield place, Kind.HYPHEN
        if leaf.end > leaf.start and text[leaf.end - 1] == LINE_FEED:
            yield leaf.end, Kind.FORCED
    yield from _within_words(content, breaks, left_over)


def _kind(text: str, place: int) -> Kind:
    before = text[place - 1]
    if before == "–" and text[place - 2 : place - 1].isdigit() and text[place : place + 1].isdigit():
        return Kind.RANGE
    return Kind.SPACE if before == " " else Kind.DASH if before in HYPHENS else Kind.BARE


def _tears(content: Content) -> Iterator[tuple[int, Kind]]:
    """Yield places within long words, two letters from their ends."""
    for word in _WORD.finditer(content.text):
        if len(word.group()) >= LONG:
            for place in range(word.start() + 2, word.end() - 1):
                if unicodedata.combining(content.text[place]) == 0:
                    yield place, Kind.TORN


def _within_code(content: Content) -> Iterator[tuple[int, Kind]]:
    """Yield the places behind slashes and before dots of what is to be typed: names of files, settings."""
    for leaf in content.leaves:
        if leaf.box.element_tag == _TYPED:
            for sign in _SIGN.finditer(content.text, leaf.start, leaf.end):
                yield sign.start(), Kind.BARE


def _within_words(content: Content, breaks: Breaks, left_over: int) -> Iterator[tuple[int, Kind | None]]:
    """Yield what a language says of the words: where they may be broken, and where not though Unicode lets them.

    Of the last one so many letters are `left_over` at least.
    """
    text, leaves = content.text, content.leaves
    end, number = len(text.rstrip()), 0
    limits = [_limits(leaf) for leaf in leaves]
    for word in _WORD.finditer(text):
        while leaves[number].end <= word.start():
            number += 1
        language = leaves[number].box.style["lang"]
        if not language:
            continue
        first, last = _core(word)
        kept = 0 if word.end() < end else left_over
        for at, line_end in breaks(word.group(), language):
            place, here = word.start() + at, number
            while leaves[here].end < place:
                here += 1
            if line_end is LineEnd.NEVER:
                yield place, None
            elif line_end is LineEnd.BARE and last - place >= min(kept, LEFT_OVER) and not leaves[here].is_whole:
                yield place, Kind.BARE
            elif last - place >= kept:
                least = limits[here].get(language, _NEVER)
                if last - first >= least[0] and place - first >= least[1] and last - place >= least[2]:
                    yield place, Kind.HYPHEN


def _core(word: re.Match[str]) -> tuple[int, int]:
    """Return from which character up to which a word has letters, without the signs around it."""
    if word.group().isalpha():
        return word.span()
    before, after = (match.end() - match.start() for match in islice(_EDGES.finditer(word.group()), 2))
    return word.start() + before, word.end() - after


def _limits(leaf: Leaf) -> dict[str, tuple[int, int, int]]:
    """Return how many letters a word has, before a hyphen and behind it, at least: of the language of a leaf."""
    style = leaf.box.style
    is_hyphenated = style["hyphens"] == "auto" and not leaf.is_whole
    return {style["lang"]: style["hyphenate_limit_chars"]} if is_hyphenated else {}
