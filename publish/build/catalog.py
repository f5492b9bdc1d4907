"""The catalogue: what the booklets of a library, their e-books and their PDFs say, put on the shelf.

folder ─source, language→ Booklet ─┐
x.epub, x.pdf ─────────────────────┴→ Volume ; all of them ─catalog→ files
"""

from __future__ import annotations

import sysconfig
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from publish.build.job import read_given
from publish.catalog import covers, ebook_file
from publish.catalog.lists import in_order
from publish.catalog.site import files
from publish.language.scripture import filling
from publish.ledger import Ledger
from publish.model.block import Verse
from publish.model.booklet import Booklet
from publish.model.failure import ExitCode, PublishError
from publish.model.finding import Finding, has_errors
from publish.model.inline import Citation, Reference, walk
from publish.model.settings import House
from publish.model.shelf import Download, Pictures, Shelf, SiteFile, Volume
from publish.model.world import World
from publish.render import imprint, wording
from publish.source import booklet as source
from publish.source import metadata


@dataclass(frozen=True, slots=True)
class Library:
    """The booklets of a catalogue, and where what they are made from lies."""

    folders: tuple[Path, ...]
    """Of the booklets, all in one library."""
    build: Path
    """Where their e-books and PDFs were made: `oruc/oruc.epub`."""
    styles: Path
    cache: Path

    def ledger(self) -> Ledger:
        """Make the world of the catalogue."""
        package = Path(__file__).parents[1]
        houses = {folder.parent / "house.toml" for folder in self.folders}
        roots = (*self.folders, *houses, self.build, self.styles, package, self.cache)
        return Ledger((*roots, Path(sysconfig.get_path("purelib"))), self.cache)


def make_catalog(library: Library, world: Ledger) -> tuple[tuple[SiteFile, ...], tuple[Finding, ...]]:
    """Return the files of the catalogue, none where findings stop it.

    Finds what stops a booklet from being read. Raises `PublishError` X040 where an e-book or a PDF is missing.
    """
    house, findings = _house(library, world)
    volumes: list[Volume] = []
    for folder in library.folders:
        volume, more = _volume(library, folder, house, world)
        findings += more
        if volume:
            volumes.append(volume)
    if has_errors(findings):
        return (), findings
    shelf = Shelf(house.name, house.address, house.email, _web(house.web), in_order(volumes))
    style = read_given(library.styles / "web.css", world).decode("utf-8", "replace")
    return tuple(files(shelf, style)), findings


def _house(library: Library, world: World) -> tuple[House, tuple[Finding, ...]]:
    if not library.folders:
        return House(), ()
    house, findings = metadata.read_house(library.folders[0].parent / "house.toml", world)
    return house or House(), tuple(finding for finding in findings if has_errors((finding,)))


def _web(address: str | None) -> str | None:
    return address if address is None or "://" in address else f"https://{address}"


def _volume(library: Library, folder: Path, house: House, world: World) -> tuple[Volume | None, tuple[Finding, ...]]:
    booklet, findings = source.read(folder, house, world)
    findings = tuple(finding for finding in findings if has_errors((finding,)))
    if booklet is None or findings:
        return None, findings
    booklet, _ = filling.set_verses(booklet)
    verses = tuple(sorted(_cited(booklet)))
    booklet = wording.in_form(booklet, is_metadata=True)
    settings = booklet.settings
    epub, epub_bytes = _download(library, booklet.name, "epub", world)
    pdf, pdf_bytes = _download(library, booklet.name, "pdf", world)
    try:
        ebook = ebook_file.read(epub_bytes)
    except ValueError as error:
        raise PublishError(ExitCode.NOT_FOUND, "X040", path=epub.source, reason=error) from error
    cover, more = _pictures(ebook.cover, booklet)
    return (
        Volume(
            name=booklet.name,
            identifier=ebook.identifier,
            title=settings.title,
            subtitle=settings.subtitle,
            series=settings.series,
            authors=settings.authors,
            translator=settings.translator,
            editor=settings.editor,
            publisher=imprint.publisher(booklet),
            language=settings.language,
            description=settings.description,
            subjects=settings.subjects,
            isbn=settings.isbn,
            isbn_epub=settings.isbn_epub,
            edition=settings.edition,
            rights=settings.rights,
            date=settings.date.isoformat() if settings.date else None,
            modified=ebook.modified,
            pages=_pages(pdf_bytes, pdf.source),
            contents=ebook.contents,
            verses=verses,
            cover=cover,
            epub=epub,
            pdf=pdf,
        ),
        more,
    )


def _cited(booklet: Booklet) -> set[Reference]:
    """Return the verses that a booklet sets or cites."""
    cited: list[Verse | Citation] = [block for block in booklet.walk() if isinstance(block, Verse)]
    cited += (each for line in booklet.lines() for each in walk(line) if isinstance(each, Citation))
    return {reference for each in cited for reference in each.references}


def _download(library: Library, name: str, ending: str, world: World) -> tuple[Download, bytes]:
    path = library.build / name / f"{name}.{ending}"
    content = read_given(path, world)
    return Download(path.name, path, len(content), sha256(content).hexdigest()), content


def _pages(pdf: bytes, path: Path) -> int:
    """Return how many pages a PDF has. Raises `PublishError` X040 where it is none."""
    from publish.press.document import open_pdf  # pikepdf: only where something is new

    opened, _ = open_pdf(pdf, str(path))
    if opened is None:
        raise PublishError(ExitCode.NOT_FOUND, "X040", path=path, reason="PDF?")
    return len(opened.pages)


def _pictures(cover: bytes | None, booklet: Booklet) -> tuple[Pictures | None, tuple[Finding, ...]]:
    return (covers.pictures(cover) if cover else None), ()
