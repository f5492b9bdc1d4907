"""What a search compares, and the table by which a script does the same."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.language import search

LETTERS = st.characters(max_codepoint=0x24F) | st.characters(min_codepoint=0x600, max_codepoint=0x6FF)
SIGNS = st.sampled_from("’'ʼʾʿ`´‘–—…“”ﷺ﷽\ufe77\ufe70\u200c\u200d\u00ad\u0301\u0307\u064e\u0651ﷲﻼﷲ")


def by_table(text, table):
    """Fold as the script of the catalogue does: letter by letter, with the table or without marks."""
    signs = ("Mn", "Mc", "Me", "Cf")
    out = []
    joined = re.compile("[\ufb50-\ufd3d\ufdf2\ufdf3\ufe80-\ufefc]")
    for char in joined.sub(lambda form: unicodedata.normalize("NFKC", form[0]), unicodedata.normalize("NFC", text)):
        if char in table:
            out.append(table[char])
        elif unicodedata.category(char) not in signs:
            out.append(search.plain(char))
    return tuple("".join(out).split())


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("ihlas", "İhlâs"),
        ("IHLAS", "ihlâs"),
        ("kuran", "Kur’ân"),
        ("cagri", "Çağrı"),
        ("ISIK", "ışık"),
        ("şüphe", "Suphe"),
        ("ömer", "ʿÖmer"),
        ("kaf", "Kāf"),
        ("الله", "اللَّهُ"),
        ("الرحمن", "الرَّحْمَٰنِ"),
        ("امن", "آمَنَ"),
        ("255", "٢٥٥"),
        ("I\u0307hlas", "İhlâs"),
    ],
)
def test_what_is_typed_is_what_was_written(typed, written):
    assert search.words(typed) == search.words(written) != ()


def test_signs_part_words_and_apostrophes_do_not():
    assert search.words("Kur’an-ı Kerîm: “el-Enfâl”, 8/2") == ("kuran", "i", "kerim", "el", "enfal", "8", "2")


@given(st.text(LETTERS | SIGNS, max_size=20))
def test_the_table_folds_as_the_search_does(text):
    assert by_table(text, search.table()) == search.words(text)


@given(st.text(max_size=20))
def test_any_text_has_words_without_blanks(text):
    assert not any(char.isspace() for word in search.words(text) for char in word)
