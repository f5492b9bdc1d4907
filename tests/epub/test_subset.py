"""The font of an e-book sets every text of it as the whole font would: HarfBuzz is asked, with nothing of ours."""

import io
import re
from functools import cache
from hashlib import sha256

import pytest
import uharfbuzz
from fontTools.ttLib import TTFont

from publish.epub import subset
from publish.epub.shaping import Glyph, Run, Shaper, runs
from publish.language.scripture import quran
from publish.render import verse_face
from tests.epub import samples
from tests.epub.judge import Judge
from tests.pdf.shelf import OURS

LARGEST_FONT, LARGEST_BOOK = 70_000, 90_000
"""Bytes: the font as it lies in the e-book, and an essay without its cover picture."""
NUMBER = re.compile("[\u06dd]?[0-9٠-٩]+")


@pytest.fixture(scope="module")
def amiri():
    world = samples.world()
    return verse_face.drawn_in(world.read(subset.FILE), world)


def set_in(font, texts):
    """Return outline, advance and place of every glyph of `texts`, and of their numbers, which run left to right."""
    shapes = TTFont(io.BytesIO(font))
    order, table = shapes.getGlyphOrder(), shapes["glyf"]
    outline = cache(lambda number: sha256(str(table[order[number]].getCoordinates(table)).encode()).digest())
    shaper = uharfbuzz.Font(uharfbuzz.Face(font))
    numbers = {number for text in texts for number in NUMBER.findall(text)}
    result = {}
    for text, direction in (*((text, "rtl") for text in texts), *((number, "ltr") for number in numbers)):
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = direction
        uharfbuzz.shape(shaper, buffer)
        glyphs = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
        result[text, direction] = [(outline(info.codepoint), info.cluster, place.position) for info, place in glyphs]
    return result


@pytest.mark.untraced
@pytest.mark.parametrize("name", [*OURS, "real", "arabic"])
def test_every_arabic_text_of_a_book_is_set_as_in_the_whole_font(name, shelf, amiri):
    place = {"real": shelf.real, "arabic": lambda: shelf.volume("arabic", 2)}.get(name, lambda: shelf.ours(name))()
    judge = Judge(shelf.epub(place).read_bytes())
    font, texts = judge.archive.read("EPUB/fonts/amiri.ttf"), judge.arabic_texts()
    assert texts
    assert set_in(font, texts) == set_in(amiri, texts)
    assert len(font) <= LARGEST_FONT


@pytest.mark.untraced
def test_two_long_surahs_are_set_as_in_the_whole_font(amiri):
    texts = {text for (surah, _), text in quran.verses("simple-plain").items() if surah in (2, 18)}
    font, missing = subset.cut(texts, samples.world())
    assert missing == ()
    assert set_in(font, texts) == set_in(amiri, texts)
    assert len(font) <= LARGEST_FONT


def test_an_essay_without_its_cover_picture_is_small(shelf):
    entries = Judge(shelf.epub(shelf.real()).read_bytes()).archive.infolist()
    assert sum(entry.compress_size for entry in entries if "kapak." not in entry.filename) <= LARGEST_BOOK


def test_letters_keep_their_four_forms_for_what_a_reader_writes(amiri):
    font, _ = subset.cut({"كتب"}, samples.world())
    forms = {f"{before}{letter}{after}" for letter in "كتب" for before in ("", "\u200d") for after in ("", "\u200d")}
    assert set_in(font, forms) == set_in(amiri, forms)


def test_a_bracket_that_turns_with_the_direction_is_there_from_both_sides(amiri):
    font, _ = subset.cut({"(الله", "«ل"}, samples.world())
    assert set_in(font, {"(الله", "«ل"}) == set_in(amiri, {"(الله", "«ل"})


def test_a_font_that_would_set_a_text_otherwise_gets_all_joins(monkeypatch):
    lean, _ = subset.cut({"محمد في الحج"}, samples.world())
    monkeypatch.setattr(subset, "_sets_alike", lambda *_: False)
    whole, _ = subset.cut({"محمد في الحج"}, samples.world())
    assert len(whole) > len(lean) * 1.5


def test_a_difference_of_one_glyph_or_place_is_seen(amiri):
    run = Run("الحمد", "rtl")
    shaped = {run: Shaper(amiri).shape(run)}
    same = {glyph.number: glyph.number for glyph in shaped[run]}
    assert subset._sets_alike(Shaper(amiri), shaped, same)
    assert not subset._sets_alike(Shaper(amiri), shaped, {**same, shaped[run][0].number: 1})
    moved = (shaped[run][0]._replace(x=9), *shaped[run][1:])
    assert not subset._sets_alike(Shaper(amiri), {run: moved}, same)


def test_a_text_of_any_length_is_set_in_pieces_that_end_at_spaces():
    text = "كلمة ١٢٣ " * 3000
    pieces = [run for run in runs([text]) if run.direction == "rtl"]
    assert "".join(run.text for run in pieces) == text
    assert all(run.text.endswith(" ") and len(run.text) <= 4000 for run in pieces)
    assert Run("١٢٣", "ltr") in set(runs([text]))
    assert len(list(runs(["ا" * 9000]))) == 3
    assert isinstance(Shaper(samples.world().read(subset.FILE)).shape(pieces[0])[0], Glyph)
