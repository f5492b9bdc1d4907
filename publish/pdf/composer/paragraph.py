"""A paragraph measured: every place where a line may end, and how long lines are between them.

    Content ─ shapings, breaks ─ measure ─→ Paragraph

Widths are taken from one shaping of every leaf. What a break changes at its line's end (a hyphen, a ligature cut in
two, a kern to a space that is gone) is shaped apart, once for every pair of letters.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from operator import sub
from typing import Any, NamedTuple

from weasyprint.text.line_break import (  # type: ignore[import-untyped]  # no stubs
    _font_style_cache_key,
    can_break_text,
)

from publish.language.line_ends import LineEnd
from publish.pdf.composer import glyphs
from publish.pdf.composer.fit import Kind, Measure, Origin
from publish.pdf.composer.glyphs import SPACES, Font, Shaping
from publish.pdf.composer.leaves import ATOM, LINE_FEED, Content, Leaf
from publish.pdf.composer.optics import Edge, edge_of
from publish.pdf.composer.rules import Rules

Breaks = Callable[[str, str], tuple[tuple[int, LineEnd], ...]]
"""Where and how a word of a language may be broken, and where not: given by who knows languages."""

SOFT_HYPHEN = "\xad"
_HYPHENS = "-\u2010\u2011"
_IDEOGRAPH = "\u2e80"
"""What WeasyPrint takes an atom for when it asks whether a line may end beside it."""
_WORD = re.compile(rf"[^\s{ATOM}\u200b]{{2,}}")
_EDGES = re.compile(r"^[\W_]*|[\W_]*$")
"""Signs around a word, which are none of its letters."""


class Tail(NamedTuple):
    """What the end, or the beginning, of a line looks like when it is cut off from its neighbour."""

    width: float
    """CSS pixels to be added to that of the characters."""
    start: int
    """The first character that is written anew, counted in the paragraph; up to `end`."""
    end: int
    text: str
    """What is written for them; empty where nothing is."""


@dataclass(slots=True)
class Paragraph:
    """All that is known of a paragraph before it is set."""

    content: Content
    children: Any
    """Those of the box, to tell whether it is still the same."""
    first: int
    """The first character that is no space."""
    opening: Origin
    """Where its first line begins."""
    starts: list[int]
    """Where the leaves begin."""
    shapings: list[Shaping | None]
    """Of the leaves; none for an atom."""
    widths: array[float]
    """Up to every character, without margins."""
    measure: Measure
    line_ends: array[int]
    """For every break the character behind the last of its line."""
    line_starts: array[int]
    """And the first of the next."""
    tails: list[Tail]
    heads: dict[int, Tail]
    """What begins a line anew, by its first character."""
    spaces: array[int]
    """Number of spaces up to every character."""
    rigid: array[float]
    """Widths up to every character of what is never scaled, spaces and margins in it."""
    hanging: dict[int, float]
    """How far what begins a line hangs out to the left, by its first character, in CSS pixels."""
    plans: dict[Any, dict[int, int]] = field(default_factory=dict)
    """For every shape of column where each line ends: break by first character."""

    def origin(self, start: int) -> Origin | None:
        """Return what a plan needs that begins with the character `start`; None where no line may begin there."""
        if start == self.first:
            return self.opening
        at = bisect_left(self.line_starts, start)
        if at == len(self.line_starts) or self.line_starts[at] != start:
            return None
        measure = self.measure
        return Origin(
            bisect_right(self.line_ends, start), measure.begins[at], measure.begin_spaces[at], measure.begin_stiff[at]
        )

    def leaf_number(self, character: int) -> int:
        """Return the number of the leaf that a character stands in."""
        return max(0, bisect_right(self.starts, character) - 1)


class Shaper:
    """Shapes texts of one document and remembers what it needs again and again."""

    def __init__(self, space: float | None) -> None:
        self.fonts: dict[int, Font] = {}
        self.space = space
        self.snippets: dict[tuple[str, str], Shaping] = {}

    @classmethod
    def of(cls, style: Any, space: float | None = None) -> Shaper:
        """Return that of the document which `style` belongs to: fonts of another one must not be used.

        It is made with spaces of at least `space` em.
        """
        kept: dict[str, Any] = style.font_config.__dict__
        shaper: Shaper | None = kept.get("composer")
        if shaper is None:
            shaper = kept["composer"] = cls(space)
        return shaper

    def shape(self, leaf: Leaf, text: str) -> Shaping:
        """Shape a whole leaf."""
        return glyphs.shape(text, leaf.box.style, self.fonts, self.space)

    def snippet(self, leaf: Leaf, text: str) -> Shaping:
        """Shape a few letters in the style of a leaf."""
        style = leaf.box.style
        known: str | None = style.__dict__.get("composed_as")
        if known is None:
            known = style.__dict__["composed_as"] = repr(_font_style_cache_key(style, True))
        key = (known, text)
        shaping = self.snippets.get(key)
        if shaping is None:
            if len(self.snippets) > REMEMBERED:
                self.snippets.clear()
            shaping = self.snippets[key] = glyphs.shape(text, style, self.fonts, self.space)
        return shaping


REMEMBERED = 20_000
"""Snippets: more than a book has pairs of letters, and a bound."""


def measure(content: Content, children: Any, breaks: Breaks, rules: Rules) -> Paragraph:
    """Return a paragraph with all that a plan needs."""
    leaves = content.leaves
    shaper = Shaper.of(next(leaf.box.style for leaf in leaves if not leaf.is_atom), rules.space)
    shapings = [None if leaf.is_atom else shaper.shape(leaf, content.text[leaf.start : leaf.end]) for leaf in leaves]
    gauge = _Gauge(content, shapings, shaper, rules.hang)
    ways: dict[int, Kind] = {}
    for place, kind in _ways(content, shapings, breaks, keeps_last_word=rules.keeps_last_word):
        if kind is None:
            ways.pop(place, None)
        elif ways.get(place) != Kind.FORCED:
            ways[place] = kind
    return gauge.paragraph(children, sorted(ways.items()))


def _ways(
    content: Content, shapings: list[Shaping | None], breaks: Breaks, *, keeps_last_word: bool
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
    yield from _within_words(content, breaks, keeps_last_word=keeps_last_word)


def _kind(text: str, place: int) -> Kind:
    before = text[place - 1]
    return Kind.SPACE if before == " " else Kind.DASH if before in _HYPHENS else Kind.BARE


def _within_words(content: Content, breaks: Breaks, *, keeps_last_word: bool) -> Iterator[tuple[int, Kind | None]]:
    """Yield what a language says of the words: where they may be broken, and where not though Unicode lets them."""
    text, leaves = content.text, content.leaves
    end = len(text.rstrip()) if keeps_last_word else len(text) + 1
    number = 0
    for word in _WORD.finditer(text):
        while leaves[number].end <= word.start():
            number += 1
        language = leaves[number].box.style["lang"]
        if not language:
            continue
        first, last = _core(word)
        for at, line_end in breaks(word.group(), language):
            place = word.start() + at
            leaf = _leaf_before(leaves, number, place)
            if line_end is LineEnd.NEVER:
                yield place, None
            elif line_end is LineEnd.BARE and not leaf.is_whole:
                yield place, Kind.BARE
            elif word.end() < end and _may_divide(leaf, language, place - first, last - place):
                yield place, Kind.HYPHEN


def _core(word: re.Match[str]) -> tuple[int, int]:
    """Return from which character up to which a word has letters, without the signs around it."""
    before, after = (match.end() - match.start() for match in islice(_EDGES.finditer(word.group()), 2))
    return word.start() + before, word.end() - after


def _leaf_before(leaves: list[Leaf], number: int, place: int) -> Leaf:
    while leaves[number].end < place:
        number += 1
    return leaves[number]


def _may_divide(leaf: Leaf, language: str, before: int, after: int) -> bool:
    """Tell whether the style of a leaf lets a word be hyphenated that has so many letters on either side."""
    style = leaf.box.style
    total, left, right = style["hyphenate_limit_chars"]
    is_alike = style["hyphens"] == "auto" and style["lang"] == language and not leaf.is_whole
    return bool(is_alike and before + after >= total and before >= left and after >= right)


class _Gauge:
    """Adds widths up and measures the ends of lines."""

    def __init__(self, content: Content, shapings: list[Shaping | None], shaper: Shaper, hang: float) -> None:
        self.content, self.shapings, self.shaper, self.hang = content, shapings, shaper, hang
        self.starts = [leaf.start for leaf in content.leaves]
        self.edges = [self._edge(leaf, shaping) for leaf, shaping in zip(content.leaves, shapings, strict=True)]
        self.widths, self.space_widths = array("d", [0.0]), array("d", [0.0])
        self.rigid, self.rigid_spaces, self.spaces = array("d", [0.0]), array("d", [0.0]), array("i", [0])
        self._add_up()
        self.lengths = self._with_margins()
        self.stiff = array("d", map(sub, self.rigid, self.rigid_spaces))

    @staticmethod
    def _edge(leaf: Leaf, shaping: Shaping | None) -> Edge:
        families = leaf.box.style["font_family"] if shaping and shaping.is_scaled else ()
        return edge_of(tuple(families))

    def _add_up(self) -> None:
        text = self.content.text
        for leaf, shaping in zip(self.content.leaves, self.shapings, strict=True):
            base, space, number = self.widths[-1], self.space_widths[-1], self.spaces[-1]
            rigid, rigid_space = self.rigid[-1], self.rigid_spaces[-1]
            own = shaping.widths if shaping else (0.0, leaf.width)
            share = 0 if shaping and shaping.is_scaled else 1
            for index in range(leaf.end - leaf.start):
                self.widths.append(base + own[index + 1])
                if text[leaf.start + index] in SPACES:
                    width = own[index + 1] - own[index]
                    space += width
                    rigid_space += width * share
                    number += 1
                self.space_widths.append(space)
                self.rigid.append(rigid + own[index + 1] * share)
                self.rigid_spaces.append(rigid_space)
                self.spaces.append(number)

    def _with_margins(self) -> array[float]:
        """Return the widths up to every character with the margins of inline boxes in them, which are rigid too."""
        if not self.content.margins:
            return self.widths
        added = [0.0] * (len(self.widths) + 1)
        for place, width in self.content.margins:
            added[min(place, len(self.widths) - 1)] += width
        lengths, total = array("d"), 0.0
        for index, width in enumerate(self.widths):
            total += added[index]
            lengths.append(width + total)
            self.rigid[index] += total
        return lengths

    def paragraph(self, children: Any, ways: list[tuple[int, Kind]]) -> Paragraph:
        """Return the paragraph whose lines may begin at `ways`."""
        text, count = self.content.text, len(self.content.text)
        kinds, ends, end_spaces, end_stiff = array("b"), array("d"), array("d"), array("d")
        begins, begin_spaces, begin_stiff = array("d"), array("d"), array("d")
        line_ends, line_starts, tails = array("i"), array("i"), list[Tail]()
        heads, hanging, slack = dict[int, Tail](), dict[int, float](), 0.0
        first = count - len(text.lstrip(" "))
        opening = Origin(
            0, self.lengths[first] - self._hang_left(first, hanging), self.space_widths[first], self.stiff[first]
        )
        floor = 0  # behind the last forced break
        for place, kind in (*ways, (count, Kind.FORCED)):
            end, start = place, place
            while end > floor and text[end - 1] in f" {LINE_FEED}":
                end -= 1
            while start < count and text[start] == " ":
                start += 1
            is_last = place == count
            if (end <= first and kind != Kind.FORCED) or (start >= count and not is_last):
                continue
            if line_ends and end <= line_ends[-1] and not is_last and kind != Kind.FORCED:
                continue
            tail, head = self._cut(end, kind) if end > floor else (Tail(0.0, end, end, ""), None)
            over = self._hang_right(end, kind) if end > floor else 0.0
            floor = place if kind == Kind.FORCED else floor
            if head and start == end:
                heads[start] = head
            kinds.append(kind)
            tails.append(tail)
            line_ends.append(end)
            line_starts.append(count if is_last else start)
            ends.append(self.lengths[end] + tail.width - over)
            end_spaces.append(self.space_widths[end])
            end_stiff.append(self.stiff[end])
            more = heads[start].width if start in heads else 0.0
            begins.append(self.lengths[start] - more - self._hang_left(start, hanging))
            begin_spaces.append(self.space_widths[start])
            begin_stiff.append(self.stiff[start])
            slack = max(slack, abs(tail.width) + over)
        measured = Measure(kinds, ends, end_spaces, end_stiff, begins, begin_spaces, begin_stiff, slack)
        return Paragraph(
            self.content, children, first, opening, self.starts, self.shapings, self.widths, measured,
            line_ends, line_starts, tails, heads, self.spaces, self.rigid, hanging,
        )  # fmt: skip

    def _leaf(self, character: int) -> int:
        return max(0, bisect_right(self.starts, character) - 1)

    def _hang_left(self, start: int, hanging: dict[int, float]) -> float:
        if start >= len(self.content.text):
            return 0.0
        share = self.edges[self._leaf(start)].left.get(self.content.text[start])
        if not share:
            return 0.0
        over = hanging[start] = self.hang * share * (self.widths[start + 1] - self.widths[start])
        return over

    def _hang_right(self, end: int, kind: Kind) -> float:
        leaf = self._leaf(end - 1)
        edge = self.edges[leaf].right
        if kind == Kind.HYPHEN:
            hyphen = self.content.leaves[leaf].box.style["hyphenate_character"]
            share = self.hang * edge.get(hyphen, 0.0)
            return share * self.shaper.snippet(self.content.leaves[leaf], hyphen).widths[-1] if share else 0.0
        share = self.hang * edge.get(self.content.text[end - 1], 0.0)
        return share * (self.widths[end] - self.widths[end - 1]) if share else 0.0

    def _cut(self, end: int, kind: Kind) -> tuple[Tail, Tail | None]:
        """Return how a line ends before the character `end`, and how the next one begins if a ligature is cut."""
        text, number = self.content.text, self._leaf(end - 1)
        leaf, shaping = self.content.leaves[number], self.shapings[number]
        if shaping is None:
            return Tail(0.0, end, end, ""), None
        hyphen = leaf.box.style["hyphenate_character"] if kind == Kind.HYPHEN else ""
        if shaping.font is None and not hyphen:
            return Tail(0.0, end, end, ""), None
        joined, offset = shaping.joined, leaf.start
        first = end - 1
        while first > offset and text[first] == SOFT_HYPHEN:
            first -= 1
        head = None
        if joined[first - offset] or joined[end - offset]:
            while first > offset and joined[first - offset]:
                first -= 1
            if joined[end - offset]:
                behind = end
                while behind < leaf.end and joined[behind - offset]:
                    behind += 1
                rest = text[end:behind]
                width = self.shaper.snippet(leaf, rest).widths[-1] - (self.widths[behind] - self.widths[end])
                head = Tail(width, end, behind, rest)
        written = text[first:end].rstrip(SOFT_HYPHEN) + hyphen
        width = self.shaper.snippet(leaf, written).widths[-1] - (self.widths[end] - self.widths[first])
        return Tail(width, first, end, written), head
