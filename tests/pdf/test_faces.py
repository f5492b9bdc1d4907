"""The fonts: packaged, static, with every letter of the trade, and none from the system."""

import io
import os
import re

import pytest
import uharfbuzz as harfbuzz
from fontTools.ttLib import TTFont

from publish.ledger import Ledger
from publish.model.html import Html, Sheet
from publish.pdf import faces
from tests.pdf.samples import CACHE, pages_of, reader, text_of, world

LETTERS = "abcçdefgğhıijklmnoöprsştuüvyzABCÇDEFGĞHIİJKLMNOÖPRSŞTUÜVYZâîûÂÎÛ0123456789"
TRANSLITERATION = "āīūĀĪŪḥṭṣḍẓḫġʿʾ"
SIGNS = "\u2010–—…“”‘’«»•·§†‡©½%°€₺→"


def font(name):
    return TTFont(io.BytesIO(faces.content(name, world())))


@pytest.mark.parametrize("face", [face for face in faces.FACES if face.family == "Metin"], ids=lambda face: face.name)
def test_the_text_face_has_every_letter_of_turkish_and_of_transliteration(face):
    known = font(face.name).getBestCmap()
    assert not [letter for letter in LETTERS + TRANSLITERATION + SIGNS if ord(letter) not in known]


def shaped(name, text, **features):
    """Return the names of the glyphs of `text` in Turkish."""
    content = faces.content(name, world())
    face = harfbuzz.Face(content)
    buffer = harfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.language = "tr"
    shaper = harfbuzz.Font(face)
    harfbuzz.shape(shaper, buffer, features)
    return [shaper.glyph_to_string(info.codepoint) for info in buffer.glyph_infos]


@pytest.mark.parametrize("face", [face for face in faces.FACES if face.family == "Metin"], ids=lambda face: face.name)
def test_among_small_capitals_the_turkish_i_keeps_its_dot(face):
    file = font(face.name)
    letters = shaped(face.name, "iıİI", smcp=True)
    heights = [file["glyf"][letter].yMax for letter in letters]
    assert heights[0] > heights[1]
    assert file["hmtx"][letters[0]] == file["hmtx"][letters[1]]
    assert shaped(face.name, "fi") == ["f", "i.TRK"]


@pytest.mark.parametrize("name", ["Amiri-Regular", "Amiri-Bold"])
def test_the_verse_face_has_vowel_marks_pauses_and_ornate_brackets(name):
    known = font(name).getBestCmap()
    assert not [
        mark for mark in "\u064b\u0650\u0651\u0652\u0670\u06d6\u06da\u06dd\u06de\u06e9﴾﴿ﷺ﷽" if ord(mark) not in known
    ]


def test_raised_figures_that_the_italic_lacks_are_taken_from_the_upright(tmp_path):
    pdf, findings = pages_of("<p><em>2,7 milyon km²</em></p>", "", tmp_path)
    assert "km²" in text_of(pdf)[0]
    assert not findings


def test_the_typewriter_face_has_every_letter_of_turkish():
    known = font("IBMPlexMono-Regular").getBestCmap()
    assert not [letter for letter in LETTERS if ord(letter) not in known]


@pytest.mark.parametrize("face", faces.FACES, ids=lambda face: face.name)
def test_a_face_is_static_and_bears_its_own_name(face):
    file = font(face.name)
    assert "fvar" not in file
    assert "gvar" not in file
    assert file["name"].getDebugName(6) == face.name


def test_weights_have_advances_of_their_own():
    assert font("EBGaramond-SemiBold")["hmtx"]["n"] != font("EBGaramond-Regular")["hmtx"]["n"]


def test_a_face_is_cut_the_same_every_time(tmp_path):
    twice = [faces.content("EBGaramond-Italic", Ledger((), tmp_path / name)) for name in ("a", "b")]
    assert twice[0] == twice[1]


def test_a_face_is_cut_once_and_then_taken_from_the_cache(monkeypatch):
    before = faces.content("EBGaramond-Regular", world())
    monkeypatch.setattr(faces, "_cut", None)
    assert faces.content("EBGaramond-Regular", world()) == before
    assert list(CACHE.glob("*.ttf"))


def test_a_face_nobody_knows_is_no_face():
    with pytest.raises(KeyError):
        faces.content("DejaVuSerif", world())


def test_f_and_i_do_not_run_together_in_turkish(tmp_path):
    def glyphs(language):
        pdf, _ = pages_of(f'<p lang="{language}">fi</p>', "@page { size: 50mm 50mm }", tmp_path)
        content = reader(pdf).pages[0].get_contents().get_data()
        return sum(len(piece) // 4 for piece in re.findall(rb"<([0-9a-f]+)>", content))

    assert (glyphs("tr"), glyphs("en")) == (2, 1)


def test_only_our_fonts_are_in_a_pdf(tmp_path):
    pdf, findings = pages_of(
        '<p>Söz <em>söz</em> <b style="font-weight: 600">söz</b> <span lang="ar" dir="rtl">كلمة</span>', "", tmp_path
    )
    fonts = {font["/BaseFont"].split("+")[1] for font in reader(pdf).pages[0]["/Resources"]["/Font"].values()}
    assert fonts == {"EBGaramond-Regular", "EBGaramond-Italic", "EBGaramond-SemiBold", "Amiri-Regular"}
    assert not findings


@pytest.mark.parametrize(
    ("body", "css", "bold"),
    [
        ("<p>500 yıl</p>", "strong { font-weight: 600 }", False),
        ("<p><strong>söz</strong></p>", "strong { font-weight: 600 }", True),
        ('<p style="font-weight: 600">söz</p>', "", True),
        ("<p>söz</p>", "p { font: 600 9pt Metin }", True),
        ("<p>söz</p>", "p { font-weight: bold }", True),
    ],
)
def test_half_bold_is_cut_only_where_something_may_be_bold(tmp_path, body, css, bold):
    html = Html(body, (Sheet(tmp_path / "a.css", css),), tmp_path)
    assert ("EBGaramond-SemiBold" in {face.name for face in faces.needed(html)}) is bold
    pdf, _ = pages_of(body, css, tmp_path)
    names = {font["/BaseFont"].split("+")[1] for font in reader(pdf).pages[0]["/Resources"]["/Font"].values()}
    assert ("EBGaramond-SemiBold" in names) is bold


def test_a_font_of_the_system_is_an_error_that_names_it_and_its_place(tmp_path):
    _, findings = pages_of("<p>söz</p>", '\np { font-family: "DejaVu Serif", Metin }', tmp_path)
    (finding,) = findings
    assert (finding.code, finding.span.line, finding.span.column) == ("P001", 2, 19)
    assert finding.span.path.endswith("style.css")
    assert "DejaVu Serif" in finding.message("tr")


def test_a_generic_family_is_nobodys_font(tmp_path):
    _, findings = pages_of("<p>söz</p>", "p { font-family: sans-serif }", tmp_path)
    assert [finding.code for finding in findings] == ["P001"]


def test_fontconfig_is_told_of_no_directory_and_the_environment_is_put_back(monkeypatch):
    for before in ("/some/where.conf", None):
        if before:
            monkeypatch.setenv("FONTCONFIG_FILE", before)
        else:
            monkeypatch.delenv("FONTCONFIG_FILE", raising=False)
        with faces.only_our_fonts():
            own = os.environ["FONTCONFIG_FILE"]
        assert own.endswith("fonts.conf")
        assert os.environ.get("FONTCONFIG_FILE") == before
