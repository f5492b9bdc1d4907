"""The typographer's form reaches every place where words are printed, and no place where they are kept."""

import re
from dataclasses import replace

from publish.language.typographer import RULES
from publish.model.inline import plain
from publish.model.settings import Off, Typography
from publish.render.cover.sheets import front_html
from publish.render.ebook.book import to_book
from publish.render.prepared import prepare
from publish.render.print import to_html
from publish.render.wording import in_form
from tests.pdf.samples import STYLES, read, world, write

SETTINGS = """\
title = "Hz. Ömer'in \\"adaleti\\""
subtitle = "1914-1918 ve 5 Ocak"
series = "Dizi'nin kitabı"
authors = ["M. Âkif 'Er'"]
translator = "Ali O'Neill"
editor = "Dr. Ayşe Ak"
publisher = "Dâru'l-Kitâb"
edition = "1. baskı..."
rights = "Yazar'ın hakkı; www.ornek.com/a'b"
description = "Hz. Ömer'in hayatı..."
subjects = ["Kur'an"]
"""
TEXT = """\
# Bölüm'ün "adı"[^1]

## Kur'an'da

## İkinci

## Üçüncü

Söz'ün "biri"... (06.01.2022 Reuters'ten) `kod'un "biri"...`

| Baş'ı | Öbür |
|-------|------|
| "x"   | 3-5  |

![Resim'in adı](a.png "Alt'ı")

> Alıntı'nın kendisi

- Madde'si

::: ayet Bakara 2-3
"Meal'i."
:::

::: siir Şiir'in adı
Mısra'ı
:::

::: dua Dua'nın adı
رَبِّ زِدْنِي عِلْمًا
okunuş: Rabbi'l-âlemîn
anlam: "Rabbim."
:::

Soru: Ne'ye?

Cevap: Hiç'e.

1- Madde'nin biri.

[^1]: Not'un "sözü".
"""


def made(folder, settings=SETTINGS):
    return read(write(folder, TEXT, settings))


def words(markup):
    """Return the words of a document, without what is code or an address."""
    body = markup[markup.index("<body") :].replace('kod\'un "biri"...', "").replace("www.ornek.com/a'b", "")
    return re.sub(r"<[^>]*>", " ", body)


def test_no_straight_mark_is_left_on_the_pages_but_in_code_and_addresses(tmp_path):
    text = words(to_html(made(tmp_path), STYLES, world(tmp_path))[0].text)
    assert not [word for word in text.split() if "'" in word or '"' in word or "..." in word]
    assert "Hz.\u00a0Ömer’in “adaleti”" in text
    assert "1914–1918 ve 5\u00a0Ocak" in text
    assert "Dâru’l-Kitâb" in text
    assert "[Bakara\u00a02–3]" in text


def test_running_heads_and_metadata_have_the_same_signs_and_common_blanks(tmp_path):
    html = to_html(made(tmp_path), STYLES, world(tmp_path))[0]
    assert 'data-label="Bölüm’ün “adı”"' in html.text
    assert html.title == "Hz. Ömer’in “adaleti”"
    assert '<meta name="author" content="M. Âkif ‘Er’">' in html.text
    assert "\u00a0" not in html.text.partition("<body>")[0]


def test_the_ebook_has_them_in_its_text_its_contents_and_its_metadata(tmp_path):
    book = to_book(made(tmp_path), STYLES, world(tmp_path), None)[0]
    for chapter in book.chapters:
        text = words(chapter.xhtml)
        assert not [word for word in text.split() if "'" in word or '"' in word or "..." in word], chapter.name
    assert book.toc[0].title == "Bölüm’ün “adı”"
    assert book.metadata.title == "Hz. Ömer’in “adaleti”"
    assert book.metadata.authors == ("M. Âkif ‘Er’",)
    assert book.metadata.description == "Hz. Ömer’in hayatı…"


def test_the_identifier_of_the_ebook_is_that_of_the_words_as_typed(tmp_path):
    typed = made(tmp_path)
    none = Typography(off=tuple(Off(rule=name, reason="-") for name in RULES))
    off = replace(typed, settings=typed.settings.model_copy(update={"typography": none}))
    plainly = to_book(off, STYLES, world(tmp_path), None)[0]
    book = to_book(typed, STYLES, world(tmp_path), None)[0]
    assert book.metadata.identifier == plainly.metadata.identifier
    assert plainly.metadata.title == typed.settings.title


def test_the_cover_has_them(tmp_path):
    html = front_html(made(tmp_path), STYLES, world(tmp_path))[0]
    assert "<span>Hz.\u00a0Ömer’in</span><span>“adaleti”</span>" in html.text


def test_names_are_found_and_listed_in_their_printed_form(tmp_path):
    settings = 'title = "A"\n[index]\nnames = ["A\'zam", "II. Murad"]\n'
    text = "# B\n\nA'zam ile II. Murad'ın ve [üstat]{.ad \"O'Neill\"} ile [Ka'b]{.ad} burada."
    html = to_html(read(write(tmp_path, text, settings)), STYLES, world(tmp_path))[0]
    folios = dict.fromkeys(re.findall(r'id="(ad_\d+)"', html.text), (1,))
    listed = words("<body>" + html.end.write(folios))
    assert folios
    assert all(name in listed for name in ("A’zam", "Ka’b", "O’Neill", "II.\u00a0Murad"))


def test_what_is_checked_stays_as_typed(tmp_path):
    booklet = made(tmp_path)
    assert plain(booklet.blocks[0].children) == 'Bölüm\'ün "adı"'
    assert plain(prepare(booklet).blocks[0].children) == "Bölüm’ün “adı”"


def test_house_and_booklet_switch_rules_off(tmp_path):
    booklet = made(tmp_path, SETTINGS + '[[typography.off]]\nrule = "quotes"\nreason = "deneme"\n')
    assert in_form(booklet).settings.title == 'Hz.\u00a0Ömer’in "adaleti"'
    house = tmp_path / "house.toml"
    house.write_text(house.read_text() + '[[typography.off]]\nrule = "no-break"\nreason = "deneme"\n')
    assert in_form(read(booklet.folder)).settings.title == 'Hz. Ömer’in "adaleti"'


def test_an_arabic_booklet_keeps_what_was_typed(tmp_path):
    place = write(tmp_path, '# "قال"\n\n"نعم"...', 'title = "\\"كتاب\\"..."\nlanguage = "ar"')
    assert '"نعم"...' in to_html(read(place), STYLES, world(place))[0].text
    assert in_form(read(place)).settings.title == '"كتاب"...'
