"""Arabic words letter by letter, each with the marks it bears: what all spellings of the Quran are compared as.

    ٱلرَّحِيمِ   ا ل رَّ حِ ي مِ
    الرَّح۪يمِ   ا ل رَّ حِ ي مِ     U+06EA is an i, and says that it is long
    رِزْقاً     رِ زْ قً ا        tanwin typed on the alef belongs to the letter before it
    سَيِّـَٔاتِ   سَ يِّ ءَ ا تِ     hamza that is carried by a line is a letter

Letters that are written in several ways are one: أ إ آ ٱ, ى ي, ة ه. Hamza is noted with its seat, for the seat is what
spellings disagree on. Pause marks, end-of-verse signs and whatever else is neither letter nor vowel are gone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

ALEF, WAW, YEH, HAMZA, LAM, HEH, MEEM = "ا", "و", "ي", "ء", "ل", "ه", "م"
WEAK = (ALEF, WAW, YEH)
SUKUN = "-"
"""Among the vowels of a letter: it is marked as having none."""
BASMALA_SIGN, BASMALA = "\ufdfd", "بسم الله الرحمن الرحيم"

_LETTERS = (
    "\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u06ff\u0750-\u077f\u0870-\u0882"
)
_FORMS = "\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdc7\ufdf0-\ufdf9\ufe70-\ufefc" + BASMALA_SIGN
"""Letters joined already, single and in ligatures (presentation forms)."""
_MARKS = (
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0898-\u089f\u08ca-\u08e1\u08e3-\u08ff"
)
_TATWEEL = "\u0640"
_UNSEEN = "\u034f\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff\u00ad"
_TOKEN = re.compile(
    f"[{_TATWEEL}{_UNSEEN}]*[{_LETTERS}{_FORMS}][{_LETTERS}{_FORMS}{_MARKS}{_TATWEEL}{_UNSEEN}]*" r"|…|\.{2,}"
)

_HAMZA_ABOVE, _HAMZA_BELOW, _MADDA = "\u0654", "\u0655", "\u0653"
_SHADDA, _DAGGER = "\u0651", "\u0670"
_VOWELS = {
    "\u064e": "a", "\u064f": "u", "\u0650": "i", "\u064b": "an", "\u064c": "un", "\u064d": "in",
    "\u08f0": "an", "\u08f1": "un", "\u08f2": "in", "\u065e": "un", "\u0652": SUKUN, "\u06e1": SUKUN,
}  # fmt: skip
_TWOFOLD = {"\u0656": ("i", "in"), "\u0657": ("u", "an")}
"""A long vowel in Turkish and Indian print, an open tanwin in older fonts of the Madina mushaf."""
_SMALL_MEEM = frozenset("\u06e2\u06ed")
"""With a single vowel it stands for tanwin, whose n is read as m here."""
_LONG_I, _LONG_U = frozenset("\u06ea\u0656\u06e6\u06e7"), frozenset("\u06eb\u0657\u06e5")
_SILENT = frozenset("\u06df\u06e0\u06ec")
_FOLDED = str.maketrans(
    dict.fromkeys("ٱٲٳٵ" + "".join(map(chr, range(0x0870, 0x0883))), ALEF)
    | dict.fromkeys("ىیېے", YEH)
    | dict.fromkeys("ةۃۀەہھ", HEH)
    | {"ک": "ك", "ڪ": "ك", "ٯ": "ق", "ڡ": "ف", "ں": "ن"}
)
_FORM = re.compile(f"[{_FORMS}]")
_CLUSTER = re.compile(f"(?P<letter>[{_LETTERS}])(?P<marks>[{_MARKS}{_UNSEEN}]*)")
_HAMZA_ON_LINE = re.compile(f"{_TATWEEL}+([{_MARKS}{_UNSEEN}]*?)[{_HAMZA_ABOVE}{_HAMZA_BELOW}]")


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter with its marks."""

    char: str
    """Folded; HAMZA where hamza stands by itself."""
    hamza: bool = False
    vowels: frozenset[str] = frozenset()
    """What its vowel may be: a u i, an un in, SUKUN; empty where none is marked."""
    shadda: bool = False
    dagger: bool = False
    """A long a is marked on it (U+0670)."""
    long_i: bool = False
    long_u: bool = False
    madda: bool = False
    silent: bool = False
    """Marked as written and not read."""

    @property
    def is_bare(self) -> bool:
        """Say whether nothing is marked on it that is read."""
        return not (self.vowels or self.shadda or self.dagger or self.hamza)


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its place in a text; an ellipsis is a word without letters."""

    text: str
    start: int
    end: int
    letters: tuple[Letter, ...]


def words(text: str) -> tuple[Word, ...]:
    """Return the words of `text` and its ellipses; numbers, punctuation and lone pause marks are none.

    >>> [word.text for word in words("قُلْ هُوَ اللَّهُ ۚ أَحَدٌ … ﴿١﴾")]
    ['قُلْ', 'هُوَ', 'اللَّهُ', 'أَحَدٌ', '…']
    """
    return tuple(word for token in _TOKEN.finditer(text) for word in _words(token))


def _words(token: re.Match[str]) -> Iterator[Word]:
    text, start, end = token[0], *token.span()
    if text == BASMALA_SIGN:
        yield from (Word(text, start, end, spell(word)) for word in BASMALA.split())
    else:
        yield Word(text, start, end, spell(text) if text[0] not in "…." else ())


@lru_cache(maxsize=4096)
def spell(word: str) -> tuple[Letter, ...]:
    """Return the letters of one word."""
    taken_apart = unicodedata.normalize("NFKC", word) if _FORM.search(word) else word
    plain = _HAMZA_ON_LINE.sub(rf"{HAMZA}\1", unicodedata.normalize("NFD", taken_apart)).replace(_TATWEEL, "")
    letters = [letter for match in _CLUSTER.finditer(plain) for letter in _letters(match["letter"], match["marks"])]
    for index in range(1, len(letters)):
        before, alef = letters[index - 1 : index + 1]
        if alef.vowels == {"an"} and alef.char == ALEF and not alef.hamza and not before.vowels:
            letters[index - 1 : index + 1] = replace(before, vowels=alef.vowels), replace(alef, vowels=frozenset())
    return tuple(letters)


def _letters(char: str, marks: str) -> Iterator[Letter]:
    """Yield one letter; two where a hamza is written over a letter that is no seat for it (Uthmani فَٱدَّٰرَْٰٔتُمْ)."""
    folded, signs = char.translate(_FOLDED), frozenset(marks)
    vowels = [_reading(mark, signs) for mark in marks if mark in _VOWELS or mark in _TWOFOLD]
    has_hamza = not signs.isdisjoint((_HAMZA_ABOVE, _HAMZA_BELOW))
    is_seat = folded in WEAK or folded == HAMZA
    if not vowels and (_DAGGER in signs or "\u06ea" in signs):
        vowels = [frozenset("a") if _DAGGER in signs else frozenset("i")]
    yield Letter(
        folded,
        hamza=folded == HAMZA or (has_hamza and is_seat),
        vowels=vowels[0] if vowels else frozenset(),
        shadda=_SHADDA in signs,
        dagger=_DAGGER in signs,
        long_i=not signs.isdisjoint(_LONG_I),
        long_u=not signs.isdisjoint(_LONG_U),
        madda=_MADDA in signs,
        silent=folded in WEAK and not signs.isdisjoint(_SILENT),
    )
    if has_hamza and not is_seat:
        yield Letter(HAMZA, hamza=True, vowels=vowels[1] if len(vowels) > 1 else frozenset())


def _reading(mark: str, signs: frozenset[str]) -> frozenset[str]:
    """Return what vowels `mark` may stand for among the other `signs` of its letter."""
    readings = _TWOFOLD.get(mark) or (_VOWELS[mark],)
    if signs.isdisjoint(_SMALL_MEEM):
        return frozenset(readings)
    return frozenset((*readings, *(reading + "n" for reading in readings if reading in ("a", "u", "i"))))


def variants(letters: tuple[Letter, ...]) -> Iterator[tuple[Letter, ...]]:
    """Yield the letters as typed; then, if that makes a difference, with marks where the hand may have meant them.

    Old keyboards set لا as one sign, and hands have kept the habit: السَّلاَم for السَّلَام, اْلاَرْض for الْاَرْض. Tanwin
    before ى is typed on it: هُدىً.
    """
    yield letters
    moved = list(letters)
    for index in range(len(moved) - 1):
        first, second = moved[index : index + 2]
        if first.char == ALEF and second.char == LAM and first.vowels == {SUKUN} and not second.vowels:
            _move(moved, index, index + 1)
        elif _is_marked_late(first, second, is_last=index + 2 == len(moved)):
            _move(moved, index + 1, index)
    if tuple(moved) != letters:
        yield tuple(moved)


def _is_marked_late(first: Letter, second: Letter, *, is_last: bool) -> bool:
    if first.vowels or first.shadda or second.hamza or second.dagger:
        return False
    return (first.char == LAM and second.char == ALEF) or (is_last and second.char == YEH and second.vowels == {"an"})


def _move(letters: list[Letter], giver: int, taker: int) -> None:
    letters[taker] = replace(letters[taker], vowels=letters[giver].vowels, shadda=letters[giver].shadda)
    letters[giver] = replace(letters[giver], vowels=frozenset(), shadda=False)
