"""Booklets that are much of one thing: sixty pictures, three hundred notes, nothing but Arabic. Made up, word by word.

Scripture is named by its place and comes from the data of the project; every other word sounds like its language and
is none. The same volume is the same files, wherever it is written.
"""

import io
import random

from PIL import Image, ImageDraw

from tests.library import VERSES, Writer

PICTURES, NOTES, CHAPTERS = 60, 300, 5
ROOTS = """\
كتب علم قرأ درس فهم سمع نظر ذكر شكر صبر حمد عبد سجد ركع صوم زكو حجج سفر نزل خلق رزق رحم غفر هدي نور ظلم جهل حكم عدل صدق
كذب وعد خوف رجو حبب كره نصر فتح دخل خرج بيت مدن سوق طرق بحر جبل نهر شجر ثمر زرع قلم ورق طبع نشر صحف ضرب قطع جمع طلب غسل
"""
PATTERNS = (
    "{}َا{}ِ{}", "مَ{}ْ{}ُو{}", "{}َ{}ِي{}", "تَ{}ْ{}ِي{}", "ٱسْتِ{}ْ{}َا{}", "{}ُ{}ُو{}", "أَ{}ْ{}َا{}", "{}ِ{}َا{}َة", "مُ{}َا{}َ{}َة",
    "ا{}ت{}ا{}", "م{}{}{}ى", "آ{}{}{}اء", "إِ{}ْ{}َا{}ٌ", "{}َ{}َّ{}ًا", "{}{}{}", "الم{}{}{}ون", "لل{}{}{}",
)  # fmt: skip
LONG_PASSAGES = ("Bakara 255", "Bakara 285-286", "Nûr 35", "Haşr 22-24", "Fâtiha 1-7", "Kehf 1-4", "Meryem 1-6")
POEM = "::: siir\n{} / {}\n{} / {}\n:::"


def write(place, settings, text):
    """Write a booklet into the folder `place`."""
    place.mkdir(parents=True, exist_ok=True)
    head = 'authors = ["Ölçü"]\ndate = 2026-10-01\nedition = "1. baskı"\n'
    (place / "booklet.toml").write_text(f'{head}{settings}\n[quran]\nscript = "simple-plain"\n', "utf-8")
    (place / "text.md").write_text("\n\n".join(text) + "\n", "utf-8")


def pictures(place, count=PICTURES):
    """Write a booklet with that many pictures: photographs, drawings, grey ones, transparent ones, with captions."""
    writer, text = Writer(60), []
    (place / "images").mkdir(parents=True, exist_ok=True)
    for number in range(1, count + 1):
        name, content = picture(number)
        (place / "images" / name).write_bytes(content)
        if number % 12 == 1:
            text.append(f"# {writer.sentence()[:-1]}")
        caption = f"{number}. resim: {writer.sentence()[:-1]}{' (الخط)' if number % 5 == 0 else ''}"
        text += [writer.paragraph(), f'![{writer.sentence()} & “çizim”](<images/{name}> "{caption}")']
        if number % 9 == 0:
            rows = (f"| {writer.word()} | القلم | {row} |" for row in range(1, 4))
            text.append("\n".join(("| Ad | Arapçası | Sayı |", "|---|:---:|--:|", *rows)))
    write(place, 'title = "Altmış resimli kitap"', text)


def picture(number):
    """Return name and content of a picture; neighbours are of different kinds."""
    size, shade = (480 + 8 * (number % 7), 320), 40 + 3 * (number % 60)
    if number % 6 == 0:
        circle = f'<circle cx="60" cy="40" r="{10 + number % 25}" fill="none" stroke="#{shade:02x}4020"/>'
        drawing = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="120mm" height="80mm" viewBox="0 0 120 80">{circle}</svg>'
        )
        return f"çizim {number:02}.svg", drawing.encode()
    mode, kind, suffix = (("RGB", "PNG", "png"), ("L", "JPEG", "jpg"), ("RGB", "JPEG", "jpg"), ("LA", "PNG", "png"))[
        number % 4
    ]
    image = Image.linear_gradient("L").resize(size).convert(mode)
    ImageDraw.Draw(image).ellipse(
        (40, 40, 40 + 3 * shade, 40 + 2 * shade), fill=shade if mode == "L" else None, outline=0
    )
    file = io.BytesIO()
    image.save(file, kind)
    return f"resim-{number:02}.{suffix}", file.getvalue()


def notes(place, count=NOTES):
    """Write a booklet with that many notes: short ones, long ones, with Arabic, of several paragraphs, of a list."""
    writer, text, below = Writer(300), [], []
    for number in range(1, count + 1):
        if number % 30 == 1:
            text.append(f"# {_words(writer, 3)}[^{number}]")
        elif number % 3 == 2:
            text.append(f"{_words(writer, 6)}, {_words(writer, 3)}[^{number}].")
        else:
            text[-1] += f" {_words(writer, 4)}[^{number}]; {_words(writer, 5)}."
        below.append(f"[^{number}]: {_note(number, writer)}")
    write(place, 'title = "Üç yüz dipnotlu kitap"\n[index]\nverses = true', (*text, *below))


def _words(writer, count):
    return " ".join(writer.word() for _ in range(count))


def _note(number, writer):
    match number % 20:
        case 3 | 13:
            return f"{_words(writer, 2)} رَبِّ زِدْنِي عِلْمًا {_words(writer, 2)}."
        case 5:
            second = f"{_words(writer, 4)} *{writer.word()}* [İhlâs 112/1]."
            return f"{_words(writer, 4)}.\n\n    {second}\n\n    {_words(writer, 3)}."
        case 7:
            return _words(writer, 70) + "."
        case 8:
            return f"{_words(writer, 3)}:\n\n    - {writer.word()}\n    - {writer.word()}"
        case 9 | 19:
            return f"https://www.ornek.example/{writer.word()}/{writer.word()}/sayfa-{number}.html?b={number}&k=2"
        case _:
            return f"{_words(writer, 4)}."


class ArabicWriter:
    """Writes sentences that sound Arabic: roots and patterns of the language, put together by chance."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def word(self):
        """Return a word, with vowel marks or without."""
        word = self.random.choice(PATTERNS).format(*self.random.choice(ROOTS.split()))
        return word if self.random.random() < 0.5 else "".join(filter(str.isalpha, word))

    def words(self, count):
        """Return that many words."""
        return " ".join(self.word() for _ in range(count))

    def sentence(self):
        """Return a sentence, now and then with a number or Latin letters in it."""
        other = self.random.choice(("", "", "", " (17)", " İstanbul", " ١٤٤٧هـ", " ﷺ"))
        return f"{self.words(self.random.randint(5, 14))}{other}، {self.words(4)}."

    def paragraph(self):
        """Return a paragraph of three to six sentences."""
        return " ".join(self.sentence() for _ in range(self.random.randint(3, 6)))


def arabic(place, chapters=CHAPTERS):
    """Write a booklet wholly in Arabic, with verses, notes, points, questions, a poem and a table in it."""
    writer, text = ArabicWriter(7), []
    for number in range(1, chapters + 1):
        text += ["::: besmele\n:::"] if number == 1 else []
        text += [f"# {writer.words(3)}", f"{writer.paragraph()}[^{number}]", writer.paragraph()]
        text += [f"::: ayet {LONG_PASSAGES[number % len(LONG_PASSAGES)]}\n:::", writer.paragraph()]
        text += [f"## {writer.words(2)} (Sarf)", *(f"{point}- {writer.sentence()}" for point in (1, 2, 3))]
        text += [f"سؤال: {writer.sentence()[:-1]}؟", f"جواب: {writer.paragraph()}", writer.paragraph()]
        text.append(POEM.format(*(writer.words(3) for _ in range(4))))
        rows = (f"| {writer.word()} | {writer.words(2)} |" for _ in range(3))
        text.append("\n".join((f"| {writer.word()} | {writer.word()} |", "|---|---|", *rows)))
        text.append(f"{writer.paragraph()} [{writer.random.choice(VERSES)}] {writer.sentence()}")
        text.append(f"[^{number}]: {writer.sentence()} Bkz. Kitap, s. {number}.")
    write(place, 'title = "كتاب كله بالعربية"\nlanguage = "ar"\n[index]\nverses = true', text)


VOLUMES = {"pictures": pictures, "notes": notes, "arabic": arabic}
