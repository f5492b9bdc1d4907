"""Blocks written down as `text.md` and `booklet.toml`: every word as it was, nothing in it read as markup.

What the dialect has a form for is written in it: `Soru:`, `Cevap:`, `1-`, `A-`, `[Hacc 40]` and sources are so
already. All else that Markdown would take for its own gets a backslash, which the reader of the file does not print.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from publish.source.importing.blocks import Block, Kind
from publish.source.importing.notes import MARK

_MARKS = re.compile(
    r"\\(?=[!-/:-@\[-`{-~]|$)"  # a backslash that would hide the next sign
    r"|[*`]"
    r"|(?<![^\W_])_|_(?![^\W_])"  # within a word, as in addresses, it is a letter
    r"|\[(?=\^)|\](?=[({])"  # marks of notes, links, words of other languages
    r"|<(?=[A-Za-z/!?])"
    r"|&(?=#?\w{1,31};)"
)
_BEGINNING = re.compile(r"#|>|[-+](?=\s|$)|~{3}|:{2}|[-=|:_+](?=[-=|:_+\s]*$)")
_NUMBER = re.compile(r"(\d{1,9})(\))(?=\s|$)")
_LAST_HASH = re.compile(r"#+$")


def escape(text: str) -> str:
    r"""Return one line of `text` so that Markdown reads it back as it is.

    >>> escape("1) *yıldız*"), escape("[Hacc 40]")
    ('1\\) \\*yıldız\\*', '[Hacc 40]')
    """
    escaped = MARK.sub(r"[^\g<label>]", _MARKS.sub(lambda match: "\\" + match[0], text))
    if _BEGINNING.match(escaped):
        return "\\" + escaped
    return _NUMBER.sub(r"\1\\\2", escaped, count=1) if _NUMBER.match(escaped) else escaped


def text(blocks: Sequence[Block]) -> str:
    """Return `text.md`: one line a paragraph, a blank line between blocks."""
    return "\n\n".join(_WRITERS[block.kind](block) for block in blocks) + "\n"


def _lines(block: Block) -> list[str]:
    return [escape(paragraph.text) for paragraph in block.paragraphs]


def _fenced(name: str) -> Callable[[Block], str]:
    def write(block: Block) -> str:
        return f"::: {name}\n" + "\n\n".join(_lines(block)) + "\n:::"

    return write


def _heading(signs: str) -> Callable[[Block], str]:
    def write(block: Block) -> str:
        return f"{signs} " + _LAST_HASH.sub(lambda match: "\\" + match[0], _lines(block)[0])

    return write


def _paragraph(block: Block) -> str:
    return _lines(block)[0]


def _stanza(block: Block) -> str:
    return "\\\n".join(escape(line) for line in block.paragraphs[0].text.split("\n"))


def _verse(block: Block) -> str:
    part = f' "{block.part}"' if block.part else ""
    return "\n".join([f"::: ayet {block.reference}{part}", *filter(None, ["\n\n".join(_lines(block))]), ":::"])


def _note(block: Block) -> str:
    return f"[^{block.reference}]: {_lines(block)[0]}"


_WRITERS: dict[Kind, Callable[[Block], str]] = {
    Kind.BASMALA: _fenced("besmele"),
    Kind.LABEL: _fenced("seri"),
    Kind.TITLE: _heading("#"),
    Kind.HEADING: _heading("##"),
    Kind.PARAGRAPH: _paragraph,
    Kind.STANZA: _stanza,
    Kind.ARABIC: _fenced("arabic"),
    Kind.VERSE: _verse,
    Kind.NOTE: _note,
}

_BOOKLET = """\
# Kitapçığın kimliği. Eksikleri tamamlayın: satır başındaki # işaretini kaldırıp tırnak içini doldurun.

title = {title}
{series}
# subtitle = "Alt başlık"
# authors = ["Ad Soyad"]
# translator = "Ad Soyad"
# isbn = "978-…"
# date = 2026-01-31            # bu baskının tarihi
# edition = "1. baskı"
# description = "Arka kapak ve katalog için birkaç cümle."

[print]
published = false              # taslak; basılıp dağıtılacaksa true yazın: künye kanuna göre denetlenir
# trim = "a5"                  # sayfa ölçüsü

[quran]
{script}      # ayetlerin yazımı: "simple-plain" (bugünkü) ya da "uthmani" (Medine mushafı)
# translation = "Hangi meal"   # ayet çevirilerinin kaynağı
"""


def booklet(title: str, series: str | None, script: str | None) -> str:
    """Return `booklet.toml` with what is known, and what is worth filling in as comments."""
    line = f"series = {_quoted(series)}\n" if series else '# series = "Dizinin adı"\n'
    chosen = f"script = {_quoted(script)}" if script else '# script = "simple-plain"'
    return _BOOKLET.format(title=_quoted(title), series=line, script=chosen)


def _quoted(text: str) -> str:
    """Return `text` as a basic string of TOML."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
