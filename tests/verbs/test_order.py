"""The order that goes to the printer: one page with all that he would ask on the telephone."""

import hashlib
from io import BytesIO

import pikepdf
import pypdf
import pytest

from publish.cli import main
from publish.model.failure import ExitCode
from tests.pdf.samples import CACHE
from tests.verbs.samples import DATED, HOUSE, TEXT


def pages(count):
    pdf, buffer = pikepdf.new(), BytesIO()
    for _ in range(count):
        pdf.add_blank_page(page_size=(420, 595))
    pdf.save(buffer, deterministic_id=True)
    return buffer.getvalue()


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "content" / "oruc"
    path.mkdir(parents=True)
    (path / "text.md").write_text(TEXT, "utf-8")
    (path.parent / "house.toml").write_text(HOUSE, "utf-8")
    (tmp_path / "oruc-print.pdf").write_bytes(pages(22))
    (tmp_path / "oruc-cover.pdf").write_bytes(pages(2))
    return path


def ordered(folder, capsys, *, keys="", cover=True, settings=DATED):
    (folder / "booklet.toml").write_text(f'title = "Oruç"\n{settings}{keys}', "utf-8")
    here = folder.parents[1]
    files = ["--print", str(here / "oruc-print.pdf")] + ["--cover", str(here / "oruc-cover.pdf")] * cover
    places = ["--styles", "styles", "--cache", str(CACHE), "--depfile", str(here / "order.d")]
    code = main(["order", str(folder), *files, "-o", str(here / "order.pdf"), *places])
    said = capsys.readouterr().err
    if code != ExitCode.OK:
        return code, said
    read = pypdf.PdfReader(here / "order.pdf")
    assert len(read.pages) == 1
    return code, " ".join(read.pages[0].extract_text().split())


def test_the_order_says_what_the_printer_would_ask(folder, capsys):
    keys = """
[print]
run = 1500
finishing = ["mat selefon", "köşe yuvarlama"]
paper = "holmen-70"
trim = "135x210"
ink = "cmyk"
ink_limit = 260
bleed = 5
[cover]
paper = "bristol-250"
bandrol = false
"""
    _, text = ordered(folder, capsys, keys=keys)
    for words in (
        "1.500 adet",
        "mat selefon, köşe yuvarlama",
        "70 g Holmen (70 g/m², hacim 1,8, kuşesiz)",
        "135 × 210 mm",
        "4 + 4, CMYK",
        "toplam mürekkep en çok %260",
        "5 mm",
        "250 g Amerikan bristol",
        "tel dikiş",
        "22 sayfa + 2 boş = 24 sayfa, 6 tabaka",
        "Kandil Basımevi",
        "Hokka Sokağı 1",
    ):
        assert words in text
    assert "androl" not in text.replace("Kandil", "")


def test_inner_pages_and_cover_are_told_apart_where_their_papers_differ(folder, capsys):
    _, text = ordered(folder, capsys)
    assert "PDF/X-4, FOGRA29, toplam mürekkep en çok %280; kapak FOGRA39, %300" in text
    _, text = ordered(folder, capsys, cover=False)
    assert "kapak FOGRA39" not in text
    _, text = ordered(folder, capsys, keys='[print]\ncover = "self"\n')
    assert "kapak FOGRA" not in text


def test_each_file_goes_with_its_sum(folder, capsys):
    _, text = ordered(folder, capsys)
    for name, count in (("oruc-print.pdf", 22), ("oruc-cover.pdf", 2)):
        content = (folder.parents[1] / name).read_bytes()
        assert f"{count} sayfa" in text
        assert name in text
        assert hashlib.sha256(content).hexdigest() in text
    depfile = (folder.parents[1] / "order.d").read_text("utf-8")
    assert "oruc-print.pdf" in depfile
    assert "oruc-cover.pdf" in depfile


def test_a_glued_book_has_a_spine_and_formas(folder, capsys):
    _, text = ordered(folder, capsys, keys='[print]\nbinding = "perfect_bound"\n', cover=False)
    assert "amerikan cilt" in text
    assert "1,5 forma" in text
    assert "Sırt 2,12 mm" in text
    assert "oruc-cover.pdf" not in text


def test_no_order_without_an_imprint_that_the_law_accepts(folder, capsys):
    code, said = ordered(folder, capsys, settings="")
    assert code == ExitCode.FINDINGS
    assert "error[K003]" in said
    assert not (folder.parents[1] / "order.pdf").exists()


def test_no_file_that_is_ordered_is_written_over(folder, capsys):
    file = folder.parents[1] / "oruc-print.pdf"
    before = file.read_bytes()
    assert main(["order", str(folder), "--print", str(file), "-o", str(file)]) == ExitCode.USAGE
    assert "error[X041]" in capsys.readouterr().err
    assert file.read_bytes() == before


def test_no_order_for_a_file_that_is_none(folder, capsys):
    (folder.parents[1] / "oruc-print.pdf").write_bytes(b"PK")
    code, said = ordered(folder, capsys)
    assert code == ExitCode.FINDINGS
    assert "error[B001]" in said
