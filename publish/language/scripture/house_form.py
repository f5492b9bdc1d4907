"""Writes references in the form of a house.

diyanet   Hac, 22/40        Bakara, 2/255-257, 285
isnad     el-Hac 22/40      el-Bakara 2/255-257, 285     with article, circumflex and macron (İSNAD 2, Kur’ân-ı Kerîm)
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Literal

from publish.language.scripture import surah_names
from publish.language.scripture.references import Part, Problem, resolved
from publish.model.inline import Reference

Style = Literal["diyanet", "isnad"]


def write(references: Sequence[Reference], style: Style) -> str:
    """Return `references` in one line, surahs parted by semicolons.

    >>> write([Reference(2, 255, 257), Reference(2, 285, 285)], "isnad")
    'el-Bakara 2/255-257, 285'
    """
    groups = (list(group) for _, group in groupby(references, key=lambda reference: reference.surah))
    return "; ".join(_of_one_surah(group, style) for group in groups)


def rewritten(text: str, style: Style) -> str:
    """Return a citation in the form of the house, brackets and words before and after it as they were.

    A citation in words, without brackets, belongs to its sentence and stays: Bakara suresinin 255. ayetinde.

    >>> rewritten("(bkz. Hacc 40 vd.)", "diyanet")
    '(bkz. Hac, 22/40 vd.)'
    """
    is_bracketed = text[:1] in ("[", "(")
    pieces, end = [], 0
    for part, answer in resolved(text):
        if part is None or isinstance(answer, Problem) or (part.certain and not is_bracketed) or _is_short(part):
            continue
        pieces += [text[end : part.start], write(answer, style)]
        end = part.end
    return "".join((*pieces, text[end:]))


def _is_short(part: Part) -> bool:
    """Say whether a part only goes on with the surah before it: Bakara 2/255; 257."""
    return not part.name and not part.number


def _of_one_surah(references: Sequence[Reference], style: Style) -> str:
    number = references[0].surah
    verses = ", ".join(
        str(reference.first) if reference.first == reference.last else f"{reference.first}-{reference.last}"
        for reference in references
    )
    if style == "isnad":
        return f"{surah_names.isnad_names()[number - 1]} {number}/{verses}"
    return f"{surah_names.name_of(number)}, {number}/{verses}"
