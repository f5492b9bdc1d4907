"""The index of verses at the end of the pages, read as a reader would: is each verse on the pages that it names?"""

import random
import re

import pytest

from tests.pdf.samples import codes, laid, reader, text_of
from tests.pdf.test_accessibility import failures

SETTINGS = 'title = "Dizinli"\n[index]\nverses = true\n'
NAMES = {1: "Fâtiha", 2: "Bakara", 12: "Yûsuf", 22: "Hac", 36: "Yâsîn", 112: "İhlâs"}
VERSES = {1: 7, 2: 286, 12: 111, 22: 78, 36: 83, 112: 4}
HEADING = "Ayet dizini"
ENTRY = re.compile(r"(\d+/\d+(?:-\d+)?)[ .\u2002]+(\d+(?:–\d+)?(?:,\s*\d+(?:–\d+)?)*)(?![\d/])")
WORDS = ("kitap", "sayfa", "kelime", "harf", "mürekkep", "kâğıt", "baskı", "usta", "çırak", "sabah", "söz", "gönül")


def citation(pick):
    surah = pick.choice(list(NAMES))
    first = pick.randint(1, min(VERSES[surah], 12))
    last = min(VERSES[surah], first + pick.choice((0, 0, 0, 2)))
    return f"{NAMES[surah]} {surah}/{first}" + (f"-{last}" if last > first else "")


def long_text(seed, chapters=4, paragraphs=14):
    pick = random.Random(seed)
    parts = []
    for chapter in range(1, chapters + 1):
        parts.append(f"# Bölüm {chapter}")
        for number in range(paragraphs):
            words = [pick.choice(WORDS) for _ in range(pick.randint(30, 80))]
            for _ in range(pick.randint(0, 2)):
                words.insert(pick.randrange(len(words)), f"[{citation(pick)}]")
            if number == 5:
                words.append(f"son[^{chapter}]")
                parts.append(f"[^{chapter}]: Notta [{citation(pick)}] anılır.")
            parts.append(" ".join(words) + ".")
        parts.append("| Söz | Yeri |\n|---|---|\n" + f"| bir | [{citation(pick)}] |")
        parts.append("::: ayet Bakara 2/282\n“Uzun bir ayet.”\n:::\n\n::: ayet Bakara 2/255\n“Ayet.”\n:::")
    return "\n\n".join(parts)


def index_of(texts):
    """Return which pages the index names for each reference, and the number of the page on which it begins."""
    start = next(number for number, text in enumerate(texts, 1) if HEADING in text.split("\n")[:2] and number > 3)
    entries = {}
    for found in ENTRY.finditer("\n".join(texts[start - 1 :])):
        assert found[1] not in entries, f"{found[1]} stands twice"
        entries[found[1]] = [number for pages in re.findall(r"[\d–]+", found[2]) for number in numbers(pages)]
    return entries, start


def numbers(pages):
    first, _, last = pages.partition("–")
    return range(int(first), int(last or first) + 1)


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    pdf, findings = laid(tmp_path_factory.mktemp("dizin"), long_text(1), SETTINGS)
    assert set(codes(findings)) <= {"A023"}
    return pdf


@pytest.fixture(scope="module")
def texts(book):
    return text_of(book)


@pytest.mark.untraced
def test_every_verse_is_cited_on_the_pages_that_the_index_names_and_on_no_other(texts):
    entries, start = index_of(texts)
    stands, broken = {}, set()
    for number, text in enumerate(texts[: start - 1], 1):
        whole = "".join(text.replace("\u2010\n", "").split())
        broken |= {number} if whole.count("[") > whole.count("]") else set()
        for reference in re.findall(r"\[\w+?(\d+/\d+(?:-\d+)?)\]", whole):
            stands.setdefault(reference, []).append(number)
    set_in_blocks = {"2/255", "2/282"}
    assert len(entries) > 25
    assert entries.keys() == stands.keys()
    for reference in entries.keys() - set_in_blocks:
        assert set(stands[reference]) <= set(entries[reference]) <= {*stands[reference], *broken}, reference
    for reference in set_in_blocks:
        assert set(stands[reference]) <= set(entries[reference])


def test_a_verse_that_runs_over_a_page_is_on_both(texts):
    entries, start = index_of(texts)
    for number in entries["2/282"]:
        assert number < start
        assert re.search("[\u0621-\u064a]", texts[number - 1])
    assert len(entries["2/282"]) > 4, "four blocks of a page and more"


def test_pages_are_named_once_and_in_order(texts):
    entries, _ = index_of(texts)
    assert all(pages == sorted(set(pages)) for pages in entries.values())


def test_references_stand_in_the_order_of_the_quran(texts):
    entries, _ = index_of(texts)
    keys = [tuple(map(int, re.findall(r"\d+", reference))) for reference in entries]
    keys = [(surah, first, last[0] if last else first) for surah, first, *last in keys]
    assert keys == sorted(keys)


@pytest.mark.untraced
def test_page_numbers_of_the_index_lead_to_their_pages(book, texts):
    entries, start = index_of(texts)
    pages = reader(book).pages
    named = {name: target.page for name, target in reader(book).named_destinations.items()}
    numbers_of = {page.indirect_reference.idnum: number for number, page in enumerate(pages, 1)}
    led_to = set()
    for page in pages[start - 1 :]:
        for link in page["/Annots"]:
            led_to.add(numbers_of[named[link.get_object()["/Dest"]].idnum])
    wanted = {number for numbers in entries.values() for number in numbers}
    assert led_to <= wanted
    assert led_to >= {pages[0] for pages in entries.values()}


@pytest.mark.untraced
def test_the_index_is_in_the_contents_and_in_the_bookmarks(book, texts):
    _, start = index_of(texts)
    contents = next(text for text in texts if "İçindekiler" in text)
    assert re.search(rf"{HEADING}[ .]+{start}\b", contents)
    last = [entry for entry in reader(book).outline if not isinstance(entry, list)][-1]
    assert (last["/Title"], reader(book).get_destination_page_number(last) + 1) == (HEADING, start)


@pytest.mark.untraced
@pytest.mark.parametrize("extra", [1, 0], ids=("recto", "verso"))
def test_numbers_go_on_in_the_index_on_either_side_of_the_leaf(tmp_path, extra):
    verses = " ".join(f"[Bakara 2/{number}]" for number in range(1, 75))
    pdf, _ = laid(tmp_path, "# Bir\n\n" + verses + "\n\n" + f"{'söz ' * 220}\n\n" * extra, SETTINGS)
    texts = text_of(pdf)
    _, start = index_of(texts)
    assert len(texts) > start
    assert start % 2 == extra, "the index begins on that side"
    for number, text in enumerate(texts[start:], start + 1):
        assert text.endswith(f"\n{HEADING} {number}" if number % 2 else f"\n{number} Dizinli")


@pytest.mark.untraced
def test_the_index_names_printed_numbers_and_not_the_count_of_pages(tmp_path):
    style = "@page :nth(4) { counter-reset: page 104 }"
    pdf, findings = laid(tmp_path, "# Bir\n\nSöz [Hac 22/40].\n\n# İki\n\n[Hac 22/41]", SETTINGS, style)
    assert codes(findings) == []
    text = "\n".join(text_of(pdf))
    found = {reference: pages.strip() for reference, pages in ENTRY.findall(text)}
    assert found == {"22/40": "3", "22/41": "104"}


@pytest.mark.untraced
def test_a_note_that_found_no_room_before_the_index_is_not_lost(tmp_path):
    for lines in (20, 22, 24):
        note = "Uzun not [Yûsuf 12/4] sürer. " + "Notun sözü burada durur. " * 30
        text = "# Bir\n\n" + "Satır.\n\n" * lines + f"Son söz[^a] [Hac 22/40].\n\n[^a]: {note} Notun sonu."
        pdf, _ = laid(tmp_path, text, SETTINGS)
        whole = " ".join(" ".join(text_of(pdf)).split())
        assert whole.count("Notun sonu") == 1, lines
        assert whole.count("Notun sözü burada durur") == 30
        assert whole.index("Notun sonu") < whole.index(f"{HEADING} Yûsuf")


def test_several_runs_of_pages_and_a_list_cited_together(tmp_path):
    words = "söz " * 260
    cited = "[Bakara 2/255, 257]"
    text = "# Bir\n\n" + "\n\n".join(f"{cited} {words}" if page != 3 else words for page in range(6))
    entries, _ = index_of(text_of(laid(tmp_path, text, SETTINGS)[0]))
    assert set(entries) == {"2/255", "2/257"}
    assert entries["2/255"] == entries["2/257"]
    assert len(entries["2/255"]) >= 3


@pytest.mark.untraced
def test_pages_with_the_verse_are_told_apart_only_where_there_are_others(tmp_path):
    verse = "::: ayet Hac 22/40\n“Ayet.”\n:::\n"
    both = "\n".join(text_of(laid(tmp_path, f"# Bir\n\n[Hac 22/40]\n\n{verse}", SETTINGS)[0]))
    alone = "\n".join(text_of(laid(tmp_path, f"# Bir\n\n{verse}", SETTINGS)[0]))
    assert "Koyu" in both
    assert "Koyu" not in alone
    assert HEADING in alone


def test_a_booklet_that_names_no_verse_gets_no_index(tmp_path):
    plain = laid(tmp_path, "# Bir\n\nSöz.", 'title = "Dizinli"')[0]
    assert laid(tmp_path, "# Bir\n\nSöz.", SETTINGS)[0] == plain


def test_the_index_stands_in_two_columns(book, texts):
    _, start = index_of(texts)
    page = reader(book).pages[start - 1]
    lefts = {round(float(link.get_object()["/Rect"][0]) / float(page.trimbox.width), 1) for link in page["/Annots"]}
    assert min(lefts) < 0.5 < max(lefts) - 0.2


def test_a_booklet_with_an_index_is_pdf_ua(book):
    assert failures(book, "ua1") == []


@pytest.mark.untraced
def test_an_index_is_the_same_every_time(tmp_path, book):
    assert laid(tmp_path, long_text(1), SETTINGS)[0] == book
