"""Which short paragraphs are headings, which lines at the beginning are the title and the label over it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from publish.language import turkish
from publish.source.importing.blocks import Block, Kind
from publish.source.importing.marks import LEADER
from publish.source.importing.measure import Gauge
from publish.source.importing.paragraphs import Paragraph
from publish.source.importing.rows import Row
from publish.source.importing.signs import BULLET, DASH, LABEL, NUMBERED, POINT, End, Start, begin, finish
from publish.source.importing.words import SERIES

LONGEST = 90
"""Characters of a heading."""
MOST_WORDS = 11
ROOM = 0.02
"""Share of the measure that a heading leaves at least."""
IN_A_ROW = 3
"""Headings one after another from which they are the lines of a list."""
OPENING = 5
"""Blocks at the beginning among which title and label stand."""

_SPEECH = re.compile(
    r"(?:de|söyle|buyur|anlat|aktar|yaz|sor|ekle|açıkla|belirt|vurgula|bildir|duyur|yanıtla|sırala|rivayet|naklet)"
    r"(?:d[iıuü]|t[iıuü]|r|[eıiuü]r|[iıuü]?yor|mekte|makta|m[iıuü]ş)\w*$"
)
"""Verbs that lead in what somebody says: “şöyle dedi:”."""
_FINITE = re.compile(
    r"(?:yor|yordu|mektedir|maktadır|ecektir|acaktır|ecek|acak|ebilir|abilir|meli|malı|melidir|malıdır|elim|alım|m[iıuü]ştir"
    r"|m[iıuü]ştur|şöyle|şöyledir|şunlar|şunları|şunlardır|şudur|vardır)$"
)
"""Ends of whole sentences that lead in a list or a quotation."""
_NO_TITLE = re.compile(r"[\W\d_]*$|.*\b\d{4}\W*$")
"""Dates and numbers."""
_PART = re.compile(r"\b(?:bölüm|kısım|fasıl|giriş|önsöz|sunuş|takdim|mukaddime)\b")
"""Words of headings that stand before other headings."""
_UNFINISHED = re.compile(r"(?:[dt][ae]ki|n?[ıiuü]n|ve|ile|için|bir|olarak|göre|dair|s[ae]l|siyasi|dini|ilmi)$")
"""Words after which a title goes on in its next line."""


def name(blocks: Sequence[Block], rows: Sequence[Row], gauge: Gauge) -> tuple[Block, ...]:
    """Return `blocks` with title, label and headings named."""
    named = list(blocks)
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        if block.kind is Kind.PARAGRAPH and following and _is_heading(block.paragraphs[0], following, rows, gauge):
            named[index] = replace(block, kind=Kind.HEADING)
    return _opened(_without_lists(named), rows)


def _is_heading(paragraph: Paragraph, following: Block, rows: Sequence[Row], gauge: Gauge) -> bool:
    text = paragraph.text
    if (
        not _could_be(text)
        or paragraph.last - paragraph.first > 1
        or (following.kind is Kind.STANZA and text[-1] == ":")
    ):
        return False
    slack = gauge.slack(paragraph.last)
    if slack is not None and slack < ROOM and not _stands_alone(paragraph, rows):
        return False
    after = following.paragraphs[0].text
    end = finish(text)
    if end is End.COLON:
        return _is_subject(text) and following.kind is Kind.PARAGRAPH and after[0] not in '“"«‘'
    return end in (End.BARE, End.CLOSED) and begin(after) is not Start.LOWER


def _stands_alone(paragraph: Paragraph, rows: Sequence[Row]) -> bool:
    """Say whether a paragraph of one line has blank lines above and below."""
    first, after = rows[paragraph.first], rows[paragraph.last + 1 : paragraph.last + 2]
    return (
        paragraph.first == paragraph.last
        and bool(first.gap or first.turn)
        and bool(after and (after[0].gap or after[0].turn))
    )


def _could_be(text: str) -> bool:
    """Say whether `text` has the length and the beginning of a heading."""
    if len(text) > LONGEST or len(text.split()) > MOST_WORDS or _NO_TITLE.match(text) or LEADER.search(text):
        return False
    if LABEL.match(text) or POINT.match(text) or BULLET.match(text) or DASH.match(text):
        return False
    numbered = NUMBERED.match(text)
    return begin(text[numbered.end() :] if numbered else text) in (Start.UPPER, Start.DIGIT)


def _is_subject(text: str) -> bool:
    """Say whether a line that ends with a colon names what follows, and is no sentence that leads in a quotation."""
    words = text.rstrip(": ").split()
    last = turkish.lower(words[-1].split("’")[0]) if words else ""
    return bool(words) and len(words) <= MOST_WORDS - 3 and not _SPEECH.match(last) and not _FINITE.search(last)


def _without_lists(blocks: list[Block]) -> list[Block]:
    """Return `blocks` with headings that follow one another, line upon line, made paragraphs again."""
    start = 0
    while start < len(blocks):
        end = start
        while end < len(blocks) and blocks[end].kind is Kind.HEADING:
            end += 1
        if end - start >= IN_A_ROW and start > OPENING:
            blocks[start:end] = [replace(block, kind=Kind.PARAGRAPH) for block in blocks[start:end]]
        start = max(end, start + 1)
    return blocks


def _opened(blocks: list[Block], rows: Sequence[Row]) -> tuple[Block, ...]:
    """Return `blocks` with the title named, and the label over it."""
    first = next((index for index, block in enumerate(blocks) if block.kind is not Kind.BASMALA), len(blocks))
    lines = _head(blocks, first)
    if lines and len(blocks) > first + lines:
        label = lines > 1 and is_series(blocks[first].paragraphs[0].text)
        if label:
            blocks[first] = replace(blocks[first], kind=Kind.LABEL)
        title = first + label
        blocks[title] = replace(blocks[title], kind=Kind.TITLE)
        for index in range(title + 1, first + lines):
            text, after = (block.paragraphs[0].text for block in blocks[index : index + 2])
            if not (_is_prose(after) or _PART.search(turkish.lower(text))):  # a name, a publisher, a place
                blocks[index] = replace(blocks[index], kind=Kind.PARAGRAPH)
        if first + lines > title + 1 and _goes_on(blocks[title].paragraphs[0], blocks[title + 1].paragraphs[0], rows):
            blocks[title : title + 2] = [
                replace(blocks[title], paragraphs=(blocks[title].paragraphs[0].with_(blocks[title + 1].paragraphs[0]),))
            ]
    return tuple(blocks)


def _is_prose(text: str) -> bool:
    return finish(text) in (End.ENDED, End.COLON) or bool(LABEL.match(text) or POINT.match(text))


def _head(blocks: Sequence[Block], first: int) -> int:
    """Return how many blocks from `first` on are lines of a head: short, and no sentences."""
    count = 0
    for block in blocks[first : first + OPENING]:
        text = block.paragraphs[0].text
        if block.kind not in (Kind.PARAGRAPH, Kind.HEADING) or not _could_be(text) or text[-1] in ":.,;":
            break
        count += 1
    return count


def is_series(text: str) -> bool:
    """Say whether `text` reads as the name of a series.

    >>> is_series("Soru-Cevap"), is_series("Sabrın Öğrettikleri")
    (True, False)
    """
    words = [word for word in re.split(r"[\s\-–/:.]+", turkish.fold(text)) if word]
    known = sum(word in SERIES or word.isdigit() for word in words)
    return bool(known > len(words) / 2)


def _goes_on(title: Paragraph, line: Paragraph, rows: Sequence[Row]) -> bool:
    """Say whether `line` is the title's second: right below, apart from what follows, the phrase unfinished."""
    apart = line.last + 1 < len(rows) and bool(rows[line.last + 1].gap)
    if rows[line.first].gap or rows[line.first].turn or not apart:
        return False
    unfinished = _UNFINISHED.search(turkish.lower(title.text.split()[-1]))
    return bool(unfinished) or finish(title.text) is End.OPEN or (title.text.isupper() and line.text.isupper())
