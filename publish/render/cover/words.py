"""The words of the front and the spine of a cover, fitted into the room that a design has for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from publish.model.length import Mm, Pt
from publish.model.settings import Settings
from publish.model.spine import CLEAR, LINE, SMALLEST, size_of_words
from publish.render.cover.design import Design
from publish.render.cover.lettering import Lettering, fit, width
from publish.render.cover.plan import Plan
from publish.render.labels import Labels

SHRINK = 0.93
"""From one size of words to the next."""
STEPS = 20
LARGEST = 46.0
"""Size of the largest title on A5, pt; the sizes below are told for A5 too."""
COLOURED = Pt(24)
"""Letters of a title that are smaller are black: four inks never lie quite on one another, and preflight finds it."""
TITLE_LEADING, SMALL_LEADING = 1.12, 1.25
"""Heights of lines, em; cover/common.css has the same."""
AUTHORS_SIZE, SUBTITLE_SIZE, SERIES_SIZE = 13.0, 14.0, 10.5
GAPS = 26.0
"""What parts authors, title, subtitle and series, pt a piece."""
CAPITALS = 1.32
"""How much wider letters are as small capitals with spaces between them."""
SPINE_LARGEST = Pt(14)
SPINE_SHARE = 0.15
"""Part of a thick spine that one line of words may be high."""
SPINE_LINES = 3
SPINE_FOOT = Mm(30)
"""Stays free at the foot of a spine for the labels of libraries (ISO 6357:1985)."""
SPINE_HEAD = 0.07
"""Free at its head, in heights."""


@dataclass(frozen=True, slots=True)
class Front:
    """Words of the front."""

    authors: Lettering
    title: Lettering
    subtitle: Lettering | None
    series: Lettering | None

    @property
    def is_coloured(self) -> bool:
        """Whether the title is large enough to stand in the colour of the cover."""
        return self.title.size >= COLOURED

    @property
    def too_long(self) -> str:
        """The key of what has no room; empty where all has."""
        parts = (("title", self.title), ("subtitle", self.subtitle), ("authors", self.authors), ("series", self.series))
        return next((key for key, lettering in parts if lettering and not lettering.fits), "")


@dataclass(frozen=True, slots=True)
class Spine:
    """Words on the spine, authors beside the title."""

    size: Pt
    authors: tuple[str, ...]
    """Empty where there is no room for them."""
    title: tuple[str, ...]


def named(authors: tuple[str, ...], others: str) -> tuple[str, ...]:
    """Return the authors whom the cover names."""
    most = 3
    return authors if len(authors) <= most else (authors[0], others)


def front(settings: Settings, design: Design, plan: Plan, words: Labels) -> Front:
    """Set the words of the front: the title is as large as the others leave it."""
    measure = Mm(plan.width * design.measure).to_pt()
    room = Mm(plan.height * design.room).to_pt().value
    tight = Pt(measure.value / CAPITALS)
    authors = _each(named(settings.authors, words.and_others), tight, Pt(room / 4), AUTHORS_SIZE * plan.scale)
    small = [
        fit(text, measure, Pt(room / 4), sizes(size * plan.scale, 10), SMALL_LEADING) if text else None
        for text, size in ((settings.subtitle, SUBTITLE_SIZE), (settings.series, SERIES_SIZE))
    ]
    for part in (authors, *small):
        if part and part.lines:
            room -= GAPS * plan.scale + len(part.lines) * SMALL_LEADING * part.size.value
    title = fit(settings.title, measure, Pt(room), sizes(LARGEST * plan.scale, STEPS), TITLE_LEADING)
    return Front(authors, title, *small)


def sizes(largest: float, count: int) -> list[float]:
    """Return sizes that fall from `largest`, points."""
    return [round(largest * SHRINK**step, 2) for step in range(count)]


def _each(lines: Sequence[str], measure: Pt, room: Pt, largest: float) -> Lettering:
    """Set lines that each stand alone at one size, parting only one that no size has room for."""
    steps = sizes(largest, 8)
    for size in steps:
        if max(map(width, lines), default=0.0) * size <= measure.value:
            return Lettering(Pt(size), tuple(lines), fits=True)
    parted = [fit(line, measure, room, steps[-1:], SMALL_LEADING) for line in lines]
    fits = all(line.fits for line in parted) and sum(len(line.lines) for line in parted) * steps[-1] <= room.value
    return Lettering(Pt(steps[-1]), tuple(part for line in parted for part in line.lines), fits)


def spine(settings: Settings, plan: Plan, words: Labels) -> Spine | None:
    """Set the words of the spine in as few lines as let them be large; None where it is too narrow for any."""
    thick = Mm(plan.spine)
    most = Pt(max(SPINE_LARGEST.value * plan.scale, thick.to_pt().value * SPINE_SHARE))
    if size_of_words(thick, most) is None:
        return None
    free = Mm(thick.value - 2 * CLEAR.value).to_pt().value
    foot = min(SPINE_FOOT.value, plan.height / 7)
    room = Mm(plan.height * (1 - SPINE_HEAD) - foot).to_pt().value
    authors = named(settings.authors, words.and_others)
    best: Spine | None = None
    for who in (authors, ()):
        for count in range(1, SPINE_LINES + 1):
            made = _spine_of(settings.title, who, count, room, Pt(min(most.value, free / (LINE * count))))
            if made and (best is None or made.size.value > 1.1 * best.size.value):
                best = made
        if best:
            return best
    return None


def _spine_of(title: str, authors: tuple[str, ...], count: int, room: float, largest: Pt) -> Spine | None:
    """Set the words of a spine in `count` lines at most; None where they are too long, or would be too small."""
    columns = authors if len(authors) <= count else (", ".join(authors),) if authors else ()
    beside = max(map(width, columns), default=-2.0) * CAPITALS + 2
    for size in sizes(largest.value, STEPS):
        if size < SMALLEST.value:
            break
        lines = fit(title, Pt(max(room - beside * size, 1.0)), Pt(count * size), [size], 1.0)
        if lines.fits:
            return Spine(Pt(size), columns, lines.lines)
    return None
