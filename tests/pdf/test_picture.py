"""The cover as a picture."""

import io
import random

import pytest
from PIL import Image

from publish.pdf.picture import LARGEST, picture
from tests.pdf.samples import pages_of


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    css = "@page { size: 100mm 160mm; background: #123456 } p { font-size: 40pt; color: #fff }"
    return pages_of("<p>Kapak</p><p style='break-before: page'>Arka</p>", css, tmp_path_factory.mktemp("kapak"))[0]


def test_the_picture_has_the_pixels_that_were_asked_for(page):
    image = Image.open(io.BytesIO(picture(page, 790, 1264)))
    assert image.size == (790, 1264)
    assert image.convert("RGB").getpixel((3, 3)) == (0x12, 0x34, 0x56)


def test_a_page_of_another_shape_still_fills_the_picture(page):
    assert Image.open(io.BytesIO(picture(page, 500, 500))).size == (500, 500)


def test_the_picture_is_the_same_every_time(page):
    assert picture(page, 400, 640) == picture(page, 400, 640)


def test_flat_colours_with_soft_edges_are_kept_in_few_bytes(page):
    drawn = picture(page, 1580, 2528)
    image = Image.open(io.BytesIO(drawn))
    assert (image.format, image.mode) == ("PNG", "P")
    assert len(image.getcolors()) > 2
    assert len(drawn) < LARGEST / 10


def test_what_would_be_too_large_to_send_becomes_a_jpeg(tmp_path):
    noise = Image.frombytes("RGB", (500, 800), random.Random(1).randbytes(500 * 800 * 3))
    noise.save(tmp_path / "gürültü.png")
    css = "@page { size: 100mm 160mm; margin: 0 } body { margin: 0 } img { width: 100mm; height: 160mm }"
    pdf, _ = pages_of('<img src="g%C3%BCr%C3%BClt%C3%BC.png" alt="a">', css, tmp_path)
    drawn = picture(pdf, 790, 1264)
    assert Image.open(io.BytesIO(drawn)).format == "JPEG"
    assert len(drawn) <= LARGEST
