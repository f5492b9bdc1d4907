"""Pictures of the e-book: in colours that screens have, no larger than shops take, upright."""

import io
from pathlib import Path

import pytest
from PIL import Image

from publish.model.html import Asset
from publish.render.ebook.shown import MOST_DOTS, shown

PROFILE = Path(__file__).parents[3] / "publish" / "model" / "profiles" / "FOGRA39L_coated_tac300.icc"


def asset(mode, size, kind, colour=0, **options):
    file = io.BytesIO()
    Image.new(mode, size, colour).save(file, kind, **options)
    return Asset("images/x", f"image/{kind.lower()}", file.getvalue())


def opened(made):
    return Image.open(io.BytesIO(made.content))


@pytest.mark.parametrize(
    ("mode", "kind"), [("RGB", "JPEG"), ("L", "JPEG"), ("P", "PNG"), ("LA", "PNG"), ("RGBA", "PNG")]
)
def test_a_picture_that_readers_can_show_keeps_its_bytes(mode, kind):
    given = asset(mode, (40, 30), kind)
    assert shown(given) is given


@pytest.mark.parametrize("profile", [None, PROFILE.read_bytes(), b"no profile"])
def test_four_inks_become_three_colours(profile):
    made = opened(shown(asset("CMYK", (40, 30), "JPEG", (0, 255, 255, 0), icc_profile=profile)))
    red, green, blue = made.getpixel((5, 5))
    assert (made.mode, made.format) == ("RGB", "JPEG")
    assert red > 200
    assert max(green, blue) < 80
    assert "icc_profile" not in made.info


@pytest.mark.parametrize(("mode", "kind"), [("RGB", "JPEG"), ("P", "PNG"), ("RGBA", "PNG")])
def test_a_large_picture_gets_as_small_as_shops_want_it(mode, kind):
    made = opened(shown(asset(mode, (4000, 2000), kind)))
    assert MOST_DOTS * 0.99 < made.width * made.height <= MOST_DOTS
    assert made.width == pytest.approx(2 * made.height, abs=2)
    assert made.format == kind


def test_its_profile_goes_with_it():
    profile = PROFILE.read_bytes()
    assert opened(shown(asset("RGB", (3000, 2000), "JPEG", icc_profile=profile))).info["icc_profile"] == profile


def test_a_photograph_that_lies_on_its_side_is_put_upright_and_tells_nothing_of_its_place():
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Telefon"
    made = opened(shown(asset("RGB", (40, 30), "JPEG", exif=exif)))
    assert made.size == (30, 40)
    assert not made.getexif()


@pytest.mark.parametrize("content", [b"", b"\xff\xd8\xffx", b"GIF"])
def test_what_cannot_be_read_is_left_to_the_checks(content):
    given = Asset("images/x.jpg", "image/jpeg", content)
    assert shown(given) is given


def test_a_drawing_is_left_as_it_is():
    given = Asset("images/x.svg", "image/svg+xml", b"<svg/>")
    assert shown(given) is given


def test_the_same_picture_gives_the_same_bytes():
    given = asset("CMYK", (40, 30), "JPEG", (9, 99, 0, 0), icc_profile=PROFILE.read_bytes())
    assert shown(given) == shown(given)
