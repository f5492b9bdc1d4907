"""Pages with Arabic, laid out with the text layer or without."""

import random

from publish.language.scripture import quran
from publish.pdf import text_layer
from tests.pdf.samples import pages_of

SIZES = (9, 11, 14, 18)
"""Points."""
CSS = """
@page { size: A5; margin: 15mm }
p, td { font-size: 10.5pt; line-height: 14pt; margin: 0 0 2mm; text-align: justify }
[lang=ar] { font-family: Ayet } p[lang=ar] { line-height: 2 } span[lang=ar] { line-height: 0 }
.note { float: footnote; font-size: 8.5pt }
"""
ARABIC = 'lang="ar" dir="rtl"'


def passages(count, seed, words=(6, 40)):
    """Return `count` verses, in either script, of so many words, drawn at random."""
    verses = [
        quran.verse(surah.number, ayah, script)
        for script in quran.SCRIPTS
        for surah in quran.surahs()
        for ayah in range(1, surah.verses + 1)
    ]
    fitting = [verse for verse in verses if words[0] <= len(verse.split()) <= words[1]]
    return random.Random(seed).sample(fitting, count)


def block(text, size=14):
    return f'<p {ARABIC} style="font-size: {size}pt">{text}</p>'


def run(text):
    return f"<span {ARABIC}>{text}</span>"


def blocks(texts):
    return "".join(block(text, SIZES[index % len(SIZES)]) for index, text in enumerate(texts))


def with_layer(body, css=CSS, folder=None):
    """Return the PDF of `body`, and the findings."""
    text_layer.install()
    return pages_of(body, css) if folder is None else pages_of(body, css, folder)


def without_layer(body, monkeypatch, css=CSS):
    """Return the PDF of `body` as WeasyPrint makes it."""
    with monkeypatch.context() as patch:
        patch.setattr(text_layer, "install", lambda: None)
        text_layer.uninstall()
        pdf, _ = pages_of(body, css)
    return pdf
