"""A booklet as the documents of an e-book: cover, title page, imprint, and one XHTML file a chapter.

What it says is what paper says; what it looks like is the reader's choice, so a booklet's own `style.css`, written for
pages, is left out: an e-book is dressed by `styles/epub.css` alone.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from publish.language.hyphenation.line_ends import breaks_addresses
from publish.model.block import Block, Figure, Heading
from publish.model.booklet import Booklet, Note
from publish.model.finding import Finding, Span, found
from publish.model.html import Asset, Book, Chapter, Metadata, Part, TocEntry
from publish.model.inline import Inline
from publish.model.world import World
from publish.render import chapters, imprint, pictures, wording
from publish.render.chapters import Section
from publish.render.ebook import index, xhtml
from publish.render.ebook.cited_verses import CitedVerses
from publish.render.ebook.shown import shown
from publish.render.fragments import write_blocks
from publish.render.indexes.register import Register
from publish.render.labels import Labels, labels
from publish.render.lines import Medium, write_line
from publish.render.prepared import prepare
from publish.render.print import read_sheets

IDENTIFIERS = uuid.UUID("5b8a8f52-6a0c-5f0e-9a51-0d6a3c1d7e42")
"""Namespace of the identifiers of e-books without an ISBN; changing it would change them all."""
LEFT_TO_RIGHT = "\u200e"
"""Readers that know nothing of isolates would else move a number, as that of a note, to the far side of the Arabic
before it (Unicode Bidirectional Algorithm, W2)."""
WEB = re.compile(r"(https?://[^/\s?#]|mailto:\S|tel:\S)", re.IGNORECASE)
"""Where a link may lead out of the book."""


def to_book(booklet: Booklet, styles: Path, world: World, cover: bytes | None) -> tuple[Book, tuple[Finding, ...]]:
    """Return the e-book of `booklet`, with `cover` (PNG or JPEG) as its front.

    Finds F001 and F002 for a style sheet that cannot be read, E002 for a picture that cannot be taken, E006 for one
    without a description where somebody certifies that the e-book is accessible.
    """
    typed, booklet = booklet, prepare(booklet)
    sections = chapters.part(booklet.blocks)
    sheets, findings = read_sheets(styles, _sheets(booklet), world)
    taken, found_in_pictures = pictures.pictures(booklet, world)
    assets = {path: shown(asset) for path, asset in taken.items()}
    text = _Text(booklet, {name: section.name for section in sections for name in section.identifiers()}, assets)
    written = text.chapters(sections)
    indexes, entries = index.chapters(booklet.settings, text.register)
    front = pictures.picture(cover, "images/kapak") if cover else None
    book = Book(
        source=Span(str(booklet.folder)),
        metadata=_metadata(wording.in_form(typed, is_metadata=True), _identifier(typed)),
        chapters=(*_front_matter(booklet, front, takes_verses=text.cited.has_any()), *written, *indexes),
        toc=(*(chapters.contents(sections, text.toc_line) or (_only_entry(booklet, sections[0]),)), *entries),
        css="".join(sheet.css for sheet in sheets),
        assets=tuple(assets.values()),
        cover=front,
    )
    return book, (*findings, *found_in_pictures, *_undescribed(booklet, book.metadata.certified_by))


def _undescribed(booklet: Booklet, certified_by: str | None) -> Iterator[Finding]:
    for block in booklet.walk():
        if certified_by and isinstance(block, Figure) and not block.alt.strip():
            yield found("E006", block.span, by=certified_by, path=block.path)


def _sheets(booklet: Booklet) -> tuple[str, ...]:
    return ("epub.css", "epub-rtl.css") if labels(booklet.settings.language).direction == "rtl" else ("epub.css",)


@dataclass(slots=True)
class _Text:
    """Writes the chapters of one e-book."""

    booklet: Booklet
    files: dict[str, str]
    """In which file each identifier stands."""
    assets: dict[str, Asset]
    """By the path that the author wrote."""
    note_files: dict[str, str] = field(default_factory=dict)
    """In which file each note stands, by label."""
    register: Register = field(default_factory=Register)
    """The places that the indexes name."""
    cited: CitedVerses = field(init=False)
    """The verses that the text only names."""

    def __post_init__(self) -> None:
        self.cited = CitedVerses(self.booklet.settings.quran, self.labels)

    def chapters(self, sections: tuple[Section, ...]) -> tuple[Chapter, ...]:
        """Write the chapters; a note stands at the end of the file that marks it first."""
        medium = self._medium()
        medium.name, medium.heading, medium.cite = self.register.name, self._enter, self.cited.link
        if self.booklet.settings.index.verses:
            medium.place = self.register.verse
        return tuple(Chapter(section.name, self._chapter(section, medium)) for section in sections)

    def toc_line(self, inlines: tuple[Inline, ...]) -> str:
        """Write a line of the table of contents."""
        return write_line(inlines, self._medium())

    def _enter(self, heading: Heading) -> str:
        """Note what the places that follow are called; return nothing to write."""
        self.register.label = self.toc_line(chapters.unlinked(heading.children))
        return ""

    def _chapter(self, section: Section, medium: Medium) -> str:
        known = len(medium.marked)
        self.register.file, self.register.label = section.name, ""
        medium.note_mark = self._marker(section.name)
        medium.behind_arabic = LEFT_TO_RIGHT if medium.direction == "ltr" else ""
        opening = "<section>"
        title = self.booklet.settings.title
        if section.heading:
            label = section.heading.identifier
            opening = f'<section epub:type="chapter" role="doc-chapter" aria-labelledby="{label}">'
            title = chapters.words(section.heading.children) or title
        stretches = (_stretch(asking, blocks, medium) for asking, blocks in chapters.stretches(section.blocks))
        body = "\n".join((opening, *stretches, self._notes(medium, known), self.cited.section(), "</section>"))
        return xhtml.document(body, title=title, matter="bodymatter", language=self.booklet.settings.language)

    def _notes(self, medium: Medium, known: int) -> str:
        """Write the notes marked since `known`, those marked in notes included."""
        asides = []
        while known < len(medium.marked):
            note = medium.notes[medium.marked[known]]
            self.register.label = self.labels.note.format(number=note.number)
            asides.append(_aside(note, medium, self.labels))
            known += 1
        if not asides:
            return ""
        return "\n".join(
            (
                f'<section epub:type="footnotes" class="footnotes" aria-label="{self.labels.notes}">',
                *asides,
                "</section>",
            )
        )

    @property
    def labels(self) -> Labels:
        """The words that no author writes."""
        return labels(self.booklet.settings.language)

    def _medium(self) -> Medium:
        return Medium(
            arabic_element="bdi",
            note_mark=self._marker(""),
            image=lambda path: self.assets[path].name if path in self.assets else "",
            notes={note.label: note for note in self.booklet.notes},
            link=self._address,
            direction=self.labels.direction,
            breaks_addresses=breaks_addresses(self.booklet.hyphenation),
        )

    def _marker(self, here: str) -> Callable[[Medium, Note, bool], str]:
        """Return what writes the marks in the file `here`."""

        def mark(medium: Medium, note: Note, first: bool) -> str:
            file = self.note_files.setdefault(note.label, here)
            target = f"{'' if file == here else file}#dn_{note.number}"
            identifier = f' id="dnm_{note.number}"' if first else ""
            link = f'<a epub:type="noteref" role="doc-noteref" href="{target}"{identifier}>{note.number}</a>'
            return f'<sup class="noteref">{link}</sup>'

        return mark

    def _address(self, target: str) -> str:
        """Return where a link leads, seen from a chapter; nothing where it leads nowhere."""
        if target.startswith("#"):
            file = self.files.get(target[1:])
            return f"{file}{target}" if file else ""
        return target if WEB.match(target) else ""


def _stretch(asking: bool, blocks: tuple[Block, ...], medium: Medium) -> str:
    text = write_blocks(blocks, medium)
    return f'<section epub:type="qna" role="doc-qna" class="qna">\n{text}\n</section>' if asking else text


def _aside(note: Note, medium: Medium, labels: Labels) -> str:
    """Write a note, its number the way back: named in full for those who hear it without seeing where it stands."""
    label = labels.back.format(number=note.number)
    back = f'<a class="backlink" role="doc-backlink" href="#dnm_{note.number}" aria-label="{label}">{note.number}</a>'
    paragraphs = write_blocks(note.blocks, medium)
    opened = (
        paragraphs.replace("<p>", f"<p>{back} ", 1) if paragraphs.startswith("<p>") else f"<p>{back}</p>\n{paragraphs}"
    )
    return (
        f'<aside epub:type="footnote" role="doc-footnote" class="footnote" id="dn_{note.number}">\n{opened}\n</aside>'
    )


def _only_entry(booklet: Booklet, section: Section) -> TocEntry:
    """Return the table of contents of a text without headings: its title."""
    title = booklet.settings.title
    return TocEntry(wording.flat(title), xhtml.line(title, booklet.settings.language), section.name)


def _front_matter(booklet: Booklet, cover: Asset | None, *, takes_verses: bool) -> tuple[Chapter, ...]:
    settings, words = booklet.settings, labels(booklet.settings.language)
    publisher = imprint.publisher(booklet)

    def page(part: Part, template: str, title: str, **values: object) -> Chapter:
        body = (
            xhtml.templates(settings.language).get_template(template).render(settings=settings, labels=words, **values)
        )
        matter = "cover" if part is Part.COVER else "frontmatter"
        text = xhtml.document(body, title=title, matter=matter, language=settings.language)
        return Chapter(f"{NAMES[part]}.xhtml", text, part)

    alt = ". ".join((f"{words.cover}: {settings.title}", *filter(None, (", ".join(settings.authors), publisher))))
    pages = [page(Part.COVER, "ebook_cover.j2", words.cover, cover=cover, alt=wording.flat(alt))] if cover else []
    pages.append(page(Part.TITLE, "ebook_title.j2", settings.title, publisher=publisher))
    entries = imprint.entries(booklet, takes_verses=takes_verses)
    pages.append(page(Part.IMPRINT, "ebook_imprint.j2", words.imprint, entries=entries))
    return tuple(pages)


NAMES = {Part.COVER: "kapak", Part.TITLE: "baslik", Part.IMPRINT: "kunye"}


def _metadata(booklet: Booklet, identifier: str) -> Metadata:
    settings = booklet.settings
    figures = [block for block in booklet.walk() if isinstance(block, Figure)]
    return Metadata(
        identifier=identifier,
        title=settings.title,
        subtitle=settings.subtitle,
        series=settings.series,
        authors=settings.authors,
        translator=settings.translator,
        editor=settings.editor,
        publisher=imprint.publisher(booklet),
        language=settings.language,
        date=settings.date,
        description=settings.description,
        subjects=settings.subjects,
        rights=settings.rights,
        printed=_printed(booklet),
        images_described=all(figure.alt.strip() for figure in figures),
        certified_by=settings.epub.certified_by or booklet.house.epub.certified_by,
    )


def _printed(booklet: Booklet) -> str:
    """Return what names the printed book: no number that nobody gave it."""
    settings = booklet.settings
    isbn = _isbn(settings.isbn)
    return f"urn:isbn:{isbn}" if isbn else ", ".join(filter(None, (settings.title, settings.edition)))


def _isbn(text: str | None) -> str | None:
    """Return the thirteen digits of an ISBN, without hyphens."""
    digits = re.sub(r"[\s-]", "", text or "")
    return digits if re.fullmatch(r"97[89]\d{10}", digits) else None


def _identifier(booklet: Booklet) -> str:
    """Return the ISBN of the e-book, else a UUID of publisher and folder: it stays when the title changes."""
    isbn = _isbn(booklet.settings.isbn_epub)
    if isbn:
        return f"urn:isbn:{isbn}"
    return uuid.uuid5(IDENTIFIERS, f"{imprint.publisher(booklet) or ''}/{booklet.name}").urn
