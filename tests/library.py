"""Booklets made up for tests and measurements: Turkish-sounding words that do not repeat, verses, notes, points."""

import random

ONSETS = list("bcçdfghjklmnprsştvyz")
CODAS = ["", "", "", "", "l", "n", "r", "k", "t", "m", "ş", "z", "y", "rt", "nç"]
FRONT, BACK = list("eiöü"), list("aıou")
ARABIC = ("رَبَّنَا", "الْحَمْدُ لِلَّهِ", "بِسْمِ اللَّهِ", "رَبِّ زِدْنِي عِلْمًا", "الْقَلَمُ", "إِنَّ مَعَ الْعُسْرِ يُسْرًا")
VERSES = ("Alak 1", "Kalem 1", "İhlâs 1", "Asr 2", "Kevser 1", "Fâtiha 5", "Nasr 3", "İnşirah 5", "Duhâ 3", "Tîn 4")
WORDS, UNFILLED = 170, 8
"""Words of a page of A5, and pages of front matter and of what the last chapter is longer."""


class Writer:
    """Writes sentences of words that never come back."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.used = set()
        self.notes = 0

    def word(self):
        """Return a word that was never used: two to five harmonious syllables."""
        while True:
            vowels = self.random.choice((FRONT, BACK))
            syllables = self.random.choices((2, 3, 4, 5), (3, 4, 2, 1))[0]
            word = "".join(
                self.random.choice(ONSETS) + self.random.choice(vowels) + self.random.choice(CODAS)
                for _ in range(syllables)
            )
            if word not in self.used:
                self.used.add(word)
                return word

    def sentence(self):
        """Return a sentence of six to eighteen words."""
        words = [self.word() for _ in range(self.random.randint(6, 18))]
        words[0] = words[0].replace("i", "İ", 1).capitalize() if words[0].startswith("i") else words[0].capitalize()
        if self.random.random() < 0.08:
            words.insert(3, self.random.choice(ARABIC))
        return " ".join(words) + "."

    def paragraph(self):
        """Return a paragraph of three to eight sentences, some with a note."""
        text = " ".join(self.sentence() for _ in range(self.random.randint(3, 8)))
        if self.random.random() < 0.12:
            self.notes += 1
            text += f"[^{self.notes}]\n\n[^{self.notes}]: {self.sentence()}"
        return text


def booklet(pages, seed=1):
    """Return booklet.toml and text.md of about that many A5 pages."""
    writer, parts = Writer(seed), []
    chapter = 0
    while len(writer.used) < (pages - UNFILLED) * WORDS:
        chapter += 1
        parts.append(f"# {chapter}. bölüm: {writer.word().capitalize()} {writer.word()}")
        for _ in range(2):
            parts.append(f"Soru: {writer.sentence()}")
            parts.append(f"Cevap: {writer.paragraph()}")
            parts += [writer.paragraph() for _ in range(4)]
            parts.append(f"::: ayet {writer.random.choice(VERSES)}\n“{writer.sentence()}”\n:::")
            parts += [f"{number}- {writer.paragraph()}" for number in range(1, 4)]
            parts += [writer.paragraph() for _ in range(4)]
    settings = f'title = "{pages} sayfalık kitap"\nauthors = ["Ölçüm"]\n\n[quran]\nscript = "simple-plain"\n'
    return settings, "\n\n".join(parts) + "\n"
