"""The index of names: those of `[index] names` and those that the author marked, in order, with their places.

M                                      letters over groups
Mehmed Âkif, 12–14, 20, 31             pages, known when they are laid out; in the e-book links
Müteferrika, İbrahim, 5, 7
Yirmisekiz Mehmed, bkz. Mehmed Efendi  a form that refers to the name to look under
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from publish.language import name_order
from publish.model.html import Parts
from publish.model.settings import Name as Listed

IDENTIFIER = "ad_dizini"
"""Name of the index among the places that links lead to; a heading's name has no underscore."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a name stands."""

    identifier: str
    heading: str
    """As it is listed."""
    file: str = ""
    """File of the e-book."""
    label: str = ""
    """What the e-book calls the place, as markup."""
    letters: int = 0
    """On paper, how many letters stand before the name in the block that bears the identifier."""
    is_set: bool = False
    """No page of a name is told apart."""

    def within(self, parts: Parts) -> Place:
        """Return the place with the identifier of that part of its block in which it is."""
        identifier = self.identifier
        for letters, part in parts.get(self.identifier, ()):
            identifier = part if letters <= self.letters else identifier
        return replace(self, identifier=identifier)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the index: a name with its places, or a form that refers to a name."""

    heading: str
    places: tuple[Place, ...] = ()
    """In reading order."""
    see: str = ""
    """The name to look under."""


@dataclass(frozen=True, slots=True)
class Group:
    """The names that begin with one letter."""

    letter: str
    entries: tuple[Entry, ...]


def groups(places: Iterable[Place], listed: Iterable[Listed], language: str) -> tuple[Group, ...]:
    """Return the index in the order of a language, a group a letter; names without a place are left out."""
    by_heading: dict[str, list[Place]] = {}
    for place in places:
        by_heading.setdefault(place.heading, []).append(place)
    entries = [Entry(heading, tuple(found)) for heading, found in by_heading.items()]
    entries += _references(listed, by_heading.keys())
    entries.sort(key=lambda entry: (name_order.key(entry.heading, language), entry.see))
    grouped = groupby(entries, key=lambda entry: name_order.initial(entry.heading))
    return tuple(Group(letter, tuple(group)) for letter, group in grouped)


def _references(listed: Iterable[Listed], found: Iterable[str]) -> Iterator[Entry]:
    headings = set(found)
    for name in listed:
        if name.name in headings:
            yield from (Entry(form, see=name.name) for form in name.see if form not in headings)
