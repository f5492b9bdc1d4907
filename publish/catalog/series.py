"""A series and the number in it, which authors write in one: “İbadetler 2”."""

from __future__ import annotations

import re

_NUMBERED = re.compile(
    r"(?=.*[^\W\d_])(?P<name>.+?)[\s,:;–—/(\[-]+(?:(?:no|sayı)\b\.?[\s:]*)?(?P<number>\d{1,3})[)\].]?", re.IGNORECASE
)


def parted(series: str) -> tuple[str, int | None]:
    """Return the name of a series and the number of a booklet in it, None where it has none.

    >>> parted("İbadetler 2"), parted("Soru – Cevap, No: 12"), parted("Kırk Hadis")
    (('İbadetler', 2), ('Soru – Cevap', 12), ('Kırk Hadis', None))
    """
    match = _NUMBERED.fullmatch(series.strip())
    return (match["name"], int(match["number"])) if match else (series, None)
