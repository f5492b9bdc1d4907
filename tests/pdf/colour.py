"""How even the lines of a PDF are: the spaces between the words of its full lines, read from where its glyphs stand.

It is made for the PDFs of any engine, and imports nothing of ours. `python -m tests.pdf.colour FILE… [SIZE=8.75]`
prints what it measures.
"""

import ctypes
import re
import statistics
import sys
from collections import Counter
from itertools import groupby, pairwise
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from tests.tracing import untraced

SAME_SIZE = 0.3
"""Points by which the sizes of glyphs of one text may differ."""
SAME_BASELINE = 0.6
SHORTEST = 20
"""Glyphs of the text from which on a row is a line of it."""
FEWEST = 3
"""Such lines make a page of text; so many spaces make a line."""
HANGING = 5
"""Points by which a full line may end before or behind the edge."""
NARROWEST = 0.1
"""Em from which on there is a space between two glyphs; kerns are less."""
COLUMN = 2.2
"""Em from which on a gap parts columns; the loosest lines of browsers have spaces of two."""
_LEADER = "...."
LOOSE, TIGHT = 0.45, 0.20
"""Em from which on a line is loose, and under which it is tight."""
ARABIC_SCRIPT = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff\u200f]")
_HYPHENS = "-\u2010\u2011\xad\x02\ufffe"
"""The last two are what pdfium makes of a hyphen that ends a line."""
_MARKER = re.compile(r"\d+[-.)]?|\w[-.)]|[–•]")
"""What stands before a point or a note: the space behind it is as wide as the list wants it."""


class Glyph(NamedTuple):
    """A glyph: from where to where it goes in points from the left of the page, by its advance."""

    left: float
    right: float
    text: str
    size: float
    """Of its font, in points."""
    baseline: float
    """Points from the foot of the page."""


class Line(NamedTuple):
    """A line of text, its glyphs from left to right."""

    page: int
    """From 0."""
    glyphs: list[Glyph]
    is_long: bool
    """Whether it has as many glyphs as a line of the text."""
    edge: float
    """Where the full lines of its page end."""

    @property
    def is_full(self):
        return self.is_long and abs(self.right - self.edge) <= HANGING

    @property
    def right(self):
        return max(glyph.right for glyph in self.glyphs)

    @property
    def is_hyphenated(self):
        return self.glyphs[-1].text in _HYPHENS

    @property
    def has_arabic(self):
        return any(ARABIC_SCRIPT.match(glyph.text) for glyph in self.glyphs)

    def words(self):
        """Return the words as lists of glyphs; what is Arabic is one word, spaces and all."""
        words, right = [], None
        for glyph in self.glyphs:
            gap = None if right is None else (glyph.left - right) / glyph.size
            both = right is not None and ARABIC_SCRIPT.match(glyph.text) and ARABIC_SCRIPT.match(words[-1][-1].text)
            if gap is None or (gap > NARROWEST and not both):
                words.append([])
            words[-1].append(glyph)
            right = glyph.right if right is None else max(right, glyph.right)
        return words

    def gaps(self, size):
        """Return the widths of the spaces that were stretched or shrunk, in em of `size`."""
        words = self.words()
        first = "".join(glyph.text for glyph in words[0])
        between = [
            (after[0].left - max(glyph.right for glyph in before)) / size
            for before, after in pairwise(words)
            if any(abs(glyph.size - size) < SAME_SIZE for glyph in (*before, *after))
        ]
        return between[1:] if _MARKER.fullmatch(first) else between


class Colour(NamedTuple):
    """How even a text is. Spaces in em, shares in percent of its full lines."""

    pages: int
    size: float
    lines: int
    with_arabic: int
    mean: float
    deviation: float
    """Standard deviation of the lines' mean spaces."""
    widest: float
    loose: float
    tight: float
    hyphenated: float
    ladder: int
    """Most hyphens that stand on each other."""


def glyphs(page):
    """Return the glyphs of a page of pdfium that leave ink."""
    textpage = page.get_textpage()  # closed when nobody holds it
    text = textpage.raw
    matrix, box = pdfium.FS_MATRIX(), pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    found = []
    for index in range(pdfium.FPDFText_CountChars(text)):
        sign = chr(pdfium.FPDFText_GetUnicode(text, index))
        if sign.isspace() or sign == "\0" or pdfium.FPDFText_IsGenerated(text, index):
            continue
        pdfium.FPDFText_GetLooseCharBox(text, index, box)
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        pdfium.FPDFText_GetMatrix(text, index, matrix)
        size = pdfium.FPDFText_GetFontSize(text, index) * abs(matrix.d)
        found.append(Glyph(box.left, box.right, sign, size, y.value))
    return found


def rows(found):
    """Return glyphs by baseline, from the top, each row from left to right."""
    made = []
    for glyph in sorted(found, key=lambda glyph: -glyph.baseline):
        if not made or made[-1][0].baseline - glyph.baseline > SAME_BASELINE:
            made.append([])
        made[-1].append(glyph)
    return [sorted(row) for row in made]


def text_size(pages):
    """Return the size that most glyphs have, to a hundredth of a point."""
    return Counter(round(glyph.size, 2) for page in pages for glyph in page).most_common(1)[0][0]


def _is_long(row, size):
    """Tell whether a row is a line of text, and none of a table of contents."""
    if _LEADER in "".join(glyph.text for glyph in row):
        return False
    return sum(abs(glyph.size - size) < SAME_SIZE for glyph in row) >= SHORTEST


def lines(pages, size):
    """Yield the lines of `size` on pages of text, those that end a paragraph too, from the top of the first page."""
    body = text_size(pages)
    for number, page in enumerate(pages):
        made = rows(page)
        ends = sorted(max(glyph.right for glyph in row) for row in made if _is_long(row, body))
        if len(ends) < FEWEST:
            continue
        edge = statistics.median(ends[-max(FEWEST, len(ends) // 2) :])
        for row in made:
            if any(abs(glyph.size - size) < SAME_SIZE for glyph in row):
                yield Line(number, row, _is_long(row, size), edge)


@untraced
def colour(pdf, size=None):
    """Measure the text of a PDF (a path, or its bytes): that of `size` points, or what most of it is set in."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [glyphs(page) for page in document]
    size = size or text_size(pages)
    means, arabic, hyphens, run, ladder = [], 0, 0, 0, 0
    for _, of_page in groupby(lines(pages, size), key=lambda line: line.page):
        run = 0
        for line in of_page:
            gaps = line.gaps(size)
            if not line.is_full or len(gaps) < FEWEST or max(gaps) > COLUMN:
                run = 0
                continue
            means.append(statistics.mean(gaps))
            arabic += line.has_arabic
            hyphens += line.is_hyphenated
            run = run + 1 if line.is_hyphenated else 0
            ladder = max(ladder, run)
    count = max(1, len(means))

    def share(part):
        return 100 * part / count

    return Colour(
        len(document), size, len(means), arabic, statistics.mean(means or [0]), statistics.pstdev(means or [0]),
        max(means, default=0), share(sum(mean > LOOSE for mean in means)), share(sum(mean < TIGHT for mean in means)),
        share(hyphens), ladder,
    )  # fmt: skip


def row(measured):
    """Return what was measured as a row of figures under `HEAD`."""
    return (
        f"{measured.pages:>6}{measured.lines:>7}{measured.mean:>7.3f}{measured.deviation:>7.3f}{measured.widest:>7.2f}"
        f"{measured.loose:>7.1f}{measured.tight:>7.1f}{measured.hyphenated:>7.1f}{measured.ladder:>7}"
    )


HEAD = "".join(f"{name:>{6 + (name != 'pages')}}" for name in (
    "pages", "lines", "mean", "sd", "widest", "%>.45", "%<.20", "%hyph", "ladder"
))  # fmt: skip


if __name__ == "__main__":
    named = [one for one in sys.argv[1:] if not one.startswith("SIZE=")]
    asked = [float(one.removeprefix("SIZE=")) for one in sys.argv[1:] if one.startswith("SIZE=")]
    sys.stdout.write(f"{HEAD}\n")
    for path in named:
        sys.stdout.write(f"{row(colour(path, asked[0] if asked else None))}  {path}\n")
