"""`::: dua`, `::: hadis`, `::: siir` as blocks of the model, and what is missing in them.

Apart from the other blocks, because what their lines are is told by how they look: script, quotation marks, gaps.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publish.model.block import Block, Hadith, Hemistich, Paragraph, Poem, Prayer
from publish.model.finding import Span
from publish.model.inline import Inline, Text, plain
from publish.source.inlines import read_line
from publish.source.rules.pieces import ARABIC, MEANING, SOURCE, WORDS
from publish.source.tree import Node

if TYPE_CHECKING:
    from publish.source.blocks import Maker

_BESIDE = re.compile(r"(?:^|\s)yan\s?yana(?=\s|$)", re.IGNORECASE)
_NAMED_SOURCE = re.compile(r"\bkaynak\s*=\s*[\"“”«»](?P<words>[^\"“”«»]*)[\"“”«»]", re.IGNORECASE)
_GAP = re.compile(r"\s+(?:[*/|]{1,3}|[٭✽❁⁂※]|[.…]{3,}|…)\s+|\t+|\s{3,}")
"""Between hemistichs: ` / ` as the guide has it, or another sign that is used so, or a wide gap."""
_BRACKETS = re.compile(r"[(\[].*[)\]]\.?", re.DOTALL)


def prayer(maker: Maker, node: Node, span: Span) -> list[Block]:
    """Return a prayer. Finds S033 (no Arabic) and S034 (several paragraphs, none of them in quotation marks)."""
    rest = node.token.meta["reference"]
    named = _NAMED_SOURCE.search(rest)
    if named:
        rest = rest[: named.start()] + rest[named.end() :]
    beside = _BESIDE.search(rest)
    title = _BESIDE.sub(" ", rest).strip()
    arabic, reading, meaning = (_paragraphs(maker, node, kind) for kind in (ARABIC, WORDS, MEANING))
    if node.children and not arabic:
        maker.gathered.report("S033", _first_line(maker, node))
    if len(reading) > 1 and not meaning:
        maker.gathered.report("S034", reading[-1].span)
    source = _parenthesised(maker, node, named["words"]) if named and named["words"].strip() else _source(maker, node)
    return [Prayer(_typed(maker, node, title), arabic, reading, meaning, source, bool(beside), span)]


def hadith(maker: Maker, node: Node, span: Span) -> list[Block]:
    """Return a hadith. Finds S035 (no source) and S006 (nothing but a source)."""
    typed = node.token.meta["reference"].strip()
    source = _parenthesised(maker, node, typed) if typed else _source(maker, node)
    arabic, translation = _paragraphs(maker, node, ARABIC), _paragraphs(maker, node, WORDS)
    if node.children and not source:
        maker.gathered.report("S035", _first_line(maker, node))
    if typed and not (arabic or translation):
        maker.gathered.report("S006", span, kind="hadis")
    return [Hadith(arabic, translation, source, span)]


def poem(maker: Maker, node: Node, span: Span) -> list[Block]:
    """Return a poem. Finds S036 (hemistichs that do not pair) and S006 (no line)."""
    title = _typed(maker, node, node.token.meta["reference"].strip())
    stanzas: dict[int, list[tuple[Hemistich, ...]]] = {}
    for piece in node.children:
        kind, stanza = piece.token.meta["kind"], piece.token.meta["stanza"]
        if kind not in (SOURCE, MEANING):
            stanzas.setdefault(stanza, []).append(_hemistichs(maker, piece))
    verses = tuple(tuple(lines) for lines in stanzas.values())
    made = Poem(title, verses, _paragraphs(maker, node, MEANING), _source(maker, node), span)
    _judge_pairs(maker, made)
    if not verses and (node.children or title):
        maker.gathered.report("S006", span, kind="siir")
    return [made]


def _judge_pairs(maker: Maker, poem: Poem) -> None:
    if poem.columns == 1:
        return
    for line in (line for stanza in poem.stanzas for line in stanza):
        if len(line) % 2:
            place = line[0].span
            whole = Span(place.path, place.line, place.column, line[-1].span.end_line, line[-1].span.end_column)
            maker.gathered.report("S036", whole, count=len(line))


def _hemistichs(maker: Maker, piece: Node) -> tuple[Hemistich, ...]:
    text, origin = maker.text(piece.children[0])
    is_arabic = piece.token.meta["kind"] == ARABIC
    halves, start = [], 0
    for end, following in (*(match.span() for match in _GAP.finditer(text)), (len(text), len(text))):
        if text[start:end].strip():
            words = read_line(text[start:end], origin.from_offset(start), maker.gathered, is_arabic=is_arabic)
            halves.append(Hemistich(words, is_arabic, origin.span(start, end)))
        start = following
    return tuple(halves)


def _paragraphs(maker: Maker, node: Node, kind: str) -> tuple[Paragraph, ...]:
    pieces = [piece.children[0] for piece in node.children if piece.token.meta["kind"] == kind]
    return tuple(Paragraph(*maker.words(piece, is_arabic=kind == ARABIC)) for piece in pieces)


def _source(maker: Maker, node: Node) -> tuple[Inline, ...]:
    """Return the source that stands on lines of its own."""
    lines = [line.children for line in _paragraphs(maker, node, SOURCE)]
    joined: list[Inline] = []
    for line in lines:
        joined += [Text(" ", line[0].span), *line] if joined and line else line
    return tuple(joined)


def _parenthesised(maker: Maker, node: Node, words: str) -> tuple[Inline, ...]:
    """Return a source that stands in the opening line, in parentheses."""
    line = _typed(maker, node, words.strip())
    if not line or _BRACKETS.fullmatch(plain(line)):
        return line
    return (Text("(", line[0].span), *line, Text(")", line[-1].span))


def _typed(maker: Maker, node: Node, words: str) -> tuple[Inline, ...]:
    """Return words of the opening line as a line of their own."""
    if not words:
        return ()
    row = node.rows[0]
    column = max(maker.gathered.lines[row].find(words), 0)
    return maker.line(words, row, column)


def _first_line(maker: Maker, node: Node) -> Span:
    return maker.gathered.rows(node.rows[0], node.rows[0] + 1)
