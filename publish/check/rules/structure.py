"""Headings, points, questions: nothing empty, nothing skipped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from publish.check.registry import rule
from publish.model.block import Answer, Block, Heading, Items, Point, Question, Quote
from publish.model.booklet import Booklet
from publish.model.finding import Finding, Span, found
from publish.model.inline import plain
from publish.model.world import World


@rule
def empty_booklet(booklet: Booklet, world: World) -> Iterable[Finding]:
    """Find a booklet in which nothing is printed (S027)."""
    if not booklet.blocks:
        path = booklet.folder / "text.md"
        yield found("S027", Span(str(path)), path=path)


@rule
def headings(booklet: Booklet, world: World) -> Iterable[Finding]:
    """Find headings without words (S023), skipped levels (S018), and a first one that opens no chapter (S030)."""
    above = 0
    for heading in (block for block in booklet.walk() if isinstance(block, Heading)):
        if not plain(heading.children).strip():
            yield found("S023", heading.span)
        if above == 0 and heading.level > 1:
            yield found("S030", heading.span, level=heading.level)
        elif heading.level > above + 1:
            yield found("S018", heading.span, above=above, level=heading.level, count=above + 1)
        above = heading.level


@rule
def points(booklet: Booklet, world: World) -> Iterable[Finding]:
    """Find points without words (S024)."""
    for block in booklet.walk():
        if isinstance(block, Point) and not block.blocks:
            yield found("S024", block.span, marker=block.marker)


@rule
def questions(booklet: Booklet, world: World) -> Iterable[Finding]:
    """Find questions that are never answered (S025), and questions and answers without words (S026)."""
    for siblings in _sibling_lists(booklet):
        asked: Question | None = None
        for block in siblings:
            if asked and isinstance(block, Question | Heading):
                yield found("S025", asked.span, label=asked.label)
                asked = None
            if isinstance(block, Question):
                asked = block
            elif isinstance(block, Answer):
                asked = None
        if asked:
            yield found("S025", asked.span, label=asked.label)
        for index, block in enumerate(siblings):
            if isinstance(block, Question | Answer) and _is_empty(block, siblings[index + 1 : index + 2]):
                yield found("S026", block.span, label=block.label)


def _is_empty(block: Question | Answer, following: tuple[Block, ...]) -> bool:
    if block.blocks:
        return False
    return isinstance(block, Question) or not following or isinstance(following[0], Question | Answer | Heading)


def _sibling_lists(booklet: Booklet) -> Iterator[tuple[Block, ...]]:
    yield booklet.blocks
    for block in booklet.walk():
        match block:
            case Question() | Answer() | Point() | Quote():
                yield block.blocks
            case Items():
                yield from block.items
            case _:
                pass
