"""The inks of everything that can be painted, as Ghostscript finds them on the plates: one rendering for all cases."""

from dataclasses import dataclass, field

import pytest
from pikepdf import Array, Dictionary, Name, String

from tests.press.print import judge
from tests.press.print.samples import each_plates, each_printed, form, group, pdf

SQUARE = b" 10 10 100 100 re f "
RED = b"1 0 0 rg" + SQUARE
PLACE = (60, 60)
"""Points from the trim's bottom left; within the square."""


@dataclass
class Case:
    """Something painted, and how it is printed."""

    instructions: bytes
    resources: object = None
    how: dict = field(default_factory=lambda: {"ink": "cmyk"})
    place: tuple = PLACE


BLACK = {"ink": "black"}


def space(make):
    return lambda made: Dictionary(ColorSpace=Dictionary({"/S": make(made), "/Öteki": Name.DeviceRGB}))


def spot(made):
    tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[1, 1, 1], C1=[1, 0, 0], N=1)
    return Array([Name.Separation, Name("/Kırmızı"), Name.DeviceRGB, tint])


def spots(made):
    program = b"{ pop 1 exch sub dup 1 3 1 roll }"
    tint = made.make_stream(program, FunctionType=4, Domain=[0, 1, 0, 1], Range=[0, 1, 0, 1, 0, 1])
    return Array([Name.DeviceN, Array([Name("/Kırmızı"), Name("/Lak")]), Name.DeviceRGB, tint])


LAB = {"/WhitePoint": [0.96, 1, 0.82], "/Range": [-125, 125, -125, 125]}
SPACES = {
    "calibrated": (b"1 0 0", lambda made: Array([Name.CalRGB, Dictionary(WhitePoint=[0.95, 1, 1.09])])),
    "lab": (
        b"53.24 80.1 67.2",
        lambda made: Array([Name.Lab, Dictionary(WhitePoint=[0.96, 1, 0.82], Range=[-125, 125] * 2)]),
    ),
    "profile": (b"1 0 0", lambda made: Array([Name.ICCBased, made.make_stream(b"", N=3)])),
    "spot": (b"1", spot),
    "spots by a program": (b"1 0", spots),
    "indexed": (b"1", lambda made: Array([Name.Indexed, Name.DeviceRGB, 1, String(b"\x00\x00\x00\xff\x00\x00")])),
    "named by another name": (b"1 0 0", lambda made: Name("/Öteki")),
}


def tiles(paint, kind=1):
    keys = {"PatternType": 1, "PaintType": kind, "TilingType": 1, "BBox": [0, 0, 9, 9], "XStep": 9, "YStep": 9}

    def resources(made):
        tile = made.make_stream(paint + b" 0 0 9 9 re f", Resources=Dictionary(), **keys)
        under = Array([Name.Pattern, Name.DeviceRGB])
        return Dictionary(Pattern=Dictionary(P=tile), ColorSpace=Dictionary(S=under))

    return resources


def power(first=(1, 0, 0), last=(0, 0, 1)):
    return Dictionary(FunctionType=2, Domain=[0, 1], C0=Array(first), C1=Array(last), N=1)


def sampled(made):
    keys = {"FunctionType": 0, "Domain": [0, 1], "Range": [0, 1] * 3, "Size": [2], "BitsPerSample": 8}
    return made.make_stream(bytes((255, 0, 0, 0, 0, 255)), **keys)


FUNCTIONS = {
    "between two colours": lambda made: power(),
    "of pieces": lambda made: Dictionary(
        FunctionType=3, Domain=[0, 1], Functions=[power(), power()], Bounds=[0.5], Encode=[0, 0.5, 0.5, 1]
    ),
    "of samples": sampled,
    "of one function a part": lambda made: Array([power([a], [b]) for a, b in ((1, 0), (0, 0), (0, 1))]),
}


def gradient(function):
    def resources(made):
        keys = {"ColorSpace": Name.DeviceRGB, "Coords": [0, 0, 0, 300], "Function": function(made)}
        shading = Dictionary(ShadingType=2, **keys)
        pattern = Dictionary(PatternType=2, Shading=shading)
        return Dictionary(Pattern=Dictionary(P=pattern), Shading=Dictionary(S=shading))

    return resources


def drawn_font(made):
    glyph = made.make_stream(b"1000 0 d0 1 0 0 rg 0 0 1000 1000 re f")
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type3,
        FontBBox=[0, 0, 1000, 1000],
        FontMatrix=[0.001, 0, 0, 0.001, 0, 0],
        CharProcs=Dictionary(a=glyph),
        Encoding=Dictionary(Differences=[97, Name.a]),
        FirstChar=97,
        LastChar=97,
        Widths=[1000],
        Resources=Dictionary(),
    )
    return Dictionary(Font=Dictionary(F=made.make_indirect(font)))


def masked(made):
    mask = form(made, b"0.5 0.5 0.5 rg 0 0 200 300 re f", Group=group())
    return Dictionary(ExtGState=Dictionary(M=Dictionary(SMask=Dictionary(S=Name.Luminosity, G=mask))))


GREYS = (b"0.5 g", b"0.5 0.5 0.5 rg", b"/DeviceRGB cs 0.5 0.5 0.5 sc", b"/DeviceGray cs 0.5 scn", b"0 0 0 0.5 k")
CASES = {
    "red": Case(RED),
    "red in black": Case(RED, how=BLACK),
    "purple": Case(b"0.5 0 0.5 rg" + SQUARE),
    "nothing chosen": Case(SQUARE),
    "much ink": Case(b"1 1 1 1 k" + SQUARE, how={"ink": "cmyk", "limit": 200}),
    "soft mask": Case(b"/M gs 0 g" + SQUARE, masked),
    "soft mask in black": Case(b"/M gs 0 g" + SQUARE, masked, BLACK),
    "tiles": Case(b"/Pattern cs /P scn" + SQUARE, tiles(b"1 0 0 rg")),
    "tiles without colour": Case(b"/S cs 1 0 0 /P scn" + SQUARE, tiles(b"", kind=2)),
    "drawn glyphs": Case(b"BT /F 100 Tf 10 10 Td (a) Tj ET", drawn_font),
    "middle of a gradient": Case(b"/S sh", gradient(FUNCTIONS["between two colours"]), place=(60, 150)),
    "gradient in black": Case(b"/S sh", gradient(FUNCTIONS["between two colours"]), BLACK, (60, 2)),
    **{f"{grey} {how['ink']}": Case(grey + SQUARE, how=how) for grey in GREYS for how in (BLACK, {"ink": "cmyk"})},
    **{name: Case(b"/S cs " + parts + b" scn" + SQUARE, space(make)) for name, (parts, make) in SPACES.items()},
    **{f"sh {name}": Case(b"/S sh", gradient(make), place=(60, 2)) for name, make in FUNCTIONS.items()},
    **{
        f"pattern {name}": Case(b"/Pattern cs /P scn 0 0 200 300 re f", gradient(make), place=(60, 2))
        for name, make in FUNCTIONS.items()
    },
}


@pytest.fixture(scope="module")
def files():
    return each_printed({name: (pdf(case.instructions, case.resources), case.how) for name, case in CASES.items()})


@pytest.fixture(scope="module")
def inks(files, tmp_path_factory):
    """Return the inks at the place of each case, 0 to 255."""
    plates = each_plates(files, tmp_path_factory.mktemp("plates"))
    bleed = 3 * judge.MM
    return {
        name: plate.getpixel((round(case.place[0] + bleed), round(plate.height - case.place[1] - bleed)))
        for (name, case), plate in zip(CASES.items(), plates.values(), strict=True)
    }


def test_in_a_one_colour_job_everything_is_black(inks):
    for name in ("red in black", "gradient in black"):
        assert inks[name] == pytest.approx((0, 0, 0, 178), abs=2)


def test_in_a_job_of_four_colours_red_is_magenta_and_yellow(inks):
    cyan, magenta, yellow, black = inks["red"]
    assert cyan < 20 < 200 < min(magenta, yellow)
    assert black < 20


def test_grey_is_black_ink_alone(inks):
    for grey in GREYS:
        for ink in ("black", "cmyk"):
            assert inks[f"{grey} {ink}"] == pytest.approx((0, 0, 0, 128), abs=1), grey


def test_what_is_painted_before_a_colour_is_chosen_is_black(inks):
    assert inks["nothing chosen"] == (0, 0, 0, 255)


def test_no_spot_has_more_ink_than_the_limit(inks):
    assert sum(inks["much ink"]) / 2.55 == pytest.approx(200, abs=1)
    assert inks["much ink"][3] == 255


@pytest.mark.parametrize("name", [*SPACES, "tiles", "tiles without colour", "drawn glyphs"])
def test_a_colour_is_printed_as_it_is_seen_however_it_is_said(inks, name):
    assert inks[name] == pytest.approx(inks["red"], abs=3)


@pytest.mark.parametrize("way", ["sh", "pattern"])
@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_gradient_begins_with_the_colour_it_began_with(inks, way, name):
    assert inks[f"{way} {name}"] == pytest.approx(inks["red"], abs=8)


def test_the_middle_of_a_gradient_is_the_middle_colour_and_not_the_middle_ink(inks):
    assert inks["middle of a gradient"] == pytest.approx(inks["purple"], abs=6)


def test_a_soft_mask_lets_through_what_its_brightness_says(inks):
    for name in ("soft mask", "soft mask in black"):
        assert inks[name] == pytest.approx((0, 0, 0, 128), abs=2)


def test_no_colour_is_said_in_anything_but_ink(files):
    for name, content in files.items():
        reader = judge.read(content)
        chosen = {operator for page in reader.pages for operator in judge.operators(page)} & judge.PAINTS_COLOUR
        assert chosen <= ({"g"} if "mask" in name else {"cs", "scn"} if "attern" in name or "tiles" in name else set())


def test_spot_colours_leave_no_plate(files):
    page = judge.read(files["spot"]).pages[0]
    assert list(page["/Resources"]["/ColorSpace"]) == ["/PressRegistration"]
