"""`[Washington Post]{lang=en}`: words of another language; `[Müteferrika]{.ad}`: a name for the index; or both."""

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline

# Brackets within are not looked for: from every `[` of a long line that would be a search to its end.
_MARKED = re.compile(r"\[((?:[^\[\]\\]|\\.)*)\](\{([^{}\n]*)\})", re.DOTALL)
_LANGUAGE = re.compile(r"(?:^|\s)lang=[\"“”']?([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)[\"“”']?(?=\s|$)")
_NAME = re.compile(r"\.ad(?P<heading>\s.*|[\"“”«„'‘’].*)?", re.IGNORECASE)
_QUOTES = "\"“”«»„'‘’"


def marked(state: StateInline, silent: bool) -> bool:
    """Push `marked_open` with the language and the name, the words, `marked_close`; see S019 for other braces.

    The name is None where there is none, "" where the words say it themselves.
    """
    match = _MARKED.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        maximum = state.posMax
        state.pos, state.posMax = match.span(1)
        opening = state.push("marked_open", "", 1)
        opening.meta.update(_meant(match[3]), braces=match[2])
        state.md.inline.tokenize(state)
        state.push("marked_close", "", -1)
        state.posMax = maximum
    state.pos = match.end()
    return True


def _meant(braces: str) -> dict[str, str | bool | None]:
    """Return what stands in braces; neither language nor name where that is not understood."""
    language = _LANGUAGE.search(braces)
    rest = (_LANGUAGE.sub("", braces, count=1) if language else braces).strip()
    name = _NAME.fullmatch(rest)
    if rest and not name:
        return {"language": None, "name": None, "empty": False}
    given = (name["heading"] or "").strip() if name else ""
    heading = " ".join((given.strip(_QUOTES) if given[:1] in _QUOTES else given).split())
    return {
        "language": language[1] if language else None,
        "name": heading if name else None,
        "empty": bool(given) and not heading,
    }
