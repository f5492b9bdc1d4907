"""What is copied out of our pages is what was written, vowel marks and word boundaries included, in three readers."""

import random

import pypdfium2
import pytest

from tests.pdf.samples import reader
from tests.pdf.text_layer.readers import READERS, arabic, needs_poppler, normal
from tests.pdf.text_layer.samples import CSS, block, blocks, passages, run, with_layer

pytestmark = needs_poppler
OPENING = "Bu bölümde geçen ve açıklaması aşağıda verilen"
CLOSING = "sözünün anlamı üzerinde durulacaktır."


@pytest.fixture(scope="module")
def verses():
    return passages(20, seed=1)


@pytest.fixture(scope="module")
def blocks_read(verses):
    pdf, findings = with_layer(blocks(verses))
    assert findings == ()
    return {name: normal(read(pdf)) for name, read in READERS.items()}


@pytest.fixture(scope="module")
def lines_read(verses):
    body = "".join(f"<p>{OPENING} {run(verse)} {CLOSING}</p>" for verse in verses)
    pdf, _ = with_layer(body)
    return {name: read(pdf) for name, read in READERS.items()}


@pytest.fixture(scope="module")
def phrases():
    draw = random.Random(2)
    return [" ".join(verse.split()[: draw.randint(1, 4)]) for verse in passages(30, seed=3)]


@pytest.fixture(scope="module")
def phrases_read(phrases):
    body = "".join(f"<p>{OPENING} {run(phrase)} {CLOSING} Sonra ({run(phrase)}).</p>" for phrase in phrases)
    pdf, _ = with_layer(body)
    return {name: read(pdf) for name, read in READERS.items()}


@pytest.mark.parametrize("name", READERS)
def test_twenty_passages_in_blocks_are_read_as_written(verses, blocks_read, name):
    assert [verse for verse in verses if normal(verse) not in blocks_read[name]] == []


@pytest.mark.untraced
@pytest.mark.parametrize("name", READERS)
def test_twenty_passages_in_turkish_sentences_are_read_as_written(verses, lines_read, name):
    read = arabic(lines_read[name])
    assert [verse for verse in verses if arabic(verse) not in read] == []


@pytest.mark.untraced
@pytest.mark.parametrize("name", READERS)
def test_short_phrases_in_turkish_lines_are_read_as_written(phrases, phrases_read, name):
    read = arabic(phrases_read[name])
    assert [phrase for phrase in phrases if read.count(arabic(phrase)) < 2] == []


@pytest.mark.parametrize("name", READERS)
def test_a_phrase_leaves_the_turkish_around_it_in_order(phrases, phrases_read, name):
    words = " ".join(word for word in normal(phrases_read[name]).split() if arabic(word) == "")
    assert normal(words.replace("(", "").replace(").", "")).count(f"{OPENING} {CLOSING} Sonra") == len(phrases)


@pytest.fixture(scope="module", params=["Arabic", "Turkish"])
def long_read(request):
    """Three passages in a small format, and what is read of their pages, which are mostly Arabic or mostly Turkish."""
    texts = passages(3, seed=5, words=(70, 130))
    turkish = f"<p>{OPENING * 3} {CLOSING * 20}</p>" if request.param == "Turkish" else ""
    body = "".join(block(text, 18) + turkish for text in texts)
    pdf, _ = with_layer(body, CSS + "@page { size: A6; margin: 10mm }")
    assert len(reader(pdf).pages) > len(texts)
    return texts, {name: arabic(read(pdf)) for name, read in READERS.items()}


@pytest.mark.untraced
@pytest.mark.parametrize("name", READERS)
def test_long_passages_go_over_lines_and_pages(long_read, name):
    texts, read = long_read
    assert [text for text in texts if arabic(text) not in read[name]] == []


SIGNS = [
    "قَالَ رَسُولُ اللَّهِ ﷺ إِنَّمَا الْأَعْمَالُ بِالنِّيَّاتِ",
    "﴿إِنَّ مَعَ الْعُسْرِ يُسْرًا﴾",
    "قُلْ هُوَ اللَّهُ أَحَدٌ ۝١ اللَّهُ الصَّمَدُ ۝٢",
    "﴿ ۝١٢ ﴾",
    "سورة البقرة الآية ٢٥٥ من القرآن، ص ١٢٣–١٢٥",
    "هل هذا؟ نعم، هذا: قال «كذا» (ثم) [قام].",
    "عام 1445 هـ و٥٠٪",
    "سورة Hac suresi ٤٠",
    "﷽",
    "ﷺ",
]


@pytest.fixture(scope="module", params=["block on an Arabic page", "block on a Turkish page", "line"])
def signs_read(request):
    turkish = f"<p>{OPENING} {CLOSING}</p>" if request.param == "block on a Turkish page" else ""
    if request.param == "line":
        body = "".join(f"<p>{OPENING} {run(text)} {CLOSING}</p>" for text in SIGNS)
    else:
        body = "".join(turkish + block(text) for text in SIGNS)
    pdf, findings = with_layer(body)
    assert findings == ()
    return {name: normal(read(pdf)) for name, read in READERS.items()}


@pytest.mark.untraced
@pytest.mark.parametrize("name", ["pdftotext", "pypdf"])
def test_signs_numbers_and_brackets_keep_their_places(signs_read, name):
    assert [text for text in SIGNS if normal(text) not in signs_read[name]] == []


@pytest.fixture(scope="module")
def notes_and_cells_read(verses):
    notes, cells = verses[:6], verses[6:18]
    body = "".join(f'<p>{OPENING} söz<span class="note">{run(text)}</span> {CLOSING}</p>' for text in notes)
    rows = "".join(
        f"<tr><td>Türkçe</td><td>{run(first)}</td></tr><tr><td>{run(second)}</td><td>Türkçe</td></tr>"
        for first, second in zip(cells[::2], cells[1::2], strict=True)
    )
    pdf, _ = with_layer(f"{body}<table>{rows}</table>")
    return {name: arabic(read(pdf)) for name, read in READERS.items()}


@pytest.mark.untraced
@pytest.mark.parametrize("name", READERS)
def test_footnotes_and_tables_are_read_as_written(notes_and_cells_read, name, verses):
    assert [text for text in verses[:18] if arabic(text) not in notes_and_cells_read[name]] == []


ORDER_OF_MARKS = "هَنِيٓـٔۢا"
"""Two marks of one place over one letter: pdfium takes them in the order of the eye."""


@pytest.mark.parametrize("name", READERS)
def test_marks_of_one_place_keep_their_order(name):
    pdf, _ = with_layer(block(ORDER_OF_MARKS) + f"<p>{OPENING} {run(ORDER_OF_MARKS)} {CLOSING}</p>")
    assert arabic(READERS[name](pdf)).count(arabic(ORDER_OF_MARKS)) == 2


@pytest.mark.untraced
def test_words_are_found_by_the_search_of_pdfium(verses):
    phrases = [phrase for verse in verses for phrase in (verse.split()[0], " ".join(verse.split()[1:3]))]
    pdf, _ = with_layer("".join(f"<p>{OPENING} {run(phrase)} {CLOSING}</p>{block(phrase)}" for phrase in phrases))
    document = pypdfium2.PdfDocument(pdf)
    found = [
        phrase
        for phrase in phrases
        if any(page.get_textpage().search(phrase).get_next() is not None for page in document)
    ]
    document.close()
    assert [phrase for phrase in phrases if phrase not in found] == []
