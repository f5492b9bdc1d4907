"""What all documents for the printed page have in common: their templates."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from publish.render.lines import write_text


def line(text: str) -> Markup:
    """Return a line of plain text as markup, each Arabic run in an element of its own."""
    return Markup(write_text(text, "span"))  # noqa: S704  # escaped there


@cache
def templates() -> Environment:
    """Return the templates of pages, which escape what is put into them."""
    environment = Environment(
        loader=PackageLoader("publish.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["line"] = line
    return environment
