"""Mend: for every tagged element the references to all pages are written anew, to take one of them.

In a book of 280 pages that is a twentieth of all work. A document gets its pages before its tags, and keeps what is
written here as long as it gets none.
"""

from __future__ import annotations

from typing import Any
from weakref import WeakKeyDictionary

import pydyf  # type: ignore[import-untyped]  # no stubs

_stock = pydyf.PDF.page_references
_known: WeakKeyDictionary[Any, tuple[bytes, ...]] = WeakKeyDictionary()


def install() -> None:
    """Replace how the references to pages are made."""
    pydyf.PDF.page_references = property(_page_references)


def uninstall() -> None:
    """Put back what was replaced."""
    pydyf.PDF.page_references = _stock


def _page_references(pdf: Any) -> tuple[bytes, ...]:
    known = _known.get(pdf, ())
    if len(known) * 3 != len(pdf.pages["Kids"]):
        known = _known[pdf] = _stock.fget(pdf)
    return known
