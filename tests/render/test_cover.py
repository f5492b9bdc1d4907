"""The cover of the e-book: always in its colours, its title always within its place."""

from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.pdf.typeset import lay_out
from publish.render.cover import LETTER, LINE, MEASURE, PALETTE, ROOM, SIZES, cover_html, title_size
from publish.render.ornament import stars
from tests.epub.samples import STYLES, booklet, rich, world
from tests.pdf.test_pages import letters

WORD = st.text("abcçdeğıİi", min_size=1, max_size=14)


@given(st.lists(WORD, min_size=1, max_size=25).map(" ".join), st.lists(WORD, max_size=15).map(" ".join))
def test_a_title_has_room_at_the_size_it_gets(title, subtitle):
    size = title_size(title, subtitle)
    assert size in SIZES
    lines = ceil(len(title) * LETTER * size / MEASURE.value)
    assert size == SIZES[-1] or lines * LINE * size <= ROOM.value
    assert max(map(len, title.split())) * LETTER * size <= MEASURE.value


def test_a_shorter_title_is_never_smaller():
    sizes = [title_size("Kitap " * count) for count in range(1, 30)]
    assert sizes == sorted(sizes, reverse=True)


def test_one_title_always_has_the_same_colours(tmp_path):
    texts = {cover_html(booklet(tmp_path, title="Kalem"), STYLES, world(tmp_path)).text for _ in range(3)}
    assert len(texts) == 1


def test_titles_share_out_the_colours(tmp_path):
    texts = [cover_html(booklet(tmp_path, title=f"Kitap {at}"), STYLES, world(tmp_path)).text for at in range(60)]
    assert all(any(colours.ground in text for text in texts) for colours in PALETTE)


def test_two_stars_side_by_side_touch():
    path = stars(2, 1)
    assert path.startswith("M1.0000 0.0000L")
    assert "L1.0000 0.0000L" in path or "1.0000 -0.0000L" in path


@pytest.mark.parametrize("authors", [(), ("Ayşe Er",), ("A", "B", "C", "D")])
def test_the_cover_is_one_page_and_nothing_touches_its_edge(tmp_path, authors):
    made = rich(tmp_path)
    long = "Osmanlı Devletinin Kuruluşundan Cumhuriyetin İlanına Kadar Matbaacılık ve Kitap Üzerine Sorular ve Cevaplar"
    settings = made.settings.model_copy(
        update={"authors": authors, "title": long, "subtitle": "Bir deneme, bir de arayış"}
    )
    made = type(made)(made.name, made.folder, made.house, settings, {}, (), (), None)
    pages, findings = lay_out(cover_html(made, STYLES, world(tmp_path)), world(tmp_path))
    assert (pages.pages, findings) == (1, ())
    edge = 8 / 25.4 * 72
    for letter in letters(pages.pdf):
        assert edge < letter.left
        assert letter.right < 100 / 25.4 * 72 - edge
    shown = "".join(letter.text for letter in letters(pages.pdf))
    assert ("vediğerleri" in shown) is (len(authors) > 3)
