"""The barcode of a printed cover, read back from it by two decoders that know nothing of us."""

import subprocess

import pytest
import zxingcpp
from PIL import Image

from publish.model.length import Mm
from publish.pdf.typeset import lay_out
from publish.render.barcode import BARS, LEFT, MODULE, RIGHT, barcode, number
from publish.render.cover import sheets_html
from tests.epub.samples import STYLES, booklet, world

ISBN = "978-605-00-0000-1"


@pytest.mark.parametrize("wrong", ["978-605-00-0000-2", "0-8044-2957-0", "4006381333931", "", "ISBN", "97X6050000001"])
def test_a_number_whose_check_digit_is_wrong_has_no_barcode(wrong):
    assert number(wrong) is None


def test_an_isbn_of_ten_digits_has_the_barcode_of_its_longer_form():
    assert number("975-08-0294-2") == number("978-975-08-0294-2") == "9789750802942"
    assert number("0-8044-2957-X") == "9780804429573"


@pytest.mark.parametrize("percent", [80, 100, 200])
def test_the_symbol_has_the_width_and_the_quiet_zones_of_its_size(percent):
    made = barcode("9789750802942", percent)
    module = MODULE * percent / 100
    assert made.width == pytest.approx((LEFT + BARS + RIGHT) * module)
    starts = [float(part.split()[0]) for part in made.path.split("M")[1:]]
    wides = [float(part.split("h")[1].split("v")[0]) for part in made.path.split("M")[1:]]
    assert min(starts) == pytest.approx(LEFT * module, abs=1e-3)
    assert max(left + wide for left, wide in zip(starts, wides, strict=True)) == pytest.approx(
        made.width - RIGHT * module, abs=1e-3
    )
    assert min(wides) == pytest.approx(module, abs=1e-3)
    assert "".join(digits for digits, _, _ in made.figures) == "9789750802942"


def covers(folder, percent, design):
    made = booklet(
        folder,
        title="Kalem",
        isbn=number_of(),
        description="Kalemin hikâyesi.",
        print={"binding": "perfect_bound"},
        cover={"design": design, "barcode": percent},
    )
    html, _, findings = sheets_html(made, Mm(12), STYLES, world(folder))
    assert findings == ()
    return lay_out(html, world(folder))[0].pdf


def number_of():
    body = "978605000000"
    return body + str(-sum(int(digit) * (3 if at % 2 else 1) for at, digit in enumerate(body)) % 10)


@pytest.mark.parametrize(("percent", "design"), [(80, "yildiz"), (100, "sade"), (200, "yildiz")])
def test_two_decoders_read_the_barcode_at_200_and_at_400_dots_an_inch(tmp_path, percent, design):
    (tmp_path / "kapak.pdf").write_bytes(covers(tmp_path, percent, design))
    for resolution in ("200", "400"):
        lower_half = ["-y", f"{int(resolution) * 4}", "-W", f"{int(resolution) * 6}", "-H", f"{int(resolution) * 5}"]
        command = ["pdftoppm", "-r", resolution, "-gray", "-singlefile", *lower_half, "kapak.pdf", resolution]
        subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
        picture = tmp_path / f"{resolution}.pgm"
        read = [(str(each.format), each.text) for each in zxingcpp.read_barcodes(Image.open(picture))]
        assert [text for _, text in read] == [number_of()]
        assert "13" in read[0][0]
        done = subprocess.run(["zbarimg", "-q", picture], check=False, capture_output=True, text=True)
        assert f"EAN-13:{number_of()}" in done.stdout.split()
