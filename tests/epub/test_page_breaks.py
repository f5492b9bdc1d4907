"""The pages of the printed book in the e-book: every one of them, at the very word with which it begins."""

import re

import pytest

from publish.epub.page_breaks import paged
from publish.epub.text_stream import words
from publish.model.finding import Span
from publish.model.html import Book, Chapter, Metadata, Part
from publish.model.page_map import PageText, from_json, to_json
from publish.render.ebook.cited_verses import SECTION
from tests.epub.judge import ARABIC, Judge
from tests.pdf import test_grid as spreads
from tests.pdf.shelf import OURS, pdf_of
from tests.pdf.spreads import HYPHENS

DIGIT = re.compile(r"\d")
HEAD = '<html><head><title>Baş lık</title></head><body epub:type="bodymatter">'


def book(*bodies, language="tr"):
    about = Metadata(
        "urn:x", "Kitap", None, None, (), None, None, None, language, None, None, (), None, "Kitap, 2. baskı", True
    )
    chapters = [Chapter("baslik.xhtml", f"{HEAD}Kitap</body></html>", Part.TITLE)]
    chapters += [Chapter(f"{number}.xhtml", f"{HEAD}{body}</body></html>") for number, body in enumerate(bodies, 1)]
    return Book(Span("kitap"), about, tuple(chapters), (), "", (), None)


def page(folio, text, notes=""):
    return PageText(folio, tuple(text.split()), tuple(notes.split()))


def marks(made):
    """Return the folios of the marks, each with what follows it up to the next tag or space."""
    text = "".join(chapter.xhtml for chapter in made.chapters)
    return re.findall(
        r'<span epub:type="pagebreak" role="doc-pagebreak" id="sayfa-(\d+)" title="\1"></span>(?:<[^>]*>)*([^<\s]+)',
        text,
    )


def test_a_mark_stands_before_the_first_word_of_each_page_and_the_list_leads_there():
    made, findings = paged(
        book("<p>Bir <em>iki</em> üç.</p>\n<p>Dört &amp; beş</p>", "<h2>Altı</h2>"),
        [page(5, "Bir"), page(7, "iki üç. Dört &"), page(8, "beş"), page(9, ""), page(10, "Altı")],
    )
    assert findings == ()
    assert marks(made) == [("5", "Bir"), ("7", "iki"), ("8", "beş"), ("10", "Altı")]
    assert [(target.label, target.target) for target in made.pages][1:] == [
        ("7", "1.xhtml#sayfa-7"),
        ("8", "1.xhtml#sayfa-8"),
        ("10", "2.xhtml#sayfa-10"),
    ]


def test_no_heading_and_no_link_is_called_by_the_number_of_its_page():
    """What a screen reader calls them is all that they hold, titles too."""
    made, _ = paged(
        book('<p>Bir</p>\n<h2 id="a"><bdi>İki</bdi></h2><p><a href="#a"><em>üç</em></a></p><h3>dört beş</h3>'),
        [page(1, "Bir"), page(2, "İki"), page(3, "üç"), page(4, "dört"), page(5, "beş")],
    )
    bare = re.sub(r"<span[^>]*?(\d+)\"></span>", r"{\1}", made.chapters[1].xhtml)
    assert '{2}<h2 id="a"><bdi>İki' in bare
    assert '<p>{3}<a href="#a"><em>üç' in bare
    assert "{4}<h3>dört {5}beş" in bare


def test_a_word_is_one_though_elements_part_it_and_signs_of_direction_stand_in_it():
    body = "<p>www.<wbr/>tdk.gov.tr <em>Kur’an</em>’ın\u2060 <a>ilk</a>ti.<br/>son <bdi>\u2067رب\u2069</bdi>,</p>"
    assert [word.letters for word in words(book(body).chapters[1].xhtml)] == [
        "www.tdk.gov.tr",
        "Kur’an’ın",
        "ilkti.",
        "son",
        "رب,",
    ]


def test_notes_are_counted_apart():
    body = "<p>Bir<sup><a>1</a></sup> iki</p><aside><p>1 not</p></aside><p>üç</p>"
    made, findings = paged(book(body), [page(1, "Bir1", "1 not"), page(2, "iki üç")])
    assert (findings, marks(made)) == ((), [("1", "Bir"), ("2", "iki")])


def test_verses_that_are_only_cited_are_no_part_of_what_paper_has():
    made, findings = paged(book(f"<p>Bir</p>{SECTION}><aside>ayet</aside></section>"), [page(1, "Bir")])
    assert (findings, marks(made)) == ((), [("1", "Bir")])


@pytest.mark.parametrize(
    ("printed", "notes", "code", "shown"),
    [
        ("Bir iki dört beş", "1 not", "E004", ("üç", "—")),
        ("Bir ikki üç dört beş", "1 not", "E004", ("iki", "ikki")),
        ("Bir iki üç beş dört", "1 not", "E004", ("dört", "—")),
        ("Bir iki üç dört beş", "1 nota", "E005", ("not", "nota")),
    ],
)
def test_a_difference_of_one_word_is_found_and_the_pages_are_marked_all_the_same(printed, notes, code, shown):
    body = "<p>Bir iki üç dört beş</p><aside>1 not</aside><p>altı</p>"
    made, (finding,) = paged(book(body), [page(3, printed, notes), page(4, "altı")])
    assert (finding.code, finding.values["page"]) == (code, "3")
    assert (finding.values["electronic"], finding.values["printed"]) == shown
    assert marks(made)[-1] == ("4", "altı")


def test_an_arabic_book_counts_in_its_own_numerals():
    made, _ = paged(book("<p>كلمة</p>", language="ar"), [page(12, "كلمة")])
    assert (made.pages[0].label, made.pages[0].target) == ("١٢", "1.xhtml#sayfa-12")


def test_what_is_noted_of_pages_is_read_back():
    pages = (page(5, "bir iki", "1 not"), page(6, "üç"))
    assert from_json(to_json(pages)) == pages
    for wrong in (b"", b"[]", b'{"pages": [5]}', b'{"pages": [["x", "", ""]]}', b"\xff"):
        with pytest.raises(ValueError, match=r"\w|\W"):
            from_json(wrong)


def first_lines(pdf):
    """Return what stands first on every page that has anything under its running head: its letters, without spaces.

    The head of a table that comes again from the page before is passed over.
    """
    pages = spreads.book(pdf.read_bytes(), "a5").pages
    texts = {page.number: [row.text.rstrip(HYPHENS) for row in page.rows] for page in pages if page.rows}
    return {
        number: next(text for text in rows if text not in texts.get(number - 1, ())) for number, rows in texts.items()
    }


VOLUMES = {"arabic": 2, "notes": 21, "pictures": 13}


@pytest.fixture(scope="module", params=[*OURS, "real", *VOLUMES])
def made(request, shelf):
    name = request.param
    place = shelf.real() if name == "real" else shelf.ours(name) if name in OURS else shelf.volume(name, VOLUMES[name])
    return Judge(shelf.epub(place).read_bytes()), first_lines(pdf_of(place))


def test_every_page_with_text_is_found_in_the_e_book_by_its_first_word(made):
    judge, pages = made
    listed = judge.pages()
    is_arabic = judge.package.get("dir") == "rtl"
    numbers = [int(label) for label, _, _ in listed]  # Arabic-Indic digits are numbers too
    assert numbers == sorted(set(numbers))
    assert [number for number in pages if numbers[0] <= number <= numbers[-1]] == numbers
    for label, _, following in listed:
        line, letters, word = pages[int(label)], "".join(following.split()), following.split()[0]
        begins = (letters[broken:].startswith(line) for broken in range(len(word)))
        assert any(begins) or _stands_in(line, word, at_the_right=is_arabic), (label, line, following)


def _stands_in(line, word, *, at_the_right):
    """Say whether an Arabic word stands in a line, which the PDF gives as it is seen: from left to right."""
    if not ARABIC.search(line):
        return False
    if not ARABIC.search(word) or DIGIT.search(word):
        return True  # signs and numbers that change sides
    row, letters = _letters(line), _letters(word)[::-1]
    return row.endswith(letters) if at_the_right else set(letters) <= set(row)


def _letters(text):
    return "".join(filter(str.isalpha, text))


def test_the_word_that_follows_the_first_one_of_an_arabic_page_is_not_taken_for_it():
    assert _stands_in("\u202bناث لوا\u202c", "اول", at_the_right=True)
    assert not _stands_in("ناث لوا", "ثان", at_the_right=True)


def test_the_ncx_lists_the_same_pages(made):
    judge, _ = made
    assert judge.ncx_pages() == [(label, target) for label, target, _ in judge.pages()]
