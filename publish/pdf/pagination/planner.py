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
from sys import maxsize
from typing import Any

from weasyprint.layout.page import remake_page  # type: ignore[import-untyped]  # no stubs
from weasyprint.logger import PROGRESS_LOGGER  # type: ignore[import-untyped]  # no stubs
from weasyprint.text.line_break import strut  # type: ignore[import-untyped]  # no stubs

from publish.pdf.composer.lines import Composer
from publish.pdf.pagination.changes import Change, Changes, Effort
from publish.pdf.pagination.laid import MOST_SHORT, Laid, Spread, flaws, shared, shortened
from publish.pdf.pagination.made import broken_word, headed, look, loosened, settled
from publish.pdf.pagination.state import State

MOST_LACKING = 7
"""Lines: a page that lacks more has met something large, and is left as it is unless it spoils a spread."""
DEPTHS = (0, 1, -1, 2, 3)
"""By how many lines both pages of a spread may be short, or long, in the order in which it is tried."""
EVEN = 3
"""How many of them are tried for pages that are even, but short,"""
DEEP = (4, 5, 6, 7)
"""and by how many where something large, as a picture, stands in the way."""
MOST_BACK = 5
"""Other ways in which the spread before is made up so that this one can be, at most."""
LEAST_DEPTH = 12
"""Lines of a page below which nothing is taken from it."""
LEAST_LEADING = 1.0
"""CSS pixels: an author's style sheet may ask for none at all."""

_Key = tuple[int, str]
"""The number of a page, and where it begins."""


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
    _laid: dict[_Key, dict[int, Laid]] = field(default_factory=dict)
    """Pages of the spread that is being made up and of the one before, without changes, by lines they are short."""
    _bests: dict[_Key, dict[tuple[int, Effort], Laid]] = field(default_factory=dict)
    """And with changes."""
    _narrow: dict[_Key, int] = field(default_factory=dict)
    """How many lines were too few for what comes next, by where a page begins."""
    _decided: dict[str, tuple[int, bool]] = field(default_factory=dict)
    """By how many lines pages are less deep, and whether verses are parted, by where they begin."""

    def pages(self, context: Any, root_box: Any, html: Any, pages: list[Any]) -> Iterator[Any]:
        """Yield the pages of a document as `make_all_pages` of WeasyPrint does; those of `pages` that still hold."""
        self._leading = max(strut(root_box.style)[0], LEAST_LEADING)
        if root_box is not self._root:
            self._changes = Changes.of(self.composer, root_box, self._leading)
            self.headed = headed(root_box)
        self._context, self._root, self._html = context, root_box, html
        self._forget(maxsize)
        if not pages:
            self._decided.clear()
            self.composer.wishes.clear()
        context.rendered_notes = []
        yield from self._renewed(pages) if pages else self._made_up()
        self._forget(maxsize)
        context.broken_out_of_flow.clear()
        context.reported_footnotes.clear()

    def _made_up(self) -> Iterator[Any]:
        """Yield the pages of a document, each when that before it stands for good."""
        index, held = 0, list[Spread]()
        while not self._is_end(index):
            held.append(self._spread(index))
            if len(held) > 1 and held[-1].is_flawed:
                held = self._back(*held)
            for spread in held[:-1]:
                yield from map(settled, spread.pages)
            held = held[-1:]
            index = held[0].index + len(held[0].laid)
        for spread in held:
            yield from map(settled, spread.pages)

    def _renewed(self, pages: list[Any]) -> Iterator[Any]:
        """Yield the pages of a document that has been made up; those anew whose content has changed."""
        index = 0
        while not self._is_end(index):
            if self._is_stale(index):
                PROGRESS_LOGGER.info("Step 5 - Creating layout - Page %d", index + 1)
                yield settled(self._again(index))
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

    def _spread(self, index: int) -> Spread:
        """Lay out a page, and with a left-hand one that which faces it."""
        PROGRESS_LOGGER.info("Step 5 - Creating layout - Page %d", index + 1)
        before = State.of(self._context, self.composer, index)
        self._forget(index - 2)
        left = self._best(index, before, 0)
        if not self._is_left(index) or not left.made.goes_on or left.made.page.height < LEAST_DEPTH * self._leading:
            return self._accept(index, before, [self._alone(index, before, left)])
        PROGRESS_LOGGER.info("Step 5 - Creating layout - Page %d", index + 2)
        best = [left, self._facing(left, min(left.depth, MOST_SHORT))]
        least = flaws(best)
        for resorts in (self._others, self._last_resorts):
            for spread in resorts(index, before, best) if sum(least) else ():
                seen = flaws(spread)
                if seen < least:
                    best, least = spread, seen
                if not sum(least):
                    break
            if not least[0]:  # for nothing less is worse done
                break
        return self._accept(index, before, best)

    def _forget(self, first: int) -> None:
        """Let no page before `first` be known without being laid out."""
        known: dict[_Key, Any]
        for known in (self._laid, self._bests, self._narrow):
            for key in [key for key in known if key[0] < first]:
                del known[key]

    def _alone(self, index: int, before: State, page: Laid) -> Laid:
        """Return a page that faces none of its chapter, full and ending in a whole word if it can be."""
        if page.is_full and not page.is_broken:
            return page
        ways = [self._best(index, before, less, Effort.HARD) for less in DEPTHS[:EVEN]]
        return min(page, *ways, key=lambda laid: (laid.made.lacks + laid.is_broken, abs(laid.less)))

    def _back(self, last: Spread, spread: Spread) -> list[Spread]:
        """Make up the spread before in another way, so that this one can be even; return both as they are best.

        Where the document then ends on the one before, only that is returned.
        """
        best, seen = [last, spread], {repr(last.laid[-1].made.resume_at)}
        least = flaws(last.laid, spread.laid)
        self._give_up(spread)
        self._give_up(last)
        at, before, first = last.index, last.before, last.laid
        ended = self._ended(first) if spread.is_end else ()
        for laid in chain(ended, self._others(at, before, first), self._last_resorts(at, before, first)):
            ends = repr(laid[-1].made.resume_at)
            if flaws(laid)[0] or ends in seen:
                continue
            seen.add(ends)
            other = self._accept(at, before, laid)
            others = [other] if self._is_end(spread.index) else [other, self._spread(spread.index)]
            for one in reversed(others):
                self._give_up(one)
            found = flaws(*(one.laid for one in others))
            if found < least:
                best, least = others, found
            if not best[-1].is_flawed or len(seen) > MOST_BACK:
                break
        return [self._accept(one.index, one.before, one.laid) for one in best]

    def _ended(self, first: list[Laid]) -> Iterator[list[Laid]]:
        """Yield ways to make up a spread so that a chapter ends on it and not overleaf."""
        left, right = first[0], first[-1]
        for less in DEPTHS[:EVEN] if right is not left else ():
            right = self._facing(left, less, Effort.HARD)
            if not right.made.goes_on:
                yield [left, right]

    def _others(self, index: int, before: State, first: list[Laid]) -> Iterator[list[Laid]]:
        """Yield other ways to make up a spread, or a page that is alone."""
        left, right = first[0], first[-1]
        for less in shared(right.depth)[:2]:
            if less > left.depth and right.made.goes_on and right is not left:
                yield from self._pair(index, before, less, Effort.USUAL)
        for less in DEPTHS if flaws(first)[0] else DEPTHS[:EVEN]:
            yield from self._pair(index, before, less, Effort.HARD, is_alone=right is left)

    def _last_resorts(self, index: int, before: State, first: list[Laid]) -> Iterator[list[Laid]]:
        """Yield ways to make up a spread that are seen."""
        is_alone = len(first) == 1
        for effort in (Effort.AIRY, Effort.PARTED):
            for less in DEPTHS:
                yield from self._pair(index, before, less, effort, is_alone=is_alone)
        for less in DEEP if not is_alone else ():
            yield from self._pair(index, before, less, Effort.PARTED)

    def _pair(
        self, index: int, before: State, less: int, effort: Effort, *, is_alone: bool = False
    ) -> Iterator[list[Laid]]:
        """Yield the spread that is short by so many lines, if its left page can be; or a page that is alone."""
        left = self._best(index, before, less, effort)
        if left.made.goes_on and left.is_full:
            yield [left] if is_alone else [left, self._facing(left, left.depth, effort)]

    def _facing(self, left: Laid, depth: int, effort: Effort = Effort.USUAL) -> Laid:
        """Lay out the page that faces `left`, so that it is short by so many lines."""
        self._take(left)
        index = left.after.index + 1
        before = State.of(self._context, self.composer, index)
        right = self._best(index, before, depth, effort)
        if right.is_full and right.depth > depth:  # Arabic at its foot, which stands high in its room
            return self._best(index, before, depth - 1, effort)
        return right

    def _accept(self, index: int, before: State, spread: list[Laid]) -> Spread:
        """Let pages stand as they were laid out."""
        undo = []
        for laid in spread:
            self._take(laid)
            undo += self._undo
            self._undo = []
            key = repr(self._context.page_maker[laid.after.index][0])
            self._decided[key] = laid.less, laid.parts
        return Spread(index, before, spread, undo)

    def _give_up(self, spread: Spread) -> None:
        """Let what was accepted last not stand after all."""
        self._take_back()
        for undo in reversed(spread.undo):
            undo()

    def _take(self, laid: Laid) -> None:
        """Let it be known what was known when a page had been laid out."""
        self._take_back()
        self._undo = [change() for change in laid.changes]
        laid.after.restore(self._context, self.composer)

    def _take_back(self) -> None:
        for undo in reversed(self._undo):
            undo()
        self._undo.clear()

    def _best(self, index: int, before: State, less: int, effort: Effort = Effort.USUAL) -> Laid:
        """Lay out a page as well as can be, or return what came of it when that was done for this spread."""
        if effort is Effort.PARTED and not self._is_left(index):
            effort = Effort.AIRY
        bests = self._bests.setdefault(self._key(before, effort is Effort.PARTED), {})
        if (less, effort) not in bests:
            bests[less, effort] = self._whole(self._filled(before, less, effort), before, less)
        return bests[less, effort]

    def _whole(self, laid: Laid, before: State, less: int) -> Laid:
        """Leave no half of a word at the foot of a right-hand page."""
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

    def _filled(self, before: State, less: int, effort: Effort) -> Laid:
        """Lay out a page, and fill it if it lacks lines."""
        parts = effort is Effort.PARTED
        key = self._key(before, parts)
        laid = best = self._plain(before, less, parts)
        page, lacks = laid.made.page, laid.made.lacks
        if not lacks or (effort is Effort.USUAL and not laid.made.has_notes < lacks <= MOST_LACKING):
            return laid
        for changes in self._changes.more(page, lacks, effort):
            other = self._lay(before, less, parts, changes)
            if other.made.goes_on and other.is_full:
                return other
            if other.made.goes_on and other.made.lacks < best.made.lacks:
                best = other
        for number, changes in enumerate(self._changes.fewer(page, effort), 1):
            if lacks + number <= self._narrow.get(key, 0):
                continue
            other = self._lay(before, less, parts, changes)
            if other.is_full:
                return other
            if other.made.goes_on and other.made.lacks < best.made.lacks:
                best = other
            if repr(other.made.resume_at) == repr(laid.made.resume_at):
                self._narrow[key] = lacks + number
        return best

    def _is_left(self, index: int) -> bool:
        """Tell whether a page is the one of a spread that is read first."""
        is_right = self._context.page_maker[index][2]
        return bool(is_right == (self._root.style["direction"] == "rtl"))

    def _key(self, before: State, parts: bool) -> _Key:
        """Return what tells where a page begins; let it be laid out next."""
        self._take_back()
        before.restore(self._context, self.composer)
        return before.index, repr((self._context.page_maker[before.index][0], len(before.reported), parts))

    def _plain(self, before: State, less: int, parts: bool) -> Laid:
        """Lay out a page without changes, or return what came of it when that was done for this spread."""
        known = self._laid.setdefault(self._key(before, parts), {})
        if less not in known:
            known[less] = shortened(known.values(), less) or self._lay(before, less, parts)
        return known[less]

    def _lay(self, before: State, less: int, parts: bool, changes: tuple[Change, ...] = ()) -> Laid:
        """Lay out a page that is less deep by so many lines, with changes in its paragraphs."""
        self._take_back()
        before.restore(self._context, self.composer)
        index = before.index
        self._context.page_maker[index][-1].update(
            content_changed=False, pages_wanted=False, anchors=[], content_lookups=[]
        )
        self.less = less * self._leading
        self.is_lax = self.parts = parts
        self._undo = [change() for change in (*changes, *(self._changes.splits if self.parts else ()))]
        page, resume_at = remake_page(index, self._context, self._root, self._html)
        loosened(page)
        self.less, self.is_lax, self.parts = 0.0, False, False
        made = look(self._context, page, resume_at, index, self._leading)
        return Laid(made, State.of(self._context, self.composer, index), changes, less, parts)
