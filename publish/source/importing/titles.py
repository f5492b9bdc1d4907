"""Which of the lines that pages repeat is the title, or the heading of a chapter, and no running head."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from publish.source.importing.folio import read
from publish.source.importing.signs import End, finish

LONGEST_TITLE = 60
"""Characters of a line that may be a title, where running text fills the line."""
SHORTER = 0.75
"""Share of a usual line that a head fills at most, unless it stands on most pages."""


def could_be_title(text: str, usual: float) -> bool:
    """Say whether a line is shorter than the `usual` one, and no sentence."""
    return len(text) <= min(LONGEST_TITLE, SHORTER * usual) and finish(text) in (End.BARE, End.CLOSED)


def alternate(heads: Iterable[tuple[int, str]]) -> bool:
    """Say whether heads, as page number and words, are of two wordings, one on left pages and one on right ones."""
    sides: defaultdict[int, set[str]] = defaultdict(set)
    for page, words in heads:
        sides[page % 2].add(words)
    return len(sides[0]) == 1 == len(sides[1]) and sides[0] != sides[1]


def is_head(words: str, rest: Sequence[str], usual: float, *, furnished: bool) -> bool:
    """Say whether the first line of a document, which heads repeat, is a running head too and not the title.

    It is when the title stands below it in the same words, or when enough other lines of `rest` could be the title:
    one where the page is known to be `furnished` with a folio, else two.
    """
    if any(read(text).words == words for text in rest):
        return True
    titles = sum(could_be_title(text.strip(), usual) for text in rest)
    return titles > (not furnished)
