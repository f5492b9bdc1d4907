"""Finds quotation marks, parentheses and brackets of a paragraph that have no partner; never guesses where one belongs.

    “a “b” c”      an inner quotation set in the same marks: nested
    “a “b” c       three marks: the inner pair is a pair, the outer one is never closed
    a” b           closed, never opened

‘ and ’ are not judged: they are apostrophe, ayn and hemze far more often than quotation marks (Kur’an, Şu‘be).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["unclosed", "unopened", "nested"]

_PARTNER = {"”": "“", "»": "«", ")": "(", "]": "["}
_MARK = re.compile(r"[“”«»()\[\]]")
_ENUMERATOR = re.compile(r"(?:^|(?<=\s))(?:\d{1,3}|\w|[ivxIVX]{1,5})$")
_ENUMERATOR_LENGTH = 6  # characters before the parenthesis, the space included


@dataclass(frozen=True, slots=True)
class Fault:
    """One mark that is wrong."""

    offset: int
    kind: Kind
    mark: str
    """The character at `offset`."""


def unbalanced(text: str) -> tuple[Fault, ...]:
    """Return the marks of one paragraph that have no partner, and inner quotations in the marks of the outer one.

    Each kind of mark is counted by itself, so that one fault does not make others. The parenthesis of an enumeration
    (`a)`, `1)`) is none.

    >>> [(fault.offset, fault.kind) for fault in unbalanced("“Bir “iki” üç")]
    [(0, 'unclosed')]
    """
    opened: dict[str, list[int]] = {opening: [] for opening in _PARTNER.values()}
    inner: dict[int, list[int]] = {}
    faults: list[Fault] = []
    for match in _MARK.finditer(text):
        mark, offset = match.group(), match.start()
        if mark in opened:
            opened[mark].append(offset)
            continue
        stack = opened[_PARTNER[mark]]
        if stack:
            start = stack.pop()
            faults += [Fault(nested, "nested", text[nested]) for nested in inner.pop(start, ())]
            if stack and mark in "”»":
                inner.setdefault(stack[-1], []).append(start)
        elif not (mark == ")" and _enumerates(text, offset)):
            faults.append(Fault(offset, "unopened", mark))
    faults += [Fault(offset, "unclosed", mark) for mark, stack in opened.items() for offset in stack]
    return tuple(sorted(faults, key=lambda fault: fault.offset))


def _enumerates(text: str, offset: int) -> bool:
    return _ENUMERATOR.search(text[max(0, offset - _ENUMERATOR_LENGTH) : offset]) is not None
