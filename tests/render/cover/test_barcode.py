"""The barcode of a cover: its number, width and quiet zones; whether it can be read is asked of the finished cover."""

import pytest

from publish.render.cover.barcode import BARS, LEFT, MODULE, RIGHT, barcode, number


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
