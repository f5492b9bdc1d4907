"""All booklets as they stand on the shelf: what `catalog` makes the site and the feeds from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from publish.model.inline import Reference


@dataclass(frozen=True, slots=True)
class Download:
    """A file that readers fetch; it is copied as it is."""

    name: str
    """`oruc.epub`."""
    source: Path
    size: int
    """Bytes."""
    sha256: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a booklet's table of contents, with the lines below it."""

    title: str
    children: tuple[Line, ...] = ()

    def walk(self) -> Iterator[Line]:
        """Yield this line, then those below it."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Pictures:
    """The cover in the two sizes of the site, as JPEG."""

    large: bytes
    small: bytes
    size: tuple[int, int]
    """Width and height of the large one, px."""
    small_size: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Volume:
    """One booklet on the shelf."""

    name: str
    """Of its folder; names its page and its files."""
    identifier: str
    """That of its e-book, a URN."""
    title: str
    subtitle: str | None
    series: str | None
    authors: tuple[str, ...]
    translator: str | None
    editor: str | None
    publisher: str | None
    language: str
    """BCP 47."""
    description: str | None
    subjects: tuple[str, ...]
    isbn: str | None
    """Of the printed booklet, as it was typed."""
    isbn_epub: str | None
    edition: str | None
    rights: str | None
    date: str | None
    """Of this edition, ISO 8601; None where the booklet names none."""
    modified: str
    """When its e-book says that it was changed, as Atom writes a moment."""
    pages: int
    """Of the reading PDF."""
    contents: tuple[Line, ...]
    verses: tuple[Reference, ...]
    """Those that it sets or cites, in order of the Quran, each once."""
    cover: Pictures | None
    epub: Download
    pdf: Download


@dataclass(frozen=True, slots=True)
class Shelf:
    """The booklets of a house."""

    house: str | None
    address: str | None
    email: str | None
    web: str | None
    about: str | None
    """What stands over the covers."""
    url: str | None
    """Where the catalogue is published, with a slash at its end; None where that was not said."""
    volumes: tuple[Volume, ...]
    """By title, in Turkish order."""


@dataclass(frozen=True, slots=True)
class SiteFile:
    """One file of the catalogue: bytes that were made, or a file that is copied."""

    path: str
    """From the catalogue's folder, with slashes, ASCII."""
    content: bytes | Path
    sha256: str = ""
    """Of a file that is copied."""
