"""`publish pdf` and `publish epub`: what is written, from what, and what is said of it."""

import shutil

import pytest

from publish.cli import main
from publish.model.failure import ExitCode


def test_a_pdf_is_written_with_the_note_of_what_it_was_made_from(folder, cache, tmp_path, capsys):
    output, depfile = tmp_path / "o.pdf", tmp_path / "o.d"
    assert main(["pdf", str(folder), "-o", str(output), "--depfile", str(depfile), *cache]) == ExitCode.OK
    assert output.read_bytes().startswith(b"%PDF")
    rule = depfile.read_text("utf-8")
    for source in ("text.md", "booklet.toml", "house.toml", "styles/print.css", "publish/pdf/typeset.py", "print.j2"):
        assert source in rule
    assert depfile.stat().st_mtime_ns <= output.stat().st_mtime_ns
    assert "o.pdf" in capsys.readouterr().err


@pytest.mark.untraced
def test_other_styles_make_other_pages(folder, cache, tmp_path):
    styles = tmp_path / "styles"
    shutil.copytree("styles", styles)
    with (styles / "print.css").open("a", encoding="utf-8") as file:
        file.write("\np { color: #333 }\n")
    made = []
    for arguments in ([], ["--styles", str(styles)]):
        output = tmp_path / "o.pdf"
        assert main(["pdf", str(folder), "-o", str(output), *cache, *arguments]) == ExitCode.OK
        made.append(output.read_bytes())
    assert made[0] != made[1]


@pytest.mark.untraced  # that cuts all faces anew
def test_derived_files_go_to_the_cache(folder, tmp_path):
    main(["pdf", str(folder), "-o", str(tmp_path / "o.pdf"), "--cache", str(tmp_path / "elsewhere")])
    assert list((tmp_path / "elsewhere").glob("*.ttf"))


@pytest.mark.untraced
def test_what_the_pdf_said_of_the_text_the_epub_need_not_repeat(folder, cache, tmp_path, capsys):
    for arguments, said in (([], True), (["--own"], False)):
        assert main(["epub", str(folder), "-o", str(tmp_path / "o.epub"), *cache, *arguments]) == ExitCode.OK
        assert ("T001" in capsys.readouterr().err) == said
    (folder / "text.md").write_text("::: yok\nx\n:::\n", "utf-8")
    assert main(["epub", str(folder), "-o", str(tmp_path / "o.epub"), *cache, "--own"]) == ExitCode.FINDINGS
    assert "error[S" in capsys.readouterr().err, "errors are always printed"


@pytest.mark.untraced
def test_an_epub_is_written(folder, cache, tmp_path):
    assert main(["epub", str(folder), "-o", str(tmp_path / "o.epub"), *cache]) == ExitCode.OK
    assert (tmp_path / "o.epub").read_bytes().startswith(b"PK")
