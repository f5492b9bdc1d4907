"""What `render` hands on: HTML for pages, and the parts of an e-book. Plain values, so that no engine is named here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from publish.model.finding import Span
from publish.model.lines import SetLine
from publish.model.settings import Hyphenation


@dataclass(frozen=True, slots=True)
class Sheet:
    """A style sheet with the file it comes from, so that what is wrong in it can be named."""

    path: Path
    css: str


Folios = Mapping[str, tuple[int, ...]]
"""The printed page numbers of what an identifier stands for, in reading order: several where it runs over pages."""


Parts = Mapping[str, tuple[tuple[int, str], ...]]
"""Of a block that runs over pages, what stands on each page but the first: letters before it, and its identifier."""


@dataclass(frozen=True, slots=True)
class EndPages:
    """Pages that follow the text and name its pages, so that they are written when it has been laid out: an index."""

    identifier: str
    """What these pages begin with; in the text an element of that name, on a page of its own, keeps their place."""
    write: Callable[[Folios, Parts], str]
    """Returns the pages as a whole document, given the folios of everything in the text that has an identifier."""
    parted: frozenset[str] = frozenset()
    """Identifiers of blocks whose parts are wanted too."""
    later: tuple[str, ...] = ()
    """Other places in these pages that the text names by their numbers."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that is kept within a PDF."""

    name: str
    media_type: str
    description: str
    """What it is, as readers show it."""
    content: bytes


@dataclass(frozen=True, slots=True)
class Html:
    """One document to be laid out as pages."""

    text: str
    sheets: tuple[Sheet, ...]
    """In cascade order."""
    folder: Path
    """What relative image paths start from."""
    title: str = ""
    end: EndPages | None = None
    hyphenation: tuple[Hyphenation, ...] = ()
    """What house and booklet say of words at the ends of lines, the later the stronger."""
    source: tuple[Attachment, ...] = ()
    """What the document was made from, where it is kept within it."""


@dataclass(frozen=True, slots=True)
class Laid:
    """Laid-out pages."""

    pdf: bytes
    pages: int
    lines: tuple[SetLine, ...] = ()
    """In the order of reading; empty where nobody asked for them."""


class Part(StrEnum):
    """Which part of the e-book a document is."""

    COVER = "cover"
    TITLE = "titlepage"
    IMPRINT = "imprint"
    BODY = "bodymatter"
    INDEX = "index"


@dataclass(frozen=True, slots=True)
class Chapter:
    """One XHTML file of an e-book; all of them lie in one folder, the table of contents among them."""

    name: str
    """File name with its suffix, ASCII."""
    xhtml: str
    """A whole document."""
    part: Part = Part.BODY


@dataclass(frozen=True, slots=True)
class TocEntry:
    """One line of the table of contents, with the lines below it."""

    title: str
    """Plain words."""
    markup: str
    """The same as XHTML, Arabic runs in elements of their own."""
    target: str
    """`chapter.xhtml#identifier`, relative to the folder of the chapters."""
    children: tuple[TocEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class PageTarget:
    """Where a printed page begins in the e-book."""

    label: str
    """What is printed on it, in the numerals of the booklet's language."""
    folio: int
    target: str
    """`chapter.xhtml#identifier`, as in `TocEntry`."""


@dataclass(frozen=True, slots=True)
class Asset:
    """A picture that goes into the e-book."""

    name: str
    """Address as the chapters write it, ASCII."""
    media_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class FontFile:
    """A face of the text, whole, to be cut down and embedded."""

    name: str
    """PostScript name."""
    weight: str
    """As style sheets have it: "normal" or "bold"."""
    style: str
    """ "normal" or "italic"."""
    content: bytes


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the package says of the e-book."""

    identifier: str
    """A URN; the same for all states of one e-book."""
    title: str
    subtitle: str | None
    series: str | None
    authors: tuple[str, ...]
    translator: str | None
    editor: str | None
    publisher: str | None
    language: str
    """BCP 47."""
    date: dt.date | None
    description: str | None
    subjects: tuple[str, ...]
    rights: str | None
    printed: str
    """The printed book that pages are counted by: its ISBN as a URN, else title and edition."""
    images_described: bool
    """Whether every picture has a text that stands for it; true where there is none."""
    certified_by: str | None = None
    """Who found that the e-book conforms to EPUB Accessibility 1.1, WCAG 2.2 Level AA."""


@dataclass(frozen=True, slots=True)
class Book:
    """Everything an e-book is packed from."""

    source: Span
    """Where the booklet lies, for findings about the book as a whole."""
    metadata: Metadata
    chapters: tuple[Chapter, ...]
    """In reading order."""
    toc: tuple[TocEntry, ...]
    css: str
    assets: tuple[Asset, ...]
    """In order of appearance."""
    cover: Asset | None
    """The cover picture, which the cover page shows."""
    pages: tuple[PageTarget, ...] = ()
    """Where the pages of the printed book begin; none where nobody said how it was laid out."""
