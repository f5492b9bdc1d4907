"""Turkish letters keep their dots."""

import itertools
import random
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.language import turkish

ORDERED = Path(__file__).with_name("turkish_order.txt").read_text("utf-8").split("\n")[:-1]
"""Words of our booklets, names, and letters at random in the order of ICU 77.1 (`Collator`, locale “tr”)."""
TURKISH = st.text("abcçdefgğhıijklmnoöprsştuüvyzâîûāīūABCÇDEFGĞHIİJKLMNOÖPRSŞTUÜVYZÂÎÛ’' -")


@pytest.mark.parametrize(
    ("small", "capital"),
    [("ışık", "IŞIK"), ("istanbul", "İSTANBUL"), ("hükûmet", "HÜKÛMET"), ("millî", "MİLLÎ"), ("âlem", "ÂLEM")],
)
def test_dotted_and_dotless_i_keep_apart_in_both_cases(small, capital):
    assert turkish.upper(small) == capital
    assert turkish.lower(capital) == small


@pytest.mark.parametrize("text", ["İSTANBUL", "MİLLÎ", "IŞIK ŞİİR"])
def test_casing_reads_decomposed_text(text):
    assert turkish.lower(unicodedata.normalize("NFD", text)) == turkish.lower(text)
    assert turkish.upper(unicodedata.normalize("NFD", text)) == turkish.upper(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("İhlâs", "ihlas"),
        ("IHLAS", "ihlas"),
        ("Kāria", "Kâria"),
        ("En’âm", "EN'AM"),
        ("Şu‘be", "şube"),
        ("Ḥadīs̱", "hadis"),
        ("i̇stanbul", "İSTANBUL"),
    ],
)
def test_ways_of_writing_one_word_fold_to_one_key(one, other):
    assert turkish.fold(one) == turkish.fold(other)


def test_turkish_letters_stay_apart_when_folded():
    assert len({turkish.fold(word) for word in ("kas", "kaş", "haç", "hac", "on", "ön", "dağ", "dag")}) == 8


@given(TURKISH)
def test_folding_knows_no_normalisation_and_no_case(text):
    key = turkish.fold(text)
    assert turkish.fold(key) == key
    assert turkish.fold(unicodedata.normalize("NFD", text)) == key
    assert turkish.fold(turkish.upper(text)) == key


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Kazakistan’daki Siyasi Yansımalar", "kazakistandaki-siyasi-yansimalar"),
        ("Oruç: Soru & Cevap", "oruc-soru-cevap"),
        ("ŞÜKÜR İÇİN ÂMİN", "sukur-icin-amin"),
        ("Œuvre, Łódź, Æsop", "oeuvre-lodz-aesop"),
        ("رحمه الله", "kitapcik"),
        ("", "kitapcik"),
        ("…", "kitapcik"),
    ],
)
def test_titles_become_file_names(title, name):
    assert turkish.slug(title) == name


def test_a_long_title_is_cut_between_words():
    name = turkish.slug("uzun bir başlık " * 20)
    assert len(name) <= turkish.LONGEST_SLUG
    assert name.split("-")[-1] in {"uzun", "bir", "baslik"}
    assert len(turkish.slug("a" * 300)) == turkish.LONGEST_SLUG


@given(st.text())
def test_a_file_name_is_always_plain_and_never_empty(text):
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", turkish.slug(text))


def test_words_stand_in_the_order_of_unicode_for_turkish():
    assert len(ORDERED) > 2000
    shuffled = random.Random(3).sample(ORDERED, len(ORDERED))
    assert sorted(shuffled, key=turkish.sort_key) == ORDERED


def test_the_order_of_words_does_not_rest_on_how_they_are_told_apart_at_last():
    keys = [turkish.sort_key(word)[:3] for word in ORDERED]
    assert all(one < other for one, other in itertools.pairwise(keys))


def test_letters_stand_in_the_order_of_the_alphabet():
    letters = random.Random(1).sample(turkish.ALPHABET, len(turkish.ALPHABET))
    assert "".join(sorted(letters, key=turkish.sort_key)) == turkish.ALPHABET
    assert [letter for letter in turkish.ALPHABET if letter not in "qwx"] == list("abcçdefgğhıijklmnoöprsştuüvyz")


@given(TURKISH | st.text(), TURKISH | st.text(), TURKISH | st.text())
def test_the_order_of_words_is_total(one, two, three):
    a, b, c = map(turkish.sort_key, (one, two, three))
    assert (a == b) == (one == two)
    assert (a < b) + (b < a) + (a == b) == 1
    assert not (a < b and b < c) or a < c


@given(TURKISH)
def test_order_knows_no_normalisation(text):
    assert turkish.sort_key(unicodedata.normalize("NFD", text))[:3] == turkish.sort_key(text)[:3]
