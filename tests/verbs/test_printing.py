"""`publish print`: what is made beside the file, and what is never written over."""

import json

from publish.cli import main
from publish.model.failure import ExitCode
from tests.press.print.samples import pdf

LAID = pdf(b"0 g 10 10 50 50 re f")


def test_the_report_lies_beside_the_file(folder, cache, tmp_path):
    laid, made = tmp_path / "oruc.pdf", tmp_path / "oruc-print.pdf"
    laid.write_bytes(LAID)
    (folder / "booklet.toml").write_text('title = "Oruç"\n[print]\npublished = false\njob = "office"\n', "utf-8")
    assert main(["print", str(folder), "--laid", str(laid), "-o", str(made), *cache]) == ExitCode.OK
    report = json.loads((tmp_path / "oruc-report.json").read_text("utf-8"))
    assert (report["file"], report["job"], report["pages"]) == (str(made), "office", 1)
    assert "oruc-print.pdf" in (tmp_path / "oruc-report.html").read_text("utf-8")


def test_the_reading_pdf_is_not_written_over(folder, cache, tmp_path, capsys):
    laid = tmp_path / "oruc.pdf"
    laid.write_bytes(LAID)
    assert main(["print", str(folder), "--laid", str(laid), "-o", str(laid), *cache]) == ExitCode.USAGE
    assert "error[X041]" in capsys.readouterr().err
    assert laid.read_bytes() == LAID
