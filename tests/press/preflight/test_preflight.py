"""What preflight finds in files with one defect each: that, on its page, in its place, and nothing else."""

import io
import re
from pathlib import Path

import pikepdf
import pytest

from publish.ledger import Ledger
from publish.model.finding import Severity
from publish.model.length import Mm
from publish.press.preflight.inspect import inspect
from publish.press.preflight.registry import Wanted
from tests.press.preflight import seeds


def judged(content, **wanted):
    wanted = {"binding": "saddle_stitch", "trim": (Mm(148), Mm(210))} | wanted
    return inspect(content, Wanted(**wanted), "x.pdf", Ledger((), Path()))[0]


def codes(report):
    return {seen.finding.code for seen in report.seen}


ENGLISH = re.compile(r"\b(text|fill|stroke|picture|gradient|[Ll]ink|gray|grey|of|the|page)\b|\d\.\d")


def speaks_turkish(report):
    """Say whether what is told in Turkish has no English word in it, and its decimals behind commas."""
    told = [f"{seen.finding.message('tr')} {seen.finding.hint('tr')}" for seen in report.seen]
    told = [re.sub("“[^”]*”|PDF 2.0", "", each) for each in told]  # what the file says of itself
    return [each for each in told if ENGLISH.search(each)] == []


@pytest.mark.parametrize("ink", ["cmyk", "black"])
def test_a_clean_file_is_clean(ink):
    report = judged(seeds.clean(ink), ink=ink)
    assert report.seen == ()
    assert [page.page_number for page in report.shown] == [1, 2, 3, 4]


@pytest.mark.parametrize("name", seeds.DOCUMENT)
def test_a_fault_of_the_file_is_found_and_nothing_else(name):
    sow, expected = seeds.DOCUMENT[name]
    report = judged(seeds.sown(sow))
    assert codes(report) == expected
    assert speaks_turkish(report)


@pytest.mark.parametrize("name", seeds.PAGES)
def test_a_fault_of_a_page_is_found_on_that_page_and_nothing_else(name):
    sow, expected = seeds.PAGES[name]
    report = judged(seeds.sown(sow))
    assert codes(report) == expected
    assert speaks_turkish(report)
    assert {seen.page_numbers for seen in report.seen} == {(seeds.PAGE,)}


@pytest.mark.parametrize("name", seeds.PLACES)
def test_a_fault_of_what_is_painted_is_found_in_its_place_and_nothing_else(name):
    sow, expected = seeds.PLACES[name]
    report = judged(seeds.sown(sow))
    assert codes(report) - {"B160"} == expected - {"B160"}
    assert speaks_turkish(report)
    for seen in report.seen:
        assert seen.page_numbers == (seeds.PAGE,)
        if seen.finding.code != "B161":
            assert 80 <= seen.areas[0].top <= 121
            assert -3 <= seen.areas[0].left <= 51


def test_details_are_told_in_the_language_of_the_reader():
    thin = judged(seeds.sown(seeds.painted(f"{seeds.BLACK} .03 w 50 100 m 90 100 l S"))).seen[0].finding
    assert [thin.message(language).rpartition(": ")[2] for language in ("tr", "en")] == ["0,09 pt", "0.09 pt"]
    red = judged(seeds.sown(seeds.painted("1 0 0 rg 50 100 20 20 re f"))).seen[0].finding
    told = [red.message(language).rpartition(": ")[2] for language in ("tr", "en")]
    assert told == ["dolgu (DeviceRGB)", "fill (DeviceRGB)"]


def test_colour_is_none_of_the_inks_of_a_black_job():
    report = judged(seeds.sown(seeds.painted("0 1 1 0 k 50 100 20 20 re f"), seeds.clean("black")), ink="black")
    assert codes(report) == {"B132"}
    assert report.seen[0].areas[0].left == pytest.approx(50, abs=0.1)
    assert report.seen[0].areas[0].top == pytest.approx(90, abs=0.1)


def test_the_size_that_was_ordered_is_asked_for():
    assert codes(judged(seeds.clean(), trim=(Mm(105), Mm(148)))) == {"B120"}
    assert codes(judged(seeds.clean(), trim=None)) == set()


def test_a_locked_file_that_opens_is_judged_and_a_closed_one_is_told(tmp_path):
    for name, password, code in (("a.pdf", "", "B104"), ("b.pdf", "gizli", "B002")):
        with pikepdf.open(io.BytesIO(seeds.clean())) as pdf:
            pdf.save(tmp_path / name, encryption=pikepdf.Encryption(owner="sahip", user=password))
        assert code in codes(judged((tmp_path / name).read_bytes()))


def test_a_version_that_the_level_does_not_have_is_told(tmp_path):
    with pikepdf.open(io.BytesIO(seeds.clean())) as pdf:
        pdf.save(tmp_path / "x.pdf", force_version="2.0")
    assert codes(judged((tmp_path / "x.pdf").read_bytes())) == {"B105"}


def test_without_ghostscript_it_is_said_that_ink_was_not_measured(monkeypatch):
    monkeypatch.setenv("PATH", "")
    coloured = seeds.sown(seeds.painted("0 1 1 0 k 50 100 20 20 re f"))
    assert codes(judged(coloured)) == {"B180"}
    assert codes(judged(seeds.clean("black"), ink="black")) == set()


def test_a_fault_weighs_by_what_prints_the_file():
    red = seeds.sown(seeds.painted("1 0 0 rg 50 100 20 20 re f"))
    weights = {job: [seen.finding.severity for seen in judged(red, job=job).seen] for job in ("digital", "offset")}
    assert weights == {"digital": [Severity.WARNING], "offset": [Severity.ERROR]}
    assert judged(red, job="office").seen == ()


def test_bleed_is_asked_for_as_far_as_it_is_wanted():
    assert codes(judged(seeds.clean(), bleed=Mm(5))) == {"B116"}
    flush = seeds.sown(seeds.of_page(BleedBox=seeds.box(0, 0, 148, 210)))
    assert codes(judged(flush, bleed=Mm(0))) == set()


def test_art_that_ends_at_the_trim_on_a_ground_that_bleeds_leaves_no_white_edge():
    ground = "0 0.2 0 0 k -3 -3 154 216 re f 0 0.2 0.2 0 k 0 90 50 20 re f"
    assert codes(judged(seeds.sown(seeds.painted(ground)))) == set()
