"""Pictures of every kind in the inks of the job, as Ghostscript finds them on the plates and pypdf in the file."""

import io
import zlib
from dataclasses import dataclass, field

import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageCms

from publish.model.conditions import OURS
from publish.press.print.colour import total
from tests.press.print import judge
from tests.press.print.samples import each_plates, each_printed, pdf, printed

RED, GREEN = (255, 0, 0), (0, 255, 0)
SIZE = (40, 30)
SHOW = b"q 200 0 0 300 0 0 cm /I Do Q"


def jpeg(image, **options):
    file = io.BytesIO()
    image.save(file, "JPEG", quality=95, subsampling=0, **options)
    return file.getvalue()


def plain(mode, colour):
    return Image.new(mode, SIZE, colour)


def photo(mode="RGB"):
    """Return a picture of many colours, from no ink to all."""
    ramp = Image.linear_gradient("L").resize(SIZE)
    across = ramp.transpose(Image.Transpose.ROTATE_90).resize(SIZE)
    return Image.merge(mode, {"RGB": [ramp, across, ramp], "CMYK": [ramp, ramp, across, ramp]}[mode])


def flate(data, space, bits=8, **keys):
    return zlib.compress(data), {"ColorSpace": space, "BitsPerComponent": bits, "Filter": Name.FlateDecode, **keys}


def dct(image, space, profile=b"", **keys):
    return jpeg(image, icc_profile=profile), {
        "ColorSpace": space,
        "BitsPerComponent": 8,
        "Filter": Name.DCTDecode,
        **keys,
    }


def swapped():
    """Return a profile of RGB whose red is the green of sRGB, and the other way round."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    profile = profile.replace("sRGB".encode("utf-16-be"), "XRGB".encode("utf-16-be"))
    return profile.replace(b"rXYZ", b"----", 1).replace(b"gXYZ", b"rXYZ", 1).replace(b"----", b"gXYZ", 1)


@dataclass
class Case:
    """A picture, and how it is printed."""

    make: object
    """Returns the bytes of the stream and its keys, given the document."""
    how: dict = field(default_factory=lambda: {"ink": "cmyk"})


def lab(made):
    keys = Dictionary({"/WhitePoint": [0.96, 1, 0.82], "/Range": [-128, 127, -128, 127]})
    return flate(bytes((136, 208, 195)) * 1200, Array([Name.Lab, keys]))


CASES = {
    "rgb": Case(lambda made: flate(bytes(RED) * 1200, Name.DeviceRGB)),
    "rgb jpeg": Case(lambda made: dct(plain("RGB", RED), Name.DeviceRGB)),
    "green": Case(lambda made: dct(plain("RGB", GREEN), Name.DeviceRGB)),
    "with a profile": Case(lambda made: dct(plain("RGB", RED), Name.DeviceRGB, swapped())),
    "with a torn profile": Case(lambda made: dct(plain("RGB", RED), Name.DeviceRGB, swapped()[:300])),
    "jpeg packed twice": Case(
        lambda made: (
            zlib.compress(jpeg(plain("RGB", RED))),
            {"ColorSpace": Name.DeviceRGB, "BitsPerComponent": 8, "Filter": Array([Name.FlateDecode, Name.DCTDecode])},
        )
    ),
    "calibrated": Case(
        lambda made: flate(bytes(RED) * 1200, Array([Name.CalRGB, Dictionary(WhitePoint=[0.95, 1, 1.09])]))
    ),
    "profile": Case(lambda made: flate(bytes(RED) * 1200, Array([Name.ICCBased, made.make_stream(b"", N=3)]))),
    "lab": Case(lab),
    "inverted": Case(lambda made: flate(bytes((0, 255, 255)) * 1200, Name.DeviceRGB, Decode=Array([1, 0] * 3))),
    "indexed": Case(
        lambda made: flate(b"\1" * 1200, Array([Name.Indexed, Name.DeviceRGB, 1, String(b"\0\0\0\xff\0\0")]))
    ),
    "indexed by a bit": Case(
        lambda made: flate(b"\xff" * 150, Array([Name.Indexed, Name.DeviceRGB, 1, String(b"\0\0\0\xff\0\0")]), 1)
    ),
    "sixteen bits": Case(lambda made: flate(b"\xff\xff\0\0\0\0" * 1200, Name.DeviceRGB, 16)),
    "four bits": Case(lambda made: flate(b"\xf0\x0f\x00" * 600, Name.DeviceRGB, 4)),
    "inline": Case(None),
    "rgb in black": Case(lambda made: flate(bytes(RED) * 1200, Name.DeviceRGB), {"ink": "black"}),
    "jpeg in black": Case(lambda made: dct(plain("RGB", RED), Name.DeviceRGB), {"ink": "black"}),
    "cmyk in black": Case(
        lambda made: flate(bytes((0, 0, 0, 100)) * 1200, Name.DeviceCMYK), {"ink": "black"}
    ),
    "indexed in black": Case(
        lambda made: flate(b"\1" * 1200, Array([Name.Indexed, Name.DeviceRGB, 1, String(b"\0\0\0\xff\0\0")])),
        {"ink": "black"},
    ),
    "grey rgb": Case(lambda made: flate(bytes((100, 100, 100)) * 1200, Name.DeviceRGB)),
    "grey jpeg": Case(lambda made: dct(plain("RGB", (100, 100, 100)), Name.DeviceRGB)),
    "grey": Case(lambda made: flate(b"\x64" * 1200, Name.DeviceGray)),
    "calibrated grey": Case(lambda made: flate(b"\x64" * 1200, Array([Name.CalGray, Dictionary()]))),
    "bits": Case(lambda made: flate(b"\0" * 150, Name.DeviceGray, 1)),
    "cmyk": Case(lambda made: flate(bytes((10, 20, 30, 40)) * 1200, Name.DeviceCMYK)),
    "cmyk jpeg": Case(lambda made: dct(plain("CMYK", (10, 20, 30, 40)), Name.DeviceCMYK, Decode=Array([1, 0] * 4))),
    "cmyk jpeg as it is": Case(lambda made: dct(plain("CMYK", (245, 235, 225, 215)), Name.DeviceCMYK)),
    "much ink": Case(lambda made: flate(bytes((250, 250, 250, 200)) * 1200, Name.DeviceCMYK)),
    "much ink jpeg": Case(lambda made: dct(photo("CMYK"), Name.DeviceCMYK, Decode=Array([1, 0] * 4))),
    "photo": Case(lambda made: dct(photo(), Name.DeviceRGB), {"ink": "cmyk", "limit": 220}),
    "drawing": Case(lambda made: flate(bytes(RED) * 1199 + b"\0\0\0", Name.DeviceRGB)),
    "left out": Case(lambda made: flate(bytes(RED) * 1200, Name.DeviceRGB, Mask=Array([250, 255, 0, 5, 0, 5]))),
    "half": Case(
        lambda made: flate(
            bytes((100, 100, 100)) * 1200,
            Name.DeviceRGB,
            SMask=made.make_stream(
                b"\x80" * 1200,
                Type=Name.XObject,
                Subtype=Name.Image,
                Width=40,
                Height=30,
                ColorSpace=Name.DeviceGray,
                BitsPerComponent=8,
            ),
        )
    ),
    "stencil": Case(lambda made: (b"\0" * 150, {"ImageMask": True, "BitsPerComponent": 1})),
}  # fmt: skip
INLINE = b"q 200 0 0 300 0 0 cm BI /W 1 /H 1 /CS /RGB /BPC 8 ID \xff\0\0 EI Q"


def content(make):
    def resources(made):
        data, keys = make(made)
        image = made.make_stream(data, Type=Name.XObject, Subtype=Name.Image, Width=40, Height=30)
        for key, value in keys.items():
            image["/" + key] = value
        return Dictionary(XObject=Dictionary(I=image))

    return pdf(b"1 0 0 rg " + SHOW, resources) if make else pdf(INLINE)


@pytest.fixture(scope="module")
def files():
    return each_printed({name: (content(case.make), case.how) for name, case in CASES.items()})


@pytest.fixture(scope="module")
def plates(files, tmp_path_factory):
    return each_plates(files, tmp_path_factory.mktemp("plates"))


@pytest.fixture(scope="module")
def inks(plates):
    return {name: plate.getpixel((100, 200)) for name, plate in plates.items()}


def image_of(data):
    return next(iter(judge.read(data).pages[0]["/Resources"]["/XObject"].values())).get_object()


SAME = [
    "rgb jpeg",
    "jpeg packed twice",
    "calibrated",
    "profile",
    "lab",
    "inverted",
    "indexed",
    "indexed by a bit",
    "sixteen bits",
    "inline",
    "stencil",
]


@pytest.mark.parametrize("name", SAME)
def test_a_picture_is_printed_as_it_is_seen_however_it_is_packed(inks, name):
    assert inks["rgb"][0] < 20 < 200 < min(inks["rgb"][1:3])
    assert inks[name] == pytest.approx(inks["rgb"], abs=4)


def test_parts_of_few_bits_are_read(plates):
    four = plates["four bits"].resize((40, 30))
    assert {four.getpixel((x, 10)) for x in (10, 11)} == {four.getpixel((x, 20)) for x in (10, 11)}
    assert len(plates["four bits"].getcolors(1 << 20)) > 1


def test_in_a_one_colour_job_pictures_are_grey(files, inks):
    for name in ("rgb in black", "jpeg in black", "indexed in black"):
        assert inks[name] == pytest.approx((0, 0, 0, 178), abs=3), name
        space = image_of(files[name])["/ColorSpace"]
        assert space == "/DeviceGray" or space[:2] == ["/Indexed", "/DeviceGray"]
    assert inks["cmyk in black"] == pytest.approx((0, 0, 0, 100), abs=1)


@pytest.mark.parametrize("name", ["grey rgb", "grey jpeg", "grey", "calibrated grey"])
def test_a_grey_picture_is_printed_in_black_alone(files, inks, name):
    assert inks[name] == pytest.approx((0, 0, 0, 155), abs=2)
    assert image_of(files[name])["/ColorSpace"] == "/DeviceGray"


def test_a_picture_of_bits_stays_one(files, inks):
    assert inks["bits"] == (0, 0, 0, 255)
    assert image_of(files["bits"])["/BitsPerComponent"] == 1


@pytest.mark.parametrize("name", ["cmyk", "cmyk jpeg", "cmyk jpeg as it is"])
def test_inks_within_the_limit_stay_what_they_are(inks, name):
    assert inks[name] == pytest.approx((10, 20, 30, 40), abs=2)


def test_a_jpeg_in_ink_is_not_packed_anew(files):
    assert image_of(files["cmyk jpeg"])._data == jpeg(plain("CMYK", (10, 20, 30, 40)))


@pytest.mark.parametrize(("name", "limit"), [("much ink", 280), ("much ink jpeg", 280), ("photo", 220)])
def test_no_spot_of_a_picture_has_more_ink_than_the_limit(plates, name, limit):
    assert judge.most_ink(plates[name]) <= limit
    assert judge.most_ink(plates[name]) > limit - 40, "no more is taken away than must be"


def test_a_photograph_stays_a_jpeg_and_a_drawing_none(files):
    assert image_of(files["photo"])["/Filter"] == "/DCTDecode"
    assert image_of(files["jpeg in black"])["/Filter"] == "/DCTDecode"
    assert image_of(files["rgb"])["/Filter"] == "/FlateDecode"


def test_black_lines_of_a_drawing_are_black_alone(plates):
    drawing = plates["drawing"]
    corner = drawing.getpixel((drawing.width - 12, drawing.height - 12))
    assert corner == (0, 0, 0, 255)


def test_what_a_picture_leaves_out_by_its_colour_stays_out(inks):
    assert inks["left out"] == (0, 0, 0, 0)


def test_a_picture_that_lets_through_lets_through_as_much(files, inks):
    assert inks["half"] == pytest.approx((0, 0, 0, 78), abs=2)
    assert judge.read(files["half"]).pages[0]["/Group"]["/CS"] == "/DeviceCMYK"


def test_the_profile_of_a_photograph_is_heeded(inks):
    assert inks["with a profile"] == pytest.approx(inks["green"], abs=4)
    assert inks["with a torn profile"] == inks["rgb jpeg"]


@pytest.mark.parametrize(
    "make",
    [
        lambda made: (b"no jpeg", dct(plain("RGB", RED), Name.DeviceRGB)[1]),
        lambda made: (b"", {"ColorSpace": Name("/Yok"), "BitsPerComponent": 8}),
        lambda made: (b"", {"BitsPerComponent": 8}),
        lambda made: flate(b"", Array([Name.Indexed, Name.DeviceRGB, 255, String(b"")])),
    ],
    ids=["torn", "of an unknown space", "of no space", "without its colours"],
)
def test_a_picture_that_cannot_be_read_is_a_finding(make):
    made, findings = printed(content(make))
    assert made is None
    assert [finding.code for finding in findings] == ["B010"]


def test_a_picture_on_many_pages_is_converted_once():
    import pikepdf

    with pikepdf.open(io.BytesIO(content(CASES["photo"].make))) as made:
        for _ in range(3):
            made.pages.append(made.pages[0])
        file = io.BytesIO()
        made.save(file)
    objects = judge.read(printed(file.getvalue(), ink="cmyk")[0])
    assert len({page["/Resources"]["/XObject"].raw_get("/I").idnum for page in objects.pages}) == 1


def test_the_sum_of_inks_is_that_of_the_darkest_spot():
    image = plain("CMYK", (10, 20, 30, 40))
    image.putpixel((3, 3), (255, 255, 0, 255))
    assert total(image) == 765


def test_the_shipped_profiles_are_those_of_presses():
    for path in (ours.profile for ours in OURS.values()):
        profile = ImageCms.ImageCmsProfile(io.BytesIO(path.read_bytes())).profile
        assert (profile.device_class, profile.xcolor_space) == ("prtr", "CMYK")
