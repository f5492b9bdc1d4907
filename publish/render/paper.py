"""What all documents for the printed page have in common: their templates."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment
from markupsafe import Markup

from publish.render.environment import environment
from publish.render.lines import write_text


def line(text: str) -> Markup:
    """Return a line of plain text as markup, each Arabic run in an element of its own."""
    return Markup(write_text(text, "span"))  # noqa: S704  # escaped there


@cache
def templates() -> Environment:
    """Return the templates of pages, which escape what is put into them."""
    return environment(line)
