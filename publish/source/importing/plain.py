"""Plain text, torn as it may be, into the blocks of a booklet: the order of the steps, and what each of them found.

bytes ─decode→ text ─lines→ lines ─furniture, rhythm→ pages ─columns→ flows ─rows→ rows ─passages, notes, shards→ rows
rows ─measure, marks, joints, stanzas→ ends of paragraphs ─paragraphs→ paragraphs ─scripture, headings→ blocks
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from publish.source.importing import (
    columns,
    furniture,
    headings,
    joints,
    notes,
    passages,
    rhythm,
    scripture,
    shards,
    stanzas,
)
from publish.source.importing.blocks import Block, Kind
from publish.source.importing.lines import Cleared, Line, clear, split
from publish.source.importing.marks import marks
from publish.source.importing.measure import Gauge, gauge
from publish.source.importing.paragraphs import Paragraph, sew_rows
from publish.source.importing.record import Record
from publish.source.importing.rows import Row, rows
from publish.source.importing.signs import is_arabic


def blocks(text: str) -> tuple[tuple[Block, ...], Record]:
    """Return the blocks of `text` in order, notes last, and the record of what was done to get them."""
    record = Record()
    cleared = clear(text)
    record.cleared = cleared.counts
    found, asides = _rows(cleared, record)
    measured = gauge(found)
    mended = shards.mend(found, measured)
    if len(mended) < len(found):
        found, measured = mended, gauge(mended)
    signs = marks(found)
    ends = joints.ends(found, signs, measured)
    paragraphs = sew_rows(found, ends, stanzas.stanzas(found, signs, measured), record.sewing)
    return _named(paragraphs, found, measured, asides, record), record


def _rows(cleared: Cleared, record: Record) -> tuple[tuple[Row, ...], tuple[notes.Note, ...]]:
    pages, record.removed = _pages(split(cleared.text))
    flows, record.unfolded = columns.unfold(pages)
    parted, record.mended = passages.part(passages.with_marks(rows(flows)))
    return notes.take(parted)


def _pages(lines: Sequence[Line]) -> tuple[tuple[tuple[Line, ...], ...], tuple[furniture.Removed, ...]]:
    """Return the pages without their furniture; where form feeds show none, the beat of the lines may."""
    pages = tuple(tuple(page) for _, page in groupby(lines, key=lambda line: line.page))
    if len(pages) > 1:
        stripped, removed = furniture.strip(pages)
        return stripped, removed
    return rhythm.strip(lines)


def _named(
    paragraphs: Sequence[Paragraph], found: Sequence[Row], measured: Gauge, asides: Sequence[notes.Note], record: Record
) -> tuple[Block, ...]:
    """Return the blocks, each with its kind; notes without a label stand behind the paragraph that they interrupted."""
    kinds = headings.name(scripture.gather([_block(paragraph) for paragraph in paragraphs]), found, measured)
    sewn = [(note, _note(note, record)) for note in asides]
    record.notes = tuple(paragraph.places[0][1] for note, paragraph in sewn if note.label)
    record.loose = tuple(paragraph.places[0][1] for note, paragraph in sewn if not note.label)
    ordered = list(kinds)
    for note, paragraph in sewn:
        if not note.label:
            ordered.insert(_place(ordered, note.after), Block(Kind.PARAGRAPH, (paragraph,)))
    return (*ordered, *(Block(Kind.NOTE, (paragraph,), note.label) for note, paragraph in sewn if note.label))


def _place(blocks: Sequence[Block], line: int) -> int:
    """Return the index behind the last block that has words of `line`."""
    holding = (
        index
        for index, block in enumerate(blocks, 1)
        for paragraph in block.paragraphs
        for _, number in paragraph.places
        if number == line
    )
    return max(holding, default=len(blocks))


def _block(paragraph: Paragraph) -> Block:
    if paragraph.stanza:
        return Block(Kind.STANZA, (paragraph,))
    if is_arabic(paragraph.text):
        return Block(Kind.BASMALA if scripture.is_basmala(paragraph.text) else Kind.ARABIC, (paragraph,))
    return Block(Kind.PARAGRAPH, (paragraph,))


def _note(note: notes.Note, record: Record) -> Paragraph:
    ends = [False] * (len(note.rows) - 1) + [True]
    return sew_rows(note.rows, ends, (), record.sewing)[0]
