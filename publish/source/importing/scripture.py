"""Arabic that stands by itself: the basmala, verses with their translation, other passages.

    Arabic lines
    “…translation…” [Hacc 40]          →   one verse: the lines, the translation if there is one, the citation

A passage is a verse only when its translation says which one; any other Arabic stays Arabic.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import groupby

from publish.language import arabic
from publish.language.scripture import references
from publish.model.inline import Reference
from publish.source.importing.blocks import Block, Kind
from publish.source.importing.signs import is_arabic

LIKE_BASMALA = 0.82
"""Likeness of letters from which a damaged basmala is one; بسم الله alone, or with other words, is far below."""
LOST_LETTERS = 6
"""Letters that a damaged basmala may have lost or doubled."""
LEAST_ARABIC = 3
"""Arabic words at the beginning of a paragraph that can be a verse with its translation behind them."""

_BASMALA = "بسم الله الرحمن الرحيم"
_SIGN = "\ufdfd"
_ALEPHS = str.maketrans("أإآٱىئؤة", "ااااييوه")
_NOT_LETTER = re.compile("[^\u0621-\u063a\u0641-\u064a]")
_OPENING, _CLOSING = '“"«', '”"»'


def is_basmala(text: str) -> bool:
    """Say whether `text` is the basmala, whatever happened to its vowels, its spaces or the order of its words.

    >>> is_basmala("بِسْـــمِ اِلله الرَّحْمٰـــنِ الرَّحِيـــم"), is_basmala("الحمد لله رب العالمين")
    (True, False)
    """
    if text.strip() == _SIGN:
        return True
    wanted = _letters(_BASMALA)
    if not is_arabic(text) or abs(len(_letters(text)) - len(wanted)) > LOST_LETTERS:
        return False
    orders = (text, " ".join(reversed(text.split())), text[::-1])
    return any(
        SequenceMatcher(None, wanted, _letters(order), autojunk=False).ratio() >= LIKE_BASMALA for order in orders
    )


def _letters(text: str) -> str:
    return _NOT_LETTER.sub("", text.translate(_ALEPHS))


def gather(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return `blocks` with Arabic passages whole, and each with the translation that names its verse made a verse."""
    gathered: list[Block] = []
    parts = [part for block in blocks for part in _parted(block)]
    for kind, group in groupby(parts, key=lambda part: part.kind):
        run = list(group)
        if kind is Kind.ARABIC:
            gathered.append(Block(kind, tuple(paragraph for part in run for paragraph in part.paragraphs)))
            continue
        verse = _verse(gathered[-1], run[0]) if gathered and gathered[-1].kind is Kind.ARABIC else None
        if verse:
            gathered[-1] = verse
        gathered += run[1:] if verse else run
    return tuple(gathered)


def _parted(block: Block) -> tuple[Block, ...]:
    """Return the Arabic that a paragraph begins with and its translation as two blocks; else the block itself."""
    text = block.paragraphs[0].text
    runs = arabic.runs(text) if block.kind is Kind.PARAGRAPH and arabic.is_arabic(text[0]) else ()
    if not runs or runs[0][0] != 0 or len(text[: runs[0][1]].split()) < LEAST_ARABIC:
        return (block,)
    end = runs[0][1]
    start = len(text) - len(text[end:].lstrip(" :,.-–"))
    translation = block.paragraphs[0].cut(start, len(text))
    if _citation(translation.text) is None:
        return (block,)
    return Block(Kind.ARABIC, (block.paragraphs[0].cut(0, end),)), replace(block, paragraphs=(translation,))


def _verse(passage: Block, block: Block) -> Block | None:
    """Return the passage with `block` as its translation, a verse if that says which; None if it is no translation."""
    paragraph = block.paragraphs[0]
    if block.kind is not Kind.PARAGRAPH:
        return None
    citation = _citation(paragraph.text)
    if citation is None:
        quoted = _is_quotation(paragraph.text)
        return replace(passage, paragraphs=(*passage.paragraphs, paragraph)) if quoted else None
    end, reference = citation
    translation = (paragraph.cut(0, end),) if end else ()
    return Block(Kind.VERSE, (*passage.paragraphs, *translation), reference)


def _citation(text: str) -> tuple[int, str] | None:
    """Return where a quotation ends, 0 where there is none, and the reference behind it; None for any other text."""
    cited = references.citations(text)
    if len(cited) != 1 or cited[0][1] < len(text.rstrip(" .")):
        return None
    words = text[: cited[0][0]].rstrip()
    reference = text[cited[0][0] + 1 : cited[0][1] - 1]
    valid = (not words or _is_quotation(words)) and isinstance(references.read(reference), Reference)
    return (len(words), reference) if valid else None


def _is_quotation(text: str) -> bool:
    """Say whether `text` is one quotation and nothing else."""
    bare = text.rstrip(".")
    return len(bare) > 1 and bare[0] in _OPENING and bare[-1] in _CLOSING and text.find("”") in (-1, len(bare) - 1)
