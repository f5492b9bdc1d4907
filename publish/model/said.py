"""What stands in a message and is not the same in every language: numbers, and the words of what was found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """Words in each language; texts that are the same in all are put beside them with +.

    >>> (Said("yazı", "text") + " (RGB)").told("tr")
    'yazı (RGB)'
    >>> [(decimals(7.5, 1) + " mm").told(language) for language in ("tr", "en")]
    ['7,5 mm', '7.5 mm']
    """

    tr: str
    en: str

    def told(self, language: str) -> str:
        """Return the words in `language`, "tr" or "en"."""
        return self.tr if language == "tr" else self.en

    def __str__(self) -> str:
        return self.en

    def __add__(self, other: Said | str) -> Said:
        return Said(self.tr + in_language(other, "tr"), self.en + in_language(other, "en"))

    def __radd__(self, other: str) -> Said:
        return Said(other + self.tr, other + self.en)


def in_language(value: Said | str, language: str) -> str:
    """Return a value as it stands in a message in `language`."""
    return value.told(language) if isinstance(value, Said) else value


def decimals(value: float, places: int) -> Said:
    """Return a number with so many decimals, behind a comma in Turkish."""
    return _written(f"{value:.{places}f}")


def short(value: float) -> Said:
    """Return a number with the decimals that it has, four figures at most.

    >>> short(148).tr, short(13.5).tr
    ('148', '13,5')
    """
    return _written(f"{value:.4g}")


def joined(parts: Iterable[Said | str], between: str) -> Said:
    """Return parts with `between` them.

    >>> joined(["a", Said("ve", "and")], ", ").tr
    'a, ve'
    """
    parts = tuple(parts)
    return Said(*(between.join(in_language(part, language) for part in parts) for language in ("tr", "en")))


def _written(text: str) -> Said:
    return Said(text.replace(".", ","), text)
