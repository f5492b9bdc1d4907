"""What an author changed between two proofs, word by word; where lines and pages end now is not looked at.

Text, Text ─ notes paired, so that their marks can be told apart ─ passages paired ─ words ─→ Comparison
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from publish.model.proof import NOTE_MARK, Change, Comparison, Deed, Kind, Passage, Place, Text, Word
from publish.proof.pairing import Pair, Words, pairs
from publish.proof.script import Edit, edits

BEFORE = 3
"""Words that are quoted before a change."""
_END = "¶"
"""Stands between two passages of which one was made, or that one was split into."""


def compare(old: Text, new: Text, with_what: str) -> Comparison:
    """Return what changed from the text of the last proof, `with_what`, to this one, in the order of the new pages."""
    old_notes, new_notes = _Side.of(old, is_notes=True), _Side.of(new, is_notes=True)
    paired = _paired(old_notes, new_notes)
    marks = _same_marks(paired, old_notes, new_notes)
    old_body = _Side.of(old, is_notes=False, marks=marks[0])
    new_body = _Side.of(new, is_notes=False, marks=marks[1])
    body = _paired(old_body, new_body)
    found = [*_changes(body, old_body, new_body), *_changes(paired, old_notes, new_notes)]
    found.sort(key=lambda entry: entry[0])
    reflowed = _reflowed(body, old_body, new_body) + _reflowed(paired, old_notes, new_notes)
    return Comparison(with_what, tuple(change for _, change in found), reflowed, old.pages)


class _Side(NamedTuple):
    """Passages of one proof, and their words as they are compared."""

    passages: tuple[Passage, ...]
    words: list[Words]
    marks: tuple[str, ...]
    """Of notes: the mark of each, empty where a passage goes on with the note before it."""

    @classmethod
    def of(cls, text: Text, *, is_notes: bool, marks: dict[str, str] | None = None) -> _Side:
        """Return the notes, or all but them; `marks` are those of notes in both proofs, and what they are called."""
        passages = [each for each in text.passages if (each.kind is Kind.NOTE) is is_notes]
        own = [each.words[0].text if each.words and _is_mark(each.words[0]) else "" for each in passages]
        kept = [_with_marks(each, marks or {}) for each in passages]
        full = [(passage, mark) for passage, mark in zip(kept, own, strict=True) if passage.words]
        words = [tuple(word.text for word in passage.words) for passage, _ in full]
        return cls(tuple(passage for passage, _ in full), words, tuple(mark for _, mark in full))


def _is_mark(word: Word) -> bool:
    return word.text.startswith(NOTE_MARK)


def _with_marks(passage: Passage, marks: dict[str, str]) -> Passage:
    """Return a passage with the marks of those notes alone that the other proof has too."""
    if not any(_is_mark(word) for word in passage.words):
        return passage
    words = (word for word in passage.words if not _is_mark(word) or word.text in marks)
    return Passage(passage.kind, tuple(word._replace(text=marks.get(word.text, word.text)) for word in words))


def _paired(old: _Side, new: _Side) -> list[Pair]:
    kinds = [each.kind for each in old.passages], [each.kind for each in new.passages]
    return pairs(old.words, new.words, kinds)


def _same_marks(paired: list[Pair], old: _Side, new: _Side) -> tuple[dict[str, str], dict[str, str]]:
    """Return what the marks of the old and of the new text are called where their notes are the same."""
    first: dict[str, str] = {}
    for pair in paired:
        if pair.old and pair.new and old.marks[pair.old[0]] and new.marks[pair.new[0]]:
            first[old.marks[pair.old[0]]] = new.marks[pair.new[0]]
    return first, {mark: mark for mark in first.values()}


_Found = tuple[tuple[int, int, int], Change]
"""A change, and where it stands in the list."""


def _changes(paired: list[Pair], old: _Side, new: _Side) -> Iterator[_Found]:
    """Yield what changed, by place in the new proof."""
    heirs = {was: pair.new[-1] for pair in paired for was in pair.old[-1:] if pair.new and not pair.is_moved}
    ends = {index: pair.old[-1] for pair in paired for index in pair.new[-1:] if pair.old and not pair.is_moved}
    for pair in paired:
        if not pair.new:
            (was,) = pair.old
            beside = _beside(new, heirs, was) or Place(1, 1)
            place = _place(old, was)
            yield (*beside, pair.old[0]), _whole(Deed.REMOVED, old.passages[was], place, beside)
        elif not pair.old:
            (index,) = pair.new
            place = _place(new, index)
            change = _whole(Deed.ADDED, new.passages[index], _beside(old, ends, index), place)
            yield (*place, index), change
        else:
            yield from _changed(pair, old, new)


def _changed(pair: Pair, old: _Side, new: _Side) -> Iterator[_Found]:
    place, was = _place(new, pair.new[0]), _place(old, pair.old[0])
    if pair.is_moved and new.passages[pair.new[0]].kind is not Kind.NOTE:  # a note goes where its mark goes
        yield (*place, pair.new[0]), _whole(Deed.MOVED, new.passages[pair.new[0]], was, place)
    before, after = _run(old, pair.old), _run(new, pair.new)
    if [word.text for word in before] == [word.text for word in after]:
        return
    kind = new.passages[pair.new[0]].kind
    for edit in edits([word.text for word in before], [word.text for word in after]):
        for part in _parts(edit, before, after):
            change = _worded(part, before, after, kind)
            assert change.new_place  # noqa: S101  # the passage stands in the new proof
            yield (*change.new_place, pair.new[0]), change


def _run(side: _Side, indexes: tuple[int, ...]) -> list[Word]:
    """Return the words of passages in a row, a sign between them."""
    words = list[Word]()
    for index in indexes:
        words += [Word(_END, *_place(side, index))] if words else []
        words += side.passages[index].words
    return words


def _parts(edit: Edit, before: Sequence[Word], after: Sequence[Word]) -> Iterator[Edit]:
    """Take an edit apart where a passage ends: that is told by itself."""
    olds = [at for at in range(edit.old_start, edit.old_end) if before[at].text == _END]
    news = [at for at in range(edit.new_start, edit.new_end) if after[at].text == _END]
    at, to = edit.old_start, edit.new_start
    for end in olds:
        yield from _some(Edit(at, end, to, to))
        yield Edit(end, end + 1, to, to)
        at = end + 1
    for end in news:
        yield from _some(Edit(at, at, to, end))
        yield Edit(at, at, end, end + 1)
        to = end + 1
    yield from _some(Edit(at, edit.old_end, to, edit.new_end))


def _some(edit: Edit) -> Iterator[Edit]:
    if edit.old_end > edit.old_start or edit.new_end > edit.new_start:
        yield edit


def _worded(edit: Edit, before: Sequence[Word], after: Sequence[Word], kind: Kind) -> Change:
    """Return the change that an edit of words is."""
    olds, news = before[edit.old_start : edit.old_end], after[edit.new_start : edit.new_end]
    deed = Deed.CHANGED if olds and news else Deed.ADDED if news else Deed.REMOVED
    if [word.text for word in (*olds, *news)] == [_END]:
        deed, olds, news = (Deed.SPLIT, (), ()) if news else (Deed.JOINED, (), ())
    context = [word for word in after[max(0, edit.new_start - BEFORE) : edit.new_start] if word.text != _END]
    return Change(
        deed,
        kind,
        is_whole=False,
        old=_shown(olds),
        new=_shown(news),
        before=_shown(context),
        old_place=_near(before, edit.old_start),
        new_place=_near(after, edit.new_start),
    )


def _near(words: Sequence[Word], at: int) -> Place | None:
    """Return where a word stands, or the one before it."""
    word = words[min(at, len(words) - 1)] if words else None
    return Place(word.page, word.line) if word else None


def _shown(words: Sequence[Word]) -> str:
    return " ".join(f"[{word.text[1:]}]" if _is_mark(word) else word.text for word in words)


def _whole(deed: Deed, passage: Passage, old_place: Place | None, new_place: Place | None) -> Change:
    text = _shown(passage.words)
    old, new = ("" if deed is Deed.ADDED else text), ("" if deed is Deed.REMOVED else text)
    return Change(deed, passage.kind, True, old, new, "", old_place, new_place)


def _place(side: _Side, index: int) -> Place:
    word = side.passages[index].words[0]
    return Place(word.page, word.line)


def _beside(side: _Side, known: dict[int, int], index: int) -> Place | None:
    """Return where, in the other proof, the passage before one stands that is not there; None where it is the first."""
    before = next((known[at] for at in range(index - 1, -1, -1) if at in known), None)
    if before is None:
        return None
    word = side.passages[before].words[-1]
    return Place(word.page, word.line)


def _reflowed(paired: list[Pair], old: _Side, new: _Side) -> int:
    """Count the passages whose words are the same, and stand elsewhere."""
    same = (pair for pair in paired if len(pair.old) == len(pair.new) == 1 and not pair.is_moved)
    return sum(
        old.words[pair.old[0]] == new.words[pair.new[0]]
        and old.passages[pair.old[0]].words != new.passages[pair.new[0]].words
        for pair in same
    )
