"""What follows `::: ayet` is reference, part and translation, in any order and with any marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.source.verse_line import VerseLine, read


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("", VerseLine("", "", "")),
        ("Hac 40", VerseLine("Hac 40", "", "")),
        ("[Hac 40]", VerseLine("Hac 40", "", "")),
        ('Bakara 2/286 "رَبَّنَا … الْكَافِرِينَ"', VerseLine("Bakara 2/286", "رَبَّنَا … الْكَافِرِينَ", "")),
        ("Hac 40 “… عزيز”", VerseLine("Hac 40", "… عزيز", "")),
        ("Hac 40 ولينصرن … عزيز", VerseLine("Hac 40", "ولينصرن … عزيز", "")),
        ('Hac 40 … عزيز meal="Diyanet"', VerseLine("Hac 40", "… عزيز", "Diyanet")),
        ("البقرة 255", VerseLine("البقرة 255", "", "")),
        ("Hac 40 ﴿ولينصرن ...﴾", VerseLine("Hac 40", "ولينصرن ...", "")),
        ('Hac 40 meal="Elmalılı Hamdi Yazır"', VerseLine("Hac 40", "", "Elmalılı Hamdi Yazır")),
        ('Hac 40 meal = “Diyanet” "ولينصرن …"', VerseLine("Hac 40", "ولينصرن …", "Diyanet")),
        ('meal="Diyanet"', VerseLine("", "", "Diyanet")),
        ('Hac 40 "', VerseLine('Hac 40 "', "", "")),
    ],
)
def test_a_line_is_taken_apart(line, expected):
    assert read(line) == expected


@given(st.text('"“”«»﴿﴾meal= Hac40[]', max_size=30))
def test_any_line_can_be_read(line):
    read(line)
