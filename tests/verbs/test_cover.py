"""`publish cover`: one sheet in the inks of its paper, as wide as its pages ask, marked where it is cut and folded."""

import re
import subprocess
from io import BytesIO

import pypdf
import pytest
import zxingcpp
from PIL import Image

from publish.build.cover import width
from publish.cli import main
from publish.model.conditions import OURS
from publish.model.failure import ExitCode
from publish.model.printing import Paper
from publish.model.settings import House
from tests.epub.samples import booklet
from tests.press.print import judge

MM = 72 / 25.4
SETTINGS = """title = "Kalem"
authors = ["Ali Er"]
isbn = "978-975-08-0294-2"
description = "Kalemin hikâyesi."
[cover]
design = "sade"
barcode = 100
[print]
binding = "perfect_bound"
published = false
"""


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "content" / "kalem"
    made.mkdir(parents=True)
    (made / "booklet.toml").write_text(SETTINGS, "utf-8")
    (made / "text.md").write_text("# Kalem\n\nKalem yazar.\n", "utf-8")
    (tmp_path / "content" / "house.toml").write_text('name = "Kandil"\ncity = "Bursa"\n', "utf-8")
    return made


@pytest.fixture
def cover(folder, tmp_path):
    """Return a function that makes the cover and opens it."""

    def make(*options, settings="", name="x", design="sade", percent=100):
        if settings or design != "sade":
            head = SETTINGS.replace("sade", design).replace("100", f"{percent}")
            (folder / "booklet.toml").write_text(head + settings, "utf-8")
        output = tmp_path / f"{name}-cover.pdf"
        places = ["--depfile", f"{output}.d", "--cache", "build/.cache"]
        code = main(["cover", str(folder), "-o", str(output), *places, *map(str, options)])
        return code, output.read_bytes() if output.exists() else b""

    return make


def sheet(content):
    (page,) = pypdf.PdfReader(BytesIO(content)).pages
    return page


def folds(page):
    """Return where the dashed marks stand, mm from the trim's left."""
    data = page.get_contents().get_data().decode("latin-1")
    dashed = data.partition("[3 1.5] 0 d")[2].partition("Q")[0]
    return {round((float(x) - float(page.trimbox.left)) / MM, 1) for x in re.findall(r"([-\d.]+) [-\d.]+ m", dashed)}


def wide(page):
    return round(float(page.trimbox.width) / MM, 1)


@pytest.mark.untraced
def test_a_cover_is_as_wide_as_both_boards_and_the_spine_and_is_marked_where_it_is_folded(cover):
    code, content = cover("--pages", 200)
    assert code == ExitCode.OK
    page = sheet(content)
    spine = round(100 * 0.1 + 2 * 0.36 + 0.3, 1)
    assert wide(page) == pytest.approx(296 + spine, abs=0.05)
    assert folds(page) == {148.0, round(148 + spine, 1)}
    bleed = [(float(a) - float(b)) / MM for a, b in zip(page.trimbox, page.bleedbox, strict=True)]
    assert bleed == pytest.approx([3, 3, -3, -3], abs=0.01)
    assert cover("--pages", 200, name="again")[1] == content


@pytest.mark.untraced
def test_a_cover_is_in_process_inks_and_its_barcode_in_black_alone(cover, tmp_path):
    _, content = cover("--pages", 60, design="yildiz")
    page = sheet(content)
    data = page.get_contents().get_data().decode("latin-1")
    intent = pypdf.PdfReader(BytesIO(content)).trailer["/Root"]["/OutputIntents"][0].get_object()
    assert intent["/OutputConditionIdentifier"] == "FOGRA39"
    assert not re.search(r"\s(rg|RG|sc|SC)\s", data)
    (plates,) = judge.plates(tmp_path, tmp_path / "x-cover.pdf", dpi=127)
    assert judge.most_ink(plates) <= 301
    symbol = plates.crop(tuple(round((at + 3) * 5) for at in (93, 160, 127, 188)))
    cyan, magenta, yellow, black = symbol.getextrema()
    assert (cyan, magenta, yellow, black) == ((0, 0), (0, 0), (0, 0), (0, 255))
    assert plates.getextrema()[0][1] > 100


@pytest.mark.untraced
@pytest.mark.parametrize(("percent", "design"), [(80, "yildiz"), (100, "sade"), (200, "yildiz")])
def test_two_decoders_read_the_barcode_at_200_and_at_400_dots_an_inch(cover, tmp_path, percent, design):
    cover("--pages", 60, settings="marks = false\n", design=design, percent=percent)
    for resolution in (200, 400):
        lower_half = ["-y", f"{resolution * 4}", "-W", f"{resolution * 6}", "-H", f"{resolution * 5}"]
        command = ["pdftoppm", "-r", f"{resolution}", "-gray", "-singlefile", *lower_half, "x-cover.pdf", "kapak"]
        subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
        with Image.open(tmp_path / "kapak.pgm") as picture:
            read = [(str(each.format), each.text) for each in zxingcpp.read_barcodes(picture)]
        assert [text for _, text in read] == ["9789750802942"]
        assert "13" in read[0][0]
        done = subprocess.run(["zbarimg", "-q", tmp_path / "kapak.pgm"], check=False, capture_output=True, text=True)
        assert "EAN-13:9789750802942" in done.stdout.split()


def test_pages_are_counted_in_the_laid_out_booklet(cover, tmp_path, capsys):
    writer = pypdf.PdfWriter()
    for _ in range(40):
        writer.add_blank_page(400, 600)
    writer.write(tmp_path / "x.pdf")
    _, content = cover("--laid", tmp_path / "x.pdf")
    assert wide(sheet(content)) == pytest.approx(296 + 20 * 0.1 + 2 * 0.36 + 0.3, abs=0.06)
    assert str(tmp_path / "x.pdf") in (tmp_path / "x-cover.pdf.d").read_text()
    (tmp_path / "x.pdf").write_bytes(b"no PDF")
    assert cover("--laid", tmp_path / "x.pdf", name="none") == (ExitCode.FINDINGS, b"")
    assert "B001" in capsys.readouterr().err
    assert cover("--laid", tmp_path / "none-cover.pdf", name="none")[0] == ExitCode.USAGE
    assert cover("--laid", tmp_path / "nowhere.pdf", name="none")[0] == ExitCode.NOT_FOUND


def test_the_bleed_is_as_wide_as_wanted_and_without_marks_there_are_none(cover):
    _, content = cover("--pages", 60, settings="marks = false\nbleed = 5\n")
    page = sheet(content)
    assert folds(page) == set()
    assert float(page.trimbox.left - page.bleedbox.left) / MM == pytest.approx(5, abs=0.01)


@pytest.mark.untraced
@pytest.mark.parametrize("verb", ["cover", "epub"])
def test_the_logo_beside_the_house_file_is_read_and_noted(folder, cover, tmp_path, verb):
    Image.new("RGB", (600, 200), "#123a7a").save(folder.parent / "logo.png")
    (folder.parent / "house.toml").write_text('name = "Kandil"\nlogo = "logo.png"\n', "utf-8")
    output = tmp_path / "out"
    length = ["--pages", "60"] if verb == "cover" else []
    places = ["-o", str(output), "--depfile", f"{output}.d", "--cache", "build/.cache"]
    assert main([verb, str(folder), *places, *length]) == ExitCode.OK
    assert "logo.png" in (tmp_path / "out.d").read_text("utf-8")


def test_the_profile_of_other_paper_is_not_that_of_the_cover(cover, folder):
    (folder / "matbaa.icc").write_bytes(OURS["uncoated"].profile.read_bytes())
    own = 'profile = "matbaa.icc"\ncondition = "FOGRA29"\n'
    for more, condition in ((own, "FOGRA39"), (f'{own}paper = "kuse-115"\n', "FOGRA29")):
        _, content = cover("--pages", 60, settings=more)
        intent = pypdf.PdfReader(BytesIO(content)).trailer["/Root"]["/OutputIntents"][0].get_object()
        assert intent["/OutputConditionIdentifier"] == condition


@pytest.mark.parametrize("pages", ["0", "-3", "1e9", "otuz", "99999"])
def test_a_number_of_pages_that_no_book_has_is_refused(cover, pages):
    with pytest.raises(SystemExit):
        cover(f"--pages={pages}")


def test_styles_without_the_trim_are_named(cover, tmp_path, capsys):
    assert cover("--pages", 60, "--styles", tmp_path) == (ExitCode.FINDINGS, b"")
    assert "F002" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("settings", "spine"),
    [
        ({}, 100 * 0.1 + 2 * 0.36 + 0.3),
        ({"print": {"paper": "enzo-60"}}, 100 * 0.09 + 2 * 0.36 + 0.3),
        ({"print": {"paper": "ince"}}, 100 * 0.04 + 2 * 0.36 + 0.3),
        ({"cover": {"paper": "bristol-250"}}, 100 * 0.1 + 2 * 0.3125 + 0.3),
        ({"cover": {"glue": 0.8}}, 100 * 0.1 + 2 * 0.36 + 0.8),
        ({"print": {"binding": "saddle_stitch"}}, 0),
    ],
)
def test_the_spine_is_as_wide_as_leaves_boards_and_glue(tmp_path, settings, spine):
    house = House(papers={"ince": Paper(label="ince", gsm=40, bulk=1.0, surface="uncoated")})
    settings = {**settings, "print": {"binding": "perfect_bound", **settings.get("print", {})}}
    made = booklet(tmp_path, house=house, **settings)
    assert width(made, 200).value == pytest.approx(spine, abs=0.006)
    assert width(made, 199).value == width(made, 200).value


def test_no_cover_for_pages_that_the_law_does_not_let_out(cover, folder, capsys):
    for published, code in (("false", ExitCode.OK), ("true", ExitCode.FINDINGS)):
        (folder / "booklet.toml").write_text(SETTINGS.replace("published = false", f"published = {published}"), "utf-8")
        assert cover("--pages", 60, name=published)[0] == code
        assert ("error[K003]" in capsys.readouterr().err) == (code == ExitCode.FINDINGS)


def test_a_cover_is_judged_before_it_is_released(folder, cover, tmp_path, capsys):
    Image.new("RGB", (60, 20), "#123a7a").save(folder.parent / "logo.png")
    (folder.parent / "house.toml").write_text('name = "Kandil"\nlogo = "logo.png"\n', "utf-8")
    assert cover("--pages", 40)[0] == ExitCode.FINDINGS
    assert "kalem-cover.pdf: error[B140]" in capsys.readouterr().err
