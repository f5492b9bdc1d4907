"""What one reading of a file gathers on its way: its lines, its findings, its footnotes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from publish.model.finding import Finding, Span, found

KEY = "reading"
"""Under this key a reading travels in markdown-it's `env`."""

MOST = 100


@dataclass(slots=True)
class Reading:
    """One file while it is read."""

    path: str
    lines: list[str]
    findings: list[Finding] = field(default_factory=list)
    defined: dict[str, Span] = field(default_factory=dict)
    """Labels of the footnotes that are defined, each with its place."""
    numbers: dict[str, int] = field(default_factory=dict)
    """Numbers of the footnotes that are marked in the text, by their labels, in order of appearance."""
    expected: list[tuple[int, str, int]] = field(default_factory=list)
    """Numbers, signs and indents with which the next items of the numbered lists that are open would begin."""
    counts: Counter[str] = field(default_factory=Counter)
    """How often each code was reported."""
    markers: dict[str, str] = field(default_factory=dict)
    """The last marker of each kind of point."""

    def report(self, code: str, span: Span, **values: object) -> None:
        """Add a finding, with the piece of source it means where that is one line; no more than `MOST` of a code."""
        self.counts[code] += 1
        if self.counts[code] > MOST:
            return
        fragment = (
            self.lines[span.line - 1][span.column - 1 : span.end_column - 1] if span.line == span.end_line else ""
        )
        self.findings.append(found(code, span, fragment.strip(), **values))

    def rows(self, first: int, end: int, column: int = 0) -> Span:
        """Return the place of the lines from index `first` up to, not with, `end`, blank ones at the end left out."""
        last = end - 1
        while last > first and not self.lines[last].strip():
            last -= 1
        indent = len(self.lines[first]) - len(self.lines[first].lstrip())
        return Span(self.path, first + 1, (column or indent) + 1, last + 1, len(self.lines[last].rstrip()) + 1)

    def number(self, label: str) -> int:
        """Return the number of a footnote: they count in order of appearance."""
        return self.numbers.setdefault(label, len(self.numbers) + 1)


def of(env: Any) -> Reading:
    """Return the reading that a rule of markdown-it works for."""
    reading: Reading = env[KEY]
    return reading
