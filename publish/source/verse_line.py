"""What may follow `::: ayet`: the reference, the part of the verses that is meant, whose translation is given.

::: ayet Bakara 2/286 "رَبَّنَا لَا تُؤَاخِذْنَا … الْكَافِرِينَ" meal="Elmalılı Hamdi Yazır"
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_QUOTED = r"[\"“”«»](?P<words>[^\"“”«»]*)[\"“”«»]"
_MEAL = re.compile(rf"\bmeal\s*=\s*{_QUOTED}")
_PART = re.compile(rf"(?:{_QUOTED}|﴿(?P<ornate>[^﴿﴾]*)﴾|(?<=[\d\])])\s+(?P<bare>(?:…|\.\.\.|[\u0621-\u06ff]).*)$)")


@dataclass(frozen=True, slots=True)
class VerseLine:
    """The parts of such a line, each empty where it is not given."""

    citation: str
    part: str
    meal: str


def read(line: str) -> VerseLine:
    """Return what `line` says; what is neither part nor translation is the reference.

    >>> read("[Hac 40] «وَلَيَنْصُرَنَّ …»")
    VerseLine(citation='Hac 40', part='وَلَيَنْصُرَنَّ …', meal='')
    """
    meal = _MEAL.search(line)
    rest = line[: meal.start()] + line[meal.end() :] if meal else line
    part = _PART.search(rest)
    rest = rest[: part.start()] + rest[part.end() :] if part else rest
    words = (part["words"] or part["ornate"] or part["bare"] or "") if part else ""
    return VerseLine(rest.strip("[]() \t"), words.strip(), meal["words"].strip() if meal else "")
