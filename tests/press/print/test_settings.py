"""What `[print]` says of profile, condition and ink comes to something, or is refused with a sentence."""

import pytest
from PIL import ImageCms

from publish import build
from publish.build import printing
from publish.model.conditions import OURS
from publish.model.failure import PublishError
from tests.pdf.samples import CACHE, STYLES, write
from tests.press.print import judge
from tests.press.print.judge import read
from tests.press.print.samples import pdf

LAID = pdf(b"0 0 0 rg 10 10 50 50 re f 1 0 0 rg 80 80 20 20 re f")
PRINTERS = OURS["coated"].profile.read_bytes()


def job(folder, settings="", laid=LAID):
    place = write(folder, "Söz.", f'title = "Deneme"\n[print]\n{settings}\npublished = false')
    (folder / "x.pdf").write_bytes(laid)
    return build.Job(place, STYLES, CACHE)


def outcome(folder, settings="", laid=LAID):
    return printing.print_job(job(folder, settings, laid), folder / "x.pdf")[0]


def codes(folder, settings="", laid=LAID):
    return told(outcome(folder, settings, laid))


def told(made):
    """Return the codes of findings but for those about the imprint."""
    return [finding.code for finding in made.findings if finding.code[0] != "K"]


def intent(made):
    return read(made.content).trailer["/Root"]["/OutputIntents"][0].get_object()


@pytest.mark.parametrize(("paper", "condition"), [("1-hamur-80", "FOGRA29"), ("kuse-115", "FOGRA39")])
def test_the_paper_decides_on_the_profile(tmp_path, paper, condition):
    made = intent(outcome(tmp_path, f'paper = "{paper}"'))
    assert made["/OutputConditionIdentifier"] == condition
    assert made["/RegistryName"] == "http://www.color.org"
    assert made["/S"] == "/GTS_PDFX"
    profile = made["/DestOutputProfile"].get_object()
    assert profile["/N"] == 4
    assert profile.get_data()[36:40] == b"acsp"


@pytest.mark.parametrize("place", ["deneme", "."], ids=["beside the booklet", "beside the house file"])
def test_the_printer_may_bring_a_profile(tmp_path, place):
    wanted = job(tmp_path, 'profile = "baski.icc"\ncondition = "PSR-54"')
    (tmp_path / place / "baski.icc").write_bytes(PRINTERS)
    made, world = printing.print_job(wanted, tmp_path / "x.pdf")
    assert intent(made)["/OutputConditionIdentifier"] == "PSR-54"
    assert intent(made)["/DestOutputProfile"].get_object().get_data() == PRINTERS
    assert "baski.icc" in world.depfile(tmp_path / "out").decode()


def test_a_profile_that_is_not_there_is_asked_for(tmp_path):
    settings = 'profile = "yok.icc"\ncondition = "FOGRA51"'
    assert codes(tmp_path, settings) == ["B012"]
    told = [finding.message("tr") for finding in outcome(tmp_path, settings).findings if finding.code == "B012"]
    assert told == ["profil okunamadı: yok.icc: böyle bir dosya yok"]


def test_a_profile_is_not_read_from_elsewhere(tmp_path):
    assert codes(tmp_path, 'profile = "../../../../etc/passwd"\ncondition = "FOGRA51"') == ["F001"]


@pytest.mark.parametrize(
    "content",
    [b"", b"profil", PRINTERS[:200], ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()],
    ids=["empty", "text", "torn", "of a screen"],
)
def test_what_is_no_profile_of_a_press_is_refused(tmp_path, content):
    wanted = job(tmp_path, 'profile = "x.icc"\ncondition = "FOGRA51"')
    (tmp_path / "deneme" / "x.icc").write_bytes(content)
    made, _ = printing.print_job(wanted, tmp_path / "x.pdf")
    assert [finding.code for finding in made.findings] == ["B013"]
    assert made.content is None


def test_a_profile_without_its_condition_is_refused(tmp_path):
    wanted = job(tmp_path, 'profile = "x.icc"')
    (tmp_path / "deneme" / "x.icc").write_bytes(PRINTERS)
    made, _ = printing.print_job(wanted, tmp_path / "x.pdf")
    assert [(finding.code, finding.span.line) for finding in made.findings] == [("B014", 3)]


def test_a_condition_without_its_profile_is_refused(tmp_path):
    assert codes(tmp_path, 'condition = "FOGRA51"') == ["B015"]


def colours(made):
    """Return the inks that a page fills with, as it writes them."""
    operations = judge.operations(read(made.content).pages[0])
    return {tuple(float(part) for part in operands) for operands, operator in operations if operator == "k"}


def test_the_ink_of_the_job_is_chosen(tmp_path):
    assert all(colour[:3] == (0, 0, 0) for colour in colours(outcome(tmp_path)))
    assert any(colour[1] > 0.8 for colour in colours(outcome(tmp_path, 'ink = "cmyk"')))


def test_the_limit_of_ink_is_that_of_the_paper_unless_another_is_given(tmp_path):
    four = pdf(b"1 1 1 1 k 10 10 50 50 re f")

    def most(settings):
        return round(100 * max(sum(colour) for colour in colours(outcome(tmp_path, f'ink = "cmyk"\n{settings}', four))))

    assert (most(""), most('paper = "kuse-115"'), most("ink_limit = 230")) == (280, 300, 230)


def test_the_paper_of_the_house_counts_too(tmp_path):
    wanted = job(tmp_path, 'paper = "parlak"')
    house = tmp_path / "house.toml"
    paper = '[papers.parlak]\nlabel = "Parlak"\ngsm = 90\nbulk = 0.9\nsurface = "coated"\n'
    house.write_text(house.read_text("utf-8") + paper, "utf-8")
    assert intent(printing.print_job(wanted, tmp_path / "x.pdf")[0])["/OutputConditionIdentifier"] == "FOGRA39"


def test_a_paper_that_nobody_knows_stops_the_file(tmp_path):
    made = outcome(tmp_path, 'paper = "80 g"')
    assert [(finding.code, finding.span.line) for finding in made.findings] == [("M046", 3)]
    assert made.content is None


def test_marks_may_be_left_out(tmp_path):
    boxes = [
        read(outcome(tmp_path, settings).content).pages[0]["/MediaBox"]
        for settings in ("marks = false", "marks = true")
    ]
    assert float(boxes[0][0]) > float(boxes[1][0])


def test_too_little_bleed_is_said_and_what_there_is_is_used(tmp_path):
    made = outcome(tmp_path, "bleed = 10")
    assert told(made) == ["B011"]
    lacks = next(finding for finding in made.findings if finding.code == "B011")
    assert ("7.1 mm" in lacks.message("en"), "7,1 mm" in lacks.message("tr")) == (True, True)
    page = read(made.content).pages[0]
    assert [float(value) for value in page["/BleedBox"]] == [-20, -20, 220, 320]


def test_what_cannot_be_converted_stops_the_file(tmp_path):
    made = outcome(tmp_path, laid=pdf(b"/Yok cs 1 scn 0 0 9 9 re f"))
    assert told(made) == ["B010"]
    assert made.content is None


def test_no_pdf_is_no_file_to_print(tmp_path):
    assert codes(tmp_path, laid=b"%PDF-1.7 torn") == ["B001"]


def test_a_laid_out_pdf_that_is_not_there_is_named(tmp_path):
    wanted = job(tmp_path)
    with pytest.raises(PublishError, match=r"y\.pdf") as raised:
        printing.print_job(wanted, tmp_path / "y.pdf")
    assert raised.value.key == "X040", "whose hint does not speak of import"


def test_settings_that_cannot_be_read_stop_the_file(tmp_path):
    assert codes(tmp_path, 'ink = "blue"')[0].startswith("M")
