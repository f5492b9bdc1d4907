"""Clean documents torn as the programs of the trade tear them: into lines, pages, columns, with what they leave
behind."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from publish.language.hyphenation.dictionary import breaks
from tests.source.importing.corpus import Piece


@dataclass(frozen=True, slots=True)
class Style:
    """How a producer writes a document down as plain text."""

    width: int = 78
    """Of the lines, in characters, or in average letters when `printed`."""
    printed: bool = False
    """Lines are broken by the widths of a printed face, so that their characters differ in number."""
    hyphen: str = ""
    """What stands at the end of a divided word; empty for undivided words."""
    justified: bool = False
    """Spaces within the lines bring every full line to the width."""
    between: str = "\n"
    """What stands between paragraphs, line ends only or with spaces: "" none, "\\n" one blank line."""
    indent: int = 0
    """Spaces before the first line of a paragraph."""
    hanging: int = 0
    """Spaces before the other lines of a point."""
    margin: int = 0
    """Spaces before every line."""
    first_blank: bool = False
    """An empty line after the first line of every paragraph of several lines."""
    spacing: str = ""
    """What stands between the lines of a paragraph: "\\n" for double-spaced text."""
    page: int = 0
    """Lines on a page; 0 for one long page."""
    feed: bool = True
    """A form feed between pages."""
    heads: tuple[str, ...] = ()
    """Running heads, taken in turn; "#" is the folio."""
    foot: str = ""
    """Foot of every page; "#" is the folio, "@" the number of pages, "%" the folio in Roman numerals."""
    head_on_first: bool = True
    columns: bool = False
    stray: bool = False
    """One space before the first line of a page that goes on with a paragraph."""
    seed: int = 0


def tear(pieces: Sequence[Piece], style: Style) -> str:
    """Return the document as the producer would write it."""
    draw = random.Random(style.seed)
    lines: list[str] = []
    for piece in pieces:
        if lines and style.between:
            lines.extend(style.between.removesuffix("\n").split("\n"))
        lines.extend(_set(piece, style, draw))
    if not style.page:
        return "\n".join(_column_pages([lines], style)) + "\n"
    return _paged(lines, style)


def _set(piece: Piece, style: Style, draw: random.Random) -> Iterator[str]:
    if piece.kind in ("poem", "arabic"):
        yield from (" " * style.margin + line for line in piece.text.split("\n"))
        return
    rows = list(_broken(piece.text, style))
    for index, row in enumerate(rows):
        last = index == len(rows) - 1
        indent = style.indent if index == 0 and piece.kind not in ("title", "label", "heading") else 0
        if index and piece.kind == "point":
            indent = style.hanging
        if style.justified and not last:
            row = _spread(row, style.width - indent, draw)
        yield " " * (style.margin + indent) + row
        if style.first_blank and index == 0 and not last:
            yield ""
        if style.spacing and not last:
            yield from style.spacing.removesuffix("\n").split("\n")


_NARROW, _WIDE = frozenset("ıiljtfrI.,;:!’'()[]-“”"), frozenset("mwMWÖOGDHNUÜQA—%")


def _advance(text: str, style: Style) -> float:
    """Return the width of `text`: a sans face of three widths, unlike any the importer knows."""
    if not style.printed:
        return len(text)
    return sum(0.62 if char in _NARROW else 1.45 if char in _WIDE else 0.6 if char == " " else 1.05 for char in text)


def _broken(text: str, style: Style) -> Iterator[str]:
    line = " " * style.indent
    words = text.split()
    while words:
        word = words.pop(0)
        trial = f"{line} {word}" if line.strip() else line + word
        if _advance(trial, style) <= style.width or not line.strip():
            line = trial
            continue
        head, tail = _divided(line, word, style)
        if head:
            yield f"{line} {head}".strip()
            words.insert(0, tail)
        elif (
            "-" in word[:-1]
            and _advance(f"{line} {word[: word.index('-') + 1]}", style) <= style.width
            and style.hyphen
        ):
            at = word.index("-") + 1
            yield f"{line} {word[:at]}".strip()
            words.insert(0, word[at:])
        else:
            yield line.strip()
            words.insert(0, word)
        line = ""
    yield line.strip()


def _divided(line: str, word: str, style: Style) -> tuple[str, str]:
    if not style.hyphen:
        return "", ""
    for at in reversed(breaks(word)):
        if _advance(f"{line} {word[:at]}{style.hyphen}", style) <= style.width:
            return word[:at] + style.hyphen, word[at:]
    return "", ""


def _spread(row: str, width: int, draw: random.Random) -> str:
    words = row.split(" ")
    missing = width - len(row)
    if missing <= 0 or len(words) < 2:
        return row
    spaces = [1] * (len(words) - 1)
    for _ in range(missing):
        spaces[draw.randrange(len(spaces))] += 1
    return "".join(word + " " * space for word, space in zip_longest(words, spaces, fillvalue=0))


def _column_pages(pages: list[list[str]], style: Style) -> list[str]:
    if not style.columns:
        return [line for page in pages for line in page]
    return [line for page in pages for line in _side_by_side(page, style)]


def _side_by_side(page: list[str], style: Style) -> list[str]:
    half = (len(page) + 1) // 2
    left, right = page[:half], page[half:]
    at = max(style.width + 4, max(map(len, left), default=0) + 3)
    return [f"{one:<{at}}{other}".rstrip() for one, other in zip_longest(left, right, fillvalue="")]


def _roman(number: int) -> str:
    text = ""
    for value, sign in ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        while number >= value:
            text, number = text + sign, number - value
    return text


def _paged(lines: list[str], style: Style) -> str:
    length = style.page * (2 if style.columns else 1)
    pages: list[list[str]] = [lines[start : start + length] for start in range(0, len(lines), length)]
    out: list[str] = []
    for index, page in enumerate(pages):
        while page and not page[0].strip():
            page = page[1:]
        while page and not page[-1].strip():
            page = page[:-1]
        if style.stray and index and page and page[0][:1].islower():
            page = [" " + page[0], *page[1:]]

        def filled(text: str, folio: int = index + 1) -> str:
            return text.replace("#", str(folio)).replace("@", str(len(pages))).replace("%", _roman(folio))

        body = _column_pages([page], style)
        if style.heads and (index or style.head_on_first):
            body = [filled(style.heads[index % len(style.heads)]), "", *body]
        if style.foot:
            body = [*body, "", filled(style.foot)]
        text = "\n".join(body) + "\n"
        out.append(("\f" if style.feed and index else "") + text)
    return "".join(out)


def scanned(text: str, seed: int) -> str:
    """Return `text` as text recognition leaves it: stray spaces and blank lines here and there."""
    draw = random.Random(seed)
    lines: list[str] = []
    for line in text.split("\n"):
        if line.strip():
            line = " " * draw.choice((0,) * 15 + (1, 3)) + line.replace(" ", "  ", draw.random() < 0.05)
        lines.append(line)
        if line.strip() and draw.random() < 0.015:
            lines.append("")
    return "\n".join(lines)


def copied(text: str) -> str:
    """Return `text` as it is copied out of a viewer: no form feeds, a space at every line end, the ends of Windows."""
    return "\r\n".join(line + " " if line.strip() else line for line in text.replace("\f", "").split("\n"))


def unwrapped(pieces: Sequence[Piece], between: str) -> str:
    """Return the document as word processors save it: every paragraph one line, a tab after its marker."""
    return between.join(piece.text.replace("- ", "-\t", piece.kind == "point") for piece in pieces) + "\n"
