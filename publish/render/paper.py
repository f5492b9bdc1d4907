"""What all documents for the printed page have in common: their templates."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from html import escape

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
    made = environment(line)
    made.filters["linked"] = linked
    return made


def linked(markup: Markup, addresses: Sequence[tuple[str, str]]) -> Markup:
    """Return markup in which addresses lead where they lead.

    >>> linked(Markup("Tel. 1 · a@b.c"), [("a@b.c", "mailto:a@b.c")])
    Markup('Tel. 1 · <a href="mailto:a@b.c">a@b.c</a>')
    """
    for words, target in addresses:
        link = Markup('<a href="{}">{}</a>').format(target, words)
        markup = Markup(str(markup).replace(escape(words), link, 1))  # noqa: S704  # both are escaped
    return markup
