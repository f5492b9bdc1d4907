"""`publish pdf` and `publish epub`: what is written, from what, and what is said of it."""

import shutil

import pytest

from publish.cli import main
from publish.model.failure import ExitCode
from tests.epub.judge import Judge


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


@pytest.mark.untraced
def test_the_epub_has_the_pages_that_the_pdf_has_noted(folder, cache, tmp_path, capsys):
    pages, epub = tmp_path / "o.pages", tmp_path / "o.epub"
    assert main(["pdf", str(folder), "-o", str(tmp_path / "o.pdf"), "--pages", str(pages), *cache]) == ExitCode.OK
    make = ["epub", str(folder), "-o", str(epub), *cache]
    assert main([*make, "--pages", str(pages)]) == ExitCode.OK
    assert [label for label, *_ in Judge(epub.read_bytes()).pages()] == ["3"]
    assert main(make) == ExitCode.OK
    assert Judge(epub.read_bytes()).pages() == []
    (folder / "text.md").write_text("# Oruç\n\nBaşka söz.\n", "utf-8")
    assert main([*make, "--pages", str(pages)]) == ExitCode.FINDINGS
    assert "error[E004]" in capsys.readouterr().err


@pytest.mark.parametrize(("content", "code"), [(None, "X040"), (b"%PDF-1.7", "X043"), (b"{}", "X043")])
def test_pages_that_are_none_are_said_to_be_none(folder, cache, tmp_path, capsys, content, code):
    pages = tmp_path / "o.pages"
    if content is not None:
        pages.write_bytes(content)
    arguments = ["epub", str(folder), "-o", str(tmp_path / "o.epub"), "--pages", str(pages), *cache]
    assert main(arguments) == ExitCode.NOT_FOUND
    assert code in capsys.readouterr().err
    assert not (tmp_path / "o.epub").exists()
