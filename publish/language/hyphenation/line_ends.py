"""Where a line may end within a word, with a hyphen or without, and where it must not though Unicode lets it.

    Kazakistan’daki   Ka-za-kis-tan’|daki     Kur’an-ı          Kur’an-ı       (never one letter on a line)
    KGAÖ’nün          KGAÖ’|nün               Nur-Sultan        Nur-Sul-tan    (behind the hyphen that is there)
    2022’de           2022’|de                el-Enfâl          el-En-fâl      (never behind the article)
    Fâtihatü’l-Kitâb  Fâ-ti-ha-tü’l-Ki-tâb    www.a.com/b       www|.a|.com/|b

TDK's own (Yazım Kılavuzu, “Satır Sonunda Kelimelerin Bölünmesi”), which nobody switches off: syllables, no single
letter at the end or the beginning of a line, no hyphen behind an apostrophe at a line's end.

The house's, each with its switch in `[hyphenation]`:

    keep        Kur’an and En’âm are whole; in their place the house lists its own
    hemze       what stands behind an apostrophe that joins no suffix (Mes’ûd) stays with what stands before it
    article     the article of a name (el-Enfâl) stays with it
    izafet      the syllable that joins two nouns (Fetâvâ-yı) stays with the first; a single letter does by TDK
    addresses   are broken before a dot and behind a slash (Chicago Manual of Style, 17th ed., 7.46)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from functools import cache, lru_cache

import pyphen  # type: ignore[import-untyped]  # pyphen has no stubs

from publish.language.hyphenation import dictionary, foreign, listed, whole
from publish.language.hyphenation.strange import is_strange
from publish.language.suffixes import is_suffix
from publish.language.turkish import APOSTROPHES, CONSONANTS, VOWELS, lower, upper
from publish.model.settings import Hyphenation


class LineEnd(IntEnum):
    """How a line may end before a letter."""

    HYPHEN = 0
    """With a hyphen that is added."""
    BARE = 1
    """With nothing added."""
    NEVER = 2
    """Not at all."""


Ends = tuple[tuple[int, LineEnd], ...]

_LETTERS = VOWELS + CONSONANTS + upper(VOWELS) + upper(CONSONANTS)
_AYN = "‘ʿʾ"
"""Signs of transliteration, the ayn of Et‘ime among them: they join no suffix."""
_JOINT = re.compile(rf"(?<=[\w%°.)])(?![{_AYN}])[{APOSTROPHES}](?=[{_LETTERS}]{{2}})")
_HEMZE = re.compile(rf"(?<=[{_LETTERS}]{{2}})[{APOSTROPHES}](?=[{_LETTERS}]{{2}})")
_HYPHEN = re.compile("[-\u2010](?=\\w)")
_SLASH = re.compile(r"(?<=\w)/(?=\w)")
_IZAFET = re.compile("y[ıiuü]")
_BORROWED = re.compile(
    rf"[{upper(CONSONANTS)}][{VOWELS}]"
    "|(?:Bid|Def|Kal|Kat|Kıt|Mes|Meş|Mef|Neş|Ric|San|Sür|Şem|Şer|Vak)"
)
"""What stands before the hemze of Sa’di, Ma’den, Ya’ni, Mes’ele, Kıt’alar at the head of a sentence: no name."""
_ARTICLE = re.compile(r"(?<!\w)(?:[ae][a-zçşżḍṣṭẓ]{1,2})(?=[-\u2010])", re.IGNORECASE)
"""The article of Arabic names and its assimilated forms: el-, er-, eş-, al-."""
_DOT_OR_SLASH = re.compile(r"(?<=\w)(?=[.@?=&])|(?<=/)(?=[^/\s])")
_PLAIN = re.compile(rf"[“‘(\[]?([{_LETTERS}][{VOWELS}{CONSONANTS}]+)[.,;:!?…”)\]]*")
"""A word without hyphen, apostrophe, dot or digit: most are, and nothing more is to be asked of them."""
_LATIN = re.compile(r"[^\W\d_]{5,}")
_OPENING = "“‘([«"
KEPT = ("Kur’an", "Kur’ân", "En’âm", "En’am")
"""Words that our house keeps whole."""
REMEMBERED = 8_000
_WORDS = 4
"""Letters from which on one side of a slash is a word (ve/veya) and not a unit (km/sa)."""


class Hyphenator:
    """Knows where lines end in the words of one booklet: by TDK, by the house, by the lists of both."""

    def __init__(self, tables: Sequence[Hyphenation] = ()) -> None:
        """Read what house and booklet say; the house comes first, and what comes later is stronger."""
        self.hemze = self.article = self.izafet = True
        self.words: dict[str, tuple[tuple[int, bool], ...] | None] = {}
        self.addresses = breaks_addresses(tables)
        self.foreign = foreign.Words(tables)
        for number, settings in enumerate(tables or (Hyphenation(),)):
            kept = settings.keep if settings.keep is not None else KEPT if number == 0 else ()
            self.words |= listed.table(settings.exceptions, kept)
            self.hemze = self.hemze if settings.hemze is None else settings.hemze
            self.article = self.article if settings.article is None else settings.article
            self.izafet = self.izafet if settings.izafet is None else settings.izafet
        self.line_ends = lru_cache(maxsize=REMEMBERED)(self._line_ends)

    def hyphens(self, word: str) -> tuple[int, ...]:
        """Return the offsets in a Turkish word before which a line may end with a hyphen."""
        return tuple(at for at, end in self.line_ends(word, dictionary.LANGUAGE) if end is LineEnd.HYPHEN)

    def show(self, word: str) -> str:
        """Return `word` with `-` where a line may end with a hyphen, and `|` where it may end without.

        What is listed under another language is broken as its words are.

        >>> Hyphenator().show("Kazakistan’daki"), Hyphenator().show("Kur’an-ı")
        ('Ka-za-kis-tan’|daki', 'Kur’an-ı')
        """
        signs = {LineEnd.HYPHEN: "-", LineEnd.BARE: "|", LineEnd.NEVER: ""}
        at, pieces = 0, []
        language = next((language for _, language in self.foreign.part(word) if language), dictionary.LANGUAGE)
        for offset, end in self.line_ends(word, language):
            pieces += [word[at:offset], signs[end]]
            at = offset
        return "".join((*pieces, word[at:]))

    def _line_ends(self, word: str, language: str) -> Ends:
        """Return the offsets in `word` before which a line may begin, or never does, in order.

        `word` is what stands between two spaces, with its punctuation; `language` is a tag such as “tr” or “en-GB”.
        """
        if not language.lower().startswith(dictionary.LANGUAGE):
            return tuple(sorted(_foreign(word, language)))
        plain = _PLAIN.fullmatch(word)
        if plain and lower(plain.group(1)) not in self.words:
            start, letters = plain.span(1)[0], plain.group(1)
            syllables = () if is_strange(letters) else dictionary.syllables(letters)
            return tuple((start + offset, LineEnd.HYPHEN) for offset in syllables)
        for start, end in whole.wholes(word):
            if "." in word[start:end]:
                return self._in_address(word, start, end)
        found = dict.fromkeys(dictionary.breaks(word), LineEnd.HYPHEN)
        found |= dict.fromkeys(self._behind_apostrophes(word), LineEnd.BARE)
        found |= dict.fromkeys(self._held(word), LineEnd.NEVER)
        for one in listed.find(word, self.words):
            within = range(one.start + 1, one.end)
            found = {at: end for at, end in found.items() if at not in within}
            if one.breaks is None:
                found |= dict.fromkeys(within, LineEnd.NEVER)
            else:
                found |= {at: LineEnd.HYPHEN if added else LineEnd.BARE for at, added in one.breaks}
        return tuple(sorted(found.items()))

    def _in_address(self, word: str, start: int, end: int) -> Ends:
        if not self.addresses:
            return tuple((at, LineEnd.NEVER) for at in range(start + 1, end))
        places = (match.start() for match in _DOT_OR_SLASH.finditer(word, start, end))
        found = {at: LineEnd.BARE for at in places if start < at < end}
        suffix = _suffix_at(word)
        if suffix > start:
            found[suffix] = LineEnd.BARE
        found |= {match.end(): LineEnd.NEVER for match in _HYPHEN.finditer(word, start, end)}
        return tuple(sorted(found.items()))

    def _behind_apostrophes(self, word: str) -> Iterator[int]:
        """Yield the offsets behind apostrophes that join a suffix to a name, a number or an abbreviation."""
        for joint in _JOINT.finditer(word):
            stem = re.split("[-\u2010]", word[: joint.start()])[-1].lstrip(_OPENING)
            if _is_named(stem) and is_suffix(_letters(word, joint.end())):
                yield joint.end()
        if not self.hemze:
            yield from (hemze.end() for hemze in _HEMZE.finditer(word) if _has_vowels(word, hemze.start()))

    def _held(self, word: str) -> Iterator[int]:
        """Yield the offsets behind hyphens where one letter would be left, or where the house wants no line to end."""
        for hyphen in _HYPHEN.finditer(word):
            before, rest = _beside(word, hyphen)
            is_izafet = self.izafet and _IZAFET.fullmatch(lower(rest))
            is_article = self.article and _is_article(word, hyphen.start())
            if min(len(before), len(rest)) < dictionary.LEAST or is_izafet or is_article:
                yield hyphen.end()
        for slash in _SLASH.finditer(word):
            if max(map(len, _beside(word, slash))) < _WORDS or min(map(len, _beside(word, slash))) < dictionary.LEAST:
                yield slash.end()


def breaks_addresses(tables: Sequence[Hyphenation]) -> bool:
    """Say whether house and booklet let addresses be broken."""
    said = [table.addresses for table in tables if table.addresses is not None]
    return said[-1] if said else True


def _is_named(stem: str) -> bool:
    """Say whether an apostrophe joins suffixes to `stem`: a name, an abbreviation, a number; not to kat’î, bi’l-."""
    if stem.endswith((".", ")")) or (len(stem) > 1 and set(lower(stem)).isdisjoint(VOWELS)):
        return True  # (s.a.v.)’in, km’lik
    return any(char.isupper() or char.isdigit() for char in stem) and not _BORROWED.fullmatch(stem)


def _letters(word: str, start: int) -> str:
    match = re.compile(f"[{_LETTERS}]*").match(word, start)
    return lower(match.group()) if match else ""


def _beside(word: str, sign: re.Match[str]) -> tuple[str, str]:
    """Return the letters and digits that touch a sign, before it and behind."""
    before, rest = re.search(r"\w*\Z", word[: sign.start()]), re.match(r"\w*", word[sign.end() :])
    return before.group() if before else "", rest.group() if rest else ""


def _has_vowels(word: str, apostrophe: int) -> bool:
    before, after = lower(word[:apostrophe]), lower(word[apostrophe:])
    return not set(VOWELS).isdisjoint(before) and not set(VOWELS).isdisjoint(after)


def _is_article(word: str, end: int) -> bool:
    return any(match.end() == end for match in _ARTICLE.finditer(word))


@cache
def _dictionary(language: str) -> pyphen.Pyphen | None:
    name = pyphen.language_fallback(language)
    return pyphen.Pyphen(lang=name, left=2, right=3) if name else None


def has_dictionary(language: str) -> bool:
    """Say whether words of `language` can be broken at all; where not, they are whole."""
    return _dictionary(language) is not None


def _foreign(word: str, language: str) -> Iterator[tuple[int, LineEnd]]:
    """Yield the breaks of a word of another language, by the dictionaries that pyphen ships, and of its suffix by TDK.

    Breaks at which letters change are left out: the word is copied and searched as it is written.
    """
    suffix = _suffix_at(word)
    dictionary = _dictionary(language)
    if suffix:
        yield suffix, LineEnd.BARE
    if dictionary is None:
        return
    for part in _LATIN.finditer(word, 0, suffix or len(word)):
        if not part.group().isupper():
            for offset in dictionary.positions(part.group()):
                if offset.data is None:
                    yield part.start() + offset, LineEnd.HYPHEN


def _suffix_at(word: str) -> int:
    """Return where the Turkish suffix of a foreign name begins, as in Post’un; 0 where there is none."""
    for joint in _JOINT.finditer(word):
        if joint.start() > dictionary.LEAST and is_suffix(_letters(word, joint.end())):
            return joint.end()
    return 0


_USUAL = Hyphenator()
line_ends = _USUAL.line_ends
"""Where lines end in a word where nobody lists any."""
show = _USUAL.show
