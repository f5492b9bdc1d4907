"""What `render` hands on: HTML for pages, and the parts of an e-book. Plain values, so that no engine is named here."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Sheet:
    """A style sheet with the file it comes from, so that what is wrong in it can be named."""

    path: Path
    css: str


@dataclass(frozen=True, slots=True)
class Html:
    """One document to be laid out as pages."""

    text: str
    sheets: tuple[Sheet, ...]
    """In cascade order."""
    folder: Path
    """What relative image paths start from."""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Laid:
    """Laid-out pages."""

    pdf: bytes
    pages: int


@dataclass(frozen=True, slots=True)
class Chapter:
    """One XHTML file of an e-book."""

    name: str
    """File name without suffix, ASCII."""
    title: str
    xhtml: str
    """A whole, well-formed document."""
    linear: bool = True


@dataclass(frozen=True, slots=True)
class TocEntry:
    """One line of the table of contents, with the lines below it."""

    title: str
    target: str
    """`chapter.xhtml#identifier`, relative to the folder of the chapters."""
    children: tuple[TocEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that goes into the e-book beside the chapters."""

    name: str
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the package says of the e-book."""

    identifier: str
    """A URN."""
    title: str
    subtitle: str | None
    series: str | None
    authors: tuple[str, ...]
    translator: str | None
    publisher: str | None
    language: str
    date: str
    """ISO 8601 day."""
    description: str | None
    subjects: tuple[str, ...]
    rights: str | None
    has_arabic: bool
    has_images: bool
    images_described: bool


@dataclass(frozen=True, slots=True)
class Book:
    """Everything an e-book is packed from."""

    metadata: Metadata
    chapters: tuple[Chapter, ...]
    """In reading order."""
    toc: tuple[TocEntry, ...]
    css: str
    assets: tuple[Asset, ...]
    cover: bytes | None
    """The cover picture."""
