"""Documents of other programs turned into a booklet's folder: `booklet.toml` and `text.md`, and a report.

Bytes go in, bytes come out; nothing is read or written here. A kind of document is a function in the registry, by
suffix.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from publish.language.scripture.recovery import index as recovery_index
from publish.model.finding import Finding, Span, found
from publish.model.world import World
from publish.source.importing import markdown, plain
from publish.source.importing.blocks import Block, Kind
from publish.source.importing.decode import decode
from publish.source.importing.report import report
from publish.source.importing.restoring import restore

LONGEST_TITLE = 300
"""Characters that `booklet.toml` takes."""


@dataclass(frozen=True, slots=True)
class Imported:
    """A document as a booklet."""

    title: str
    series: str | None
    booklet_toml: bytes
    text_md: bytes


Read = tuple[Imported | None, tuple[Finding, ...]]
Reader = Callable[[bytes, str, World], Read]


def read_document(content: bytes, path: str, world: World) -> Read:
    """Return the document at `path`, whose bytes are `content`, as a booklet, and what there is to say about it.

    Finds I001 (a kind of file that is not read), and what the reader of that kind finds. The booklet is None when
    there is an error among the findings. Verses are searched in an index that `world` keeps in its cache.
    """
    suffix = PurePath(path).suffix.lower()
    reader = READERS.get(suffix)
    if reader is None:
        return None, (found("I001", Span(path), suffix=suffix or PurePath(path).name, known=", ".join(READERS)),)
    return reader(content, path, world)


def read_text(content: bytes, path: str, world: World) -> Read:
    """Read plain text, as authors save it or as it was taken out of a PDF. Finds I002–I027."""
    decoded = decode(content)
    if decoded is None:
        return None, (found("I002", Span(path), path=path),)
    blocks, record = plain.blocks(decoded.text)
    if not blocks:
        return None, (found("I003", Span(path), path=path),)
    blocks, record.restored = restore(blocks, lambda: recovery_index.load(world))
    findings: list[Finding] = []
    if not decoded.unicode:
        findings.append(found("I004", Span(path), encoding=decoded.encoding))
    title = _text(blocks, Kind.TITLE)
    if title is None:
        title = " ".join(PurePath(path).stem.replace("_", " ").replace("-", " ").split()) or PurePath(path).name
        findings.append(found("I019", Span(path), title=title))
    title = title[:LONGEST_TITLE].strip()
    series = _text(blocks, Kind.LABEL)
    settings = markdown.booklet(title, series, record.restored.script)
    imported = Imported(title, series, settings.encode("utf-8"), markdown.text(blocks).encode("utf-8"))
    return imported, (*findings, *report(blocks, record, path, decoded.text))


def _text(blocks: tuple[Block, ...], kind: Kind) -> str | None:
    return next((block.paragraphs[0].text for block in blocks if block.kind is kind), None)


READERS: dict[str, Reader] = {".txt": read_text}
"""How documents are read, by suffix in small letters."""
