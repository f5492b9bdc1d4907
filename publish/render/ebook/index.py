"""The indexes as the last documents of an e-book: each place is a link, called by the heading over it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from markupsafe import Markup

from publish.model.html import Chapter, Part, TocEntry
from publish.model.settings import Settings
from publish.render.ebook import xhtml
from publish.render.indexes import name_index, verse_index
from publish.render.indexes.page_runs import Placed
from publish.render.indexes.register import Register
from publish.render.labels import labels

VERSES, NAMES = "ayet-dizini.xhtml", "dizin.xhtml"


class Named(Placed, Protocol):
    """A place that can be called by its heading."""

    @property
    def file(self) -> str:
        """File of the e-book."""
        ...

    @property
    def label(self) -> str:
        """What the e-book calls it, as markup."""
        ...


def chapters(settings: Settings, register: Register) -> tuple[tuple[Chapter, ...], tuple[TocEntry, ...]]:
    """Return the documents with their lines in the table of contents; none for an index that lists nothing."""
    language = settings.language
    words = labels(language)
    made = []
    if register.verses:
        groups = verse_index.groups(register.verses, settings.quran.citation, language)
        body = _body("ebook_index.j2", language, verse_index.IDENTIFIER, words.verse_index, groups)
        made.append((VERSES, words.verse_index, body))
    if register.names:
        listed = name_index.groups(register.names, settings.index.names, language)
        body = _body("ebook_names.j2", language, name_index.IDENTIFIER, words.name_index, listed, see=words.see)
        made.append((NAMES, words.name_index, body))
    return (
        tuple(Chapter(file, _document(body, title, language), Part.INDEX) for file, title, body in made),
        tuple(TocEntry(title, xhtml.line(title, language), file) for file, title, _ in made),
    )


def _body(template: str, language: str, identifier: str, title: str, groups: Sequence[object], **values: str) -> str:
    made = xhtml.templates(language).get_template(template)
    return made.render(identifier=identifier, title=title, groups=groups, written=_written, **values)


def _document(body: str, title: str, language: str) -> str:
    return xhtml.document(body, title=title, matter="backmatter", language=language)


def _written(places: Iterable[Named]) -> Markup:
    """Write places as links, one for each heading; a number where there is no heading."""
    links = ", ".join(
        f'<a epub:type="index-locator" href="{place.file}#{place.identifier}">{place.label or number}</a>'
        for number, place in enumerate(_by_heading(places), 1)
    )
    return Markup(links)  # noqa: S704  # labels are markup of our own


def _by_heading(places: Iterable[Named]) -> Iterator[Named]:
    """Yield, of the places under one heading, the first where something is set, else the first of all."""
    chosen: dict[tuple[str, str], Named] = {}
    for place in places:
        key = (place.file, place.label or place.identifier)
        if key not in chosen or (place.is_set and not chosen[key].is_set):
            chosen[key] = place
    yield from chosen.values()
