"""Text into lines that keep their number in the file, cleared of what nobody sees.

Invisible characters (zero-width, bidirectional controls, soft hyphens within a line) come from the program that took
the text out of a PDF, not from the author; the count of what was cleared goes into the report.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

SOFT_HYPHEN = "\u00ad"
TAB = 8

_END = re.compile("\r\n|[\n\r]")
_INNER_END = re.compile("[\v\u0085\u2028\u2029]")
_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\x1c-\x1f]")
_BIDI_RUN = re.compile(
    "[\u202a\u202b\u2067](?P<lead> *)(?P<run>[^\u202a-\u202e\u2066-\u2069\n]*?)(?P<tail> *)[\u202c\u2069]"
)
_LOOSE_OPENING = re.compile(r"(?P<bracket>[(\[])\s*(?P<rest>[^()\[\]]*\S)$")
_AHEAD = re.compile(r"\s{0,80}[^\W_]")
_INVISIBLE = re.compile("[\u200b\u200e\u200f\u2060\ufeff\u061c\u202a-\u202e\u2066-\u2069]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_INNER_HYPHEN = re.compile(f"{SOFT_HYPHEN}(?![ \\t]*(?:[\\n\\r\\f\\v\u0085\u2028\u2029]|$))")
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_DECOMPOSED = re.compile("[A-Za-z\u00c0-\u024f][\u0300-\u036f]+")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the file, or the part of it that stands in one column."""

    number: int
    """In the file, from 1."""
    text: str
    """Without its end; tabs are spaces, spaces before and after are kept."""
    page: int = 0
    """Counts the form feeds before it."""


@dataclass(frozen=True, slots=True)
class Cleared:
    """A text without what nobody sees, and how often what was cleared."""

    text: str
    counts: dict[str, int]
    """By kind: "invisible", "control", "ligature", "composed"."""


def clear(text: str) -> Cleared:
    """Remove or replace what the extraction left between the letters; line ends and form feeds stay.

    Spaces of every width become plain ones. The space before an embedded Arabic run that belongs after it is put there:
    pdftotext writes the run's spaces at its wrong end, and the bracket that opens behind it.

    >>> clear("ka\u00adlem\u200b, ﬁkir").text
    'kalem, fikir'
    """
    counts: Counter[str] = Counter()

    def replace(kind: str, pattern: re.Pattern[str], by: str, text: str) -> str:
        text, times = pattern.subn(by, text)
        counts[kind] += times
        return text

    text = _BIDI_RUN.sub(_spaced, _SPACE.sub(" ", text.removesuffix("\x1a")))
    text = replace("invisible", _INVISIBLE, "", text)
    text = replace("invisible", _INNER_HYPHEN, "", text)
    text = replace("control", _CONTROL, "", text)
    text, counts["ligature"] = _LIGATURE.subn(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    text, counts["composed"] = _DECOMPOSED.subn(lambda match: unicodedata.normalize("NFC", match[0]), text)
    return Cleared(text, {kind: times for kind, times in counts.items() if times})


def _spaced(match: re.Match[str]) -> str:
    after = match.string[match.end() : match.end() + 1]
    lead, run, tail = match["lead"], match["run"], match["tail"]
    opening = _LOOSE_OPENING.match(run)
    if opening and _AHEAD.match(
        match.string, match.end()
    ):  # the bracket of the Latin words behind the run, drawn at the run's left
        return f"{lead}{opening['rest']} {opening['bracket']}"
    if lead and not tail and after.isalnum():
        return f"{run} " if match.string[match.start() - 1 : match.start()] == " " else f" {run} "
    return f"{lead}{run}{tail}"


def split(text: str) -> tuple[Line, ...]:
    """Split `text` at line ends and form feeds; a line that holds several keeps its number in each.

    >>> split("bir\\n\\fiki")
    (Line(number=1, text='bir', page=0), Line(number=2, text='iki', page=1))
    """
    lines: list[Line] = []
    page = 0
    for number, row in enumerate(_END.split(text), 1):
        for index, part in enumerate(row.split("\f")):
            page += index > 0
            if index == 0 and not part and "\f" in row:
                continue  # the form feed stands first: no empty line before it
            lines.extend(Line(number, piece.expandtabs(TAB), page) for piece in _INNER_END.split(part))
    return tuple(lines)
