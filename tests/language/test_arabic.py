"""What is Arabic in a Turkish line is found by its script."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.language import arabic

MIXED = st.text("ab Iıقالله ٣5()«»“”\"'[],.\n-﴿﴾ﷺَ\u200d\u200f◌*", max_size=40)


def found(text):
    return [text[start:end] for start, end in arabic.runs(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("yalnız Türkçe", []),
        ("metin içi رحمه الله devam", ["رحمه الله"]),
        ("Hz. Muhammed ﷺ buyurdu", ["ﷺ"]),
        ("ve ﷽ ile", ["﷽"]),
        ("﴿قل هو الله أحد﴾ buyruldu", ["﴿قل هو الله أحد﴾"]),
        ("رضي الله عنه \ufd41 dedi", ["رضي الله عنه \ufd41"]),
        ("ﻢﺴﺑ eski biçim", ["ﻢﺴﺑ"]),
        ("بِسْـــمِ اِ لله", ["بِسْـــمِ اِ لله"]),
        ("نعم، لا؟ evet", ["نعم، لا؟"]),
        ("رحمه الله. Sonra", ["رحمه الله"]),
        ("الله’ın adı", ["الله"]),
        ("ه\u200d 1443", ["ه\u200d"]),
        ("harekesi ◌َ olur", ["◌َ"]),
    ],
)
def test_letters_marks_and_signs_make_a_run(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Allah (الله) lafzı", ["الله"]),
        ("“الله” sözü", ["الله"]),
        ("Peygamber (صلى الله عليه وسلم) buyurdu", ["صلى الله عليه وسلم"]),
        ("قال «الله» ثم", ["قال «الله» ثم"]),
        ("dedi: قال «الله».", ["قال «الله»"]),
        ("«الله» قال dedi", ["«الله» قال"]),
        ("(قال الله) (ثم)", ["(قال الله) (ثم)"]),
        ('قال "الله" ثم', ['قال "الله" ثم']),
        ("(bkz. الله) رحمه الله", ["الله", "رحمه الله"]),
        ("قال (الله sonra)", ["قال", "الله"]),
        ("قال (الله ثم", ["قال (الله ثم"]),
        ("[رحمه الله]{.dua}", ["رحمه الله"]),
        ("(الله] ثم) x", ["الله] ثم"]),
    ],
)
def test_brackets_and_quotes_go_with_the_run_that_holds_both(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("٣ elma", []),
        ("عدد ٣ elma", ["عدد ٣"]),
        ("﴿٢٥٥﴾", ["﴿٢٥٥﴾"]),
        ("سنة 2022 م idi", ["سنة 2022 م"]),
        ("الله 2022 yılı", ["الله"]),
    ],
)
def test_digits_belong_to_a_run_only_beside_arabic(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize("text", ["الله[^1] رحمه", "**الله** **رحمه**", "الله\n\nرحمه", "الله `رحمه`"])
def test_markup_and_blank_lines_part_runs(text):
    assert found(text) == ["الله", "رحمه"]


def test_a_soft_line_end_does_not_part_a_run():
    assert found("الله\nرحمه") == ["الله\nرحمه"]


def test_the_end_of_a_run_is_asked_for_by_its_start():
    text = "ve الله ile"
    assert arabic.run_at(text, 3) == 7
    assert arabic.run_at(text, 4) == 4
    assert arabic.run_at(text, 0) == 0


def test_signs_are_arabic_and_digits_by_themselves_are_not():
    assert all(arabic.is_arabic(char) for char in "اَـﷺ﴿﴾،\u06dd\ufd41")
    assert not any(arabic.is_arabic(char) for char in "aİ1٣ (\u200d\u061c\ufeff")


def test_bidirectional_controls_are_told_by_place():
    assert arabic.controls("a\u202eb\u2066c\u200fd\u061ce\u200df") == (1, 3, 5, 7)


@given(MIXED)
def test_runs_are_apart_in_order_and_hold_all_that_is_arabic(text):
    runs = arabic.runs(text)
    assert all(end < start for (_, end), (start, _) in pairwise(runs))
    inside = {offset for start, end in runs for offset in range(start, end)}
    assert {offset for offset, char in enumerate(text) if arabic.is_arabic(char)} <= inside
    for start, end in runs:
        assert any(map(arabic.is_arabic, text[start:end]))
        assert not any(char.isascii() and char.isalpha() for char in text[start:end])


@pytest.mark.parametrize("text", ["türkçe (الله) " * 5000, "(" * 50_000 + "الله " * 1000 + ")" * 25_000])
def test_long_lines_take_no_longer_than_their_length(text):
    began = time.process_time()
    arabic.runs(text)
    assert time.process_time() - began < 10
