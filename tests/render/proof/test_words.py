"""What a proof says of marks and changes: every kind has its words, in both languages."""

import pytest

from publish.model.proof import Blemish, Change, Comparison, Deed, Kind, Place
from publish.render.proof import drawing, words


def row(language="tr", **given):
    known = {"deed": Deed.CHANGED, "kind": Kind.PARAGRAPH, "is_whole": False, "old": "eski", "new": "yeni"}
    known |= {"before": "üç söz önce", "old_place": Place(4, 2), "new_place": Place(4, 2)}
    comparison = Comparison("eski.pdf", (Change(**(known | given)),), 0, 3)
    return words.change_line(words.change_rows(comparison, language)[0])


def test_a_change_says_its_place_and_both_words():
    assert row() == "1. s. 4, satır 2: «eski» → «yeni»"
    assert row("en") == "1. p. 4, line 2: «eski» → «yeni»"


def test_a_change_of_a_heading_says_so_and_one_that_moved_says_where_it_was():
    said = row(kind=Kind.HEADING, old_place=Place(3, 9))
    assert said == "1. s. 4, satır 2: başlık: «eski» → «yeni» (eski provada s. 3, satır 9)"


def test_what_does_not_speak_for_itself_says_behind_which_words_it_stands():
    assert "(«üç söz önce» sözünden sonra)" in row(old="1].", new="2].")
    assert "(«üç söz önce» sözünden sonra)" in row(deed=Deed.ADDED, old="")
    assert "sözünden sonra" not in row()


@pytest.mark.parametrize("language", ["tr", "en"])
def test_every_deed_and_kind_can_be_said(language):
    for deed in (Deed.ADDED, Deed.REMOVED, Deed.MOVED):
        assert all(row(language, deed=deed, kind=kind, is_whole=True) for kind in Kind)
    assert all(row(language, deed=deed, kind=kind) for kind in Kind for deed in Deed if deed is not Deed.MOVED)


def test_every_blemish_has_a_name_a_meaning_and_a_form():
    for language in ("tr", "en"):
        assert set(words.BLEMISHES[language]) == set(Blemish)
    assert set(words.MEANINGS) == set(Blemish)
    assert len({drawing._FORMS[blemish] for blemish in Blemish}) == 7  # torn lines share a box


def test_a_long_passage_is_quoted_by_its_beginning_and_its_end():
    said = words.shortened("baş " + "orta " * 100 + "son")
    assert said.startswith("baş orta")
    assert said.endswith("orta son")
    assert len(said) <= words.LONGEST + 3
