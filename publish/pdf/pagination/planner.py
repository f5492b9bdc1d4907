"""Pages made up spread by spread.

    page ─→ full?  ─ else ─→ a line more or less in its paragraphs, more air above its headings ─→ full?
    verso, recto ─→ of one depth?  ─ else ─→ both a line short

A page that WeasyPrint ends early, to keep lines together, is laid out again, and no other page is. What has been
decided stands when WeasyPrint comes again, to fill in the page numbers of the contents.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any

from weasyprint.layout.page import remake_page  # type: ignore[import-untyped]  # no stubs
from weasyprint.logger import PROGRESS_LOGGER  # type: ignore[import-untyped]  # no stubs
from weasyprint.text.line_break import strut  # type: ignore[import-untyped]  # no stubs

from publish.pdf.composer.lines import Composer
from publish.pdf.pagination.changes import Change, Changes, Effort
from publish.pdf.pagination.made import Made, broken_word, headed, look
from publish.pdf.pagination.state import State

MOST_LACKING = 7
"""Lines: a page that lacks more has met something large, and is left as it is unless it spoils a spread."""
MOST_SHORT = 3
"""Lines by which both pages of a spread may be short."""
DEPTHS = (0, 1, -1, 2, 3)
"""By how many lines both pages of a spread may be short, or long, in the order in which it is tried."""
EVEN = 3
"""How many of them are tried for pages that are even, but short,"""
DEEP = (4, 5, 6, 7)
"""and by how many where something large, as a picture, stands in the way."""
MOST_BACK = 5
"""Other ways in which the spread before is made up so that this one can be, at most."""
LEAST_END = 4
"""Lines that the last page of a chapter has at least, where it can be."""
UNSEEN = 1
"""Lines by which both pages of a spread are short or long and nobody sees it."""
LEAST_DEPTH = 12
"""Lines of a page below which nothing is taken from it."""
LEAST_LEADING = 1.0
"""CSS pixels: an author's style sheet may ask for none at all."""


@dataclass(slots=True)
class _Laid:
    """A page as it was laid out, and what WeasyPrint knew then."""

    made: Made
    after: State
    changes: tuple[Change, ...]
    less: int
    parts: bool
    is_broken: bool = False
    """Whether a right-hand page ends in half a word."""

    @property
    def depth(self) -> int:
        """By how many lines the page ends above its foot."""
        return self.less + self.made.foot

    @property
    def is_full(self) -> bool:
        """Tell whether no line is free, above notes neither, that the page was not made to leave."""
        return not self.made.lacks


@dataclass(slots=True)
class _Spread:
    """Facing pages that were accepted, or one page that faces none of the same chapter."""

    index: int
    before: State
    laid: list[_Laid]
    undo: list[Callable[[], Any]]

    @property
    def pages(self) -> list[Any]:
        """Return what WeasyPrint draws."""
        return [laid.made.page for laid in self.laid]

    @property
    def is_flawed(self) -> bool:
        """Tell whether its pages differ, or are much too short."""
        uneven, short = _flaws(self.laid)
        return uneven > 0 or short > MOST_SHORT - UNSEEN


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
    is_lax: bool = False
    """Whether a heading may now stand over a single line."""
    parts: bool = False
    """Whether a verse may now be parted from its translation, which will face it."""
    headed: frozenset[Any] = frozenset()
    """The elements that stand under headings."""
    _changes: Changes = field(init=False)
    _undo: list[Callable[[], Any]] = field(default_factory=list)
    _laid: dict[str, _Laid] = field(default_factory=dict)
    """Pages of the spread that is being made up, without changes."""
    _decided: dict[str, tuple[int, bool]] = field(default_factory=dict)
    """By how many lines pages are less deep, and whether verses are parted, by where they begin."""

    def pages(self, context: Any, root_box: Any, html: Any, pages: list[Any]) -> Iterator[Any]:
        """Yield the pages of a document as `make_all_pages` of WeasyPrint does; those of `pages` that still hold."""
        self._leading = max(strut(root_box.style)[0], LEAST_LEADING)
        if root_box is not self._root:
            self._changes = Changes.of(self.composer, root_box, self._leading)
            self.headed = headed(root_box)
        self._context, self._root, self._html = context, root_box, html
        if not pages:
            self._decided.clear()
            self.composer.wishes.clear()
        context.rendered_notes = []
        yield from self._renewed(pages) if pages else self._made_up()
        context.broken_out_of_flow.clear()
        context.reported_footnotes.clear()

    def _made_up(self) -> Iterator[Any]:
        """Yield the pages of a document, each when that before it stands for good."""
        index, last = 0, None
        while not self._is_end(index):
            spread = self._spread(index)
            if last and spread.is_flawed:
                last, spread = self._back(last, spread)
            if last:
                yield from last.pages
            last, index = spread, index + len(spread.laid)
        if last:
            yield from last.pages

    def _renewed(self, pages: list[Any]) -> Iterator[Any]:
        """Yield the pages of a document that has been made up; those anew whose content has changed."""
        index = 0
        while not self._is_end(index):
            if self._is_stale(index):
                PROGRESS_LOGGER.info("Step 5 - Creating layout - Page %d", index + 1)
                yield self._again(index)
            else:
                self._context.reported_footnotes.clear()
                yield pages[index]
            index += 1

    def _is_end(self, index: int) -> bool:
        """Tell whether nothing is left for a page; no more is known of it then."""
        makers = self._context.page_maker
        is_end = index > 0 and makers[index][0] is None and not self._context.reported_footnotes
        if is_end:
            del makers[index + 1 :]
        return is_end

    def _is_stale(self, index: int) -> bool:
        remake = self._context.page_maker[index][-1]
        return bool(remake["content_changed"] or remake["pages_wanted"])

    def _again(self, index: int) -> Any:
        """Lay out a page whose content has changed, as it was decided."""
        before = State.of(self._context, self.composer, index)
        decided = self._decided.get(repr(self._context.page_maker[index][0]))
        laid = self._lay(before, *decided) if decided else self._best(index, before, 0)
        self._accept(index, before, [laid])
        return laid.made.page

    def _spread(self, index: int) -> _Spread:
        """Lay out a page, and with a left-hand one that which faces it."""
        PROGRESS_LOGGER.info("Step 5 - Creating layout - Page %d", index + 1)
        before = State.of(self._context, self.composer, index)
        self._laid.clear()
        left = self._best(index, before, 0)
        is_first = self._context.page_maker[index][2] == (self._root.style["direction"] == "rtl")
        if not is_first or not left.made.goes_on or left.made.page.height < LEAST_DEPTH * self._leading:
            return self._accept(index, before, [self._alone(index, before, left)])
        PROGRESS_LOGGER.info("Step 5 - Creating layout - Page %d", index + 2)
        best = [left, self._facing(left, min(left.depth, MOST_SHORT))]
        least = _flaws(best)
        for resorts in (self._others, self._last_resorts):
            for spread in resorts(index, before, best) if sum(least) else ():
                flaws = _flaws(spread)
                if flaws < least:
                    best, least = spread, flaws
                if not sum(least):
                    break
            if not least[0]:  # for nothing less is worse done
                break
        return self._accept(index, before, best)

    def _alone(self, index: int, before: State, page: _Laid) -> _Laid:
        """Return a page that faces none of its chapter, full and ending in a whole word if it can be."""
        if page.is_full and not page.is_broken:
            return page
        ways = [self._best(index, before, less, Effort.HARD) for less in DEPTHS[:EVEN]]
        return min(page, *ways, key=lambda laid: (laid.made.lacks + laid.is_broken, abs(laid.less)))

    def _back(self, last: _Spread, spread: _Spread) -> tuple[_Spread, _Spread]:
        """Make up the spread before in another way, so that this one can be even; return both as they are best."""
        best, seen = [last, spread], {repr(last.laid[-1].made.resume_at)}
        least = _flaws(last.laid, spread.laid)
        self._give_up(spread)
        self._give_up(last)
        at, before, first = last.index, last.before, last.laid
        for laid in chain(self._others(at, before, first), self._last_resorts(at, before, first)):
            ends = repr(laid[-1].made.resume_at)
            if _flaws(laid)[0] or ends in seen:
                continue
            seen.add(ends)
            other = self._accept(at, before, laid)
            following = self._spread(spread.index)
            self._give_up(following)
            self._give_up(other)
            flaws = _flaws(other.laid, following.laid)
            if flaws < least:
                best, least = [other, following], flaws
            if not best[1].is_flawed or len(seen) > MOST_BACK:
                break
        last, spread = (self._accept(one.index, one.before, one.laid) for one in best)
        return last, spread

    def _others(self, index: int, before: State, first: list[_Laid]) -> Iterator[list[_Laid]]:
        """Yield other ways to make up a spread, or a page that is alone."""
        left, right = first[0], first[-1]
        for less in _shared(right.depth)[:2]:
            if less > left.depth and right.made.goes_on and right is not left:
                yield from self._pair(index, before, less, Effort.USUAL)
        for less in DEPTHS if _flaws(first)[0] else DEPTHS[:EVEN]:
            yield from self._pair(index, before, less, Effort.HARD, is_alone=right is left)

    def _last_resorts(self, index: int, before: State, first: list[_Laid]) -> Iterator[list[_Laid]]:
        """Yield ways to make up a spread that are seen."""
        is_alone = len(first) == 1
        for less in DEPTHS:
            yield from self._pair(index, before, less, Effort.PARTED, is_alone=is_alone)
        for less in DEEP if not is_alone else ():
            yield from self._pair(index, before, less, Effort.PARTED)

    def _pair(
        self, index: int, before: State, less: int, effort: Effort, *, is_alone: bool = False
    ) -> Iterator[list[_Laid]]:
        """Yield the spread that is short by so many lines, if its left page can be; or a page that is alone."""
        left = self._best(index, before, less, effort)
        if left.made.goes_on and left.is_full:
            yield [left] if is_alone else [left, self._facing(left, left.depth, effort)]

    def _facing(self, left: _Laid, depth: int, effort: Effort = Effort.USUAL) -> _Laid:
        """Lay out the page that faces `left`, so that it is short by so many lines."""
        self._take(left)
        index = left.after.index + 1
        before = State.of(self._context, self.composer, index)
        right = self._best(index, before, depth, effort)
        if right.is_full and right.depth > depth:  # Arabic at its foot, which stands high in its room
            return self._best(index, before, depth - 1, effort)
        return right

    def _accept(self, index: int, before: State, spread: list[_Laid]) -> _Spread:
        """Let pages stand as they were laid out."""
        undo = []
        for laid in spread:
            self._take(laid)
            undo += self._undo
            self._undo = []
            key = repr(self._context.page_maker[laid.after.index][0])
            self._decided[key] = laid.less, laid.parts
        return _Spread(index, before, spread, undo)

    def _give_up(self, spread: _Spread) -> None:
        """Let what was accepted last not stand after all."""
        self._take_back()
        for undo in reversed(spread.undo):
            undo()

    def _take(self, laid: _Laid) -> None:
        """Let it be known what was known when a page had been laid out."""
        self._take_back()
        self._undo = [change() for change in laid.changes]
        laid.after.restore(self._context, self.composer)

    def _take_back(self) -> None:
        for undo in reversed(self._undo):
            undo()
        self._undo.clear()

    def _best(self, index: int, before: State, less: int, effort: Effort = Effort.USUAL) -> _Laid:
        """Lay out a page, fill it if it lacks lines, and leave no half of a word at the foot of a right-hand one."""
        laid = self._filled(before, less, effort)
        broken = broken_word(laid.made.page) if laid.made.goes_on and laid.made.page.page_type.side == "right" else None
        if broken is None:
            return laid
        source, lines = broken
        for count in (source.count, source.count + 1, source.count - 1):
            changes = (*laid.changes, self._changes.lines(source, count, lines))
            other = self._lay(before, less, laid.parts, changes)
            if other.made.goes_on and other.made.lacks <= laid.made.lacks and not broken_word(other.made.page):
                return other
        return replace(laid, is_broken=True)

    def _filled(self, before: State, less: int, effort: Effort) -> _Laid:
        """Lay out a page, and fill it if it lacks lines."""
        parts = effort is Effort.PARTED
        laid = best = self._plain(before, less, parts)
        lacks = laid.made.lacks
        if not lacks or (effort is Effort.USUAL and not laid.made.has_notes < lacks <= MOST_LACKING):
            return laid
        for changes in self._changes.ways(laid.made.page, lacks, effort):
            other = self._lay(before, less, parts, changes)
            if other.made.goes_on and other.is_full:
                return other
            if other.made.goes_on and other.made.lacks < best.made.lacks:
                best = other
        return best

    def _plain(self, before: State, less: int, parts: bool) -> _Laid:
        """Lay out a page without changes, or return what came of it when that was done for this spread."""
        self._take_back()
        before.restore(self._context, self.composer)
        key = repr((before.index, self._context.page_maker[before.index][0], len(before.reported), less, parts))
        if key not in self._laid:
            self._laid[key] = self._lay(before, less, parts)
        return self._laid[key]

    def _lay(self, before: State, less: int, parts: bool, changes: tuple[Change, ...] = ()) -> _Laid:
        """Lay out a page that is less deep by so many lines, with changes in its paragraphs."""
        self._take_back()
        before.restore(self._context, self.composer)
        index = before.index
        self._context.page_maker[index][-1].update(
            content_changed=False, pages_wanted=False, anchors=[], content_lookups=[]
        )
        self.less = less * self._leading
        is_left = self._context.page_maker[index][2] == (self._root.style["direction"] == "rtl")
        self.is_lax, self.parts = parts, parts and is_left
        self._undo = [change() for change in (*changes, *(self._changes.splits if self.parts else ()))]
        page, resume_at = remake_page(index, self._context, self._root, self._html)
        self.less, self.is_lax, self.parts = 0.0, False, False
        made = look(self._context, page, resume_at, index, self._leading)
        return _Laid(made, State.of(self._context, self.composer, index), changes, less, parts)


def _shared(short: int) -> list[int]:
    """Return by how many lines a spread may be short whose right page lacks so many: what goes over shortens it too."""
    return sorted(range(1, MOST_SHORT + 1), key=lambda less: (abs(2 * less - short), less))


def _flaws(*spreads: list[_Laid]) -> tuple[int, int]:
    """Return by how many lines facing pages differ or leave room above notes, and what else is seen of them.

    That is more than a line missing, and half a word at the foot of the right-hand one. What ends a chapter ends
    where it does, but not after a few lines.
    """
    uneven = short = 0
    for spread in spreads:
        depths, last = [laid.depth for laid in spread], spread[-1].made
        if not last.goes_on:
            short += max(0, LEAST_END - last.lines) if last.lines else 0
        else:
            uneven += abs(depths[0] - depths[-1]) + sum(laid.made.lacks for laid in spread if laid.made.has_notes)
            short += max(0, abs(depths[0]) - UNSEEN) + spread[-1].is_broken
    return uneven, short
