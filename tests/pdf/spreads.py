"""A judge of pages: what a PDF shows of its grid, of the depth of its pages and of what stands at their feet.

It reads places of letters and knows nothing of how they came there.
"""

import ctypes
import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import pypdfium2

from tests.pdf.samples import STYLES
from tests.tracing import untraced

MM = 72 / 25.4
POINTS_PER_PIXEL = 0.75  # WeasyPrint draws in CSS pixels
NEAR = 0.1
"""Points by which a baseline may miss the grid."""
ABOVE_NOTES = 2.34
"""Lines from the last baseline of the text to the first of the notes, where no room is left."""
TALL = 1.2
"""Size of the Arabic of verses, in that of the text, at least."""
LEAST_END = 4
"""Lines that the last page of a chapter has at least."""
CITATION = re.compile(r"\[\w.+\d\]$")
HYPHENS = "-\u2010"
UNSEEN = {0, 2, 10, 13, 32, 0xA0, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
"""Spaces and marks of direction."""


@dataclass(frozen=True)
class Row:
    """A line of a page as it is seen, in points from the top left."""

    baseline: float
    size: float
    left: float
    right: float
    text: str


@dataclass(frozen=True)
class Page:
    """The lines of a page between its running head and its foot."""

    number: int
    rows: tuple[Row, ...]
    head: str

    @property
    def is_recto(self):
        return self.number % 2 == 1

    @property
    def foot(self):
        """Return where the last line stands, that of a note too."""
        return max((row.baseline for row in self.rows), default=0.0)


@dataclass(frozen=True)
class Book:
    """Pages and the sizes they are set in, in points."""

    pages: tuple[Page, ...]
    top: float
    depth: float
    leading: float
    size: float
    small: float

    @cached_property
    def text(self):
        """Return the pages of the text, openings of chapters among them."""
        first = next((page.number for page in self.pages if page.head), len(self.pages))
        return [page for page in self.pages if page.number >= first - 1 and page.rows]

    @cached_property
    def rest(self):
        """Return where a baseline stands between two lines of the grid."""
        places = Counter(
            round((row.baseline - self.top) % self.leading, 2)
            for page in self.text
            for row in page.rows
            if row.size == self.size
        )
        return places.most_common(1)[0][0]

    def notes(self, page):
        """Return the lines of the notes at the foot of a page: small ones that have a leading of their own."""
        rows = list(page.rows)
        while rows and rows[-1].size <= self.small + NEAR:
            rows.pop()
        tail = list(page.rows[len(rows) :])
        while tail and self.stands(tail[0]):
            tail.pop(0)
        return tuple(tail)

    def stands(self, row):
        """Tell whether a line stands on the grid."""
        off = (row.baseline - self.top - self.rest) % self.leading
        return min(off, self.leading - off) <= NEAR

    def strays(self):
        """Return lines of the text that do not stand on the grid, with their pages."""
        for page in self.text:
            notes = set(self.notes(page))
            yield from ((page.number, row) for row in page.rows if row not in notes and not self.stands(row))

    def is_last(self, page):
        """Tell whether the text of a chapter ends on a page: no page follows, or one that opens a chapter."""
        following = self.pages[page.number : page.number + 1]
        return not following or not following[0].rows or not following[0].head

    def shortfall(self, page):
        """Return by how many lines a page is short of its depth, at its foot or above its notes."""
        last = self.top + self.depth - self.leading + self.rest
        return round((last - page.foot) / self.leading) + self.hole(page)

    def hole(self, page):
        """Return how many lines are free between the text of a page and its notes."""
        notes = self.notes(page)
        text = page.rows[: len(page.rows) - len(notes)]
        if not notes or not text:
            return 0
        own = text[-1].size > TALL * self.size  # below its baseline Arabic takes a line of the text
        free = (notes[0].baseline - text[-1].baseline + NEAR) / self.leading
        return max(0, int(free - ABOVE_NOTES - own))

    def spreads(self):
        """Return the facing pages on which the text goes on overleaf: by how many lines each is short."""
        for left, right in pairwise(self.pages):
            if left.is_recto or left not in self.text or right not in self.text:
                continue
            if not self.is_last(left) and not self.is_last(right):
                yield left.number, self.shortfall(left), self.shortfall(right)

    def tails(self):
        """Yield the last pages of chapters on which only a few lines stand, and those that begin with a citation."""
        for page in self.text:
            least = self.top + self.rest + (LEAST_END - 1) * self.leading - NEAR
            few = self.is_last(page) and page.foot < least
            cited = any(CITATION.match(row.text) and row.size < self.size for row in page.rows[:2])
            if page.head and (few or cited):
                yield page.number

    def ends_in_hyphen(self, page):
        """Tell whether the last line of the text of a page ends in a hyphen."""
        notes = self.notes(page)
        rows = page.rows[: len(page.rows) - len(notes)] if notes else page.rows
        return bool(rows) and rows[-1].text[-1:] in HYPHENS


def numbers(trim):
    """Return the numbers of a trim, in points."""
    css = (STYLES / "trim" / f"{trim}.css").read_text("utf-8")
    found = re.findall(r"--([\w-]+):\s*([\d.]+)(mm|pt);", css)
    return {name: float(number) * (MM if unit == "mm" else 1) for name, number, unit in found}


@untraced
def opened(pdf, top, depth, leading, size, small):
    """Return a PDF as a book, given what its pages are to be, in points."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [_page(number, page, top) for number, page in enumerate(document, 1)]
    document.close()
    return Book(tuple(pages), top, depth, leading, size, small)


def _page(number, page, top):
    raw, text, height = pypdfium2.raw, page.get_textpage(), page.get_height()
    x, y = ctypes.c_double(), ctypes.c_double()
    left, right, bottom, above = (ctypes.c_double() for _ in range(4))
    rows, head = {}, []
    for index in range(raw.FPDFText_CountChars(text)):
        code = raw.FPDFText_GetUnicode(text, index)
        if code in UNSEEN or raw.FPDFText_IsGenerated(text, index):
            continue
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        baseline = height - y.value
        if baseline < top:
            head.append(chr(code))
            continue
        raw.FPDFText_GetCharBox(text, index, left, right, bottom, above)
        size = round(raw.FPDFText_GetFontSize(text, index) * POINTS_PER_PIXEL, 2)
        rows.setdefault(round(baseline, 2), []).append((left.value, right.value, chr(code), size))
    found = []
    for baseline, signs in sorted(rows.items()):
        signs.sort(key=lambda sign: sign[0])
        size = Counter(sign[3] for sign in signs).most_common(1)[0][0]
        found.append(
            Row(baseline, size, signs[0][0], max(sign[1] for sign in signs), "".join(sign[2] for sign in signs))
        )
    return Page(number, tuple(found), "".join(head))
