"""Titles on covers: within their room, balanced, and without words that cling to the next line."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.model.length import Mm, Pt
from publish.render.cover.lettering import SMALLER, fit, width

pytestmark = pytest.mark.untraced


SIZES = tuple(40 * 0.93**step for step in range(20))
MEASURE, ROOM = Mm(80).to_pt(), Mm(75).to_pt()
WORD = st.text("abcçdeğıİiû’", min_size=1, max_size=14)


def set_title(text):
    return fit(text, MEASURE, ROOM, SIZES, 1.12)


@given(st.lists(WORD, min_size=1, max_size=25).map(" ".join))
def test_a_title_that_fits_leaves_its_room_nowhere_and_loses_no_word(title):
    made = set_title(title)
    assert " ".join(made.lines) == title
    if made.fits:
        assert max(map(width, made.lines)) * made.size.value <= MEASURE.value + 1e-6
        assert len(made.lines) * 1.12 * made.size.value <= ROOM.value + 1e-6
    else:
        assert made.size == Pt(SIZES[-1])


def test_a_longer_title_is_no_larger_but_where_its_lines_end_better():
    sizes = [set_title("kitap " * count + "kitap").size.value for count in range(1, 40)]
    assert all(longer <= shorter / SMALLER for shorter, longer in pairwise(sizes))
    assert sizes[-1] < 0.6 * sizes[0]


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Kalem", ("Kalem",)),
        ("Kur’an’dan Dualar", ("Kur’an’dan", "Dualar")),
        ("Sorularla Namaz ve Oruç", ("Sorularla", "Namaz", "ve Oruç")),
        ("Mürekkebin ve Kâğıdın Türkçe Tarihi", ("Mürekkebin", "ve Kâğıdın", "Türkçe Tarihi")),
        ("Sorularla Namaz ve Oruç İlmihali", ("Sorularla Namaz", "ve Oruç İlmihali")),
        ("Nûr Sûresi’nin Işığında «الله نور السماوات»", ("Nûr Sûresi’nin Işığında", "«الله نور السماوات»")),
        ("Hadislerle Peygamberimizin Ahlakı Üzerine", ("Hadislerle", "Peygamberimizin", "Ahlakı Üzerine")),
    ],
)
def test_lines_end_where_a_reader_pauses(title, lines):
    assert set_title(title).lines == lines


def test_no_short_word_is_left_alone_in_the_last_line():
    assert min(map(len, set_title("Osmanlı Devleti’nde Matbaacılığın Kuruluş ve Gelişme Yılları I").lines)) > 3


@pytest.mark.parametrize("hostile", ["a" * 300, "kitap " * 200, "ـ" * 90])
def test_what_is_no_title_is_said_not_to_fit(hostile):
    assert not set_title(hostile).fits


def test_marks_over_letters_take_no_room():
    assert width("بِسْمِ") == width("بسم")
