"""Slips of the hand in typed verses, each with the word that a finding has to name."""

from publish.language.scripture import quran
from publish.language.scripture.orthography import words
from tests.language.diyanet import respelled

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
VOWELS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0652"
_SAME = str.maketrans("أإآٱىئؤة", "ااااييوه")


def verses():
    return tuple(quran.verses("simple-plain"))


def spelled(verse, rng):
    """Return a verse in one of the three spellings."""
    spelling = rng.choice(("simple-plain", "uthmani", "turkish"))
    return respelled(*verse, rng) if spelling == "turkish" else quran.verse(*verse, spelling)


def _word_at(text, offset):
    return next(word.text for word in words(text) if word.start <= offset < word.end)


def wrong_letter(text, rng):
    """Put another letter in the place of one; hamza, which has no letter of its own in every spelling, is left out."""
    places = [at for at, char in enumerate(text) if char in LETTERS + "أإآٱىئؤة"]
    at = rng.choice(places)
    letter = rng.choice([letter for letter in LETTERS if letter != text[at].translate(_SAME)])
    slipped = text[:at] + letter + text[at + 1 :]
    return slipped, _word_at(slipped, at)


def wrong_vowel(text, rng):
    """Put another vowel, or a sukun, in the place of one."""
    places = [at for at, char in enumerate(text) if char in VOWELS]
    if not places:
        return None
    at = rng.choice(places)
    slipped = text[:at] + rng.choice(VOWELS.replace(text[at], "")) + text[at + 1 :]
    return slipped, _word_at(slipped, at)


def wrong_words(text, rng):
    """Swap two words, beside each other or not, drop one, or type one twice."""
    tokens = text.split()
    spots = [at for at, token in enumerate(tokens) if words(token)]
    if len(spots) < 2:
        return None
    at, other = rng.sample(spots, 2)
    word = words(tokens[at])[0]
    match rng.choice(("swap", "drop", "double")):
        case "swap":
            if word.letters == words(tokens[other])[0].letters:
                return None
            tokens[at], tokens[other] = tokens[other], tokens[at]
        case "drop":
            del tokens[at]
        case _:
            tokens.insert(at, tokens[at])
    return " ".join(tokens), word.text


def joined(text, rng, verse):
    """Type another verse after this one, the next or any."""
    known = verses()
    following = (verse[0], verse[1] + 1)
    other = following if rng.random() < 0.5 and following in known else rng.choice(known)
    added = spelled(other, rng)
    return f"{text} {added}", words(added)[0].text
