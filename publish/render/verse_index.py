"""The index of verses: every verse that a booklet sets or cites, in order of surah, with the places where it stands.

While the text is written a `Register` names these places; then they are put in order. On paper a place is a page, known
when the pages are laid out; in the e-book it is a link.

    A’râf                    the surah as the house writes it
    7/23 . . . . 16, 29      pages where the verse itself is set are told from those that only name it
    7/55 . . . . . . . 9
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from publish.language import quran, surah_names
from publish.model.block import Verse
from publish.model.html import Folios
from publish.model.inline import Citation, Reference

IDENTIFIER = "ayet_dizini"
"""Name of the index among the places that links lead to; a heading's name has no underscore."""
TITLES = {"tr": "Ayet dizini", "ar": "فهرس الآيات"}
COMMAS = {"tr": ",", "ar": "،"}
_FIGURES = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@dataclass(frozen=True, slots=True)
class Place:
    """Where verses are set or cited."""

    identifier: str
    references: tuple[Reference, ...]
    is_set: bool
    """Whether the verses themselves stand there, in a block of their own."""
    file: str = ""
    """File of the e-book."""
    label: str = ""
    """What the e-book calls the place, as markup."""


@dataclass(slots=True)
class Register:
    """Names the places of verses in the order in which they are written."""

    places: list[Place] = field(default_factory=list)
    file: str = ""
    """File of the e-book that is written."""
    label: str = ""
    """What the e-book calls the places that follow, as markup."""

    def mark(self, cited: Citation | Verse) -> str:
        """Return the attribute that names the place of `cited`, nothing where it refers to no verse."""
        if not cited.references:
            return ""
        identifier = f"ayet_{len(self.places) + 1}"
        place = Place(identifier, cited.references, isinstance(cited, Verse), self.file, self.label)
        self.places.append(place)
        return f' id="{identifier}"'


@dataclass(frozen=True, slots=True)
class Entry:
    """One reference of the index."""

    verses: str
    """With the number of the surah: “2/255”, “12/99-100”."""
    places: tuple[Place, ...]
    """In reading order."""


@dataclass(frozen=True, slots=True)
class Group:
    """The references to one surah."""

    name: str
    entries: tuple[Entry, ...]
    """By first verse, then by last."""


def groups(places: Iterable[Place], style: str, language: str) -> tuple[Group, ...]:
    """Return the index, a group a surah; `style` is the form of citations (`[quran] citation`)."""
    by_reference: dict[Reference, dict[Place, None]] = {}
    for place in places:
        for reference in place.references:
            by_reference.setdefault(reference, {})[place] = None
    ordered = groupby(sorted(by_reference), key=lambda reference: reference.surah)
    return tuple(
        Group(
            _name(surah, style, language),
            tuple(Entry(_verses(reference, language), tuple(by_reference[reference])) for reference in references),
        )
        for surah, references in ordered
    )


def _name(surah: int, style: str, language: str) -> str:
    if language == "ar":
        return quran.surahs()[surah - 1].arabic
    return surah_names.isnad_names()[surah - 1] if style == "isnad" else surah_names.name_of(surah)


def _verses(reference: Reference, language: str) -> str:
    last = f"-{reference.last}" if reference.last > reference.first else ""
    return figures(f"{reference.surah}/{reference.first}{last}", language)


def figures(text: str, language: str) -> str:
    """Return `text` with the figures of a language, which are those of its page numbers.

    >>> figures("2/255", "ar")
    '٢/٢٥٥'
    """
    return text.translate(_FIGURES) if language == "ar" else text


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


def pages(places: Sequence[Place], folios: Folios) -> Iterator[Pages]:
    """Yield the pages of an entry in order, each once; those where the verse is set stand apart from the others.

    What is cited in a line is on the page where its line begins, however it is broken.
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
