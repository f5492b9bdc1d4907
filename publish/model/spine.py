"""How wide the spine of a glued book is, and whether words have room on it."""

from __future__ import annotations

from publish.model.length import Mm, Pt
from publish.model.printing import Paper

CLEAR = Mm(25.4 / 16)
"""What stays free between words and each fold: covers shift by as much when they are glued. A sixteenth of an inch, as
the large printers of single copies ask (Amazon KDP, “Paperback cover”: 0.0625 in on either side)."""
SMALLEST = Pt(7)
"""Letters on a spine that are still read from the shelf."""
LINE = 1.3
"""Height of a line of such letters, its tails among them, in em."""


def width(pages: int, paper: Paper, cover: Paper, glue: Mm) -> Mm:
    """Return the width of the spine: all leaves, both boards of the cover, and the glue.

    A leaf is as thick as its weight times its bulk (ISO 534:2011, “bulk” is the quotient of thickness and grammage);
    two pages are a leaf. The cover counts twice because its folds lie on the outside.

    >>> paper = Paper(label="80 g", gsm=80, bulk=1.25, surface="uncoated")
    >>> cover = Paper(label="Bristol", gsm=300, bulk=1.2, surface="coated")
    >>> round(width(320, paper, cover, Mm(0.3)).value, 2)
    17.02
    """
    leaves = (pages + 1) // 2
    return Mm(round(leaves * paper.caliper.value + 2 * cover.caliper.value + glue.value, 2))


def size_of_words(spine: Mm, largest: Pt) -> Pt | None:
    """Return the size of the letters that a spine has room for, at most `largest`; None where it is too narrow.

    >>> size_of_words(Mm(5), Pt(13)), size_of_words(Mm(20), Pt(13))
    (None, Pt(value=13))
    """
    room = (spine.value - 2 * CLEAR.value) / LINE
    size = Mm(room).to_pt()
    return None if size < SMALLEST else min(size, largest)
