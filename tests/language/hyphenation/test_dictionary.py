"""Words break where the TDK says, and only words do."""

import re
import unicodedata

import pyphen
import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.language import abbreviation, turkish
from publish.language.hyphenation import dictionary, line_ends, make_dictionary
from publish.language.hyphenation.strange import is_strange
from tests.language.shared import shared

VOWELS = set("aeıioöuüâêîôû")
SMALL_WORDS = st.text("abcçdefgğhıijklmnoöprsştuüvyzâîû", min_size=1, max_size=24)


def breaks_by_the_rule(word):
    """TDK: of the consonants between two vowels the last goes right; two letters stay on either side."""
    found, previous = [], None
    for index, letter in enumerate(word):
        if letter in VOWELS:
            if previous is not None:
                found.append(index if previous == index - 1 else index - 1)
            previous = index
    return tuple(point for point in found if 2 <= point <= len(word) - 2)


@given(SMALL_WORDS)
def test_the_dictionary_says_what_the_rule_says(word):
    expected = () if is_strange(word) else breaks_by_the_rule(word)
    assert dictionary.breaks(word) == expected


@given(st.text("abcçdefgğhıijklmnoöprsştuüvyzâîûqwxABCÇİIÖŞÜÂ’'-.0@/\u0302\u0307\u00ad“”() ", max_size=30))
def test_every_break_leaves_a_vowel_and_two_letters_on_both_sides(word):
    for point in dictionary.breaks(word):
        left, right = re.split("[-’']", word[:point])[-1], re.split("[-’']", word[point:])[0]
        for piece in (turkish.lower(left), turkish.lower(right)):
            assert sum(map(str.isalpha, piece)) >= 2
            assert VOWELS & set(piece)
            assert not unicodedata.combining(right[0])


def test_the_sample_is_broken_as_the_tdk_says():
    rows = [line.split("\t") for line in shared("data/hyphenation_sample.tsv").splitlines() if not line.startswith("#")]
    dictionary.register()
    engine = pyphen.Pyphen(lang="tr")
    assert len(rows) == 330
    assert [row[0] for row in rows if line_ends.show(row[0]) != row[2]] == []
    assert [row[0] for row in rows if engine.inserted(row[0]) != row[2]] == []


@pytest.mark.parametrize(
    "broken",
    [
        "İs-tan-bul",
        "İS-TAN-BUL",
        "İs-lam",
        "İb-ra-him",
        "IS-PAR-TA",
        "kont-rol",
        "elekt-rik",
        "stra-te-ji",
        "sprey-le",
        "mü-da-faa",
        "uçurt-ma",
        "hü-kû-met",
        "dâ-hil",
        "Ab-dur-raḥ-mān",
        "Ab-dül-kā-dir",
        "ki-tap",
        "“Ame-ri-ka’|nın,",
    ],
)
def test_words_break_into_syllables(broken):
    assert line_ends.show(broken.replace("-", "").replace("|", "")) == broken


@pytest.mark.parametrize(
    "word",
    [
        *("GSYİH", "ABD", "KGAÖ", "TBMM’nin", "GSYİH’nın", "TÜBİTAK", "CENTCOM", "XVIII", "DSPKRT"),
        *("www.independentarabia.com", "sputniknews.com/a?b", "biri@ornek.com", "https://ornek.com"),
        *("Washington", "Xinjiang", "Qatar", "Dvořák", "café", "Schröder"),
        *("iPhone", "McDonald", "TBMMde"),
        *("2022’de", "%50’sini", "1.300", "km²", "covid19", "08.01.2022"),
        *("Kur’an", "En’âm", "cüz’î", "Kur’an-ı", "Şu‘be", "Ali’nin", "Mü’minûn"),
        *("a", "", "’", "—", "su", "öz", "ba\u00adkan", "krk", "ba\u0301la", "a" * 500),
    ],
)
def test_what_is_no_turkish_word_is_left_whole(word):
    assert dictionary.breaks(word) == ()


@pytest.mark.parametrize(
    ("word", "shown"),
    [
        ("Kazakistan’daki", "Ka-za-kis-tan’daki"),
        ("Güneydoğu'nun", "Gü-ney-do-ğu'nun"),
        ("İSTANBUL’DAKİ", "İS-TAN-BUL’DAKİ"),
        ("Fâtihatü’l-Kitâb", "Fâ-ti-ha-tü’l-Ki-tâb"),
        ("Tehâfütü’l-felâsife", "Te-hâ-fü-tü’l-fe-lâ-si-fe"),
    ],
)
def test_what_stands_behind_an_apostrophe_is_not_broken_up_to_the_next_hyphen(word, shown):
    assert line_ends.show(word).replace("|", "") == shown


@pytest.mark.parametrize(
    ("word", "shown"),
    [("Nur-Sultan", "Nur-Sul-tan"), ("ABD-Kazakistan", "ABD-Ka-za-kis-tan"), ("el-Enfâl", "el-En-fâl")],
)
def test_the_parts_of_a_hyphenated_word_break_each_by_itself(word, shown):
    assert line_ends.show(word) == shown


@pytest.mark.parametrize("word", ["hükûmet", "İstanbul", "şişeler", "kâğıtları"])
def test_decomposed_words_break_at_the_same_letters(word):
    decomposed = unicodedata.normalize("NFD", word)
    assert unicodedata.normalize("NFC", line_ends.show(decomposed)) == line_ends.show(word)


def test_an_i_with_a_stray_dot_is_an_i():
    assert line_ends.show("İSTANBULLU".lower()) == "i̇s-tan-bul-lu"


@pytest.mark.parametrize("language", ["tr", "tr-TR", "tr_tr"])
def test_pyphen_gives_our_breaks_for_every_turkish(language):
    dictionary.register()
    dictionary.register()
    engine = pyphen.Pyphen(lang=pyphen.language_fallback(language))
    assert engine.inserted("İstanbul’daki") == "İs-tan-bul’daki"
    assert list(engine.iterate("Türkiye")) == [("Türki", "ye"), ("Tür", "kiye")]
    assert engine.positions("GSYİH") == []


def test_pyphen_still_keeps_the_limits_it_is_asked_for():
    dictionary.register()
    assert pyphen.Pyphen(lang="tr", left=4, right=3).inserted("kazakistan") == "kaza-kis-tan"


def test_the_dictionary_is_what_the_script_writes():
    assert dictionary.DICTIONARY.read_bytes() == make_dictionary.dictionary()
    assert make_dictionary.TARGET == dictionary.DICTIONARY


def test_the_patterns_alone_spare_openings_of_two_consonants():
    engine = pyphen.HyphDict(dictionary.DICTIONARY)
    assert engine.positions("strateji") == [4, 6]


@pytest.mark.parametrize(("word", "expected"), [("T", False), ("Tbmm", False), ("İSTANBUL", False), ("SSKBLR", True)])
def test_capitals_are_judged_by_length_and_shape(word, expected):
    assert abbreviation.is_abbreviation(word) is expected
