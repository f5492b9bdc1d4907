"""Verses come from the canon; what is wrong with a reference is said by place."""

from pathlib import Path

import pytest

from publish.language import quran
from publish.language.rebuild import rebuild
from publish.language.scripture import end_sign, set_verses
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


def booklet(*blocks, notes=(), script="simple-plain"):
    settings = Settings(title="Deneme", quran=Quran(script=script))
    return Booklet("deneme", Path("content/deneme"), House(name="Ev"), settings, {}, blocks, notes, None)


def verse(citation, line=1, typed=(), translation=()):
    return Verse(citation, None, tuple(typed), tuple(translation), bool(typed), at(line))


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
        assert done.blocks[0].reference == Reference(22, 40, 40)
        assert done.blocks[0].arabic == (Paragraph((Arabic(quran.verse(22, 40, script), at(1)),), at(1)),)
        assert not done.blocks[0].typed


def test_verses_of_a_range_end_with_the_sign_and_their_number():
    done, _ = set_verses(booklet(verse("İhlâs 112/1-2")))
    text = done.blocks[0].arabic[0].children[0].text
    first, second = (quran.verse(112, ayah, "simple-plain") for ayah in (1, 2))
    assert text == f"{first}\u00a0۝١ {second}\u00a0۝٢"
    assert end_sign(109) == "۝١٠٩"


def test_typed_arabic_is_kept_and_said_to_be_unchecked():
    typed = Paragraph((Arabic("وَلَيَنْصُرَنَّ", at(2)),), at(2))
    done, findings = set_verses(booklet(verse("Hac 40", typed=[typed]), verse("", line=5, typed=[typed]), script=None))
    assert [block.arabic for block in done.blocks] == [(typed,), (typed,)]
    assert [block.reference for block in done.blocks] == [Reference(22, 40, 40), None]
    assert codes(findings) == [("A005", 1), ("A005", 5)]
    assert findings[0].fragment == "وَلَيَنْصُرَنَّ"
    assert findings[0].severity is Severity.NOTE


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
    assert done.blocks[1].reference == Reference(22, 40, 40)


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
    assert {citation.reference for citation in citations} == {Reference(22, 40, 40)}


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
    assert done.blocks[1].children[1].reference == Reference(22, 40, 40)


def test_what_is_not_changed_stays_the_same_object():
    untouched = Quote((said("x"), Items(None, ((said("y"),),), at(1))), at(1))
    before = booklet(untouched, cited("[Hac 40]"))
    after = rebuild(before, lambda node: node)
    assert after == before
    assert after.blocks is before.blocks
    assert set_verses(before)[0].blocks[0] is untouched
