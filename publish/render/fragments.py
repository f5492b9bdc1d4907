"""Blocks and lines as markup that is valid as HTML and well-formed as XHTML: what print and e-book have in common.

A `Medium` says where the two differ: how an Arabic run is wrapped, where a footnote goes, what an image's address is.
Every Arabic run gets an element of its own with `lang` and `dir`: WeasyPrint lays out each element alone, so a bare run
beside a nested element would overlap it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from html import escape
from itertools import groupby
from unicodedata import combining

from publish.language import arabic
from publish.model.block import (
    Answer,
    Basmala,
    Block,
    Break,
    Figure,
    Hadith,
    Heading,
    Hemistich,
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
from publish.model.booklet import Note
from publish.model.inline import (
    Apart,
    Arabic,
    Citation,
    Code,
    Emphasis,
    Foreign,
    Inline,
    LineBreak,
    Link,
    NoteMark,
    Source,
    Strong,
    Text,
    Whole,
    plain,
)

_ENDLESS = re.compile(r"(\S{60,})")
_LATIN = re.compile(r"[A-Za-zÇĞİÖŞÜçğıöşüâîûÂÎÛ0-9]")
_PIECE = re.compile(r".{20}(?=.)")
WIDE = 5
"""Columns from which on a table needs small letters and hyphens."""
LONGEST_ON_ONE_LINE = 30
"""Characters of an address or abbreviation from which on it may be broken over lines."""
DIRECTED = ' dir="ltr"'
RIGHT_TO_LEFT = {"ar", "fa", "ur", "he", "ckb", "ps", "sd", "ug", "yi", "arc", "syr", "dv"}
"""Languages whose lines run so."""
WIDEST_COUPLET = 60
"""Characters of both columns from which on hemistichs have no room side by side: the second stands below the first."""
SHORT_STANZA = 6
"""Lines up to which a stanza is kept on one page."""
ARABIC = 'lang="ar" xml:lang="ar" dir="rtl"'


@dataclass(slots=True)
class Medium:
    """Where print and e-book differ; keeps count of what was written."""

    arabic_element: str
    """Element of an Arabic run in a line: "span" on paper, "bdi" in the e-book."""
    note_mark: Callable[[Medium, Note, bool], str]
    """Writes the mark of a note; the flag says whether it is the first mark of that note."""
    image: Callable[[str], str]
    """Turns the path of an image into the address to write."""
    notes: dict[str, Note]
    direction: str = "ltr"
    """How the lines of the booklet run."""
    link: Callable[[str], str] = str
    """Turns the target of a link into the address to write; an empty one leaves the words without a link."""
    heading: Callable[[Heading], str] = lambda heading: ""
    """Returns what else to write into the tag of a heading."""
    place: Callable[[Citation | Verse], str] = lambda cited: ""
    """Returns what else to write into the tag of what cites verses."""
    marked: list[str] = field(default_factory=list)
    """Labels of the notes whose marks were written, in order of appearance."""


def write_blocks(blocks: tuple[Block, ...], medium: Medium) -> str:
    """Return the markup of `blocks`."""
    return "\n".join(write_block(block, medium) for block in blocks)


def write_block(block: Block, medium: Medium) -> str:
    """Return the markup of one block, those in it included."""
    return _WRITERS[type(block)](block, medium)


def write_line(inlines: tuple[Inline, ...], medium: Medium, *, in_arabic: bool = False) -> str:
    """Return the markup of a line of text; `in_arabic` where the element around it is right to left already."""
    if any(isinstance(inline, Apart) for inline in inlines):
        return _parted(inlines, medium)
    return "".join(_write_inline(inline, medium, in_arabic) for inline in inlines)


def _parted(inlines: tuple[Inline, ...], medium: Medium) -> str:
    """Write a paragraph with Arabic that has lines of its own; what follows these is no beginning of a paragraph."""
    written = []
    for is_apart, group in groupby(inlines, key=lambda inline: isinstance(inline, Apart)):
        nodes = tuple(group)
        if is_apart:
            written += [_write_inline(node, medium, in_arabic=False) for node in nodes]
        elif plain(nodes).strip() or not written:
            text = "".join(_write_inline(node, medium, in_arabic=False) for node in nodes)
            written.append(f'<span class="after">{text}</span>' if written else text)
    return "".join(written)


def _apart(apart: Apart, medium: Medium) -> str:
    """Write such Arabic: its line runs from right to left, with quotation marks and stops on the sides of Arabic."""
    written = (
        f'<span dir="ltr">{_write_inline(node, medium, in_arabic=False)}</span>'
        if isinstance(node, Citation)
        else _write_inline(node, medium, in_arabic=False)
        for node in _with_signs(apart.children)
    )
    return f'<span class="apart" dir="rtl">{"".join(written)}</span>'


def _with_signs(nodes: tuple[Inline, ...]) -> Iterator[Inline]:
    """Yield `nodes`, the signs that touch Arabic in one run with it: by themselves readers of PDF misplace them."""
    for is_run, group in groupby(nodes, key=lambda node: isinstance(node, Arabic | Text)):
        run = tuple(group)
        if is_run and any(isinstance(node, Arabic) for node in run) and not _LATIN.search(plain(run)):
            yield Arabic(plain(run), run[0].span)
        else:
            yield from run


def write_text(text: str, arabic_element: str) -> str:
    """Return the markup of plain words, of a title or a listing, each Arabic run in an element of its own."""
    parts, end = [], 0
    for start, stop in arabic.runs(text):
        run = f'<{arabic_element} class="arabic" {ARABIC}>{escape(text[start:stop], quote=False)}</{arabic_element}>'
        parts += [escape(text[end:start], quote=False), run]
        end = stop
    return "".join((*parts, escape(text[end:], quote=False)))


def _write_inline(inline: Inline, medium: Medium, in_arabic: bool) -> str:
    match inline:
        case Text():
            return _words(inline.text)
        case Arabic():
            text = escape(inline.text, quote=False)
            element = medium.arabic_element
            return text if in_arabic else f'<{element} class="arabic" {ARABIC}>{text}</{element}>'
        case Whole():
            return _whole(inline.text, medium.arabic_element)
        case Code():
            return f"<code>{write_text(inline.text, medium.arabic_element)}</code>"
        case Citation():
            words = write_text(inline.text, medium.arabic_element)
            return f'<span class="reference"{medium.place(inline)}>{words}</span>'
        case NoteMark():
            first = inline.label not in medium.marked
            if first:
                medium.marked.append(inline.label)
            return medium.note_mark(medium, medium.notes[inline.label], first)
        case LineBreak():
            return "<br/>"
        case Apart():
            return _apart(inline, medium)
        case _:
            opening, closing = _element(inline, medium)
            return opening + write_line(inline.children, medium, in_arabic=in_arabic) + closing


def _words(text: str) -> str:
    """Write plain words; one that no line can hold gets places where it may be broken without a hyphen."""
    if not _ENDLESS.search(text):
        return escape(text, quote=False)
    return "".join(
        f'<span class="whole long">{_breakable(piece)}</span>' if place % 2 else escape(piece, quote=False)
        for place, piece in enumerate(_ENDLESS.split(text))
    )


def _breakable(word: str) -> str:
    return escape(_PIECE.sub("\\g<0>\u200b", word), quote=False)


def _whole(text: str, arabic_element: str) -> str:
    """Write what is never hyphenated; long addresses may break, without a hyphen, behind `/` and before `.`"""
    if len(text) < LONGEST_ON_ONE_LINE:
        return f'<span class="whole">{write_text(text, arabic_element)}</span>'
    pieces = re.split(r"(?<=[/?&=@])(?![/?&=@])|(?=\.)", text)
    broken = "<wbr/>".join(write_text(piece, arabic_element) for piece in pieces)
    return f'<span class="whole long">{broken}</span>'


def _element(inline: Foreign | Emphasis | Strong | Link | Source, medium: Medium) -> tuple[str, str]:
    match inline:
        case Foreign():
            language = escape(inline.language)
            other = medium.direction == "rtl" and language.split("-")[0] not in RIGHT_TO_LEFT
            return f'<span lang="{language}" xml:lang="{language}"{DIRECTED if other else ""}>', "</span>"
        case Emphasis():
            return "<em>", "</em>"
        case Strong():
            return "<strong>", "</strong>"
        case Source():
            return '<span class="source">', "</span>"
        case Link():
            address = medium.link(inline.target)
            return (f'<a href="{escape(address)}">', "</a>") if address else ("", "")


def _heading(block: Heading, medium: Medium) -> str:
    level = block.level
    return f'<h{level} id="{block.identifier}"{medium.heading(block)}>{write_line(block.children, medium)}</h{level}>'


def _paragraph(block: Paragraph, medium: Medium) -> str:
    return f"<p>{write_line(block.children, medium)}</p>"


def _label(block: Label, medium: Medium) -> str:
    return f'<p class="label">{write_line(block.children, medium)}</p>'


def _opened(opening: str, blocks: tuple[Block, ...], medium: Medium) -> str:
    """Write `blocks` with `opening` before the first words, in the first paragraph where there is one."""
    if blocks and isinstance(blocks[0], Paragraph):
        first = f"<p>{opening}{write_line(blocks[0].children, medium)}</p>"
        return "\n".join((first, *(write_block(block, medium) for block in blocks[1:])))
    return "\n".join((f"<p>{opening}</p>", *(write_block(block, medium) for block in blocks)))


def _question(block: Question, medium: Medium) -> str:
    tag = f'<span class="tag">{write_text(block.label, medium.arabic_element)}:</span> '
    return f'<div class="question">\n{_opened(tag, block.blocks, medium)}\n</div>'


def _answer(block: Answer, medium: Medium) -> str:
    tag = f'<span class="tag">{write_text(block.label, medium.arabic_element)}:</span> '
    return f'<div class="answer">\n{_opened(tag, block.blocks, medium)}\n</div>'


def _point(block: Point, medium: Medium) -> str:
    marker = f'<span class="marker">{write_text(block.marker, medium.arabic_element)} </span>'
    return f'<div class="point level-{block.level}">\n{_opened(marker, block.blocks, medium)}\n</div>'


def _arabic_lines(paragraphs: tuple[Paragraph, ...], medium: Medium) -> str:
    return "\n".join(
        f'<p class="arabic" {ARABIC}>{write_line(line.children, medium, in_arabic=True)}</p>' for line in paragraphs
    )


def _translation(paragraphs: tuple[Paragraph, ...], medium: Medium) -> str:
    return "\n".join(f'<p class="translation">{write_line(line.children, medium)}</p>' for line in paragraphs)


def _verse(block: Verse, medium: Medium) -> str:
    parts = [_arabic_lines(block.arabic, medium), _translation(block.translation, medium)]
    turned = DIRECTED if medium.direction == "rtl" and not any(map(arabic.is_arabic, block.citation)) else ""
    citation = f"<cite{turned}>[{write_text(block.citation, medium.arabic_element)}]</cite>" if block.citation else ""
    sources = ", ".join(filter(None, (citation, write_text(block.meal, medium.arabic_element))))
    if sources:
        parts.append(f'<p class="citation">{sources}</p>')
    return f'<blockquote class="verse"{medium.place(block)}>\n' + "\n".join(filter(None, parts)) + "\n</blockquote>"


def _passage(block: Passage, medium: Medium) -> str:
    parts = [_arabic_lines(block.arabic, medium), _translation(block.translation, medium)]
    return '<blockquote class="passage">\n' + "\n".join(part for part in parts if part) + "\n</blockquote>"


def _prayer(block: Prayer, medium: Medium) -> str:
    arabic = _arabic_lines(block.arabic, medium)
    reading = "\n".join(f'<p class="reading">{write_line(line.children, medium)}</p>' for line in block.reading)
    words = "\n".join(filter(None, (reading, _translation(block.meaning, medium))))
    if block.beside and arabic and words:
        columns = f'<div class="side">\n{arabic}\n</div>\n<div class="side" dir="ltr">\n{words}\n</div>'
        arabic, words = f'<div class="beside" dir="rtl">\n{columns}\n</div>', ""
    return _group("div", "prayer", (_name(block.title, medium), arabic, words, _citation(block.source, medium)))


def _hadith(block: Hadith, medium: Medium) -> str:
    translation = _translation(block.translation, medium)
    return _group(
        "blockquote", "hadith", (_arabic_lines(block.arabic, medium), translation, _citation(block.source, medium))
    )


def _poem(block: Poem, medium: Medium) -> str:
    stanzas = (_stanza(lines, medium) for lines in block.stanzas)
    translation = _translation(block.translation, medium)
    return _group("div", "poem", (_name(block.title, medium), *stanzas, translation, _citation(block.source, medium)))


def _stanza(lines: tuple[tuple[Hemistich, ...], ...], medium: Medium) -> str:
    """Write a stanza: couplets under one another as rows of two columns, single lines by themselves."""
    rows = (line[start : start + 2] for line in lines for start in range(0, len(line), 2))
    parts = []
    for (is_arabic, count), group in groupby(rows, key=lambda row: (row[0].is_arabic, len(row))):
        couplets = tuple(group)
        kind = ["couplets" if count > 1 else "lines"]
        kind += ["arabic"] if is_arabic else []
        kind += ["wide"] if count > 1 and _are_wide(couplets) else []
        written = "\n".join(_couplet(row, medium) for row in couplets)
        parts.append(f'<div class="{" ".join(kind)}"{f" {ARABIC}" if is_arabic else ""}>\n{written}\n</div>')
    kind = ["stanza", *(["short"] if len(lines) <= SHORT_STANZA else [])]
    return f'<div class="{" ".join(kind)}">\n{chr(10).join(parts)}\n</div>'


def _are_wide(couplets: tuple[tuple[Hemistich, ...], ...]) -> bool:
    columns = zip(*couplets, strict=True)
    lengths = ([sum(not combining(char) for char in plain(half.children)) for half in column] for column in columns)
    return sum(map(max, lengths)) > WIDEST_COUPLET


def _couplet(row: tuple[Hemistich, ...], medium: Medium) -> str:
    halves = [write_line(half.children, medium, in_arabic=half.is_arabic) for half in row]
    if len(halves) == 1:
        return f"<p>{halves[0]}</p>"
    return "<p>" + " ".join(f'<span class="hemistich">{half}</span>' for half in halves) + "</p>"


def _group(element: str, name: str, parts: Iterable[str]) -> str:
    return f'<{element} class="{name}">\n' + "\n".join(filter(None, parts)) + f"\n</{element}>"


def _name(title: tuple[Inline, ...], medium: Medium) -> str:
    return f'<p class="name">{write_line(title, medium)}</p>' if title else ""


def _citation(source: tuple[Inline, ...], medium: Medium) -> str:
    return f'<p class="citation"><cite>{write_line(source, medium)}</cite></p>' if source else ""


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
    return f"<table{wide}>{head}<tbody>\n{body}\n</tbody></table>"


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
    Prayer: _prayer,
    Hadith: _hadith,
    Poem: _poem,
    Basmala: _basmala,
    Quote: _quote,
    Items: _items,
    Figure: _figure,
    Table: _table,
    Listing: _listing,
    Break: _break,
}
