"""The files of `make new NAME=oruc`: a booklet that builds at once and shows how one writes."""

from __future__ import annotations

import json

from publish.language import turkish

_HOUSE = """\
# Yayınevi: buradakiler her kitapçığın künyesinde yinelenir. Satır başındaki # işaretini kaldırıp kendinizinkini yazın.

# name = "Yayınevinin Adı"
# address = "Mahalle, Sokak No, Posta kodu İlçe/Şehir"
# city = "İstanbul"
# certificate = "00000"                # yayıncı sertifika numarası
# phone = "0212 000 00 00"
# email = "bilgi@ornek.com"
# web = "https://www.ornek.com"

# [printer]                            # her zamanki matbaa
# name = "Matbaanın Adı"
# address = "Adresi"
# certificate = "00000"
"""

_BOOKLET = """\
# Kitapçığın künyesi. # ile başlayan satırlar açıklamadır; gerekenin başındaki # işaretini silin.

title = {title}
# subtitle = "Alt başlık"
# series = "Dizinin adı"
# authors = ["Ad Soyad"]
# translator = "Ad Soyad"
# editor = "Ad Soyad"
# isbn = "978-…"                       # basılı kitapçığın numarası
# isbn_epub = "978-…"                  # e-kitabın numarası ayrıdır
# date = 2026-01-31                    # baskı tarihi: yıl-ay-gün, tırnaksız
# edition = "1. baskı"
# description = "Kitapçığı bir iki cümleyle tanıtın."
# subjects = ["konu", "konu"]

[print]
trim = "a5"                            # sayfa ölçüsü: "a5", "a6" ya da "135x210"

[quran]
script = "simple-plain"                # ayetlerin yazımı; Mushaf imlası için "uthmani"
# translation = "Mealin sahibi"

# Gördüğünüz ve kabul ettiğiniz bir uyarı olursa kodunu ve nedenini yazın:
# [[accept]]
# code = "T001"
# reason = "Kaynakta tırnak böyle."
"""

_TEXT = """\
::: besmele
:::

# Başlarken

Bu bir taslaktır. `make NAME={name}` yazınca sayfaları dizilmiş bir PDF ile bir e-kitap olur. Metni silip kendi
metninizi yazın; paragraflar boş bir satırla ayrılır, satırların nerede bittiği önemli değildir.

Soru: Soru nasıl yazılır?

Cevap: Bu satır gibi. “Soru:” ve “Cevap:” sözleriyle başlayan paragraflar ayrıca dizilir. Metnin içinde geçen Arapça
sözler, رحمه الله gibi, kendiliğinden tanınır; yönünü ve yazı tipini siz belirtmezsiniz.

1- Maddeler sayıyla, kısa çizgiyle ve bir boşlukla başlar.

A- Harfle başlayan madde, sayıyla başlayanın altına girer.

B- Maddenin ikinci paragrafı iki boşluk içeriden başlar.

  Bu paragraf B maddesine aittir.

2- Yeni bir sayı, harfli maddeleri kapatır.

## Ayet, dipnot, kaynak

Bir ayeti Arapçasıyla vermek için yerini yazmak yeter; Arapçası Kur’an metninden alınır, meali siz yazarsınız:

::: ayet Hac 40
“Allah, kendi dinine yardım edene mutlaka yardım eder.”
:::

Ayet metin içinde yalnız anılacaksa [Bakara 255] gibi yazılır. Haberin kaynağı parantez içinde, tarihiyle verilir
(06.01.2022 Anadolu Ajansı). Açıklama dipnota konur.[^1]

[^1]: Dipnotun metni herhangi bir yere yazılabilir; sayfanın altında basılır.
"""


def draft(name: str, title: str | None = None) -> dict[str, bytes]:
    """Return the files of a new booklet by their names; `name` is its folder's, a missing `title` is made from it."""
    words = (title or "").strip() or _title(name)
    return {
        "booklet.toml": _BOOKLET.format(title=_quoted(words)).encode(),
        "text.md": _TEXT.format(name=name).encode(),
    }


def _title(name: str) -> str:
    words = name.replace("-", " ").replace("_", " ").strip()
    return turkish.upper(words[:1]) + words[1:]


def house() -> bytes:
    """Return a house file to fill in, for a library that has none."""
    return _HOUSE.encode()


def _quoted(words: str) -> str:
    """Write a string of TOML; a basic string takes what JSON writes."""
    printable = "".join(char if char.isprintable() else " " for char in words)
    return json.dumps(" ".join(printable.split()), ensure_ascii=False)
