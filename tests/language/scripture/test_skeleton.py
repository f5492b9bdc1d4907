"""What spelling and extraction vary is no part of the skeleton."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.language.scripture import quran, skeleton


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وَلَيَنْصُرَنَّ اللَّهُ", "ولينصرن الله"),
        ("ﻭﻟﻴﻨﺼﺮﻥ ﺍﻟﻠﻪ", "ولينصرن الله"),
        ("بِسْـــمِ ﷲ", "بسم الله"),
        ("ﷺ ﷽ \ufd41", "بسم الله الرحمن الرحيم"),
        ("﴿ قُلْ ﴾ ٣ ۝٣ 3.", "قل"),
        ("\u202bقُلْ\u202c هُـوَ\u200f", "قل هو"),
        ("الرَّحْمٰنِ", "الرحمن"),
        ("ق ُ ل ْ هُو َ", "ق ل هو"),
        ("الْحَمْدُ ۖ لِلَّهِ ۩", "الحمد لله"),
        ("ــ ۚ َ 22/40 [Hacc 40]", ""),
        ("", ""),
    ],
)
def test_what_is_no_letter_is_gone(text, expected):
    assert " ".join(skeleton.words(text)) == expected
    assert skeleton.letters(text) == expected.replace(" ", "")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أُولَٰئِكَ", "اولئك"),
        ("اٰمَنُوا", "آمَنُوا"),
        ("ٱلَّذ۪ينَ", "الَّذِينَ"),
        ("فِى", "فِي"),
        ("رَحْمَة", "رحمه"),
        ("يُؤْمِنُونَ", "يُءمنون"),
        ("شَيْـًٔا", "شَيْئًا"),
        ("مسئول", "مسؤول"),
        ("ھذا کتاب", "هذا كتاب"),
        ("يَـٰٓأَيُّهَا", "يايها"),
    ],
)
def test_spellings_of_a_word_have_one_skeleton(one, other):
    assert skeleton.letters(one) == skeleton.letters(other)


def test_other_letters_have_another_skeleton():
    words = ["قل", "قال", "كل", "قلت", "فل"]
    assert len(set(map(skeleton.letters, words))) == len(words)


def test_the_frame_is_that_of_both_scripts_of_the_canon_in_nearly_all_verses():
    verses = [(2, ayah) for ayah in range(1, 287)]
    modern, uthmani = ([_frame(verse, script) for verse in verses] for script in quran.SCRIPTS)
    assert sum(map(str.__eq__, modern, uthmani)) > 240
    assert sum(abs(len(one) - len(other)) for one, other in zip(modern, uthmani, strict=True)) < 60


def _frame(verse, script):
    return skeleton.frame(skeleton.letters(quran.verse(*verse, script)))


@given(st.text())
def test_a_skeleton_is_its_own_skeleton(text):
    letters = skeleton.letters(text)
    assert skeleton.letters(letters) == letters
    assert "".join(skeleton.words(text)) == letters
    assert skeleton.frame(skeleton.frame(letters)) == skeleton.frame(letters)
