"""The text of a proof kept within it, as JSON, so that the next one can be compared with it to the letter."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from itertools import groupby

from publish.model.proof import Kind, Passage, Text, Word

NAME = "proof.json"
"""Name of the file within the PDF."""
VERSION = 1


def write(text: Text) -> bytes:
    """Return `text` as JSON: the same bytes for the same text in the same lines."""
    passages = [
        [passage.kind.value, [[*place, " ".join(word.text for word in words)] for place, words in _lines(passage)]]
        for passage in text.passages
    ]
    content = {"version": VERSION, "title": text.title, "pages": text.pages, "passages": passages}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def read(content: bytes) -> Text | None:
    """Return what `write` wrote; None for anything else."""
    try:
        kept = json.loads(content)
        if kept["version"] != VERSION:
            return None
        passages = tuple(Passage(Kind(kind), tuple(_words(lines))) for kind, lines in kept["passages"])
        return Text(str(kept["title"]), passages, int(kept["pages"]))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _words(lines: list[tuple[int, int, str]]) -> Iterator[Word]:
    for page, line, words in lines:
        for word in words.split(" "):
            yield Word(word, int(page), int(line))


def digest(text: Text) -> str:
    """Return a number of the words alone, wherever they stand: in hexadecimal, by fours."""
    words = "\n".join(" ".join(word.text for word in passage.words) for passage in text.passages)
    code = sha256(words.encode()).hexdigest()[:16]
    return " ".join(code[at : at + 4] for at in range(0, len(code), 4))


def _lines(passage: Passage) -> list[tuple[tuple[int, int], list[Word]]]:
    return [(place, list(words)) for place, words in groupby(passage.words, key=lambda word: (word.page, word.line))]
