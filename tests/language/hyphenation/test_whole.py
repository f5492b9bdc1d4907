"""Addresses and abbreviations are never hyphenated."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.language.hyphenation import whole


def found(text):
    return [text[start:end] for start, end in whole.wholes(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(07.01.2022 www.independentarabia.com)", ["www.independentarabia.com"]),
        ("bkz. sputniknews.com/a?b, sonra", ["sputniknews.com/a?b"]),
        ("https://tr.wikipedia.org/wiki/Elif_(harf).", ["https://tr.wikipedia.org/wiki/Elif_(harf)"]),
        ("“http://ornek.com/x”", ["http://ornek.com/x"]),
        ("WWW.ORNEK.COM!", ["WWW.ORNEK.COM"]),
        ("kitap@ornek.com.tr’ye yazın", ["kitap@ornek.com.tr’ye"]),
        ("isam.org.tr ve ria.ru", ["isam.org.tr", "ria.ru"]),
        ("ornek.de/kitap", ["ornek.de/kitap"]),
        ("www.ornek.com/ABD", ["www.ornek.com/ABD"]),
    ],
)
def test_addresses_are_whole_without_the_punctuation_after_them(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize("text", ["dedi.Bu", "geldi.de", "www.", "vb. s.a.v. a.g.e.", "1.300", "text.md", "a@b"])
def test_a_full_stop_without_its_space_makes_no_address(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GSYİH’nın yüzde 21’i", ["GSYİH’nın"]),
        ("ABD-Kazakistan ilişkileri", ["ABD"]),
        ("zamanın CENTCOM komutanı", ["CENTCOM"]),
        ("TÜBİTAK’ın ve NATO", ["TÜBİTAK’ın", "NATO"]),
        ("XVIII. yüzyıl", ["XVIII"]),
        ("o yıl SEPAMER kuruldu", ["SEPAMER"]),
    ],
)
def test_abbreviations_are_whole_with_their_suffix(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text", ["İSTANBUL", "İSTANBUL BÜYÜKŞEHİR BELEDİYESİ", "o gün MUVAFFAKİYETLE bitti", "Ali A. geldi"]
)
def test_words_in_capitals_are_not_all_abbreviations(text):
    assert found(text) == []


@given(st.text("abI İABD.@/:’'()w-t,c omr", max_size=60))
def test_wholes_are_apart_and_in_order(text):
    spans = whole.wholes(text)
    assert all(start < end for start, end in spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


@pytest.mark.parametrize("text", ["a." * 50_000, "ABD " * 20_000, "www." + "(" * 1000 + ")" * 50_000, "A" * 200_000])
def test_long_lines_take_no_longer_than_their_length(text):
    began = time.process_time()
    whole.wholes(text)
    assert time.process_time() - began < 10
