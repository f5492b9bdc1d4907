"""The lines of pages are told as they stand on paper: page, number, words, how they end, how wide their spaces are."""

import pytest

from publish.model.html import Html, Sheet
from publish.model.lines import Ending
from publish.pdf import pagination
from publish.pdf.typeset import lay_out
from tests.pdf.composer.odd import TURKISH
from tests.pdf.samples import world

CSS = """
@page { size: 100mm 80mm; margin: 10mm; @top-center { content: "Başlık" } }
html { font: 10pt/14pt Metin, Ayet; text-align: justify; hyphens: auto } body, p, h1 { margin: 0; font-size: 10pt }
h1 { text-align: left; hyphens: manual } .narrow { width: 16mm } .left { text-align: left } .note { float: footnote }
.box { float: left; width: 20mm }
"""


def lines(body, tmp_path, css=""):
    text = f'<html lang="tr"><title>Deneme</title><body>{body}</body></html>'
    html = Html(text, (Sheet(tmp_path / "style.css", CSS + css),), tmp_path)
    return lay_out(html, world(tmp_path), with_lines=True)[0].lines


def test_lines_are_told_to_who_asks_and_to_nobody_else(tmp_path):
    assert lay_out(Html("<title>x</title><p>a", (), tmp_path), world(tmp_path))[0].lines == ()


def test_the_lines_of_a_page_are_its_words_in_order(tmp_path):
    found = lines(f"<h1>Matbaa</h1><p>{TURKISH}</p><p>{TURKISH}</p>", tmp_path)
    joined = "".join(line.text[:-1] if line.ending is Ending.HYPHEN else f"{line.text} " for line in found)
    assert joined.split() == ["Matbaa", *TURKISH.split(), *TURKISH.split()]
    assert {line.page_number for line in found} == {1, 2}
    assert [line.number for line in found if line.page_number == 2][:2] == [1, 2]
    assert [line.ending for line in found].count(Ending.LAST) == 3


def test_places_are_points_from_the_top_left_of_the_trim(tmp_path):
    first, second, *_ = lines(f"<p>{TURKISH}</p>", tmp_path)
    margin = 10 * 72 / 25.4
    assert first.top.value == pytest.approx(margin, abs=0.1)
    assert first.left.value == pytest.approx(margin, abs=0.5)
    assert second.top.value - first.top.value == pytest.approx(14)
    assert first.width.value == pytest.approx(80 * 72 / 25.4, abs=6)


def test_the_spaces_of_filled_lines_are_told_in_em(tmp_path):
    found = lines(f"<h1>Kısa bir başlık</h1><p>{TURKISH}</p>", tmp_path)
    assert found[0].gap is None
    assert all(0.18 < line.gap < 0.5 for line in found if line.ending in (Ending.SPACE, Ending.HYPHEN) and line.gap)
    assert sum(line.gap is not None for line in found) >= len(found) // 2


@pytest.mark.parametrize("alignment", ["justify", "left"])
def test_broken_words_are_told_with_what_follows(alignment, tmp_path):
    css = f".narrow {{ text-align: {alignment}; hyphenate-limit-zone: 0 }}"
    found = lines('<p class="narrow">Oysa müteakiben gelen Nur-Sultan şehri ile 2022’dekinde.</p>', tmp_path, css)
    broken = {(line.word + "/" + line.rest).replace("\u2010", "-"): line.ending for line in found if line.rest}
    assert broken["Nur-/Sultan"] is Ending.DASH
    assert any(word.replace("-/", "") == "müteakiben" for word, end in broken.items() if end is Ending.HYPHEN)
    assert ("2022’/dekinde." in broken) == (alignment == "justify")  # WeasyPrint knows no such ends
    assert all(not line.rest for line in found if line.ending in (Ending.SPACE, Ending.LAST))


def test_a_word_that_goes_on_on_the_next_page_is_whole_again(tmp_path, monkeypatch):
    monkeypatch.setattr(pagination, "install", lambda composer: None)  # else no page ends in half a word
    pagination.uninstall()
    filler = "<p>a</p>" * 11
    found = lines(f'{filler}<p class="narrow" style="orphans: 1; widows: 1">Bu Kazakistan’daki söz.</p>', tmp_path)
    (line,) = (line for line in found if line.rest)
    assert line.page_number == 1
    assert line.word.replace("\u2010", "") + line.rest == "Kazakistan’daki"


def test_notes_follow_the_text_of_their_page_and_margins_are_left_out(tmp_path):
    found = lines(f'<p>{TURKISH}<span class="note">{TURKISH}</span></p><p>Sonra.</p>', tmp_path)
    (page_of_note,) = {line.page_number for line in found if line.is_note}
    on_page = [line for line in found if line.page_number == page_of_note]
    assert [line.is_note for line in on_page] == sorted(line.is_note for line in on_page)
    assert not any("Başlık" in line.text for line in found)


def test_a_floating_box_has_lines_of_its_own(tmp_path):
    found = lines(f'<p><span class="box">Kenarda duran söz</span>{TURKISH}</p>', tmp_path)
    assert any(line.text == "Kenarda duran" for line in found)
    assert not any("Kenarda" in line.text and "Matbaanın" in line.text for line in found)
