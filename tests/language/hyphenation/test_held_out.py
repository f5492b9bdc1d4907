"""Words that the rules were not made from break as they do by eye, and by the rule of TDK written once more.

The list has the words of real prose, names with apostrophes, abbreviations, numbers, addresses and loans.
"""

import re
from pathlib import Path

from publish.language.hyphenation.line_ends import LineEnd, line_ends

LINES = (Path(__file__).parent / "held_out.txt").read_text("utf-8").splitlines()
HELD_OUT = [line for line in LINES if not line.startswith("#")]
SYLLABLE = re.compile("[^aeıioöuüâîûāīūAEIİOÖUÜÂÎÛ]?[aeıioöuüâîûāīūAEIİOÖUÜÂÎÛ]")
"""What a syllable begins with. TDK: a consonant before a vowel makes a syllable with it, whatever stands before."""


SIGNS = {LineEnd.HYPHEN: "·", LineEnd.BARE: "|", LineEnd.NEVER: ""}


def shown(word):
    """Return a word with its breaks as the list has them."""
    for at, end in reversed(line_ends(word, "tr")):
        word = word[:at] + SIGNS[end] + word[at:]
    return word


def divided(word):
    """Return a word, letters only, as TDK divides it: a first or last syllable of one letter stays with the next."""
    starts = [match.start() for match in SYLLABLE.finditer(word)][1:]
    for start in reversed([start for start in starts if 2 <= start <= len(word) - 2]):
        word = f"{word[:start]}·{word[start:]}"
    return word


def test_words_held_out_are_broken_as_they_are_by_eye():
    words = {word: re.sub("[·|]", "", word) for word in HELD_OUT}
    assert len(words) == len(HELD_OUT) > 1000
    assert [(word, shown(bare)) for word, bare in words.items() if shown(bare) != word] == []


def test_plain_words_held_out_are_broken_by_the_rule_of_tdk():
    plain = {word.replace("·", ""): word for word in HELD_OUT if word.replace("·", "").isalpha() and "·" in word}
    assert len(plain) > 500
    assert [(word, divided(bare)) for bare, word in plain.items() if divided(bare) != word] == []
