"""What paper leaves open decided by the text that it is compared with.

Whether a space stood where a line ends behind a sign, and whether a paragraph ends with its page, cannot be seen. Where
the other text has one of the two readings, that one is meant: it is no change.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, starmap

from publish.model.proof import JOINT, Passage, Text, Word

AROUND = 3
"""Words on each side of the end of a page that are looked for in the other text."""
OPEN = "’'-–—/._&=?~@#%:‘"
"""Characters behind which a line may end without a space."""
_BETWEEN_SENTENCES = ".?:’'‘"
_ENDS = ".?!…:”’»)]"
"""What a paragraph ends with, as a rule."""


def resolve(read: Text, other: Text) -> Text:
    """Return a text that was read from paper with all that is open decided by `other`."""
    if not any(JOINT in word.text for passage in read.passages for word in passage.words):
        return read
    known = _Known(other)
    joined = _joined(read.passages, known)
    passages = (Passage(each.kind, tuple(_words(each.words, known))) for each in joined)
    return Text(read.title, tuple(passages), read.pages)


class _Known:
    """Words of a text, and how its passages begin and go on."""

    def __init__(self, text: Text) -> None:
        runs = [[word.text for word in passage.words] for passage in text.passages]
        self.words = {word for run in runs for word in run}
        self.pairs = {pair for run in runs for pair in pairwise(run)}
        self.starts = {tuple(run[:AROUND]) for run in runs}
        self.ends = {tuple(run[-AROUND:]) for run in runs}


def _joined(passages: tuple[Passage, ...], known: _Known) -> Iterator[Passage]:
    """Put passages together that a page had torn apart."""
    before: Passage | None = None
    for passage in passages:
        if before is None:
            before = passage
        elif before.words[-1].text != JOINT:
            yield before
            before = passage
        elif _goes_on(before.words[:-1], passage.words, known):
            first = passage.words[0]
            if before.words[-2].text[-1] in OPEN:
                first = first._replace(text=JOINT + first.text)
            before = Passage(before.kind, (*before.words[:-1], first, *passage.words[1:]))
        else:
            yield Passage(before.kind, before.words[:-1])
            before = passage
    if before is not None:
        yield before


def _goes_on(before: tuple[Word, ...], after: tuple[Word, ...], known: _Known) -> bool:
    """Say whether a passage goes on in the next one."""
    last, first = _plain(before[-AROUND:]), _plain(after[:AROUND])
    if (last[-1], first[0]) in known.pairs or (last[-1][-1] in OPEN and last[-1] + first[0] in known.words):
        return True
    if first in known.starts or last in known.ends:
        return False
    return first[0][:1].islower() or last[-1][-1] not in _ENDS


def _plain(words: tuple[Word, ...]) -> tuple[str, ...]:
    return tuple(word.text.replace(JOINT, "") for word in words)


def _words(words: tuple[Word, ...], known: _Known) -> Iterator[Word]:
    """Yield words, those with something open between them as one or as several."""
    run = list[Word]()
    for word in (*words, None):
        if word and run and word.text.startswith(JOINT):
            run.append(word._replace(text=word.text[len(JOINT) :]))
            continue
        yield from _settled([each for each in run if each.text], known)
        run = [word] if word else []


def _settled(run: list[Word], known: _Known) -> list[Word]:
    parts = [word.text for word in run]
    whole = "".join(parts)
    if len(run) > 1 and (
        whole in known.words or (not known.words.issuperset(parts) and all(starmap(_is_torn, pairwise(parts))))
    ):
        return [run[0]._replace(text=whole)]
    return run


def _is_torn(first: str, second: str) -> bool:
    """Guess whether a word goes on behind a sign, where the other text has neither reading.

    >>> _is_torn("Ankara’", "dan"), _is_torn("www.", "tdk.gov.tr"), _is_torn("bitti.", "Sonra")
    (True, True, False)
    >>> _is_torn("1914–", "1918"), _is_torn("geldi –", "sonra")
    (True, False)
    """
    if first[-1] in _BETWEEN_SENTENCES:
        return second[0].islower() and not first[:-1].isdecimal()
    return first[-1] not in "–—" or (first[-2:-1].isdecimal() and second[0].isdecimal())
