"""What programs that take text out of PDFs do to Arabic, each as a function of a text and a random source."""

import re
import unicodedata
from collections.abc import Callable
from random import Random

MARK = re.compile("[\u064b-\u0655\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]")
CLUSTER = re.compile(f"[\u0621-\u064a\u0671]{MARK.pattern}*")


def words_reversed(text, random):
    """Write the words of every line from left to right."""
    words = text.split()
    lines = [words[at : at + 9] for at in range(0, len(words), 9)]
    return "\n".join(" ".join(reversed(line)) for line in lines)


def letters_reversed(text, random):
    """Write the letters in the order of sight."""
    return text[::-1]


def letters_of_words_reversed(text, random):
    """Write every word's letters in the order of sight, the words in their own."""
    return " ".join(word[::-1] for word in text.split())


def marks_doubled(text, random):
    """Write marks twice and more."""
    text = re.sub("ّ", "ّّ", text)
    return CLUSTER.sub(lambda cluster: cluster[0] + cluster[0][1:] * (random.random() < 0.2), text)


def final_letters_lost(text, random):
    """Lose the last letter of one word in fifteen, of one at least."""
    words = text.split()
    for at in random.sample(range(len(words)), max(1, len(words) // 15)):
        if len(CLUSTER.findall(words[at])) > 3:
            words[at] = _without_last(words[at])
    return " ".join(words)


def _without_last(word):
    last = list(CLUSTER.finditer(word))[-1]
    return word[: last.start()] + word[last.end() :]


def marks_torn(text, random):
    """Put a space before marks, as if they were words."""
    return MARK.sub(lambda mark: f" {mark[0]}" if random.random() < 0.3 else mark[0], text)


def words_chopped(text, random):
    """Cut words, and drop the spaces between others."""
    text = re.sub(" ", lambda space: "" if random.random() < 0.3 else " ", text)
    return CLUSTER.sub(lambda cluster: cluster[0] + " " * (random.random() < 0.25), text)


def pieces_shuffled(text, random):
    """Cut every line where letters do not join, and write the pieces out of order, each between controls."""
    pieces = re.findall(f"(?:{CLUSTER.pattern}|\\s){{2,18}}?(?:[اأإآٱدذرزو]{MARK.pattern}*|$)|.+$", text)
    pieces = [piece for piece in pieces if piece.strip()]
    for at in range(0, len(pieces) - 1, 2):
        pieces[at], pieces[at + 1] = pieces[at + 1], pieces[at]
    return "\n".join(f"\u202b{piece}\u202c" for piece in pieces)


def presentation_forms(text, random):
    """Write every letter as the shape it has, unvocalised."""
    return "".join(_SHAPES.get(char, char) for char in MARK.sub("", text))


_SHAPES = {
    unicodedata.normalize("NFKC", shape): shape
    for shape in map(chr, range(0xFE80, 0xFEF5))
    if len(unicodedata.normalize("NFKC", shape)) == 1
}


def lengthened(text, random):
    """Put tatweel between letters, as justified text has it."""
    return re.sub("(?<=[بتثسشصضعغفقكلمنهي])(?=[\u064b-\u0652]?[بتثسشصضعغفقكلمنهي])", "ـــ", text)


def letters_twice(text, random):
    """Write letters twice, each with the mark before it, as where a glyph stands for several letters."""
    visual = re.sub("([\u0621-\u064a\u0671])([\u064b-\u0652]+)", r"\2\1", text)
    return re.sub("[\u064b-\u0652]+[أإذصنف]", lambda pair: pair[0] * 2, visual)


def bare(text, random):
    """Leave all marks out, and the hamza of alefs."""
    return re.sub("[أإآٱ]", "ا", MARK.sub("", text))


MANGLERS: tuple[Callable[[str, Random], str], ...] = (
    words_reversed,
    letters_reversed,
    letters_of_words_reversed,
    marks_doubled,
    final_letters_lost,
    marks_torn,
    words_chopped,
    pieces_shuffled,
    presentation_forms,
    lengthened,
    letters_twice,
    bare,
)
