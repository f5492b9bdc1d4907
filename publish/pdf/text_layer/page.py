"""What pdftotext makes of a whole page: which script has more letters on it decides how all its lines are read."""

from __future__ import annotations

import re
from typing import Any

_ARABIC_LETTERS = re.compile("[\u061b-\u064a\u066d-\u06d5\u06dd\u06e5\u06e6\u06ee-\u08c9\ufb1d-\ufdfc\ufe70-\ufefc]")
PAGE = "text_layer_page"
"""Attribute of a stream: the page that is painted into it, or what was found of it."""


def note(stream: Any, page: Any) -> None:
    """Remember that `page` is painted into `stream`."""
    setattr(stream, PAGE, page)


def is_latin(stream: Any) -> bool:
    """Tell whether the page of `stream` has at least as many Latin letters as Arabic ones."""
    page = getattr(stream, PAGE, True)
    if isinstance(page, bool):
        return page
    texts = [box.text for box in page._page_box.descendants() if hasattr(box, "text")]
    arabic = sum(len(_ARABIC_LETTERS.findall(text)) for text in texts)
    letters = sum(sum(map(str.isalpha, text)) for text in texts)
    latin = letters >= 2 * arabic
    setattr(stream, PAGE, latin)
    return latin


def stands_in_latin(textbox: Any) -> bool:
    """Tell whether `textbox`, itself read from right to left, stands in a line that is read from left to right."""
    style = textbox.style.parent_style
    if style is None or style["display"] != ("inline", "flow"):
        return False
    while style.parent_style is not None and style["display"] == ("inline", "flow"):
        style = style.parent_style
    return bool(style["direction"] == "ltr")
