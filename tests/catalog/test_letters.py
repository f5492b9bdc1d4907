"""The letters of the site: light, licensed, and right in Turkish and in Arabic."""

import io
import sysconfig
from pathlib import Path

import pytest
import uharfbuzz
from fontTools.ttLib import TTFont

from publish.build import catalog
from publish.catalog import letters
from publish.ledger import Ledger
from publish.model.shelf import Line
from publish.pdf import faces
from tests.catalog.samples import shelf, site, volume
from tests.pdf.samples import CACHE

SIZES = {"EBGaramond-Regular": 26_000, "EBGaramond-Italic": 26_000, "Amiri-Regular": 16_000}
TEXTS = ["الْحَمْدُ لِلَّهِ رَبِّ الْعَالَمِينَ", "القرآن الكريم", "﴿لِإِيلَافِ قُرَيْشٍ﴾ ٢٥٥"]


@pytest.fixture(scope="module")
def world():
    return Ledger((Path(sysconfig.get_path("purelib")),), CACHE)


@pytest.fixture(scope="module")
def made(world):
    return {file.path: file.content for file in catalog._letters(shelf(*(volume(text) for text in TEXTS)), world)}


@pytest.mark.parametrize("face", [*letters.FACES, letters.ARABIC], ids=lambda face: face.name)
def test_a_face_is_light_and_carries_its_licence(made, face):
    content = made[face.file]
    assert content.startswith(b"wOF2")
    assert len(content) <= SIZES[face.name]
    names = TTFont(io.BytesIO(content))["name"]
    assert "Open Font License" in names.getDebugName(13)
    assert names.getDebugName(0)


@pytest.mark.parametrize("text", ["ÇĞİÖŞÜçğıöşüâîûÂÎÛ’“”–…₺", "āīūḥḫḳṣṭẓʿʾ"])
def test_turkish_and_transliteration_are_in_it(made, text):
    for face in letters.FACES:
        known = TTFont(io.BytesIO(made[face.file])).getBestCmap()
        assert [char for char in text if ord(char) not in known] == []


@pytest.mark.parametrize("text", TEXTS)
def test_arabic_is_joined_as_in_the_whole_font(made, text, world):
    whole = shaped(faces.content("Amiri-Regular", world), text)
    cut = TTFont(io.BytesIO(made["yazi/ayet.woff2"]))
    cut.flavor = None
    plain = io.BytesIO()
    cut.save(plain)
    assert shaped(plain.getvalue(), text) == whole
    assert not any(is_missing for *_, is_missing in whole)


def shaped(font, text):
    """Return advance and place of every glyph, as a browser would set them, and whether there is none."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(uharfbuzz.Font(uharfbuzz.Face(font)), buffer)
    return [
        (place.x_advance, place.x_offset, place.y_offset, info.cluster, info.codepoint == 0)
        for place, info in zip(buffer.glyph_positions, buffer.glyph_infos, strict=True)
    ]


def test_a_shelf_without_arabic_has_no_face_for_it(world):
    made = {file.path for file in catalog._letters(shelf(volume("Oruç", contents=())), world)}
    assert made == {"yazi/metin.woff2", "yazi/metin-egik.woff2"}
    assert "ayet" not in site(volume("Oruç", contents=()))["stil.css"].decode()


def test_all_arabic_that_is_shown_is_in_the_face():
    volumes = volume("Bir", authors=("النووي",), contents=(Line("a", (Line("باب الصوم"),)),)), volume("صوم")
    assert letters.arabic_texts(shelf(*volumes)) == {"النووي", "باب الصوم", "صوم"}


def test_the_style_names_every_face_by_its_range():
    css = site(volume("Oruç صوم"))["stil.css"].decode()
    for face in (*letters.FACES, letters.ARABIC):
        assert f'url("{face.file}")' in css
    assert "U+130-131" in css


def test_a_face_is_cut_once(world, made, monkeypatch):
    monkeypatch.setattr(letters, "TTFont", None)
    assert catalog._letters(shelf(volume("Oruç")), world)
