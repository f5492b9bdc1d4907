"""Which words stand on which printed page: what page lists and comparisons with other forms of a text are made from."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from publish.model.lines import Ending, SetLine


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of one page; what was only made for paper is none: contents, running heads, indexes, the imprint."""

    folio: int
    """What is printed on it."""
    words: tuple[str, ...]
    """Those that end on it, in the order of reading: a word that is broken over the page is one of the next."""
    notes: tuple[str, ...]
    """The words of its notes, with their numbers."""


def page_map(lines: Iterable[SetLine]) -> tuple[PageText, ...]:
    """Return the text of pages, given their lines in the order of reading; of those that have any."""
    pages: dict[int, tuple[int, list[str], list[str]]] = {}
    broken = {False: "", True: ""}
    for line in lines:
        if not line.is_text:
            continue
        _, words, notes = pages.setdefault(line.page_number, (line.folio, [], []))
        own = line.text.split()
        own[0], broken[line.is_note] = broken[line.is_note] + own[0], ""
        if line.rest:
            last = own.pop()
            broken[line.is_note] = last[:-1] if line.ending is Ending.HYPHEN else last
        (notes if line.is_note else words).extend(own)
    return tuple(PageText(folio, tuple(words), tuple(notes)) for folio, words, notes in pages.values())


def to_json(pages: Iterable[PageText]) -> bytes:
    """Return a page map as a file."""
    rows = [[page.folio, " ".join(page.words), " ".join(page.notes)] for page in pages]
    return (json.dumps({"pages": rows}, ensure_ascii=False, indent=0) + "\n").encode()


def from_json(content: bytes) -> tuple[PageText, ...]:
    """Return the page map that a file holds. Raises `ValueError` where it holds none."""
    try:
        rows = json.loads(content)["pages"]
        return tuple(PageText(int(folio), tuple(words.split()), tuple(notes.split())) for folio, words, notes in rows)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(str(error)) from error
