"""What a text must be before it is read: not empty, of bearable length, without characters that nobody typed."""

from __future__ import annotations

import re
import unicodedata

from publish.model.finding import Finding, Span, found

LONGEST_LINE = 100_000
"""Characters; a longer line is a damaged file, and the time to set one paragraph grows with it."""
LONGEST_TEXT = 8_000_000
REPORTED = 20
"""Findings of one kind after which no more are listed."""

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_INVISIBLE = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")


def inspect(text: str, path: str) -> tuple[Finding, ...]:
    """Return what makes the text unfit to be read (F005–F008), and signs that nobody sees (F009)."""
    if not text.strip():
        return (found("F006", Span(path), path=path),)
    if len(text) > LONGEST_TEXT:
        return (found("F005", Span(path), path=path, size=f"{len(text) / 1e6:.1f}", limit=f"{LONGEST_TEXT / 1e6:.0f}"),)
    errors: list[Finding] = []
    warnings: list[Finding] = []
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LONGEST_LINE:
            errors.append(found("F007", Span(path, number, 1), length=len(line), limit=LONGEST_LINE))
            continue
        errors += _characters("F008", _CONTROL, line, path, number)
        warnings += _characters("F009", _INVISIBLE, line, path, number)
    return (*errors[:REPORTED], *warnings[:REPORTED])


def _characters(code: str, pattern: re.Pattern[str], line: str, path: str, number: int) -> list[Finding]:
    return [
        found(
            code,
            Span(path, number, match.start() + 1, number, match.end() + 1),
            character=f"U+{ord(match[0]):04X} {unicodedata.name(match[0], '')}".rstrip(),
        )
        for match in pattern.finditer(line)
    ]
