"""What all pages of the site have in common: the templates, the words of the interface, the frame around a page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from html import escape

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from publish.catalog import places
from publish.model.phrases import phrases
from publish.model.said import short
from publish.model.shelf import Shelf, SiteFile
from publish.render.labels import labels
from publish.render.lines import write_text

LANGUAGE = "tr"
"""Of the interface."""
UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")
"""What no page and no feed may hold (XML 1.0 §2.2), and signs that would turn the line after a title around."""


def words() -> dict[str, str]:
    """Return the words of the interface by their keys."""
    return phrases("catalog", LANGUAGE)


def fit(text: str) -> str:
    """Return `text` as pages and feeds can hold it."""
    return UNFIT.sub("", text)


def own(text: str, language: str) -> Markup:
    """Return words of a booklet in `language` as markup: all of them, or their Arabic runs, marked as Arabic."""
    text = fit(text)
    if language == LANGUAGE:
        return Markup(write_text(text, "bdi").replace(' class="arabic"', "").replace(' xml:lang="ar"', ""))  # noqa: S704  # escaped there
    direction = labels(language).direction
    return Markup(f'<bdi lang="{escape(language)}" dir="{direction}">{escape(text)}</bdi>')  # noqa: S704  # escaped


def size(count: int) -> str:
    """Return how large a file is, as people say it.

    >>> size(412), size(84_300), size(2_460_000)
    ('1 kB', '84 kB', '2,5 MB')
    """
    if count < 1_000_000:
        return words()["size_kb"].format(number=max(1, round(count / 1000)))
    return words()["size_mb"].format(number=short(round(count / 1_000_000, 1)).tr)


def day(iso: str) -> str:
    """Return a date as it is printed.

    >>> day("2026-10-01")
    '1 Ekim 2026'
    """
    year, month, number = map(int, iso.split("-"))
    return f"{number} {labels(LANGUAGE).months[month - 1]} {year}"


@cache
def templates() -> Environment:
    """Return the templates of the site, which escape what is put into them."""
    made = Environment(
        loader=PackageLoader("publish.catalog"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters.update(own=own, fit=fit, size=size, day=day)
    made.globals.update(words=words(), places=places)
    return made


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site before it is written."""

    path: str
    title: str
    """Plain words, for the tab of the browser."""
    template: str
    values: Mapping[str, object]


def write(page: Page, shelf: Shelf) -> SiteFile:
    """Return a page of the site as a file."""
    site = fit(shelf.house or words()["booklets"])
    text = (
        templates()
        .get_template(page.template)
        .render(
            **page.values,
            path=page.path,
            site=site,
            shelf=shelf,
            title=fit(page.title),
            link=lambda target: places.link(page.path, target),
        )
    )
    return SiteFile(page.path, text.encode())
