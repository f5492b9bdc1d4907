"""Where the pages of the printed book begin in the e-book: quote page 12 of either, and find it in the other.

    Book, page map ─ paged ─→ Book with a mark at the first word of every page, and with a list of pages

A mark stands before the word with which a page begins; before the whole of it, where it is broken over the page. Both
texts are compared on the way, word by word: where they differ, one of them is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from publish.epub.alignment import Stretch, agreement
from publish.epub.text_stream import Word, seen, words
from publish.model.finding import Finding, found
from publish.model.html import Book, PageTarget, Part
from publish.model.page_map import PageText

MARK = '<span epub:type="pagebreak" role="doc-pagebreak" id="{identifier}" title="{label}"></span>'
"""A span with a title and without aria-label: checkers of EPUB and of web pages agree on it and on no other."""
_NAMED = re.compile(r"<(?:h[1-6]|a)(?=[ >])[^<>]*>(?:<[^<>]*>)*\Z")
"""The beginning of a heading or a link, up to its first word: it is called by all that it holds, a mark's title too."""
_LONGEST = 2000
"""Characters of tags between the beginning of a heading and its first word, at most."""
SHOWN = 5
"""Words of a difference that a finding shows."""
_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def paged(book: Book, pages: Sequence[PageText]) -> tuple[Book, tuple[Finding, ...]]:
    """Return the e-book with the pages of the printed book in it.

    Finds E004 where its words are not those of the pages, in the same order, and E005 where the notes are not theirs.
    """
    text, notes = list[tuple[int, Word]](), list[str]()
    for number, chapter in enumerate(book.chapters):
        if chapter.part is Part.BODY:
            for word in words(chapter.xhtml):
                if word.is_note:
                    notes.append(word.letters)
                else:
                    text.append((number, word))
    printed = [word for page in pages for word in map(seen, page.words) if word]
    own = [word.letters for _, word in text]
    agreed = tuple(agreement(printed, own))
    findings = [*_first_difference("E004", book, pages, printed, own, agreed)]
    printed = [word for page in pages for word in map(seen, page.notes) if word]
    findings += _first_difference("E005", book, pages, printed, notes, tuple(agreement(printed, notes)))
    begins = [(page, text[place]) for page, place in _first_words(pages, _places(agreed), len(text))]
    return _marked(book, begins), tuple(findings)


def _places(agreed: Sequence[Stretch]) -> list[int]:
    """Return, for every printed word, the place of the same or the next word of the e-book."""
    printed, own, _ = agreed[-1]
    places = [own] * printed
    for stretch in agreed:
        for offset in range(stretch.size):
            places[stretch.one + offset] = stretch.other + offset
    for index in range(len(places) - 2, -1, -1):
        places[index] = min(places[index], places[index + 1])
    return places


def _first_words(pages: Sequence[PageText], places: list[int], count: int) -> Iterator[tuple[PageText, int]]:
    """Yield the pages that have text, and the place of the first word of each."""
    at = 0
    for page in pages:
        number = sum(1 for word in page.words if seen(word))
        if number and places[at] < count:
            yield page, places[at]
        at += number


def _first_difference(
    code: str, book: Book, pages: Sequence[PageText], printed: list[str], own: list[str], agreed: Sequence[Stretch]
) -> Iterator[Finding]:
    """Find the first difference between the words on paper and those of the e-book."""
    folios = [page.folio for page in pages for word in (page.words if code == "E004" else page.notes) if seen(word)]
    start = begin = 0
    for stretch in agreed:
        if (start, begin) != (stretch.one, stretch.other):
            folio = folios[min(start, len(folios) - 1)] if folios else ""
            sides = printed[start : stretch.one], own[begin : stretch.other]
            shown = (" ".join(islice(side, SHOWN)) or "—" for side in sides)
            yield found(code, book.source, page=folio, **dict(zip(("printed", "electronic"), shown, strict=True)))
            return
        start, begin = stretch.one + stretch.size, stretch.other + stretch.size


def _marked(book: Book, begins: list[tuple[PageText, tuple[int, Word]]]) -> Book:
    """Write the marks into the chapters, and list them."""
    chapters, targets = list(book.chapters), list[PageTarget]()
    for page, (number, word) in reversed(begins):
        label = str(page.folio)
        identifier = f"sayfa-{label}"
        if book.metadata.language == "ar":
            label = label.translate(_ARABIC_DIGITS)
        chapter = chapters[number]
        text, mark = chapter.xhtml, MARK.format(identifier=identifier, label=label)
        at = _outside_names(text, word.at)
        chapters[number] = replace(chapter, xhtml=text[:at] + mark + text[at:])
        targets.append(PageTarget(label, page.folio, f"{chapter.name}#{identifier}"))
    return replace(book, chapters=tuple(chapters), pages=tuple(reversed(targets)))


def _outside_names(text: str, at: int) -> int:
    """Return where a mark goes that belongs before a word: no heading is to be read as “7Dua” where page 7 begins."""
    begin = max(at - _LONGEST, 0)
    named = _NAMED.search(text, begin, at)
    return named.start() if named else at
