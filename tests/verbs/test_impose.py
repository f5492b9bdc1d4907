"""`publish impose` and `publish booklet`: every option, every key of [print] that sheets depend on, what goes wrong."""

import io
import json

import pypdf
import pytest

from publish.cli import main
from publish.model.failure import ExitCode
from tests.press.imposition.folding import folded, read, turned_over
from tests.press.imposition.labels import POINT, labelled

SEVEN = [1, 2, 3, 4, 5, 6, 7]


@pytest.fixture
def impose(tmp_path):
    """Impose seven pages that bleed, or other ones; return the sheets."""

    def run(*options, content=None):
        (tmp_path / "kitap.pdf").write_bytes(content or labelled(7, bleed=3))
        output = tmp_path / "tabaka.pdf"
        assert main(["impose", str(tmp_path / "kitap.pdf"), "-o", str(output), *options]) == ExitCode.OK
        return output.read_bytes()

    return run


def sheet_size(content):
    box = pypdf.PdfReader(io.BytesIO(content)).pages[0].mediabox
    return tuple(round(float(edge) / POINT) for edge in box[2:])


def creep_of(content, spine="left"):
    """Return how far the innermost leaves moved, mm."""
    leaves = [page.from_fold for recto, verso, _ in folded(content, spine) for page in (recto, verso) if page.number]
    return max(leaves) - min(leaves)


def strokes(content):
    """Return how many lines the first sheet has, and how many of them are dashed."""
    drawn = pypdf.PdfReader(io.BytesIO(content)).pages[0].get_contents().get_data().decode()
    return drawn.count(" l S"), drawn.partition("] 0 d")[2].count(" l S")


def test_the_last_page_stays_outside_on_the_back_unless_asked_otherwise(impose, capsys):
    assert read(impose(), "left") == [1, 2, 3, 4, 5, 6, None, 7]
    assert "warning[B041]" in capsys.readouterr().err
    assert read(impose("--blanks", "end"), "left") == [*SEVEN, None]
    assert "B041" not in capsys.readouterr().err


def test_the_sheet_is_the_one_that_fits_or_the_one_that_is_named(impose):
    assert sheet_size(impose()) == (297, 210)
    assert sheet_size(impose("--sheet", "sra3")) == (450, 320)
    assert sheet_size(impose("--sheet", "330x487")) == (487, 330)


def test_the_back_stands_as_the_printer_turns_the_sheet(impose):
    assert turned_over(impose()) == "/DuplexFlipShortEdge"
    content = impose("--duplex", "long_edge")
    assert turned_over(content) == "/DuplexFlipLongEdge"
    assert read(content, "left")[:6] == SEVEN[:6]


def test_the_spine_is_where_it_is_wanted(impose):
    assert read(impose("--bind", "right"), "right")[:6] == SEVEN[:6]
    assert read(impose("--bind", "left", content=labelled(8, right_to_left=True)), "left")[:6] == SEVEN[:6]


def test_inner_leaves_creep_by_the_paper_and_the_fold(impose):
    twelve = labelled(12)
    assert creep_of(impose(content=twelve)) < 0.001
    assert creep_of(impose("--paper", "1-hamur-80", content=twelve)) == pytest.approx(0.2, abs=0.01)
    assert creep_of(impose("--caliper", "0,5", content=twelve)) == pytest.approx(1, abs=0.01)
    assert creep_of(impose("--caliper", "0.5", "--fold", "round", content=twelve)) == pytest.approx(1.571, abs=0.01)


def test_marks_are_those_that_were_asked_for(impose):
    given = {marks: strokes(impose("--sheet", "SRA3", "--marks", marks)) for marks in ("all", "crop", "fold", "none")}
    assert given == {"all": (10, 2), "crop": (8, 0), "fold": (2, 2), "none": (0, 0)}


def test_a_cover_is_folded_from_the_same_sheets(impose, tmp_path):
    (tmp_path / "kapak.pdf").write_bytes(labelled(4, first=901))
    expected = [901, 902, *SEVEN, None, 903, 904]
    assert read(impose("--cover", str(tmp_path / "kapak.pdf")), "left") == expected


@pytest.mark.parametrize(
    "options",
    [
        ("--sheet", "B9"),
        ("--sheet", "0x10"),
        ("--sheet", "99999x10"),
        ("--caliper", "0"),
        ("--caliper", "nan"),
        ("--caliper", "2"),
        ("--caliper", "ince"),
        ("--paper", "kâğıt"),
        ("--paper", "1-hamur-80", "--caliper", "0.1"),
        ("--duplex", "both"),
        ("--bind", "top"),
        ("--fold", "thrice"),
        ("--marks", "many"),
        ("--blanks", "first"),
    ],
)
def test_silly_values_are_refused_before_anything_is_read(tmp_path, options):
    with pytest.raises(SystemExit) as left:
        main(["impose", str(tmp_path / "yok.pdf"), "-o", str(tmp_path / "x.pdf"), *options])
    assert left.value.code == ExitCode.USAGE


def test_what_cannot_be_imposed_leaves_last_weeks_sheets_as_they_were(tmp_path, capsys):
    file, output = tmp_path / "kitap.pdf", tmp_path / "tabaka.pdf"
    output.write_bytes(b"last week")
    for content, code in ((b"no PDF", "B001"), (labelled(4, (300, 300)), "B032")):
        file.write_bytes(content)
        assert main(["impose", str(file), "-o", str(output)]) == ExitCode.FINDINGS
        said = capsys.readouterr().err
        assert f"{file}: error[{code}]" in said
        assert "Traceback" not in said
        assert output.read_bytes() == b"last week"


def test_findings_are_json_for_programs(tmp_path, capsys):
    (tmp_path / "a.pdf").write_bytes(labelled(6))
    main(["impose", str(tmp_path / "a.pdf"), "-o", str(tmp_path / "b.pdf"), "--format", "json"])
    assert [row["code"] for row in json.loads(capsys.readouterr().out)] == ["B039", "B041", "B040"]


def test_a_file_that_is_not_there_is_named_and_none_is_written_over(tmp_path, capsys):
    missing, there = tmp_path / "yok.pdf", tmp_path / "kitap.pdf"
    there.write_bytes(pages := labelled(4))
    assert main(["impose", str(missing), "-o", str(tmp_path / "x.pdf")]) == ExitCode.NOT_FOUND
    assert "X040" in capsys.readouterr().err
    assert main(["impose", str(there), "--cover", str(tmp_path), "-o", str(tmp_path / "x.pdf")]) == ExitCode.NOT_FOUND
    (tmp_path / "link.pdf").symlink_to(there)
    assert main(["impose", str(there), "-o", str(tmp_path / "link.pdf")]) == ExitCode.USAGE
    assert "X041" in capsys.readouterr().err
    assert there.read_bytes() == pages


@pytest.fixture
def booklet(tmp_path):
    """Impose seven pages as the booklet says; return the exit code and the sheets, None where there are none."""
    folder = tmp_path / "oruc"
    folder.mkdir()

    def run(settings="", *options, top="", content=None, old=False):
        (folder / "booklet.toml").write_text(f'title = "Oruç"\n{top}\n[print]\n{settings}\n', "utf-8")
        (tmp_path / "print.pdf").write_bytes(content or labelled(7))
        (tmp_path / "cover.pdf").write_bytes(labelled(4, first=901))
        output = tmp_path / "oruc-booklet.pdf"
        output.unlink(missing_ok=True)
        if old:
            output.write_bytes(b"last week")
        code = main(["booklet", str(folder), "--print", str(tmp_path / "print.pdf"), "-o", str(output), *options])
        return code, output.read_bytes() if output.exists() else None

    return run


def test_the_pages_of_a_booklet_end_in_blanks_under_a_cover_of_its_own(booklet, tmp_path):
    for cover in ((), ("--cover", str(tmp_path / "cover.pdf"))):
        code, content = booklet("", *cover)
        assert code == ExitCode.OK
        assert read(content, "left") == [*SEVEN, None]


def test_a_cover_of_the_same_sheets_is_folded_with_the_pages(booklet, tmp_path):
    _, content = booklet('cover = "self"', "--cover", str(tmp_path / "cover.pdf"))
    assert read(content, "left") == [901, 902, *SEVEN, None, 903, 904]
    _, content = booklet('cover = "self"')
    assert read(content, "left") == [1, 2, 3, 4, 5, 6, None, 7]


def test_an_arabic_booklet_is_bound_on_the_right(booklet):
    _, content = booklet(top='language = "ar"')
    assert read(content, "right") == [*SEVEN, None]


def test_the_keys_of_print_decide_over_edge_fold_paper_and_marks(booklet, tmp_path):
    twelve, small = labelled(12), labelled(4, (100, 150))
    assert turned_over(booklet('duplex = "long_edge"')[1]) == "/DuplexFlipLongEdge"
    assert creep_of(booklet("", content=twelve)[1]) == pytest.approx(0.2, abs=0.01)
    assert creep_of(booklet('fold = "round"', content=twelve)[1]) == pytest.approx(0.314, abs=0.01)
    assert creep_of(booklet('paper = "kuse-200"', content=twelve)[1]) == pytest.approx(0.34, abs=0.01)
    assert strokes(booklet("", content=small)[1])[0] > 0
    assert strokes(booklet("marks = false", content=small)[1]) == (0, 0)


def test_a_paper_of_the_house_is_known_and_any_other_is_an_error(booklet, tmp_path, capsys):
    house = '[papers.karton]\nlabel = "karton"\ngsm = 200\nbulk = 1.5\nsurface = "uncoated"\n'
    (tmp_path / "house.toml").write_text(house, "utf-8")
    assert creep_of(booklet('paper = "karton"', content=labelled(12))[1]) == pytest.approx(0.6, abs=0.01)
    (tmp_path / "house.toml").unlink()
    assert booklet('paper = "karton"') == (ExitCode.FINDINGS, None)
    said = capsys.readouterr().err
    assert "booklet.toml:4:" in said
    assert "error[M046]" in said


def test_a_glued_book_gets_no_sheets_and_it_is_said_why(booklet, capsys):
    assert booklet('binding = "perfect_bound"') == (ExitCode.OK, None)
    said = capsys.readouterr().err
    assert "warning[B030]" in said
    assert "print.pdf" in said


def test_wrong_settings_stop_the_sheets(booklet, capsys):
    assert booklet('fold = "thrice"') == (ExitCode.FINDINGS, None)
    assert "booklet.toml:4:" in capsys.readouterr().err


def test_a_warning_can_be_accepted(booklet, capsys):
    accepted = '[[accept]]\ncode = "B037"\nreason = "ince kâğıt"\n'
    for top, code in (("", True), (accepted, False)):
        booklet("", top=top, content=labelled(104))
        assert ("B037" in capsys.readouterr().err) == code


def test_make_is_told_what_was_read_and_that_all_is_done(booklet, tmp_path, capsys):
    done, depfile = tmp_path / "oruc.booklet", tmp_path / "oruc.booklet.d"
    options = ("--done", str(done), "--depfile", str(depfile))
    assert booklet("", *options)[0] == ExitCode.OK
    assert done.read_bytes() == b""
    rule = depfile.read_text("utf-8")
    assert rule.startswith(f"{done}:")
    for name in ("print.pdf", "oruc/booklet.toml", "oruc-booklet.pdf"):
        assert f"\n{tmp_path}/{name}:\n" in rule
    capsys.readouterr()
    assert booklet('binding = "perfect_bound"', *options) == (ExitCode.OK, None)
    assert "B030" in done.read_text("utf-8")
    assert "oruc-booklet.pdf" not in depfile.read_text("utf-8")
    assert capsys.readouterr().err == ""
    assert booklet('binding = "perfect_bound"', *options, old=True) == (ExitCode.OK, None)
    assert booklet('binding = "perfect_bound"', old=True) == (ExitCode.OK, b"last week")


def test_a_booklet_that_is_not_there_is_named(tmp_path, capsys):
    code = main(["booklet", str(tmp_path / "yok"), "--print", "a.pdf", "-o", str(tmp_path / "b.pdf")])
    assert code == ExitCode.NOT_FOUND
    assert "X003" in capsys.readouterr().err
