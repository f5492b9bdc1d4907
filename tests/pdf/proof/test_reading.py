"""The text of a reading PDF, read from its structure, is the text that was laid out: every word, page and line."""

import io

import pypdf
import pytest

from publish import build
from publish.build import proof
from publish.model.proof import JOINT, Kind
from publish.pdf.proof import reading
from publish.proof.resolve import resolve
from tests.pdf.samples import CACHE, STYLES, pages_of, write

TEXT = """# Kalem

Soru: Kalem nedir?

Cevap: Kamıştan kesilen kalem yüzyıllarca yazının ölçüsü oldu; müstensih onu makta üstünde açar, mürekkebe batırır,
satır satır yürütürdü. Ona yemin edilir: ن وَالْقَلَمِ sözüyle açılan sure bundandır [Kalem 1]. Kur’an-ı Kerîm’in ilk
ayetlerinde de anılır.[^1] Kazakistan’daki, Türkiye’nin, 2022’de, www.ornek.com/kalem/kagit/murekkep/uzun-bir-adres.

- Kamış sazlıktan kesilir
- Kırmızı mürekkep

1- Gübreye yatırılır.

    önceden dizilmiş

    satırlar

| Kalem | Ağız |
|---|---|
| celî | 30 |
| [bağ](https://ornek.com) | [^1] |

::: siir
Allah adın zikredelim evvelâ / Vâcib oldur cümle işte her kula
:::

::: dua
رَبِّ زِدْنِي عِلْمًا

Rabbi zidnî ilmâ.

“Rabbim, ilmimi artır.”
:::

[^1]: İlk inen ayetler için Alak suresine bakılır; “oku” emri oradadır.

    Notun ikinci paragrafı.
"""


def both(job):
    """Return the text that was laid out, and what is read from its PDF."""
    laid = proof.text_at(job)
    read = reading.text_of(build.make_pdf(job, job.ledger()).content)
    return laid, resolve(read, laid)


def said(text, *, notes):
    return [passage for passage in text.passages if (passage.kind is Kind.NOTE) is notes]


def is_read_exactly(job):
    laid, read = both(job)
    assert said(read, notes=False) == said(laid, notes=False)
    assert said(read, notes=True) == said(laid, notes=True)


@pytest.mark.parametrize("trim", ["a5", "a6"])
def test_every_kind_of_block_is_read(tmp_path, trim):
    place = write(tmp_path, TEXT, f'title = "Kalem"\n[print]\ntrim = "{trim}"\n')
    is_read_exactly(build.Job(place, STYLES, CACHE))


def test_an_arabic_booklet_is_read(tmp_path):
    text = "# القلم\n\nالقلم أداة الكتابة منذ القدم، وبه أقسم الله تعالى في كتابه الكريم.[^1]\n\n[^1]: سورة القلم.\n"
    place = write(tmp_path, text, 'title = "القلم"\nlanguage = "ar"\n')
    laid, read = both(build.Job(place, STYLES, CACHE))
    words = [[word.text for word in passage.words] for passage in laid.passages]
    assert [[word.text for word in passage.words] for passage in read.passages] == words


def test_a_table_over_several_pages_says_its_head_once(tmp_path):
    rows = "\n".join(f"| {number} | söz |" for number in range(80))
    place = write(tmp_path, f"# Kalem\n\n| Sıra | Karşılık |\n|---|---|\n{rows}\n")
    is_read_exactly(build.Job(place, STYLES, CACHE))


def test_what_paper_does_not_tell_is_left_open():
    body = "<p>" + "kalem ve kâğıt, mürekkep: söz. " * 30 + "</p>"
    read = reading.text_of(pages_of(body, "p { width: 50mm; hyphens: none }")[0])
    assert any(JOINT in word.text for passage in read.passages for word in passage.words)
    assert not any(word.text == "" for passage in read.passages for word in passage.words)


def test_a_pdf_of_another_maker_is_not_read(tmp_path):
    reader = pypdf.PdfReader(io.BytesIO(pages_of("<p>Başkası</p>")[0]))
    assert reading.text_of(pages_of("<p>Bizim</p>")[0]) is not None
    writer, written = pypdf.PdfWriter(reader), io.BytesIO()
    writer.metadata = {"/Producer": "Başka bir araç"}
    writer.write(written)
    assert reading.text_of(written.getvalue()) is None
