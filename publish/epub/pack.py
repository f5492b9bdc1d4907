"""An e-book's parts as one EPUB 3.3 file, the same bytes for the same parts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ebooklib import epub  # type: ignore[import-untyped]  # EbookLib has no stubs
from lxml import etree  # type: ignore[import-untyped]  # lxml has no stubs

from publish.epub import navigation, package, subset
from publish.epub.container import Document, Writer
from publish.model.finding import Finding, found
from publish.model.html import Book, FontFile, Part
from publish.model.world import World
from publish.render import honorifics
from publish.render.ebook.xhtml import STYLESHEET
from publish.render.labels import labels

FONTS = "fonts"
ARABIC = "//text()[ancestor::*[@lang][1]/@lang='ar']"


TEXT_FAMILY = "EB Garamond"
TEXT_RULE = f"""
[lang="tr"] {{
  font-family: "{TEXT_FAMILY}", serif;
  font-variant-numeric: lining-nums proportional-nums;
}}
"""
"""As on paper; the 1 of its old figures would be read as the letter ı."""


@dataclass(frozen=True, slots=True)
class _Font:
    """A font as it lies in the e-book."""

    family: str
    content: bytes
    name: str
    weight: str = "normal"
    style: str = "normal"

    @property
    def path(self) -> str:
        return f"{FONTS}/{self.name.lower()}.ttf"


def pack(book: Book, world: World, text_faces: Iterable[FontFile] = ()) -> tuple[bytes, tuple[Finding, ...]]:
    """Return the EPUB file of `book`, with `text_faces` for what is not Arabic.

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
    fonts, missing = _fonts(documents, arabic, world, text_faces)
    findings = [
        found("E003", book.source, point=f"U+{ord(character):04X}", character=character) for character in missing
    ]
    metadata = package.metadata(book, has_arabic=bool(arabic), has_fonts=bool(fonts))
    prefix = package.FONTS_PREFIX if fonts else ""
    packed = Writer(_assemble(book, documents, fonts), metadata, book.metadata.language, prefix).packed()
    return packed, tuple(findings)


def _fonts(
    documents: list[tuple[str, bytes]], arabic: set[str], world: World, text_faces: Iterable[FontFile]
) -> tuple[tuple[_Font, ...], tuple[str, ...]]:
    """Return the fonts that are embedded, and the characters that the Arabic one lacks."""
    fonts, missing = list[_Font](), tuple[str, ...]()
    if arabic:
        world.progress("Amiri")
        content, missing = subset.cut(arabic, world)
        fonts.append(_Font("Amiri", content, "Amiri"))
        if subset.split(character for text in arabic for character in text)[1]:
            fonts.append(_Font("Honorifics", honorifics.font(world), "Honorifics"))
    for face in text_faces:
        world.progress(face.name)
        letters = {character for _, document in documents for character in document.decode()}
        content = subset.cut_text(face.content, letters)
        fonts.append(_Font(TEXT_FAMILY, content, face.name, face.weight, face.style))
    return tuple(fonts), missing


def _arabic(document: bytes) -> set[str]:
    """Return the Arabic texts in `document`. Raises `XMLSyntaxError` where it is not well-formed."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    return {text for text in map(str, etree.fromstring(document, parser).xpath(ARABIC)) if text.strip()}


def _css(book: Book, fonts: tuple[_Font, ...]) -> str:
    faces = "".join(
        subset.FACE.format(family=font.family, weight=font.weight, style=font.style, address=f"../{font.path}")
        for font in fonts
    )
    return faces + book.css + (TEXT_RULE if any(font.family == TEXT_FAMILY for font in fonts) else "")


def _assemble(book: Book, documents: list[tuple[str, bytes]], fonts: tuple[_Font, ...]) -> epub.EpubBook:
    """List the parts for EbookLib: style, font, pictures, documents, and the order in which they are read."""
    packed = epub.EpubBook()
    packed.IDENTIFIER_ID = package.IDENTIFIER_ID
    packed.set_direction(labels(book.metadata.language).direction)
    packed.add_item(epub.EpubItem("css", STYLESHEET, "text/css", _css(book, fonts).encode()))
    for font in fonts:
        packed.add_item(epub.EpubItem(font.name.lower(), font.path, "font/ttf", font.content))
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
