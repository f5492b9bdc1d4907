"""Line ends are sewn with a space, with the hyphen that was meant, or with nothing."""

import pytest

from publish.source.importing.seams import Lexicon, sew

EMPTY = Lexicon(())


def sewn(before, after, lexicon=EMPTY, quoted=False):
    seam = sew(before, after, lexicon, quoted)
    return seam.before + seam.glue + after


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("Kaza-", "kistan", "Kazakistan"),
        ("Kaza\u2010", "kistan", "Kazakistan"),
        ("Kaza\u00ad", "kistan", "Kazakistan"),
        ("KAZAKİS-", "TAN", "KAZAKİSTAN"),
        ("Kur’-", "an", "Kur’an"),
        ("ABD-", "Kazakistan", "ABD-Kazakistan"),
        ("ABD\u2010", "Kazakistan", "ABD-Kazakistan"),
        ("ABD\u00ad", "Rusya", "ABD-Rusya"),
        ("Nur-", "Sultan", "Nur-Sultan"),
        ("Ar-", "Ge", "Ar-Ge"),
        ("2-", "3", "2-3"),
        ("e-", "posta", "e-posta"),
        ("LPG-", "li", "LPG-li"),
        ("siyah-", "beyaz", "siyah-beyaz"),
        ("siyah-", "beyazdı", "siyah-beyazdı"),
        ("2019–", "2021", "2019–2021"),
        ("ve/", "veya", "ve/veya"),
        ("Edirne’", "nin", "Edirne’nin"),
        ("1996’", "da", "1996’da"),
        ("https://ornek.org/kitap/", "liste.html", "https://ornek.org/kitap/liste.html"),
        ("www.ornek.", "org/kitap", "www.ornek.org/kitap"),
        ("www.ornek.org.", "Sonra", "www.ornek.org. Sonra"),
        ("söz -", "dedi", "söz - dedi"),
        ("tire-", "“söz”", "tire- “söz”"),
        ("bir", "iki", "bir iki"),
    ],
)
def test_two_lines_are_sewn(before, after, whole):
    assert sewn(before, after) == whole


def test_a_closing_quotation_mark_is_no_apostrophe():
    assert sewn("‘bir söz’", "dedi", quoted=True) == "‘bir söz’ dedi"


def test_the_word_whole_elsewhere_decides():
    text = Lexicon(["o gün sosyoekonomik yapı", "ve sosyo-kültürel yapı"])
    assert sewn("sosyo-", "ekonomik", text) == "sosyoekonomik"
    assert sewn("sosyo-", "kültürel", text) == "sosyo-kültürel"


def test_two_words_that_stand_alone_elsewhere_keep_their_hyphen_and_are_doubtful():
    text = Lexicon(["bu bilgi ve o belge iyi", "her bilgi her belge var"])
    seam = sew("bilgi-", "belge", text, False)
    assert seam.before == "bilgi-"
    assert seam.unsure


def test_a_hyphen_where_no_turkish_word_is_divided_is_doubtful():
    assert sew("kitapl-", "ar", EMPTY, False).unsure
    assert not sew("kitap-", "lar", EMPTY, False).unsure


def test_a_producer_that_prints_every_hyphen_as_u2010_is_understood():
    text = Lexicon(["mal\u2010mülk ve siyasi bir", "söz mal\u2010mülk demek"])
    assert sewn("mal\u2010", "mülk", text) == "mal-mülk"
