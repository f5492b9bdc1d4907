"""What the importer mends is told, and what the text itself has wrong is told by its line and left alone."""

import pytest

from tests.source.importing.corpus import document
from tests.source.importing.reading import read
from tests.source.importing.torn import Style, tear

HEAD = "Başlık Olan Söz\n\nBu ilk paragraf yeterince uzun bir cümleyle başlar ve burada biter.\n\n"
PAGE = "Komşumuz bu konuda uzun uzun anlattı ve sözünü bitirmeden bize dönüp\n"
DATES = "Olay oldu ({} Kandil Haber) ve bitti.\n\n"
DOCUMENTS = {
    "I004": "Şu ışıklı günde çocuğun ağzı kurudu, öğle üstü eve döndü.\n".encode("cp1254"),
    "I005": HEAD + "Okunamayan \ufffd harf var.\n",
    "I006": HEAD + "Gö\u200brünmeyen i\u0307şaret var.\n",
    "I007": tear(document(1), Style(page=30, heads=("KİTABIN ADI",), width=50)),
    "I008": tear(document(1), Style(page=30, foot="#", width=50)),
    "I009": tear(document(1), Style(width=46, page=50, columns=True)),
    "I010": tear(document(1), Style(width=50)),
    "I011": HEAD + "Söz “açıldı ve kapanmadı.\n",
    "I012": HEAD + "Söz açılmadı” ve kapandı.\n",
    "I013": HEAD + "Şöyle dedi: “Bana “gel” dedi, geldim.”\n",
    "I014": HEAD + "".join(DATES.format(f"{day:02}.01.2022") for day in range(6, 12)) + DATES.format("08.01.2021"),
    "I015": HEAD + "Satırda رَبَّنَا آتِنَا var.\n",
    "I016": HEAD + "\n\n".join(f"Satırda رَبَّنَا آتِنَا var {number}." for number in range(60)),
    "I018": HEAD
    + "Yazıya oturdu, bir de baktı ki elinde k-\nalem yokmuş; kalktı, aradı, sonunda masanın altında buldu.\n",
    "I019": "bu ilk paragraf uzun bir cümleyle başlar ve biter; başlık yoktur.\n\nikinci paragraf da böyledir.\n",
    "I020": HEAD + "Metinde bir söz geçer[1] ve devam eder; bir söz daha[2].\n\n[1] Birinci not.\n[2] İkinci not.\n",
    "I021": HEAD + PAGE + "1 Birinci notun sözleri burada.\n2 İkinci notun sözleri burada.\n\fbaktı; sonra gitti.\n",
    "I022": HEAD + "1) Birinci madde böyledir.\n\n2) İkinci madde de böyledir.\n\n3) Üçüncü de öyle.\n",
    "I023": HEAD + "\n\n".join(f"Söz “açıldı ve kapanmadı {number} kere." for number in range(120)),
}


def codes(content):
    _, findings = read(content if isinstance(content, bytes) else content.encode())
    return {finding.code for finding in findings}


@pytest.mark.parametrize("code", DOCUMENTS)
def test_it_is_told(code):
    assert code in codes(DOCUMENTS[code])


def test_a_clean_short_text_has_nothing_to_tell():
    assert codes(HEAD) == set()


def test_a_fault_of_the_text_is_told_by_its_line_and_left_alone():
    imported, findings = read((HEAD + "Birinci satır.\n\nSöz “açıldı ve kapanmadı.\n").encode())
    assert "Söz “açıldı ve kapanmadı." in imported.text_md.decode()
    assert [finding.span.line for finding in findings if finding.code == "I011"] == [7]
