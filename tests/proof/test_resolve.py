"""What paper leaves open is decided by the text it is compared with, and by a guess where that says nothing."""

import pytest

from publish.model.proof import JOINT, Kind, Passage, Text, Word
from publish.proof.resolve import resolve


def text(*passages):
    return Text(
        "", tuple(Passage(Kind.PARAGRAPH, tuple(Word(word, 1, 1) for word in each.split(" "))) for each in passages), 1
    )


def resolved(read, *other):
    found = resolve(text(*([read] if isinstance(read, str) else read)), text(*other))
    return [" ".join(word.text for word in passage.words) for passage in found.passages]


@pytest.mark.parametrize(
    ("read", "other", "meant"),
    [
        ("Ankara’|dan geldi", "Ankara’dan geldi", "Ankara’dan geldi"),
        ("dedi: ‘gel’|ve gitti", "dedi: ‘gel’ ve gitti", "dedi: ‘gel’ ve gitti"),
        ("bitti.|Sonra başladı", "bitti. Sonra başladı", "bitti. Sonra başladı"),
        ("bitti.|Sonra başladı", "", "bitti. Sonra başladı"),
        ("www.|ornek.com", "", "www.ornek.com"),
        ("Kur’an-|ı okudu", "Kur’an-ı yazdı", "Kur’an-ı okudu"),
        ("geldi –|sonra gitti", "", "geldi – sonra gitti"),
        ("1914–|1918", "", "1914–1918"),
        ("8.|Sayfa", "", "8. Sayfa"),
    ],
)
def test_a_space_at_the_end_of_a_line_is_there_or_not(read, other, meant):
    assert resolved(read.replace("|", f" {JOINT}"), other) == [meant]


TORN = (f"Birinci sayfanın son sözleri burada {JOINT}", "sonraki sayfada sürüp gider böylece.")


@pytest.mark.parametrize(
    ("other", "count"),
    [
        (("Birinci sayfanın son sözleri burada sonraki sayfada sürüp gider böylece.",), 1),
        (("Birinci sayfanın son sözleri burada", "sonraki sayfada sürüp gider böylece."), 2),
        (("Bambaşka bir metin",), 1),
    ],
)
def test_a_paragraph_ends_with_its_page_or_goes_on(other, count):
    assert len(resolved(TORN, *other)) == count


def test_a_sentence_that_ends_with_its_page_ends_its_paragraph_where_nothing_else_is_known():
    assert len(resolved((f"Söz bitti. {JOINT}", "Yeni bir söz başladı."), "Bambaşka")) == 2


def test_nothing_is_open_in_a_text_that_was_laid_out():
    whole = text("Ankara’dan geldi", "ve gitti")
    assert resolve(whole, text("x")) is whole


def test_an_open_end_with_nothing_behind_it_is_closed():
    assert resolved((f"Söz {JOINT}",), "x") == ["Söz"]


def test_a_word_torn_by_a_page_behind_its_apostrophe_is_one_word():
    torn = (f"Eser İstanbul’ {JOINT}", "un semtinde basıldı.")
    assert resolved(torn, "Eser İstanbul’un semtinde basıldı.") == ["Eser İstanbul’un semtinde basıldı."]
    assert resolved(torn, "Bambaşka") == ["Eser İstanbul’un semtinde basıldı."]
