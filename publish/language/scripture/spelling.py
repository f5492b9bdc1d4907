"""Whether a typed word is a word of the Quran, however it is spelled: letter against letter, mark against mark.

What the spellings do differently is written here once, as steps that a comparison may take:

    typed ا              for أ إ آ ٱ      hamza on any seat for hamza
    typed ى و            for ا, where a long a is marked:             الصَّلٰوة  اَدْرٰيكَ
    typed nothing        for a long vowel's letter, where the letter before bears its sign:   الرَّحْمٰن  دَاوُ۫د  النَّبِيّ۪نَ
    typed ا و ي          for nothing, where they are marked as silent (U+06DF, U+06EC):        لِشَا۬يْءٍ
    no mark              for any mark
    a mark               only for the same one, or where the other script of the canon has it

A word is compared with both spellings of the canon, for Turkish print mixes what they do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from publish.language.scripture.orthography import ALEF, HAMZA, HEH, LAM, MEEM, SUKUN, WAW, YEH, Letter

_TEH, _ARTICLE_VOWEL, _VERB_VOWELS = "ت", frozenset("a"), frozenset("iu")


@dataclass(frozen=True, slots=True)
class Slot:
    """A letter of the canon, and what may be typed for it."""

    letter: Letter
    long: str = ""
    """The vowel (a i u) that it lengthens, for a letter that does nothing else."""
    takes_dagger: bool = False
    """Whether a long a may be marked on it."""
    unwritten: bool = False
    """Whether the other spelling has a sign for this letter, or, for the alef of آ, the letter before it holds it."""
    opening: frozenset[str] = frozenset()
    """Vowels that may be typed on an alef which has one only where the word is read by itself."""
    takes_alef: bool = False
    """Whether the long a marked on it may be typed as an alef after it."""
    after_tanwin: bool = False
    """Whether it is the alef of an accusative, which no sukun can be meant for."""


def slots(word: Sequence[Letter], *, modern: bool) -> tuple[Slot, ...]:
    """Return the letters of a word of the canon as slots; in `modern` spelling آ is hamza with a long a."""
    letters = [part for letter in word for part in (_taken_apart(letter) if modern else (letter,))]
    lengths = [_length(letters, index) for index in range(len(letters))]
    return tuple(
        Slot(
            letter,
            long=lengths[index],
            takes_dagger=_takes_dagger(letters, lengths, index),
            unwritten=modern and letter.madda,
            opening=_opening(letters) if index == 0 else frozenset(),
            after_tanwin=index > 0 and "an" in letters[index - 1].vowels,
        )
        for index, letter in enumerate(letters)
    )


def _taken_apart(letter: Letter) -> tuple[Letter, ...]:
    if letter.char == ALEF and letter.madda:
        return Letter(ALEF, hamza=True, vowels=frozenset("a")), Letter(ALEF, madda=True)
    return (letter,)


def _length(letters: Sequence[Letter], index: int) -> str:
    """Return the vowel that the letter at `index` lengthens, nothing where it is a letter of its own."""
    letter = letters[index]
    if index == 0 or letter.vowels - {"a"} or letter.shadda or letter.hamza or (letter.vowels and not letter.dagger):
        return ""
    before = letters[index - 1]
    if letter.char == ALEF or letter.dagger:
        return "a" if "a" in before.vowels and letter.char in (ALEF, WAW, YEH) else ""
    if letter.char == YEH:
        return "i" if "i" in before.vowels else "a" if "a" in before.vowels else ""
    return "u" if letter.char == WAW and "u" in before.vowels else ""


def _takes_dagger(letters: Sequence[Letter], lengths: Sequence[str], index: int) -> bool:
    letter = letters[index]
    is_lengthened = lengths[index + 1 : index + 2] == ["a"]
    return letter.dagger or lengths[index] == "a" or is_lengthened or _is_in_the_name_of_god(letters, index)


def _is_in_the_name_of_god(letters: Sequence[Letter], index: int) -> bool:
    """Say whether this is the second lam of اللّٰه (or للّٰه, اللّٰهمّ), whose long a the canon does not write."""
    if index == 0 or letters[index].char != LAM or letters[index - 1].char != LAM or not letters[index].shadda:
        return False
    rest = [letter.char for letter in letters[index + 1 :]]
    return rest in ([HEH], [HEH, MEEM])


def _opening(letters: Sequence[Letter]) -> frozenset[str]:
    """Return the vowels of a connecting alef: a for the article, else i, or u where the vowel that follows is u."""
    if letters[0].char != ALEF or not letters[0].is_bare or len(letters) < 3:
        return frozenset()
    second, third = letters[1:3]
    is_verb = third.char == _TEH and not third.shadda
    if second.char == LAM and not is_verb:
        return _ARTICLE_VOWEL
    return _VERB_VOWELS if "u" in third.vowels else frozenset("i")


def fit(typed: Sequence[Letter], canon: Sequence[Slot]) -> tuple[tuple[int, int], ...] | None:
    """Return the pairs of indexes at which marks contradict each other, as few as can be; None where letters differ."""
    if len(typed) == len(canon) and all(map(_is_plainly, typed, canon)):
        return ()
    if not any(slot.letter.vowels for slot in canon):  # letters read by their names: طٰهٰ for طه
        return () if [letter.char for letter in typed] == [slot.letter.char for slot in canon] else None
    return _Ways(typed, canon).best(0, 0)


def _is_plainly(typed: Letter, slot: Slot) -> bool:
    return _same_letter(typed, slot) and not _conflict(typed, slot) and (typed.dagger or not slot.takes_alef)


class _Ways:
    """All ways in which typed letters may stand for those of the canon."""

    def __init__(self, typed: Sequence[Letter], canon: Sequence[Slot]) -> None:
        self.typed = typed
        self.canon = canon
        self.known: dict[tuple[int, int], tuple[tuple[int, int], ...] | None] = {}

    def best(self, index: int, slot: int) -> tuple[tuple[int, int], ...] | None:
        """Return the conflicts of the best way from here on."""
        if (index, slot) not in self.known:
            self.known[index, slot] = self._best(index, slot)
        return self.known[index, slot]

    def _best(self, index: int, slot: int) -> tuple[tuple[int, int], ...] | None:
        if index == len(self.typed) and slot == len(self.canon):
            return ()
        ways: list[tuple[tuple[int, int], ...] | None] = []
        if index < len(self.typed) and slot < len(self.canon) and self._agree(index, slot):
            rest = self.best(index + 1, slot + 1)
            if rest is not None:
                ways.append(((index, slot), *rest) if _conflict(self.typed[index], self.canon[slot]) else rest)
        if index and slot and self._is_left_out(index, slot):
            ways.append(self.best(index, slot + 1))
        if index and slot and self._is_added(index, slot):
            ways.append(self.best(index + 1, slot))
        return min((way for way in ways if way is not None), key=len, default=None)

    def _is_left_out(self, index: int, slot: int) -> bool:
        if slot == len(self.canon):
            return False
        return _may_be_left_out(self.canon[slot], self.typed[index - 1], self.canon[slot - 1].letter.hamza)

    def _is_added(self, index: int, slot: int) -> bool:
        if index == len(self.typed):
            return False
        return _may_be_added(self.typed[index], self.typed[index - 1], self.canon[slot - 1])

    def _agree(self, index: int, slot: int) -> bool:
        typed, canon = self.typed[index], self.canon[slot]
        if canon.takes_alef and typed.vowels == {"a"} and not self._is_long(index):
            return False
        if _same_letter(typed, canon):
            return True
        is_marked = typed.dagger or (index > 0 and self.typed[index - 1].dagger)
        is_long_a = canon.long == "a" and canon.letter.char == ALEF
        return is_long_a and is_marked and typed.char in (WAW, YEH) and not (typed.hamza or typed.shadda)

    def _is_long(self, index: int) -> bool:
        """Say whether the a of a typed letter is marked as long, or an alef makes it so."""
        following = self.typed[index + 1] if index + 1 < len(self.typed) else None
        return self.typed[index].dagger or (following is not None and following.char == ALEF and following.is_bare)


def _same_letter(typed: Letter, slot: Slot) -> bool:
    canon = slot.letter
    if typed.char == canon.char and canon.char == ALEF:
        return True
    if canon.hamza:
        return typed.hamza or (typed.char == canon.char != HAMZA)
    return typed.char == canon.char and not typed.hamza


def _may_be_left_out(slot: Slot, before: Letter, after_hamza: bool) -> bool:
    """Say whether the letter of a long vowel need not be typed after `before`."""
    match slot.long:
        case "a":
            is_marked = before.dagger and (slot.letter.char == ALEF or after_hamza)  # رَاٰ for رَأَى
            is_held = before.char == ALEF and (before.madda or not before.vowels)
            return is_marked or (slot.unwritten and is_held)
        case "i":
            return slot.unwritten and before.long_i
        case "u":
            return (slot.unwritten and before.long_u) or (before.hamza and (before.char == WAW or before.long_u))
        case _:
            return False


def _may_be_added(typed: Letter, after: Letter, slot: Slot) -> bool:
    return typed.silent or (slot.takes_alef and typed.char == ALEF != after.char and typed.is_bare)


def _conflict(typed: Letter, slot: Slot) -> bool:
    """Say whether a mark that was typed contradicts the canon's."""
    canon = slot.letter
    if typed.shadda and not canon.shadda:
        return True
    if typed.dagger and not slot.takes_dagger:
        return True
    if not typed.vowels or not typed.vowels.isdisjoint(canon.vowels):
        return False
    if canon.vowels:
        return True
    allowed = set(slot.opening)
    allowed |= set() if slot.after_tanwin else {SUKUN}
    allowed |= {"a"} if slot.takes_dagger and typed.dagger else set()
    return not typed.vowels <= allowed


def merged(modern: Sequence[Slot], uthmani: Sequence[Slot]) -> tuple[tuple[Slot, ...], tuple[Slot, ...]]:
    """Return two spellings of one word, each allowing what the other one writes: doubling, and alef for a long a."""
    first, second = list(modern), list(uthmani)
    index = 0
    for position, slot in enumerate(modern):
        if index < len(uthmani) and _same_letter(uthmani[index].letter, slot):
            if slot.letter.shadda != uthmani[index].letter.shadda:
                first[position], second[index] = _doubled(slot), _doubled(second[index])
            index += 1
        elif slot.long == "a" and index and uthmani[index - 1].letter.dagger:
            second[index - 1] = replace(second[index - 1], takes_alef=True)
        elif slot.long in ("i", "u"):
            first[position] = replace(slot, unwritten=True)
    return tuple(first), tuple(second)


def joining(word: Sequence[Slot], has_signs: bool) -> tuple[Slot, ...]:
    """Return a word that the other spelling writes together with the one before, allowing what that one may write.

    Its first letter may be doubled; where the other spelling has signs for long vowels, their letters may be missing.
    """
    return tuple(
        replace(slot, unwritten=slot.unwritten or (has_signs and slot.long in ("i", "u")))
        for slot in (_doubled(word[0]), *word[1:])
    )


def _doubled(slot: Slot) -> Slot:
    return replace(slot, letter=replace(slot.letter, shadda=True))
