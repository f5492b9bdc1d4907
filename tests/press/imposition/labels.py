"""PDFs whose pages say which they are, made by hand: text in the middle of the trim, and a bleed that is painted."""

from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name

POINT = 72 / 25.4
A5, A6 = (148, 210), (105, 148)


def saved(pdf, **options):
    """Return a PDF as bytes."""
    written = BytesIO()
    pdf.save(written, **options)
    return written.getvalue()


def labelled(count, size=A5, *, first=1, bleed=0, rotate=0, unit=1, offset=0, right_to_left=False):
    """Return a PDF of so many pages, `size` mm when cut; `offset` moves the trim within the paper, points."""
    pdf = pikepdf.new()
    font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    for number in range(first, first + count):
        add_page(pdf, font, f"#{number:03}", size, bleed=bleed, rotate=rotate, unit=unit, offset=offset)
    if right_to_left:
        pdf.Root.ViewerPreferences = Dictionary(Direction=Name.R2L)
    return saved(pdf)


def add_page(pdf, font, label, size, *, bleed=0, rotate=0, unit=1, offset=0):
    """Add a page that stands upright once it is turned by `rotate`, the label beginning in the middle of its trim."""
    width, height = (edge * POINT / unit for edge in size)
    edge = bleed * POINT / unit
    wide, high = (height, width) if rotate % 180 else (width, height)
    low = edge + offset
    trim = [low, low, low + wide, low + high]
    middle = (low + wide / 2, low + high / 2)
    a, b = {0: (1, 0), 90: (0, 1), 180: (-1, 0), 270: (0, -1)}[rotate]
    text = f"BT /F 1 Tf {10 * a} {10 * b} {-10 * b} {10 * a} {middle[0]:.5f} {middle[1]:.5f} Tm ({label}) Tj ET"
    paint = f"0 0 0 .2 k {trim[0] - edge} {trim[1] - edge} {wide + 2 * edge} {high + 2 * edge} re f 0 g"
    page = pdf.add_blank_page(page_size=(wide + 2 * low, high + 2 * low))
    page.obj.Contents = pdf.make_stream(f"{paint if bleed else ''} {text}".encode())
    page.obj.Resources = Dictionary(Font=Dictionary(F=font))
    page.obj.TrimBox = Array(trim)
    if bleed:
        page.obj.BleedBox = Array([trim[0] - edge, trim[1] - edge, trim[2] + edge, trim[3] + edge])
    if rotate:
        page.obj.Rotate = rotate
    if unit != 1:
        page.obj.UserUnit = unit
