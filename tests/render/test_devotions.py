"""Prayers, hadith and poems on the page and in the e-book."""

import re

import page as page_
import pytest

from publish.render.ebook.book import to_book
from publish.render.print import to_html
from tests.pdf.samples import STYLES, codes, laid, read, reader, world, write
from tests.pdf.test_pages import MM, letters
from tests.pdf.text_layer.readers import READERS, needs_poppler, normal

ARABIC = "الْحَمْدُ لِلَّهِ رَبِّ الْعَالَمِينَ"
PRAYER = (
    f"::: dua Sofra duası{{order}}\n{ARABIC}\n\n"
    "Elhamdülillâhi rabbil âlemîn.\n\n“Hamd Allah’adır.”\n\n(Tirmizî, Daavât, 56)\n:::"
)
HADITH = f"::: hadis Buhârî, Îmân, 1\n{ARABIC}\n“Hamd.”\n:::"
POEM = f"::: siir Bürde\n{ARABIC} / {ARABIC}\n{ARABIC} / {ARABIC}\n\nBir gün / gelir\n:::"


def chapter(folder, text):
    place = write(folder, f"# B\n\n{text}")
    book, _ = to_book(read(place), STYLES, world(place), None)
    return book.chapters[-1].xhtml


def page(folder, text):
    place = write(folder, f"# B\n\n{text}")
    html, _ = to_html(read(place), STYLES, world(place))
    return html.text


@pytest.mark.parametrize("write_out", [chapter, page])
def test_a_prayer_is_read_in_the_order_arabic_reading_meaning_source(tmp_path, write_out):
    for order in ("", " yan yana"):
        text = re.sub(r"<[^>]+>", "", write_out(tmp_path, PRAYER.format(order=order)))
        places = [text.index(words) for words in ("Sofra duası", ARABIC, "Elhamdü", "“Hamd", "(Tirmizî")]
        assert places == sorted(places)


@pytest.mark.parametrize("write_out", [chapter, page])
def test_side_by_side_the_arabic_stands_on_the_right(tmp_path, write_out):
    text = write_out(tmp_path, PRAYER.format(order=" yan yana"))
    assert re.search(r'<div class="beside" dir="rtl">\s*<div class="side">\s*<p class="arabic" lang="ar"', text)
    assert '<div class="side" dir="ltr">' in text


@pytest.mark.parametrize("write_out", [chapter, page])
def test_hemistichs_of_arabic_run_from_the_right_and_those_of_turkish_from_the_left(tmp_path, write_out):
    text = write_out(tmp_path, POEM)
    assert re.findall(r'<div class="couplets[^>]*>', text) == [
        '<div class="couplets arabic" lang="ar" xml:lang="ar" dir="rtl">',
        '<div class="couplets">',
    ]
    assert text.count('<span class="hemistich">') == 6


def test_hemistichs_too_long_for_two_columns_stand_under_each_other(tmp_path):
    long = f"{ARABIC} {ARABIC}"
    assert 'class="couplets arabic wide"' in page(tmp_path, f"::: siir\n{long} / {long}\n:::")


@pytest.mark.untraced
@pytest.mark.parametrize(
    "text", [PRAYER.format(order=" yan yana"), POEM, f"::: hadis Buhârî, 1\n{ARABIC}\n“Hamd.”\n:::"]
)
def test_blocks_are_laid_out_in_footnotes_and_on_small_pages_as_well(tmp_path, text):
    inner = "\n".join(f"    {line}" for line in text.split("\n"))
    pdf, findings = laid(
        tmp_path, f"# B\n\n{text}\n\nNot.[^n]\n\n[^n]: Bak:\n\n{inner}", 'title = "Deneme"\nprint.trim = "a6"'
    )
    assert codes(findings) == []
    assert len(reader(pdf).pages) >= 3


@pytest.mark.untraced
def test_a_long_prayer_runs_over_pages(tmp_path):
    lines = f"{f'{ARABIC} ' * 60}\n\n{'Elhamdülillâhi rabbil âlemîn. ' * 60}\n\n“{'Hamd Allah’adır. ' * 60}”"
    text = f"::: dua yan yana\n{lines}\n:::"
    pdf, findings = laid(tmp_path, f"# B\n\n{text}")
    assert codes(findings) == []
    words = "".join(page.extract_text() for page in reader(pdf).pages)
    assert words.count("rabbil") == 60


def test_what_stands_side_by_side_keeps_within_the_margins(tmp_path):
    pdf, _ = laid(tmp_path, f"# B\n\n{PRAYER.format(order=' yan yana')}")
    assert max(letter.right for letter in letters(pdf) if letter.page == 3) < (148 - 22.08) * MM + 1


@pytest.fixture(scope="module")
def all_of_them(tmp_path_factory):
    inner = POEM.replace("\n", "\n    ")
    text = "\n\n".join((PRAYER.format(order=""), PRAYER.format(order=" yan yana"), POEM, HADITH, "Not.[^n]"))
    pdf, findings = laid(tmp_path_factory.mktemp("bloklar"), f"# B\n\n{text}\n\n[^n]: Bak:\n\n    {inner}")
    assert codes(findings) == []
    return pdf


def test_these_blocks_are_pdf_ua(all_of_them):
    assert [failure.message for failure in page_.validate_pdf_bytes(all_of_them, profile="ua1").failures] == []


@needs_poppler
@pytest.mark.parametrize("name", READERS)
def test_their_arabic_is_read_out_as_it_was_written(all_of_them, name):
    assert normal(READERS[name](all_of_them)).count(normal(ARABIC)) == 11
