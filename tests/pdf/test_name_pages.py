"""The index of names at the end of the pages, read as a reader would: is each name on the pages that it names?"""

import itertools
import random
import re

import pypdfium2
import pytest

from tests.pdf.samples import codes, laid, reader, text_of
from tests.pdf.test_accessibility import failures
from tests.pdf.test_end_pages import WORDS, numbers

LISTED = ("Kâtip Çelebi", "Naîmâ", "Peçevî", "Evliya Çelebi", "Selânikî", "Gelibolulu Âlî", "Şuûrî", "İdris-i Bitlisî")
SUFFIXES = ("", "", "’nin", "’ye", "’den", "’yle")
NAMES = 'title = "Adlı"\n[index]\nnames = ["' + '", "'.join(LISTED) + '", "Çorlulu"]\n'
HEADING = "Dizin"
ENTRY = re.compile(r"^([^\d\n]+?), ([\d–, \n]+)$", re.MULTILINE)


def long_text(seed, chapters=4, paragraphs=16):
    pick = random.Random(seed)
    parts = []
    for chapter in range(1, chapters + 1):
        parts.append(f"# Bölüm {chapter}")
        for number in range(paragraphs):
            words = [pick.choice(WORDS) for _ in range(pick.randint(30, 90))]
            for _ in range(pick.randint(0, 3)):
                name = pick.choice(LISTED) + pick.choice(SUFFIXES)
                words.insert(pick.randrange(len(words)), f"*{name}*" if pick.random() < 0.2 else name)
            if number == 5:
                words.append(f"son[^{chapter}]")
                parts.append(f"[^{chapter}]: Notta {pick.choice(LISTED)}’nin adı anılır.")
            opening = pick.choice(("", "", "", "Soru: ", "Cevap: "))
            parts.append(opening + " ".join(words) + ".")
        parts.append(f"| Söz | Ad |\n|---|---|\n| bir | {pick.choice(LISTED)} |")
    return "\n\n".join(parts)


def index_of(texts):
    """Return which pages the index names for each name, and the number of the page on which it begins."""
    start = next(number for number, text in enumerate(texts, 1) if text.split("\n")[0] == HEADING and number > 3)
    lines = "\n".join(texts[start - 1 :])
    entries = {}
    for name, found in ENTRY.findall(lines):
        assert name not in entries, f"{name} stands twice"
        entries[name] = [number for pages in re.findall(r"[\d–]+", found) for number in numbers(pages)]
    return entries, start


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    pdf, findings = laid(tmp_path_factory.mktemp("dizin"), long_text(1), NAMES)
    assert set(codes(findings)) <= {"S025"}
    return pdf


@pytest.fixture(scope="module")
def texts(book):
    return text_of(book)


@pytest.mark.untraced
def test_every_name_is_on_the_pages_that_the_index_names_and_on_no_other(texts):
    entries, start = index_of(texts)
    assert list(entries) == ["Evliya Çelebi", "Gelibolulu Âlî", "İdris-i Bitlisî", "Kâtip Çelebi", "Naîmâ", "Peçevî",
                             "Selânikî", "Şuûrî"]  # fmt: skip
    pages = ["".join(text.replace("\u2010\n", "").split()) for text in texts[: start - 1]]
    found = 0
    for name, named in entries.items():
        bare = "".join(name.split())
        stands = {number for number, text in enumerate(pages, 1) if bare in text}
        # a name broken over two pages is on the first
        broken = {n for n in range(1, len(pages)) if bare in pages[n - 1][-len(bare) :] + pages[n][: len(bare) + 30]}
        assert stands <= set(named) | broken, name
        assert set(named) <= stands | broken, name
        found += len(stands)
    assert found > 60
    assert any(b - a == 1 for named in entries.values() for a, b in itertools.pairwise(named))


def test_an_index_of_names_moves_nothing_in_the_text(tmp_path, texts):
    entries, start = index_of(texts)
    plain = text_of(laid(tmp_path, long_text(1), 'title = "Adlı"')[0])
    assert entries
    first = next(number for number, text in enumerate(texts) if text.startswith("Bölüm 1\n"))
    assert plain[first:] == texts[first : start - 1]
    assert len(plain) - first > 10


def test_page_numbers_of_the_index_lead_to_their_pages(book, texts):
    entries, start = index_of(texts)
    pages = reader(book).pages
    named = {name: target.page for name, target in reader(book).named_destinations.items()}
    numbers_of = {page.indirect_reference.idnum: number for number, page in enumerate(pages, 1)}
    links = [link.get_object()["/Dest"] for page in pages[start - 1 :] for link in page["/Annots"]]
    led_to = {numbers_of[named[link].idnum] for link in links}
    wanted = {number for numbers in entries.values() for number in numbers}
    assert led_to <= wanted
    assert led_to >= {pages[0] for pages in entries.values()}


def test_the_index_is_in_the_contents_and_in_the_bookmarks(book, texts):
    _, start = index_of(texts)
    contents = next(text for text in texts if "İçindekiler" in text)
    assert re.search(rf"{HEADING}[ .]+{start}\b", contents)
    last = [entry for entry in reader(book).outline if not isinstance(entry, list)][-1]
    assert (last["/Title"], reader(book).get_destination_page_number(last) + 1) == (HEADING, start)


def left_of(page, words):
    """Return where words begin on a page, in points."""
    text = page.get_textpage()
    index, _ = text.search(words, match_case=True, match_whole_word=True).get_next()
    return text.get_charbox(index)[0]


def test_letters_stand_over_their_names_and_turned_over_lines_are_indented(tmp_path):
    name = "Evliya Çelebi Seyahatnamesinin Yazmalarını Çoğaltan Adsız Müstensih"
    pdf, _ = laid(tmp_path, f"# Bir\n\nBurada {name} anılır.", f'title = "Ad"\nindex.names = ["{name}"]\n')
    book = pypdfium2.PdfDocument(pdf)
    page = book[len(book) - 1]
    first = left_of(page, "Evliya")
    assert left_of(page, "E") == pytest.approx(first, abs=0.5)
    turned_over = page.get_textpage().get_text_range().split("\n")[-1].split()[0]
    assert left_of(page, turned_over) == pytest.approx(first + 1.5 * 8.75, abs=1)


@pytest.mark.untraced
def test_the_contents_say_where_the_second_index_begins_though_the_first_is_long(tmp_path):
    cited = " ".join(f"[Bakara 2/{verse}] [Şuarâ 26/{verse}]" for verse in range(1, 70))
    text = f"# Bir\n\nNaîmâ {cited}\n\n# İki\n\nSöz.\n\n# Üç\n\nSöz."
    pdf, _ = laid(tmp_path, text, NAMES + "verses = true\n")
    texts, book = text_of(pdf), reader(pdf)
    titles = {entry["/Title"]: book.get_destination_page_number(entry) + 1 for entry in book.outline}
    assert titles["Dizin"] > titles["Ayet dizini"] + 1
    contents = next(text for text in texts if "İçindekiler" in text)
    assert re.search(rf"\nDizin[ .]+{titles['Dizin']}\b", contents)


def test_both_indexes_have_bookmarks_and_go_on_in_number(tmp_path):
    words = "söz " * 200
    text = "\n\n".join(f"# Bölüm {number}\n\nNaîmâ {words} [Bakara 2/{number + 1}]" for number in range(4))
    pdf, _ = laid(tmp_path, text, NAMES + "verses = true\n")
    texts = text_of(pdf)
    titles = {entry["/Title"]: reader(pdf).get_destination_page_number(entry) + 1 for entry in reader(pdf).outline}
    verses, names = titles["Ayet dizini"], titles["Dizin"]
    assert len(texts) == names == verses + 1
    contents = next(text for text in texts if "İçindekiler" in text)
    assert re.search(rf"Ayet dizini[ .]+{verses}\b", contents)
    assert re.search(rf"\nDizin[ .]+{names}\b", contents)
    assert texts[names - 1].split("\n")[0] == "Dizin"


def test_a_booklet_with_an_index_of_names_is_pdf_ua(book):
    assert failures(book, "ua1") == []


@pytest.mark.untraced
def test_an_index_of_names_is_the_same_every_time(tmp_path, book):
    assert laid(tmp_path, long_text(1), NAMES)[0] == book
