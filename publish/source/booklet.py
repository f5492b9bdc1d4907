"""A folder of `content/` as a booklet: settings, text, style."""

from __future__ import annotations

import re
from pathlib import Path

from publish.language import turkish
from publish.model.booklet import Booklet
from publish.model.failure import ForbiddenError
from publish.model.finding import Finding, Span, found
from publish.model.settings import House, Quran, Settings
from publish.model.world import World
from publish.source.markup import Parsed, parse
from publish.source.metadata import read_settings, read_text

_STAND_IN = Settings(title="?", quran=Quran(script="simple-plain"))
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")


def read(folder: Path, house: House, world: World) -> tuple[Booklet | None, tuple[Finding, ...]]:
    """Return the booklet that `folder` holds, None where its text cannot be read.

    Where the settings cannot be read, the text is still judged, under settings that find no fault with it. Places in
    findings begin with `folder` as given. Finds what `read_settings` and `parse` find, and M023.
    """
    name = folder.resolve().name if folder.name in ("", "..") else folder.name
    findings: list[Finding] = []
    if not _NAME.fullmatch(name):
        findings.append(found("M023", Span(str(folder)), name=name, slug=turkish.slug(name)))
    settings, places, of_settings = read_settings(folder, world)
    parsed, of_text = _read_markup(folder / "text.md", world)
    style, of_style = _read_style(folder / "style.css", world)
    findings += [*of_settings, *of_text, *of_style]
    if parsed is None:
        return None, tuple(findings)
    booklet = Booklet(folder, house, settings or _STAND_IN, places, name, parsed.blocks, parsed.notes, style)
    return booklet, tuple(findings)


def _read_markup(path: Path, world: World) -> tuple[Parsed | None, tuple[Finding, ...]]:
    text, findings = read_text(path, world)
    if text is None:
        return None, findings
    parsed = parse(text, str(path))
    return (parsed if parsed.readable else None), parsed.findings


def _read_style(path: Path, world: World) -> tuple[str | None, tuple[Finding, ...]]:
    try:
        if not world.exists(path):
            return None, ()
    except ForbiddenError:
        return None, (found("F001", Span(str(path)), path=path),)
    return read_text(path, world)
