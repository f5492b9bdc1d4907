"""Amiri with its marks drawn in: smaller and closer marks, everything else as it was."""

import io

import fontpkg_amiri
import pytest
from fontTools.ttLib import TTFont

from publish.pdf import faces
from publish.render import verse_face
from tests.pdf.samples import world

pytestmark = pytest.mark.untraced

FILES = ("Amiri-Regular", "Amiri-Bold")
FATHA, KASRA, HAMZA, PAUSE = 0x064E, 0x0650, 0x0654, 0x06DA


@pytest.fixture(scope="module", params=FILES)
def fonts(request):
    """Return a font as it comes and as it is set."""
    name = request.param
    with (fontpkg_amiri.ROOT / "files" / f"{name}.ttf").open("rb") as file:
        stock = TTFont(io.BytesIO(file.read()))
    return stock, TTFont(io.BytesIO(faces.content(name, world())))


def box(font, code):
    glyph = font["glyf"][font.getBestCmap()[code]]
    return glyph.yMin, glyph.yMax


def test_a_vowel_mark_is_smaller_and_closer(fonts):
    stock, drawn = fonts
    assert box(drawn, FATHA)[1] < box(stock, FATHA)[1] - verse_face.CLOSER
    assert box(drawn, KASRA)[0] > box(stock, KASRA)[0] + verse_face.CLOSER


def test_a_pause_mark_stands_among_the_vowels_where_a_space_is_before_it(fonts):
    stock, drawn = fonts
    low = drawn["glyf"][drawn.getGlyphOrder()[-len(verse_face.PAUSES) :][PAUSE - verse_face.PAUSES.start]]
    assert box(stock, PAUSE)[0] > 1250
    assert low.yMin == pytest.approx(verse_face.PAUSE_FOOT, abs=1)
    assert low.yMax < 1100
    assert -low.xMin == pytest.approx(low.xMax, abs=2)


def test_letters_hamza_and_advances_are_as_they_were(fonts):
    stock, drawn = fonts
    letters = [code for code in range(0x0620, 0x064B) if code in stock.getBestCmap()]
    assert [box(drawn, code) for code in (*letters, HAMZA)] == [box(stock, code) for code in (*letters, HAMZA)]
    assert all(drawn["hmtx"][name][0] == advance for name, (advance, _) in stock["hmtx"].metrics.items())


def test_the_same_file_comes_out_of_the_same_file(tmp_path):
    source = (fontpkg_amiri.ROOT / "files" / "Amiri-Regular.ttf").read_bytes()

    class Fresh:
        stored = b""

        def cached(self, key, suffix):
            return tmp_path / "none"

        def store(self, path, content):
            self.stored = content

    assert verse_face.drawn_in(source, Fresh()) == faces.content("Amiri-Regular", world())
