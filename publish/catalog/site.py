"""The files of the catalogue, given what stands on the shelf: always the same for the same shelf."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import escape
from itertools import groupby

from publish.catalog import feeds, letters, places, searching
from publish.catalog.listing import chunks
from publish.catalog.lists import Lists, lists, verses
from publish.catalog.series import parted
from publish.catalog.shell import Page, words, write
from publish.language.scripture import surah_names
from publish.model.shelf import Line, Shelf, SiteFile, Volume
from publish.render.labels import labels

FRONT = "index.html"
XML = '<?xml version="1.0" encoding="utf-8"?>\n'
ON_FRONT = 40
"""Covers on a page of the front."""

MOST_LINES = 200
"""Of the contents that the page of a booklet shows."""
MOST_VERSES = 40
"""Of one surah that it names; the rest stands in the list of verses."""


@dataclass(frozen=True, slots=True)
class CitedSurah:
    """A surah with those of its verses that a booklet cites."""

    name: str
    path: str
    anchor: str
    verses: tuple[str, ...]


def files(shelf: Shelf, style: str) -> Iterator[SiteFile]:
    """Yield all files of the catalogue but its faces, dressed in `style`."""
    listed = lists(shelf)
    every = (listed.titles, listed.authors, listed.series, listed.verses)
    pages = (*_front(shelf), searching.page(), *(page for each in every for page in each.pages))
    pages = (*pages, *(_booklet(volume, listed) for volume in shelf.volumes))
    for page in pages:
        yield write(page, shelf)
    if shelf.url:
        yield SiteFile(places.MAP, _map(shelf.url, [page.path for page in pages]).encode())
    yield SiteFile(places.STYLE, _packed(letters.css(with_arabic=bool(letters.arabic_texts(shelf))) + style).encode())
    yield from searching.files(shelf)
    yield from feeds.files(shelf)
    for volume in shelf.volumes:
        for download in (volume.epub, volume.pdf):
            yield SiteFile(places.download(download.name), download.source, download.sha256)
        if volume.cover:
            yield SiteFile(places.cover(volume.name), volume.cover.large)
            yield SiteFile(places.small_cover(volume.name), volume.cover.small)


def _packed(css: str) -> str:
    """Return a style sheet without comments and indents, which readers need not fetch."""
    return re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)).replace("} ", "}\n").strip() + "\n"


def _map(url: str, paths: Iterable[str]) -> str:
    """Return the list of pages that search engines ask for (sitemaps.org 0.9)."""
    rows = "".join(f"<url><loc>{escape(url + path)}</loc></url>\n" for path in paths)
    return f'{XML}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n'


def paragraphs(text: str | None) -> list[str]:
    """Return the paragraphs of a text that a person wrote into a setting."""
    return [line.strip() for line in (text or "").split("\n") if line.strip()]


def newest(shelf: Shelf) -> tuple[Volume, ...]:
    """Return the booklets by date, the newest first; those of one day by title."""
    return tuple(sorted(shelf.volumes, key=lambda volume: volume.date or "", reverse=True))


def _front(shelf: Shelf) -> Iterator[Page]:
    """Yield the pages with the covers."""
    title = shelf.house or words()["booklets"]
    parts = tuple(chunks(newest(shelf), ON_FRONT))
    paths = [places.numbered(FRONT, number) for number in range(1, len(parts) + 1)]
    for number, volumes in enumerate(parts, 1):
        of_list = "" if number == 1 else f", {words()['page_of_list'].format(number=number)}"
        values = {"volumes": volumes, "pages": paths, "number": number, "about": paragraphs(shelf.about)}
        yield Page(paths[number - 1], title + of_list, "front.j2", values)


def _booklet(volume: Volume, listed: Lists) -> Page:
    return Page(
        places.page(volume.name),
        volume.title,
        "booklet.j2",
        {
            "volume": volume,
            "direction": labels(volume.language).direction,
            "paragraphs": paragraphs(volume.description),
            "authors": listed.author_places,
            "series": listed.series_places[parted(volume.series)[0]] if volume.series else None,
            "contents": _shortened(volume.contents),
            "surahs": tuple(_surahs(volume, listed)),
        },
    )


def _shortened(contents: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return contents that a page can bear: without the deepest of their levels, where they are very long."""
    depth = max(map(_depth, contents), default=0)
    while depth > 1 and sum(len(list(line.walk())) for line in contents) > MOST_LINES:
        depth -= 1
        contents = tuple(_cut(line, depth) for line in contents)
    return contents[:MOST_LINES]


def _depth(line: Line) -> int:
    return 1 + max(map(_depth, line.children), default=0)


def _cut(line: Line, depth: int) -> Line:
    return replace(line, children=tuple(_cut(child, depth - 1) for child in line.children) if depth > 1 else ())


def _surahs(volume: Volume, listed: Lists) -> Iterator[CitedSurah]:
    for surah, references in groupby(volume.verses, lambda reference: reference.surah):
        jump = listed.surah_places[surah]
        cited = [verses(reference) for reference in references]
        more = ["…"] if len(cited) > MOST_VERSES else []
        yield CitedSurah(surah_names.name_of(surah), jump.path, jump.anchor, (*cited[:MOST_VERSES], *more))
