"""A verse that is typed is the Quran's, word for word, in whatever spelling; every slip is found and named."""

import random
import re
import unicodedata

import pytest
from quran_text import Mushaf

from publish.language.scripture import quran
from publish.language.scripture.collation import Expected, FaultKind, collate, verses
from publish.language.scripture.orthography import words
from publish.language.scripture.verse_text import canon_words
from publish.model.inline import Reference
from tests.language import printed, slips
from tests.language.diyanet import respelled

HAMZA = re.compile("[وي\u0640][\u064b-\u0653\u0670\u06d6-\u06ed\u08f0-\u08f2]*[\u0654\u0655]|ء")
MARKS = re.compile("[^\u0620-\u063a\u0641-\u064a\u0671\n]")
SAMPLE = slips.verses()[::31]


def rasm(text):
    """Return a text without marks, and without hamza, which is no letter, nor is one that only carries it, but alef."""
    plain = HAMZA.sub("", unicodedata.normalize("NFD", text.replace("\u06e5", "").replace("\u06e6", "")))
    return MARKS.sub("", plain).replace("ٱ", "ا").replace("ى", "ي")


def faults(text, *references):
    return collate(words(text), verses([Reference(*numbers) for numbers in references]))


def kinds(text, *references):
    return [fault.kind.value for fault in faults(text, *references)]


def named(text, fault):
    """Return the words that a fault names: as typed, and as the canon has them."""
    read = [word for word in words(text) if word.letters]
    return [
        *(word.text for word in read[fault.first : fault.last]),
        *(text for word in fault.canon for text in word.texts),
    ]


def is_named(word, text, found):
    """Say whether a fault names `word`: as it was typed, or, if it is missing, as the canon has it."""
    letters = words(word)[0].letters
    said = [other for fault in found for other in named(text, fault) if other]
    return word in said or any(
        [a.char for a in letters if a.char not in "اوي"]
        == [b.char for b in words(other)[0].letters if b.char not in "اوي"]
        for other in said
    )


def slipped(kind, count, seed):
    rng = random.Random(seed)
    made = 0
    while made < count:
        verse = rng.choice(slips.verses())
        text = slips.spelled(verse, rng)
        slip = slips.joined(text, rng, verse) if kind is slips.joined else kind(text, rng)
        if slip:
            made += 1
            yield verse, *slip


@pytest.mark.untraced
@pytest.mark.parametrize(
    ("kind", "count"),
    [(slips.wrong_letter, 200), (slips.wrong_vowel, 200), (slips.wrong_words, 50), (slips.joined, 50)],
)
def test_every_slip_in_a_random_verse_is_found_and_its_word_named(kind, count):
    for (surah, ayah), text, word in slipped(kind, count, seed=count):
        found = [fault for fault in faults(text, (surah, ayah, ayah)) if fault.kind is not FaultKind.SPACED]
        assert found, (surah, ayah, text)
        assert is_named(word, text, found), (surah, ayah, word, text)


@pytest.mark.untraced
def test_verses_in_turkish_and_in_uthmani_spelling_are_without_fault():
    rng = random.Random(4)
    for surah, ayah in rng.sample(slips.verses(), 200):
        for text in (respelled(surah, ayah, rng), quran.verse(surah, ayah, "uthmani")):
            assert faults(text, (surah, ayah, ayah)) == (), text


@pytest.mark.parametrize(("surah", "ayah", "text"), printed.VERSES)
def test_verses_as_turkish_books_print_them_are_without_fault(surah, ayah, text):
    assert faults(text, (surah, ayah, ayah)) == ()


@pytest.mark.untraced
@pytest.mark.parametrize("file", ["simple", "simple-minimal", "simple-clean"])
def test_other_spellings_of_tanzil_are_without_fault(file):
    lines = (quran.path("uthmani").parent / f"{file}.txt").read_text("utf-8").splitlines()
    texts = {tuple(map(int, line.split("|")[:2])): line.split("|")[2] for line in lines if line[:1].isdigit()}
    for surah, ayah in SAMPLE:
        assert faults(texts[surah, ayah], (surah, ayah, ayah)) == (), (surah, ayah)


def test_the_spelling_of_the_madina_mushafs_own_font_is_without_fault():
    mushaf = Mushaf.hafs()
    for surah, ayah in (*SAMPLE, (15, 7), (2, 72)):
        assert faults(mushaf.ayah(surah, ayah).text, (surah, ayah, ayah)) == (), (surah, ayah)


@pytest.mark.parametrize(
    "text",
    [
        "قل هو الله أحد",
        "قُلْ هُوَ اللّٰهُ اَحَدٌۚ",
        "﴿١﴾ قُلْ هُوَ اللَّهُ أَحَدٌ",
        "قُلْ هُوَ اللَّهُ أَحَدٌ ۝١",
        "بِسْمِ اللّٰهِ الرَّحْمٰنِ الرَّح۪يمِ قُلْ هُوَ اللَّهُ أَحَدٌ",
        "﷽ قُلْ هُوَ اللَّهُ أَحَدٌ",
        "… اللَّهُ أَحَدٌ",
        "قُلْ هُوَ …",
        "قُلْ … أَحَدٌ",
        "قُـــلْ هُوَ ٱللَّهُ أَحَدٌ",
        "ﻗﻞ ﻫﻮ ﺍﻟﻠﻪ ﺃﺣﺪ",
        "اللَّهُ أَحَدٌ",
    ],
)
def test_marks_left_out_and_parts_of_a_verse_are_no_fault(text):
    assert faults(text, (112, 1, 1)) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("قُلْ هُوَ اللَّهِ أَحَدٌ", "marks"),
        ("قُلْ هُوَّ اللَّهُ أَحَدٌ", "marks"),
        ("قُلَ هُوَ اللَّهُ أَحَدٌ", "marks"),
        ("قل هو الله أخد", "letters"),
        ("قُلْ هُو اللاهُ أَحَدٌ", "letters"),
        ("قُلْ اللَّهُ أَحَدٌ", "missing"),
        ("هُوَ اللَّهُ أَحَدٌ", "missing"),
        ("قُلْ هُوَ اللَّهُ", "missing"),
        ("قُلْ هُوَ اللَّهُ الْأَحَدُ أَحَدٌ", "extra"),
        ("قُلْ قُلْ هُوَ اللَّهُ أَحَدٌ", "doubled"),
        ("قُلْ هُوَ هُوَ اللَّهُ أَحَدٌ", "doubled"),
        ("هُوَ قُلْ اللَّهُ أَحَدٌ", "swapped"),
        ("قُلْ هُوَ اللَّهُ أَحَدٌ اللَّهُ الصَّمَدُ", "joined"),
        ("قُلْهُوَ اللَّهُ أَحَدٌ", "spaced"),
        ("إِنَّا أَعْطَيْنَاكَ الْكَوْثَرَ", "other"),
    ],
)
def test_what_is_wrong_is_said(text, kind):
    assert kinds(text, (112, 1, 1)) == [kind]


def test_a_word_in_another_place_is_said_to_be_out_of_place():
    assert kinds("اللَّهُ قُلْ هُوَ أَحَدٌ", (112, 1, 1)) == ["swapped"]
    assert kinds("أَحَدٌ هُوَ اللَّهُ قُلْ", (112, 1, 1)) == ["swapped", "swapped"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("اللَّهُ الصَّمَدُ لَمْ يَلِدْ وَلَمْ يُولَدْ", []),
        ("اللَّهُ الصَّمَدُ", ["missing_verse"]),
        ("لَمْ يَلِدْ وَلَمْ يُولَدْ", ["missing_verse"]),
        ("قُلْ هُوَ اللَّهُ أَحَدٌ اللَّهُ الصَّمَدُ لَمْ يَلِدْ وَلَمْ يُولَدْ", ["joined"]),
        ("الصَّمَدُ لَمْ يَلِدْ", ["missing"]),
    ],
)
def test_of_several_verses_all_are_typed_and_no_other(text, kind):
    assert kinds(text, (112, 2, 3)) == kind


def test_the_verse_that_is_typed_too_is_named():
    (fault,) = faults("اللَّهُ الصَّمَدُ قُلْ هُوَ اللَّهُ أَحَدٌ", (112, 1, 1))
    assert fault.kind is FaultKind.EXTRA
    (fault,) = faults("قُلْ هُوَ اللَّهُ أَحَدٌ اللَّهُ الصَّمَدُ", (112, 2, 2))
    assert fault.kind is FaultKind.JOINED
    assert fault.other == (112, 1)


def test_verses_that_do_not_stand_together_may_be_typed_one_after_the_other():
    assert kinds("اللَّهُ الصَّمَدُ وَلَمْ يَكُنْ لَهُ كُفُوًا أَحَدٌ", (112, 2, 2), (112, 4, 4)) == []


def test_a_named_part_is_typed_whole():
    part = Expected(canon_words([Reference(112, 1, 1)])[1:], "strict")
    assert collate(words("هُوَ اللَّهُ أَحَدٌ"), part) == ()
    assert [fault.kind for fault in collate(words("اللَّهُ أَحَدٌ"), part)] == [FaultKind.MISSING]
    assert [fault.kind for fault in collate(words("أَحَدٌ"), part)] == [FaultKind.MISSING]


def test_beside_a_citation_nothing_need_be_whole():
    loose = verses([Reference(112, 1, 2)], "loose")
    assert collate(words("هُوَ اللَّهُ أَحَدٌ"), loose) == ()


@pytest.mark.parametrize("text", ["", "…", "Hac 40", "١٢٣", "ۚ"])
def test_of_a_text_without_words_nothing_is_said(text):
    assert faults(text, (112, 1, 1)) == ()


@pytest.mark.parametrize(
    "text",
    ["يَا أَيُّهَا النَّاسُ", "يَٓا اَيُّهَا النَّاسُ", "يٰٓاَيُّهَا النَّاسُ", "يَـٰٓأَيُّهَا ٱلنَّاسُ", "ياأيها الناس"],
)
def test_a_call_is_written_apart_or_together(text):
    assert faults(text, (2, 21, 21)) == ()


def test_a_whole_surah_can_be_typed_with_one_slip():
    text = " ".join(quran.verse(36, ayah, "uthmani") for ayah in range(1, 84))
    tokens = text.split()
    tokens[400] = "ٱلْكِتَابِ"
    found = faults(" ".join(tokens), (36, 1, 83))
    assert [(fault.kind, fault.last - fault.first) for fault in found] == [(FaultKind.LETTERS, 1)]


def test_the_canon_of_a_second_package_is_the_same_letter_by_letter():
    mushaf = Mushaf.hafs()
    ours = rasm("\n".join(quran.verses("uthmani").values())).split("\n")
    theirs = rasm("\n".join(mushaf.ayah(*verse).text for verse in slips.verses())).split("\n")
    assert len(ours) == quran.VERSES
    assert [verse for verse, own, other in zip(slips.verses(), ours, theirs, strict=True) if own != other] == []


@pytest.mark.untraced
def test_two_slips_far_apart_are_found_in_a_long_passage():
    tokens = " ".join(quran.verse(2, ayah, "simple-plain") for ayah in range(1, 40)).split()
    read = [at for at, token in enumerate(tokens) if words(token)]
    tokens[read[-3]] = "الْكِتَابُ"
    del tokens[read[4]]
    found = faults(" ".join(tokens), (2, 1, 39))
    assert [fault.kind for fault in found] == [FaultKind.MISSING, FaultKind.LETTERS]
