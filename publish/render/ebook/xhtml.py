"""Whole XHTML documents: the shell that the text, the front matter and the navigation of an e-book have in common."""

from __future__ import annotations

import re
from functools import cache, partial
from html import escape

from jinja2 import Environment
from markupsafe import Markup

from publish.language import arabic
from publish.render.environment import environment
from publish.render.labels import labels
from publish.render.lines import TURKISH, write_text
from publish.render.prepared import LATIN

STYLESHEET = "styles/book.css"
"""Where the style sheet lies, seen from the documents."""
UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\xad\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold (XML 1.0 §2.2), and the soft hyphen, over which search and speech in e-readers stumble."""
EMPTIED = re.compile(r"[(\[{«“‘]\s*[)\]}»”’]")


def fit(text: str) -> str:
    r"""Return `text` without what must not stand in an e-book.

    >>> fit("Kazak\xadistan\x0b")
    'Kazakistan'
    """
    return UNFIT.sub("", text)


def line(text: str, language: str) -> Markup:
    """Return a line of plain text as markup, what is of another language than the booklet's marked.

    >>> line("Ölçü & القلم", "ar")
    Markup('<span lang="tr" xml:lang="tr" dir="ltr">Ölçü</span> &amp; القلم')
    """
    text = fit(text)
    if labels(language).direction == "ltr":
        return Markup(write_text(text, "bdi"))  # noqa: S704  # escaped there
    written, end = "", 0
    for words in LATIN.finditer(text):
        written += f"{escape(text[end : words.start()])}<span {TURKISH}>{escape(words[0])}</span>"
        end = words.end()
    return Markup(written + escape(text[end:]))  # noqa: S704  # escaped here


def document(body: str, *, title: str, matter: str, language: str) -> str:
    """Return a document around the markup `body`; `matter` is its epub:type ("cover", "frontmatter", "bodymatter")."""
    rtl = labels(language).direction == "rtl"
    return fit(
        templates(language)
        .get_template("ebook_document.j2")
        .render(
            body=Markup(body),  # noqa: S704  # made by our own writers, which escape
            title=title if rtl else without_arabic(title),
            title_is_arabic=not rtl and is_arabic(title),
            matter=matter,
            language=language,
            direction=labels(language).direction,
            stylesheet=STYLESHEET,
        )
    )


def is_arabic(text: str) -> bool:
    """Say whether `text` has letters, and all of them are Arabic."""
    return any(arabic.is_arabic(char) for char in text) and not any(char.isalnum() for char in _latin(text))


def without_arabic(text: str) -> str:
    """Return `text` for a place that can hold no elements, and so no second direction; all-Arabic text as it is.

    >>> without_arabic("Fâtiha (الفاتحة) Suresi")
    'Fâtiha Suresi'
    """
    return text if is_arabic(text) else " ".join(EMPTIED.sub("", _latin(text)).split())


def _latin(text: str) -> str:
    parts, end = [], 0
    for start, stop in arabic.runs(text):
        parts.append(text[end:start])
        end = stop
    return "".join((*parts, text[end:]))


@cache
def templates(language: str) -> Environment:
    """Return the templates of an e-book in `language`, which escape what is put into them."""
    return environment(partial(line, language=language))
