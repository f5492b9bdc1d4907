"""The grid: whatever a page bears, its lines stand where those of the page behind it stand."""

import pytest

from tests.pdf.samples import laid
from tests.pdf.spreads import numbers, opened

WORDS = "Kâğıdın hikâyesi uzundur; onu yapanlar, boyayanlar ve parlatanlar bu hikâyenin içindedir. "
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="50mm" height="{height}mm"><rect width="9" height="9"/></svg>'
BOOK = f"""\
# Bölüm

{WORDS * 3}

## Kesim

### Küçük başlık

Soru: {WORDS}

Cevap: {WORDS * 2} (06.01.2022 Anadolu Ajansı) ve الْحَمْدُ لِلَّهِ sözü, `kod`, *eğik* ve **kalın**.[^n]

1- {WORDS}

A- {WORDS}

::: ayet Fâtiha 1-4
“{WORDS * 2}”
:::

{WORDS * 2}

::: dua Uykudan önce
اللَّهُمَّ بِاسْمِكَ أَمُوتُ وَأَحْيَا

okunuş: Allâhümme bismike emûtü ve ahyâ.

“Allah’ım! Senin adınla ölür, senin adınla dirilirim.”
:::

{WORDS * 2}

> {WORDS * 3}

- {WORDS * 2}
- {WORDS}

| Eser | Yıl |
|------|-----|
| Vankulu Lügati[^t] | 1729 |
| رَبِّ زِدْنِي عِلْمًا | 1730 |

{WORDS}

![Bir çizim](bir.svg "Çizimin altındaki söz")

{WORDS * 2}

![Bir çizim](iki.svg)

{WORDS * 2}

```
bir listeleme
iki satır
```

#### Daha küçük başlık

{WORDS * 9}

[^n]: {WORDS * 2}

[^t]: Tablodaki not.
"""


pytestmark = pytest.mark.untraced


def book(pdf, trim):
    """Return a PDF as a judge sees it."""
    of = numbers(trim)
    return opened(pdf, of["top"], of["depth"], of["leading"], of["size"], of["small-size"])


@pytest.fixture(scope="module", params=["a5", "a6", "135x210", "140x210", "160x240"])
def everything(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp("klavuz")
    (folder / "deneme").mkdir()
    for name, height in (("bir", 31.7), ("iki", 22.2)):
        (folder / "deneme" / f"{name}.svg").write_text(PICTURE.format(height=height), "utf-8")
    pdf, findings = laid(folder, BOOK, f'title = "Deneme"\nprint.trim = "{request.param}"')
    assert not [finding for finding in findings if finding.code.startswith(("P", "F"))]
    return book(pdf, request.param)


def test_every_line_stands_on_the_grid(everything):
    assert sum(len(page.rows) for page in everything.text) > 60
    assert list(everything.strays()) == []


def test_lines_of_every_size_were_seen(everything):
    assert len({row.size for page in everything.text for row in page.rows}) >= 7


def test_notes_end_where_the_text_would(everything):
    """Or whole lines above, where the page that faces it is as short."""
    feet = [page.foot for page in everything.text if everything.notes(page)]
    last = everything.top + everything.depth - everything.leading + everything.rest
    assert feet
    for foot in feet:
        lines = (last - foot) / everything.leading
        assert 0 <= round(lines) <= 3
        assert foot + round(lines) * everything.leading == pytest.approx(last, abs=0.1)
