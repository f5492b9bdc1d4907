"""Turkish letters keep their dots."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.language import turkish

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
