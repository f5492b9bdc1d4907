"""The pages of an entry of an index: each once, in order, those that follow one another joined, as links.

12, 13, 14, 20   →   12–14, 20
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from publish.model.html import Folios

COMMAS = {"tr": ",", "ar": "،"}
_FIGURES = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


class Placed(Protocol):
    """A place that an entry names."""

    @property
    def identifier(self) -> str:
        """What links lead to."""
        ...

    @property
    def is_set(self) -> bool:
        """Whether it is told apart from places that only name what is set here."""
        ...


@dataclass(frozen=True, slots=True)
class Pages:
    """A page of an entry, or several that follow one another."""

    first: int
    last: int
    start: str
    """Identifier of the place on the first page."""
    end: str
    """That on the last page; the same where one place runs over all of them."""
    is_set: bool


def pages(places: Sequence[Placed], folios: Folios) -> Iterator[Pages]:
    """Yield the pages of an entry in order, each once; those where something is set stand apart from the others.

    What stands in a line is on the page where its line begins, however it is broken.
    """
    found: dict[int, tuple[str, bool]] = {}
    for place in places:
        numbers = folios.get(place.identifier, ())
        for number in numbers if place.is_set else numbers[:1]:
            if number not in found or (place.is_set and not found[number][1]):
                found[number] = (place.identifier, place.is_set)
    yield from _joined(found)


def _joined(found: Mapping[int, tuple[str, bool]]) -> Iterator[Pages]:
    run: Pages | None = None
    for number in sorted(found):
        identifier, is_set = found[number]
        if run and number == run.last + 1 and is_set == run.is_set:
            run = Pages(run.first, number, run.start, identifier, is_set)
            continue
        if run:
            yield run
        run = Pages(number, number, identifier, identifier, is_set)
    if run:
        yield run


def written(runs: Sequence[Pages], language: str, *, told_apart: bool) -> str:
    """Return the pages of an entry as markup, links to its places; bold where `told_apart` and something is set."""
    commas = [COMMAS[language]] * (len(runs) - 1) + [""]
    return " ".join(_linked(each, comma, language, told_apart) for each, comma in zip(runs, commas, strict=True))


def listed(runs: Sequence[Pages], language: str) -> str:
    """Return the pages of an entry as markup with few elements: of pages that follow one another, one link."""
    return f"{COMMAS[language]} ".join(_link(run.start, _span(run), language) for run in runs)


def figures(text: str, language: str) -> str:
    """Return `text` with the figures of a language, which are those of its page numbers.

    >>> figures("2/255", "ar")
    '٢/٢٥٥'
    """
    return text.translate(_FIGURES) if language == "ar" else text


def length(runs: Sequence[Pages]) -> int:
    """Return how many characters the pages take, blanks and commas included."""
    return sum(2 + len(_span(each)) for each in runs)


def _span(run: Pages) -> str:
    return f"{run.first}–{run.last}" if run.last > run.first else str(run.first)


def _linked(run: Pages, comma: str, language: str, told_apart: bool) -> str:
    """Write one page, or several that follow one another; the comma with them, so that no line begins with it."""
    if run.start == run.end:
        links = _link(run.start, _span(run), language)
    else:
        links = f"{_link(run.start, str(run.first), language)}–{_link(run.end, str(run.last), language)}"
    if told_apart and run.is_set:
        return f'<strong class="pages">{links}{comma}</strong>'
    return f'<span class="pages">{links}{comma}</span>' if comma else links


def _link(identifier: str, words: str, language: str) -> str:
    return f'<a href="#{identifier}">{figures(words, language)}</a>'
