"""Lines of text as markup that is valid as HTML and well-formed as XHTML: what print and e-book have in common.

A `Medium` says where the two differ: how an Arabic run is wrapped, where a footnote goes, what an image's address is.
Every Arabic run gets an element of its own with `lang` and `dir`: WeasyPrint lays out each element alone, so a bare run
beside a nested element would overlap it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import escape
from itertools import groupby

from publish.language import arabic
from publish.model.block import (
    Heading,
    Paragraph,
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
    Name,
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
LONGEST_ON_ONE_LINE = 30
"""Characters of an address, an abbreviation or a citation from which on it may be broken over lines."""
LONGEST_IN_THE_MIDDLE = 200
"""Characters up to which the translation of a verse stands in the middle, as the verse does: three lines."""
DIRECTED = ' dir="ltr"'
RIGHT_TO_LEFT = {"ar", "fa", "ur", "he", "ckb", "ps", "sd", "ug", "yi", "arc", "syr", "dv"}
"""Languages whose lines run so."""
ARABIC = 'lang="ar" xml:lang="ar" dir="rtl"'
TURKISH = 'lang="tr" xml:lang="tr" dir="ltr"'
"""Of what stands in Latin letters in an Arabic booklet."""


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
    breaks_addresses: bool = True
    """Whether long addresses may be broken."""
    direction: str = "ltr"
    """How the lines of the booklet run."""
    link: Callable[[str], str] = str
    """Turns the target of a link into the address to write; an empty one leaves the words without a link."""
    heading: Callable[[Heading], str] = lambda heading: ""
    """Returns what else to write into the tag of a heading."""
    place: Callable[[Citation | Verse], str] = lambda cited: ""
    """Returns what else to write into the tag of what cites verses."""
    cite: Callable[[Citation, str], str] = lambda cited, place: ""
    """Returns what else to write into the tag of a citation to make it a link, given what `place` returned."""
    linked: bool = False
    """Whether a link is written, which must hold no other."""
    name: Callable[[Name], str] = lambda name: ""
    """Returns what to write into the tag of a name for the index; an empty text leaves it without a tag."""
    paragraph: Callable[[tuple[Inline, ...], str], str] = lambda line, before: ""
    """Returns what else to write into the tag of a paragraph, given its line and the words before that."""
    behind_arabic: str = ""
    """What is written behind an Arabic run in a line of the other direction."""
    marked: list[str] = field(default_factory=list)
    """Labels of the notes whose marks were written, in order of appearance."""


def write_line(inlines: tuple[Inline, ...], medium: Medium, *, in_arabic: bool = False) -> str:
    """Return the markup of a line of text; `in_arabic` where the element around it is right to left already."""
    if any(isinstance(inline, Apart) for inline in inlines):
        return _parted(inlines, medium)
    behind = "" if in_arabic else medium.behind_arabic
    return "".join(
        _write_inline(inline, medium, in_arabic) + (behind if isinstance(inline, Arabic) else "") for inline in inlines
    )


def _parted(inlines: tuple[Inline, ...], medium: Medium) -> str:
    """Write a paragraph with Arabic that has lines of its own; what follows these is no beginning of a paragraph."""
    written = []
    for is_apart, group in groupby(inlines, key=lambda inline: isinstance(inline, Apart)):
        nodes = tuple(group)
        if is_apart:
            written += [_write_inline(node, medium, in_arabic=False) for node in nodes]
        elif plain(nodes).strip() or not written:
            text = write_line(nodes, medium)
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


def turned(words: str, direction: str) -> str:
    """Return what to write into the tag of words that an author of an Arabic booklet left in Latin letters."""
    return f" {TURKISH}" if direction == "rtl" and not any(map(arabic.is_arabic, words)) else ""


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
            return _whole(inline.text, medium)
        case Code():
            return f"<code>{write_text(inline.text, medium.arabic_element)}</code>"
        case Citation():
            return _citation(inline, medium)
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
            outer = medium.linked
            medium.linked = outer or (isinstance(inline, Link) and bool(opening))
            words = write_line(inline.children, medium, in_arabic=in_arabic)
            medium.linked = outer
            return opening + words + closing


def _citation(cited: Citation, medium: Medium) -> str:
    words = write_text(cited.text, medium.arabic_element)
    kind = "reference" if len(cited.text) > LONGEST_ON_ONE_LINE else "reference short"
    place = medium.place(cited)
    link = "" if medium.linked else medium.cite(cited, place)
    return f'<a class="{kind}"{link}>{words}</a>' if link else f'<span class="{kind}"{place}>{words}</span>'


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


def _whole(text: str, medium: Medium) -> str:
    """Write what is never hyphenated; long addresses may break, without a hyphen, behind `/` and before `.`"""
    if len(text) < LONGEST_ON_ONE_LINE or not medium.breaks_addresses:
        return f'<span class="whole">{write_text(text, medium.arabic_element)}</span>'
    pieces = re.split(r"(?<=[/?&=@])(?![/?&=@])|(?=\.)", text)
    broken = "<wbr/>".join(write_text(piece, medium.arabic_element) for piece in pieces)
    return f'<span class="whole long">{broken}</span>'


def _element(inline: Foreign | Name | Emphasis | Strong | Link | Source, medium: Medium) -> tuple[str, str]:
    match inline:
        case Foreign():
            language = escape(inline.language)
            other = medium.direction == "rtl" and language.split("-")[0] not in RIGHT_TO_LEFT
            return f'<span lang="{language}" xml:lang="{language}"{DIRECTED if other else ""}>', "</span>"
        case Name():
            place = medium.name(inline)
            return (f"<span{place}>", "</span>") if place else ("", "")
        case Emphasis():
            return "<em>", "</em>"
        case Strong():
            return "<strong>", "</strong>"
        case Source():
            return '<span class="source">', "</span>"
        case Link():
            address = medium.link(inline.target)
            return (f'<a href="{escape(address)}">', "</a>") if address else ("", "")


def arabic_lines(paragraphs: tuple[Paragraph, ...], medium: Medium) -> str:
    """Return the Arabic lines of a block, each as a paragraph."""
    return "\n".join(
        f'<p class="arabic" {ARABIC}>{write_line(line.children, medium, in_arabic=True)}</p>' for line in paragraphs
    )


def translation(paragraphs: tuple[Paragraph, ...], medium: Medium) -> str:
    """Return what such lines mean, each paragraph as one; short ones are marked, to stand in the middle."""
    is_short = all(len(plain(line.children)) <= LONGEST_IN_THE_MIDDLE for line in paragraphs)
    opening = f'<p class="translation{" short" if is_short else ""}">'
    return "\n".join(f"{opening}{write_line(line.children, medium)}</p>" for line in paragraphs)
