"""Every booklet that ships, and a real document where it is at hand, as the printer gets it: told by others than us."""

import re

import pytest

from publish.build import printing
from publish.ledger import Ledger
from publish.model.finding import Severity
from publish.press.preflight.inspect import inspect
from publish.press.preflight.registry import Wanted
from tests.pdf.archives import complaints
from tests.pdf.shelf import OURS, job, pdf_of
from tests.press.print import judge

pytestmark = pytest.mark.untraced


@pytest.fixture(scope="module", params=[*OURS, "somebody else's"])
def files(request, shelf, tmp_path_factory):
    """Return the reading PDF of a booklet and its print PDF."""
    place = shelf.ours(request.param) if request.param in OURS else shelf.real()
    laid, made = pdf_of(place), tmp_path_factory.mktemp("print") / "x-print.pdf"
    outcome, _ = printing.print_job(job(place), laid)
    assert [finding.code for finding in outcome.findings if finding.code[0] == "B"] == []
    made.write_bytes(outcome.content)
    return laid, made


def test_archives_and_all_readers_take_the_reading_pdf(files):
    laid, made = files
    assert complaints(laid) == []
    packet = judge.read(made.read_bytes()).trailer["/Root"]["/Metadata"].get_data()
    assert not {b"pdfaid", b"pdfuaid"} & set(re.findall(rb"\w+", packet)), "what goes to the printer is no archive's"


def test_a_printer_takes_the_file(files, tmp_path):
    laid, made = files
    report, _ = inspect(made.read_bytes(), Wanted(ink="black", limit=280), "x", Ledger((), tmp_path))
    assert [each.finding.code for each in report.seen if each.finding.severity is not Severity.NOTE] == []
    assert judge.checked(made) == ""
    reader, source = judge.read(made.read_bytes()), judge.read(laid.read_bytes())
    _has_boxes(reader, source)
    _is_in_ink(reader)
    _has_its_fonts(reader)
    _is_clear(made)
    for cyan, magenta, yellow, _ in judge.inks(made):
        assert (cyan, magenta, yellow) == (0, 0, 0)
    plates = judge.plates(tmp_path, made, dpi=36)
    assert len(plates) == len(source.pages)
    assert max(judge.most_ink(plate) for plate in plates) <= 100


def _has_boxes(reader, source):
    assert len(reader.pages) == len(source.pages)
    for page, read in zip(reader.pages, source.pages, strict=True):
        width, height = (float(read["/TrimBox"][at + 2]) - float(read["/TrimBox"][at]) for at in (0, 1))
        assert read["/CropBox"] == read["/TrimBox"]
        trim = (round(width / judge.MM, 2), round(height / judge.MM, 2))
        assert judge.box(page, "/TrimBox") == (0, 0, *trim)
        for name, more in (("/BleedBox", 3), ("/MediaBox", 9)):
            expected = (-more, -more, trim[0] + more, trim[1] + more)
            assert judge.box(page, name) == pytest.approx(expected, abs=0.01)


def _is_in_ink(reader):
    for page in reader.pages:
        assert judge.choices(page) <= {"cs", "scn"}, "those of patterns"
    intent = reader.trailer["/Root"]["/OutputIntents"][0]
    assert intent["/OutputConditionIdentifier"] == "FOGRA29"
    assert reader.metadata["/Trapped"] == "/False"


def _has_its_fonts(reader):
    fonts = {font.indirect_reference.idnum: font for page in reader.pages for font in _fonts(page)}
    assert fonts
    for font in fonts.values():
        inner = font["/DescendantFonts"][0] if "/DescendantFonts" in font else font
        descriptor = inner["/FontDescriptor"]
        assert {"/FontFile2", "/FontFile3"} & set(descriptor)
        assert descriptor["/FontName"][7] == "+", "a subset has a tag of six letters"


def _fonts(page):
    return [font.get_object() for font in page["/Resources"].get("/Font", {}).values()]


def _is_clear(path):
    """Find nothing in any object of the file that a printer has no use for, or that is not in ink."""
    for table in judge.tables(path):
        assert not {"/Annots", "/StructParents", "/AA", "/JS", "/EmbeddedFiles", "/AcroForm"} & set(table), table
        assert table.get("/Type") not in ("/Annot", "/StructElem", "/Outlines"), table
        spaces = [str(table.get(key)) for key in ("/ColorSpace", "/CS")]
        assert not any("RGB" in space or "ICCBased" in space or "Lab" in space for space in spaces), table
