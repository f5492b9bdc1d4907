"""Folds the finished sheets as a person would, and reads the pages: a judge that imports nothing of ours.

A sheet lies before it, front up. Where a word of its back comes to lie on the paper depends on the edge over which the
printer turned it. The sheets are folded in the middle, nested in the order of the file, and turned page by page.
"""

import ctypes
import io
import re
from typing import NamedTuple

import pypdf
import pypdfium2
import pypdfium2.raw as pdfium

MM = 25.4 / 72


class Word(NamedTuple):
    """A label at its place on the paper, mm, seen from the front; and whether a reader sees it upright."""

    number: int
    x: float
    y: float
    upright: bool


class Page(NamedTuple):
    """A page of the folded booklet, None where it is blank; how far its label is from the fold and from the foot."""

    number: int | None
    from_fold: float | None
    from_foot: float | None


def words(page):
    """Return the labels of one side as (number, origin of #, origin of the last digit), in points."""
    text = page.get_textpage()
    for match in re.finditer(r"#(\d{3})", text.get_text_range()):
        yield int(match[1]), origin(text, match.start()), origin(text, match.end() - 1)


def origin(text, index):
    """Return the point on the baseline at which a letter was set."""
    x, y = ctypes.c_double(), ctypes.c_double()
    assert pdfium.FPDFText_GetCharOrigin(text.raw, index, x, y)
    return x.value, y.value


def sides(content):
    """Return of each sheet its width and the words of both sides, as they lie on the paper."""
    pdf = pypdfium2.PdfDocument(content)
    is_short = turned_over(content) == "/DuplexFlipShortEdge"
    assert len(pdf) % 2 == 0
    sheets = []
    for index in range(0, len(pdf), 2):
        (width, height), back_size = pdf[index].get_size(), pdf[index + 1].get_size()
        assert back_size == (width, height)
        assert width > height
        front = [Word(n, x * MM, y * MM, end[0] > x) for n, (x, y), end in words(pdf[index])]
        if is_short:  # turned about the vertical: left and right change places
            back = [Word(n, (width - x) * MM, y * MM, end[0] > x) for n, (x, y), end in words(pdf[index + 1])]
        else:  # turned about the horizontal: top and bottom do
            back = [Word(n, x * MM, (height - y) * MM, end[0] < x) for n, (x, y), end in words(pdf[index + 1])]
        sheets.append((width * MM, front, back))
    pdf.close()
    return sheets


def turned_over(content):
    """Return how the print dialogue is told to turn sheets, and hold it to their true size."""
    preferences = pypdf.PdfReader(io.BytesIO(content)).trailer["/Root"]["/ViewerPreferences"]
    assert preferences["/PrintScaling"] == "/None"
    return preferences["/Duplex"]


def page_of(words, fold, is_right):
    """Return the page on one half of a side; a reader sees all that is there upright."""
    there = [word for word in words if (word.x > fold) == is_right]
    assert len({word.number for word in there}) <= 1  # half of a wrap brings its other half, unseen
    assert all(word.upright for word in there)
    return Page(there[0].number, abs(there[0].x - fold), there[0].y) if there else Page(None, None, None)


def folded(content, spine):
    """Return the leaves of the folded booklet in order, each as (recto, verso, depth of its sheet)."""
    first, last = [], []
    for depth, (width, front, back) in enumerate(sides(content)):
        near = spine == "left"  # the front cover is the right half of a sheet that is bound on the left
        fold = width / 2
        first.append((page_of(front, fold, near), page_of(back, fold, near), depth))
        last.insert(0, (page_of(back, fold, not near), page_of(front, fold, not near), depth))
    return first + last


def read(content, spine):
    """Return the numbers of the pages in the order in which they are turned; None is blank."""
    return [page.number for recto, verso, _ in folded(content, spine) for page in (recto, verso)]
