"""A booklet's blocks parted into the files of an e-book, and the table of contents over them.

A level-1 heading begins a chapter, and the small lines that stand over it (a label, a basmala) go with it. What
stands before the first heading is a chapter of its own if it is prose, and opens the first chapter if it is not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from publish.model.block import (
    Basmala,
    Block,
    Break,
    Figure,
    Hadith,
    Heading,
    Label,
    Passage,
    Poem,
    Prayer,
    Question,
    Verse,
    walk,
)
from publish.model.html import TocEntry
from publish.model.inline import Inline, LineBreak, Link, NoteMark, Text, WithChildren, plain

OVER_A_HEADING = (Label, Basmala)
MOTTO = (Label, Basmala, Verse, Passage, Prayer, Hadith, Poem, Figure, Break)
"""What may open a chapter before its heading without being a text of its own."""


@dataclass(frozen=True, slots=True)
class Section:
    """The blocks of one file."""

    name: str
    """File name, ASCII."""
    heading: Heading | None
    """The heading of level 1, if there is one."""
    blocks: tuple[Block, ...]

    def identifiers(self) -> Iterator[str]:
        """Yield what links can point to in this file."""
        return (block.identifier for block in walk(self.blocks) if isinstance(block, Heading))


def part(blocks: tuple[Block, ...]) -> tuple[Section, ...]:
    """Part `blocks` into files, in reading order; none is empty unless the booklet is."""
    starts = _starts(blocks)
    ends = (*starts[1:], len(blocks))
    width = max(2, len(str(len(starts))))
    return tuple(
        _section(f"bolum-{number:0{width}}.xhtml", blocks[start:end])
        for number, (start, end) in enumerate(zip(starts, ends, strict=True), 1)
    )


def _starts(blocks: tuple[Block, ...]) -> tuple[int, ...]:
    starts = []
    for index, block in enumerate(blocks):
        if isinstance(block, Heading) and block.level == 1:
            start = index
            while start and isinstance(blocks[start - 1], OVER_A_HEADING):
                start -= 1
            starts.append(start)
    if starts and all(isinstance(block, MOTTO) for block in blocks[: starts[0]]):
        starts[0] = 0
    return tuple(starts) if starts and starts[0] == 0 else (0, *starts)


def _section(name: str, blocks: tuple[Block, ...]) -> Section:
    heading = next((block for block in blocks if isinstance(block, Heading) and block.level == 1), None)
    return Section(name, heading, blocks)


def stretches(blocks: tuple[Block, ...]) -> Iterator[tuple[bool, tuple[Block, ...]]]:
    """Part a chapter into stretches of questions and answers (True) and of other text.

    An answer's points and sub-headings belong to it, so a stretch goes on from its first question to a heading no
    lower than the one it stands under.
    """
    stretch: list[Block] = []
    asking, above = False, 0
    for block in blocks:
        ends = asking and isinstance(block, Heading) and block.level <= above
        begins = not asking and isinstance(block, Question)
        if ends or begins:
            if stretch:
                yield asking, tuple(stretch)
            stretch, asking = [], not asking
        if isinstance(block, Heading) and not asking:
            above = block.level
        stretch.append(block)
    if stretch:
        yield asking, tuple(stretch)


def contents(sections: tuple[Section, ...], write: Callable[[tuple[Inline, ...]], str]) -> tuple[TocEntry, ...]:
    """Return the table of contents of all headings with words, nested by level; `write` makes a line's markup."""
    entries = [
        (block.level, TocEntry(words(block.children), write(unlinked(block.children)), _address(section, block)))
        for section in sections
        for block in walk(section.blocks)
        if isinstance(block, Heading) and words(block.children)
    ]
    return _nest(entries)


def _address(section: Section, heading: Heading) -> str:
    return section.name if heading is section.heading else f"{section.name}#{heading.identifier}"


def _nest(entries: list[tuple[int, TocEntry]]) -> tuple[TocEntry, ...]:
    nested: list[TocEntry] = []
    index = 0
    while index < len(entries):
        level, entry = entries[index]
        below = index + 1
        while below < len(entries) and entries[below][0] > level:
            below += 1
        nested.append(replace(entry, children=_nest(entries[index + 1 : below])))
        index = below
    return tuple(nested)


def words(inlines: tuple[Inline, ...]) -> str:
    """Return the words of a heading on one line."""
    return " ".join(plain(inlines).split())


def unlinked(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return a heading's line as it stands in a table of contents: no links, no note marks, no line ends."""
    line: list[Inline] = []
    for inline in inlines:
        match inline:
            case NoteMark():
                continue
            case LineBreak():
                line.append(Text(" ", inline.span))
            case Link():
                line.extend(unlinked(inline.children))
            case _ if isinstance(inline, WithChildren):
                line.append(replace(inline, children=unlinked(inline.children)))
            case _:
                line.append(inline)
    return tuple(line)
