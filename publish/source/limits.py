"""What a text must be before it is read: not empty, of bearable length, without characters that nobody typed."""

from __future__ import annotations

import re
import unicodedata

from publish.model.finding import Finding, Span, found

LONGEST_LINE = 100_000
"""Characters; a longer line is a damaged file, and the time to set one paragraph grows with it."""
MOST_LINES = 50_000
"""About fifteen hundred pages."""
REPORTED = 20
"""Findings of one kind after which no more are listed."""

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_INVISIBLE = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")

_FORM = r"[\ufb50-\ufd3d\ufd50-\ufdf9\ufe70-\ufefe]+"
_FORMS = re.compile(rf"{_FORM}(?:[ \u0640\u064b-\u0652]*{_FORM})*")
"""Presentation forms of Arabic, in which letters are joined already: such text is not found, not checked, and often
stands in reversed order. Honorifics (FD40–FD4F, FDFA–FDFF) and ornate brackets are signs of their own."""

_LATIN_1 = str.maketrans("ýþðÝÞÐ", "ışğİŞĞ")
_DAMAGED = re.compile(r"[ýþðÝÞÐ]|[ÃÄÅ][\u0080-\u00bfŸž‡–œ]|â€[™œ\u009d˜¦]")
"""Letters of Turkish text that was read as Latin-1, or as Windows-1252 when it was UTF-8."""


def inspect(text: str, path: str) -> tuple[Finding, ...]:
    """Return what makes a text unfit to be read, and what in it was hardly typed by its author.

    The former are errors: F006–F008, F020. The latter are signs that nobody sees (F009), presentation forms of Arabic
    (A026) and damaged letters (F021).
    """
    if not text.strip():
        return (found("F006", Span(path), path=path),)
    lines = text.split("\n")
    if len(lines) > MOST_LINES:
        return (found("F020", Span(path), path=path, count=len(lines), limit=MOST_LINES),)
    errors: list[Finding] = []
    warnings: list[Finding] = []
    for number, line in enumerate(lines, 1):
        if len(line) > LONGEST_LINE:
            errors.append(found("F007", Span(path, number, 1), length=len(line), limit=LONGEST_LINE))
            continue
        errors += _characters("F008", _CONTROL, line, path, number)
        warnings += _signs(line, path, number)
        if len(warnings) < REPORTED:
            warnings += _damaged_words(line, path, number)
    return (*errors[:REPORTED], *warnings[:REPORTED])


def inspect_settings(text: str, path: str) -> tuple[Finding, ...]:
    """Return the signs in a file of settings that nobody sees (F009), and presentation forms of Arabic (A026)."""
    findings = [sign for number, line in enumerate(text.split("\n"), 1) for sign in _signs(line, path, number)]
    return tuple(findings[:REPORTED])


def _signs(line: str, path: str, number: int) -> list[Finding]:
    forms = []
    for match in _FORMS.finditer(line):
        place = Span(path, number, match.start() + 1, number, match.end() + 1)
        letters = unicodedata.normalize("NFKC", match[0])
        forms.append(found("A026", place, match[0], character=_named(match[0][0]), letters=letters))
    return [*_characters("F009", _INVISIBLE, line, path, number), *forms]


def _named(character: str) -> str:
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()


def _characters(code: str, pattern: re.Pattern[str], line: str, path: str, number: int) -> list[Finding]:
    return [
        found(
            code,
            Span(path, number, match.start() + 1, number, match.end() + 1),
            character=_named(match[0]),
        )
        for match in pattern.finditer(line)
    ]


def _damaged_words(line: str, path: str, number: int) -> list[Finding]:
    findings: list[Finding] = []
    end = 0
    for match in _DAMAGED.finditer(line):
        if match.start() < end:
            continue
        start = max(line.rfind(" ", 0, match.start()) + 1, match.start() - 40)
        end = start + len(line[start : match.end() + 40].split(" ")[0])
        word = line[start:end].strip('.,;:!?()"“”’')
        if (meant := _meant(word)) != word:
            findings.append(found("F021", Span(path, number, start + 1, number, end + 1), word=word, meant=meant))
    return findings


def _meant(word: str) -> str:
    r"""Return a word as it was before it was read in a wrong encoding.

    >>> _meant("Ýstanbul"), _meant("gÃ¼zel"), _meant("kÄ±ÅŸ"), _meant("Şîr")
    ('İstanbul', 'güzel', 'kış', 'Şîr')
    """
    try:
        return word.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return word.translate(_LATIN_1)
