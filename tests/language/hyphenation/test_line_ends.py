"""Where lines end in Turkish words: the rules of TDK, and those of the house."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.language.hyphenation.line_ends import LineEnd, line_ends, show
from publish.language.turkish import CONSONANTS, VOWELS, upper

LETTERS = VOWELS + CONSONANTS


@pytest.mark.parametrize(
    ("word", "shown"),
    [
        ("Kazakistan’daki", "Ka-za-kis-tan’|daki"),
        ("Türkiye’nin", "Tür-ki-ye’|nin"),
        ("KGAÖ’nün", "KGAÖ’|nün"),
        ("2022’de", "2022’|de"),
        ("%50’sini", "%50’|sini"),
        ("5’inci", "5’|inci"),
        ("(GSYİH’nın)", "(GSYİH’|nın)"),
        ("“Edirne’dekiler”", "“Edir-ne’|dekiler”"),
        ("Osmanlı’nınkinden", "Os-man-lı’|nınkinden"),
    ],
)
def test_behind_the_apostrophe_of_a_suffix_a_line_ends_bare(word, shown):
    assert show(word) == shown


@pytest.mark.parametrize(
    "word",
    ["Kur’an", "Kur’ân", "Kur’an-ı", "En’âm", "Mes’ûd", "Ra’d", "San’a", "Şu‘be", "Bi’set", "cüz’î", "Ka‘be", "Re’sen"],
)
def test_an_apostrophe_that_joins_no_suffix_is_no_end(word):
    assert show(word) == word


def test_what_the_house_keeps_whole_may_still_lose_its_suffix():
    assert show("Kur’an’ın") == "Kur’an’|ın"
    assert show("En’âm’da") == "En’âm’|da"


@pytest.mark.parametrize("word", ["el-Enfâl", "er-Rahmân", "eş-Şems", "el-Hac"])
def test_an_article_stays_with_its_name(word):
    assert (3, LineEnd.NEVER) in line_ends(word, "tr")


@pytest.mark.parametrize("word", ["Kur’an-ı", "Fetâvâ-yı"])
def test_behind_a_hyphen_no_letter_stands_alone(word):
    ends = dict(line_ends(word, "tr"))
    assert all(len(word) - at >= 2 for at, end in ends.items() if end is not LineEnd.NEVER)
    assert show("Âl-i") == "Âl-i"
    assert (3, LineEnd.NEVER) in line_ends("Âl-i", "tr")


def test_compounds_are_divided_in_their_parts():
    assert show("Nur-Sultan") == "Nur-Sul-tan"
    assert show("Fâtihatü’l-Kitâb").startswith("Fâ-ti-ha-tü’l-Ki")


def test_addresses_are_broken_before_dots_and_behind_slashes_without_a_hyphen():
    assert show("www.independentarabia.com") == "www|.independentarabia|.com"
    assert show("https://www.a.com/b-c/d") == "https://|www|.a|.com/|b-c/|d"
    assert show("bilgi@ornek.com.tr") == "bilgi|@ornek|.com|.tr"
    assert (18, LineEnd.NEVER) not in line_ends("www.a.com", "tr")
    assert LineEnd.NEVER in dict(line_ends("www.bir-iki.com", "tr")).values()


@pytest.mark.parametrize("word", ["TBMM", "GSYİH", "1729-1742", "22/40", "III.", "s.", "x", "’", "", "12.05.2022"])
def test_what_has_no_syllables_is_whole(word):
    assert all(end is LineEnd.NEVER for _, end in line_ends(word, "tr"))


def test_words_of_other_languages_are_broken_by_their_own_rules():
    assert [at for at, _ in line_ends("Washington", "en-US")] == [4, 7]
    assert line_ends("Washington", "xx") == ()


@given(st.text(alphabet=LETTERS + upper(LETTERS) + "’-.,“”0123456789/", max_size=30))
def test_every_end_leaves_two_letters_and_a_vowel_on_both_sides(word):
    for at, end in line_ends(word, "tr"):
        assert 0 < at <= len(word)
        if end is LineEnd.HYPHEN:
            before, after = word[:at], word[at:]
            assert sum(letter.isalpha() for letter in before[-2:]) == 2
            assert sum(letter.isalpha() for letter in after[:2]) == 2
            assert any(letter in VOWELS + upper(VOWELS) for letter in before)
            assert any(letter in VOWELS + upper(VOWELS) for letter in after)
