"""`publish preflight` and the preflight of `publish print`: options, reports, files of every kind."""

import json

import pytest
from pikepdf import Name

from publish.cli import main
from publish.model.failure import ExitCode
from tests.pdf.samples import CACHE, STYLES, write
from tests.press.preflight import seeds


@pytest.fixture
def preflight(tmp_path, capsys):
    """Judge a file; return the exit code and the codes that were found."""

    def run(*options, content=None):
        file = tmp_path / "kitap.pdf"
        file.write_bytes(seeds.clean() if content is None else content)
        code = main(["preflight", str(file), *options, "--format", "json"])
        told = capsys.readouterr()
        assert "Traceback" not in told.err
        return code, {row["code"]: row for row in json.loads(told.out)["findings"]}

    return run


def test_a_clean_file_ends_well(preflight):
    assert preflight() == (ExitCode.OK, {})


def test_a_finding_has_its_page_and_its_place_for_programs(preflight):
    code, rows = preflight(content=seeds.sown(seeds.painted("1 0 0 rg 50 100 20 10 re f")))
    assert code == ExitCode.FINDINGS
    assert rows["B130"]["pages"] == [seeds.PAGE]
    place = rows["B130"]["places"][0]
    assert [round(place[key]) for key in ("page", "x", "y", "width", "height")] == [3, 50, 100, 20, 10]


def test_every_option_decides_about_something(preflight):
    red = seeds.sown(seeds.painted("1 0 0 rg 50 100 20 10 re f"))
    heavy = seeds.sown(seeds.painted("0.9 0.9 0.9 0 k 50 100 20 10 re f"))
    assert preflight("--job", "digital", content=red)[0] == ExitCode.OK
    assert "B132" in preflight("--ink", "black", content=red)[1]
    assert "B134" in preflight("--limit", "250", content=heavy)[1]
    assert "B134" not in preflight(content=heavy)[1]
    assert "B120" in preflight("--trim", "105x148")[1]
    assert "B116" in preflight("--bleed", "5")[1]
    assert "B170" in preflight("--binding", "saddle_stitch", content=seeds.sown(seeds.pop))[1]


@pytest.mark.parametrize(
    "options",
    [("--job", "press"), ("--ink", "gold"), ("--limit", "99"), ("--limit", "²"), ("--trim", "A5"), ("--trim", "0x0"),
     ("--trim", "nanxnan"), ("--bleed", "-1"), ("--bleed", "inf"), ("--binding", "spiral")],
)  # fmt: skip
def test_silly_values_are_refused(tmp_path, options):
    with pytest.raises(SystemExit) as left:
        main(["preflight", str(tmp_path / "yok.pdf"), *options])
    assert left.value.code == ExitCode.USAGE


def test_a_report_is_one_page_without_anything_from_elsewhere(preflight, tmp_path, monkeypatch):
    monkeypatch.setenv("LC_ALL", "tr_TR.UTF-8")
    preflight("-o", str(tmp_path / "a.html"), content=seeds.sown(seeds.painted("1 0 0 rg 50 100 20 10 re f")))
    page = (tmp_path / "a.html").read_text("utf-8")
    assert '<html lang="tr">' in page
    assert "RGB renk" in page
    assert page.count("data:image/jpeg;base64,") == 4
    assert "http" not in page
    assert page.count('class="flag error"') == 1, "the number of the finding stands beside its place"
    assert [row["code"] for row in json.loads((tmp_path / "a.json").read_text("utf-8"))["findings"]] == ["B130"]


def test_what_is_no_pdf_or_is_damaged_is_a_finding(preflight):
    for content, code in ((b"no PDF", "B001"), (b"", "B001"), (seeds.clean()[:3000], "B001")):
        assert set(preflight(content=content)[1]) == {code}


def test_a_file_that_is_not_there_is_named_and_none_is_written_over(tmp_path, capsys):
    there = tmp_path / "kitap.json"
    there.write_bytes(seeds.clean())
    assert main(["preflight", str(tmp_path / "yok.pdf")]) == ExitCode.NOT_FOUND
    assert main(["preflight", str(there), "-o", str(tmp_path / "kitap.html")]) == ExitCode.USAGE
    assert "X041" in capsys.readouterr().err
    assert there.read_bytes() == seeds.clean()


def test_a_program_that_fails_is_named_in_words(tmp_path):
    from publish.ledger import Ledger
    from publish.model.failure import PublishError

    with pytest.raises(PublishError) as error:
        Ledger((), tmp_path).run(["publish-has-no-such-program"], b"", 1)
    assert error.value.key == "X042"


@pytest.fixture
def printed(tmp_path, capsys):
    """Print a booklet whose reading PDF has a defect; return the exit code and what was said."""

    def run(sow=None, settings="", accepts="", published=False):
        table = f'[print]\npublished = {str(published).lower()}\nink = "cmyk"\n{settings}'
        folder = write(tmp_path, "Söz.", f'title = "Deneme"\n{table}\n{accepts}')
        laid = tmp_path / "x.pdf"
        laid.write_bytes(seeds.sown(sow, seeds.laid()) if sow else seeds.laid())
        places = ("--styles", str(STYLES), "--cache", str(CACHE))
        code = main(["print", str(folder), "--laid", str(laid), "-o", str(tmp_path / "x-print.pdf"), *places])
        return code, capsys.readouterr().err

    return run


def reported(folder, families="B"):
    """Return the codes in the report of a print PDF."""
    rows = json.loads((folder / "x-report.json").read_text("utf-8"))["findings"]
    return {row["code"] for row in rows if row["code"][0] in families}


THIN = seeds.painted(f"{seeds.BLACK} .03 w 50 100 m 90 100 l S")
COARSE = seeds.painted("q 30 0 0 20 50 100 cm /Sown Do Q", XObject={"Sown": seeds.picture(60, 40, Name.DeviceGray)})


def test_the_print_pdf_is_judged_before_it_is_released(printed, tmp_path):
    code, said = printed()
    assert (code, "B1" in said) == (ExitCode.OK, False)
    assert reported(tmp_path) == set()
    (tmp_path / "x-print.pdf").unlink()
    code, said = printed(COARSE)
    assert code == ExitCode.FINDINGS
    assert "x-print.pdf: error[B140]: page 3" in said
    assert not (tmp_path / "x-print.pdf").exists()
    assert "B140" in (tmp_path / "x-report.html").read_text("utf-8")


def test_the_job_of_a_booklet_decides_what_a_fault_weighs(printed):
    assert "warning[B150]" in printed(THIN, 'job = "offset"')[1]
    assert "B150" not in printed(THIN, 'job = "office"')[1]


def test_trim_bleed_ink_limit_and_binding_of_a_booklet_are_asked_for(printed, tmp_path):
    for settings, code in (('trim = "a6"', "B120"), ("bleed = 5", "B116")):
        assert f"error[{code}]" in printed(settings=settings)[1]
    assert printed(settings='binding = "saddle_stitch"')[0] == ExitCode.OK
    printed(seeds.pop)
    assert reported(tmp_path) == {"B170"}


def test_a_warning_that_is_accepted_is_in_no_report(printed, tmp_path):
    code, said = printed(THIN, accepts='[[accept]]\ncode = "B150"\nreason = "süs"\n')
    assert (code, "B150" in said) == (ExitCode.OK, False)
    assert reported(tmp_path) == set()


def test_what_the_imprint_lacks_is_in_the_report_too(printed, tmp_path):
    code, _ = printed(published=True)
    assert code == ExitCode.FINDINGS
    assert reported(tmp_path) == set()
    assert reported(tmp_path, "K")
