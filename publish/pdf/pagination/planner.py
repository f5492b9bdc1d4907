"""Pages made up spread by spread.

    page ─→ full?  ─ else ─→ a line more or less in its paragraphs, more air above its headings ─→ full?
    verso, recto ─→ of one depth?  ─ else ─→ both a line short

A page that WeasyPrint ends early, to keep lines together, is laid out again, and no other page is. What has been
decided stands when WeasyPrint comes again, to fill in the page numbers of the contents.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from weasyprint.css.properties import Dimension  # type: ignore[import-untyped]  # no stubs
from weasyprint.formatting_structure import boxes  # type: ignore[import-untyped]  # no stubs
from weasyprint.layout.page import remake_page  # type: ignore[import-untyped]  # no stubs
from weasyprint.logger import PROGRESS_LOGGER  # type: ignore[import-untyped]  # no stubs
from weasyprint.text.line_break import strut  # type: ignore[import-untyped]  # no stubs

from publish.pdf.composer.lines import Composer
from publish.pdf.composer.turning import Source
from publish.pdf.pagination.made import (
    HEADINGS,
    MOST_SHRINK,
    MOST_STRETCH,
    Made,
    Stretch,
    airs,
    broken_word,
    look,
    stretches,
)
from publish.pdf.pagination.state import State

MOST_LACKING = 7
"""Lines: a page that lacks more has met something large, and is left as it is."""
MOST_SHORT = 3
"""Lines by which both pages of a spread may be short."""
LEAST_DEPTH = 12
"""Lines of a page below which nothing is taken from it."""
MOST_TRIED = 4
"""Paragraphs of a page that are asked for a line."""
MOST_AIRY = 2
"""Headings of a page, and blocks, that get a line more above them."""
LEAST_LEADING = 1.0
"""CSS pixels: an author's style sheet may ask for none at all."""
EASY = 0.035
"""Share of a line that words and spaces give and nobody sees."""

Change = Callable[[], Callable[[], Any]]
"""Makes something give a line more or less; returns what takes that back."""


@dataclass(slots=True)
class _Laid:
    """A page as it was laid out, and what WeasyPrint knew then."""

    made: Made
    after: State
    changes: tuple[Change, ...]
    less: int


@dataclass(slots=True)
class Planner:
    """Makes up the pages of one document after the other."""

    composer: Composer
    less: float = 0.0
    """By how many CSS pixels the page is now to be less deep."""
    _context: Any = None
    _root: Any = None
    _html: Any = None
    _leading: float = 0.0
    _sources: dict[Any, Any] = field(default_factory=dict)
    """The blocks that pages are made of, by their elements: what is laid out is a copy."""
    _undo: list[Callable[[], Any]] = field(default_factory=list)
    _decided: dict[str, int] = field(default_factory=dict)
    """By how many lines pages are less deep, by where they begin."""

    def pages(self, context: Any, root_box: Any, html: Any, pages: list[Any]) -> Iterator[Any]:
        """Yield the pages of a document as `make_all_pages` of WeasyPrint does; those of `pages` that still hold."""
        if root_box is not self._root:
            self._sources = _sources(root_box)
        self._context, self._root, self._html = context, root_box, html
        self._leading = max(strut(root_box.style)[0], LEAST_LEADING)
        if not pages:
            self._decided.clear()
            self.composer.wishes.clear()
        index = 0
        context.rendered_notes = []
        while True:
            if pages and not self._is_stale(index):
                made, reported = [pages[index]], None
            else:
                PROGRESS_LOGGER.info("Step 5 - Creating layout - Page %d", index + 1)
                made = [laid.made.page for laid in (self._again(index) if pages else self._spread(index))]
                reported = context.reported_footnotes
            yield from made
            index += len(made)
            if context.page_maker[index][0] is None and not reported:
                context.page_maker = context.page_maker[: index + 1]
                context.broken_out_of_flow.clear()
                context.reported_footnotes.clear()
                return

    def _is_stale(self, index: int) -> bool:
        remake = self._context.page_maker[index][-1]
        return bool(remake["content_changed"] or remake["pages_wanted"])

    def _again(self, index: int) -> list[_Laid]:
        """Lay out a page whose content has changed, as it was decided."""
        less = self._decided.get(repr(self._context.page_maker[index][0]))
        before = State.of(self._context, self.composer, index)
        return [self._best(index, before, 0) if less is None else self._lay(before, less, ())]

    def _spread(self, index: int) -> list[_Laid]:
        """Lay out a page, and with a left-hand one that which faces it."""
        before = State.of(self._context, self.composer, index)
        left = self._best(index, before, 0)
        is_first = self._context.page_maker[index][2] == (self._root.style["direction"] == "rtl")
        if not is_first or not left.made.goes_on or left.made.page.height < LEAST_DEPTH * self._leading:
            return self._accepted([left])
        PROGRESS_LOGGER.info("Step 5 - Creating layout - Page %d", index + 2)
        right = self._facing(left, min(left.made.short, MOST_SHORT))
        if _are_even(left, right):
            return self._accepted([left, right])
        for less in _shared(right.made.short):
            if less > left.made.short and right.made.goes_on:
                shorter = self._best(index, before, less)
                if shorter.made.short or not shorter.made.goes_on:
                    continue
                facing = self._facing(shorter, less)
                if _are_even(shorter, facing):
                    return self._accepted([shorter, facing])
        return self._accepted([left, right])

    def _facing(self, left: _Laid, less: int) -> _Laid:
        """Lay out the page that faces `left`."""
        self._take(left)
        index = left.after.index + 1
        return self._best(index, State.of(self._context, self.composer, index), less)

    def _accepted(self, spread: list[_Laid]) -> list[_Laid]:
        for laid in spread:
            self._take(laid)
            self._undo.clear()
            key = repr(self._context.page_maker[laid.after.index][0])
            self._decided[key] = laid.less
        return spread

    def _take(self, laid: _Laid) -> None:
        """Let it be known what was known when a page had been laid out."""
        self._take_back()
        self._undo = [change() for change in laid.changes]
        laid.after.restore(self._context, self.composer)

    def _take_back(self) -> None:
        for undo in reversed(self._undo):
            undo()
        self._undo.clear()

    def _best(self, index: int, before: State, less: int) -> _Laid:
        """Lay out a page, fill it if it lacks lines, and leave no half of a word at the foot of a right-hand one."""
        laid = self._filled(before, less)
        broken = broken_word(laid.made.page) if laid.made.goes_on and laid.made.page.page_type.side == "right" else None
        if broken is None:
            return laid
        source, lines = broken
        other = self._lay(before, less, (*laid.changes, self._lines(source, source.count, lines)))
        if other.made.lacks > laid.made.lacks or broken_word(other.made.page):
            return laid
        return other

    def _filled(self, before: State, less: int) -> _Laid:
        """Lay out a page, and fill it if it lacks lines."""
        laid = self._lay(before, less, ())
        lacks = laid.made.lacks
        if not lacks <= MOST_LACKING or lacks <= laid.made.has_notes:
            return laid
        best = laid
        for changes in self._ways(laid.made.page, lacks):
            other = self._lay(before, less, changes)
            if other.made.goes_on and not other.made.short:
                return other
            if other.made.goes_on and other.made.lacks < best.made.lacks:
                best = other
        return best

    def _lay(self, before: State, less: int, changes: tuple[Change, ...]) -> _Laid:
        """Lay out a page that is less deep by so many lines, with changes in its paragraphs."""
        self._take_back()
        before.restore(self._context, self.composer)
        index = before.index
        self._context.page_maker[index][-1].update(
            content_changed=False, pages_wanted=False, anchors=[], content_lookups=[]
        )
        self.less = less * self._leading
        self._undo = [change() for change in changes]
        page, resume_at = remake_page(index, self._context, self._root, self._html)
        self.less = 0.0
        made = look(self._context, page, resume_at, index, self._leading)
        return _Laid(made, State.of(self._context, self.composer, index), changes, less)

    def _ways(self, page: Any, lacks: int) -> Iterator[tuple[Change, ...]]:
        """Yield ways to fill a page, the best one first: what has lines already where it ends, and what takes more."""
        found = stretches(page)
        more = self._willing(found, 1)
        easy = [one for one in more if one.more <= EASY]
        lines = [self._lines(one.source, one.source.count + 1) for one in more]
        spaces = airs(page, self._leading)
        headings = [self._air(box) for box in spaces if box.element_tag in HEADINGS]
        blocks = [self._air(box) for box in spaces if box.element_tag not in HEADINGS][:MOST_AIRY]
        changes = [*lines[: len(easy)], *headings[:MOST_AIRY], *lines[len(easy) :], *blocks]
        if len(changes) >= lacks:
            yield tuple(changes[:lacks])
        elif lines:
            yield tuple(lines)
        fewer = self._willing(found, -1)
        if fewer:
            yield (self._lines(fewer[0].source, fewer[0].source.count - 1),)
        if len(fewer) > 1:
            yield tuple(self._lines(one.source, one.source.count - 1) for one in fewer[:2])

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

    def _lines(self, source: Source, count: int, foot: int = 0) -> Change:
        """Return what gives a paragraph so many lines, and no hyphen at the end of the one at the foot of the page."""
        wishes, key = self.composer.wishes, (id(source.box), source.start)

        def change() -> Callable[[], Any]:
            before = wishes.get(key)
            wishes[key] = count, foot
            return partial(wishes.pop, key) if before is None else partial(wishes.__setitem__, key, before)

        return change

    def _air(self, box: Any) -> Change:
        """Return what puts a line more above a block."""
        source = self._sources[box.element]
        own = source.style.copy()  # blocks that look alike share theirs
        own["margin_top"] = Dimension(box.margin_top + self._leading, "px")

        def change() -> Callable[[], Any]:
            shared, source.style = source.style, own
            return partial(setattr, source, "style", shared)

        return change


def _sources(root: Any) -> dict[Any, Any]:
    """Return the blocks of a document by their elements; of several that one has, the outermost."""
    found: dict[Any, Any] = {}
    for box in root.descendants():
        if isinstance(box, boxes.BlockLevelBox) and box.element is not None:
            found.setdefault(box.element, box)
    return found


def _shared(short: int) -> list[int]:
    """Return by how many lines a spread may be short whose right page lacks so many: what goes over shortens it too."""
    return sorted(range(1, MOST_SHORT + 1), key=lambda less: (abs(2 * less - short), less))


def _are_even(left: _Laid, right: _Laid) -> bool:
    """Tell whether facing pages are of one depth; what ends a chapter ends where it does."""
    return not right.made.goes_on or left.less + left.made.short == right.less + right.made.short
