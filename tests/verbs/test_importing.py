"""`publish import`: a document becomes a booklet, or leaves no folder behind."""

import tomllib

import pytest

from publish.cli import main
from publish.model.failure import ExitCode


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
