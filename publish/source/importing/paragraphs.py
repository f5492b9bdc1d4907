"""Rows sewn into paragraphs; every character can be traced to its line in the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from publish.source.importing.lines import SOFT_HYPHEN
from publish.source.importing.rows import Row
from publish.source.importing.seams import Lexicon, Seam, sew

FEW_STRAYS = 0.03
"""Share of the rows that begin with one space, up to which it is the trace that some producers leave of a page."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as it was before it was torn."""

    text: str
    """One line; the lines of a stanza stand apart by a line end."""
    places: tuple[tuple[int, int], ...]
    """Offset in `text` at which the words of each line of the file begin, and the line's number."""
    first: int
    """Index of its first row."""
    last: int
    """Index of its last row."""
    stanza: bool = False

    def cut(self, start: int, end: int) -> Paragraph:
        """Return the part of it from `start` to `end`, its places with it."""
        places = tuple((max(0, offset - start), number) for offset, number in self.places if offset < end)
        begin = max(0, bisect_right(self.places, (start, 1 << 60)) - 1)
        return replace(self, text=self.text[start:end], places=places[begin:])

    def with_text(self, start: int, end: int, text: str) -> Paragraph:
        """Return it with `text` in the place of what stands from `start` to `end`; what follows keeps its lines."""
        shift = len(text) - (end - start)
        places = [(offset, number) for offset, number in self.places if offset <= start]
        if self.line(end) != self.line(start):
            places.append((start + len(text), self.line(end)))
        places += [(offset + shift, number) for offset, number in self.places if offset > end]
        return replace(self, text=self.text[:start] + text + self.text[end:], places=tuple(places))

    def with_(self, other: Paragraph) -> Paragraph:
        """Return it with `other` behind it, a space between."""
        shift = len(self.text) + 1
        places = (*self.places, *((offset + shift, number) for offset, number in other.places))
        return replace(self, text=f"{self.text} {other.text}", places=places, last=other.last)

    def line(self, offset: int) -> int:
        """Return the line of the file in which the character at `offset` stands."""
        return self.places[max(0, bisect_right(self.places, (offset, 1 << 60)) - 1)][1]


@dataclass(slots=True)
class Sewing:
    """What was done at the line ends, for the report."""

    strays: bool = False
    """Whether a single space before a line is rare enough to be the trace of a page."""
    joined: int = 0
    over_pages: list[int] = field(default_factory=list)
    """Lines with which a paragraph goes on after a page or column, stray spaces taken for its trace."""
    over_blanks: list[int] = field(default_factory=list)
    """Lines with which it goes on after blank lines."""
    soft: int = 0
    """Hyphens taken out."""
    kept: list[int] = field(default_factory=list)
    """Lines that end with a hyphen that stayed."""
    unsure: list[int] = field(default_factory=list)
    """Lines that end with a hyphen that could be either."""


def sew_rows(
    rows: Sequence[Row], ends: Sequence[bool], stanzas: Iterable[tuple[int, int]], sewing: Sewing
) -> tuple[Paragraph, ...]:
    """Join `rows` into paragraphs where `ends` says they end, and each of `stanzas` into one of its own."""
    lexicon = Lexicon([row.text for row in rows])
    sewing.strays = sum(row.indent == 1 for row in rows) <= FEW_STRAYS * len(rows)
    verse = dict(stanzas)
    paragraphs: list[Paragraph] = []
    index = 0
    while index < len(rows):
        if index in verse:
            paragraphs.append(_stanza(rows, index, verse[index]))
            index = verse[index]
            continue
        end = index
        while not ends[end] and end + 1 not in verse:
            end += 1
        paragraphs.append(_prose(rows, index, end, lexicon, sewing))
        index = end + 1
    return tuple(paragraphs)


def _stanza(rows: Sequence[Row], start: int, end: int) -> Paragraph:
    places, offset = [], 0
    for row in rows[start:end]:
        places.append((offset, row.number))
        offset += len(row.text) + 1
    return Paragraph("\n".join(row.text for row in rows[start:end]), tuple(places), start, end - 1, stanza=True)


def _prose(rows: Sequence[Row], start: int, end: int, lexicon: Lexicon, sewing: Sewing) -> Paragraph:
    parts: list[str] = []
    places = [(0, rows[start].number)]
    length = 0
    quoted = False
    for row, following in pairwise(rows[start : end + 1]):
        quoted = _in_single_quotes(row.text, quoted)
        seam = sew(row.text, following.text, lexicon, quoted)
        quoted = quoted and row.text[-1] != "’"
        parts += (seam.before, seam.glue)
        length += len(seam.before) + len(seam.glue)
        places.append((length, following.number))
        _note(sewing, row, following, seam)
    parts.append(rows[end].text.rstrip(SOFT_HYPHEN + " ") or rows[end].text)
    return Paragraph("".join(parts), tuple(places), start, end)


def _in_single_quotes(text: str, quoted: bool) -> bool:
    if "‘" in text:
        return text.rfind("‘") > text.rfind("’ ")
    return quoted and "’ " not in text


def _note(sewing: Sewing, row: Row, following: Row, seam: Seam) -> None:
    sewing.joined += 1
    if following.turn or (sewing.strays and following.indent == 1 and not following.gap):
        sewing.over_pages.append(following.number)
    elif following.gap:
        sewing.over_blanks.append(following.number)
    if seam.hyphen == "soft":
        sewing.soft += 1
    elif seam.hyphen == "kept":
        sewing.kept.append(row.number)
    if seam.unsure:
        sewing.unsure.append(row.number)
