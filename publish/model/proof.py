"""What a proof is made of: the lines as they stand on the pages, the text they carry, what is doubtful, what changed.

Lengths are points; places on a page are counted from the top left of the trim.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

NOTE_MARK = "\ufffc"
"""Begins the word that stands for the mark of a note; the note's number follows."""

JOINT = "\u2063"
"""Begins a word read from paper where nobody can tell whether a space stood before it. As a word of its own, at the end
of a passage: nor whether the next one, on another page, goes on with it."""


class Kind(StrEnum):
    """What a passage is to its readers."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    CELL = "cell"
    CAPTION = "caption"
    NOTE = "note"


class Word(NamedTuple):
    """A word with its signs, and where it begins."""

    text: str
    page: int
    """Printed number."""
    line: int
    """From the top of the page, from 1; notes are counted on."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What an author takes for one piece: a paragraph, a heading, a cell, a note; wherever its lines end."""

    kind: Kind
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """All that authors wrote, in the order of reading; not what is made of it: contents, indexes, running heads."""

    title: str
    passages: tuple[Passage, ...]
    pages: int


class Gap(NamedTuple):
    """A space between words of a line, from its left end to its right one."""

    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a passage, as it stands."""

    number: int
    """From the top of the page; lines beside each other have the same."""
    passage: int
    """Index of the passage; -1 for what is made of the text."""
    left: float
    right: float
    top: float
    bottom: float
    baseline: float
    column: Gap
    """The room it was given."""
    beginning: str
    """Its first words."""
    gap: float | None
    """Mean of its spaces in em; none where it has none."""
    gaps: tuple[Gap, ...]
    is_full: bool
    """Whether it should fill its column."""
    is_last: bool
    """Whether it ends its passage."""
    is_composed: bool
    """Whether the composer set it."""
    has_hyphen: bool
    """Whether it ends with one."""
    is_note: bool


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the book."""

    folio: int
    width: float
    height: float
    left: float
    top: float
    right: float
    bottom: float
    """The text block."""
    leading: float
    grid: float
    """Where the first baseline of the grid stands."""
    lines: tuple[Line, ...]
    """From the top; those of notes at the end."""
    ends_early: bool
    """Whether what follows begins a new page by itself, so that this one may be short."""


@dataclass(frozen=True, slots=True)
class Record:
    """A book as it was laid out."""

    text: Text
    pages: tuple[Page, ...]


class Blemish(StrEnum):
    """What a compositor would look at again."""

    LOOSE = "loose"
    TIGHT = "tight"
    LADDER = "ladder"
    RIVER = "river"
    WIDOW = "widow"
    ORPHAN = "orphan"
    STUB = "stub"
    HEADING = "heading"
    """A heading at the foot of a page."""
    STOCK = "stock"
    """A line that the composer left to WeasyPrint."""
    DEPTH = "depth"
    """Facing pages of unequal depth."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place to look at again."""

    blemish: Blemish
    page: int
    """Index."""
    lines: tuple[int, ...]
    """Indexes of lines of that page; none where the page is meant."""
    figure: float
    """Em of the gaps; lines of a ladder or river; share of the measure of a stub; lines that a page is short of."""
    trace: tuple[tuple[float, float, float], ...] = ()
    """Of a river: left, right and baseline of each of its gaps."""


class Deed(StrEnum):
    """What was done to the text since the last proof."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    SPLIT = "split"
    JOINED = "joined"


class Place(NamedTuple):
    """A page by its printed number, and a line on it."""

    page: int
    line: int


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that was done to the text."""

    deed: Deed
    kind: Kind
    is_whole: bool
    """Whether a whole passage was added, removed or moved."""
    old: str
    new: str
    before: str
    """The words it follows."""
    old_place: Place | None
    new_place: Place | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed since the last proof."""

    with_what: str
    """The file or the commit, as it was named."""
    changes: tuple[Change, ...]
    reflowed: int
    """Passages whose words are the same and now begin on another page or line."""
    old_pages: int


@dataclass(frozen=True, slots=True)
class Sheets:
    """What is put around the pages of a proof, as HTML documents with the same size of sheet."""

    front: str
    """The list that is signed: as many sheets as it takes."""
    overlay: str
    """One sheet for every page, to be drawn over it."""
    width: float
    height: float
    """Size of a sheet, in points."""
    record: bytes
    """What is kept within the file, so that a later proof can be compared with this one."""


WriteSheets = Callable[[Record], Sheets | None]
"""Writes the sheets of a proof, given its pages; None where these were only to be read."""
