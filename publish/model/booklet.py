"""A booklet as it flows from `source` to `render`: settings, blocks, notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from publish.model import block as blocks_
from publish.model.block import Block
from publish.model.edition import Edition
from publish.model.finding import Span
from publish.model.inline import Inline


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote."""

    label: str
    number: int
    """Counts from 1 in order of appearance of its mark."""
    blocks: tuple[Block, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Booklet(Edition):
    """One booklet, read and understood."""

    name: str
    """The name of its folder: ASCII, names the artefacts."""
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    """In order of number."""
    style: str | None
    """The booklet's own style.css."""

    def walk(self) -> Iterator[Block]:
        """Yield every block of the text, then those of the notes."""
        yield from blocks_.walk(self.blocks)
        for note in self.notes:
            yield from blocks_.walk(note.blocks)

    def lines(self) -> Iterator[tuple[Inline, ...]]:
        """Yield every line of text, in reading order, notes last."""
        for block in self.walk():
            yield from blocks_.lines(block)
