"""The words of an e-book's documents, each with its place in the markup: what is compared with paper, and marked.

    XHTML ─ words ─→ Word, …      text of the chapter, and of its notes, each in the order of reading

The documents are our own, so a scanner of tags is enough, and what is not touched keeps its bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from publish.render.ebook import cited_verses

_PIECE = re.compile(r"<(?P<end>/?)(?P<tag>[\w:.-]+)[^>]*?(?P<empty>/?)>|<[^>]*>|&[^;\s]+;|\s+|[^<&\s]+")
TEXT_LEVEL = "a", "abbr", "b", "bdi", "bdo", "cite", "code", "dfn", "em", "i", "q", "s", "small", "span", "strong"
INLINE = frozenset((*TEXT_LEVEL, "sub", "sup", "u", "wbr"))
"""Elements that do not end a word."""
NOTE = "aside"
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\u061c\xad\ufeff]")
"""Signs that nobody reads."""


@dataclass(frozen=True, slots=True)
class Word:
    """What stands between two spaces, or two edges of blocks."""

    letters: str
    at: int
    """Where it begins in the document."""
    is_note: bool


def seen(text: str) -> str:
    """Return what is read of a text: without signs of direction, places for breaks, and the like."""
    return _UNSEEN.sub("", text)


def words(xhtml: str) -> Iterator[Word]:
    """Yield the words of a document's body, up to the verses that it only cites: paper does not have them."""
    at, letters, depth = 0, "", 0
    end = xhtml.find(cited_verses.SECTION)
    for piece in _PIECE.finditer(xhtml, xhtml.index("<body"), end if end > 0 else len(xhtml)):
        tag = piece["tag"]
        if tag is None:
            character = seen(unescape(piece.group()))
            if character.strip() and not piece.group().startswith("<"):
                at = at if letters else piece.start()
                letters += character
                continue
            is_space = bool(character) and not piece.group().startswith("<")
        else:
            is_space = tag not in INLINE
        if is_space and letters:
            yield Word(letters, at, depth > 0)
            letters = ""
        if tag == NOTE and not piece["empty"]:
            depth += -1 if piece["end"] else 1
