"""What an author can get wrong, as values; the words for it stand in `catalogue/`, one TOML file a family of codes.

M metadata (house.toml, booklet.toml)   F files and images   S source markup   T typography
A Arabic and scripture                  I import             P pages (PDF)     E e-book
B print (baskı)                        K imprint (künye)                 C catalogue
X what the machine got wrong (`failure.PublishError`)
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib import resources

from publish.model.said import Said, in_language


class Severity(StrEnum):
    """How much a finding weighs: an error stops the booklet, a warning wants an answer, a note is good to know."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a file: lines and columns start at 1, the end is exclusive; line 0 means the file as a whole."""

    path: str
    """As the user would type it, relative to where make runs."""
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0

    def __str__(self) -> str:
        """Write the place so that editors can jump to it: path:line:column."""
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, doubtful or good to know."""

    code: str
    """Letter and three digits, a key of the catalogue; never reused."""
    span: Span
    values: dict[str, Said | str] = field(default_factory=dict, hash=False)
    """What the message's placeholders stand for."""
    fragment: str = ""
    """The piece of source that is meant, quoted where a caret would land wrong (lines with Arabic)."""
    weight: Severity | None = None
    """What it weighs here, where that is not what the catalogue says: a fault of a file weighs by what prints it."""

    @property
    def severity(self) -> Severity:
        """How much this finding weighs: what the catalogue says of its code, unless it has a weight of its own."""
        return self.weight or entry(self.code).severity

    def message(self, language: str) -> str:
        """Return the message in `language` ("tr" or "en")."""
        return entry(self.code).text[language].format_map(self._told(language))

    def hint(self, language: str) -> str:
        """Return what to type instead, in `language`; empty where there is nothing to say."""
        return entry(self.code).hint.get(language, "").format_map(self._told(language))

    def _told(self, language: str) -> dict[str, str]:
        return {key: in_language(value, language) for key, value in self.values.items()}


def found(code: str, span: Span, fragment: str = "", **values: object) -> Finding:
    """Make a finding; the values of its placeholders are given by name.

    >>> found("S001", Span("text.md", 3, 1), kind="resim").severity
    <Severity.ERROR: 'error'>
    """
    told = {key: value if isinstance(value, Said) else str(value) for key, value in values.items()}
    return Finding(code, span, told, fragment)


@dataclass(frozen=True, slots=True)
class Entry:
    """What the catalogue says of one code."""

    severity: Severity
    text: dict[str, str]
    hint: dict[str, str]


@cache
def catalogue() -> dict[str, Entry]:
    """Read all families of codes. Raises `ValueError` when a code stands twice."""
    entries: dict[str, Entry] = {}
    folder = resources.files("publish.model").joinpath("catalogue")
    for file in sorted(folder.iterdir(), key=lambda item: item.name):
        for code, row in tomllib.loads(file.read_text("utf-8")).items():
            if code in entries:
                raise ValueError(f"{code} stands twice in the catalogue")
            entries[code] = Entry(Severity(row["severity"]), row["text"], row.get("hint", {}))
    return entries


def entry(code: str) -> Entry:
    """Return what the catalogue says of `code`; raises `KeyError` for an unknown one."""
    return catalogue()[code]


def has_errors(findings: tuple[Finding, ...] | list[Finding]) -> bool:
    """Say whether any finding must stop the booklet."""
    return any(finding.severity is Severity.ERROR for finding in findings)
