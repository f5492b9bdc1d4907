"""Where the files of an e-book begin and end."""

import pytest

from publish.model import block as b
from publish.model import inline as i
from publish.render import chapters
from tests.epub.samples import BASMALA, HERE, arabic, heading, link, mark, paragraph, text

LABEL = b.Label(text("Soru Cevap"), HERE)
OPENING = b.Basmala(BASMALA, HERE)
PROSE = paragraph("Metin.")
ONE, TWO = heading(1, "Bir", "bir"), heading(1, "İki", "iki")
BELOW = heading(2, "Alt", "alt")
ASKED = b.Question("Soru", (PROSE,), HERE)
ANSWERED = b.Answer("Cevap", (PROSE,), HERE)


@pytest.mark.parametrize(
    ("blocks", "parts"),
    [
        ((PROSE, BELOW), [(PROSE, BELOW)]),
        ((ONE, PROSE, TWO, PROSE), [(ONE, PROSE), (TWO, PROSE)]),
        ((OPENING, LABEL, ONE, PROSE), [(OPENING, LABEL, ONE, PROSE)]),
        ((PROSE, LABEL, ONE), [(PROSE,), (LABEL, ONE)]),
        ((ONE, PROSE, LABEL, OPENING, TWO), [(ONE, PROSE), (LABEL, OPENING, TWO)]),
        ((), [()]),
    ],
)
def test_a_chapter_begins_with_what_stands_over_its_heading(blocks, parts):
    sections = chapters.part(blocks)
    assert [section.blocks for section in sections] == parts
    assert [section.name for section in sections] == [f"bolum-{n:02}.xhtml" for n in range(1, len(parts) + 1)]


def test_names_of_many_chapters_sort_as_they_are_read():
    names = [section.name for section in chapters.part((ONE,) * 120)]
    assert names == sorted(names)


@pytest.mark.parametrize(
    ("blocks", "stretches"),
    [
        ((ONE, ASKED, ANSWERED, PROSE, BELOW, PROSE), [(False, 1), (True, 5)]),
        ((ONE, BELOW, ASKED, ANSWERED, BELOW, ASKED, PROSE), [(False, 2), (True, 2), (False, 1), (True, 2)]),
        ((ASKED, ANSWERED, BELOW), [(True, 3)]),
        ((PROSE,), [(False, 1)]),
        ((), []),
    ],
)
def test_an_answer_goes_on_to_the_next_heading_that_is_no_part_of_it(blocks, stretches):
    found = list(chapters.stretches(blocks))
    assert [(asking, len(stretch)) for asking, stretch in found] == stretches
    assert sum((stretch for _, stretch in found), ()) == blocks


def test_contents_nest_even_where_a_level_is_left_out():
    levels = (heading(2, "a", "a"), heading(4, "b", "b"), heading(3, "c", "c"), ONE, heading(3, "d", "d"))
    entries = chapters.contents(chapters.part(levels), str)
    shape = [(entry.title, entry.target, [below.title for below in entry.children]) for entry in entries]
    assert shape == [
        ("a", "bolum-01.xhtml#a", ["b", "c"]),
        ("Bir", "bolum-02.xhtml", ["d"]),
    ]


def test_a_line_of_the_contents_has_no_links_marks_or_line_ends():
    line = (
        *text("Bir", mark("a", 1), i.LineBreak(HERE), link("#x", "bağ")),
        i.Emphasis(text("vurgu", mark("a", 1), arabic("الله")), HERE),
    )
    assert chapters.unlinked(line) == (
        *text("Bir", " ", "bağ"),
        i.Emphasis(text("vurgu", arabic("الله")), HERE),
    )


def test_a_heading_without_words_is_not_in_the_contents():
    assert chapters.contents(chapters.part((heading(1, " ", "bos"), PROSE)), str) == ()
