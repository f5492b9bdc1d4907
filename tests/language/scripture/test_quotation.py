"""Verses are found in Arabic that names no source; phrases that everybody says are not."""

import random
import time

import pytest

from publish.language.scripture import quran
from publish.language.scripture.orthography import words
from publish.language.scripture.quotation import quotations, stands_in
from tests.language import slips
from tests.language.diyanet import respelled


def found(text):
    return [(text[one.start : one.end], one.surah, one.first, one.last) for one in quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قُلْ هُوَ اللَّهُ أَحَدٌ", [("قُلْ هُوَ اللَّهُ أَحَدٌ", 112, 1, 1)]),
        ("قال تعالى: قل هو الله احد، صدق الله", [("قل هو الله احد", 112, 1, 1)]),
        ("قال الله تعالى قل هو الله أحد ثم", [("قل هو الله أحد", 112, 1, 1)]),
        ("قُلْ هُوَ اللَّهُ أَحَدٌ ﴿١﴾ اللَّهُ الصَّمَدُ ﴿٢﴾", [("قُلْ هُوَ اللَّهُ أَحَدٌ ﴿١﴾ اللَّهُ الصَّمَدُ", 112, 1, 2)]),
        ("يَٓا اَيُّهَا الَّذ۪ينَ اٰمَنُوا", [("يَٓا اَيُّهَا الَّذ۪ينَ اٰمَنُوا", 2, 104, 104)]),
        ("تِلْكَ آيَاتُ الْكِتَابِ الْمُبِينِ", [("تِلْكَ آيَاتُ الْكِتَابِ الْمُبِينِ", 26, 2, 2)]),
        ("وَلَا يَؤُ۫دُهُ حِفْظُهُمَاۚ وَهُوَ الْعَلِيُّ الْعَظ۪يمُ", [("وَلَا يَؤُ۫دُهُ حِفْظُهُمَاۚ وَهُوَ الْعَلِيُّ الْعَظ۪يمُ", 2, 255, 255)]),
        ("بسم الله الرحمن الرحيم", []),
        ("لَا إِلٰهَ إِلَّا اللّٰهُ", []),
        ("أَعُوذُ بِاللَّهِ مِنَ الشَّيْطَانِ الرَّجِيمِ", []),
        ("لا حول ولا قوة إلا بالله العلي العظيم", []),
        ("الله أكبر الله أكبر لا إله إلا الله", []),
        ("من كان يؤمن بالله واليوم الآخر فليقل خيرا أو ليصمت", []),
        ("اللهم صل على محمد وعلى آل محمد", []),
        ("الصَّلَاةُ خَيْرٌ مِنَ النَّوْمِ", []),
        ("السلام عليكم ورحمة الله وبركاته", []),
        ("قُلْ هُوَ اللَّهُ", []),
        ("قل هو اللّٰه ڤاحد", []),
        ("", []),
    ],
)
def test_a_verse_is_told_from_a_phrase(text, expected):
    assert found(text) == expected


@pytest.mark.untraced
def test_any_verse_of_four_words_is_found_in_any_spelling():
    rng = random.Random(8)
    for verse in rng.sample(slips.verses(), 150):
        for text in (respelled(*verse, rng), quran.verse(*verse, "uthmani"), quran.verse(*verse, "simple-plain")):
            if len(words(text)) >= 4 and verse != (1, 1):
                assert quotations(text), (verse, text)


def test_a_verse_with_another_letter_is_none():
    assert quotations("قُلْ هُوَ اللَّهُ أَخَدٌ") == ()
    assert quotations("إِنَّا أَعْتَيْنَاكَ الْكَوْثَرَ") == ()


def test_a_phrase_is_sought_in_one_verse():
    assert stands_in("هُوَ ٱللَّهُ أَحَدٌ", 112, 1)
    assert not stands_in("هُوَ اللَّهُ أَحَدٌ", 112, 2)


def test_a_thousand_words_that_are_no_verses_are_asked_about_quickly():
    quotations("الحمد لله رب العالمين")
    text = "اللهم إني أعوذ بك من الهم والحزن والعجز والكسل والبخل والجبن وضلع الدين " * 80
    start = time.process_time()
    assert quotations(text) == ()
    assert time.process_time() - start < 2
