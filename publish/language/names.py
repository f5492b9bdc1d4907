"""Names sought in running text: whole words, with their suffixes, in every spelling that is still the same name.

    Müteferrika      Müteferrika’nın, MÜTEFERRİKA'DAN; not Müteferrikalık
    Kâtip Çelebi     Katip Çelebi, unless a name of that spelling is listed too
    Türk Dil Kurumu  Türk Dil Kurumunca, Bâbıâliye: names of institutions take suffixes without an apostrophe
    Ali              Ali’nin; not Aliye, not âli
    Mehmed Âkif      taken before Mehmed where both are listed: the longest name at a place is the one that is meant

A letter that is a capital in the list is one in the text. Spelling folds as `turkish.fold` has it; in Arabic, marks and
the kinds of alef, and the particles that are written together with a word, make no difference.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from publish.language.scripture import skeleton
from publish.language.suffixes import is_suffix
from publish.language.turkish import APOSTROPHES, fold, lower
from publish.model.inline import Arabic, Inline, LineBreak, Name, NoteMark, Text, Whole, WithChildren, plain
from publish.model.settings import Name as Listed

LONG_ENOUGH = 7
"""Letters from which on a single word is taken for the same name with a suffix that no apostrophe joins."""
LEAST_LIKENESS = 0.75
"""Of words that are suggested for a name that was not found."""
_NO_NAME = "\ufffc"
"""Stands for what is no running text: a citation, something to be typed, words that the author marked."""

_MARKS = f"\u0300-\u036f\u0640{skeleton.MARKS}"
_MARKED = re.compile(f"[{_MARKS}]")
_CLUSTER = re.compile(f".[{_MARKS}]*", re.DOTALL)
_WORD = re.compile(r"[^\W_]+")
_PARENTHESES = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_ARTICLE, _TO_THE = "ال", "لل"
_ARABIC_FOLDED = dict(zip("أإآٱىة", "ااااي" + "ه", strict=True))
_FIRST_ARABIC = "\u0600"
_HYPHENS = "-‐‑"
_VOWEL = re.compile("[aeiouüö]")
_ROUND, _BACK = "ouöü", "aıou"


class _Folded(dict[int, str]):
    """Turns a character into the one that it is sought by."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if char in APOSTROPHES:
            found = "'"
        elif char in _HYPHENS:
            found = "-"
        elif char.isspace():
            found = " "
        else:
            folded = _ARABIC_FOLDED.get(char) or fold(char)
            found = folded if len(folded) == 1 else char
        self[code] = found
        return found


_FOLDED = _Folded()


@dataclass(frozen=True, slots=True)
class Found:
    """A name in a text, with its suffix, from `start` up to, not with, `end`."""

    start: int
    end: int
    heading: str
    """As the name is listed."""
    form: str
    """Which of its forms stands there, as it is listed."""


@dataclass(slots=True)
class _Form:
    """What is sought in one place: the spellings that fold to the same."""

    key: str
    spellings: list[tuple[str, str, str]] = field(default_factory=list)
    """The exact spelling in small letters, the form as it is listed, and the heading."""
    _pattern: re.Pattern[str] | None = None

    @property
    def pattern(self) -> re.Pattern[str]:
        """What matches the form and what may follow it; made when it is needed, for lists of thousands of names."""
        if self._pattern is None:
            self._pattern = re.compile(_pattern(self.key, self.spellings[0][1]))
        return self._pattern


class Finder:
    """Seeks the names of one list."""

    def __init__(self, names: Iterable[Listed]) -> None:
        known: dict[str, _Form] = {}
        self._headings: dict[str, str] = {}
        """The names as they are listed, by their exact spelling; those that the author marked too."""
        self._by_first: dict[str, list[_Form]] = {}
        """By the first word, and by the beginning of a word that may have a suffix."""
        for name in names:
            self._headings.setdefault(exact(name.name), name.name)
            for form in forms(name):
                self._add(form, name.name, known)
        for listed in self._by_first.values():
            listed.sort(key=lambda form: -len(form.key))

    def _add(self, form: str, heading: str, known: dict[str, _Form]) -> None:
        key = _folded(form)[0].strip(" '-")
        first = _WORD.search(key)
        if not first:
            return
        key = key[first.start() :]
        if key not in known:
            known[key] = _Form(key)
            firsts = [first[0]]
            if len(first[0]) >= LONG_ENOUGH and first[0] == key:
                firsts.append(f"{first[0][:LONG_ENOUGH]}…")
            if first[0].startswith(_ARTICLE):
                firsts.append(_TO_THE + first[0][len(_ARTICLE) :])
            for word in firsts:
                self._by_first.setdefault(word, []).append(known[key])
        known[key].spellings.append((exact(form), form, heading))

    def heading(self, name: Name) -> str:
        """Return under which heading words are listed that the author marked."""
        words = " ".join(plain(name.children).split())
        if not name.heading:
            known = next(self.find(words), None)
            if known and (known.start, known.end) == (0, len(words)):
                return known.heading
        heading = name.heading or bare(words)
        return self._headings.setdefault(exact(heading), heading)

    def find(self, text: str) -> Iterator[Found]:
        """Yield the names in `text`, from left to right, none over another."""
        folded, offsets = _folded(text)
        done = 0
        known = self._by_first
        for word in _WORD.finditer(folded):
            letters = word[0]
            if letters not in known and f"{letters[:LONG_ENOUGH]}…" not in known and letters[0] < _FIRST_ARABIC:
                continue
            if word.start() < done:
                continue
            for start in _starts(word):
                found = self._at(folded, start, text, offsets) if start < word.end() else None
                if found:
                    done = found[1]
                    if found[0]:
                        yield found[0]
                    break

    def _with_first(self, folded: str, start: int) -> Iterator[_Form]:
        """Yield the forms that may begin at `start`, the longest first."""
        match = _WORD.match(folded, start)
        if match:
            word = match[0]
            yield from self._by_first.get(word, ())
            if len(word) > LONG_ENOUGH:
                yield from self._by_first.get(f"{word[:LONG_ENOUGH]}…", ())

    def _at(self, folded: str, start: int, text: str, offsets: Sequence[int]) -> tuple[Found | None, int] | None:
        """Return the name that begins at `start`, None for one that is not known among several; and where it ends."""
        for form in self._with_first(folded, start):
            match = form.pattern.match(folded, start)
            if not match:
                continue
            stands = text[offsets[start] : offsets[match.end(1)]]
            able = [spelling for spelling in form.spellings if _has_capitals(stands, spelling[1])]
            if able:
                chosen = _chosen(able, exact(stands))
                end = match.end()
                return (Found(offsets[start], offsets[end], chosen[2], chosen[1]) if chosen else None), end
        return None


def forms(name: Listed) -> tuple[str, ...]:
    """Return the forms under which the text may have a listed name."""
    return (sought(name.name), *name.also, *name.see)


def sought(name: str) -> str:
    """Return the form under which a listed name stands in the text.

    >>> sought("Müteferrika, İbrahim (ö. 1747)")
    'İbrahim Müteferrika'
    """
    bare = _PARENTHESES.sub("", name).strip() or name
    last, comma, first = bare.partition(",")
    return f"{first.strip()} {last.strip()}" if comma and first.strip() else bare


def bare(words: str) -> str:
    """Return a name without the suffix that an apostrophe joins to it.

    >>> bare("Kâtip Çelebi’nin"), bare("Kur’an")
    ('Kâtip Çelebi', 'Kur’an')
    """
    words = " ".join(words.split())
    match = re.search(rf"(?<=\w)[{APOSTROPHES}](\w+)$", words)
    return words[: match.start()] if match and is_suffix(lower(match[1])) else words


def candidates(texts: Iterable[str], count: int) -> dict[str, str]:
    """Return what may be a name of `count` words in `texts`, by its key: it begins with a capital."""
    word = rf"\w+(?:[{APOSTROPHES}]\w+)?"
    pattern = re.compile(rf"(?=\b({word}(?:\s+{word}){{{count - 1}}}))")
    stand = {bare(match[1]): None for text in texts for match in pattern.finditer(text) if match[1][0].isupper()}
    found: dict[str, str] = {}
    for words in stand:
        found.setdefault(fold(words), words)
    return found


def nearest(name: str, among: Mapping[str, str]) -> str:
    """Return the candidate that is most like a name; nothing where none is like it."""
    close = get_close_matches(fold(name), among, n=1, cutoff=LEAST_LIKENESS)
    return among[close[0]] if close else ""


def running_text(line: tuple[Inline, ...]) -> str:
    """Return the words of a line in which names are sought, as long as `plain` has them."""
    return "".join(text for _, text in leaves(line))


def leaves(line: tuple[Inline, ...]) -> Iterator[tuple[Inline, str]]:
    """Yield the nodes of a line that hold no others, each with its words; what no name is sought in is blotted out."""
    for node in line:
        match node:
            case Name() | NoteMark():
                yield node, _NO_NAME * len(plain((node,)))
            case Text() | Arabic() | Whole():
                yield node, _NO_NAME * len(node.text) if isinstance(node, Whole) and _is_address(node) else node.text
            case LineBreak():
                yield node, "\n"
            case _ if isinstance(node, WithChildren):
                yield from leaves(node.children)
            case _:
                yield node, _NO_NAME * len(plain((node,)))


def _is_address(node: Whole) -> bool:
    return any(sign in node.text for sign in "/@") or node.text.lower().startswith("www.")


def _folded(text: str) -> tuple[str, Sequence[int]]:
    """Return `text` folded character by character, and where each of these stands in it."""
    if not _MARKED.search(text):
        return text.translate(_FOLDED), range(len(text) + 1)
    chars, offsets = [], []
    for cluster in _CLUSTER.finditer(text):
        chars.append(unicodedata.normalize("NFC", cluster[0])[0].translate(_FOLDED))
        offsets.append(cluster.start())
    return "".join(chars), [*offsets, len(text)]


def exact(text: str) -> str:
    """Return `text` as names that fold to the same are told apart: the circumflex counts, case does not."""
    return " ".join(lower(text).translate(dict.fromkeys(map(ord, APOSTROPHES), "'")).split())


def _chosen(able: list[tuple[str, str, str]], spelt: str) -> tuple[str, str, str] | None:
    """Return the spelling that is meant; none where several names have this key and no one this spelling."""
    equal = next((spelling for spelling in able if spelling[0] == spelt), None)
    return equal or (able[0] if len({heading for _, _, heading in able}) == 1 else None)


def _has_capitals(stands: str, form: str) -> bool:
    """Say whether every word that begins with a capital in `form` does so in the text."""
    wanted, there = _initials(form), _initials(stands)
    return all(not one.isupper() or other.isupper() for one, other in zip(wanted, there, strict=False))


def _initials(text: str) -> list[str]:
    return [word[0] for word in re.split(r"[\s.\-‐‑]+", text.strip(" -" + APOSTROPHES)) if word]


def _starts(word: re.Match[str]) -> tuple[int, ...]:
    """Return where a name may begin in a word: in Arabic behind the particles too, “and”, “by”, “like”, “for”."""
    if word[0] < _FIRST_ARABIC:
        return (word.start(),)
    first, both = word[0][:1] in "وفبكل", re.match("[وف][بكل]", word[0])
    return (word.start(), *((word.start() + 1,) if first else ()), *((word.start() + 2,) if both else ()))


def _pattern(key: str, form: str) -> str:
    """Return the pattern of a folded form: itself as its first group, then what may follow it."""
    written = re.escape(key).replace("\\ ", " +")
    if key.startswith(_ARTICLE):
        written = f"(?:{_ARTICLE}|{_TO_THE}){written[len(_ARTICLE) :]}"
    ends = [r"'[^\W\d_]+(?!\w|-\w)", r"(?!\w|'\w)"]
    words = _WORD.findall(key)
    if len(words) > 1 or len(words[0]) >= LONG_ENOUGH:
        ends += [f"(?:{suffix})(?:ki|d[iuü]r)?(?!\\w|'\\w)" for suffix in _suffixes(lower(form), len(words) > 1)]
    return f"({written})(?:{'|'.join(ends)})"


def _suffixes(form: str, is_long: bool) -> Iterator[str]:
    """Yield case suffixes by vowel harmony, as they are when folded.

    Source: TDK, “Kesme İşareti”: those of institutions have no apostrophe.
    """
    vowels = re.findall("[aeıioöuüâîûāīū]", form)
    if not vowels:
        return
    last = unicodedata.normalize("NFD", vowels[-1])[0] if vowels[-1] not in "öü" else vowels[-1]
    is_back = last in _BACK
    wide = "a" if is_back else "e"
    high = ("u" if is_back else "ü") if last in _ROUND else "i"
    yield from (f"n?[dt]{wide}n?", f"y?l{wide}", f"n?[cç]{wide}", f"[dt]{high}r")
    if form[-1] in vowels[-1]:
        yield from (f"[yn][{wide}{high}]", f"n{high}n")
    elif is_long:
        yield from (f"[{wide}{high}]", f"{high}n")
    else:
        yield f"{high}n"
