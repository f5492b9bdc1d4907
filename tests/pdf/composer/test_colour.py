"""The colour of whole booklets: even spaces, few hyphens, on texts of many kinds and in narrow columns.

The bars are those of the best engine that was measured, LuaLaTeX with microtype.
"""

import re
import shutil
from functools import cache
from pathlib import Path

import pytest

from publish import build
from publish.language.line_ends import line_ends
from publish.pdf import composer
from publish.pdf.composer.lines import Composer
from publish.pdf.composer.rules import PLAIN
from tests.language.shared import SHARED, shared
from tests.pdf.colour import colour
from tests.pdf.samples import CACHE, ROOT, STYLES, laid
from tests.source.importing.reading import read

pytestmark = pytest.mark.untraced

DEVIATION, LOOSE, TIGHT, HYPHENATED, LADDER = 0.035, 0.2, 2, 25, 2
TEXTS = Path(__file__).parent / "texts"
NOTE_SIZES = {"a5": 8.75, "a6": 7.75, "135x210": 8.75}
LONG = 200
"""Characters of a paragraph that makes a note of several lines."""


@cache
def texts():
    """Return prose of five kinds: a tale for children, talk, law, figures and names, scholarship."""
    return {path.stem: path.read_text("utf-8") for path in sorted(TEXTS.glob("*.md"))}


def notes():
    """Return a text whose notes are the long paragraphs of all the others."""
    paragraphs = [re.sub(r"\[\^\d]|^\d- ", "", one) for text in texts().values() for one in text.split("\n\n")]
    long = [one for one in paragraphs if len(one) > LONG and not one.startswith(":")]
    marks = [f"Bu söz bir notla açıklanır, not da bir sayfadan ötekine geçer.[^{n}]" for n, _ in enumerate(long)]
    return "\n\n".join(("# Notlar", *marks, *(f"[^{n}]: {one}" for n, one in enumerate(long))))


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
def test_our_booklets_are_even(name, trim, tmp_path):
    shutil.copy(ROOT / "content" / "house.toml", tmp_path)
    shutil.copytree(ROOT / "content" / name, tmp_path / name)
    settings = tmp_path / name / "booklet.toml"
    settings.write_text(f'{settings.read_text("utf-8")}\n[print]\ntrim = "{trim}"\n', "utf-8")
    job = build.Job(tmp_path / name, STYLES, CACHE)
    assert_even(colour(build.make_pdf(job, job.ledger()).content), 80)


@pytest.mark.parametrize("trim", ["a5", "a6", "135x210"])
def test_texts_of_every_kind_are_even(trim, tmp_path):
    assert_even(measured(tmp_path, "\n\n".join(texts().values()), trim), 120)


@pytest.mark.parametrize("trim", ["a5", "a6", "135x210"])
def test_notes_are_even(trim, tmp_path):
    assert_even(measured(tmp_path, notes(), trim, NOTE_SIZES[trim]), 80)


def test_a_document_that_somebody_else_wrote_is_even(tmp_path):
    shared("documents/kazakistan.txt")  # or the test is skipped
    imported, _ = read((SHARED / "documents" / "kazakistan.txt").read_bytes(), "kazakistan.txt")
    assert_even(measured(tmp_path, imported.text_md.decode(), "a5"), 180)


def test_lines_filled_one_by_one_are_not(tmp_path, monkeypatch):
    install = composer.install
    monkeypatch.setattr(composer, "install", lambda _: install(Composer(line_ends, PLAIN, is_first_fit=True)))
    found = measured(tmp_path, "\n\n".join(texts().values()), "a5")
    assert found.deviation > 1.5 * DEVIATION
    assert found.loose > LOOSE
    assert found.hyphenated > HYPHENATED
