"""The shelf as OPDS 1.2 feeds, which reading apps list and fetch from.

    opds/index.atom ─┬─ opds/yeni.atom       all booklets, the newest first
                     ├─ opds/basliklar.atom  all booklets by title
                     ├─ opds/yazarlar.atom ─── opds/yazar/….atom
                     └─ opds/diziler.atom  ─── opds/dizi/….atom

Moments are those of the source, never of the clock. There is no search (OpenSearch): it needs a server that answers.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from publish.catalog import places
from publish.catalog.listing import chunks
from publish.catalog.lists import by_author, by_series, in_order
from publish.catalog.shell import templates, words
from publish.model.shelf import Shelf, SiteFile, Volume
from publish.source import isbn

FEEDS = uuid.UUID("0c2d9f0e-5d4e-5b7c-8d52-6f2f1c9b7a31")
"""Namespace of the identifiers of feeds; changing it would change them all."""
IN_FEED = 40
"""Booklets in one document of a feed; longer feeds go on in the next (RFC 5005 §3)."""
UNDATED = "1980-01-01T00:00:00Z"
"""Of a feed without booklets; feeds must carry a moment."""
ATOM = "application/atom+xml;profile=opds-catalog;kind="
NEW, TITLES, AUTHORS, SERIES = "opds/yeni.atom", "opds/basliklar.atom", "opds/yazarlar.atom", "opds/diziler.atom"
SORT_NEW = "http://opds-spec.org/sort/new"


@dataclass(frozen=True, slots=True)
class Way:
    """A line of a navigation feed: another feed."""

    path: str
    title: str
    kind: Literal["navigation", "acquisition"]
    volumes: Sequence[Volume]
    """What is found there."""
    rel: str = "subsection"

    @property
    def identifier(self) -> str:
        """The name of the feed it leads to, a URN."""
        return identifier(self.path)

    @property
    def updated(self) -> str:
        """The last moment at which anything there was changed."""
        return updated(self.volumes)


def identifier(path: str) -> str:
    """Return the lasting name of a feed, a URN."""
    return uuid.uuid5(FEEDS, path).urn


def updated(volumes: Iterable[Volume]) -> str:
    """Return the last moment at which any of `volumes` was changed."""
    return max((volume.modified for volume in volumes), default=UNDATED)


def isbns(volume: Volume) -> tuple[str, ...]:
    """Return the numbers of a booklet as URNs (RFC 3187): the e-book's first, for that is what is fetched."""
    numbers = (isbn.digits(number) for number in (volume.isbn_epub, volume.isbn) if number)
    return tuple(dict.fromkeys(f"urn:isbn:{number}" for number in numbers if number))


def files(shelf: Shelf) -> Iterator[SiteFile]:
    """Yield all feeds."""
    said = words()
    by_date = tuple(sorted(shelf.volumes, key=lambda volume: volume.modified, reverse=True))
    authors = _ways("opds/yazar", by_author(shelf.volumes))
    series = _ways("opds/dizi", by_series(shelf.volumes))
    ways = [
        Way(NEW, said["newest"], "acquisition", by_date, SORT_NEW),
        Way(TITLES, said["all_booklets"], "acquisition", in_order(shelf.volumes)),
    ]
    if authors:
        ways.append(Way(AUTHORS, said["authors"], "navigation", shelf.volumes))
    if series:
        ways.append(Way(SERIES, said["series"], "navigation", shelf.volumes))
    root = Way(places.ROOT_FEED, shelf.house or said["booklets"], "navigation", shelf.volumes, "start")
    yield _navigation(root, ways, root, shelf)
    for way in ways:
        if way.kind == "acquisition":
            yield from _acquisition(way, root, shelf)
        else:
            inner = authors if way.path == AUTHORS else series
            yield _navigation(way, inner, root, shelf)
            for each in inner:
                yield from _acquisition(each, way, shelf)


def _ways(folder: str, groups: dict[str, list[Volume]]) -> list[Way]:
    slugs = places.slugs(groups)
    return [Way(f"{folder}/{slugs[name]}.atom", name, "acquisition", own) for name, own in groups.items()]


def _navigation(way: Way, ways: Sequence[Way], up: Way, shelf: Shelf) -> SiteFile:
    return _written(way.path, way, up, shelf, ways=ways, volumes=(), pages=(way.path,), number=1)


def _acquisition(way: Way, up: Way, shelf: Shelf) -> Iterator[SiteFile]:
    parts = tuple(chunks(way.volumes, IN_FEED))
    paths = tuple(places.numbered(way.path, number) for number in range(1, len(parts) + 1))
    for number, volumes in enumerate(parts, 1):
        yield _written(paths[number - 1], way, up, shelf, ways=(), volumes=volumes, pages=paths, number=number)


def _written(path: str, way: Way, up: Way, shelf: Shelf, **values: object) -> SiteFile:
    text = (
        templates()
        .get_template("feed.j2")
        .render(
            path=path,
            way=way,
            up=up,
            root=places.ROOT_FEED,
            atom=ATOM,
            site=shelf.house or words()["booklets"],
            shelf=shelf,
            isbns=isbns,
            link=lambda target: places.link(path, target),
            **values,
        )
    )
    return SiteFile(path, text.encode())
