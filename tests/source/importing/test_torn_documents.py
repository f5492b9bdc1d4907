"""Documents torn by every kind of producer come back whole: each paragraph, point and heading as it was."""

from itertools import pairwise

import pytest

from publish.source.markup import parse
from tests.source.importing.corpus import document
from tests.source.importing.reading import read
from tests.source.importing.torn import Style, tear
from tests.source.outline import outline

STYLES = {
    "one blank line between paragraphs": Style(),
    "narrow": Style(width=50),
    "wide": Style(width=105),
    "broken by the widths of a printed face": Style(printed=True),
    "hyphenated with a hyphen": Style(width=60, hyphen="-"),
    "hyphenated with U+2010": Style(width=60, hyphen="\u2010"),
    "hyphenated with a soft hyphen": Style(width=60, hyphen="\u00ad"),
    "justified with spaces": Style(width=80, justified=True),
    "indents instead of blank lines": Style(between="", indent=4),
    "a false blank line after the first": Style(first_blank=True, between=" \n"),
    "double-spaced": Style(spacing="\n", between="\n\n"),
    "pages with heads and folios": Style(page=40, heads=("Kitap Adı #", "# Bölüm Adı"), hyphen="-"),
    "pages with a folio at the foot": Style(page=36, foot="- # -"),
    "pages with Roman folios": Style(page=36, foot="%"),
    "pages without form feeds": Style(page=40, feed=False, stray=True),
    "two columns": Style(width=46, page=50, columns=True, hyphen="-"),
    "a margin of spaces": Style(margin=8, width=70, page=44, foot="Sayfa # / @"),
    "hanging points": Style(hanging=3),
}


@pytest.mark.untraced
@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
@pytest.mark.parametrize("seed", [1, 2])
def test_what_a_producer_tore_is_whole_again(style, seed):
    pieces = document(seed)
    imported, _ = read(tear(pieces, style).encode())
    text = imported.text_md.decode()
    lost = [piece.text for piece in pieces if piece.text not in text]
    assert len(lost) <= len(pieces) * 0.03, lost


@pytest.mark.untraced
@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_no_word_is_lost_and_none_invented(style):
    pieces = document(7)
    imported, _ = read(tear(pieces, style).encode())
    said = [word for piece in pieces for word in piece.text.split()]
    kept = [word for word in imported.text_md.decode().split() if word not in ("#", "##", ":::", "seri", "-")]
    assert sorted(said) == sorted(kept)
    assert parse(imported.text_md.decode(), "text.md").readable


def test_a_poem_keeps_its_lines():
    pieces = document(3, poem=True)
    poem = next(piece.text for piece in pieces if piece.kind == "poem")
    imported, _ = read(tear(pieces, Style()).encode())
    text = imported.text_md.decode()
    places = [text.index(line) for line in poem.split("\n")]
    assert places == sorted(places)
    assert all("\n" in text[first:second] for first, second in pairwise(places))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "I003"),
        (b"  \n \n", "I003"),
        (bytes(4000), "I002"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 9, "I002"),
    ],
)
def test_what_is_no_text_is_refused(content, code):
    imported, findings = read(content)
    assert imported is None
    assert findings[0].code == code


def test_another_kind_of_file_is_refused_by_its_name():
    imported, findings = read(b"PK\x03\x04", "belge.docx")
    assert imported is None
    assert findings[0].code == "I001"


def test_turkish_of_windows_is_understood_and_told():
    text = "Başlık\n\nŞu ışıklı günde çocuğun ağzı kurudu, öğle üstü eve döndü.\n"
    imported, findings = read(text.encode("cp1254"))
    assert "Şu ışıklı günde çocuğun ağzı kurudu" in imported.text_md.decode()
    assert findings


@pytest.mark.untraced
def test_a_line_of_five_megabytes_is_read():
    imported, _ = read(b"kelime " * 700_000)
    assert imported is None or len(imported.text_md.split()) >= 700_000


def test_the_outline_of_the_import_is_that_of_the_document():
    imported, _ = read(tear(document(5), Style(page=40, foot="#")).encode())
    assert "Soru" in outline(imported.text_md.decode())
