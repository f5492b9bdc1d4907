"""A word is the same letters and vowels in whatever spelling it is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.language.scripture.orthography import spell, variants, words


def letters(word):
    """Return the letters of a word, each with its vowels and with + where it is doubled."""
    return [letter.char + "".join(sorted(letter.vowels)) + "+" * letter.shadda for letter in spell(word)]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("قُلْ", ["قu", "ل-"]),
        ("قُلۡ", ["قu", "ل-"]),
        ("ٱلرَّبُّ", ["ا", "ل", "رa+", "بu+"]),
        ("الرَّح۪يمِ", ["ا", "ل", "رa+", "حi", "ي", "مi"]),
        ("الرَّحٖيمِ", ["ا", "ل", "رa+", "حiin", "ي", "مi"]),
        ("رِزْقاً", ["رi", "ز-", "قan", "ا"]),
        ("رِزْقًا", ["رi", "ز-", "قan", "ا"]),
        ("بَغيًا", ["بa", "غ", "يan", "ا"]),
        ("شَيْـًٔا", ["شa", "ي-", "ءan", "ا"]),
        ("كَـهْفِ", ["كa", "ه-", "فi"]),
        ("ذَٰلِكَ", ["ذa", "لi", "كa"]),
        ("ذٰلِكَ", ["ذa", "لi", "كa"]),
        ("صُمُّۢ", ["صu", "مuun+"]),
        ("عَظِيمࣱ", ["عa", "ظi", "ي", "مun"]),
        ("فَٱدَّٰرَْٰٔتُمْ", ["فa", "ا", "دa+", "رa", "ء-", "تu", "م-"]),
        ("ﷲ", ["ا", "ل", "ل", "ه"]),
        ("ﻻ", ["ل", "ا"]),
        ("رحمة", ["ر", "ح", "م", "ه"]),
        ("عليٰ", ["ع", "ل", "يa"]),
    ],
)
def test_a_word_is_spelled_letter_by_letter(word, expected):
    assert letters(word) == expected


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("السَّلاَمُ", "السَّلَامُ"), ("لآَ", "لَآ"), ("اْلاَرْضِ", "الْاَرْضِ"), ("هُدىً", "هُدًى"), ("كَلاَّ", "كَلَّا")],
)
def test_marks_typed_after_a_ligature_may_be_meant_for_the_lam(typed, meant):
    assert spell(meant) in list(variants(spell(typed)))


def test_a_word_that_can_be_meant_in_one_way_only_has_one_variant():
    assert list(variants(spell("قُلْ"))) == [spell("قُلْ")]


def test_words_are_told_from_numbers_signs_and_pauses():
    text = "﴿١﴾ قُلْ هُوَ اللَّهُ ۚ أَحَدٌ، … (112) ۝١ ۞ Allah …"
    assert [(word.text, text[word.start : word.end]) for word in words(text)] == [
        (word, word) for word in ("قُلْ", "هُوَ", "اللَّهُ", "أَحَدٌ", "…", "…")
    ]
    assert [bool(word.letters) for word in words("… قل ... هو")] == [False, True, False, True]


def test_the_sign_of_the_basmala_is_four_words():
    assert [word.letters for word in words("﷽")] == [word.letters for word in words("بسم الله الرحمن الرحيم")]
    assert {(word.start, word.end) for word in words("﷽")} == {(0, 1)}


@given(st.text("اأإآٱىيوؤئءةهبل\u064b\u064e\u0651\u0652\u0653\u0654\u0655\u0670\u06ea\u06e5ـﻻ﷽ . …a", max_size=30))
def test_any_text_can_be_spelled(text):
    for word in words(text):
        assert text[word.start : word.end]
        list(variants(word.letters))
