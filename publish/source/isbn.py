"""The check digit of an ISBN (ISO 2108:2017, annex C; the ten-digit form as in ISO 2108:1992)."""

from __future__ import annotations

import re


def digits(isbn: str) -> str | None:
    """Return the digits of a number that has the form of an ISBN, without its hyphens; None for any other text.

    >>> digits("978-975-08-0294-2"), digits("975"), digits("123-4-5678-9012-3")
    ('9789750802942', None, None)
    """
    bare = re.sub(r"[\s\-‐–]", "", isbn).upper()
    return bare if re.fullmatch(r"97[89][0-9]{10}|[0-9]{9}[0-9X]", bare) else None


def check_digit(bare: str) -> str:
    """Return the last digit that the others ask for.

    >>> check_digit("9789750802942"), check_digit("080442957X")
    ('2', 'X')
    """
    body = [int(digit) for digit in bare[:-1]]
    if len(bare) == 13:
        return str(-sum(digit * (3 if index % 2 else 1) for index, digit in enumerate(body)) % 10)
    rest = -sum(digit * (10 - index) for index, digit in enumerate(body)) % 11
    return "X" if rest == 10 else str(rest)
