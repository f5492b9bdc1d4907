"""What the user sees on the terminal: findings with place, caret and hint; how far long work is; what was made.

Turkish where the locale is Turkish, else English. Colour and a moving line only on a terminal.
"""

from __future__ import annotations

import sys
import time
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path

from publish.ledger import Progress
from publish.model.failure import PublishError
from publish.model.finding import Finding, Severity
from publish.model.phrases import phrases

COLOURS = {Severity.ERROR: "\033[1;31m", Severity.WARNING: "\033[1;33m", Severity.NOTE: "\033[1;36m"}
PLAIN = "\033[0m"
LONGEST_LINE = 160
"""Columns of a source line that is shown; longer ones are cut around the place."""
LONGEST_FRAGMENT = 80
"""Characters of a fragment that is quoted."""


def language(environment: Mapping[str, str]) -> str:
    """Return "tr" or "en" by the locale, as gettext decides it.

    >>> language({"LANG": "tr_TR.UTF-8"}), language({"LANG": "tr_TR.UTF-8", "LC_ALL": "C"})
    ('tr', 'en')
    """
    locale = environment.get("LC_ALL") or environment.get("LC_MESSAGES") or environment.get("LANG") or ""
    return "tr" if locale.startswith("tr") else "en"


class Voice:
    """Speaks on stderr, in one language."""

    def __init__(self, language: str, *, quiet: bool, terminal: bool, colour: bool = False) -> None:
        self.language = language
        self._words = phrases("terminal", language)
        self._quiet = quiet
        self._terminal = terminal
        self._colour = colour
        self._moving = False
        self._begun = time.monotonic()

    @property
    def seconds(self) -> float:
        """How long ago this voice was made, which is done when a verb begins."""
        return time.monotonic() - self._begun

    @classmethod
    def of(cls, environment: Mapping[str, str], *, quiet: bool, terminal: bool) -> Voice:
        """Make the voice that suits an environment: its language, and colour unless `NO_COLOR` is set."""
        colour = terminal and not environment.get("NO_COLOR")
        return cls(language(environment), quiet=quiet, terminal=terminal, colour=colour)

    def say(self, text: str) -> None:
        """Print a line, clearing the moving one."""
        sys.stderr.write(("\r\033[K" if self._moving else "") + text + "\n")
        self._moving = False

    def progress(self, name: str) -> Progress:
        """Return what shows how far the work on `name` is: a moving line on a terminal, nothing elsewhere."""
        begun = time.monotonic()

        def show(what: str, done: int, total: int) -> None:
            of = f"/{total}" if total else ""
            sys.stderr.write(f"\r\033[K{name}: {self._words['page']} {done}{of} ({time.monotonic() - begun:.0f} s)")
            sys.stderr.flush()
            self._moving = True

        return show if self._terminal and not self._quiet else _nothing

    def findings(self, findings: Sequence[Finding]) -> None:
        """Print findings, each with its source line and a caret, or its fragment where a caret would land wrong."""
        for text in self.written(findings):
            self.say(text)

    def written(self, findings: Sequence[Finding]) -> list[str]:
        """Return what `findings` prints, one string a finding."""
        sources = {path: _lines(Path(path)) for path in {finding.span.path for finding in findings}}
        return [self._written(finding, sources[finding.span.path]) for finding in findings]

    def _written(self, finding: Finding, source: list[str]) -> str:
        severity = finding.severity
        tag = f"{self._words[severity]}[{finding.code}]"
        if self._colour:
            tag = f"{COLOURS[severity]}{tag}{PLAIN}"
        rows = [f"{finding.span}: {tag}: {finding.message(self.language)}"]
        if 0 < finding.span.line <= len(source):
            rows += excerpt(source[finding.span.line - 1], finding)
        hint = finding.hint(self.language)
        return "\n".join(rows + ([f"  {self._words['hint']}: {hint}"] if hint else []))

    def failure(self, error: PublishError) -> None:
        """Print what the machine got wrong, and what to type."""
        self.say(f"{self._words['error']}[{error.key}]: {error.message(self.language)}")
        self.say(f"  {self._words['hint']}: {error.hint(self.language)}")

    def made(self, path: Path, pages: int, size: int, seconds: float) -> None:
        """Say what was made."""
        if not self._quiet:
            count = f"{pages:>4} {self._words['pages']}" if pages else ""
            self.say(f"{path!s:<44} {count:<11} {size / 1000:>7.0f} kB {seconds:>6.1f} s")

    def catalogued(self, path: Path, booklets: int, seconds: float) -> None:
        """Say that a catalogue was made."""
        if not self._quiet:
            self.say(f"{path!s:<44} {booklets:>4} {self._words['booklets']} {seconds:>12.1f} s")

    def serving(self, address: str) -> None:
        """Say where the catalogue is shown, and how that ends."""
        self.say(self._words["serving"].format(address=address))

    def published(self, place: Path, files: int, before: Path | None, *, is_new: bool) -> None:
        """Say that the catalogue was published, and where the one before is kept."""
        if not self._quiet:
            self.say(self._words["published" if is_new else "published_before"].format(path=place, files=files))
            if before:
                self.say(self._words["kept"].format(path=before))

    def stopped(self, path: Path) -> None:
        """Say that an artefact was not made."""
        self.say(self._words["stopped"].format(path=path))

    def wrote(self, path: Path) -> None:
        """Say that a source file was written."""
        if not self._quiet:
            self.say(f"{path}: {self._words['wrote']}")

    def verse(self, reference: str, score: float, text: str, verse: str) -> str:
        """Return a verse that was looked up, as it is printed: where it stands, its words, the whole of it."""
        rows = [f"{reference}   {self._words['score']} {score:.3f}", f"  {text}"]
        return "\n".join(rows if verse == text else [*rows, f"  {self._words['verse']} {verse}"])

    def broken(self, lines: int, hyphen: int, dash: int, bare: int) -> None:
        """Say how many words are broken at the ends of so many lines, and how."""
        if not self._quiet:
            self.say(self._words["broken"].format(lines=lines, hyphen=hyphen, dash=dash, bare=bare))

    def summary(self, findings: Sequence[Finding]) -> None:
        """Say how many findings there were of each weight."""
        if not self._quiet:
            counts = {
                f"{severity}s": sum(finding.severity is severity for finding in findings) for severity in Severity
            }
            self.say(self._words["summary"].format(**counts))


def _nothing(what: str, done: int, total: int) -> None:
    """Show no progress."""


def excerpt(line: str, finding: Finding) -> list[str]:
    """Return the source line and a caret under the place; a quoted fragment for lines with right-to-left text."""
    column = max(finding.span.column - 1, 0)
    if any(unicodedata.bidirectional(char) in ("R", "AL") for char in line):
        fragment = (finding.fragment or line[column:])[:LONGEST_FRAGMENT].strip()
        return [f"    «{fragment}»"] if fragment else []
    start = max(0, column - LONGEST_LINE // 2) if len(line) > LONGEST_LINE else 0
    shown = line[start : start + LONGEST_LINE].replace("\t", " ")
    width = finding.span.end_column - finding.span.column if finding.span.end_line == finding.span.line else 1
    width = max(1, min(width, len(shown) - (column - start)))
    return [f"    {shown}", "    " + " " * (column - start) + "^" * width]


def _lines(path: Path) -> list[str]:
    """Return the lines as editors count them: a form feed, as text out of a PDF has it, ends none."""
    try:
        text = path.read_bytes().decode("utf-8-sig", "replace") if path.is_file() else ""
    except OSError:
        return []
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def as_row(finding: Finding, language: str) -> dict[str, object]:
    """Return a finding as a JSON object: code, severity, place, message, hint."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "path": finding.span.path,
        "line": finding.span.line,
        "column": finding.span.column,
        "fragment": finding.fragment,
        "message": finding.message(language),
        "hint": finding.hint(language),
    }
