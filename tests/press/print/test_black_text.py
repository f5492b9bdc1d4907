"""Black text is printed over colour, and cut out of it where there would be too much ink."""

import pytest
from pikepdf import Dictionary, Name

from tests.press.print import judge
from tests.press.print.samples import fonts, form, page_of, pdf, written

BLACK_TEXT = b"BT /F 20 Tf 20 200 Td (Siyah) Tj ET "


def overprints(page, operator):
    """Return, for each time `operator` stands in a page, whether overprint is on."""
    state, found, stack = False, [], []
    for operands, each in judge.operations(page):
        if each == "q":
            stack.append(state)
        elif each == "Q":
            state = stack.pop()
        elif each == "gs":
            asked = page["/Resources"]["/ExtGState"][operands[0]].get_object()
            state = bool(asked["/OP"] and asked["/op"] and asked["/OPM"] == 1) if "/OP" in asked else state
        elif each == operator:
            found.append(state)
    return found


def test_black_text_overprints_and_nothing_else_does():
    content = BLACK_TEXT + b"BT /F 9 Tf 1 0 0 rg (k) Tj 1 g (b) Tj 0 g (s) Tj ET 0 g 0 0 9 9 re f " + BLACK_TEXT
    page = page_of(pdf(content, fonts), ink="cmyk")
    assert overprints(page, "Tj") == [True, False, False, True, True]
    assert overprints(page, "f") == [False]


def test_overprint_ends_with_what_keeps_it():
    page = page_of(pdf(b"q " + BLACK_TEXT + b"Q 0 0 9 9 re f q q " + BLACK_TEXT + b"Q 0 0 9 9 re f Q", fonts))
    assert overprints(page, "f") == [False, False]
    assert overprints(page, "Tj") == [True, True]


@pytest.mark.parametrize(("mode", "on"), [(0, True), (1, False), (2, False), (3, False), (7, False)])
def test_outlined_text_overprints_only_where_its_line_is_black_too(mode, on):
    page = page_of(pdf(f"1 0 0 RG {mode} Tr ".encode() + BLACK_TEXT, fonts))
    assert overprints(page, "Tj") == [on]
    assert overprints(page_of(pdf(f"{mode} Tr ".encode() + BLACK_TEXT, fonts)), "Tj") == [mode < 3]


def test_colour_under_black_text_is_not_left_out(tmp_path):
    content = b"1 0.6 0.5 rg 0 0 200 300 re f 0 g BT /F 200 Tf 0 20 Td (M) Tj ET"
    (plates,) = judge.plates(tmp_path, written(tmp_path, pdf(content, fonts), ink="cmyk"))
    under = {colour[:3] for _, colour in plates.getcolors(1 << 20) if colour[3] == 255}
    assert under
    assert all(colour[1] > 80 for colour in under)


DARK, DARK_LINE = b"q 0.3 0 0.4 rg 0 100 200 99 re f Q ", b"BT /F 20 Tf 1 0 0 1 20 150 Tm (a) Tj ET "
LINE_BELOW = b"BT /F 10 Tf 20 50 Td (b) Tj ET "


def test_black_text_on_dark_colour_is_cut_out_so_that_no_spot_has_too_much_ink(tmp_path):
    content = pdf(DARK + DARK_LINE + LINE_BELOW, fonts)
    path = written(tmp_path, content, ink="cmyk", limit=240)
    assert overprints(judge.read(path.read_bytes()).pages[0], "Tj") == [False, True]
    (plates,) = judge.plates(tmp_path, path)
    assert judge.most_ink(plates) <= 240
    assert overprints(page_of(content, ink="black"), "Tj") == [True, True]
    assert overprints(page_of(content, ink="cmyk", limit=400), "Tj") == [True, True]


@pytest.mark.parametrize(
    ("line", "on"),
    [
        (b"BT /F 20 Tf 20 150 Td (a) Tj ET", False),
        (b"BT /F 20 Tf 20 160 Td 0 -110 Td (a) Tj ET", True),
        (b"BT /F 20 Tf 20 50 Td T* (a) Tj ET", False),
        (b"BT /F 20 Tf 0 1 -1 0 20 10 Tm (a) Tj ET", False),
        (b"q 1 0 0 1 0 100 cm BT /F 20 Tf 20 50 Td (a) Tj ET Q", False),
        (b"q 1 0 0 -1 0 300 cm BT 1 0 0 -1 20 250 Tm /F 20 Tf (a) Tj ET Q", True),
        (b"BT /F 20 Tf x y Tm (a) Tj ET", True),
    ],
)
def test_a_line_stands_on_a_picture_where_it_is_as_high_up_the_page(line, on):
    def resources(made):
        image = made.make_stream(bytes((60, 0, 80)), Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1)
        image.ColorSpace, image.BitsPerComponent = Name.DeviceRGB, 8
        return Dictionary(XObject=Dictionary(I=image), Font=fonts(made).Font)

    page = page_of(pdf(b"q 200 0 0 99 0 100 cm /I Do Q " + line, resources), ink="cmyk", limit=240)
    assert overprints(page, "Tj") == [on]


def test_on_a_dark_form_or_gradient_all_black_text_is_cut_out():
    def resources(made):
        deep = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0.3, 0, 0.4], C1=[0.3, 0, 0.4], N=1)
        shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=[0, 0, 1, 1], Function=deep)
        return Dictionary(
            Font=fonts(made).Font,
            Shading=Dictionary(S=shading),
            Pattern=Dictionary(P=Dictionary(PatternType=2, Shading=shading)),
            XObject=Dictionary(X=form(made, DARK)),
        )

    for painted in (b"/S sh ", b"/X Do ", b"/Pattern cs /P scn 0 40 200 30 re f 0 g "):
        page = page_of(pdf(painted + LINE_BELOW, resources), ink="cmyk", limit=240)
        assert overprints(page, "Tj") == [False], painted
