"""What WeasyPrint only logs becomes a finding with a place, and progress."""

import logging

import pytest

from tests.pdf.samples import codes, pages_of


def test_a_property_nobody_knows_is_reported_with_file_line_and_column(tmp_path):
    _, findings = pages_of("<p>a</p>", "\np {\n  colr: red }", tmp_path)
    (finding,) = findings
    assert finding.code == "P005"
    assert (finding.span.path, finding.span.line, finding.span.column) == (str(tmp_path / "style.css"), 3, 3)
    assert "colr" in finding.message("tr")


def test_a_broken_rule_is_reported_once(tmp_path):
    _, findings = pages_of("<p>a</p><p>b</p>", "p { color: ; }", tmp_path)
    assert codes(findings) == ["P005"]


def test_nothing_is_said_to_anybody_else(tmp_path, caplog, capsys):
    with caplog.at_level(logging.DEBUG):
        pages_of("<p>a</p>", "p { colr: red }", tmp_path)
    assert not caplog.records
    assert capsys.readouterr() == ("", "")


def test_the_logger_is_left_as_it_was(tmp_path):
    logger = logging.getLogger("weasyprint")
    before = logger.level, logger.propagate, tuple(logger.handlers)
    pages_of("<p>a</p>", "", tmp_path)
    assert (logger.level, logger.propagate, tuple(logger.handlers)) == before


@pytest.mark.untraced
def test_progress_counts_the_pages(tmp_path):
    shown = []
    pages_of("<p>a</p>" * 30, "p { break-after: page }", tmp_path, progress=lambda *what: shown.append(what))
    assert [done for _, done, _ in shown] == list(range(1, 31))
