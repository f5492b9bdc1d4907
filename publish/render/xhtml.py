"""Whole XHTML documents: the shell that the text, the front matter and the navigation of an e-book have in common."""

from __future__ import annotations

import re
from functools import cache
from html import escape

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

STYLESHEET = "styles/book.css"
"""Where the style sheet lies, seen from the documents."""
UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\xad\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold (XML 1.0 §2.2), and the soft hyphen, over which search and speech in e-readers stumble."""


def fit(text: str) -> str:
    r"""Return `text` without what must not stand in an e-book.

    >>> fit("Kazak\xadistan\x0b")
    'Kazakistan'
    """
    return UNFIT.sub("", text)


def line(text: str) -> str:
    """Return a line of plain text as markup."""
    return escape(fit(text), quote=False)


def document(body: str, *, title: str, matter: str, language: str) -> str:
    """Return a document around the markup `body`; `matter` is its epub:type ("cover", "frontmatter", "bodymatter")."""
    template = templates().get_template("ebook_document.j2")
    return fit(
        template.render(body=Markup(body), title=title, matter=matter, language=language, stylesheet=STYLESHEET)  # noqa: S704  # made by our own writers, which escape
    )


@cache
def templates() -> Environment:
    """Return the templates of the e-book, which escape what is put into them."""
    environment = Environment(
        loader=PackageLoader("publish.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["line"] = lambda text: Markup(line(text))  # noqa: S704  # escaped there
    return environment
