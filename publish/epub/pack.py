"""An e-book's parts as one EPUB 3.3 file, the same bytes for the same parts."""

from __future__ import annotations

from ebooklib import epub  # type: ignore[import-untyped]  # EbookLib has no stubs
from lxml import etree  # type: ignore[import-untyped]  # lxml has no stubs

from publish.epub import navigation, package, subset
from publish.epub.container import Document, Writer
from publish.model.finding import Finding, found
from publish.model.html import Book, Part
from publish.model.world import World
from publish.render import honorifics
from publish.render.ebook.xhtml import STYLESHEET
from publish.render.labels import labels

FONTS = "fonts"
ARABIC = "//text()[ancestor::*[@lang][1]/@lang='ar']"


def pack(book: Book, world: World) -> tuple[bytes, tuple[Finding, ...]]:
    """Return the EPUB file of `book`.

    Finds E001 for a document that is not well-formed, and returns no bytes then; E003 for characters in Arabic text
    that the embedded font does not have.
    """
    documents = [(chapter.name, chapter.xhtml.encode("utf-8", "replace")) for chapter in book.chapters]
    documents.append((navigation.NAME, navigation.nav(book).encode("utf-8", "replace")))
    arabic: set[str] = set()
    findings: list[Finding] = []
    for name, content in documents:
        try:
            arabic.update(_arabic(content))
        except etree.XMLSyntaxError as error:
            findings.append(found("E001", book.source, name=name, reason=error.msg))
    if findings:
        return b"", tuple(findings)
    fonts: dict[str, bytes] = {}
    if arabic:
        world.progress("Amiri")
        _, signs = subset.split(character for text in arabic for character in text)
        fonts["Amiri"], missing = subset.cut(arabic, world)
        if signs:
            fonts["Honorifics"] = honorifics.font(world)
        findings.extend(
            found("E003", book.source, point=f"U+{ord(character):04X}", character=character) for character in missing
        )
    metadata = package.metadata(book, has_arabic=bool(arabic))
    return Writer(_assemble(book, documents, fonts), metadata, book.metadata.language).packed(), tuple(findings)


def _arabic(document: bytes) -> set[str]:
    """Return the Arabic texts in `document`. Raises `XMLSyntaxError` where it is not well-formed."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    return {text for text in map(str, etree.fromstring(document, parser).xpath(ARABIC)) if text.strip()}


def _assemble(book: Book, documents: list[tuple[str, bytes]], fonts: dict[str, bytes]) -> epub.EpubBook:
    """List the parts for EbookLib: style, font, pictures, documents, and the order in which they are read."""
    packed = epub.EpubBook()
    packed.IDENTIFIER_ID = package.IDENTIFIER_ID
    packed.set_direction(labels(book.metadata.language).direction)
    faces = (subset.FACE.format(family=name, address=f"../{FONTS}/{name.lower()}.ttf") for name in fonts)
    css = "".join(faces) + book.css
    packed.add_item(epub.EpubItem("css", STYLESHEET, "text/css", css.encode()))
    for name, font in fonts.items():
        packed.add_item(epub.EpubItem(name.lower(), f"{FONTS}/{name.lower()}.ttf", "font/ttf", font))
    if book.cover:
        cover = epub.EpubCover(package.COVER_ID, book.cover.name)
        cover.media_type, cover.content = book.cover.media_type, book.cover.content
        packed.add_item(cover)
    for number, asset in enumerate(book.assets, 1):
        packed.add_item(epub.EpubItem(f"resim-{number}", asset.name, asset.media_type, asset.content))
    packed.add_item(epub.EpubItem("ncx", "toc.ncx", "application/x-dtbncx+xml", navigation.ncx(book).encode()))
    items = {}
    for name, content in documents:
        properties = ("nav",) if name == navigation.NAME else ()
        items[name] = packed.add_item(Document(f"belge-{name.removesuffix('.xhtml')}", name, content, properties))
    order = [chapter.name for chapter in book.chapters]
    if navigation.in_reading_order(book):
        first = next(index for index, chapter in enumerate(book.chapters) if chapter.part is Part.BODY)
        order.insert(first, navigation.NAME)
    packed.spine = [(items[name], "yes") for name in order]
    return packed
