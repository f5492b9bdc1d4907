"""A text corrected as authors correct: a letter, a comma, a vowel mark, a note, a paragraph moved. Each is known."""

import random
import re
import unicodedata
from collections import Counter

from publish.language.typographer import mend_text

PLAIN = re.compile(r"[a-zçğıöşüâîûA-ZÇĞİÖŞÜ]{3,}[,;]?")
ARABIC = re.compile(r"[\u0621-\u064a\u064b-\u0652]{3,}")
NUMBER = re.compile(r"\d{3,4}")
CITED = re.compile(r"\[([^\[\]^]+?) (\d+)\]")
NOTE = re.compile(r"\[\^(\w+)\](?!:)")
LETTERS = "abcçdefgğhıijklmnoöprsştuüvyz"
APART = 4
"""Words between two corrections of one paragraph, so that each is seen by itself."""


class Corrector:
    """Corrects one text; `expected` is what a proof must tell: deed, kind, whole passage or not, old and new words."""

    def __init__(self, text, seed):
        self.random = random.Random(seed)
        self.blocks = list(blocks(text))
        self.taken = {}
        self.expected = Counter()
        self.done = Counter()
        self.notes = 0

    def text(self):
        return "\n\n".join(block for block in self.blocks if block) + "\n"

    def correct(self, count):
        """Make `count` corrections, of every kind as evenly as the text allows; paragraphs first."""
        kinds = [*WITHIN] * count
        whole = [kind for kind in WHOLE for _ in range(max(1, count // 50))]
        for kind in (*whole, *kinds):
            if self.done.total() == count:
                return
            if kind(self):
                self.done[kind.__name__] += 1

    # where

    def prose(self, at):
        return kind_of(self.blocks[at]) in ("paragraph", "note") and at not in self.taken

    def spots(self, pattern, kinds=("paragraph", "note")):
        """Return free words that `pattern` fits, within a block, plain words on both sides of them."""
        found = []
        for at, block in enumerate(self.blocks):
            if kind_of(block) not in kinds or self.taken.get(at) is True:
                continue
            words = block.split(" ")
            for index in range(1, len(words) - 1):
                near = any(abs(index - other) <= APART for other in self.taken.get(at, ()))
                if (
                    not near
                    and pattern.fullmatch(words[index])
                    and all(map(plain, (words[index - 1], words[index + 1])))
                ):
                    found.append((at, index))
        return found

    def take(self, pattern, change, kinds=("paragraph", "note")):
        """Change a word that `pattern` fits and `change` makes another word of; return whether there was one."""
        spots = [spot for spot in self.spots(pattern, kinds) if change(self.word(spot)) != self.word(spot)]
        if not spots:
            return False
        at, index = spot = self.random.choice(spots)
        old, new = self.word(spot), change(self.word(spot))
        words = self.blocks[at].split(" ")
        words[index : index + 1] = new.split(" ") if new else []
        deed = "changed"
        if not new:
            deed, shown_old, shown_new = "removed", old, ""
        elif new.startswith(f"{old} "):
            deed, shown_old, shown_new = "added", "", new.removeprefix(f"{old} ")
        else:
            shown_old, shown_new = old, new
        self.mark(at, index, len(words) - len(self.blocks[at].split(" ")))
        self.blocks[at] = " ".join(words)
        self.expect(deed, kind_of(self.blocks[at]), False, shown_old, shown_new)
        return True

    def mark(self, at, index, longer=0):
        others = [other + longer * (other > index) for other in self.taken.get(at, ())]
        self.taken[at] = [*others, index]

    def word(self, spot):
        return self.blocks[spot[0]].split(" ")[spot[1]]

    def expect(self, deed, kind, whole, old="", new=""):
        self.expected[deed, kind, whole, read(old), read(new)] += 1

    def whole(self, words=15):
        """Return indexes of free paragraphs that are nothing else."""
        return [
            at
            for at, block in enumerate(self.blocks)
            if kind_of(block) == "paragraph"
            and at not in self.taken
            and not re.match(r"\w+:|\d+-|\w-|\(|\[|“", block)
            and len(block.split()) >= words
            and not NOTE.search(block)
        ]

    def invented(self, count):
        return " ".join("".join(self.random.choices(LETTERS, k=7)) for _ in range(count))


def read(words):
    """Return words as they are read on paper: without marks of Markdown, in the typographer's form, spaces alike."""
    printed = mend_text(words.replace("*", ""), frozenset())
    return unicodedata.normalize("NFC", " ".join(printed.split()))


def blocks(text):
    """Yield paragraphs, fences whole."""
    gathered, fenced = [], False
    for block in text.strip().split("\n\n"):
        gathered.append(block)
        fenced ^= sum(line.startswith(":::") for line in block.split("\n")) % 2 == 1
        if not fenced:
            yield "\n\n".join(gathered)
            gathered = []


def kind_of(block):
    if block.startswith(":::") or not block:
        return "fence"
    if block.startswith("#"):
        return "heading"
    if block.startswith("|"):
        return "cell"
    if block.startswith("!["):
        return "caption"
    return "note" if block.startswith("[^") else "paragraph"


def plain(word):
    return re.fullmatch(r"[\w’]+[,;.]?", word) is not None and not word[0].isdigit()


def letter(corrector):
    def change(word):
        at = len(word.rstrip(",;")) // 2
        return word[:at] + LETTERS[(LETTERS.find(word[at].lower()) + 5) % len(LETTERS)] + word[at + 1 :]

    return corrector.take(PLAIN, change)


def word(corrector):
    new = corrector.invented(1)
    return corrector.take(PLAIN, lambda old: new)


def added_word(corrector):
    new = corrector.invented(1)
    return corrector.take(PLAIN, lambda old: f"{old} {new}")


def removed_word(corrector):
    return corrector.take(PLAIN, lambda old: "")


def comma(corrector):
    return corrector.take(PLAIN, lambda old: old.removesuffix(",") if old.endswith(",") else f"{old.rstrip(';')},")


def quotes(corrector):
    return corrector.take(re.compile(r"[a-zçğıöşü]{4,}"), lambda old: f"“{old}”")


def circumflex(corrector):
    def change(word):
        return re.sub("[aâîuû]", lambda found: dict(zip("aâîuû", "âaiûu", strict=True))[found[0]], word, count=1)

    return corrector.take(re.compile("[a-zçğıöşüâîû]{4,}"), change)


def arabic_mark(corrector):
    def change(word):
        turned = word.translate(str.maketrans("\u064e\u0650\u064f", "\u0650\u064f\u064e"))
        return turned if turned != word else word[:1] + "\u064e" + word[1:]

    return corrector.take(ARABIC, change)


def number(corrector):
    return corrector.take(NUMBER, lambda old: str(int(old) + 1))


def verse(corrector):
    """Cite another verse."""
    spots = [
        (at, found)
        for at, block in enumerate(corrector.blocks)
        if corrector.prose(at)
        for found in CITED.finditer(block)
        if block[found.end() : found.end() + 1] in (".", " ", ",", "]", ":")
    ]
    if not spots:
        return False
    at, found = corrector.random.choice(spots)
    block = corrector.blocks[at]
    behind = block[found.end() :].split(" ")[0]
    new = str(int(found[2]) + 1)
    corrector.taken[at] = True
    corrector.blocks[at] = block[: found.start(2)] + new + block[found.end(2) :]
    corrector.expect("changed", kind_of(block), False, f"{found[2]}]{behind}", f"{new}]{behind}")
    return True


def heading(corrector):
    return corrector.take(PLAIN, _other_vowel, ("heading",)) or _last_word(corrector)


def _other_vowel(word):
    return word[:1] + ("e" if word[1] != "e" else "a") + word[2:]


def _last_word(corrector):
    free = [
        at for at, block in enumerate(corrector.blocks) if kind_of(block) == "heading" and at not in corrector.taken
    ]
    free = [at for at in free if re.fullmatch(r"[\wçğ’]{3,}", corrector.blocks[at].split(" ")[-1])]
    if not free:
        return False
    at = corrector.random.choice(free)
    words = corrector.blocks[at].split(" ")
    old, words[-1] = words[-1], _other_vowel(words[-1])
    corrector.blocks[at] = " ".join(words)
    corrector.taken[at] = True
    corrector.expect("changed", "heading", False, old, words[-1])
    return True


def cell(corrector):
    """Change a number in a table."""
    for at, block in enumerate(corrector.blocks):
        if kind_of(block) != "cell":
            continue
        rows = block.split("\n")
        free = [
            row
            for row in range(2, len(rows))
            if row not in corrector.taken.get(at, ()) and rows[row].split("|")[-2].strip()
        ]
        if not free:
            continue
        row = corrector.random.choice(free)
        cells = rows[row].split("|")
        old, new = cells[-2].strip(), corrector.invented(1)
        cells[-2] = f" {new} "
        rows[row] = "|".join(cells)
        corrector.blocks[at] = "\n".join(rows)
        corrector.taken[at] = [*corrector.taken.get(at, ()), row]
        corrector.expect("changed", "cell", False, old, new)
        return True
    return False


def caption(corrector):
    for at, block in enumerate(corrector.blocks):
        found = re.search(r'"(\w+) ([^"]*)"\)', block) if kind_of(block) == "caption" else None
        if found and at not in corrector.taken:
            new = corrector.invented(1)
            corrector.blocks[at] = block[: found.start(1)] + new + block[found.end(1) :]
            corrector.taken[at] = True
            corrector.expect("changed", "caption", False, found[1], new)
            return True
    return False


def added_note(corrector):
    spots = [spot for spot in corrector.spots(PLAIN, ("paragraph",)) if not corrector.word(spot).endswith((",", ";"))]
    if not spots:
        return False
    at, index = corrector.random.choice(spots)
    words = corrector.blocks[at].split(" ")
    corrector.notes += 1
    words[index] += f"[^yeni{corrector.notes}]"
    corrector.mark(at, index)
    corrector.blocks[at] = " ".join(words)
    text = corrector.invented(5)
    corrector.blocks.append(f"[^yeni{corrector.notes}]: {text}")
    corrector.taken[len(corrector.blocks) - 1] = True
    corrector.expect("added", "note", True, "", text)
    return True


def removed_note(corrector):
    for at, block in enumerate(corrector.blocks):
        for found in NOTE.finditer(block):
            own = [
                index
                for index, other in enumerate(corrector.blocks)
                if other.startswith(f"[^{found[1]}]:") and index not in corrector.taken
            ]
            if kind_of(block) == "paragraph" and at not in corrector.taken and own:
                (index,) = own
                corrector.taken[at] = True
                corrector.blocks[at] = block.replace(found[0], "")
                corrector.expect("removed", "note", True, corrector.blocks[index].partition(": ")[2], "")
                corrector.blocks[index] = ""
                corrector.taken[index] = True
                return True
    return False


def moved(corrector):
    free = corrector.whole()
    pairs = [(at, to) for at in free for to in free if to - at > 4]
    if not pairs:
        return False
    at, to = corrector.random.choice(pairs)
    block = corrector.blocks[at]
    corrector.blocks[at] = ""
    corrector.blocks[to] += f"\n\n{block}"
    corrector.taken |= {at: True, to: True}
    corrector.expect("moved", "paragraph", True, block, block)
    return True


def added_paragraph(corrector):
    free = corrector.whole()
    if not free:
        return False
    at, new = corrector.random.choice(free), corrector.invented(30)
    corrector.blocks[at] += f"\n\n{new}"
    corrector.taken[at] = True
    corrector.expect("added", "paragraph", True, "", new)
    return True


def removed_paragraph(corrector):
    free = corrector.whole()
    if not free:
        return False
    at = corrector.random.choice(free)
    corrector.expect("removed", "paragraph", True, corrector.blocks[at], "")
    corrector.blocks[at] = ""
    corrector.taken[at] = True
    return True


def split(corrector):
    free = [
        (at, found)
        for at in corrector.whole(40)
        for found in re.finditer(r"(?<=[a-zçğıöşü]\.) (?=[A-ZÇĞİÖŞÜ])", corrector.blocks[at])
    ]
    if not free:
        return False
    at, found = corrector.random.choice(free)
    block = corrector.blocks[at]
    corrector.blocks[at] = f"{block[: found.start()]}\n\n{block[found.end() :]}"
    corrector.taken[at] = True
    corrector.expect("split", "paragraph", False)
    return True


def joined(corrector):
    free = corrector.whole()
    pairs = [at for at in free if at + 1 in free]
    if not pairs:
        return False
    at = corrector.random.choice(pairs)
    corrector.blocks[at] += f" {corrector.blocks[at + 1]}"
    corrector.blocks[at + 1] = ""
    corrector.taken |= {at: True, at + 1: True}
    corrector.expect("joined", "paragraph", False)
    return True


WITHIN = (
    heading, cell, caption, verse, arabic_mark, number, added_note, letter, word, added_word,
    removed_word, comma, quotes, circumflex,
)  # fmt: skip
WHOLE = (removed_note, moved, added_paragraph, removed_paragraph, split, joined)
