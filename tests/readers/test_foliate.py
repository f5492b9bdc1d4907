"""foliate, a reader for the web, opened on every e-book as on a telephone; its pictures stay in `build/readers/`."""

import re
from itertools import pairwise

import pytest

from tests.epub.judge import Judge
from tests.readers import library, node
from tests.readers.defects import damaged


def seen(path, folder):
    """Return what foliate makes of an e-book, with pictures in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    return node.tell("foliate.mjs", path, folder, home=folder)


@pytest.fixture(scope="module")
def reading(book):
    return seen(book, library.ROOT / "foliate" / book.stem)


def arabic(reading):
    return [run for part in reading["parts"].values() for run in part["arabic"]]


def out_of_order(run):
    """Return the pairs of words of an Arabic passage of which the second stands to the right of the first."""
    pairs = pairwise(run["words"])
    same_line = [(one, two) for one, two in pairs if abs(one["top"] - two["top"]) < one["height"] / 2]
    return [(one["word"], two["word"]) for one, two in same_line if two["left"] >= one["left"]]


def fonts(reading):
    return {font for part in reading["parts"].values() for font in part["fonts"]}


def test_it_opens_without_an_error_and_asks_nothing_of_the_network(reading):
    assert (reading["errors"], reading["refused"]) == ([], [])


def test_pages_turn_as_in_a_book_of_its_language(reading):
    in_arabic = reading["language"] == "ar"
    assert reading["direction"] == ("rtl" if in_arabic else "ltr")
    assert in_arabic or reading["language"] == (["tr", "ar"] if arabic(reading) else "tr")


def test_arabic_runs_from_right_to_left(reading):
    assert {run["direction"] for run in arabic(reading)} <= {"rtl"}
    assert [wrong for run in arabic(reading) for wrong in out_of_order(run)] == []


def test_every_arabic_letter_comes_from_the_fonts_of_the_book(reading):
    assert fonts(reading) <= {"own Amiri", "own Noto Kufi Arabic"}
    assert bool(fonts(reading)) == bool(arabic(reading))


def test_nothing_is_wider_than_the_screen_of_a_telephone(reading):
    assert {name: part["wide"] for name, part in reading["parts"].items() if part["wide"]} == {}


def test_every_page_of_the_printed_book_is_found(reading, book):
    pages = Judge(book.read_bytes()).pages()
    assert [(page["label"], f"{page['section']}#{page['id']}") for page in reading["pages"]] == [
        (label, f"EPUB/{address}") for label, address, _ in pages
    ]
    assert [int(page["label"]) for page in reading["pages"]] == sorted(int(label) for label, *_ in pages)
    assert pages


def test_cover_contents_and_text_are_found(reading):
    places = {kind: place["section"] for place in reading["landmarks"] for kind in place["type"]}
    assert places.keys() >= {"cover", "titlepage", "imprint", "bodymatter"}
    assert set(places.values()) <= set(reading["sections"])
    assert reading["contents"]


@pytest.mark.parametrize(
    ("kind", "mark", "text"),
    [
        ("note", r"<sup[^>]*><a [^>]*doc-noteref", r"[1١] ?\S"),
        ("verse", r"<a class=.reference[^>]*doc-noteref", r"[\[(].*\s.*[ء-ي]"),
    ],
)
def test_a_note_and_a_cited_verse_pop_up(reading, book, kind, mark, text):
    if not any(re.search(mark, document) for document in Judge(book.read_bytes()).markup()):
        assert reading["popped"][kind] is None
        return
    popped = reading["popped"][kind]
    assert (popped["type"], popped["hidden"]) == ("footnote", True)
    assert re.match(text, popped["text"], re.DOTALL), popped["text"]


def test_words_of_a_verse_are_found_with_their_marks_and_without(reading):
    if reading["searched"] is None:
        assert arabic(reading) == []
        return
    assert reading["searched"]["words"] in reading["searched"]["withMarks"]
    assert reading["searched"]["words"] in reading["searched"]["without"]


def test_foliate_sees_arabic_that_is_not_marked_and_a_font_that_is_gone(books, tmp_path):
    of = "EPUB/bolum-01.xhtml"
    right, wrong = 'lang="ar" xml:lang="ar" dir="rtl"', 'lang="ar" dir="ltr"'
    broken = damaged(books["notes"], tmp_path / "yon.epub", of, right, wrong)
    broken = damaged(broken, tmp_path / "font.epub", "EPUB/styles/book.css", 'font-family: "Amiri"', 'font-family: "Y"')
    reading = seen(broken, tmp_path / "foliate")
    assert [run["direction"] for run in arabic(reading)].count("ltr") == 1
    assert not fonts(reading) & {"own Amiri"}
