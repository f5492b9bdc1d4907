"""Where in an author's files a character of the pages stands: pages are laid out without knowing it.

Sought in the text, the settings and the style sheets, as it is and as it may be written there: `&#3061;` in Markdown,
`\\0bf5` in CSS, `\\u0BF5` in TOML.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html.entities import html5
from typing import NamedTuple

from publish.language import arabic
from publish.model.failure import PublishError
from publish.model.finding import Span
from publish.model.html import Html
from publish.model.world import World

AROUND = 12
"""Characters on each side that are quoted with one."""


class Place(NamedTuple):
    """A place, and what is quoted of it where a caret would land wrong."""

    span: Span
    fragment: str


def places(character: str, html: Html, world: World) -> tuple[Place, ...]:
    """Return the places of `character`, in the text first; the booklet's folder where it stands nowhere.

    Small letters are sought for a capital, and capitals for a small letter, where it does not stand itself: a style may
    have turned one into the other.
    """
    sources = tuple(_sources(html, world))
    for written in (character, character.lower(), character.upper(), character.title()):
        found = tuple(_in_sources(written, sources))
        if found:
            return found
    return (Place(Span(str(html.folder)), ""),)


def _sources(html: Html, world: World) -> Iterator[tuple[str, str]]:
    for path in (html.folder / "text.md", html.folder / "booklet.toml", html.folder.parent / "house.toml"):
        try:
            yield str(path), world.read(path).decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
        except (OSError, PublishError):
            continue
    for sheet in html.sheets:
        yield str(sheet.path), sheet.css


def _in_sources(character: str, sources: tuple[tuple[str, str], ...]) -> Iterator[Place]:
    pattern = _ways_to_write(character)
    for path, text in sources:
        for number, line in enumerate(text.split("\n") if pattern.search(text) else (), 1):
            for match in pattern.finditer(line):
                start, end = match.span()
                around = line[max(0, start - AROUND) : end + AROUND].strip()
                yield Place(Span(path, number, start + 1, number, end + 1), around if arabic.runs(line) else "")


def _ways_to_write(character: str) -> re.Pattern[str]:
    code = ord(character) if len(character) == 1 else 0
    ways = [re.escape(character), re.escape(unicodedata.normalize("NFD", character))]
    if code:
        ways += [rf"&#0*{code};", rf"(?i:&#x0*{code:x};)", rf"(?i:\\(?:u|U)?0{{0,6}}{code:x}(?![0-9a-f]))"]
        ways += [re.escape(f"&{name}") for name, meant in html5.items() if meant == character]
    return re.compile("|".join(ways))
