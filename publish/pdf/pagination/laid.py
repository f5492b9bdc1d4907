"""Pages and spreads that were made up, and what is seen of them: how deep they are, and what is amiss."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from publish.pdf.pagination.changes import Change
from publish.pdf.pagination.made import Made
from publish.pdf.pagination.state import State

MOST_SHORT = 3
"""Lines by which both pages of a spread may be short."""
LEAST_END = 4
"""Lines that the last page of a chapter has at least, where it can be."""
TAIL = 3
"""How many lines by which facing pages are short are seen as much as one that such a page lacks."""
UNSEEN = 1
"""Lines by which both pages of a spread are short or long and nobody sees it."""


@dataclass(slots=True)
class Laid:
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
class Spread:
    """Facing pages that were accepted, or one page that faces none of the same chapter."""

    index: int
    before: State
    laid: list[Laid]
    undo: list[Callable[[], Any]]

    @property
    def pages(self) -> list[Any]:
        """Return what WeasyPrint draws."""
        return [laid.made.page for laid in self.laid]

    @property
    def is_end(self) -> bool:
        """Tell whether a chapter ends on it."""
        return not self.laid[-1].made.goes_on

    @property
    def is_flawed(self) -> bool:
        """Tell whether its pages differ, or are much too short."""
        uneven, short = flaws(self.laid)
        return uneven > 0 or short > MOST_SHORT - UNSEEN


def shortened(known: Iterable[Laid], less: int) -> Laid | None:
    """Return a page that ends where it would if it were less deep by so many lines; not one that notes end."""
    for laid in known:
        by, made = less - laid.less, laid.made
        if made.goes_on and 0 < by <= made.lacks and not made.has_notes:
            return replace(laid, less=less, made=replace(made, lacks=made.lacks - by, foot=made.foot - by))
    return None


def shared(short: int) -> list[int]:
    """Return by how many lines a spread may be short whose right page lacks so many: what goes over shortens it too."""
    return sorted(range(1, MOST_SHORT + 1), key=lambda less: (abs(2 * less - short), less))


def flaws(*spreads: list[Laid]) -> tuple[int, int]:
    """Return by how many lines facing pages differ or leave room above notes, and what else is seen of them.

    That is more than a line missing, and half a word at the foot of the right-hand one. What ends a chapter ends
    where it does, but not after a few lines; the page that it faces is full.
    """
    uneven = short = 0
    for spread in spreads:
        first, last = spread[0], spread[-1]
        uneven += sum(laid.made.lacks for laid in spread if laid.made.has_notes)
        if first.made.goes_on:
            short += max(0, abs(first.depth) - UNSEEN)
        if last.made.goes_on:
            uneven += abs(first.depth - last.depth)
            short += last.is_broken
        elif last.made.lines:
            short += TAIL * max(0, LEAST_END - last.made.lines)
    return uneven, short
