"""What an e-book says of itself: read from the file that readers get, so that the catalogue says nothing else."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree  # type: ignore[import-untyped]  # lxml has no stubs

from publish.model.shelf import Line

CONTAINER = "META-INF/container.xml"
NAMES = {
    "c": "urn:oasis:names:tc:opendocument:xmlns:container",
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "h": "http://www.w3.org/1999/xhtml",
    "epub": "http://www.idpf.org/2007/ops",
}

FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    etree.XMLSyntaxError,
    KeyError,
    IndexError,
    EOFError,
    OSError,
    RuntimeError,  # locked, or packed in a way that Python does not know
)
"""What reading a file raises that is no e-book, or a damaged one."""
ITEM = "//opf:item[contains(concat(' ', @properties, ' '), $kind)]/@href"


@dataclass(frozen=True, slots=True)
class Ebook:
    """An e-book, as its package document and its navigation describe it."""

    identifier: str
    modified: str
    """As `dcterms:modified` has it: UTC, to the second."""
    contents: tuple[Line, ...]
    cover: bytes | None
    """The picture that is marked as its cover."""


def read(content: bytes) -> Ebook:
    """Return what the EPUB file in `content` says of itself. Raises `ValueError` where it is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _read(archive)
    except FAULTS as error:
        raise ValueError(f"{type(error).__name__}: {error}") from error


def _read(archive: zipfile.ZipFile) -> Ebook:
    path = _first(_parsed(archive, CONTAINER), "//c:rootfile/@full-path")
    package = _parsed(archive, path)
    folder = posixpath.dirname(path)

    def item(kind: str) -> str | None:
        found = package.xpath(ITEM, kind=f" {kind} ", namespaces=NAMES)
        return posixpath.normpath(posixpath.join(folder, unquote(found[0]))) if found else None

    cover, nav = item("cover-image"), item("nav")
    return Ebook(
        identifier=_first(package, "//dc:identifier[@id = /opf:package/@unique-identifier]/text()").strip(),
        modified=_first(package, "//opf:meta[@property = 'dcterms:modified']/text()").strip(),
        contents=_contents(_parsed(archive, nav)) if nav else (),
        cover=archive.read(cover) if cover else None,
    )


def _parsed(archive: zipfile.ZipFile, path: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    return etree.fromstring(archive.read(path), parser)


def _first(tree: etree._Element, query: str) -> str:
    return str(tree.xpath(query, namespaces=NAMES)[0])


def _contents(nav: etree._Element) -> tuple[Line, ...]:
    lists = nav.xpath("//h:nav[@epub:type = 'toc']/h:ol", namespaces=NAMES)
    return tuple(_lines(lists[0])) if lists else ()


def _lines(entries: etree._Element) -> Iterator[Line]:
    for entry in entries.xpath("h:li", namespaces=NAMES):
        title = " ".join("".join(entry.xpath("h:a//text() | h:span//text()", namespaces=NAMES)).split())
        below = entry.xpath("h:ol", namespaces=NAMES)
        yield Line(title, tuple(_lines(below[0])) if below else ())
