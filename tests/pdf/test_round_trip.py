"""The Turkish of the source is the Turkish of the pages, word for word, in order; the notes are a stream of their own.

The reader here knows nothing of how the pages were made: it takes the words and their places from pdftotext.
"""

import re
import shutil
import subprocess
from itertools import groupby

import pytest

from tests.pdf.samples import laid

pytestmark = pytest.mark.untraced


ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]+")
FOOT_OF_HEAD = 16.5 / 25.4 * 72
"""Points from the top: running heads and folios stand above it."""
FRONT_MATTER = 2
"""Pages: title and imprint."""
SMALL = 12
"""Points: the height that pdftotext gives to words of notes is smaller, that of words of the text greater."""

SETTINGS = 'title = "Kitabın Gövdesi"\nauthors = ["Ayşe Er"]'
TEXT = """\
::: besmele
:::

# Birinci bölüm[^bas]

Kazakistan’daki GSYİH’nın yüzde 21’ini petrol oluşturuyor; günde 1,5 milyon varil.
Peygamber (صلى الله عليه وسلم) şöyle buyurdu: “إِنَّمَا الْأَعْمَالُ بِالنِّيَّاتِ” yani ameller
niyetlere göredir.[^bir]

Elif, lâm, mîm; ārāʾ, ʿilm, Şāfiʿī ve Ḥasan el-Baṣrī adları da bozulmadan geçer. *Vurgulu* ve **kuvvetli** sözler,
fiil ile filozof, sınıf ile ıhlamur, İstanbul ile Iğdır.

İkinci paragraf (06.01.2022 Anadolu Ajansı) bir kaynakla sürer ve
www.ornekyayinevi.com.tr/kitaplar/2026/arapca-turkce/dizgi adresini verir [Bakara 2/255].

Sonunda km² ile %50’si vardır; tırnak “içinde ‘tırnak’” — ve üç nokta… hepsi yerindedir.

## İkinci düzey başlık

Soru: Matbaanın hikâyesine niçin el yazmasından başlamalı, niçin doğrudan doğruya basma kitaba geçmemeli?

Cevap: Çünkü matbaa boş bir eve gelmedi; içeride kurulu bir düzen vardı ve ustaları yüzyıllardır yerli yerindeydi.

1- Birinci nokta uzun bir cümledir ve asılı bir işaretle başlar; ikinci satırı işaretin altına değil,
sözün altına gelir.

A- Alt noktanın biri, uzunca yazılmış ki satır sonunda bölünsün ve hizası anlaşılsın.[^iki]

B- Alt noktanın öteki.

2- İkinci nokta.

::: ayet Fâtiha 2
“Hamd, âlemlerin Rabbi olan Allah’a mahsustur.”
:::

Ayetten sonra gelen söz girintisizdir ve uzunca sürer ki satırlar bölünsün, heceler ayrılsın, noktalar yerini bulsun.

> Alıntı da vardır; okuyan onu duymuyorsa yazan da söylememiş sayılır.

- Birinci madde
- İkinci madde

# İkinci bölüm

Bölümler yeni sayfada başlar. Kitabın sonuna gelindi; kalanı okuyucunun hayal gücüne bırakılmıştır.
"""
NOTES = {
    "bas": "Başlığın notu.",
    "bir": "Buhârî, Bed’ü’l-Vahy, bir. Notun içinde de القرآن geçer ve not iki satıra taşacak kadar uzundur.",
    "iki": "Noktanın notu.",
}


def rows(pdf):
    """Return (page, top, height of the first word, words) of every line, in the reader's order."""
    run = subprocess.run(["pdftotext", "-tsv", "-", "-"], input=pdf, capture_output=True, check=True)
    table = (row.split("\t") for row in run.stdout.decode().splitlines()[1:])
    words = [cell for cell in table if cell[0] == "5"]
    for place, line in groupby(words, lambda cell: tuple(cell[1:5])):
        cells = list(line)
        yield int(place[0]), float(cells[0][7]), float(cells[0][9]), [cell[11] for cell in cells]


def streams(pdf):
    """Return the words of the text and those of the notes; heads, folios and front matter left out."""
    text, notes, pages = [], [], {}
    for page, top, height, words in rows(pdf):
        if top > FOOT_OF_HEAD and page > FRONT_MATTER:
            pages.setdefault(page, []).append((top, height, words))
    for _, lines in sorted(pages.items()):
        last = max(top for top, height, _ in lines if height > SMALL)
        for top, _, words in lines:
            (notes if top > last else text).append(" ".join(words))
    return joined(text), joined(notes)


def joined(lines):
    """Return the text of lines, words that were hyphenated whole again."""
    return " ".join(lines).replace("\u2010 ", "")


def bare(text):
    """Return the words of a text, Arabic left out."""
    return re.findall(r"[^\W_]+", ARABIC.sub(" ", text))


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    notes = "\n".join(f"[^{label}]: {words}" for label, words in NOTES.items())
    pdf, findings = laid(tmp_path_factory.mktemp("gövde"), f"{TEXT}\n{notes}\n", SETTINGS)
    assert [finding for finding in findings if finding.code.startswith("P")] == []
    return pdf


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs poppler-utils")
def test_the_turkish_of_the_pages_is_the_turkish_of_the_source(book):
    text, notes = streams(book)
    source = re.sub(r"^::: ayet (.*)$", "", TEXT, flags=re.MULTILINE)
    source = source.replace("mahsustur.”", "mahsustur.” [Fâtiha 2]")
    source = re.sub(r"\[\^(\w+)\]", lambda mark: f" {list(NOTES).index(mark[1]) + 1} ", source)
    source = re.sub(r"^:::.*$|^#+ ", "", source, flags=re.MULTILINE)
    expected = bare(source.replace("*", ""))
    assert bare(text) == expected
    assert bare(notes) == bare(" ".join(f"{number} {words}" for number, words in enumerate(NOTES.values(), 1)))


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs poppler-utils")
def test_paragraphs_without_arabic_come_back_with_every_sign(book):
    text, _ = streams(book)
    paragraphs = [" ".join(part.replace("*", "").split()) for part in TEXT.split("\n\n")]
    plain = [part for part in paragraphs if part[0] not in ":#>-" and not ARABIC.search(part) and "[^" not in part]
    assert len(plain) > 9
    assert [part for part in plain if "www" not in part and part not in text] == []


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs poppler-utils")
def test_a_table_is_read_row_by_row(tmp_path):
    pdf, _ = laid(
        tmp_path, "| Kitap | Yıl | Not |\n|---|--:|---|\n| Vankulu | 1729 | iki cilt |\n| Naîmâ | 1734 | tarih |\n"
    )
    run = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    last = run.stdout.decode().split("\f")[2]
    assert last.split() == "Kitap Yıl Not Vankulu 1729 iki cilt Naîmâ 1734 tarih".split()  # noqa: SIM905
