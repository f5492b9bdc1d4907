"""The pages of a proof are the pages of the book: the same words in the same places, and marks around them."""

import io
from dataclasses import replace

import pypdf
import pypdfium2
import pytest

from publish.model.proof import Blemish, Kind, Sheets
from publish.pdf.proof import reading
from publish.pdf.typeset import lay_out
from publish.proof import archive
from publish.proof.judge import judge
from publish.render.print import to_html
from publish.render.proof import sheets
from tests.pdf.samples import STYLES, read, world, write

TEXT = """# Kalem

Soru: Kalem nedir, kim açtı ve niçin bu kadar anılır?

Cevap: Kamıştan kesilen kalem yüzyıllarca yazının ölçüsü oldu; müstensih onu makta üstünde açar, mürekkebe
batırır, satır satır yürütürdü. Ona yemin edilir: ن وَالْقَلَمِ sözüyle açılan sure bundandır [Kalem 1]. Kur’an-ı
Kerîm’in ilk ayetlerinde de anılır.[^1] Satırların arası açılmasın, kelimeler birbirine girmesin diye dizgici de
kalem sahibi kadar ölçülü davranırdı; ölçüsüz satır gözü yorar, göz yorulunca söz yitip giderdi.

1- Kamış sazlıktan kesilir, gübreye yatırılır, kızarınca çıkarılıp tıraşlanır ve ucu eğri kesilirdi.

| Kalem | Ağız |
|---|---|
| celî | 30 |

::: ayet Kalem 1
“Nûn. Kaleme ve satır satır yazdıklarına andolsun.”
:::

[^1]: İlk inen ayetler için Alak suresine bakılır; “oku” emri orada, kalem de oradadır.
"""


def record_of(folder, text=TEXT, settings='title = "Kalem"', style=None):
    """Return the record of a booklet, and its HTML."""
    place = write(folder, text, settings, style)
    html, _ = to_html(read(place), STYLES, world(place))
    seen = []
    laid, _ = lay_out(html, world(place), proof=seen.append)
    assert laid.pdf == b""
    return seen[0], html, place


def proved(place, html):
    def write_sheets(record):
        return sheets.write(read(place), record, judge(record), None)

    return lay_out(html, world(place), proof=write_sheets)[0].pdf


def objects(page):
    """Return the text objects of a page: where they stand and how large they are."""
    return [
        (round(matrix.e, 2), round(matrix.f, 2), round(matrix.a, 3))
        for each in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT])
        for matrix in [each.get_matrix()]
    ]


@pytest.fixture(scope="module")
def kalem(tmp_path_factory):
    return record_of(tmp_path_factory.mktemp("kalem"))


def test_the_pages_of_a_proof_have_the_same_words_in_the_same_places(kalem):
    _, html, place = kalem
    book = pypdfium2.PdfDocument(lay_out(html, world(place))[0].pdf)
    proof = pypdfium2.PdfDocument(proved(place, html))
    lists = len(proof) - len(book)
    assert lists == 1
    for number, page in enumerate(book):
        own, over = objects(page), objects(proof[number + lists])
        assert own == over[: len(own)]
        assert len(over) > len(own)  # the marks come after


@pytest.mark.untraced
def test_a_sheet_is_larger_than_the_trim_and_says_where_that_is(kalem):
    _, html, place = kalem
    proof = pypdf.PdfReader(io.BytesIO(proved(place, html)))
    page = proof.pages[-1]
    assert [round(float(side)) for side in page.trimbox] == [0, 0, 420, 595]
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)
    assert -float(page.mediabox.left) == pytest.approx(float(page.mediabox.right - page.trimbox.right))


@pytest.mark.untraced
def test_a_trim_larger_than_a4_gets_a_larger_sheet(tmp_path):
    style = ":root { --page-width: 220mm; --page-height: 300mm; }"
    _, html, place = record_of(tmp_path, style=style)
    page = pypdf.PdfReader(io.BytesIO(proved(place, html))).pages[-1]
    assert float(page.mediabox.width) > float(page.trimbox.width) + 120


def test_a_proof_keeps_its_text_to_the_letter(kalem):
    record, html, place = kalem
    assert reading.text_of(proved(place, html)) == record.text


def words(record, kind=Kind.PARAGRAPH):
    return [" ".join(word.text for word in each.words) for each in record.text.passages if each.kind is kind]


def test_passages_are_what_the_author_wrote_whatever_the_lines_are(kalem):
    record = kalem[0]
    (answer,) = (text for text in words(record) if text.startswith("Cevap:"))
    written = TEXT.split("\n\n")[2].replace("\n", " ").replace("[^1]", " \ufffc1")
    assert answer == written
    assert words(record, Kind.HEADING) == ["Kalem"]
    assert words(record, Kind.CELL) == ["Kalem", "Ağız", "celî", "30"]
    assert words(record, Kind.NOTE) == ["\ufffc1 " + TEXT.rstrip().rsplit("]: ", 1)[1]]
    assert any(text.startswith("1- Kamış") for text in words(record))
    assert not any("\u2010" in text for text in words(record))


@pytest.mark.untraced
@pytest.mark.parametrize("trim", ["a6", "135x210"])
def test_other_lines_and_pages_change_no_passage(kalem, tmp_path, trim):
    record = record_of(tmp_path, settings=f'title = "Kalem"\n[print]\ntrim = "{trim}"')[0]
    assert record.text.passages != kalem[0].text.passages
    assert [words(record, kind) for kind in Kind] == [words(kalem[0], kind) for kind in Kind]


def test_lines_are_numbered_from_the_top_of_the_page_and_notes_last(kalem):
    page = kalem[0].pages[-1]
    numbers = [line.number for line in page.lines]
    assert numbers[0] == 1
    assert max(numbers) == page.lines[-1].number
    assert page.lines[-1].is_note
    tops = {line.number: line.baseline for line in page.lines}
    assert [tops[number] for number in sorted(tops)] == sorted(tops.values())


def test_contents_and_running_heads_are_no_passages(tmp_path):
    text = "\n\n".join(f"## Bahis {number}\n\nSöz {number}." for number in range(1, 7))
    record = record_of(tmp_path, f"# Kalem\n\n{text}\n")[0]
    said = [" ".join(word.text for word in each.words) for each in record.text.passages]
    assert said.count("Bahis 3") == 1
    assert not any("İçindekiler" in text for text in said)
    assert any(line.passage == -1 for page in record.pages for line in page.lines)


def test_the_head_of_a_table_on_its_second_page_is_not_said_again(tmp_path):
    rows = "\n".join(f"| {number} | söz |" for number in range(80))
    record = record_of(tmp_path, f"# Kalem\n\n| Sıra | Karşılık |\n|---|---|\n{rows}\n")[0]
    assert words(record, Kind.CELL).count("Karşılık") == 1
    assert len(words(record, Kind.CELL)) == 2 + 160


def marks(folder, body, css):
    """Return the blemishes of bare HTML."""
    from publish.model.html import Html, Sheet

    sheet = Sheet(folder / "style.css", f"html {{ font: 10pt/15pt Metin, Ayet; text-align: justify }}{css}")
    html = Html(f'<html lang="tr"><title>x</title><body>{body}</body></html>', (sheet,), folder)
    seen = []
    lay_out(html, world(folder), proof=seen.append)
    return {mark.blemish for mark in judge(seen[0])}, seen[0]


def test_a_narrow_column_has_loose_lines_as_wide_as_they_are_drawn(tmp_path):
    found, record = marks(tmp_path, "<p>sürdürülebilirlik bir sürdürülebilirlik iki üç dört sürdürülebilirlik beş</p>",
                          "p { width: 33mm; hyphens: none }")  # fmt: skip
    assert Blemish.LOOSE in found
    line = next(line for page in record.pages for line in page.lines if line.is_full and line.gaps)
    assert line.gaps[0].right - line.gaps[0].left > 0.45 * 10


def test_a_line_that_the_composer_leaves_is_told(tmp_path):
    body = "<p>" + "kalem kâğıt mürekkep " * 20 + "</p>"
    found, _ = marks(tmp_path, body, "p { width: 80mm; letter-spacing: 0.2pt }")
    assert Blemish.STOCK in found
    assert Blemish.STOCK not in marks(tmp_path, body, "p { width: 80mm }")[0]


def test_a_ladder_is_seen_where_hyphens_stand_on_each_other(tmp_path):
    body = "<p>" + "sürdürülebilirlik " * 12 + "</p>"
    found, record = marks(tmp_path, body, "p { width: 21mm; hyphens: auto }")
    assert Blemish.LADDER in found
    assert words(record) == [("sürdürülebilirlik " * 12).strip()]


def test_widows_orphans_and_stubs_of_a_careless_style_are_seen(tmp_path):
    body = "".join(f"<p>{'kalem kâğıt mürekkep ' * (5 + number % 3)}</p>" for number in range(30))
    css = "@page { size: 100mm 61mm; margin: 10mm } p { margin: 0; orphans: 1; widows: 1; hyphens: none }"
    found, _ = marks(tmp_path, body, css)
    assert {Blemish.WIDOW, Blemish.ORPHAN} <= found


def test_chapters_that_begin_pages_leave_the_one_before_short(tmp_path):
    css = "@page { size: 100mm 150mm } h1 { break-before: page }"
    body = "".join(f"<h1>Bölüm</h1>{'<p>kalem kâğıt mürekkep</p>' * (3 + number)}" for number in range(6))
    found, record = marks(tmp_path, body, css)
    assert Blemish.DEPTH not in found
    assert all(page.ends_early for page in record.pages)


def test_sheets_for_another_number_of_pages_are_a_mistake_of_ours(kalem):
    _, html, place = kalem
    made = Sheets("<p>x</p>", "<p>x</p>", 600, 900, archive.write(kalem[0].text))
    _, findings = lay_out(html, world(place), proof=lambda record: replace(made))
    assert [finding.code for finding in findings] == ["P006"]


def test_hyphens_of_lines_are_those_that_were_drawn(tmp_path):
    _, record = marks(tmp_path, "<p>" + "sürdürülebilirlik ve kalem " * 12 + "</p>", "p { width: 40mm; hyphens: auto }")
    lines = [line for page in record.pages for line in page.lines]
    assert any(line.has_hyphen for line in lines)
    assert not any(line.has_hyphen for line in lines if line.is_last)
