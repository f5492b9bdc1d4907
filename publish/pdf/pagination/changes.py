"""What gives a page lines, or takes some: paragraphs set in a line more or less, white between blocks.

A make-up man fills a page with what is least seen. First paragraphs that get a line more and hardly show it, then white
above headings, then paragraphs that show it, then white around verses and other blocks that stand apart; always by
whole lines, so that what stands below keeps the grid.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import partial
from typing import Any

from weasyprint.css.properties import Dimension  # type: ignore[import-untyped]  # no stubs
from weasyprint.formatting_structure import boxes  # type: ignore[import-untyped]  # no stubs

from publish.pdf.composer.lines import Composer
from publish.pdf.composer.turning import Source
from publish.pdf.pagination.made import Gap, Stretch, gaps, stretches

MOST_STRETCH = 0.05
"""Share of a line that words and spaces give at most, when a paragraph gets a line more."""
MOST_SHRINK = 0.035
"""And when it gets one less."""
EASY = 0.035
"""Share of a line that words and spaces give and nobody sees."""
MOST_TRIED = 4
"""Paragraphs of a page that are asked for a line."""
MOST_AIRY = 2
"""Headings of a page, and blocks, that get a line more above them while nothing is amiss that is seen more."""
MOST_FEWER = 3
"""Lines that are taken from a page so that what comes next has room on it."""
LEAST_KEPT = 2
"""Lines of a verse that stand on either of two facing pages at least."""
WIDE = 2
"""Lines that are free above a section: one of them can be taken."""

Change = Callable[[], Callable[[], Any]]
"""Makes something give a line more or less; returns what takes that back."""


class Effort(IntEnum):
    """How much is done so that a page is full."""

    USUAL = 0
    HARD = 1
    """White around every block, and taken above sections."""
    AIRY = 2
    """Two lines more around every block, three above headings."""
    PARTED = 3
    """A verse at the foot of a left-hand page is parted from its translation on the right-hand one."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Those that the pages of one document allow."""

    composer: Composer
    sources: dict[Any, Any]
    """The blocks that pages are made of, by their elements: what is laid out is a copy."""
    leading: float
    splits: tuple[Change, ...]
    """What lets the verses be divided that a style sheet keeps whole."""

    @classmethod
    def of(cls, composer: Composer, root: Any, leading: float) -> Changes:
        """Return those of a document that is laid out with such a leading."""
        sources = _sources(root)
        wholes = [box for box in sources.values() if _is_whole_verse(box)]
        return cls(composer, sources, leading, tuple(_split(box) for box in wholes))

    def more(self, page: Any, lacks: int, effort: Effort) -> Iterator[tuple[Change, ...]]:
        """Yield ways to fill a page where what stands on it ends, the best one first."""
        willing = self._willing(stretches(page), 1)
        changes = self._more(willing, gaps(page, self.leading), effort)
        if len(changes) >= lacks:
            yield tuple(changes[:lacks])
        elif effort is Effort.USUAL and willing:
            yield tuple(self.lines(one.source, one.source.count + 1) for one in willing)

    def fewer(self, page: Any, effort: Effort) -> Iterator[tuple[Change, ...]]:
        """Yield what takes a line from a page, two, and so on, so that what comes next has room on it."""
        fewer = [self.lines(one.source, one.source.count - 1) for one in self._willing(stretches(page), -1)]
        if effort > Effort.USUAL:
            spaces = gaps(page, self.leading)
            fewer += self.airs([gap for gap in spaces if gap.is_above and gap.lines == WIDE], -1)
        for number in range(1, min(len(fewer), MOST_FEWER if effort > Effort.USUAL else 2) + 1):
            yield tuple(fewer[:number])

    def _more(self, willing: list[Stretch], spaces: list[Gap], effort: Effort) -> list[Change]:
        """Return what gives a page a line, what is least seen first."""
        lines = [self.lines(one.source, one.source.count + 1) for one in willing]
        easy = sum(one.more <= EASY for one in willing)
        headings = [gap for gap in spaces if gap.is_heading]
        blocks = [gap for gap in spaces if not gap.is_heading]
        if effort is Effort.USUAL:
            headings, blocks = headings[:MOST_AIRY], [gap for gap in blocks if gap.is_above][:MOST_AIRY]
        changes = [*lines[:easy], *self.airs(headings, 1), *lines[easy:], *self.airs(blocks, 1)]
        if effort > Effort.USUAL:
            changes += self.airs(headings, 2)
        return [*changes, *self.airs(blocks, 2), *self.airs(headings, 3)] if effort > Effort.HARD else changes

    def _willing(self, found: list[Stretch], by: int) -> list[Stretch]:
        """Return the paragraphs that can be set in so many lines more, those first that need not give much."""
        limit = MOST_STRETCH if by > 0 else MOST_SHRINK
        costs = ((one.more if by > 0 else one.less, number) for number, one in enumerate(found))
        near = [found[number] for cost, number in sorted(costs) if cost <= limit][:MOST_TRIED]
        plans = self.composer.plans
        return [
            one
            for one in near
            if plans.with_lines(one.source.known, one.source.start, one.source.lengths, one.source.count + by)
        ]

    def lines(self, source: Source, count: int, foot: int = 0) -> Change:
        """Return what gives a paragraph so many lines, and no hyphen at the end of the one at the foot of the page."""
        wishes, key = self.composer.wishes, (id(source.box), source.start)

        def change() -> Callable[[], Any]:
            before = wishes.get(key)
            wishes[key] = count, foot
            return partial(wishes.pop, key) if before is None else partial(wishes.__setitem__, key, before)

        return change

    def airs(self, chosen: list[Gap], by: int) -> list[Change]:
        """Return what makes gaps so many lines larger than they are."""
        return [self._air(gap, by) for gap in chosen if gap.box.element in self.sources]

    def _air(self, gap: Gap, by: int) -> Change:
        source = self.sources[gap.box.element]
        margin = Dimension(gap.height + by * self.leading, "px")

        def change() -> Callable[[], Any]:
            before = source.style
            source.style = before.copy()  # blocks that look alike share theirs
            source.style["margin_top"], source.style["margin_break"] = margin, "discard"
            return partial(setattr, source, "style", before)

        return change


def _sources(root: Any) -> dict[Any, Any]:
    """Return the blocks of a document by their elements; of several that one has, the outermost."""
    found: dict[Any, Any] = {}
    for box in root.descendants():
        if isinstance(box, boxes.BlockLevelBox) and box.element is not None:
            found.setdefault(box.element, box)
    return found


def _is_whole_verse(box: Any) -> bool:
    return bool(box.style["lang"] == "ar" and max(box.style["orphans"], box.style["widows"]) > LEAST_KEPT)


def _split(box: Any) -> Change:
    """Return what lets Arabic be divided so that few of its lines stand on either page."""

    def change() -> Callable[[], Any]:
        before = box.style
        box.style = before.copy()
        box.style["orphans"] = box.style["widows"] = LEAST_KEPT
        return partial(setattr, box, "style", before)

    return change
