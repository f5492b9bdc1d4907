"""One booklet on the shelf: what its settings, its text, its e-book and its PDF say of it.

booklet.toml ──────────────────────────────────────────→ Volume
text.md ─→ verses ; x.epub ─→ name, contents, cover ; x.pdf ─→ pages     kept in the cache: only what changed is read
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from publish.catalog import covers, ebook_file
from publish.language.scripture import filling
from publish.model.block import Verse
from publish.model.edition import Edition
from publish.model.finding import Finding, Span, found, has_errors
from publish.model.inline import Citation, Reference, walk
from publish.model.settings import House
from publish.model.shelf import Download, Line, Pictures, Volume
from publish.model.world import World
from publish.render import imprint, wording
from publish.source import booklet as source
from publish.source import metadata


@dataclass(frozen=True, slots=True)
class Listed:
    """A booklet, and what it was listed from, for findings about several of them."""

    edition: Edition
    volume: Volume


@dataclass(frozen=True, slots=True)
class Facts:
    """What takes long to find out."""

    verses: tuple[Reference, ...]
    identifier: str
    modified: str
    contents: tuple[Line, ...]
    pages: int
    cover: str | None
    """The key of its pictures in the cache; None where the e-book has none."""
    size: tuple[int, int]
    small_size: tuple[int, int]


_FACTS = TypeAdapter(Facts)
NO_SIZE = (0, 0)


def volume(folder: Path, build: Path, house: House, world: World) -> tuple[Listed | None, tuple[Finding, ...]]:
    """Return the booklet in `folder`, whose files lie below `build`; None where it is not listed.

    Finds what is wrong with its settings, C001 (no e-book or PDF), C002 (damaged ones), C005 (no description), C006 (no
    cover).
    """
    settings, places, findings = metadata.read_settings(folder, world)
    errors = tuple(finding for finding in findings if has_errors((finding,)))
    if settings is None or errors:
        return None, errors
    if not settings.catalog.listed:
        return None, ()
    edition = wording.in_form(Edition(folder, house, settings, places), is_metadata=True)
    epub, of_epub = _download(edition, build, "epub", world)
    pdf, of_pdf = _download(edition, build, "pdf", world)
    if epub is None or pdf is None:
        return None, of_epub + of_pdf
    facts, pictures, findings = _facts(edition, epub, pdf, world)
    if facts is None:
        return None, findings
    listed = Listed(edition, _volume(edition, facts, pictures, epub, pdf))
    return listed, (*findings, *_missing(listed))


def _volume(edition: Edition, facts: Facts, pictures: Pictures | None, epub: Download, pdf: Download) -> Volume:
    settings = edition.settings
    return Volume(
        name=edition.folder.name,
        identifier=facts.identifier,
        title=settings.title,
        subtitle=settings.subtitle,
        series=settings.series,
        authors=settings.authors,
        translator=settings.translator,
        editor=settings.editor,
        publisher=imprint.publisher(edition),
        language=settings.language,
        description=settings.description,
        subjects=settings.subjects,
        isbn=settings.isbn,
        isbn_epub=settings.isbn_epub,
        edition=settings.edition,
        rights=settings.rights,
        date=settings.date.isoformat() if settings.date else None,
        modified=facts.modified,
        pages=facts.pages,
        contents=facts.contents,
        verses=facts.verses,
        cover=pictures,
        epub=epub,
        pdf=pdf,
    )


def _missing(listed: Listed) -> tuple[Finding, ...]:
    """Find what readers will look for in vain."""
    name, findings = listed.volume.name, []
    if not listed.volume.description:
        findings.append(found("C005", listed.edition.place("title"), name=name))
    if not listed.volume.cover:
        findings.append(found("C006", Span(str(listed.volume.epub.source)), name=name))
    return tuple(findings)


def _download(edition: Edition, build: Path, ending: str, world: World) -> tuple[Download | None, tuple[Finding, ...]]:
    name = edition.folder.name
    path = build / name / f"{name}.{ending}"
    try:
        content = world.read(path)
    except OSError:
        return None, (found("C001", Span(str(edition.folder / "booklet.toml")), path=path, name=name, what=ending),)
    return Download(path.name, path, len(content), sha256(content).hexdigest()), ()


def _facts(
    edition: Edition, epub: Download, pdf: Download, world: World
) -> tuple[Facts | None, Pictures | None, tuple[Finding, ...]]:
    """Return what takes long to find out, from the cache where nothing changed."""
    text, findings = metadata.read_text(edition.folder / "text.md", world)
    if text is None:
        return None, None, findings
    key = _key(text.encode("utf-8", "replace"), epub.sha256.encode(), pdf.sha256.encode())
    kept = world.cached(key, ".json")
    if kept.is_file():
        try:
            known = _FACTS.validate_json(kept.read_bytes())
            return known, _kept_pictures(known, world), ()
        except (ValidationError, OSError):
            pass  # damaged, or half gone: it is found out anew
    facts, pictures, findings = _found_out(edition, epub, pdf, world)
    if facts:
        world.store(kept, _FACTS.dump_json(facts))
    return facts, pictures, findings


def _kept_pictures(facts: Facts, world: World) -> Pictures | None:
    if facts.cover is None:
        return None
    large, small = (world.cached(facts.cover, ending).read_bytes() for ending in (".jpg", "-small.jpg"))
    return Pictures(large, small, facts.size, facts.small_size)


def _found_out(
    edition: Edition, epub: Download, pdf: Download, world: World
) -> tuple[Facts | None, Pictures | None, tuple[Finding, ...]]:
    booklet, findings = source.read(edition.folder, edition.house, world)
    errors = tuple(finding for finding in findings if has_errors((finding,)))
    if booklet is None or errors:
        return None, None, errors
    booklet, _ = filling.set_verses(booklet)
    cited: list[Verse | Citation] = [block for block in booklet.walk() if isinstance(block, Verse)]
    cited += (each for line in booklet.lines() for each in walk(line) if isinstance(each, Citation))
    try:
        ebook = ebook_file.read(world.read(epub.source))
        pictures, cover = _pictures(ebook.cover, world)
    except (ValueError, OSError):
        return None, None, (found("C002", Span(str(epub.source)), what="EPUB"),)
    pages = _pages(world.read(pdf.source), pdf.source)
    if not pages:
        return None, None, (found("C002", Span(str(pdf.source)), what="PDF"),)
    return (
        Facts(
            verses=tuple(sorted({reference for each in cited for reference in each.references})),
            identifier=ebook.identifier,
            modified=ebook.modified,
            contents=ebook.contents,
            pages=pages,
            cover=cover,
            size=pictures.size if pictures else NO_SIZE,
            small_size=pictures.small_size if pictures else NO_SIZE,
        ),
        pictures,
        (),
    )


def _pictures(cover: bytes | None, world: World) -> tuple[Pictures | None, str | None]:
    """Return the cover in the sizes of the site, and its key in the cache. Raises `OSError`, `ValueError`."""
    if cover is None:
        return None, None
    pictures, key = covers.pictures(cover), _key(cover)
    world.store(world.cached(key, ".jpg"), pictures.large)
    world.store(world.cached(key, "-small.jpg"), pictures.small)
    return pictures, key


def _pages(pdf: bytes, path: Path) -> int:
    """Return how many pages a PDF has, 0 where it is none."""
    from publish.press.document import open_pdf  # pikepdf: only where something is new

    opened, _ = open_pdf(pdf, str(path))
    return len(opened.pages) if opened else 0


def _key(*parts: bytes) -> str:
    return sha256(b"\0".join((_program(), *(sha256(part).digest() for part in parts)))).hexdigest()


@cache
def _program() -> bytes:
    """Return what stands for the program as it is: what another state of it has found out is not believed."""
    package = Path(__file__).parents[1]
    files = sorted(path for path in package.rglob("*") if path.suffix in (".py", ".tsv", ".toml"))
    return sha256(b"".join(sha256(path.read_bytes()).digest() for path in files)).digest()
