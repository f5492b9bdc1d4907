"""Prayers, hadith and poems as markup, for print and e-book."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from unicodedata import combining

from publish.model.block import Hadith, Hemistich, Poem, Prayer
from publish.model.inline import Inline, plain
from publish.render.lines import ARABIC, Medium, arabic_lines, translation, write_line

WIDEST_COUPLET = 60
"""Characters of both columns from which on hemistichs have no room side by side: the second stands below the first."""
SHORT_STANZA = 6
"""Lines up to which a stanza is kept on one page."""


def prayer(block: Prayer, medium: Medium) -> str:
    """Return the markup of a prayer."""
    arabic = arabic_lines(block.arabic, medium)
    reading = "\n".join(f'<p class="reading">{write_line(line.children, medium)}</p>' for line in block.reading)
    words = "\n".join(filter(None, (reading, translation(block.meaning, medium))))
    if block.beside and arabic and words:
        columns = f'<div class="side">\n{arabic}\n</div>\n<div class="side" dir="ltr">\n{words}\n</div>'
        arabic, words = f'<div class="beside" dir="rtl">\n{columns}\n</div>', ""
    return _group("div", "prayer", (_name(block.title, medium), arabic, words, _citation(block.source, medium)))


def hadith(block: Hadith, medium: Medium) -> str:
    """Return the markup of a hadith."""
    words = translation(block.translation, medium)
    return _group("blockquote", "hadith", (arabic_lines(block.arabic, medium), words, _citation(block.source, medium)))


def poem(block: Poem, medium: Medium) -> str:
    """Return the markup of a poem."""
    stanzas = (_stanza(lines, medium) for lines in block.stanzas)
    words = translation(block.translation, medium)
    return _group("div", "poem", (_name(block.title, medium), *stanzas, words, _citation(block.source, medium)))


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
