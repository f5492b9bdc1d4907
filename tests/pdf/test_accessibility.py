"""The PDF is one that a person who cannot see can read: PDF/UA-1, as a judge that is not ours finds it."""

import ctypes
import re

import page
import pypdfium2
import pypdfium2.raw as pdfium_c
import pytest

from publish.language.scripture import quran
from publish.pdf import finish
from tests.pdf.samples import laid
from tests.pdf.text_layer.readers import normal
from tests.tracing import untraced

VERSE = quran.verse(2, 186, "uthmani")
TEXT = f"""
# Dua: الدُّعَاءُ

Sözün aslı الدُّعَاءُ, “çağırmak”tır.[^1] Resûlullah ﷺ ﴿إِنَّ مَعَ الْعُسْرِ يُسْرًا﴾ ayetini okudu.

[^1]: Burada {VERSE} ayetine bakılır.

::: ayet Bakara 2/186
“Kullarım sana beni sorarlarsa, ben yakınım.”
:::

## Edep

1- Birinci.

A- Birincinin ilki.

- İlk satır: رَبَّنَا
  - İçindeki satır

    ikinci paragrafı
- Son satır

1. Bir
2. İki

| Söz | Anlamı |
|---|---|
| رَبَّنَا | Rabbimiz |
| رَبِّ زِدْنِي عِلْمًا | İlmimi artır |

![Bir çizim](cizim.svg)
"""
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>'


@pytest.fixture(scope="module")
def pdf(tmp_path_factory):
    folder = tmp_path_factory.mktemp("booklet")
    (folder / "deneme").mkdir()
    (folder / "deneme" / "cizim.svg").write_text(DRAWING, "utf-8")
    made, _ = laid(folder, TEXT)
    return made


@untraced
def failures(pdf, profile):
    report = page.validate_pdf_bytes(pdf, profile=profile)
    return sorted({f"{failure.rule_id}: {failure.message}" for failure in report.failures})


def test_a_booklet_is_pdf_ua(pdf):
    assert failures(pdf, "ua1") == []


def test_fonts_are_what_archives_ask_for(pdf):
    """PDF/A-2a, the rules on fonts: widths, glyphs, what codes mean. A reading PDF claims no more of it."""
    rules = re.compile(r"FONT|WIDTH|GLYPH|UNICODE|CID|CMAP|ENCODING")
    assert [failure for failure in failures(pdf, "2a") if rules.search(failure.split(":")[0])] == []


def test_weasyprint_leaves_items_without_bodies(tmp_path, monkeypatch):
    monkeypatch.setattr(finish, "_give_bodies_to_items", lambda pdf: None)
    made, _ = laid(tmp_path, "- Bir\n- İki")
    assert any("LI structure element" in failure for failure in failures(made, "ua1"))


def told(element):
    """Yield language and words that pdfium gives for the structure elements below `element`."""
    words = string_of(pdfium_c.FPDF_StructElement_GetActualText, element)
    if words:
        yield string_of(pdfium_c.FPDF_StructElement_GetLang, element), normal(words)
    for index in range(pdfium_c.FPDF_StructElement_CountChildren(element)):
        child = pdfium_c.FPDF_StructElement_GetChildAtIndex(element, index)
        if child:
            yield from told(child)


def string_of(function, element):
    size = function(element, None, 0)
    written = ctypes.create_string_buffer(size)
    function(element, written, size)
    return written.raw[: max(0, size - 2)].decode("utf-16-le")


def test_whoever_follows_the_tags_gets_the_order_of_reading_and_the_language(pdf):
    document, found = pypdfium2.PdfDocument(pdf), []
    for sheet in document:
        tree = pdfium_c.FPDF_StructTree_GetForPage(sheet)
        for index in range(pdfium_c.FPDF_StructTree_CountChildren(tree)):
            found += told(pdfium_c.FPDF_StructTree_GetChildAtIndex(tree, index))
        pdfium_c.FPDF_StructTree_Close(tree)
    document.close()
    assert {language for language, _ in found} == {"ar"}
    words = " ".join(words for _, words in found)
    wanted = (VERSE, quran.verse(2, 186, "simple-plain"), "الدُّعَاءُ", "﴿إِنَّ مَعَ الْعُسْرِ يُسْرًا﴾", "ﷺ", "رَبِّ زِدْنِي عِلْمًا")
    assert [text for text in wanted if normal(text) not in words] == []
