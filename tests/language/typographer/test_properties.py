"""What holds for any text: letters and digits stay, Arabic and code stay, and what was mended once is mended."""

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publish.language.typographer import RULES, mend_line, mend_text
from publish.model.finding import Span
from publish.model.inline import Arabic, Code, Emphasis, NoteMark, Text, plain, walk

pytestmark = pytest.mark.untraced

PLACE = Span("text.md", 1, 1)
ON = frozenset()
MANY = settings(max_examples=300)
SIGNS = "\"'´“”‘’.,;:!?…-–—%()[]/§ \u00a0\t"
TEXTS = st.text("aâçıİBĞz019" + SIGNS, max_size=40) | st.lists(
    st.sampled_from(
        ["söz", "Hz.", "s.", "15", "2/255", "%", "...", "--", "-", '"', "'", "''", ",", ".", "Türkiye'nin", "12-15",
         " ", "  ", "milyon", "Ocak", "(", ")", "“", "”", " www.ornek.com ", "II.", "Ali", ". . .", "09.30", "5.",
         "رحمه"]
    ),
    max_size=14,
).map("".join)  # fmt: skip
ARABIC = st.sampled_from(("رَبِّ زِدْنِي عِلْمًا", "ﷺ", 'قال: "نعم"... - 12-15 , .', "﴿فَإِنَّ﴾"))


def letters(text):
    return re.findall(r"[^\W_]", text)


@MANY
@given(TEXTS)
def test_no_letter_and_no_digit_is_lost_changed_or_moved(text):
    assert letters(mend_text(text, ON)) == letters(text)


@MANY
@given(TEXTS)
def test_only_quotes_dashes_dots_and_blanks_change_and_signs_are_not_invented(text):
    printed = mend_text(text, ON)
    kept = str.maketrans(dict.fromkeys("\"'´“”‘’.…-–— \xa0\t", ""))
    assert Counter(printed.translate(kept)) == Counter(text.translate(kept))


@MANY
@given(TEXTS)
def test_what_was_mended_is_not_mended_again(text):
    once = mend_text(text, ON)
    assert mend_text(once, ON) == once


@MANY
@given(TEXTS)
def test_a_text_grows_by_a_blank_a_sign_at_most(text):
    printed = mend_text(text, ON)
    assert len(text) <= 40 * max(1, len(printed))
    assert len(printed) <= len(text) + sum(char in ".,;:!?-" for char in text)


@MANY
@given(TEXTS)
def test_with_all_rules_off_nothing_changes(text):
    assert mend_text(text, frozenset(RULES)) == text


@MANY
@given(st.lists(TEXTS, min_size=1, max_size=4), ARABIC, st.sampled_from((Arabic, Code)))
def test_arabic_and_code_in_a_line_stay_byte_for_byte(texts, other, kind):
    line = []
    for number, text in enumerate(texts, 1):
        line += [Text(text, PLACE), kind(other, PLACE), Emphasis((Text(text, PLACE),), PLACE)]
        line.append(NoteMark(str(number), number, PLACE))
    mended = mend_line(tuple(line), ON)
    kept = [node for node in walk(mended) if isinstance(node, Arabic | Code | NoteMark)]
    assert kept == [node for node in walk(tuple(line)) if isinstance(node, Arabic | Code | NoteMark)]
    assert letters(plain(mended)) == letters(plain(tuple(line)))
    assert mend_line(mended, ON) == mended


@MANY
@given(st.text(max_size=40))
def test_any_text_passes(text):
    mend_text(text, ON)
