"""What a search compares, and the table by which a script does the same."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.language import search

SCRIPTS = (
    (0x20, 0x250),
    (0x2B0, 0x370),
    (0x600, 0x700),
    (0x750, 0x780),
    (0x1E00, 0x1F00),
    (0x2000, 0x2070),
    (0xFB50, 0xFE00),
    (0xFE70, 0xFEFD),
)


def by_table(text, table):
    """Fold as the script of the catalogue does: letter by letter, with the table or without marks."""
    signs = ("Mn", "Mc", "Me", "Cf")
    out = []
    joined = re.compile("[\ufb50-\ufd3d\ufd50-\ufdcf\ufdf2\ufdf3\ufe70-\ufefc]")
    for char in joined.sub(
        lambda form: unicodedata.normalize("NFKC", form[0]).replace(" ", ""), unicodedata.normalize("NFC", text)
    ):
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


def test_the_table_folds_every_letter_of_our_scripts_as_the_search_does():
    table = search.table()
    texts = [f"a{chr(code)}b" for first, end in SCRIPTS for code in range(first, end)]
    assert [text for text in texts if by_table(text, table) != search.words(text)] == []


@given(st.text(max_size=20))
def test_any_text_has_words_without_blanks(text):
    assert not any(char.isspace() for word in search.words(text) for char in word)
