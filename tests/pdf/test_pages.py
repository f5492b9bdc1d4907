"""The pages as a reader and a printer see them: margins, grid, heads and folios, what opens where."""

import ctypes
from collections import Counter
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import pypdfium2
import pytest

from tests.pdf.samples import laid, reader, text_of
from tests.pdf.spreads import numbers
from tests.tracing import untraced

pytestmark = pytest.mark.untraced


MM = 72 / 25.4
POINTS_PER_PIXEL = 0.75  # WeasyPrint draws in CSS pixels
LEADING, SIZE = 15, 10.75
GUTTER = 2 * MM
TOP, DEPTH, INNER, OUTER = 17.08 * MM, 450, 12.04 * MM + GUTTER, 24.08 * MM - GUTTER
WORDS = "Kâğıdın hikâyesi uzundur; onu yapanlar, boyayanlar ve parlatanlar bu hikâyenin içindedir. "
BOOK = f"""\
# Birinci bölüm

{WORDS * 30}

{WORDS * 4}Burada bir not[^n] ve الْحَمْدُ لِلَّهِ رَبِّ الْعَالَمِينَ sözü vardır. {WORDS * 6}

## Kâğıt

{WORDS * 3}

Soru: {WORDS * 2}

Cevap: {WORDS * 3} `make pdf NAME=oruc` (06.01.2022 Anadolu Ajansı)

1- {WORDS * 2}

A- {WORDS * 2}

::: ayet Fâtiha 1-4
“{WORDS * 2}”
:::

{WORDS * 8}

> {WORDS * 3}

| a | b |
|---|---|
| c | d |

### Küçük başlık

{WORDS * 20}

# İkinci bölüm

{WORDS * 20}

## Mürekkep

{WORDS}

[^n]: {WORDS * 2}
"""


class Letter(NamedTuple):
    """A character with its place, in points from the top left."""

    page: int
    text: str
    size: float
    x: float
    left: float
    right: float
    baseline: float


@lru_cache(maxsize=4)
@untraced
def letters(pdf):
    """Return the letters of all pages, as they are drawn."""
    return tuple(_letters(pdf))


def _letters(pdf):
    document = pypdfium2.PdfDocument(pdf)
    raw = pypdfium2.raw
    for number, page in enumerate(document, 1):
        text = page.get_textpage()
        height = page.get_height()
        for index in range(text.count_chars()):
            code = raw.FPDFText_GetUnicode(text, index)
            if code in (0, 10, 13, 32, 2) or raw.FPDFText_IsGenerated(text, index):
                continue
            x, y = ctypes.c_double(), ctypes.c_double()
            raw.FPDFText_GetCharOrigin(text, index, x, y)
            left, _, right, _ = text.get_charbox(index, loose=False)
            size = round(raw.FPDFText_GetFontSize(text, index) * POINTS_PER_PIXEL, 2)
            yield Letter(number, chr(code), size, x.value, left, right, height - y.value)
    document.close()


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    pdf, findings = laid(tmp_path_factory.mktemp("sayfalar"), BOOK, 'title = "Kâğıdın Hikâyesi"\nauthors = ["Ayşe Er"]')
    assert findings == ()
    return pdf


def test_every_line_of_text_stands_on_the_grid(book):
    text = [letter for letter in letters(book) if letter.size == SIZE and letter.page > 3 and letter.baseline > TOP]
    rest = Counter(round(letter.baseline % LEADING, 1) for letter in text)
    common, count = rest.most_common(1)[0]
    strays = sum(number for place, number in rest.items() if abs(place - common) > 0.1)
    assert len({letter.page for letter in text}) > 4
    assert (strays, count > 5000) == (0, True)


def test_pages_begin_on_one_line_and_end_above_the_foot(book):
    text = [letter for letter in letters(book) if letter.baseline > TOP]
    first = {page: min(letter.baseline for letter in text if letter.page == page) for page in (6, 7)}
    assert first[6] == pytest.approx(first[7], abs=0.01)
    assert max(letter.baseline for letter in letters(book) if letter.page == 6) < TOP + DEPTH


def test_margins_are_mirrored_from_recto_to_verso(book):
    for page in (6, 7):
        text = [letter for letter in letters(book) if letter.page == page and letter.size == SIZE]
        text = [letter for letter in text if letter.baseline > TOP]
        left, right = min(letter.x for letter in text), 148 * MM - max(letter.right for letter in text)
        inner, outer = (left, right) if page % 2 else (right, left)
        assert inner == pytest.approx(INNER, abs=2)
        assert outer == pytest.approx(OUTER, abs=2)


def heads(pdf):
    """Return what stands above the text, page by page."""
    pages = [""] * len(reader(pdf).pages)
    for letter in letters(pdf):
        if letter.baseline < TOP - 9:
            pages[letter.page - 1] += letter.text
    return pages


def test_running_heads_and_folios_tell_where_one_is(book):
    above = heads(book)
    assert above[5] == "6KâğıdınHikâyesi"
    assert above[6] == "Birincibölüm7"


def test_title_imprint_contents_blank_pages_and_openings_bear_no_head(book):
    above, text = heads(book), text_of(book)
    openings = [
        number for number, words in enumerate(text) if words.lstrip().startswith(("Birinci bölüm", "İkinci bölüm"))
    ]
    assert len(openings) == 2
    assert [above[number] for number in (0, 1, 2, 3, *openings)] == [""] * 6


def test_what_comes_first(book):
    text = text_of(book)
    assert "Ayşe Er" in text[0]
    assert "Kâğıdın Hikâyesi" in text[0]
    assert "Deneme Yayınevi" in text[1]
    assert "İçindekiler" in text[2]
    assert text[3] == ""
    assert text[4].lstrip().startswith("Birinci bölüm")


def test_the_contents_name_the_pages(book):
    text = text_of(book)
    for heading in ("Birinci bölüm", "Kâğıt", "İkinci bölüm", "Mürekkep"):
        page = next(number for number, words in enumerate(text, 1) if number > 4 and f"{heading}\n" in words)
        row = next(row for row in text[2].splitlines() if row.startswith(heading))
        assert row.rstrip().endswith(f" {page}")


def test_a_booklet_of_few_headings_has_no_contents(tmp_path):
    pdf, _ = laid(tmp_path, f"# Bir\n\n{WORDS}\n\n## İki\n\n{WORDS}\n\n## Üç\n\n{WORDS}")
    text = text_of(pdf)
    assert "İçindekiler" not in "".join(text)
    assert text[2].lstrip().startswith("Bir")


def test_with_one_chapter_the_recto_names_the_section(tmp_path):
    pdf, _ = laid(tmp_path, f"# Tek\n\n{WORDS * 40}\n\n## Kesim\n\n{WORDS * 60}", 'title = "Tek"')
    above = heads(pdf)
    assert above[3].startswith("4Tek")
    assert above[4] == "Kesim5"


def test_a_text_without_any_heading_opens_like_a_chapter(tmp_path):
    pdf, findings = laid(tmp_path, WORDS * 60)
    assert findings == ()
    above = heads(pdf)
    assert above[2] == ""
    assert above[3].startswith("4Deneme")
    first = min(letter.baseline for letter in letters(pdf) if letter.page == 3)
    assert first > TOP + 3 * LEADING


LONG = "Osmanlı Devletinin Kuruluşundan Cumhuriyetin İlanına Kadar Anadolu’da Matbaacılığın ve Kitabın Serüveni Üzerine"


@pytest.mark.parametrize(
    "settings",
    [
        'title = "Oruç"',
        f'title = "{LONG}"\nsubtitle = "{LONG}"\nauthors = ["A", "B", "C", "D"]\nseries = "Dizi"\ntranslator = "E"',
        'title = "الحكم Üzerine"\ndate = 2026-01-01',
    ],
    ids=["bare", "full", "arabic"],
)
@pytest.mark.parametrize("trim", ["a5", "a6", "135x210", "140x210", "160x240"])
def test_the_front_matter_is_two_pages_and_stays_within_the_margins(tmp_path, settings, trim):
    pdf, findings = laid(tmp_path, f"# Bir\n\n{WORDS}", f'{settings}\nprint.trim = "{trim}"')
    assert [finding for finding in findings if finding.code.startswith("P")] == []
    pages = reader(pdf).pages
    width, height = float(pages[0].trimbox.width), float(pages[0].trimbox.height)
    assert len(pages) == 3
    for letter in letters(pdf):
        assert 10 * MM < letter.left < letter.right < width - 10 * MM, (letter.page, letter.text)
        assert 11 * MM < letter.baseline < height - 17 * MM, (letter.page, letter.text)


HANGING = "-\u2010.,;:’”"
"""Signs that may stand in the margin: the edge looks straighter so."""


@pytest.mark.parametrize(
    ("trim", "width", "height"),
    [("a5", 148, 210), ("a6", 105, 148), ("135x210", 135, 210), ("140x210", 140, 210), ("160x240", 160, 240)],
    ids=["a5", "a6", "13.5x21", "14x21", "16x24"],
)
def test_a_trim_is_the_size_of_the_page_and_nothing_leaves_its_measure(tmp_path, trim, width, height):
    address = "www.ornekyayinevi.com.tr/kitaplar/2026/arapca-turkce-dizgi-ornekleri/birinci-bolum"
    listing = f"```\n{address}{address}\n{'kod ' * 40}\n```"
    text = f"# Bir[^n]\n\n{WORDS} {address} `{address}` {'uzun' * 40} {WORDS}\n\n{listing}\n\n[^n]: {address}"
    pdf, _ = laid(tmp_path, text, f'title = "Deneme"\nprint.trim = "{trim}"')
    box = reader(pdf).pages[0].trimbox
    assert (round(float(box.width) / MM), round(float(box.height) / MM)) == (width, height)
    inner, outer = numbers(trim)["inner"] + GUTTER, numbers(trim)["outer"] - GUTTER
    for letter in letters(pdf):
        if letter.page == 3:
            assert inner - 1 < letter.left, letter
            hangs = letter.right - letter.left if letter.text in HANGING else 0
            assert letter.right - hangs < width * MM - outer + 1, letter


def test_a_table_of_eight_columns_stays_within_the_measure(tmp_path):
    row = "| " + " | ".join(["Kütüphanesi"] * 8) + " |\n"
    pdf, _ = laid(tmp_path, row + "|---" * 8 + "|\n" + row)
    assert max(letter.right for letter in letters(pdf) if letter.page == 3) < 148 * MM - OUTER + 1


def test_a_list_within_a_list_may_go_on_overleaf(tmp_path):
    nested = "".join(f"{'    ' * level}- {WORDS}\n" for level in range(4))
    pdf, _ = laid(tmp_path, f"{WORDS * 13}\n\n{nested}\n\n{WORDS * 30}")
    last = max(letter.baseline for letter in letters(pdf) if letter.page == 3)
    assert last > TOP + DEPTH - 4 * LEADING


def test_headings_verses_and_listings_are_never_hyphenated(tmp_path):
    long = "Karşılaştırılamayacaklarımızdanmışsınızcasına değerlendirilemeyeceklerdenmişlercesine "
    pdf, _ = laid(tmp_path, f"# {long * 2}\n\n## {long * 2}\n\n`{long}`\n\n```\n{long * 2}\n```\n\n{long * 9}")
    hyphens = {letter.size for letter in letters(pdf) if letter.text == "\u2010"}
    assert hyphens == {SIZE}


def test_no_line_of_a_listing_runs_out_of_the_column(tmp_path):
    made, _ = laid(tmp_path, f"```\n{'x' * 200}\n```\n\nSöz `{'y' * 200}` sürer.")
    assert max(letter.right for letter in letters(made)) < (148 - 12) * 72 / 25.4


def test_lists_quotes_and_paragraphs_of_a_note_stand_on_lines_of_the_note(tmp_path):
    note = "Şunlar:\n\n    - bir\n    - iki\n      - üç\n\n    Sonra.\n\n    > Alıntı\n\n    1. dört\n    2. beş"
    made, _ = laid(tmp_path, f"Söz.[^1]\n\n[^1]: {note}")
    shown = [letter for letter in letters(made) if letter.page == 3 and letter.size < 10]
    lines = sorted({round(letter.baseline, 1) for letter in shown})
    apart = {round(below - above, 1) for above, below in pairwise(lines)}
    assert len(lines) == 8
    assert len(apart) == 1
    assert "–" in {letter.text for letter in shown}
