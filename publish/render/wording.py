"""The words of booklet.toml and house.toml as they are printed: titles, names, the imprint.

Numbers, dates and addresses of the web are no words.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from publish.language.typographer import mend_text
from publish.language.typographer.holds import HOLDING
from publish.model.edition import Edition
from publish.model.printing import Cover
from publish.model.settings import House, Index, Name, Printer, Publisher, Quran, Settings
from publish.model.strict import Strict

Table = TypeVar("Table", bound=Strict)
Kind = TypeVar("Kind", bound=Edition)

_WORDS: dict[type[Strict], tuple[str, ...]] = {
    Settings: (
        "title", "subtitle", "series", "authors", "translator", "editor", "publisher", "printer", "edition", "rights",
        "description", "subjects", "quran", "index", "cover",
    ),
    House: ("name", "address", "city", "printer"),
    Printer: ("name", "address"),
    Publisher: ("name", "address"),
    Quran: ("translation",),
    Index: ("names",),
    Cover: ("text", "price"),
    Name: ("name", "also", "see"),
}  # fmt: skip
"""The keys of each table that hold words."""


def in_form(booklet: Kind, *, is_metadata: bool = False) -> Kind:
    """Return the booklet with these words as the typographer leaves them; an Arabic one keeps what was typed.

    Metadata is searched, so that no blank holds in it.
    """
    if booklet.settings.language != "tr":
        return booklet
    rules = off(booklet) | ({HOLDING} if is_metadata else set())
    return replace(booklet, settings=_table(booklet.settings, rules), house=_table(booklet.house, rules))


def _table(table: Table, off: frozenset[str]) -> Table:
    return table.model_copy(update={key: _value(getattr(table, key), off) for key in _WORDS[type(table)]})


def _value(value: object, off: frozenset[str]) -> object:
    if isinstance(value, str):
        return mend_text(value, off)
    if isinstance(value, tuple):
        return tuple(_value(each, off) for each in value)
    return _table(value, off) if isinstance(value, Strict) else value


def off(booklet: Edition) -> frozenset[str]:
    """Return the rules that house or booklet have switched off."""
    rows = (*booklet.house.typography.off, *booklet.settings.typography.off)
    return frozenset(row.rule for row in rows)


def flat(text: str) -> str:
    r"""Return words for metadata, which are searched: with blanks like any other.

    >>> flat("Hz.\u00a0Ali")
    'Hz. Ali'
    """
    return text.replace("\u00a0", " ")
