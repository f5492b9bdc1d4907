"""Finds the words of other languages that are listed, so that each is hyphenated, and read aloud, as its own.

foreign = { en = ["Washington Post"] }      Dün |Washington Post|’un yazdığına göre
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from publish.language.turkish import APOSTROPHES
from publish.model.settings import Hyphenation

_APOSTROPHE = f"[{APOSTROPHES}]"


class Words:
    """What is listed, by language; false where nothing is."""

    def __init__(self, tables: Sequence[Hyphenation]) -> None:
        """Read the lists; a phrase that is listed twice belongs to the later language."""
        self._languages: dict[str, str] = {}
        written = set[str]()
        for table in tables:
            for language, phrases in table.foreign.items():
                self._languages |= dict.fromkeys(map(_key, phrases), language)
                written.update(phrases)
        longest_first = sorted(written, key=lambda phrase: (-len(phrase), phrase))
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(_written, longest_first))})(?!\w)", re.IGNORECASE)

    def __bool__(self) -> bool:
        """Say whether anything is listed."""
        return bool(self._languages)

    def part(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield the pieces of `text`, each with the language that it is listed under, or with none.

        >>> table = Hyphenation(foreign={"en": ("Post",)})
        >>> list(Words((table,)).part("Post’un")), list(Words((table,)).part("Postacı"))
        ([('Post', 'en'), ('’un', '')], [('Postacı', '')])
        """
        end = 0
        for match in self._pattern.finditer(text):
            if match.start() > end:
                yield text[end : match.start()], ""
            yield match.group(), self._languages.get(_key(match.group()), "")
            end = match.end()
        if end < len(text) or not text:
            yield text[end:], ""


def _key(phrase: str) -> str:
    return " ".join(re.sub(_APOSTROPHE, "’", phrase).casefold().split())


def _written(phrase: str) -> str:
    """Return the pattern of the ways to write a phrase: more spaces, other apostrophes."""
    words = (_APOSTROPHE.join(map(re.escape, re.split(_APOSTROPHE, word))) for word in phrase.split())
    return r"\s+".join(words)
