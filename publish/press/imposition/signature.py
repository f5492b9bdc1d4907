"""Pages in reading order as the sheets that hold them: which page goes where on which forme.

Arithmetic alone, for pages of any kind. Two pages stand side by side on each forme; the sheets are folded once and
nested, the first of them outermost:

    sheet 0   front  last | 1        back  2 | last - 1
    sheet 1   front  last - 2 | 3    back  4 | last - 3        a spine on the right swaps left and right
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

Spine = Literal["left", "right"]
"""The side on which a closed booklet is bound, its front upwards; books in Arabic are bound on the right."""
PAGES_OF_A_SHEET = 4

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Forme(Generic[T]):
    """The two pages on one side of a sheet, as one sees them who looks at that side."""

    left: T
    right: T


@dataclass(frozen=True, slots=True)
class Sheet(Generic[T]):
    """Both sides of a sheet; the front is outside when it is folded."""

    front: Forme[T]
    back: Forme[T]


def with_blanks(pages: Sequence[T], kept: int) -> tuple[T | None, ...]:
    """Return `pages` with blanks (None) to fill the last sheet, put before the last `kept` pages.

    A text runs to its end, and blanks follow it: nothing is kept. The last page of a booklet that is its own cover is
    the outside of its back and stays there: one is kept, or two with the cover's inside.

    >>> with_blanks("12345", kept=0), with_blanks("12345", kept=1)
    (('1', '2', '3', '4', '5', None, None, None), ('1', '2', '3', '4', None, None, None, '5'))
    """
    end = len(pages) - kept
    blanks = -len(pages) % PAGES_OF_A_SHEET
    return (*pages[:end], *[None] * blanks, *pages[end:])


def gather(pages: Sequence[T], spine: Spine) -> tuple[Sheet[T], ...]:
    """Return the sheets of a saddle-stitched booklet, outermost first; raises `ValueError` unless they are filled.

    >>> gather([1, 2, 3, 4], "left")
    (Sheet(front=Forme(left=4, right=1), back=Forme(left=2, right=3)),)
    """
    if len(pages) % PAGES_OF_A_SHEET:
        raise ValueError(f"{len(pages)} pages fill no whole sheets")
    halves = len(pages) // 2
    leaves = [(pages[first], pages[-1 - first]) for first in range(halves)]
    pairs = [Forme(early, late) if spine == "right" else Forme(late, early) for early, late in leaves]
    turned = [Forme(pair.right, pair.left) for pair in pairs]
    return tuple(Sheet(pairs[outer], turned[outer + 1]) for outer in range(0, halves, 2))
