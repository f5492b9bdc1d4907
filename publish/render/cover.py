"""The front of a booklet as one page of ratio 1 : 1.6 in one of a few quiet colours: the e-book's cover."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from publish.model.booklet import Booklet
from publish.model.html import Html
from publish.model.world import World
from publish.render import imprint
from publish.render.print import read_sheets, templates

SHEETS = ("tokens.css", "cover.css")


@dataclass(frozen=True, slots=True)
class Colours:
    """Two colours that stand well beside each other."""

    ground: str
    ornament: str


PALETTE = (
    Colours("#1f3a3d", "#d9c08a"),
    Colours("#5b1f24", "#dcc39a"),
    Colours("#23304f", "#d3bd8c"),
    Colours("#2f4530", "#d8c596"),
    Colours("#4a2c3d", "#dcc6a0"),
    Colours("#3d3226", "#d6b97e"),
)


def cover_html(booklet: Booklet, styles: Path, world: World) -> Html:
    """Return the cover of `booklet`; the same title always has the same colours."""
    settings = booklet.settings
    sheets, _ = read_sheets(styles, SHEETS, world)
    text = (
        templates()
        .get_template("cover.j2")
        .render(
            settings=settings,
            publisher=imprint.publisher(booklet),
            colours=PALETTE[crc32(settings.title.encode()) % len(PALETTE)],
        )
    )
    return Html(text, sheets, booklet.folder, settings.title)
