"""Verses respelled as Turkish mushafs print them, for tests: the canon's words in the orthography of the Diyanet.

Its habits, each of them a step below: alef without hamza (اَنْزَلَ), اٰ for آ, a dagger alef instead of the fatha
(ذٰلِكَ, عَلٰى), U+06EA instead of the kasra where i is long (الَّذ۪ينَ, بِه۪), one letter for two (النَّبِيّ۪نَ, دَاوُ۫دَ,
مُسْتَهْزِؤُ۫نَ), madd before the long letter (مَٓا, قَالُٓوا), tanwin on the alef (رِزْقاً), a vowel on the connecting
alef that opens a verse (اَلْحَمْدُ), U+06EC on what is short or silent (اُو۬لٰٓئِكَ, اَنَا۬), the name of God with a
dagger alef (اللّٰهُ), no doubling between words, pause marks on the word itself.
"""

import re
import unicodedata
from difflib import SequenceMatcher

from publish.language.scripture import quran

FATHA, DAMMA, KASRA, SHADDA, SUKUN, DAGGER, MADDA = "\u064e\u064f\u0650\u0651\u0652\u0670\u0653"
FATHATAN = "\u064b"
LONG_I, LONG_U, SHORT = "\u06ea\u06eb\u06ec"
SMALL_WAW, SMALL_YEH, HIGH_YEH = "\u06e5\u06e6\u06e7"
PAUSES = "\u06d6\u06d7\u06d8\u06d9\u06da\u06db\u06dc"
_ORDER = SHADDA + FATHA + DAMMA + KASRA + FATHATAN + "\u064c\u064d" + SUKUN + DAGGER + LONG_I + LONG_U + SHORT + MADDA
_NAME_OF_GOD = re.compile(f"(ل{KASRA}?ل{SHADDA}){FATHA}(?=ه[{FATHA}{DAMMA}{KASRA}{SUKUN}](?:$|م{SHADDA}))")
_LETTER = re.compile(
    r"[\u0621-\u063a\u0641-\u064a\u0671](?:(?![\u06e5\u06e6])[\u064b-\u065f\u0670\u06d6-\u06ed\u0640]|[\u06e5\u06e6])*"
)


def clusters(word):
    """Return [letter, marks] of a word."""
    plain = word.replace("\u0640\u0654", "ئ")
    return [[match[0][0], match[0][1:].replace("\u0640", "")] for match in _LETTER.finditer(plain)]


def _base(letter):
    return "ا" if letter in "أإآٱ" else "ي" if letter == "ى" else letter


def words_of(text):
    """Return the words of a verse of the canon, each with the pause marks after it."""
    found = []
    for token in text.split():
        if _LETTER.match(token):
            found.append([token, ""])
        elif found:
            found[-1][1] += "".join(sign for sign in token if sign in PAUSES)
    return found


def respelled(surah, ayah, rng):
    """Return one verse in Turkish orthography; where mushafs vary, `rng` decides."""
    modern, uthmani = (words_of(quran.verse(surah, ayah, script)) for script in quran.SCRIPTS)
    written, index = [], 0
    for number, (word, pauses) in enumerate(modern):
        other = uthmani[index][0]
        following = modern[number + 1][0] if number + 1 < len(modern) else ""
        more = len(modern) - number - (len(uthmani) - index)
        is_head = more > 0 and len(clusters(other)) >= len(clusters(word)) + 2  # يَا of يَـٰٓأَيُّهَا
        letters = _letters(clusters(word), [] if is_head else clusters(other), rng)
        index = index if is_head else min(index + 1, len(uthmani) - 1)
        if is_head and following[0] in "أإآ":
            letters[-2][1] += MADDA
        text = _text(letters, opens=number == 0 or bool(modern[number - 1][1]), before_wasl=following[:1] == "ا")
        written.append(text + _pause(pauses, rng))
    return " ".join(written)


def _kind(letter):
    return "ء" if letter in "أإآؤئء" else "ا" if letter == "ٱ" else "ي" if letter == "ى" else letter


def _letters(modern, uthmani, rng):
    """Return the letters of a word with their marks, what is long and short told by the Uthmani spelling."""
    matcher = SequenceMatcher(None, [_kind(c) for c, _ in modern], [_kind(c) for c, _ in uthmani], autojunk=False)
    out = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes() if uthmani else [("equal", 0, len(modern), 0, len(modern))]:
        if tag == "equal":
            for offset in range(i2 - i1):
                letter, marks = modern[i1 + offset]
                partner, signs = uthmani[j1 + offset] if uthmani else (letter, "")
                _equal(out, "ء" if letter == "أ" and partner == "ء" else letter, marks, signs)
        elif tag == "insert":
            out += [[_plain(letter), SHORT] for letter, marks in uthmani[j1:j2] if "\u06df" in marks and out]
        else:
            for offset, (letter, marks) in enumerate(modern[i1:i2]):
                partner = uthmani[j1 + offset] if j1 + offset < j2 else None
                _other(out, letter, marks, partner, uthmani[j1 - 1][1] if j1 else "", rng)
    return out


def _equal(out, letter, marks, other):
    if MADDA in other and out and letter in "اوي":
        out[-1][1] += MADDA
    elif MADDA in other and letter not in "اوي":
        marks += MADDA
    if DAGGER in marks and letter in "ىو" and out:
        out[-1][1] += DAGGER
        marks = marks.replace(DAGGER, "")
    if SMALL_YEH in other and letter == "ه":
        marks = marks.replace(KASRA, "") + LONG_I
    if "\u06e0" in other or (
        "\u06df" in other and letter in "او" and not (letter == "ا" and out and out[-1][0] == "و")
    ):
        marks += SHORT
    out.append([_plain(letter) if not (letter == "أ" and SUKUN in marks) else letter, marks])
    if letter == "آ":
        out[-1][1] = DAGGER


def _other(out, letter, marks, partner, before, rng):
    """Write a letter of the modern spelling for which the Uthmani has another, or a sign on the letter before."""
    if letter == "ا" and not marks and out and DAGGER in before + (partner[1] if partner else ""):
        if partner and partner[0] in "وى":
            out[-1][1] += DAGGER
            out.append([_plain(partner[0]), ""])
        elif rng.random() < 0.5:
            out[-1][1] += DAGGER
        else:
            out.append(["ا", ""])
    elif letter == "ي" and out and any(sign in before for sign in (SMALL_YEH, HIGH_YEH)):
        out[-1][1] = out[-1][1].replace(KASRA, "") + LONG_I
        if marks:
            out.append(["ي", marks])
    elif letter == "و" and not marks and out and SMALL_WAW in before:
        out[-1][1] += LONG_U
    elif letter == "ل" and not marks and not partner:
        pass
    else:
        _equal(out, letter, marks, "")


def _plain(letter):
    return "ا" if letter in "أإآٱ" else letter


def _text(letters, opens, before_wasl):
    letters = [list(pair) for pair in letters]
    for index, (letter, marks) in enumerate(letters):
        before = letters[index - 1] if index else ["", ""]
        last = index == len(letters) - 1
        if letter in "يى" and not marks and KASRA in before[1] and not (last and before_wasl):
            before[1] = before[1].replace(KASRA, "") + LONG_I
        if letter == "و" and not marks and before[0] in ("ء", "ئ") and DAMMA in before[1]:
            before[0], before[1], letters[index][0] = "ؤ", before[1] + LONG_U, ""
        if letter == "ا" and not marks and FATHATAN in before[1]:
            before[1], letters[index][1] = before[1].replace(FATHATAN, ""), FATHATAN
    for pair in letters:
        if DAGGER in pair[1]:
            pair[1] = pair[1].replace(FATHA, "")
    if opens and letters[0] == ["ا", ""] and len(letters) > 2:
        letters[0][1] = _opening(letters)
    text = "".join(letter + "".join(sorted(set(marks), key=_ORDER.index)) for letter, marks in letters)
    return unicodedata.normalize("NFC", _NAME_OF_GOD.sub(rf"\g<1>{DAGGER}", text))


def _opening(letters):
    (second, _), (third, others) = letters[1:3]
    if second == "ل" and not (third == "ت" and SHADDA not in others):
        return FATHA
    return DAMMA if DAMMA in others else KASRA


def _pause(pauses, rng):
    """Return pause marks; Turkish mushafs have more of them, and others."""
    if pauses:
        return rng.choice("\u06d6\u06d7\u06d9\u06da\u06dc") + rng.choice(["", "\u06db"])
    return rng.choice(["\u06d9", "\u06df", "\u06db"]) if rng.random() < 0.05 else ""
