"""What `[hyphenation]` lists reaches the paper: text, notes, cells of tables, one booklet after the other."""

import pytest

from publish.pdf.typeset import lay_out
from publish.render.ebook.book import to_book
from publish.render.print import to_html
from tests.pdf.samples import STYLES, read, world, write

NARROW = "p, td { width: 16mm; text-indent: 0; hyphenate-limit-chars: 4 2 2 }"
TEXT = "# Bir\n\nBu ise müteakiben gibi bir söz.[^1]\n\n[^1]: Notta da müteakiben gibi bir söz.\n"


def lines(tmp_path, settings, text=TEXT, style=NARROW, house=""):
    place = write(tmp_path, text, f'title = "Deneme"\n{settings}', style)
    if house:
        (tmp_path / "house.toml").write_text(f'name = "Ev"\n{house}', "utf-8")
    html, _ = to_html(read(place), STYLES, world(place))
    found, _ = lay_out(html, world(place), with_lines=True)
    return [line.text for line in found.lines], html.text


def broken(found):
    return [line.split()[-1] for line in found if line.endswith("\u2010")]


@pytest.mark.untraced
def test_an_exception_is_obeyed_in_text_and_notes(tmp_path):
    usual, _ = lines(tmp_path, "")
    assert any(word.startswith(("mü", "müte")) and word != "mütea\u2010" for word in broken(usual))
    listed, _ = lines(tmp_path, '[hyphenation]\nexceptions = ["mütea-kiben"]')
    assert {word for word in broken(listed) if word.startswith("mü")} == {"mütea\u2010"}
    assert set(broken(lines(tmp_path, "")[0])) == set(broken(usual))


@pytest.mark.parametrize("alignment", ["justify", "left"])
def test_it_is_obeyed_whoever_fills_the_lines(alignment, tmp_path):
    style = f"{NARROW} p {{ text-align: {alignment}; hyphenate-limit-zone: 0 }}"
    found, _ = lines(tmp_path, '[hyphenation]\nexceptions = ["mütea-kiben"]', style=style)
    assert "mütea\u2010" in broken(found)


def test_the_house_lists_words_for_all_its_booklets(tmp_path):
    found, _ = lines(tmp_path, "", house='[hyphenation]\nexceptions = ["mütea-kiben"]')
    assert "mütea\u2010" in broken(found)


def test_words_of_other_languages_are_marked_in_print_and_in_the_e_book(tmp_path):
    settings = '[hyphenation.foreign]\nen = ["roadmapping"]'
    text = TEXT.replace("müteakiben", "roadmapping")
    found, html = lines(tmp_path, settings, text)
    assert html.count('<span lang="en" xml:lang="en">roadmapping</span>') == 2
    assert "roadmap\u2010" in broken(found)
    book, _ = to_book(read(write(tmp_path, text, f'title = "Deneme"\n{settings}')), STYLES, world(tmp_path), None)
    assert any('lang="en"' in chapter.xhtml for chapter in book.chapters)


def test_long_addresses_are_whole_where_the_house_wants_it(tmp_path):
    text = "# Bir\n\nBu adres www.independentarabia.com/haberler/2022/ocak/kazakistan içindedir.\n"
    assert "<wbr/>" in lines(tmp_path, "", text)[1]
    assert "<wbr/>" not in lines(tmp_path, "[hyphenation]\naddresses = false", text)[1]
