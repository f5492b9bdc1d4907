"""What the package document says of an e-book (EPUB 3.3 §5.5), and no more than is true of it.

Written by hand because EbookLib 0.20 has no way to say the package's language, and marks names of persons with a wrong
scheme.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from html import escape

from publish.model.html import Book, Part
from publish.render.ebook.xhtml import fit
from publish.render.labels import labels

COVER_ID = "kapak-resmi"
IDENTIFIER_ID = "kimlik"
CONFORMS_TO = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"
"""As the standard wants it to be written (EPUB Accessibility 1.1 §4.2)."""
MOVES = re.compile(rb"<(?:\w+:)?(?:animate\w*|set)\b|@keyframes|\x00\x00\x00\x08acTL")
"""What a drawing, or a PNG of several pictures, has that may flash or move."""
FONTS_PREFIX = "ibooks: http://vocabulary.itunes.apple.com/rdf/ibooks/vocabulary-extensions-1.0/"
"""Apple's terms are not among those that every package knows (EPUB 3.3 §D.1)."""
UNDATED = dt.date(1980, 1, 1)
"""Stands for the day of a booklet without one: files must carry a date, and today's would make every build differ."""


def metadata(book: Book, *, has_arabic: bool, has_fonts: bool = False) -> str:
    """Return the metadata element of the package document; with fonts, Apple's readers are asked to use them."""
    fonts = (_property("ibooks:specified-fonts", "true"),) if has_fonts else ()
    lines = "\n".join((*_publication(book, has_arabic), *_accessibility(book, has_arabic), *fonts))
    return fit(
        '<metadata xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
        f"{lines}\n</metadata>"
    )


def _publication(book: Book, has_arabic: bool) -> Iterator[str]:
    about = book.metadata
    yield f'<dc:identifier id="{IDENTIFIER_ID}">{escape(about.identifier)}</dc:identifier>'
    yield _property("dcterms:modified", f"{(about.date or UNDATED).isoformat()}T00:00:00Z")
    yield from _title(book)
    yield _element("language", about.language)
    if has_arabic and about.language != "ar":
        yield _element("language", "ar")
    yield from _persons(book)
    known = (
        ("publisher", about.publisher),
        ("date", about.date and about.date.isoformat()),
        *(("subject", subject) for subject in about.subjects),
        ("description", about.description),
        ("rights", about.rights),
    )
    yield from (_element(name, text) for name, text in known if text)
    if book.cover:
        yield f'<meta name="cover" content="{COVER_ID}"/>'


def _title(book: Book) -> Iterator[str]:
    about = book.metadata
    yield f'<dc:title id="baslik">{escape(about.title)}</dc:title>'
    if about.subtitle:
        yield _property("title-type", "main", refines="baslik")
        yield f'<dc:title id="alt-baslik">{escape(about.subtitle)}</dc:title>'
        yield _property("title-type", "subtitle", refines="alt-baslik")
    if about.series:
        yield f'<meta property="belongs-to-collection" id="dizi">{escape(about.series)}</meta>'
        yield _property("collection-type", "series", refines="dizi")


def _persons(book: Book) -> Iterator[str]:
    """Write who made the book, by roles of the MARC list; no file-as, for nobody said which name is the surname."""
    about = book.metadata
    persons = [("creator", f"yazar-{number}", author, "aut") for number, author in enumerate(about.authors, 1)]
    others = (("ceviren", about.translator, "trl"), ("editor", about.editor, "edt"))
    persons.extend(("contributor", identifier, name, role) for identifier, name, role in others if name)
    for element, identifier, name, role in persons:
        yield f'<dc:{element} id="{identifier}">{escape(name)}</dc:{element}>'
        yield f'<meta refines="#{identifier}" property="role" scheme="marc:relators">{role}</meta>'


def _accessibility(book: Book, has_arabic: bool) -> Iterator[str]:
    """Say what helps or hinders a reader (EPUB Accessibility 1.1 §2.2); conformance is claimed by who audited it."""
    about = book.metadata
    described = about.images_described
    yield _property("schema:accessMode", "textual")
    if book.assets:
        yield _property("schema:accessMode", "visual")
    if described:
        yield _property("schema:accessModeSufficient", "textual")
    if book.assets:
        yield _property("schema:accessModeSufficient", "textual,visual")
    features = ["structuralNavigation", "tableOfContents", "readingOrder", "ARIA", "displayTransformability"]
    if any(chapter.part is Part.INDEX for chapter in book.chapters):
        features.append("index")
    if book.pages:
        features += ["pageNavigation", "pageBreakMarkers"]
    if described and (book.assets or book.cover):
        features.append("alternativeText")
    for feature in features:
        yield _property("schema:accessibilityFeature", feature)
    if book.pages:
        yield _property("pageBreakSource", book.metadata.printed)
    moves = any(MOVES.search(asset.content) for asset in book.assets)
    yield _property("schema:accessibilityHazard", "unknown" if moves else "none")
    yield _property("schema:accessibilitySummary", _summary(book, has_arabic))
    if about.certified_by and described:
        yield _property("dcterms:conformsTo", CONFORMS_TO)
        yield _property("a11y:certifiedBy", about.certified_by)


def _summary(book: Book, has_arabic: bool) -> str:
    words = labels(book.metadata.language)
    sentences = [words.summary]
    if has_arabic:
        sentences.append(words.summary_other)
    if book.pages:
        sentences.append(words.summary_pages)
    if book.assets and book.metadata.images_described:
        sentences.append(words.summary_described)
    elif book.assets:
        sentences.append(words.summary_undescribed)
    return " ".join(sentences)


def _element(name: str, text: str) -> str:
    return f"<dc:{name}>{escape(text)}</dc:{name}>"


def _property(name: str, text: str, refines: str = "") -> str:
    about = f'refines="#{refines}" ' if refines else ""
    return f'<meta {about}property="{name}">{escape(text)}</meta>'
