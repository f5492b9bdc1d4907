"""A page that was laid out: how many lines it lacks at its foot, and what on it may give a line more or less."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from weasyprint.formatting_structure import boxes  # type: ignore[import-untyped]  # no stubs
from weasyprint.text.line_break import strut  # type: ignore[import-untyped]  # no stubs

from publish.pdf.composer.fit import Kind
from publish.pdf.composer.turning import Source

_NEARLY, _HALF = 1e-3, 0.5


@dataclass(frozen=True, slots=True)
class Made:
    """A page, and whether the text goes on overleaf because the page is full."""

    page: Any
    resume_at: Any
    goes_on: bool
    lacks: int
    """Lines that are free at its foot, above the notes."""
    foot: int
    """By how many lines its last line, that of a note too, stands too high."""
    lines: int
    """How many lines deep its text is."""
    has_notes: bool


def look(context: Any, page: Any, resume_at: Any, index: int, leading: float) -> Made:
    """Return what became of the page `index`."""
    following = context.page_maker[index + 1][1]
    goes_on = resume_at is not None and following["break"] == "any" and not page.page_type.blank
    has_notes = bool(context.current_page_footnotes)
    found = _foot(page.children[0])
    if found is None:
        return Made(page, resume_at, False, 0, 0, 0, has_notes)
    bottom, raised = found
    lacks = max(0, int((context.page_bottom - bottom) / leading + _NEARLY)) if goes_on else 0
    foot = 0 if has_notes else lacks + int(raised / leading + _HALF)
    lines = int((bottom - page.content_box_y()) / leading + _HALF)
    return Made(page, resume_at, goes_on, lacks, foot, lines, has_notes)


def _foot(box: Any) -> tuple[float, float] | None:
    """Return where the last thing on a page ends, and by how much it stands higher there than a line of the text.

    None where columns or nothing stand there.
    """
    empty = 0.0
    while True:
        if isinstance(box, boxes.LineBox):
            leading, baseline = strut(box.style.root_style)
            raised = (box.height - box.baseline) - (leading - baseline)
            return float(box.position_y + box.height + empty), max(0.0, raised) + empty
        if not isinstance(box, boxes.ParentBox):
            return float(box.position_y + box.margin_height() - box.margin_bottom), 0.0
        children = [child for child in box.children if child.is_in_normal_flow()]
        if not children:
            return (float(box.border_box_y() + box.border_height()), 0.0) if box.element_tag != "html" else None
        if children[-1].is_column:
            return None
        if isinstance(box, boxes.TableRowBox):
            return float(box.position_y + box.height), _raised(box)
        if len(children) > 1 and isinstance(children[-1], boxes.LineBox) and not _has_text(children[-1]):
            empty = children[-1].height  # of a listing
            children.pop()
        box = children[-1]


def _raised(row: Any) -> float:
    """Return by how much the lowest line of a row of a table stands higher than the last line of the text would."""
    leading, baseline = strut(row.style.root_style)
    lines = [box for box in row.descendants() if isinstance(box, boxes.LineBox)]
    lowest = max((line.position_y + line.baseline for line in lines), default=0.0)
    return max(0.0, float(row.position_y + row.height - leading + baseline - lowest)) if lines else 0.0


def _has_text(line: Any) -> bool:
    return any(isinstance(box, boxes.TextBox) and box.text.strip() for box in line.descendants())


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


def loosened(page: Any) -> None:
    """Cut the circle of a page and its notes: a page that is given up is gone then, and none is left to collect."""
    for area in page.children[1:]:
        area.page = None


def settled(page: Any) -> Any:
    """Return a page that stands, without the measures of its paragraphs: they are larger than all else on it."""
    for line in _lines(page.children[0]):
        line.source = None
    return page


def _lines(box: Any) -> Iterator[Any]:
    for child in box.children:
        if isinstance(child, boxes.LineBox):
            yield child
        elif isinstance(child, boxes.BlockBox) and child.is_in_normal_flow():
            yield from _lines(child)


PARTS = frozenset({"body", "main", "section", "header"})
"""What only holds blocks together."""
HEADINGS = frozenset({"h2", "h3", "h4", "hr"})


@dataclass(frozen=True, slots=True)
class Gap:
    """Whole lines that are free between two blocks of a page."""

    box: Any
    """The lower one."""
    height: float
    """CSS pixels."""
    lines: int
    is_above: bool
    """Whether it is the room that the lower block wants; else that which the upper one does."""

    @property
    def is_heading(self) -> bool:
        """Tell whether a heading stands below: it bears more above it best."""
        return self.box.element_tag in HEADINGS


def gaps(page: Any, leading: float) -> list[Gap]:
    """Return where lines are free between the blocks of a page, from its foot upwards; not those under headings."""
    found = list[Gap]()
    above = None
    for box in _blocks(page.children[0]):
        if above is not None and above.element_tag not in HEADINGS:
            height = box.border_box_y() - above.border_box_y() - above.border_height()
            if height > leading * (1 - _NEARLY):
                lines = int(height / leading + _NEARLY)
                found.append(Gap(box, height, lines, box.margin_top > leading * (1 - _NEARLY)))
        above = box
    return found[::-1]


def _blocks(box: Any) -> Iterator[Any]:
    """Yield the blocks that stand under one another, and not what is within them."""
    for child in box.children:
        if isinstance(child, boxes.BlockLevelBox) and child.is_in_normal_flow():
            if child.element_tag in PARTS:
                yield from _blocks(child)
            else:
                yield child


def headed(root: Any) -> frozenset[Any]:
    """Return the elements of a document that stand under headings."""
    return frozenset(
        below.element
        for box in root.descendants()
        if box.element_tag in PARTS
        for above, below in pairwise(box.children)
        if above.element_tag in HEADINGS
    )


def is_one_line(box: Any) -> bool:
    """Tell whether a block that was laid out has a single line."""
    return len(box.children) == 1 and isinstance(box.children[0], boxes.LineBox)
