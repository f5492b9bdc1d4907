"""Arabic that is the Quran's is judged where it stands: block, line, note, list."""

from pathlib import Path

import pytest

from publish.check import places
from publish.check.judge import judge
from publish.language.scripture import filling, quotation, quran
from publish.ledger import Ledger
from publish.model.finding import Severity, Span
from publish.model.settings import House
from publish.source import booklet

SETTINGS = 'title = "Deneme"\n[quran]\nscript = "simple-plain"\ntranslation = "Deneme"\n'


@pytest.fixture
def judged(tmp_path, monkeypatch):
    """Return what is found in a text, but for what is said of headings."""

    def of(text, settings=SETTINGS):
        folder = tmp_path / "deneme"
        folder.mkdir(exist_ok=True)
        (folder / "booklet.toml").write_text(settings, "utf-8")
        (folder / "text.md").write_text(f"# Deneme\n\n{text}\n", "utf-8")
        monkeypatch.chdir(tmp_path)
        world = Ledger([Path("deneme")], tmp_path)
        read, _ = booklet.read(Path("deneme"), House(name="Ev"), world)
        read, findings = filling.set_verses(read)
        return tuple(findings) + judge(read, world)

    return of


def told(findings):
    return [(finding.code, finding.span.line, finding.span.column) for finding in findings]


def test_a_wrong_word_is_placed_in_its_line(judged):
    text = "::: ayet Hac 40\nوَلَيَنْصُرَنَّ اللَّهُ\nمَنْ يَنْظُرُهُ إِنَّ\nاللَّهِ لَقَوِيٌّ عَزِيزٌ\n:::"
    findings = judged(text)
    assert told(findings) == [("A010", 5, 6), ("A011", 6, 1)]
    assert [finding.fragment for finding in findings] == ["يَنْظُرُهُ", "اللَّهِ"]
    assert findings[0].span.end_column - findings[0].span.column == len("يَنْظُرُهُ")
    assert "يَنْصُرُهُ" in findings[0].message("en")
    assert all(finding.severity is Severity.ERROR for finding in findings)


def test_what_was_typed_in_uthmani_spelling_is_answered_in_it(judged):
    (finding,) = judged("::: ayet İhlâs 2\nٱللَّهِ ٱلصَّمَدُ\n:::")
    assert quran.verse(112, 2, "uthmani").split()[0] in finding.message("tr")


def test_a_spelling_is_known_by_its_words_where_no_letter_betrays_it(judged):
    text = quran.verse(26, 34, "uthmani").replace("لَسَـٰحِرٌ ", "")
    assert "ٱ" not in text
    (finding,) = judged(f"::: ayet Şuarâ 34\n{text}\n:::")
    assert finding.values["canon"] == "لَسَـٰحِرٌ"


@pytest.mark.parametrize(
    "text",
    [
        "Der ki: {arabic} [Yûnus 10/10].",
        "Der ki: “{arabic}” (Yûnus, 10/10).",
        "[Yûnus 10/10]: {arabic}",
        "- *Der ki*: **{arabic}** [Yûnus 10/10].",
        "Not.[^1]\n\n[^1]: {arabic} [Yûnus 10/10].",
        "::: arabic\n{arabic}\n\n“Sonu.” [Yûnus 10/10]\n:::",
        "| Dua | Yer |\n|---|---|\n| {arabic} [Yûnus 10/10] | son |",
    ],
)
def test_arabic_beside_a_citation_is_compared(judged, text):
    right = "وَآخِرُ دَعْوَاهُمْ أَنِ الْحَمْدُ لِلَّهِ رَبِّ الْعَالَمِينَ"
    assert judged(text.format(arabic=right)) == ()
    (finding,) = judged(text.format(arabic=right.replace("دَعْوَاهُمْ", "دَعْوَاكُمْ")))
    assert finding.code == "A010"
    assert finding.fragment == "دَعْوَاكُمْ"


@pytest.mark.parametrize(
    "text",
    [
        "Ayetteki الْحَمْدُ sözü [Yûnus 10/10].",
        "الْحَمْدِ [Yûnus 10/10].",
        "اللَّهُمَّ صَلِّ عَلَىٰ سَيِّدِنَا مُحَمَّدٍ [Yûnus 10/10].",
        "دَعْوَاكُمْ أَنِ الْحَمْدُ لِلَّهِ رَبِّ الْعَالَمِينَ denir, ardından gelir [Yûnus 10/10].",
        "[Hac 41] [Hac 40]",
    ],
)
def test_other_arabic_near_a_citation_is_left_alone(judged, text):
    assert judged(text) == ()


def test_a_quotation_without_source_is_noted_where_it_stands(judged):
    findings = judged("Bir söz:\nإِنَّ اللَّهَ مَعَ\nالصَّابِرِينَ, denir.")
    assert told(findings) == [("A022", 4, 1)]
    assert (findings[0].span.end_line, findings[0].span.end_column) == (5, 1 + len("الصَّابِرِينَ"))
    assert findings[0].severity is Severity.NOTE
    assert "Bakara 2/153" in findings[0].hint("tr")


def test_a_verse_that_is_cited_anywhere_has_its_source(judged):
    assert judged("إِنَّ اللَّهَ مَعَ الصَّابِرِينَ, denir. Bkz. [Bakara 2/153].") == ()
    assert judged("إِنَّ اللَّهَ مَعَ الصَّابِرِينَ\n\n::: ayet Enfâl 46\n:::") == ()
    assert told(judged("إِنَّ اللَّهَ مَعَ الصَّابِرِينَ, denir. Bkz. [Hac 40].")) == [("A022", 3, 1)]


def test_a_verse_block_without_reference_gets_one_offered(judged):
    assert told(judged("::: ayet\nإِنَّ اللَّهَ مَعَ الصَّابِرِينَ\n:::\n\nBkz. [Bakara 2/153]")) == [("A022", 3, 1)]
    assert told(judged("::: ayet\nرَحْمَةُ اللَّهِ\n:::")) == [("A005", 3, 1)]


def test_the_basmala_as_a_verse_is_the_first_of_the_quran(judged):
    (finding,) = judged("::: ayet\nبِسْمِ اللَّهِ الرَّحْمَٰنِ الرَّحِيمِ\n:::")
    assert (finding.code, finding.values["reference"]) == ("A022", "Fâtiha 1/1")


def test_a_typed_basmala_is_compared(judged):
    assert judged("::: besmele\nبِسْمِ اللّٰهِ الرَّحْمٰنِ الرَّح۪يمِ\n:::") == ()
    assert judged("::: besmele\n:::") == ()
    assert told(judged("::: besmele\nبسم الله الرحمن الرجيم\n:::")) == [("A010", 4, 17)]


def test_a_named_part_is_compared_as_a_part(judged):
    block = '::: ayet Hac 40 "وَلَيَنْصُرَنَّ … يَنْصُرُهُ"\n{}\n:::'
    assert judged(block.format("وَلَيَنْصُرَنَّ اللَّهُ مَنْ يَنْصُرُهُ")) == ()
    assert told(judged(block.format("وَلَيَنْصُرَنَّ اللَّهُ مَنْ"))) == [("A012", 4, 25)]
    assert told(judged('::: ayet Hac 40 "العالمين …"\nوَلَيَنْصُرَنَّ اللَّهُ\n:::')) == [("A020", 3, 1)]


def test_of_a_translation_it_is_asked_once_whose_it_is(judged):
    settings = SETTINGS.replace('translation = "Deneme"\n', "")
    text = '::: ayet Hac 40 meal="Biri"\n“Bir.”\n:::\n\n::: ayet Hac 41\n“İki.”\n:::\n\n::: ayet Hac 42\n“Üç.”\n:::'
    assert told(judged(text, settings)) == [("A023", 8, 1)]
    assert judged(text) == ()
    assert judged("::: ayet Hac 41\n:::", settings) == ()


def test_a_text_without_arabic_asks_nothing_of_the_canon(judged, monkeypatch):
    def fail(text):
        raise AssertionError(text)

    monkeypatch.setattr(quotation, "quotations", fail)
    assert judged("Yalın söz, [Hac 40] ile.") == ()


@pytest.mark.parametrize(
    ("text", "lines", "span", "start", "end", "expected"),
    [
        ("ab cd", ["ab cd"], (1, 1, 1, 6), 3, 5, (1, 4, 1, 6)),
        ("ab cd", ["> ab", "> cd"], (1, 3, 2, 5), 3, 5, (2, 3, 2, 5)),
        ("a*b", ["x a\\*b"], (1, 3, 1, 7), 2, 3, (1, 6, 1, 7)),
        ("ab", ["cd"], (1, 1, 1, 3), 0, 2, (1, 1, 1, 3)),
        ("ab", [], (1, 1, 1, 3), 0, 2, (1, 1, 1, 3)),
    ],
)
def test_characters_are_found_in_their_lines(text, lines, span, start, end, expected):
    assert places.within(text, Span("x", *span), start, end, lines) == Span("x", *expected)


def test_without_a_text_there_are_no_lines(tmp_path):
    class Nowhere:
        folder = tmp_path

    assert places.rows(Nowhere(), Ledger([tmp_path], tmp_path)) == ()
