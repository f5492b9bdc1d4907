"""Finds what is Arabic in a text, by script, so that nobody has to write `dir` or `lang`.

    Peygamber (صلى الله عليه وسلم) buyurdu        one run: words and the spaces between them
    قال «الله» ٢٢ ثم                              one run: the quotes have Arabic before and after
    Allah (الله) lafzı                            the parentheses stay outside: they belong to the Turkish
    Peygamber ﷺ buyurdu, ﴿قل هو الله أحد﴾         signs and ornate brackets are Arabic

What lies between two Arabic words belongs to the run unless it is Latin. Where a bracket's partner stands among Latin
words, the run ends at the bracket (the idea of rule N0 of UAX #9, applied to pairs of quotation marks too).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

STRONG_RANGES = (
    (0x0600, 0x061B),  # signs that span numbers, punctuation, honorifics over words; U+061C is a control
    (0x061D, 0x065F),  # letters, tatweel, vowel marks
    (0x066A, 0x06EF),  # percent sign … letters, Quranic marks, end of ayah
    (0x06FA, 0x06FF),
    (0x0750, 0x077F),  # Arabic Supplement
    (0x0870, 0x08FF),  # Arabic Extended-B and -A
    (0xFB50, 0xFDCF),  # presentation forms; ornate brackets FD3E–FD3F (script Common); honorifics FD40–FD4F
    (0xFDF0, 0xFDFF),  # word ligatures, ﷺ FDFA … ﷽ FDFD
    (0xFE70, 0xFEFC),  # presentation forms B; FEFF is the byte order mark
    (0x10EC0, 0x10EFF),  # Arabic Extended-C
    (0x1EE00, 0x1EEFF),  # mathematical
)
"""Letters, marks and signs of Arabic script (Unicode blocks and Scripts.txt, 15.0); a run has at least one of them."""

CONTROLS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""Bidirectional control characters (UAX #9, table 4)."""

_DIGITS = "٠-٩۰-۹"
_STRONG = "".join(f"{chr(first)}-{chr(last)}" for first, last in STRONG_RANGES)
_JOINERS = "\u200c\u200d\u034f"  # ZWNJ, ZWJ, CGJ: part of the word they touch
_CARRIER = "\u25cc"  # the dotted circle that shows a vowel mark by itself
# What may stand between two Arabic words. Not the characters of Markdown, so that a run never swallows `**` or `[^1]`.
_NEUTRAL = rf"\s0-9.,:;!?…\-‐‑–—/%°·'\"‘’“”«»‹›()\[\]{{}}\u00ad\u200b\u2060{CONTROLS}"

_ZONE = re.compile(f"[{_NEUTRAL}{_DIGITS}{_JOINERS}{_CARRIER}{_STRONG}]+")
_ARABIC = re.compile(f"[{_STRONG}]")
_INNER = re.compile(f"[{_JOINERS}{_CARRIER}]*[{_STRONG}{_DIGITS}][{_JOINERS}]*")
_CONTROL = re.compile(f"[{CONTROLS}]")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_BRACKET = re.compile(r"[()\[\]{}«»‹›“”\"]")
_PARTNER = {")": "(", "]": "[", "}": "{", "»": "«", "›": "‹", "”": "“", '"': '"'}
_REMEMBERED = 64


def is_arabic(char: str) -> bool:
    """Say whether `char` by itself makes a run: a letter, mark or sign, not a digit.

    >>> is_arabic("ﷺ"), is_arabic("٣"), is_arabic("a")
    (True, False, False)
    """
    return _ARABIC.match(char) is not None


def controls(text: str) -> tuple[int, ...]:
    """Return the offsets of the bidirectional control characters in `text`."""
    return tuple(match.start() for match in _CONTROL.finditer(text))


def run_at(text: str, position: int) -> int:
    """Return where the run ends that starts at `position`, or `position` where none does."""
    return _by_start(text).get(position, position)


@lru_cache(maxsize=_REMEMBERED)
def _by_start(text: str) -> dict[int, int]:
    return dict(runs(text))


def runs(text: str) -> tuple[tuple[int, int], ...]:
    """Return start and end of every Arabic run, in order, none touching another."""
    if not _ARABIC.search(text):
        return ()
    partners = _pairs(text)
    return tuple(
        run
        for zone in _ZONE.finditer(text)
        if _ARABIC.search(zone.group())
        for run in _runs_of_zone(text, zone.start(), zone.end(), partners)
    )


def _pairs(text: str) -> dict[int, int]:
    """Return the partner of every bracket and quotation mark that has one, by offset, both ways."""
    partners: dict[int, int] = {}
    opened: dict[str, list[int]] = {opening: [] for opening in _PARTNER.values()}
    stack: list[int] = []
    for match in _BRACKET.finditer(text):
        char, offset = match.group(), match.start()
        own = opened[_PARTNER.get(char, char)]
        if char in _PARTNER and own:
            partner = own[-1]
            partners[partner], partners[offset] = offset, partner
            while stack and stack[-1] >= partner:  # what the pair encloses unclosed has no partner
                opened[text[stack.pop()]].pop()
        elif char in opened:
            own.append(offset)
            stack.append(offset)
    return partners


def _runs_of_zone(text: str, start: int, end: int, partners: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Yield the runs between two Latin words, cut at brackets that reach over them and at blank lines."""
    for first, last in _segments(text, start, end, partners):
        inner = [match.span() for match in _INNER.finditer(text, first, last)]
        if inner and _ARABIC.search(text, first, last):
            within = range(first, last)
            yield _with_partners(text, inner[0][0], inner[-1][1], partners, within)


def _segments(text: str, start: int, end: int, partners: dict[int, int]) -> Iterator[tuple[int, int]]:
    cuts = [match.span() for match in _BLANK_LINE.finditer(text, start, end)]
    brackets = (match.span() for match in _BRACKET.finditer(text, start, end))
    cuts += (span for span in brackets if not start <= partners.get(span[0], start) < end)
    for cut_start, cut_end in sorted(cuts):
        yield start, cut_start
        start = cut_end
    yield start, end


def _with_partners(text: str, start: int, end: int, partners: dict[int, int], within: range) -> tuple[int, int]:
    """Widen a run, not beyond `within`, until no bracket in it has its partner outside."""
    seen_start, seen_end = start, start
    while (seen_start, seen_end) != (start, end):
        seen_start, seen_end = start, end
        mates = [partners.get(match.start(), start) for match in _BRACKET.finditer(text, start, end)]
        mates = [mate for mate in mates if mate in within]
        start, end = min([start, *mates]), max([end, *(mate + 1 for mate in mates)])
    return start, end
