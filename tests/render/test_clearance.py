"""Every verse of the Quran, in blocks and in Turkish lines, at the sizes of every trim: no mark touches another line.

Skipped where HarfBuzz is not installed for Python.
"""

import random
import re
from itertools import pairwise

import pypdfium2
import pytest

from publish.language.scripture import quran
from publish.language.spaces import unbreakable
from publish.model.block import Paragraph
from publish.model.inline import Arabic, walk
from publish.render.prepared import Words, is_long, prepare
from tests.library import Writer
from tests.pdf.samples import ROOT, STYLES, codes, laid, read
from tests.pdf.test_pages import letters

pytestmark = pytest.mark.untraced

clearance = pytest.importorskip("tests.render.clearance")

MM = 72 / 25.4
TRIMS = ("a5", "135x210", "a6")
INLINE = 0.85
"""Size of Arabic in a Turkish line, in em of the text."""


def numbers(trim):
    """Return the lengths of a trim, in points."""
    css = (STYLES / "trim" / f"{trim}.css").read_text("utf-8")
    found = re.findall(r"--([\w-]+): ([\d.]+)(mm|pt)", css)
    return {name: float(number) * (MM if unit == "mm" else 1) for name, number, unit in found}


def measure(sizes):
    return sizes["page-width"] - sizes["inner"] - sizes["outer"]


def words(verse):
    held = unbreakable(verse)
    return "".join("\u00a0" if index in held else char for index, char in enumerate(verse)).split(" ")


def verses():
    return [words(verse) for script in quran.SCRIPTS for verse in quran.verses(script).values()]


def test_the_size_of_arabic_in_a_line_is_that_of_the_styles():
    assert f"span.arabic {{ font-size: {INLINE}em;" in (STYLES / "scripture.css").read_text("utf-8")


@pytest.mark.parametrize("trim", TRIMS)
def test_the_ink_of_a_line_in_a_block_ends_where_that_of_the_next_begins(trim):
    sizes = numbers(trim)
    width, leading = measure(sizes) - 3 * sizes["leading"], 2 * sizes["leading"]
    for verse in verses():
        lines = clearance.broken([(clearance.ARABIC, sizes["verse-size"], word) for word in verse], width)
        for upper, lower in pairwise(lines):
            assert not clearance.boxes_overlap(upper, lower, leading), " ".join(verse)


@pytest.mark.parametrize("trim", TRIMS)
def test_a_verse_in_a_turkish_sentence_never_touches_the_lines_beside_it(trim):
    sizes = numbers(trim)
    writer, draw = Writer(3), random.Random(4)
    turkish = " ".join(writer.sentence() for _ in range(400)).split()
    found = []
    for verse in (verse for verse in verses() if not is_long(" ".join(verse))):
        start = draw.randrange(len(turkish) - 80)
        before = draw.randint(8, 30)
        sentence = [(clearance.TURKISH, sizes["size"], word) for word in turkish[start : start + 60]]
        arabic = [(clearance.ARABIC, INLINE * sizes["size"], word) for word in verse]
        lines = clearance.broken([*sentence[:before], *arabic, *sentence[before:]], measure(sizes))
        found += clearance.touches(lines, sizes["leading"])
    assert found == []


@pytest.mark.parametrize("trim", TRIMS)
def test_lines_of_an_arabic_booklet_never_touch(trim):
    sizes = numbers(trim)
    for verse in random.Random(5).sample(verses(), 1000):
        lines = clearance.broken([(clearance.ARABIC, sizes["rtl-size"], word) for word in verse], measure(sizes))
        assert clearance.touches(lines, sizes["rtl-leading"]) == []


@pytest.mark.parametrize("trim", TRIMS)
@pytest.mark.parametrize("name", ["dualar", "matbaa", "rehber"])
def test_no_line_of_our_own_booklets_touches_the_next(name, trim):
    sizes = numbers(trim)
    faces = {Arabic: (clearance.ARABIC, INLINE * sizes["size"])}
    for block in prepare(read(ROOT / "content" / name)).walk():
        leaves = (
            [node for node in walk(block.children) if isinstance(node, Words)] if isinstance(block, Paragraph) else []
        )
        text = [
            (*faces.get(type(node), (clearance.TURKISH, sizes["size"])), word)
            for node in leaves
            for word in node.text.split(" ")
            if word
        ]
        if len(text) > 1:
            assert clearance.touches(clearance.broken(text, measure(sizes)), sizes["leading"]) == []


def test_on_the_page_every_line_of_the_worst_verses_stands_apart_from_the_next(tmp_path):
    """What was measured by shaping, seen in pixels: a row without ink lies between any two lines."""
    pdf, findings = laid(tmp_path, "# B\n\n::: ayet Kasas 28/27\n:::\n\n::: ayet Nisâ 4/43\n:::")
    assert codes(findings) == []
    rows = sorted({round(letter.baseline, 1) for letter in letters(pdf) if letter.page == 3 and letter.size == 14.75})
    scale = 4
    document = pypdfium2.PdfDocument(pdf)
    picture = document[2].render(scale=scale, grayscale=True).to_pil().point(lambda value: 255 * (value < 128))
    document.close()
    inked = [picture.crop((0, row, picture.width, row + 1)).getbbox() for row in range(picture.height)]
    assert len(rows) >= 8
    for upper, lower in pairwise(rows):
        assert None in inked[int(upper * scale) : int(lower * scale)], upper
