"""What stands on its own in a booklet: paragraphs, headings, questions, verses. Every node keeps its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from publish.model.finding import Span
from publish.model.inline import Inline, Reference


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is a chapter of the booklet."""

    level: int
    """1–4."""
    children: tuple[Inline, ...]
    identifier: str
    """ASCII, unique in the booklet."""
    span: Span


@dataclass(frozen=True, slots=True)
class Label:
    """`::: seri` … the small line over a title."""

    children: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    children: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Question:
    """`Soru:` with the paragraphs up to the answer; the label is `label`, the rest in `blocks`."""

    label: str
    """As it was written, without the colon: “Soru”, “Soru 3”."""
    blocks: tuple[Block, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Answer:
    """`Cevap:` with its first paragraph; what follows stands after it."""

    label: str
    blocks: tuple[Block, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Point:
    """One point of an argument, `1-` or `A-`, the points below it among its blocks."""

    marker: str
    """As it was written: “1-”, “A-”."""
    level: int
    """1 for the outermost kind of marker, by order of appearance."""
    blocks: tuple[Block, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Verse:
    """`::: ayet REF`: Arabic lines and their translation. `arabic` is empty until the canon gives it, unless typed."""

    citation: str
    """The reference as written, or in the form of the house; empty where the author gave none."""
    references: tuple[Reference, ...]
    """What it refers to; empty until `language` has read it."""
    arabic: tuple[Paragraph, ...]
    translation: tuple[Paragraph, ...]
    typed: bool
    """Whether the author typed the Arabic."""
    span: Span
    part: str = ""
    """First and last words of the part that is meant, as written; empty for the whole."""
    meal: str = ""
    """Whose translation this is, where it is not the one that the booklet names."""


@dataclass(frozen=True, slots=True)
class Passage:
    """`::: arabic`: any other Arabic block, with its translation if it has one."""

    arabic: tuple[Paragraph, ...]
    translation: tuple[Paragraph, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Prayer:
    """`::: dua`: Arabic, how it is read (okunuş) in Turkish letters, what it means; each may be missing."""

    title: tuple[Inline, ...]
    arabic: tuple[Paragraph, ...]
    reading: tuple[Paragraph, ...]
    meaning: tuple[Paragraph, ...]
    source: tuple[Inline, ...]
    """With its parentheses or brackets."""
    beside: bool
    """Whether the Arabic stands beside the other two, not over them."""
    span: Span


@dataclass(frozen=True, slots=True)
class Hadith:
    """`::: hadis SOURCE`: Arabic, translation, source; each may be missing."""

    arabic: tuple[Paragraph, ...]
    translation: tuple[Paragraph, ...]
    source: tuple[Inline, ...]
    """With its parentheses or brackets."""
    span: Span


@dataclass(frozen=True, slots=True)
class Hemistich:
    """Half a line of verse, or a whole one that has no halves."""

    children: tuple[Inline, ...]
    is_arabic: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Poem:
    """`::: siir`: stanzas of lines of hemistichs."""

    title: tuple[Inline, ...]
    stanzas: tuple[tuple[tuple[Hemistich, ...], ...], ...]
    translation: tuple[Paragraph, ...]
    source: tuple[Inline, ...]
    """With its parentheses, brackets or dash."""
    span: Span

    @property
    def columns(self) -> int:
        """Whether the hemistichs stand in two columns, or each line by itself."""
        return 2 if any(len(line) > 1 for stanza in self.stanzas for line in stanza) else 1


@dataclass(frozen=True, slots=True)
class Basmala:
    """`::: besmele`: typed, or taken from the canon (1:1)."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation set apart."""

    blocks: tuple[Block, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Items:
    """A list of Markdown; `start` is None for bullets."""

    start: int | None
    items: tuple[tuple[Block, ...], ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Figure:
    """An image that stands alone, with its caption."""

    path: str
    """As written, relative to the booklet's folder."""
    alt: str
    caption: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; the first row is the head."""

    head: tuple[tuple[Inline, ...], ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]
    alignments: tuple[str, ...]
    """One a column: "", "left", "center" or "right"."""
    span: Span


@dataclass(frozen=True, slots=True)
class Listing:
    """Lines to be typed, as they stand."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Break:
    """A change of thought between paragraphs."""

    span: Span


Block = (
    Heading
    | Label
    | Paragraph
    | Question
    | Answer
    | Point
    | Verse
    | Passage
    | Prayer
    | Hadith
    | Poem
    | Basmala
    | Quote
    | Items
    | Figure
    | Table
    | Listing
    | Break
)


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield every block, parents before children, in reading order."""
    for block in blocks:
        yield block
        match block:
            case Question() | Answer() | Point() | Quote():
                yield from walk(block.blocks)
            case Verse() | Passage() | Hadith():
                yield from block.arabic
                yield from block.translation
            case Prayer():
                yield from (*block.arabic, *block.reading, *block.meaning)
            case Poem():
                yield from block.translation
            case Items():
                for item in block.items:
                    yield from walk(item)
            case _:
                pass


def lines(block: Block) -> tuple[tuple[Inline, ...], ...]:
    """Return the lines of text that `block` holds itself, not those of the blocks in it."""
    match block:
        case Heading() | Label() | Paragraph():
            return (block.children,)
        case Prayer():
            return (block.title, block.source)
        case Hadith():
            return (block.source,)
        case Poem():
            halves = (half.children for stanza in block.stanzas for line in stanza for half in line)
            return (block.title, *halves, block.source)
        case Figure():
            return (block.caption,)
        case Table():
            return (*block.head, *(cell for row in block.rows for cell in row))
        case _:
            return ()
