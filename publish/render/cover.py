"""The front of a booklet as one page of ratio 1 : 1.6 in two quiet colours: the e-book's cover."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from pathlib import Path
from zlib import crc32

from publish.model.booklet import Booklet
from publish.model.html import Html
from publish.model.length import Mm
from publish.model.world import World
from publish.render import imprint, wording
from publish.render.labels import labels
from publish.render.ornament import stars
from publish.render.paper import templates
from publish.render.print import read_sheets

SHEETS = ("tokens.css", "cover.css")
MEASURE, ROOM = Mm(80).to_pt(), Mm(62).to_pt()
"""Width and height that cover.css leaves to title and subtitle."""
SUBTITLE_SIZE, SUBTITLE_LINE, SUBTITLE_SPACE = 13, 17, Mm(5).to_pt().value
"""Points, as cover.css has them."""
SIZES = (44, 38, 32, 27, 23, 19.5, 16.5, 14, 12)
"""Points; the first at which a title has room is taken."""
LETTER, LINE = 0.5, 1.2
"""Width of a letter and height of a line of large text, in em."""


@dataclass(frozen=True, slots=True)
class Colours:
    """Two colours that stand well beside each other, and the ground a shade lighter."""

    ground: str
    band: str
    ink: str


PALETTE = (
    Colours("#1d3a3c", "#24464a", "#e0cda1"),
    Colours("#5a1f26", "#672831", "#e3cfa6"),
    Colours("#22304f", "#2a3a5e", "#dccba0"),
    Colours("#2d4230", "#374f3a", "#e0d0a4"),
    Colours("#4a2b3e", "#56344a", "#e2cda8"),
    Colours("#40342a", "#4d3f33", "#e1cb9d"),
)


def cover_html(booklet: Booklet, styles: Path, world: World) -> Html:
    """Return the cover of `booklet`; the same title always has the same colours."""
    typed = booklet.settings.title
    booklet = wording.in_form(booklet)
    settings, words = booklet.settings, labels(booklet.settings.language)
    sheets, _ = read_sheets(styles, SHEETS, world)
    text = (
        templates()
        .get_template("cover.j2")
        .render(
            settings=settings,
            labels=words,
            authors=_named(settings.authors, words.and_others),
            publisher=imprint.publisher(booklet),
            colours=PALETTE[crc32(typed.encode()) % len(PALETTE)],
            size=title_size(settings.title, settings.subtitle or ""),
            stars=stars(6, 3),
        )
    )
    return Html(text, sheets, booklet.folder, wording.flat(settings.title))


def title_size(title: str, subtitle: str = "") -> float:
    """Return the size in points at which `title`, over `subtitle`, fills its place on the cover without leaving it.

    >>> title_size("Kalem"), title_size("Kur’an’dan Dualar", "Peygamberlerin ve müminlerin dilinden")
    (44, 44)
    """
    room = ROOM.value
    if subtitle:
        room -= SUBTITLE_SPACE + ceil(len(subtitle) * LETTER * SUBTITLE_SIZE / MEASURE.value) * SUBTITLE_LINE
    longest = max(map(len, title.split()), default=0)
    for size in SIZES:
        lines = ceil(len(title) * LETTER * size / MEASURE.value)
        if longest * LETTER * size <= MEASURE.value and lines * LINE * size <= room:
            return size
    return SIZES[-1]


def _named(authors: tuple[str, ...], others: str) -> tuple[str, ...]:
    """Return the authors whom the cover names."""
    most = 3
    return authors if len(authors) <= most else (authors[0], others)
