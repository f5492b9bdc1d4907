"""Names stand in an index where a reader looks for them."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.language import name_order

TURKISH = [
    "31 Mart", "II. Abdülhamid", "Ahmed", "II. Ahmed", "III. Ahmed", "Ahmed Cevdet", "Âkif Paşa", "Ali", "el-Bağdâdî",
    "I. Bayezid", "II. Bayezid", "el-Buhârî", "Cevherî", "Çelebi", "Dürrî", "et-Taberî", "‘Ömer", "Ömer Seyfeddin",
    "Şâfiî", "Tursun",
]  # fmt: skip


def ordered(names, language="tr"):
    shuffled = random.Random(5).sample(names, len(names))
    return sorted(shuffled, key=lambda name: name_order.key(name, language))


def test_articles_ayn_and_numbers_of_rulers_are_passed_over():
    expected = [name for name in TURKISH if name != "et-Taberî"]
    assert ordered(expected) == expected
    assert ordered(TURKISH)[-2:] == ["et-Taberî", "Tursun"]


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("el-Buhârî", "B"), ("Âkif", "A"), ("İbrahim", "İ"), ("Irak", "I"), ("ıtrî", "I"), ("Çelebi", "Ç"),
        ("‘Ömer", "Ö"),
        ("IV. Murad", "M"), ("31 Mart", "0–9"), ("Washington", "W"), ("الطبري", "ط"), ("—", "…"), ("Ak-köprü", "A"),
        ("Hz. Ali", "H"), ("Ḥasan", "H"), ("Œuvres", "O"), ("Gökçe", "G"), ("I. Dünya Savaşı", "D"), ("es-Sıhâh", "S"),
    ],
)  # fmt: skip
def test_names_are_grouped_by_the_letter_under_which_they_are_sought(name, letter):
    assert name_order.initial(name) == letter


def test_arabic_names_stand_in_the_order_of_their_letters():
    expected = ["أحمد", "إسماعيل", "البخاري", "الترمذي", "عُمر", "النووي"]
    assert ordered(expected, "ar") == expected
    assert ordered([*expected, "Ali"], "ar")[-1] == "Ali"
    assert ordered([*expected, "Ali"], "tr")[0] == "Ali"


@given(st.text(max_size=8), st.text(max_size=8), st.sampled_from(["tr", "ar"]))
def test_every_name_has_its_place(one, other, language):
    a, b = name_order.key(one, language), name_order.key(other, language)
    assert (a < b) + (b < a) + (one == other) == 1
    assert name_order.initial(one)
