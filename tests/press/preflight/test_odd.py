"""What programs write in unusual ways: right where it is right, and found where it is not."""

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageCms

from tests.press.preflight import seeds
from tests.press.preflight.customers import drawn, finished, odd, shade
from tests.press.preflight.test_preflight import codes, judged

CM = f"q {seeds.MM} 0 0 {seeds.MM} 8.504 8.504 cm "
"""Begins instructions in mm from the trim's corner."""
STENCIL_TILE = {"PatternType": 1, "PaintType": 2, "TilingType": 1, "BBox": [0, 0, 9, 9], "XStep": 9, "YStep": 9}


def mm(instructions):
    return f"{CM}{instructions} Q".encode()


def of(kind, make):
    """Return what puts one thing into the resources of each page."""
    return lambda pdf: {kind: {"/S": make(pdf)}}


def stream(data=b"", **keys):
    """Return what makes a stream."""
    return lambda pdf: pdf.make_stream(data, **keys)


def gradient(one, other, space=Name.DeviceCMYK):
    """Return a gradient over the whole page."""
    function = Dictionary(FunctionType=2, Domain=[0, 1], C0=one, C1=other, N=1)
    return of("Shading", lambda pdf: Dictionary(
        ShadingType=2, ColorSpace=space, Coords=[-3, 0, 151, 0], Extend=[True, True], Function=function
    ))  # fmt: skip


def mesh(inks):
    """Return a gradient of one triangle, a byte a colour and a place."""
    points = b"".join(bytes((0, x, y, *inks)) for x, y in ((0, 0), (255, 0), (0, 255)))
    return of("Shading", stream(
        points, ShadingType=4, ColorSpace=Name.DeviceCMYK, BitsPerCoordinate=8, BitsPerComponent=8, BitsPerFlag=8,
        Decode=[20, 120, 20, 120, 0, 1, 0, 1, 0, 1, 0, 1],
    ))  # fmt: skip


def picture(pixels=300, space=Name.DeviceCMYK, colour=b"\0\0\0\x80", **keys):
    return of("XObject", stream(
        colour * pixels * pixels, Type=Name.XObject, Subtype=Name.Image, Width=pixels, Height=pixels,
        ColorSpace=space, BitsPerComponent=8, **keys,
    ))  # fmt: skip


def jpeg2000(mode):
    file = io.BytesIO()
    Image.new(mode, (300, 300), 90 if mode == "L" else (200, 30, 30)).save(file, "JPEG2000")
    return of("XObject", stream(
        file.getvalue(), Type=Name.XObject, Subtype=Name.Image, Width=300, Height=300, Filter=Name.JPXDecode
    ))  # fmt: skip


def drawn_font(glyph):
    """Return a font whose one letter is drawn."""
    return of("Font", lambda pdf: Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=[0, 0, 1, 1], FontMatrix=[1, 0, 0, 1, 0, 0],
        CharProcs=Dictionary(a=pdf.make_stream(glyph)), Encoding=Dictionary(Differences=[97, Name.a]), FirstChar=97,
        LastChar=97, Widths=[1], Resources=Dictionary(),
    ))  # fmt: skip


def patterned(tile, colours):
    """Return a stencil that repeats, and a space that gives it a colour."""

    def make(pdf):
        return {
            "Pattern": {"/S": pdf.make_stream(tile, Resources=Dictionary(), **STENCIL_TILE)},
            "ColorSpace": {"/C": Array([Name.Pattern, colours])},
        }

    return make


def spaced(space):
    return of("ColorSpace", lambda pdf: Array(space))


def named(names):
    tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 0, 0, 1], N=1)
    return spaced([Name.Separation, Name("/" + names), Name.DeviceCMYK, tint])


SHOW = mm("q 20 0 0 20 50 100 cm /S Do Q")
FILL = mm("/S cs 1 scn 50 100 20 20 re f")
WORD = mm("0 g BT /S 6 Tf 50 100 Td (a) Tj ET")
INDEXED = [Name.Indexed, Name.DeviceCMYK, 1, pikepdf.String(b"\0\0\0\0\0\0\0\x80")]
REDS = [Name.Indexed, Name.DeviceRGB, 1, pikepdf.String(b"\0\0\0\xff\0\0")]
GREY_INLINE = b" BI /W 2 /H 2 /BPC 8 /CS /G ID \x40\x80\xc0\x40 EI"
RED_INLINE = b"BI /W 2 /H 2 /BPC 8 /CS /RGB ID \xff\0\0\xff\0\0\xff\0\0\xff\0\0 EI"
CASES = {
    "a gradient of black": (mm("/S sh"), gradient([0, 0, 0, 0.1], [0, 0, 0, 0.9]), "black", set()),
    "a gradient with yellow": (mm("/S sh"), gradient([0, 0, 0, 0.1], [0, 0, 0.5, 0.9]), "black", {"B132"}),
    "a mesh of black": (mm("/S sh"), mesh((0, 0, 0, 200)), "black", set()),
    "a mesh with cyan": (mm("/S sh"), mesh((90, 0, 0, 200)), "black", {"B132"}),
    "a picture of black": (SHOW, picture(), "black", set()),
    "a picture with magenta": (SHOW, picture(colour=b"\0\x40\0\x80"), "black", {"B132"}),
    "a picture of an indexed black": (SHOW, picture(space=Array(INDEXED), colour=b"\1"), "black", set()),
    "a picture of an indexed red": (SHOW, picture(space=Array(REDS), colour=b"\1"), "cmyk", {"B130"}),
    "black by its name": (FILL, named("Black"), "black", set()),
    "gold by its name": (FILL, named("Gold"), "cmyk", {"B138"}),
    "an indexed red": (FILL, spaced(REDS), "cmyk", {"B130"}),
    "a picture of JPEG 2000 in grey": (SHOW, jpeg2000("L"), "black", set()),
    "a picture of JPEG 2000 in RGB": (SHOW, jpeg2000("RGB"), "cmyk", {"B130"}),
    "a grey picture in the page": (CM.encode() + b"1 0 0 1 50 100 cm " + GREY_INLINE + b" Q", None, "black", set()),
    "a red picture in the page": (CM.encode() + b"1 0 0 1 50 100 cm " + RED_INLINE + b" Q", None, "cmyk", {"B130"}),
    "a stencil in black": (
        mm("/C cs 0 0 0 .5 /S scn 50 100 20 20 re f"), patterned(b"0 0 5 5 re f", Name.DeviceCMYK), "black", set()),
    "a stencil in red": (
        mm("/C cs 1 0 0 /S scn 50 100 20 20 re f"), patterned(b"0 0 5 5 re f", Name.DeviceRGB), "cmyk", {"B130"}),
    "letters that are stencils": (WORD, drawn_font(b"1 0 0 0 1 1 d1 0 0 1 1 re f"), "black", {"B112"}),
    "letters that are red": (WORD, drawn_font(b"1 0 d0 1 0 0 rg 0 0 1 1 re f"), "cmyk", {"B112", "B130"}),
    "a shade of one row of dots": (mm("q 40 0 0 20 50 100 cm /S Do Q"), of("XObject", stream(
        bytes(range(0, 250, 5)), Type=Name.XObject, Subtype=Name.Image, Width=50, Height=1, ColorSpace=Name.DeviceGray,
        BitsPerComponent=8)), "black", set()),
    "marks around the page in one path": (
        mm("/S CS 1 SCN .1 w -9 0 m -4 0 l 0 -9 m 0 -4 l 157 210 m 152 210 l 148 219 m 148 214 l S"), named("All"),
        "cmyk", {"B171"}),
    "a mark that goes into the page": (mm("/S CS 1 SCN .1 w -9 0 m 9 0 l S"), named("All"), "cmyk", {"B139"}),
    "red behind thousands of lines": (
        mm("0 G .2 w " + "40 40 m 50 50 l S " * 3100 + "1 0 0 rg 50 100 20 20 re f"), None, "cmyk", {"B130"}),
    "a form that blends in RGB": (
        mm("/G gs /F Do"), lambda pdf: {
            "XObject": {"/F": pdf.make_stream(
                b"0 g 50 100 20 20 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 148, 210],
                Group=Dictionary(S=Name.Transparency, CS=Name.DeviceRGB))},
            "ExtGState": {"/G": seeds.state(ca=0.5)}},
        "cmyk", {"B160", "B161"}),
    "a comment and a string of parentheses": (mm("% söz (\n 0 g 50 100 20 20 re f"), None, "black", set()),
    "nothing closed": (b"q q " + mm("0 g 50 100 20 20 re f") + b" Q Q Q", None, "black", set()),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_unusual_ways_are_understood(name):
    instructions, resources, ink, expected = CASES[name]
    content = odd(instructions, resources or (lambda pdf: {}))
    assert codes(judged(content, ink=ink, binding=None)) == expected


def test_pages_that_are_all_turned_alike_are_upright_for_a_printer():
    assert (
        codes(judged(odd(mm("0 g 50 100 20 20 re f"), lambda pdf: {}, pages=2, Rotate=90), trim=None, binding=None))
        == set()
    )


def test_marks_around_a_page_are_no_ink_of_it_where_it_does_not_say_how_far_it_bleeds():
    def unsay(pdf):
        for page in pdf.pages:
            del page.obj["/BleedBox"]

    bled = seeds.painted("0 0.9 0.9 0.2 k 50 100 20 10 re f")
    content = seeds.sown(bled, seeds.sown(unsay))
    assert codes(judged(content)) == set()
    heavy = judged(content, limit=190).seen[0]
    assert (heavy.finding.code, heavy.areas[0].left, heavy.areas[0].top) == (
        "B134", pytest.approx(50, abs=0.5), pytest.approx(100, abs=0.5)
    )  # fmt: skip


def test_hidden_text_hides_no_text_at_the_edge():
    """A scan has its words in it unseen: they may lie anywhere, what is printed beside them may not."""
    unseen = "BT 3 Tr " + seeds.text("0 g", x=-1, y=150).replace("BT", "") + " 0 Tr "
    assert codes(judged(seeds.sown(seeds.painted(unseen, **seeds.FONTS)))) == set()
    seen = unseen + seeds.text("0 0 0 1 k", x=2)
    report = judged(seeds.sown(seeds.painted(seen, **seeds.FONTS)))
    assert codes(report) == {"B172"}
    assert report.seen[0].areas[0].left == pytest.approx(2, abs=1)


def test_a_font_that_is_missing_is_found_beside_one_of_its_name():
    named_alike = Dictionary(seeds.UNEMBEDDED)

    def sow(pdf):
        held = seeds.font(pdf)
        named_alike.BaseFont = held.BaseFont
        shown = f"{seeds.BLACK} BT /Sown 3 Tf 50 100 Td (abc) Tj ET"
        seeds.painted(shown, Font={"Sown": pdf.make_indirect(named_alike)})(pdf)

    assert codes(judged(seeds.sown(sow))) == {"B111"}


@pytest.mark.parametrize(
    ("inks", "expected"),
    [
        ((0.6, 0.4, 0.4, 1), {"B135"}),
        ((0.69, 0.6, 0.57, 0.6), {"B135"}),
        ((0.6, 0.51, 0.51, 0.2), {"B135"}),
        ((1, 0.8, 0, 0.5), set()),
        ((0, 0.9, 0.8, 0.3), set()),
        ((0, 0, 0, 0.8), set()),
    ],
)
def test_letters_of_several_inks_are_told_where_they_are_meant_black_or_grey(inks, expected):
    colour = " ".join(str(part) for part in inks) + " k"
    assert codes(judged(seeds.sown(seeds.painted(seeds.text(colour), **seeds.FONTS)))) == expected


def test_black_on_white_on_colour_knocks_out_no_colour():
    grounds = "0 0.3 0.3 0 k 40 90 40 30 re f 0 0 0 0 k 45 95 30 20 re f "
    assert codes(judged(seeds.sown(seeds.painted(grounds + seeds.text("0 0 0 1 k"), **seeds.FONTS)))) == set()


def test_a_page_that_is_cropped_within_its_trim_is_told():
    assert codes(judged(seeds.sown(seeds.of_page(CropBox=seeds.box(5, 5, 140, 200))))) == {"B115"}


def test_what_a_page_does_by_itself_is_told():
    acts = Dictionary(O=Dictionary(S=Name.JavaScript, JS="app.beep()"))
    assert codes(judged(seeds.sown(seeds.of_page(AA=acts)))) == {"B107"}
    shows = Dictionary(S=Name.GoTo, D=Array([0, Name.Fit]))
    assert codes(judged(seeds.sown(seeds.of_root(OpenAction=shows)))) == set()


def test_dots_of_a_compressed_photograph_are_weighed_with_their_neighbours():
    """One dot of many has 320 % where its neighbours have less; a spot of a centimetre has it all over."""
    heavy, light = bytes((204, 204, 204, 204)), bytes((178, 178, 178, 178))
    dotted = b"".join((heavy if (x % 9, y % 9) == (0, 0) else light) for y in range(80) for x in range(80))
    assert codes(judged(odd(SHOW, picture(80, colour=dotted[:4])))) & {"B134"} == {"B134"}
    spread = of("XObject", stream(
        dotted, Type=Name.XObject, Subtype=Name.Image, Width=80, Height=80, ColorSpace=Name.DeviceCMYK,
        BitsPerComponent=8))  # fmt: skip
    assert "B134" not in codes(judged(odd(SHOW, spread)))


@pytest.mark.parametrize(
    ("before", "colour", "expected"),
    [
        ("", "0 0 0 1 k", {"B173"}),
        ("20 20 100 170 re W n", "0 0 0 1 k", set()),
        ("", "0 0 0 0 k", set()),
    ],
)
def test_text_over_the_trim_is_told_where_it_is_seen(before, colour, expected):
    """An advertisement is set with its own edges, which the frame that it stands in cuts off."""
    written = f"{before} {seeds.text(colour, size=30, x=-3)}"
    assert codes(judged(seeds.sown(seeds.painted(written, **seeds.FONTS)))) == expected


@pytest.mark.parametrize(("edge", "expected"), [(b"\0", set()), (b"\x90", {"B121"})])
def test_a_scan_that_ends_at_the_trim_needs_no_bleed_where_its_edge_is_white(edge, expected):
    pixels = 400
    row = edge * 8 + b"\x90" * (pixels - 16) + edge * 8
    rows = edge * pixels * 8 + row * (pixels - 16) + edge * pixels * 8
    scan = of("XObject", stream(
        rows, Type=Name.XObject, Subtype=Name.Image, Width=pixels, Height=pixels, ColorSpace=Name.DeviceGray,
        BitsPerComponent=8, Decode=[1, 0],
    ))  # fmt: skip
    found = codes(judged(odd(mm("q 148 0 0 210 0 0 cm /S Do Q"), scan), ink="black", binding=None))
    assert found - {"B140", "B141"} == expected


def test_a_level_that_knows_no_transparency_has_none():
    seen = finished(drawn(shade, 1), "PDF/X-3:2003", boxes=False)
    assert codes(judged(seen, binding=None)) >= {"B105", "B160"}


def test_a_profile_of_screens_is_no_printing_condition():
    def sow(pdf):
        profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
        pdf.Root.OutputIntents[0].DestOutputProfile = pdf.make_stream(profile, N=3)

    assert codes(judged(seeds.sown(sow))) == {"B101"}


def test_a_scan_of_a_fax_is_line_art():
    """Of 1-bit pictures the bits may go unsaid."""
    fax = picture(400, Name.DeviceGray, b"\0", Filter=Name.CCITTFaxDecode, DecodeParms=Dictionary(K=-1, Columns=400))

    def unsay(pdf):
        del pdf.pages[0].obj.Resources.XObject["/S"]["/BitsPerComponent"]

    content = seeds.sown(unsay, odd(mm("q 25 0 0 25 50 100 cm /S Do Q"), fax))
    assert codes(judged(content, ink="black", binding=None)) == {"B141"}
