"""A press report as files: a page to look at, and the same as JSON beside it."""

from __future__ import annotations

import json
from pathlib import Path

from publish.ledger import write_whole
from publish.model.finding import Finding
from publish.model.press_report import PressReport
from publish.render import report as page


def of_print(output: Path) -> Path:
    """Return where the report of a print PDF is put.

    >>> str(of_print(Path("build/oruc/oruc-print.pdf")))
    'build/oruc/oruc-report.html'
    """
    return output.with_name(f"{output.stem.removesuffix('-print')}-report.html")


def files(output: Path) -> tuple[Path, Path]:
    """Return the files of a report: the page, and the JSON beside it.

    >>> [str(path) for path in files(Path("a.html"))]
    ['a.html', 'a.json']
    """
    return output, output.with_suffix(".json") if output.suffix == ".html" else Path(f"{output}.json")


def as_json(report: PressReport, more: tuple[Finding, ...], language: str) -> str:
    """Return a report for programs, with `more` findings that are not of the file itself."""
    return json.dumps(page.as_rows(report, more, language), ensure_ascii=False, indent=2) + "\n"


def write(report: PressReport, more: tuple[Finding, ...], output: Path, language: str) -> None:
    """Write both files of a report."""
    html, table = files(output)
    write_whole(table, as_json(report, more, language).encode())
    write_whole(html, page.to_html(report, more, language).encode())
