"""Booklets that are printed for the tests of the press."""

import io

import pikepdf

from publish.build.printing import OURS, PROFILES
from publish.model.length import Mm
from publish.press.intent import Condition
from publish.press.print_pdf import PrintSpec, to_print


def spec(ink="black", limit=280, surface="uncoated", bleed=3, marks=True):
    """Return how a test is printed."""
    name, file = OURS[surface]
    return PrintSpec(Condition(name, (PROFILES / file).read_bytes()), ink, limit, Mm(bleed), marks)


def printed(content, **how):
    """Return a PDF as the press makes it, and what was found."""
    return to_print(content, spec(**how), "x.pdf")


def pdf(instructions, resources=None, *, trim=(0, 0, 200, 300), bleed=20, **page):
    """Return a PDF of one page; `resources` is made by a function that is given the document."""
    made = pikepdf.new()
    made.add_blank_page(page_size=(200, 300))
    first = made.pages[0].obj
    first.MediaBox = [trim[0] - bleed, trim[1] - bleed, trim[2] + bleed, trim[3] + bleed]
    first.TrimBox = list(trim)
    first.Contents = made.make_stream(instructions)
    first.Resources = resources(made) if resources else pikepdf.Dictionary()
    for key, value in page.items():
        first["/" + key] = value
    return saved(made)


def saved(made):
    """Return the bytes of a document."""
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()
