"""Where the printer's file says that it is cut, and the marks that say so on paper."""

import io

import pikepdf
from pikepdf import Array

from tests.press.print import judge
from tests.press.print.samples import RED, fonts, page_of, pdf, saved, written


def test_the_boxes_lie_within_one_another():
    page = page_of(pdf(RED))
    assert judge.box(page, "/TrimBox")[:2] == (0, 0)
    assert judge.box(page, "/BleedBox")[:2] == (-3, -3)
    assert judge.box(page, "/MediaBox")[:2] == (-9, -9)
    assert "/CropBox" not in page
    assert "/ArtBox" not in page


def test_without_marks_the_sheet_ends_at_the_bleed():
    page = page_of(pdf(RED), marks=False)
    assert page["/MediaBox"] == page["/BleedBox"]
    assert b"PressRegistration" not in page.get_contents().get_data()


def test_another_bleed_is_another_box():
    assert judge.box(page_of(pdf(RED), bleed=5), "/BleedBox")[:2] == (-5, -5)


def test_marks_stand_outside_the_bleed_on_every_plate():
    page = page_of(pdf(b"0 0 0 rg -20 -20 240 340 re f"))
    space = page["/Resources"]["/ColorSpace"]["/PressRegistration"].get_object()
    assert (space[0], space[1]) == ("/Separation", "/All")
    lines = [
        line.split()
        for line in page.get_contents().get_data().split(b"/PressRegistration CS")[1].splitlines()
        if line.endswith(b"l S")
    ]
    assert len(lines) == 8
    left, bottom, right, top = (float(value) for value in page["/BleedBox"])
    media = [float(value) for value in page["/MediaBox"]]
    for line in lines:
        x0, y0, x1, y1 = (float(line[place]) for place in (0, 1, 3, 4))
        assert not (left < x0 < right and bottom < y0 < top)
        assert not (left < x1 < right and bottom < y1 < top)
        assert media[0] <= min(x0, x1) <= max(x0, x1) <= media[2]
        assert media[1] <= min(y0, y1) <= max(y0, y1) <= media[3]


def test_nothing_but_marks_is_painted_outside_the_bleed(tmp_path):
    path = written(tmp_path, pdf(b"0 0 0 rg -20 -20 240 340 re f"))
    (whole,) = judge.plates(tmp_path, path, box=None)
    slug = 9 * judge.MM
    assert whole.getpixel((round(slug + 100), round(slug / 4))) == (0, 0, 0, 0)
    assert whole.getpixel((round(slug + 100), round(slug + 100)))[3] == 255


def test_a_trim_anywhere_on_the_sheet_is_found():
    page = page_of(pdf(RED, trim=(40, 50, 240, 350)))
    assert [float(value) for value in page["/TrimBox"]] == [40, 50, 240, 350]


def test_what_stands_in_the_tree_of_pages_counts_for_its_pages():
    with pikepdf.open(pdf_of_tree()) as made:
        content = saved(made)
    page = page_of(content)
    assert [float(value) for value in page["/TrimBox"]] == [10, 10, 90, 90]
    assert b"0 0 0 1 k" in page.get_contents().get_data()
    assert "/Resources" not in page["/Parent"].get_object()


def pdf_of_tree():
    made = pikepdf.new()
    made.add_blank_page(page_size=(100, 100))
    page = made.pages[0].obj
    del page["/MediaBox"], page["/Resources"]
    page.Contents = made.make_stream(b"/F 5 Tf BT (a) Tj ET")
    made.Root.Pages.MediaBox = Array([0, 0, 100, 100])
    made.Root.Pages.CropBox = Array([10, 10, 90, 90])
    made.Root.Pages.Resources = fonts(made)
    return io.BytesIO(saved(made))
