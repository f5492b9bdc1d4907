"""A whole booklet in Arabic: bound on the right, read from right to left, with Turkish as the stranger in its lines."""

import re
import zipfile

import page
import pytest

from publish import build
from publish.render.ebook.book import to_book
from publish.render.print import to_html
from tests.epub.judge import epubcheck
from tests.pdf.samples import CACHE, STYLES, codes, laid, read, reader, world, write
from tests.pdf.test_pages import MM, letters

SETTINGS = 'title = "آداب الدعاء"\nauthors = ["لجنة النشر"]\nlanguage = "ar"\ndate = 2026-10-01'
TEXT = """\
::: besmele
:::

# معنى الدعاء

الدعاء نداء العبد ربه (5) في كتاب Kur’an’dan Dualar ونُشر في İstanbul.[^1] وقد ورد ٤٠ مرة [Bakara 2/186]، «والله أعلم».

::: ayet Bakara 2/186
:::

## من آداب الدعاء

1- أن يبدأ الداعي بحمد الله ﷻ والصلاة على النبي ﷺ.

::: siir
أَمِنْ تَذَكُّرِ جِيرَانٍ / مَزَجْتَ دَمْعًا جَرَى
:::

# خاتمة

كلام قصير.

## فصل

كلام.

[^1]: انظر كتاب الدعاء، ص 22.
"""


@pytest.fixture(scope="module")
def pdf(tmp_path_factory):
    pdf, findings = laid(tmp_path_factory.mktemp("ar"), TEXT, SETTINGS)
    assert codes(findings) == []
    return pdf


@pytest.fixture(scope="module")
def book(pdf):
    return reader(pdf)


def html(folder):
    place = write(folder, TEXT, SETTINGS)
    return to_html(read(place), STYLES, world(place))[0].text


def test_what_is_arabic_needs_no_mark_and_what_is_not_gets_one(tmp_path):
    text = html(tmp_path)
    assert text.startswith('<!DOCTYPE html>\n<html lang="ar" dir="rtl">')
    assert re.findall(r'<span lang="tr"[^>]*>(?:<[^>]*>)?([^<]*)', text) == [
        "Kur’an’dan Dualar", "İstanbul", "[Bakara 2/186]",
    ]  # fmt: skip
    assert text.count('<span lang="tr" xml:lang="tr" dir="ltr">') == 3
    assert "<p>الدعاء نداء العبد ربه (5) في كتاب <span" in text


def test_labels_are_arabic(tmp_path):
    text = html(tmp_path)
    assert "المحتويات" in text
    assert "المؤلف" in text
    assert "أكتوبر" in text
    assert "İçindekiler" not in text


@pytest.mark.untraced
def test_the_book_is_bound_on_the_right(book):
    assert book.root_object["/ViewerPreferences"]["/Direction"] == "/R2L"
    assert book.root_object["/Lang"] == "ar"


def test_the_inner_margin_lies_at_the_binding(pdf):
    """The first page is a left-hand one: on odd pages the narrower, inner margin is the right one."""
    for number, margin in ((5, 14.04), (6, 22.08)):
        edge = max(letter.right for letter in letters(pdf) if letter.page == number)
        assert 148 * MM - edge == pytest.approx(margin * MM, abs=2)


def test_it_is_pdf_ua(pdf):
    assert [failure.message for failure in page.validate_pdf_bytes(pdf, profile="ua1").failures] == []


def test_folios_are_arabic_indic(book):
    assert "٦" in book.pages[5].extract_text()


@pytest.mark.untraced
@pytest.mark.parametrize("trim", ["a6", "135x210"])
def test_it_is_laid_out_in_every_trim(tmp_path, trim):
    pdf, findings = laid(tmp_path, TEXT, f'{SETTINGS}\nprint.trim = "{trim}"')
    assert codes(findings) == []
    assert len(reader(pdf).pages) >= 6


def test_pages_of_the_e_book_turn_from_right_to_left(tmp_path):
    place = write(tmp_path, TEXT, SETTINGS)
    outcome = build.make_epub(build.Job(place, STYLES, CACHE), build.Job(place, STYLES, CACHE).ledger())
    path = tmp_path / "kitap.epub"
    path.write_bytes(outcome.content)
    assert {severity for severity, *_ in epubcheck(path)} <= {"USAGE"}
    book, _ = to_book(read(place), STYLES, world(place), None)
    assert all('lang="ar" xml:lang="ar" dir="rtl">' in chapter.xhtml for chapter in book.chapters)

    package = zipfile.ZipFile(path).read("EPUB/content.opf").decode()
    assert 'page-progression-direction="rtl"' in package
    assert 'xml:lang="ar" dir="rtl"' in package
    assert package.count("<dc:language>") == 1
