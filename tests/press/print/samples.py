"""Booklets that are printed for the tests of the press."""

import io

import pikepdf
from pikepdf import Dictionary, Name

from publish.model.conditions import OURS
from publish.model.length import Mm
from publish.press.print.intent import Condition
from publish.press.print.print_pdf import PrintSpec, to_print
from tests.press.print import judge

RED = b"1 0 0 rg 10 10 100 100 re f "
FONT = {"/Type": Name.Font, "/Subtype": Name.Type1, "/BaseFont": Name.Helvetica}


def spec(ink="black", limit=280, surface="uncoated", bleed=3, marks=True):
    """Return how a test is printed."""
    ours = OURS[surface]
    return PrintSpec(Condition(ours.name, ours.profile.read_bytes()), ink, limit, Mm(bleed), marks)


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


def fonts(made):
    """Return resources with a font for any text."""
    return Dictionary(Font=Dictionary(F=made.make_indirect(Dictionary(FONT))))


def form(made, instructions, **keys):
    """Return a form of the size of a page, for the resources of a document."""
    return made.make_stream(instructions, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 200, 300], **keys)


def group():
    """Return the group of a form that is painted as one thing."""
    return Dictionary(S=Name.Transparency, CS=Name.DeviceRGB, I=True)


def page_of(content, **how):
    """Return the page that a PDF is printed as; nothing is wrong with it."""
    made, findings = printed(content, **how)
    assert findings == ()
    return judge.read(made).pages[0]


def written(folder, content, **how):
    """Return the file that a PDF is printed as."""
    path = folder / "print.pdf"
    path.write_bytes(printed(content, **how)[0])
    return path


def each_printed(cases):
    """Return the files that cases are printed as, a PDF and how it is printed by a name; nothing is wrong with any."""
    files = {}
    for name, (content, how) in cases.items():
        files[name], findings = printed(content, **how)
        assert findings == (), name
    return files


def each_plates(files, folder):
    """Return the plates of files of one page by their names, all rendered at once."""
    paths = [folder / f"{number:03}.pdf" for number, _ in enumerate(files)]
    for path, content in zip(paths, files.values(), strict=True):
        path.write_bytes(content)
    return dict(zip(files, judge.plates(folder, *paths), strict=True))
