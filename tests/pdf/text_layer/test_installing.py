"""It works with the WeasyPrint it was written for, and steps aside for what it cannot draw."""

import io
import shutil
import subprocess

import pypdf
import pytest
import weasyprint
from fontTools.ttLib import TTFont

from publish.model.failure import ExitCode, PublishError
from publish.pdf import text_layer
from publish.pdf.text_layer import face
from tests.pdf.samples import codes, reader
from tests.pdf.text_layer.readers import needs_poppler, normal, pdftotext, pypdf_
from tests.pdf.text_layer.samples import CSS, block, blocks, passages, run, with_layer, without_layer

VERSE = "إِنَّ مَعَ الْعُسْرِ يُسْرًا"


def fonts(pdf):
    page = reader(pdf).pages[0]
    return [str(font["/BaseFont"]) for font in page["/Resources"]["/Font"].values()]


def test_another_version_is_refused(monkeypatch):
    monkeypatch.setattr(weasyprint, "__version__", "70.1")
    with pytest.raises(PublishError, match=r"WeasyPrint 70\.0.*70\.1") as raised:
        text_layer.install()
    assert (raised.value.key, raised.value.exit_code) == ("X007", ExitCode.SETUP)


@needs_poppler
def test_without_it_the_text_is_lost(monkeypatch):
    verses = passages(4, seed=8)
    read = normal(pdftotext(without_layer(blocks(verses), monkeypatch)))
    assert [verse for verse in verses if normal(verse) in read] == []


def test_installing_twice_changes_nothing():
    text_layer.install()
    before = weasyprint.draw.text.draw_first_line
    text_layer.install()
    assert weasyprint.draw.text.draw_first_line is before


def test_the_same_source_gives_the_same_bytes():
    body = blocks(passages(6, seed=8)) + f"<p>Söz {run(VERSE)}, sonra.</p>"
    assert with_layer(body)[0] == with_layer(body)[0]


def test_a_page_without_arabic_keeps_its_bytes(monkeypatch):
    body = "<h1>Başlık</h1><p>Yalnız Türkçe, <em>başka</em> hiçbir şey.</p>"
    assert with_layer(body)[0] == without_layer(body, monkeypatch)


@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not installed")
def test_qpdf_finds_nothing_wrong(tmp_path):
    path = tmp_path / "x.pdf"
    path.write_bytes(with_layer(blocks(passages(6, seed=8)) + f"<p>Söz {run(VERSE)}.</p>")[0])
    assert subprocess.run(["qpdf", "--check", path], capture_output=True).returncode == 0


def test_widths_in_the_pdf_are_those_of_the_glyphs():
    pdf, _ = with_layer(blocks(passages(4, seed=9)))
    font = next(iter(reader(pdf).pages[0]["/Resources"]["/Font"].values())).get_object()
    cid = font["/DescendantFonts"][0].get_object()
    first, widths = cid["/W"]
    file = TTFont(io.BytesIO(cid["/FontDescriptor"]["/FontFile2"].get_data()))
    metrics = [file["hmtx"][name][0] for name in file.getGlyphOrder()]
    scale = 1000 / file["head"].unitsPerEm
    assert len(widths) > 100
    assert [width for width, own in zip(widths, metrics[first:], strict=False) if abs(width - own * scale) > 1] == []


def test_a_character_that_no_font_has_is_still_reported(tmp_path):
    _, findings = with_layer(block("سلام \u2d5e"), CSS, tmp_path)
    assert "P007" in codes(findings)


def test_text_that_is_cut_short_is_left_to_weasyprint():
    css = CSS + "p { white-space: nowrap; overflow: hidden; text-overflow: ellipsis; width: 20mm }"
    pdf, findings = with_layer(block(VERSE), css)
    assert findings == ()
    assert len(fonts(pdf)) == 1


def test_a_full_font_is_followed_by_another(monkeypatch):
    monkeypatch.setattr(face, "HIGHEST", 100)
    verses = passages(4, seed=9)
    pdf, _ = with_layer(blocks(verses))
    assert len(fonts(pdf)) > 2
    assert [verse for verse in verses if normal(verse) not in normal(pypdf_(pdf))] == []


def test_letters_set_over_each_other_are_no_reason_to_stop():
    pdf, findings = with_layer(f"{block(VERSE)}<p>Söz {run(VERSE)}.</p>", CSS + "p { letter-spacing: -0.7em }")
    assert findings == ()
    assert pdf


@needs_poppler
def test_a_line_of_more_em_than_a_font_can_count_is_set_and_read():
    words = " ".join(["قَالَ،"] * 60)
    body = f"<p>{'Yalnız Türkçe. ' * 60}</p>{block(words, 5)}"
    pdf, findings = with_layer(body, CSS)
    assert findings == ()
    assert normal(pdftotext(pdf)).count("قَالَ، ") >= 59


def test_latin_amid_arabic_may_fill_a_line():
    pdf, findings = with_layer(block(f"{VERSE} {'x' * 90} {VERSE}", 5))
    assert findings == ()
    assert "x" * 90 in pypdf_(pdf)


def test_arabic_without_an_element_of_its_own_is_read_too():
    pdf, _ = with_layer(f"<p>Sözün aslı {VERSE} idi.</p>", CSS + "html { font-family: Metin, Ayet }")
    assert normal(VERSE) in normal(pypdf_(pdf))


def test_turkish_and_arabic_of_one_font_are_read_in_order():
    pdf, _ = with_layer(f"<p>Sözün aslı {VERSE} idi, sonra.</p>", CSS + "html { font-family: Ayet }")
    assert normal(f"Sözün aslı {VERSE} idi, sonra.") in normal(pypdf_(pdf))


def test_joiners_that_are_not_seen_are_kept():
    text = "هـ\u200d ن\u200cم"
    pdf, _ = with_layer(block(text))
    assert text in normal(pypdf_(pdf))


def test_words_of_a_drawing_are_left_to_weasyprint(monkeypatch):
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40">'
        f'<text x="10" y="30" font-family="Ayet">{VERSE}</text></svg>'
    )
    assert with_layer(drawing)[0] == without_layer(drawing, monkeypatch)


def tree(element):
    """Yield the structure elements below `element`, which is one itself."""
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pypdf.generic.ArrayObject) else [kids]:
        kid = kid.get_object()
        if isinstance(kid, pypdf.generic.DictionaryObject) and "/S" in kid:
            yield kid
            yield from tree(kid)


def test_those_who_listen_get_the_order_of_reading_and_the_language():
    body = f"<p>Söz {run(VERSE)} ve <span lang=en>a word</span>.</p>{block(VERSE)}"
    pdf, _ = with_layer(body)
    root = reader(pdf).trailer["/Root"]["/StructTreeRoot"]
    said = [
        (str(element.get("/Lang", "")), normal(str(element.get("/ActualText", ""))))
        for element in tree(root)
        if not isinstance(element.get("/K")[0], pypdf.generic.IndirectObject)
    ]
    assert said == [("", ""), ("ar", VERSE), ("", ""), ("en", ""), ("", ""), ("ar", VERSE)]
