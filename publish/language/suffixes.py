"""Tells the suffixes that an apostrophe joins to a name, a number or an abbreviation: -nin, -dekiler, -ymış.

Source: TDK Yazım Kılavuzu, “Kesme İşareti”. In Kur’an, En’âm, Mes’ûd, Vak’anüvis no suffix stands behind it.
"""

from __future__ import annotations

import re

_A, _I = "[ae]", "[ıiuü]"
_PARTS = (
    f"[yn]?{_I}|[yn]?{_A}|n?[dt]{_A}n?|n?{_I}n|[yn]?l{_A}|n?[cç]{_A}",  # cases
    f"s{_I}|{_I}m|{_I}[mn]{_I}z|l{_A}r{_I}?",  # possessives and the plural
    f"l{_I}k?|s{_I}z|[cç]{_I}|k[iü]|{_I}?nc{_I}|ş?{_A}r",  # words made of words
    f"y?[dt]{_I}|y?s{_A}|[dt]{_I}r|y?m{_I}ş|y{_I}[mz]|s{_I}n|yken",  # the copula
)
_SUFFIX = re.compile(f"(?:{'|'.join(_PARTS)}){{1,5}}")


def is_suffix(letters: str) -> bool:
    """Say whether `letters`, small ones, are suffixes, one after another.

    >>> is_suffix("dekilerin"), is_suffix("an"), is_suffix("âm")
    (True, False, False)
    """
    return _SUFFIX.fullmatch(letters) is not None
