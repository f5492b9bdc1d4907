"""Verses come from the canon; what is wrong with a reference is said by place."""

from pathlib import Path

import pytest

from publish.language.rebuild import rebuild
from publish.language.scripture import quran
from publish.language.scripture.filling import set_verses
from publish.language.scripture.orthography import words
from publish.language.scripture.verse_text import end_sign
from publish.model.block import (
    Basmala,
    Figure,
    Heading,
    Items,
    Paragraph,
    Passage,
    Point,
    Question,
    Quote,
    Table,
    Verse,
    walk,
)
from publish.model.booklet import Booklet, Note
from publish.model.finding import Severity, Span
from publish.model.inline import Arabic, Citation, Emphasis, Link, Reference, Source, Text
from publish.model.inline import walk as walk_inlines
from publish.model.settings import House, Quran, Settings


def at(line):
    return Span("content/deneme/text.md", line, 1, line, 2)


def booklet(*blocks, notes=(), script="simple-plain", **quran_settings):
    settings = Settings(title="Deneme", quran=Quran(script=script, **quran_settings))
    return Booklet(Path("content/deneme"), House(name="Ev"), settings, {}, "deneme", blocks, notes, None)


def verse(citation, line=1, typed=(), translation=(), part=""):
    return Verse(citation, (), tuple(typed), tuple(translation), bool(typed), at(line), part)


def said(text, line=1):
    return Paragraph((Text(text, at(line)),), at(line))


def cited(text, line=1):
    return Paragraph((Text("Bkz. ", at(line)), Citation(text, at(line))), at(line))


def codes(findings):
    return [(finding.code, finding.span.line) for finding in findings]


def test_a_verse_is_taken_from_the_canon_in_the_chosen_script():
    for script in quran.SCRIPTS:
        done, findings = set_verses(booklet(verse("Hacc 40"), script=script))
        assert findings == ()
        assert done.blocks[0].references == (Reference(22, 40, 40),)
        assert done.blocks[0].arabic == (Paragraph((Arabic(quran.verse(22, 40, script), at(1)),), at(1)),)
        assert not done.blocks[0].typed


def test_verses_of_a_range_end_with_the_sign_and_their_number():
    done, _ = set_verses(booklet(verse("İhlâs 112/1-2")))
    text = done.blocks[0].arabic[0].children[0].text
    first, second = (quran.verse(112, ayah, "simple-plain") for ayah in (1, 2))
    assert text == f"{first}\u00a0۝١ {second}\u00a0۝٢"
    assert end_sign(109) == "۝١٠٩"


def test_typed_arabic_is_kept():
    typed = Paragraph((Arabic("وَلَيَنْصُرَنَّ", at(2)),), at(2))
    done, findings = set_verses(booklet(verse("Hac 40", typed=[typed]), verse("", line=5, typed=[typed]), script=None))
    assert [block.arabic for block in done.blocks] == [(typed,), (typed,)]
    assert [block.references for block in done.blocks] == [(Reference(22, 40, 40),), ()]
    assert findings == ()


def arabic_of(done):
    return [paragraph.children[0].text for paragraph in done.blocks[0].arabic]


def test_every_range_of_a_list_is_a_paragraph():
    done, _ = set_verses(booklet(verse("Bakara 2/255, 257-258")))
    assert done.blocks[0].references == (Reference(2, 255, 255), Reference(2, 257, 258))
    assert [text.count("\u06dd") for text in arabic_of(done)] == [1, 2]


@pytest.mark.parametrize(("numbers", "single", "several"), [(None, 0, 2), (True, 1, 2), (False, 0, 0)])
def test_the_sign_at_the_end_of_a_verse_is_set_where_it_is_asked_for(numbers, single, several):
    for citation, count in (("İhlâs 112/1", single), ("İhlâs 112/1-2", several)):
        done, _ = set_verses(booklet(verse(citation), verse_numbers=numbers))
        assert arabic_of(done)[0].count("\u06dd") == count


@pytest.mark.parametrize(
    ("citation", "part", "first", "last"),
    [
        ("Bakara 2/286", "رَبَّنَا لَا تُؤَاخِذْنَا … الْكَافِرِينَ", "رَبَّنَا لَا تُؤَاخِذْنَا", "الْقَوْمِ الْكَافِرِينَ"),
        ("Bakara 2/286", "ربنا لا تؤاخذنا ... الكافرين", "رَبَّنَا لَا تُؤَاخِذْنَا", "الْقَوْمِ الْكَافِرِينَ"),
        ("Hac 40", "وَلَيَنْصُرَنَّ اللّٰهُ …", "وَلَيَنْصُرَنَّ اللَّهُ", "لَقَوِيٌّ عَزِيزٌ"),
        ("Hac 40", "… رَبُّنَا اللّٰهُ", "الَّذِينَ أُخْرِجُوا", "رَبُّنَا اللَّهُ"),
        ("Tâhâ 114", "رب زدني علما", "رَبِّ زِدْنِي", "زِدْنِي عِلْمًا"),
    ],
)
def test_a_part_of_a_verse_is_taken_from_its_first_words_to_its_last(citation, part, first, last):
    done, findings = set_verses(booklet(verse(citation, part=part), verse_numbers=True))
    text = arabic_of(done)[0].partition("\u00a0")[0]
    reference = done.blocks[0].references[0]
    whole = quran.verse(reference.surah, reference.first, "simple-plain")
    assert findings == ()
    assert text in whole
    assert [word.letters for word in words(text)][:2] == [word.letters for word in words(first)][:2]
    assert [word.letters for word in words(text)][-2:] == [word.letters for word in words(last)][-2:]
    assert ("\u06dd" in arabic_of(done)[0]) == whole.endswith(text)


def test_a_part_may_reach_over_several_verses():
    done, _ = set_verses(booklet(verse("Tâhâ 20/25-28", part="اشرح … يفقهوا"), script="uthmani"))
    text = arabic_of(done)[0]
    assert text.startswith("ٱشْرَحْ لِى صَدْرِى\u00a0۝٢٥ ")
    assert text.endswith("۝٢٧ يَفْقَهُوا۟")


def test_words_that_the_uthmani_spelling_joins_are_kept_whole():
    done, _ = set_verses(booklet(verse("Bakara 2/21", part="أيها الناس"), script="uthmani"))
    assert arabic_of(done) == [" ".join(quran.verse(2, 21, "uthmani").split()[:2])]


@pytest.mark.parametrize(
    ("part", "code", "said"),
    [
        ("الحمد …", "A020", "الحمد"),
        ("ربنا لا تؤاخذنا … العالمين", "A020", "العالمين"),
        ("Rabbena …", "A020", "Rabbena"),
        ("ربنا … الكافرين", "A021", "3"),
        ("لا يكلف … ربنا", "A021", "3"),
    ],
)
def test_a_part_that_is_not_clear_is_an_error(part, code, said):
    done, findings = set_verses(booklet(verse("Bakara 2/286", 4, part=part)))
    assert codes(findings) == [(code, 4)]
    assert said in findings[0].message("tr")
    assert done.blocks[0].arabic == ()


@pytest.mark.parametrize(
    ("style", "block", "line"),
    [
        ("as-written", "Hacc 40", "(bkz. Hacc 40; Bakara 255)"),
        ("diyanet", "Hac, 22/40", "(bkz. Hac, 22/40; Bakara, 2/255)"),
        ("isnad", "el-Hac 22/40", "(bkz. el-Hac 22/40; el-Bakara 2/255)"),
    ],
)
def test_citations_are_printed_in_the_form_of_the_house(style, block, line):
    done, _ = set_verses(booklet(verse("Hacc 40"), cited("(bkz. Hacc 40; Bakara 255)"), citation=style))
    assert done.blocks[0].citation == block
    assert done.blocks[1].children[1].text == line


def test_the_basmala_is_taken_from_the_canon_unless_typed():
    done, findings = set_verses(booklet(Basmala("", at(1)), Basmala("بسم الله", at(2))))
    assert [block.text for block in done.blocks] == [quran.basmala("simple-plain"), "بسم الله"]
    assert findings == ()


def test_the_script_is_asked_for_once():
    done, findings = set_verses(
        booklet(Basmala("", at(1)), verse("Hac 40", 2), verse("Bakara 2/255", 3), script=None),
    )
    assert codes(findings) == [("A004", 1)]
    assert "simple-plain" in findings[0].hint("tr")
    assert done.blocks[0].text == ""
    assert done.blocks[1].arabic == ()
    assert done.blocks[1].references == (Reference(22, 40, 40),)


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("[Haç 40]", "A001", "Hac"),
        ("[Hacc 140]", "A002", "78"),
        ("(Bakara 3/12)", "A003", "Bakara 2. suredir, 3. değil"),
        ("[dua]", "A006", "dua"),
        ("[Zzzxy 40]", "A007", "Zzzxy"),
    ],
)
def test_a_reference_that_cannot_be_right_is_an_error(text, code, words):
    for block in (cited(text, 3), verse(text.strip("[]()"), 3)):
        _, findings = set_verses(booklet(block))
        assert codes(findings) == [(code, 3)]
        assert findings[0].severity is Severity.ERROR
        assert words in findings[0].message("tr") + findings[0].hint("tr")
        assert findings[0].message("en")
        assert findings[0].hint("en")


def test_a_verse_block_with_only_a_translation_is_an_error():
    _, findings = set_verses(booklet(verse("", 4, translation=[said("“Allah…”")]), verse("", 9)))
    assert codes(findings) == [("A008", 4)]


def test_citations_are_read_wherever_they_stand():
    line = (Citation("[Hac 40]", at(7)),)
    inner = Paragraph((Emphasis((Source((Link("https://ornek.com", line, at(7)),), at(7)),), at(7)),), at(7))
    blocks = (
        Heading(1, line, "bir", at(1)),
        Point("1-", 1, (Quote((Question("Soru", (inner,), at(2)),), at(2)),), at(2)),
        Items(None, ((inner,), (inner, said("x"))), at(3)),
        Table((line,), ((line, line),), ("", "left"), at(4)),
        Figure("a.png", "alt", line, at(5)),
        Passage((said("الله"),), (inner,), at(6)),
        verse("Hac 40", translation=[inner]),
    )
    notes = (Note("1", 1, (inner,), at(8)),)
    done, findings = set_verses(booklet(*blocks, notes=notes))
    citations = [node for line in done.lines() for node in walk_inlines(line) if isinstance(node, Citation)]
    assert findings == ()
    assert len(citations) == 11
    assert {citation.references for citation in citations} == {(Reference(22, 40, 40),)}


def test_findings_come_in_the_order_of_their_places():
    notes = (Note("1", 1, (cited("[Haç 1]", 2),), at(2)),)
    _, findings = set_verses(booklet(cited("[Hacc 140]", 9), verse("Zzzxy 3", 1), notes=notes))
    assert codes(findings) == [("A007", 1), ("A001", 2), ("A002", 9)]


def test_verses_inside_other_blocks_are_set():
    done, _ = set_verses(booklet(Point("1-", 1, (Items(1, ((verse("Hac 40"),),), at(1)),), at(1))))
    assert [block.arabic != () for block in walk(done.blocks) if isinstance(block, Verse)] == [True]


def test_a_booklet_without_verses_does_not_open_the_canon(monkeypatch):
    def fail(script):
        raise AssertionError(script)

    monkeypatch.setattr(quran, "_verses", fail)
    done, findings = set_verses(booklet(said("Yalın söz"), cited("[Hac 40]")))
    assert findings == ()
    assert done.blocks[1].children[1].references == (Reference(22, 40, 40),)


def test_what_is_not_changed_stays_the_same_object():
    untouched = Quote((said("x"), Items(None, ((said("y"),),), at(1))), at(1))
    before = booklet(untouched, cited("[Hac 40]"))
    after = rebuild(before, lambda node: node)
    assert after == before
    assert after.blocks is before.blocks
    assert set_verses(before)[0].blocks[0] is untouched


def test_the_citation_of_a_block_is_in_the_form_of_the_house_though_it_is_in_words():
    done, _ = set_verses(booklet(verse("İhlâs sûresi, 1. âyet"), citation="diyanet"))
    assert done.blocks[0].citation == "İhlâs, 112/1"
