"""The index of verses as the last document of an e-book: each place is a link, called by the heading over it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from publish.model.html import Chapter, Part, TocEntry
from publish.model.settings import Settings
from publish.render import verse_index, xhtml
from publish.render.verse_index import Entry, Place

FILE = "ayet-dizini.xhtml"


def chapter(settings: Settings, places: Sequence[Place]) -> tuple[tuple[Chapter, ...], tuple[TocEntry, ...]]:
    """Return the document with its line in the table of contents; neither where no verse is cited."""
    if not places:
        return (), ()
    title = verse_index.TITLES[settings.language]
    template = xhtml.templates().get_template("ebook_index.j2")
    body = template.render(
        identifier=verse_index.IDENTIFIER,
        title=title,
        groups=verse_index.groups(places, settings.quran.citation, settings.language),
        written=_written,
    )
    text = xhtml.document(body, title=title, matter="backmatter", language=settings.language)
    return (Chapter(FILE, text, Part.INDEX),), (TocEntry(title, xhtml.line(title), FILE),)


def _written(entry: Entry) -> Markup:
    """Write the places of an entry as links, one for each heading; a number where there is no heading."""
    links = ", ".join(
        f'<a epub:type="index-locator" href="{place.file}#{place.identifier}">{place.label or number}</a>'
        for number, place in enumerate(_by_heading(entry), 1)
    )
    return Markup(links)  # noqa: S704  # labels are markup of our own


def _by_heading(entry: Entry) -> Iterator[Place]:
    """Yield, of the places under one heading, the first where the verse is set, else the first of all."""
    chosen: dict[tuple[str, str], Place] = {}
    for place in entry.places:
        key = (place.file, place.label or place.identifier)
        if key not in chosen or (place.is_set and not chosen[key].is_set):
            chosen[key] = place
    yield from chosen.values()
