"""The index of verses: every verse that a booklet sets or cites, in order of surah, with the places where it stands.

While the text is written a register names these places; then they are put in order. On paper a place is a page, known
when the pages are laid out; in the e-book it is a link.

    A’râf                    the surah as the house writes it
    7/23 . . . . 16, 29      pages where the verse itself is set are told from those that only name it
    7/55 . . . . . . . 9
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from publish.language.scripture import quran, surah_names
from publish.model.inline import Reference
from publish.render.indexes.page_runs import figures

IDENTIFIER = "ayet_dizini"
"""Name of the index among the places that links lead to; a heading's name has no underscore."""


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
    dash = "–" if language == "tr" else "-"  # as the typographer writes ranges in the text
    last = f"{dash}{reference.last}" if reference.last > reference.first else ""
    return figures(f"{reference.surah}/{reference.first}{last}", language)
