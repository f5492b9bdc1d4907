"""Blocks as markup that is valid as HTML and well-formed as XHTML: what print and e-book have in common."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from publish.model.block import (
    Answer,
    Basmala,
    Block,
    Break,
    Figure,
    Hadith,
    Heading,
    Items,
    Label,
    Listing,
    Paragraph,
    Passage,
    Poem,
    Point,
    Prayer,
    Question,
    Quote,
    Table,
    Verse,
)
from publish.model.inline import (
    Arabic,
    Inline,
)
from publish.render import devotions
from publish.render.lines import ARABIC, Medium, arabic_lines, translation, turned, write_line, write_text

WIDE = 5
"""Columns from which on a table needs small letters and hyphens."""


def write_blocks(blocks: tuple[Block, ...], medium: Medium) -> str:
    """Return the markup of `blocks`."""
    return "\n".join(write_block(block, medium) for block in blocks)


def write_block(block: Block, medium: Medium) -> str:
    """Return the markup of one block, those in it included."""
    return _WRITERS[type(block)](block, medium)


def _heading(block: Heading, medium: Medium) -> str:
    level = block.level
    return f'<h{level} id="{block.identifier}"{medium.heading(block)}>{write_line(block.children, medium)}</h{level}>'


def _paragraph(block: Paragraph, medium: Medium) -> str:
    return f"<p{medium.paragraph(block.children, '')}>{write_line(block.children, medium)}</p>"


def _label(block: Label, medium: Medium) -> str:
    return f'<p class="label">{write_line(block.children, medium)}</p>'


def _opened(opening: str, words: str, blocks: tuple[Block, ...], medium: Medium) -> str:
    """Write `blocks` with `opening`, which says `words`, in the first paragraph where there is one."""
    if blocks and isinstance(blocks[0], Paragraph):
        line = blocks[0].children
        first = f"<p{medium.paragraph(line, words)}>{opening}{write_line(line, medium)}</p>"
        return "\n".join((first, *(write_block(block, medium) for block in blocks[1:])))
    return "\n".join((f"<p>{opening}</p>", *(write_block(block, medium) for block in blocks)))


def _tag(label: str, medium: Medium) -> str:
    language = turned(label, medium.direction)
    return f'<span class="tag"{language}>{write_text(label, medium.arabic_element)}:</span> '


def _question(block: Question, medium: Medium) -> str:
    return f'<div class="question">\n{_opened(_tag(block.label, medium), block.label, block.blocks, medium)}\n</div>'


def _answer(block: Answer, medium: Medium) -> str:
    return f'<div class="answer">\n{_opened(_tag(block.label, medium), block.label, block.blocks, medium)}\n</div>'


def _point(block: Point, medium: Medium) -> str:
    marker = f'<span class="marker">{write_text(block.marker, medium.arabic_element)} </span>'
    return f'<div class="point level-{block.level}">\n{_opened(marker, block.marker, block.blocks, medium)}\n</div>'


def _verse(block: Verse, medium: Medium) -> str:
    parts = [arabic_lines(block.arabic, medium), translation(block.translation, medium)]
    language, words = turned(block.citation, medium.direction), write_text(block.citation, medium.arabic_element)
    citation = f"<cite{language}>[{words}]</cite>" if block.citation else ""
    sources = ", ".join(filter(None, (citation, write_text(block.meal, medium.arabic_element))))
    if sources:
        parts.append(f'<p class="citation">{sources}</p>')
    return f'<blockquote class="verse"{medium.place(block)}>\n' + "\n".join(filter(None, parts)) + "\n</blockquote>"


def _passage(block: Passage, medium: Medium) -> str:
    parts = [arabic_lines(block.arabic, medium), translation(block.translation, medium)]
    return '<blockquote class="passage">\n' + "\n".join(part for part in parts if part) + "\n</blockquote>"


def _basmala(block: Basmala, medium: Medium) -> str:
    return f'<p class="basmala" {ARABIC}>{escape(block.text, quote=False)}</p>'


def _quote(block: Quote, medium: Medium) -> str:
    return f'<blockquote class="quote">\n{write_blocks(block.blocks, medium)}\n</blockquote>'


def _items(block: Items, medium: Medium) -> str:
    element = "ul" if block.start is None else "ol"
    start = f' start="{block.start}"' if block.start not in (None, 1) else ""
    items = "\n".join(f"<li>{write_blocks(item, medium)}</li>" for item in block.items)
    return f"<{element}{start}>\n{items}\n</{element}>"


def _figure(block: Figure, medium: Medium) -> str:
    caption = f"<figcaption>{write_line(block.caption, medium)}</figcaption>" if block.caption else ""
    return f'<figure><img src="{escape(medium.image(block.path))}" alt="{escape(block.alt)}"/>{caption}</figure>'


def _table(block: Table, medium: Medium) -> str:
    def row(cells: tuple[tuple[Inline, ...], ...], element: str) -> str:
        alone = (" alone" if len(cell) == 1 and isinstance(cell[0], Arabic) else "" for cell in cells)
        classes = (alignment + lone for alignment, lone in zip(block.alignments, alone, strict=True))
        styles = (f' class="{name.strip()}"' if name else "" for name in classes)
        written = (
            f"<{element}{style}>{write_line(cell, medium)}</{element}>"
            for cell, style in zip(cells, styles, strict=True)
        )
        return f"<tr>{''.join(written)}</tr>"

    head = f"<thead>{row(block.head, 'th')}</thead>" if any(block.head) else ""
    body = "\n".join(row(cells, "td") for cells in block.rows)
    wide = ' class="wide"' if len(block.alignments) >= WIDE else ""
    rows = f"<tbody>\n{body}\n</tbody>" if block.rows else ""
    return f"<table{wide}>{head}{rows}</table>"


def _listing(block: Listing, medium: Medium) -> str:
    return f"<pre><code>{write_text(block.text, medium.arabic_element)}</code></pre>"


def _break(block: Break, medium: Medium) -> str:
    return '<hr class="break"/>'


_WRITERS: dict[type, Callable[..., str]] = {
    Heading: _heading,
    Label: _label,
    Paragraph: _paragraph,
    Question: _question,
    Answer: _answer,
    Point: _point,
    Verse: _verse,
    Passage: _passage,
    Prayer: devotions.prayer,
    Hadith: devotions.hadith,
    Poem: devotions.poem,
    Basmala: _basmala,
    Quote: _quote,
    Items: _items,
    Figure: _figure,
    Table: _table,
    Listing: _listing,
    Break: _break,
}
