"""Every verb and option does what its help says; every exit code means something."""

import io
import json
import sys
import tomllib

import pytest

from publish import build, cli
from publish.cli import main
from publish.model.failure import ExitCode
from tests.pdf.samples import CACHE

HOUSE = """
name = "Kandil"
address = "Hokka Sokağı 1"
city = "İstanbul"
certificate = "12345"
[printer]
name = "Kandil Basımevi"
address = "Hokka Sokağı 2"
certificate = "54321"
"""
DATED = "date = 2026-10-01\n"
TEXT = "# Oruç\n\nSoru: Oruç nedir?\n\nCevap: “Bir ibadettir.\n"


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "content" / "oruc"
    path.mkdir(parents=True)
    (path / "booklet.toml").write_text(f'title = "Oruç"\n{DATED}', "utf-8")
    (path / "text.md").write_text(TEXT, "utf-8")
    (tmp_path / "content" / "house.toml").write_text(HOUSE, "utf-8")
    return path


@pytest.fixture
def cache():
    """The cache that all tests share: to cut the faces anew takes longer than a booklet."""
    return ["--cache", str(CACHE)]


def test_a_warning_is_printed_and_stops_nothing(folder, cache, capsys):
    assert main(["check", str(folder), *cache]) == ExitCode.OK
    said = capsys.readouterr().err
    assert f"{folder}/text.md:5:8: warning[T001]" in said
    assert "0 errors, 1 warnings" in said


def test_wrong_settings_do_not_hide_what_is_wrong_with_the_text(folder, cache, capsys):
    (folder / "booklet.toml").write_text('titel = "Oruç"\n', "utf-8")
    (folder.parent / "house.toml").write_text("nam = 1\n", "utf-8")
    (folder / "text.md").write_text(TEXT + "\n![x](yok.png)\n", "utf-8")
    assert main(["check", str(folder), *cache]) == ExitCode.FINDINGS
    said = capsys.readouterr().err
    for place in ("house.toml:1:1", "booklet.toml:1:1", "text.md:5:8: warning[T001]", "text.md:7:"):
        assert place in said


def test_an_accepted_warning_is_silent_and_needs_a_reason(folder, cache, capsys):
    (folder / "booklet.toml").write_text(
        f'title = "Oruç"\n{DATED}[[accept]]\ncode = "T001"\nreason = "bilerek"\n', "utf-8"
    )
    assert main(["check", str(folder), *cache]) == ExitCode.OK
    assert "0 errors, 0 warnings" in capsys.readouterr().err


def test_an_acceptance_that_nothing_asks_for_is_a_finding(folder, cache, capsys):
    (folder / "booklet.toml").write_text('title = "Oruç"\n[[accept]]\ncode = "T003"\nreason = "eski"\n', "utf-8")
    main(["check", str(folder), *cache])
    assert "booklet.toml:3:" in capsys.readouterr().err


def test_findings_are_json_for_programs(folder, cache, capsys):
    main(["check", str(folder), *cache, "--format", "json"])
    rows = json.loads(capsys.readouterr().out)
    assert [row["code"] for row in rows if row["severity"] != "note"] == ["T001"]
    assert rows[-1]["line"] == 5


def test_quiet_prints_errors_only(folder, cache, capsys):
    main(["check", str(folder), *cache, "--quiet"])
    assert capsys.readouterr().err == ""


def test_verbose_prints_notes_too(folder, cache, capsys):
    (folder.parent / "house.toml").unlink()
    main(["check", str(folder), *cache])
    assert "note[" not in capsys.readouterr().err
    main(["check", str(folder), *cache, "--verbose"])
    assert "note[" in capsys.readouterr().err


def test_a_pdf_is_written_with_the_note_of_what_it_was_made_from(folder, cache, tmp_path, capsys):
    output, depfile = tmp_path / "o.pdf", tmp_path / "o.d"
    assert main(["pdf", str(folder), "-o", str(output), "--depfile", str(depfile), *cache]) == ExitCode.OK
    assert output.read_bytes().startswith(b"%PDF")
    rule = depfile.read_text("utf-8")
    for source in ("text.md", "booklet.toml", "house.toml", "styles/print.css", "publish/pdf/typeset.py", "print.j2"):
        assert source in rule
    assert depfile.stat().st_mtime_ns <= output.stat().st_mtime_ns
    assert "o.pdf" in capsys.readouterr().err


def test_other_styles_make_other_pages(folder, cache, tmp_path):
    styles = tmp_path / "styles"
    import shutil

    shutil.copytree("styles", styles)
    with (styles / "print.css").open("a", encoding="utf-8") as file:
        file.write("\np { color: #333 }\n")
    made = []
    for arguments in ([], ["--styles", str(styles)]):
        output = tmp_path / "o.pdf"
        assert main(["pdf", str(folder), "-o", str(output), *cache, *arguments]) == ExitCode.OK
        made.append(output.read_bytes())
    assert made[0] != made[1]


def test_derived_files_go_to_the_cache(folder, tmp_path):
    main(["pdf", str(folder), "-o", str(tmp_path / "o.pdf"), "--cache", str(tmp_path / "elsewhere")])
    assert list((tmp_path / "elsewhere").glob("*.ttf"))


def test_what_the_pdf_said_of_the_text_the_epub_need_not_repeat(folder, cache, tmp_path, capsys):
    for arguments, said in (([], True), (["--own"], False)):
        assert main(["epub", str(folder), "-o", str(tmp_path / "o.epub"), *cache, *arguments]) == ExitCode.OK
        assert ("T001" in capsys.readouterr().err) == said
    (folder / "text.md").write_text("::: yok\nx\n:::\n", "utf-8")
    assert main(["epub", str(folder), "-o", str(tmp_path / "o.epub"), *cache, "--own"]) == ExitCode.FINDINGS
    assert "error[S" in capsys.readouterr().err, "errors are always printed"


def test_an_epub_is_written(folder, cache, tmp_path):
    assert main(["epub", str(folder), "-o", str(tmp_path / "o.epub"), *cache]) == ExitCode.OK
    assert (tmp_path / "o.epub").read_bytes().startswith(b"PK")


def test_a_draft_has_a_title_and_a_house_to_fill_in(tmp_path, capsys):
    assert main(["new", "ramazan", "--content", str(tmp_path), "--title", "Ramazan Ayı"]) == ExitCode.OK
    assert tomllib.loads((tmp_path / "ramazan" / "booklet.toml").read_text("utf-8"))["title"] == "Ramazan Ayı"
    assert (tmp_path / "house.toml").exists()
    assert "wrote" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["Ramazan Ayı", "oruç", "a/../b c", "-", ""])
def test_a_name_that_make_could_not_carry_is_refused_with_a_better_one(tmp_path, capsys, name):
    assert main(["new", name, "--content", str(tmp_path)]) == ExitCode.USAGE
    said = capsys.readouterr().err
    assert "NAME=" in said
    assert f"error[{'X005' if name else 'X009'}]" in said


def test_nothing_that_exists_is_overwritten(folder, capsys):
    assert main(["new", "oruc", "--content", str(folder.parent)]) == ExitCode.USAGE
    assert "error[X004]" in capsys.readouterr().err
    assert (folder / "text.md").read_text("utf-8") == TEXT


@pytest.fixture
def document(tmp_path):
    path = tmp_path / "Sabır Üzerine.txt"
    path.write_text("Sabır Üzerine\n\nSoru: Sabır nedir?\n\nCevap: Sabır, “zorluğa katlanmaktır.\n", "utf-8")
    return path


def test_a_document_becomes_a_booklet_named_after_it(document, tmp_path, capsys):
    assert main(["import", str(document), "--content", str(tmp_path / "library")]) == ExitCode.OK
    made = tmp_path / "library" / "sabir-uzerine"
    assert "Soru: Sabır nedir?" in (made / "text.md").read_text("utf-8")
    assert tomllib.loads((made / "booklet.toml").read_text("utf-8"))["title"] == "Sabır Üzerine"
    said = capsys.readouterr().err
    assert f"{document}:5:" in said, "the quote that is never closed, by line of the document"
    assert f"{document}:5:" in (made / "import-report.txt").read_text("utf-8"), "kept for the editor to work through"


def test_a_document_may_be_given_a_name(document, tmp_path):
    assert main(["import", str(document), "--content", str(tmp_path), "--name", "sabir"]) == ExitCode.OK
    assert (tmp_path / "sabir" / "text.md").exists()


def test_the_index_of_verses_is_kept_in_the_cache(tmp_path, capsys):
    document = tmp_path / "a.txt"
    document.write_text("Başlık\n\nالصابرين مع الله إن\n\n“Allah sabredenlerle beraberdir.” [Bakara 153]\n", "utf-8")
    own = ["--cache", str(tmp_path / "cache")]
    assert main(["import", str(document), "--content", str(tmp_path / "library"), *own]) == ExitCode.OK
    assert [file.suffix for file in (tmp_path / "cache").iterdir()] == [".index"]
    said = capsys.readouterr().err
    assert f"{document}:3:1: note[I024]" in said
    assert "الصابرين مع الله إن" in said


def test_a_document_that_is_not_there_is_said_so(tmp_path, capsys):
    assert main(["import", str(tmp_path / "yok.txt"), "--content", str(tmp_path)]) == ExitCode.NOT_FOUND
    said = capsys.readouterr().err
    assert "error[X006]" in said
    assert "yok.txt" in said
    assert main(["import", str(tmp_path), "--content", str(tmp_path / "library")]) == ExitCode.NOT_FOUND
    assert main(["import", "", "--content", str(tmp_path)]) == ExitCode.USAGE
    assert "error[X010]" in capsys.readouterr().err


def test_a_document_that_cannot_be_read_leaves_no_folder_behind(tmp_path, capsys):
    (tmp_path / "a.txt").write_bytes(bytes(4000))
    assert main(["import", str(tmp_path / "a.txt"), "--content", str(tmp_path / "library")]) == ExitCode.FINDINGS
    assert not (tmp_path / "library").exists()


def test_the_schema_is_json_that_knows_every_key(capsys):
    assert main(["schema"]) == ExitCode.OK
    text = capsys.readouterr().out
    json.loads(text)
    for key in ("title", "isbn_epub", "trim", "accept", "certificate"):
        assert f'"{key}"' in text


def test_words_are_printed_with_their_breaks(monkeypatch, capsys):
    assert main(["hyphenate", "İstanbul", "kitapçığın", "ABD’de"]) == ExitCode.OK
    assert capsys.readouterr().out.split() == ["İs-tan-bul", "ki-tap-çı-ğın", "ABD’|de"]
    monkeypatch.setattr(sys, "stdin", io.StringIO("saat\nTürkçe\n"))
    main(["hyphenate", "-"])
    assert capsys.readouterr().out.split() == ["sa-at", "Türk-çe"]


def test_the_doctor_answers(capsys):
    assert main(["doctor"]) == ExitCode.OK
    assert "Pango" in capsys.readouterr().out


def test_a_missing_booklet_is_a_code_of_its_own(tmp_path, capsys):
    assert main(["check", str(tmp_path / "yok")]) == ExitCode.NOT_FOUND
    assert "make new NAME=yok" in capsys.readouterr().err


def test_the_unexpected_is_a_sentence_and_with_verbose_a_trace(folder, cache, monkeypatch, capsys):
    def explode(*arguments):
        raise ZeroDivisionError("kuzgun")

    monkeypatch.setattr(build, "check", explode)
    assert main(["check", str(folder), *cache]) == ExitCode.SETUP
    said = capsys.readouterr().err
    assert "error[X008]" in said
    assert "kuzgun" in said
    assert "Traceback" not in said
    main(["check", str(folder), *cache, "-v"])
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("raised", "code"), [(KeyboardInterrupt, ExitCode.INTERRUPTED), (BrokenPipeError, ExitCode.OK)]
)
def test_being_interrupted_is_no_accident(folder, cache, monkeypatch, raised, code):
    def stop(*arguments):
        raise raised

    monkeypatch.setattr(build, "check", stop)
    before = sys.stdout
    assert cli.main(["check", str(folder), *cache]) == code
    if sys.stdout is not before:
        sys.stdout.close()
        monkeypatch.setattr(sys, "stdout", before)
