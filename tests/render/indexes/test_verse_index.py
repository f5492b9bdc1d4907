"""The index of verses: what is listed, in which order, on which pages, and where the e-book leads."""

import re

import pytest

from publish.model import block as b
from publish.model import inline as i
from publish.model.html import Part
from publish.render.ebook.book import to_book
from publish.render.indexes.page_runs import Pages, pages
from publish.render.indexes.verse_index import Place, groups
from publish.render.print import to_html
from tests.epub import samples
from tests.epub.listed import listed
from tests.epub.samples import HERE, booklet, heading, mark, note, paragraph


def place(identifier, *references, is_set=False):
    return Place(identifier, tuple(i.Reference(*reference) for reference in references), is_set)


def cite(*references):
    return i.Citation("[…]", HERE, tuple(i.Reference(*reference) for reference in references))


def verse(*reference):
    return b.Verse("Hac 40", (i.Reference(*reference),), (paragraph("الله"),), (), False, HERE)


def runs(places, folios):
    return [(page.first, page.last, page.is_set) for page in pages(places, folios)]


def test_verses_stand_in_the_order_of_the_quran_each_reference_once():
    places = [place("c", (22, 40, 40)), place("a", (2, 255, 257), (2, 255, 255)), place("b", (22, 5, 5), (22, 40, 40))]
    listed = [(group.name, [entry.verses for entry in group.entries]) for group in groups(places, "diyanet", "tr")]
    assert listed == [("Bakara", ["2/255", "2/255–257"]), ("Hac", ["22/5", "22/40"])]


@pytest.mark.parametrize(
    ("style", "language", "name"),
    [("as-written", "tr", "Hac"), ("diyanet", "tr", "Hac"), ("isnad", "tr", "el-Hac"), ("diyanet", "ar", "الحج")],
)
def test_surahs_are_named_in_the_form_of_the_house(style, language, name):
    assert [group.name for group in groups([place("a", (22, 1, 1))], style, language)] == [name]


def test_pages_are_sorted_merged_and_joined_to_runs():
    cited = [place(name, (2, 1, 1)) for name in "abcdef"]
    folios = {"a": (14,), "b": (12,), "c": (12,), "d": (13,), "e": (20,)}
    assert runs(cited, folios) == [(12, 14, False), (20, 20, False)]
    assert next(pages(cited, folios)) == Pages(12, 14, "b", "a", is_set=False)


def test_a_verse_set_over_two_pages_is_on_both_and_a_broken_citation_on_its_first():
    assert runs([place("a", (2, 1, 1), is_set=True)], {"a": (12, 13)}) == [(12, 13, True)]
    assert runs([place("a", (2, 1, 1))], {"a": (12, 13)}) == [(12, 12, False)]


def test_a_page_with_the_verse_itself_stands_apart_from_its_neighbours():
    places = [place("a", (2, 1, 1)), place("b", (2, 1, 1), is_set=True), place("c", (2, 1, 1)), place("d", (2, 1, 1))]
    folios = {"a": (5,), "b": (5,), "c": (4,), "d": (6,)}
    assert runs(places, folios) == [(4, 4, False), (5, 5, True), (6, 6, False)]


def test_a_place_that_is_on_no_page_is_left_out():
    assert runs([place("a", (2, 1, 1)), place("b", (2, 1, 1))], {"a": (3,)}) == [(3, 3, False)]


def everywhere(folder, **settings):
    """Return a booklet that cites verses wherever that is possible."""
    return booklet(
        folder,
        heading(1, (i.Text("Bir ", HERE), cite((1, 1, 1))), "bir"),
        paragraph("Metin ", cite((2, 255, 255), (2, 257, 257)), mark("a", 1)),
        b.Question("Soru", (paragraph("Ne ", cite((3, 1, 1))),), HERE),
        b.Answer("Cevap", (paragraph("Şu ", i.Emphasis((cite((3, 2, 2)),), HERE)),), HERE),
        heading(2, "Alt", "alt"),
        b.Table((samples.text("Söz"),), (((cite((4, 1, 2)),),),), ("",), HERE),
        b.Quote((paragraph(cite((2, 255, 255))),), HERE),
        heading(1, "İki", "iki"),
        paragraph("Yine ", cite((22, 40, 40))),
        verse(22, 40, 40),
        notes=(note("a", 1, paragraph("Not ", cite((112, 1, 4)))),),
        **settings,
    )


def test_everything_that_is_cited_anywhere_is_listed(tmp_path):
    html, findings = to_html(everywhere(tmp_path, index={"verses": True}), samples.STYLES, samples.world(tmp_path))
    assert findings == ()
    named = re.findall(r'id="(ayet_\d+)"', html.text)
    assert len(named) == len(set(named)) == 9
    written = html.end.write({name: (number,) for number, name in enumerate(named, 1)})
    listed = re.findall(r'class="verses">([^<]+)', written)
    assert listed == ["1/1", "2/255", "2/257", "3/1", "3/2", "4/1–2", "22/40", "112/1–4"]


def test_an_arabic_index_has_the_figures_of_its_pages(tmp_path):
    made = everywhere(tmp_path, index={"verses": True}, language="ar")
    html, _ = to_html(made, samples.STYLES, samples.world(tmp_path))
    written = html.end.write({f"ayet_{number}": (number, number + 1) for number in range(1, 10)})
    assert 'class="verses">٢/٢٥٥</span> <span class="pages"><a href="#ayet_2">٢</a>،</span>' in written
    assert "فهرس الآيات" in written


def test_a_booklet_without_an_index_has_no_names_for_places(tmp_path):
    html, _ = to_html(everywhere(tmp_path), samples.STYLES, samples.world(tmp_path))
    assert html.end is None
    assert "ayet_" not in html.text
    book, _ = to_book(everywhere(tmp_path), samples.STYLES, samples.world(tmp_path), None)
    assert all("ayet_" not in chapter.xhtml and chapter.part is not Part.INDEX for chapter in book.chapters)


def test_the_e_book_leads_from_each_verse_to_its_headings(tmp_path):
    book, findings = to_book(
        everywhere(tmp_path, index={"verses": True}), samples.STYLES, samples.world(tmp_path), None
    )
    assert findings == ()
    (index,) = (chapter for chapter in book.chapters if chapter.part is Part.INDEX)
    assert index is book.chapters[-1]
    assert [entry.target for entry in book.toc][-1] == index.name
    assert listed(book, index) == {
        "1/1": ["Bir […]"],
        "2/255": ["Bir […]", "Alt"],
        "2/257": ["Bir […]"],
        "3/1": ["Bir […]"],
        "3/2": ["Bir […]"],
        "4/1–2": ["Alt"],
        "22/40": ["İki"],
        "112/1–4": ["1. dipnot"],
    }


def test_of_two_places_under_one_heading_the_e_book_leads_to_the_verse_itself(tmp_path):
    made = booklet(tmp_path, paragraph(cite((22, 40, 40))), verse(22, 40, 40), index={"verses": True})
    book, _ = to_book(made, samples.STYLES, samples.world(tmp_path), None)
    assert re.findall(r"index-locator\" href=\"([^\"]+)\">(\d)", book.chapters[-1].xhtml) == [
        ("bolum-01.xhtml#ayet_1", "1"),
        ("bolum-01.xhtml#ayet_2", "2"),
    ]
    made = booklet(
        tmp_path, heading(1, "Bir", "bir"), paragraph(cite((22, 40, 40))), verse(22, 40, 40), index={"verses": True}
    )
    book, _ = to_book(made, samples.STYLES, samples.world(tmp_path), None)
    assert re.findall(r"index-locator\" href=\"([^\"]+)\">(\w+)", book.chapters[-1].xhtml) == [
        ("bolum-01.xhtml#ayet_2", "Bir")
    ]
