"""The colour of whole booklets: even spaces, few hyphens, on texts of many kinds and in narrow columns.

The bars are those of the best engine that was measured, LuaLaTeX with microtype.
"""

import re
from functools import cache
from pathlib import Path

import pytest

from publish.language.hyphenation.line_ends import line_ends
from publish.pdf import composer
from publish.pdf.composer.lines import Composer
from publish.pdf.composer.rules import PLAIN
from tests.pdf.colour import colour
from tests.pdf.samples import laid
from tests.pdf.shelf import pdf_of

pytestmark = pytest.mark.untraced

DEVIATION, LOOSE, TIGHT, HYPHENATED, LADDER = 0.035, 0.2, 2, 25, 2
TEXTS = Path(__file__).parent / "texts"
NOTES = {"a5": (8.75, 2), "a6": (7.75, 1), "135x210": (8.75, 1)}
"""Size of the notes of a trim, and chapters that they are dealt to: in A5 those of one take five times as long."""
LONG = 200
"""Characters of a paragraph that makes a note of several lines."""


@cache
def texts():
    """Return prose of five kinds: a tale for children, talk, law, figures and names, scholarship."""
    return {path.stem: path.read_text("utf-8") for path in sorted(TEXTS.glob("*.md"))}


def notes(chapters):
    """Return a text whose notes are the long paragraphs of all the others, in so many chapters."""
    paragraphs = [re.sub(r"\[\^\d]|^\d- ", "", one) for text in texts().values() for one in text.split("\n\n")]
    long = [one for one in paragraphs if len(one) > LONG and not one.startswith(":")]
    opening = range(0, len(long), -(-len(long) // chapters))
    heads = ["# Notlar\n\n" * (n in opening) for n, _ in enumerate(long)]
    marks = [
        f"{heads[n]}Bu söz bir notla açıklanır, not da bir sayfadan ötekine geçer.[^{n}]" for n, _ in enumerate(long)
    ]
    return "\n\n".join((*marks, *(f"[^{n}]: {one}" for n, one in enumerate(long))))


def measured(folder, text, trim, size=None):
    pdf, _ = laid(folder, text, f'title = "Deneme"\n[print]\ntrim = "{trim}"\n')
    return colour(pdf, size)


def assert_even(found, fewest_lines):
    assert found.lines >= fewest_lines
    assert round(found.deviation, 3) <= DEVIATION
    assert found.loose <= LOOSE
    assert found.tight <= TIGHT
    assert found.hyphenated <= HYPHENATED
    assert found.ladder <= LADDER


@pytest.mark.parametrize(
    ("name", "trim"), [("matbaa", "a5"), ("dualar", "a5"), ("dualar", "a6"), ("rehber", "a5"), ("rehber", "a6")]
)
def test_our_booklets_are_even(name, trim, shelf):
    assert_even(colour(pdf_of(shelf.ours(name, trim))), 80)


@pytest.mark.parametrize("trim", ["a5", "a6", "135x210"])
def test_texts_of_every_kind_are_even(trim, tmp_path):
    assert_even(measured(tmp_path, "\n\n".join(texts().values()), trim), 120)


@pytest.mark.parametrize("trim", ["a5", "a6", "135x210"])
def test_notes_are_even(trim, tmp_path):
    size, chapters = NOTES[trim]
    assert_even(measured(tmp_path, notes(chapters), trim, size), 80)


def test_a_document_that_somebody_else_wrote_is_even(shelf):
    assert_even(colour(pdf_of(shelf.real())), 180)


def test_lines_filled_one_by_one_are_not(tmp_path, monkeypatch):
    install = composer.install
    monkeypatch.setattr(composer, "install", lambda _: install(Composer(line_ends, PLAIN, is_first_fit=True)))
    found = measured(tmp_path, "\n\n".join(texts().values()), "a5")
    assert found.deviation > 1.5 * DEVIATION
    assert found.loose > LOOSE
    assert found.hyphenated > HYPHENATED
