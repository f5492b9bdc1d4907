"""What nobody sees is cleared, every line keeps its number, pages begin at form feeds."""

import pytest

from publish.source.importing.lines import clear, split


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("ka\u00adlem", "kalem"),
        ("kal\u200bem\ufeff\u2060", "kalem"),
        ("5\u00a0Ocak\u20092022", "5 Ocak 2022"),
        ("ﬁkir, taraﬂar", "fikir, taraflar"),
        ("c\u0327ag\u0306", "çağ"),
        ("bir\x07iki", "biriki"),
        ("son\x1a", "son"),
        ("bölümde \u202b رحمه الله\u202cibaresini", "bölümde رحمه الله ibaresini"),
        ("bölümde\u202b رحمه الله\u202cibaresini", "bölümde رحمه الله ibaresini"),
        ("bölümde \u202bرحمه\u202c ibaresi", "bölümde رحمه ibaresi"),
    ],
)
def test_what_the_extraction_left_is_cleared(written, read):
    assert clear(written).text == read


def test_a_soft_hyphen_at_a_line_end_waits_for_the_joining():
    assert clear("ka\u00adlem ka\u00ad\nlem").text == "kalem ka\u00ad\nlem"


def test_what_was_cleared_is_counted():
    assert clear("a\u200b\u200bﬁ").counts == {"invisible": 2, "ligature": 1}
    assert clear("temiz").counts == {}


def test_lines_end_as_on_any_system_and_keep_their_numbers():
    assert [(line.number, line.text) for line in split("a\r\nb\rc\nd")] == [(1, "a"), (2, "b"), (3, "c"), (4, "d")]


def test_pages_begin_at_form_feeds():
    assert [(line.number, line.text, line.page) for line in split("a\n\fb\nc\fd")] == [
        (1, "a", 0),
        (2, "b", 1),
        (3, "c", 1),
        (3, "d", 2),
    ]


def test_tabs_are_spaces():
    assert split("1-\tBir")[0].text == "1-      Bir"


@pytest.mark.parametrize("behind", ["Hac 22/40)", "\nHac 22/40)"])
def test_the_bracket_that_opens_behind_an_arabic_run_is_put_there(behind):
    assert clear(f"bir \u202b( قل هو\u202c{behind}").text == f"bir قل هو ({behind}"
    assert clear("bir \u202b(قل) هو\u202cHac").text == "bir (قل) هوHac"
