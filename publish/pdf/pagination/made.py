"""A page that was laid out: how many lines it lacks at its foot, and what on it may give a line more or less."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from weasyprint.formatting_structure import boxes  # type: ignore[import-untyped]  # no stubs

from publish.pdf.composer.fit import Kind
from publish.pdf.composer.turning import Source

_NEARLY = 1e-3
MOST_STRETCH = 0.05
"""Share of a line that words and spaces give at most, when a paragraph gets a line more."""
MOST_SHRINK = 0.035
"""And when it gets one less."""


@dataclass(frozen=True, slots=True)
class Made:
    """A page, and whether the text goes on overleaf because the page is full."""

    page: Any
    resume_at: Any
    goes_on: bool
    lacks: int
    """Lines that are free at its foot, above the notes."""
    has_notes: bool

    @property
    def short(self) -> int:
        """By how many lines the page seems short: what is free above notes, nobody counts."""
        return 0 if self.has_notes or not self.goes_on else self.lacks


def look(context: Any, page: Any, resume_at: Any, index: int, leading: float) -> Made:
    """Return what became of the page `index`."""
    following = context.page_maker[index + 1][1]
    goes_on = resume_at is not None and following["break"] == "any" and not page.page_type.blank
    bottom = _foot(page.children[0])
    if bottom is None:
        return Made(page, resume_at, False, 0, False)
    lacks = int((context.page_bottom - bottom) / leading + _NEARLY) if goes_on else 0
    return Made(page, resume_at, goes_on, max(0, lacks), bool(context.current_page_footnotes))


def _foot(box: Any) -> float | None:
    """Return where the last thing on a page ends; None where columns or nothing stand there."""
    while True:
        if isinstance(box, boxes.LineBox) or not isinstance(box, boxes.ParentBox):
            return float(box.position_y + box.margin_height() - box.margin_bottom)
        children = [child for child in box.children if child.is_in_normal_flow()]
        if not children:
            return float(box.border_box_y() + box.border_height()) if box.element_tag != "html" else None
        if children[-1].is_column:
            return None
        if isinstance(box, boxes.TableRowBox):
            return float(box.position_y + box.height)
        box = children[-1]


@dataclass(slots=True)
class Stretch:
    """What a page has of a paragraph that ends on it."""

    source: Source
    last: float
    """Share of the measure that the last line takes."""

    @property
    def more(self) -> float:
        """Share of every line that must be given so that the paragraph has a line more."""
        return (1.1 - self.last) / self.source.count

    @property
    def less(self) -> float:
        """Share of every line that must be taken so that it has one less."""
        return self.last / max(1, self.source.count - 1)


def stretches(page: Any) -> list[Stretch]:
    """Return what a page has of the paragraphs that end on it and can be set anew."""
    found: dict[int, Stretch] = {}
    for line in _lines(page.children[0]):
        source: Source | None = getattr(line, "source", None)
        if source and line.ends == len(source.known.measure.kinds) - 1 and source.count > 1:
            found[id(source)] = Stretch(source, line.width / source.lengths[-1])
    return list(found.values())


def broken_word(page: Any) -> tuple[Source, int] | None:
    """Return the paragraph that leaves half a word at the foot of a page, and how many lines it has on it."""
    lines = list(_lines(page.children[0]))
    source: Source | None = getattr(lines[-1], "source", None) if lines else None
    if source is None or source.known.measure.kinds[lines[-1].ends] not in (Kind.HYPHEN, Kind.DASH):
        return None
    return source, sum(getattr(line, "source", None) is source for line in lines)


def _lines(box: Any) -> Iterator[Any]:
    for child in box.children:
        if isinstance(child, boxes.LineBox):
            yield child
        elif isinstance(child, boxes.BlockBox) and child.is_in_normal_flow():
            yield from _lines(child)


PARTS = frozenset({"body", "main", "section", "header"})
"""What only holds blocks together."""
HEADINGS = frozenset({"h2", "h3", "h4", "hr"})


def airs(page: Any, leading: float) -> list[Any]:
    """Return the blocks that stand a line or more below what is above them: headings first, which bear more best."""
    found: list[tuple[int, int, Any]] = []
    above = None
    for number, box in enumerate(_blocks(page.children[0])):
        if above is not None and above not in HEADINGS and box.margin_top > leading * (1 - _NEARLY):
            found.append((0 if box.element_tag in HEADINGS else 1, -number, box))
        above = box.element_tag
    return [box for *_, box in sorted(found, key=lambda one: one[:2])]


def _blocks(box: Any) -> Iterator[Any]:
    """Yield the blocks that stand under one another, and not what is within them."""
    for child in box.children:
        if isinstance(child, boxes.BlockLevelBox) and child.is_in_normal_flow():
            if child.element_tag in PARTS:
                yield from _blocks(child)
            else:
                yield child
