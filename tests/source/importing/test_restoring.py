"""Damaged verses come back from the canon where their citation stands near; nothing else changes."""

from pathlib import Path
from random import Random

import pytest

from publish import build
from publish.language.scripture import quran, verse_text
from publish.language.scripture.recovery import index as recovery_index
from publish.model.block import Basmala, Passage, Verse
from publish.model.inline import Reference, plain
from publish.source.draft import house
from publish.source.importing import restoring
from tests.language import mangling
from tests.language.formulas import FORMULAS
from tests.language.shared import SHARED
from tests.source.importing.reading import read

MODERN, UTHMANI = quran.SCRIPTS
STYLES = Path(__file__).parents[3] / "styles"
MEAL = "“Meali burada yazılı olan ayetin sözleri böyledir.”"
HEAD = "Başlık Olan Söz\n\nBu ilk paragraf yeterince uzun bir cümleyle başlar ve burada biter.\n\n"


def verse(surah, ayah, script=MODERN):
    return quran.verse(surah, ayah, script)


def damaged(text):
    """Return a text as it comes out of a line that ran from right to left."""
    return " ".join(mangling.marks_torn(" ".join(reversed(text.split())), Random(1)).split())


def told(findings):
    return [
        (finding.code, finding.span.line, finding.values["reference"])
        for finding in findings
        if "I024" <= finding.code <= "I026"
    ]


def imported(text):
    """Return the `text.md` of a document, and what is told of its verses."""
    document, findings = read((HEAD + text).encode())
    return document.text_md.decode(), told(findings)


def built(tmp_path, content, name="belge"):
    """Return the blocks of a document that was imported and then read as a booklet is before it is set."""
    document, _ = read(content, f"{name}.txt")
    folder = tmp_path / name
    folder.mkdir()
    (tmp_path / "house.toml").write_bytes(house())
    (folder / "booklet.toml").write_bytes(document.booklet_toml)
    (folder / "text.md").write_bytes(document.text_md)
    job = build.Job(folder, STYLES, tmp_path / "cache")
    booklet, findings = build.read(job, job.ledger())
    return list(booklet.walk()), [finding.code for finding in findings if finding.code[0] == "A"]


def arabic(block):
    return " ".join(plain(line.children) for line in block.arabic)


def test_the_verse_and_the_basmala_of_a_document_out_of_a_pdf_are_the_canons_letter_by_letter(tmp_path):
    document = SHARED / "documents" / "kazakistan.txt"
    if not document.is_file():
        pytest.skip("the document is not here")
    blocks, faults = built(tmp_path, document.read_bytes())
    assert [block.text for block in blocks if isinstance(block, Basmala)] == [quran.basmala(MODERN)]
    closing = next(block for block in blocks if isinstance(block, Verse))
    assert arabic(closing) == " ".join(verse(22, 40).split()[-9:])  # a pause mark among them
    assert plain(closing.translation[0].children).startswith("“Allah kendisine yardım edenlere")
    assert faults == ["A023"]  # whose translation it is the document does not say
    _, findings = read(document.read_bytes())
    assert told(findings) == [("I024", 1, "Fâtiha, 1/1"), ("I024", 234, "Hac, 22/40")]
    before = next(
        finding.values["before"] for finding in findings if finding.span.line == 234 and finding.code == "I024"
    )
    assert before.startswith("عَزِيز")


@pytest.mark.parametrize("script", quran.SCRIPTS)
@pytest.mark.parametrize(
    ("surah", "ayah", "citation"), [(2, 255, "[Bakara 255]"), (36, 12, "(Yâsîn 36/12)"), (9, 40, "[Tevbe, 9/40]")]
)
def test_a_whole_verse_with_its_translation_comes_from_the_canon(tmp_path, surah, ayah, citation, script):
    text = f"{HEAD}{damaged(verse(surah, ayah, script))}\n\n{MEAL} {citation}\n"
    blocks, faults = built(tmp_path, text.encode())
    (found,) = [block for block in blocks if isinstance(block, Verse)]
    assert arabic(found) == verse(surah, ayah, script)
    assert not found.typed
    assert faults == ["A023"]


def test_a_long_part_is_named_by_its_first_and_last_words(tmp_path):
    part = " ".join(verse(2, 282).split()[30:70])
    text = f"{HEAD}{damaged(part)}\n\n{MEAL} [Bakara 282]\n"
    document, _ = read(text.encode())
    assert " … " in document.text_md.decode()
    blocks, _ = built(tmp_path, text.encode())
    assert [arabic(block) for block in blocks if isinstance(block, Verse)] == [part]


def test_arabic_with_nothing_but_its_citation_is_a_verse_too():
    text, findings = imported(f"{damaged(verse(108, 1))} [Kevser 1]\n")
    assert text.endswith("::: ayet Kevser 1\n:::\n")
    assert findings == [("I024", 5, "Kevser, 108/1")]


def test_the_citation_may_stand_by_itself_under_the_arabic():
    text, findings = imported(f"{damaged(verse(108, 1))}\n\n(el-Kevser 108/1)\n\nSonra söz sürer.\n")
    assert "::: ayet el-Kevser 108/1\n:::\n\nSonra söz sürer." in text
    assert findings == [("I024", 5, "Kevser, 108/1")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Nitekim {} (el-Hac 22/78) buyrulur.",
        "Nitekim Hac suresinin 78. ayetinde «{}» buyrulur.",
        "Nitekim ﴿{}﴾ [Hacc 78] buyrulur.",
    ],
)
def test_words_within_a_sentence_are_the_canons_and_the_sentence_stays(sentence):
    part = " ".join(verse(22, 78).split()[:5])
    text, findings = imported(sentence.format(damaged(part)) + "\n")
    assert sentence.format(part) in text
    assert findings == [("I024", 5, "Hac, 22/78")]


def test_what_follows_the_words_that_were_replaced_keeps_its_line():
    part = damaged(verse(112, 1))
    line = f"Nitekim {part} [İhlâs 1] buyrulur ve söz uzayıp gider, sonra\n“kapanmayan bir tırnak açılır, öyle kalır.\n"
    _, findings = read((HEAD + line).encode())
    assert [finding.span.line for finding in findings if finding.code == "I011"] == [6]


def test_words_torn_over_two_lines_are_one_part():
    words = damaged(" ".join(verse(2, 255).split()[:12])).split()
    text, _ = imported(f"Nitekim {' '.join(words[:9])}\n{' '.join(words[9:])} (Bakara 2/255) buyrulur.\n")
    assert " ".join(verse(2, 255).split()[:12]).rstrip(" ۚ") in text


def test_a_passage_is_put_right_where_the_sentence_before_it_names_the_verse():
    text, findings = imported(
        f"Bakara suresinin 153. ayetinde şöyle buyrulur:\n\n{damaged(verse(2, 153))}\n\nSonra söz sürer.\n"
    )
    assert f"::: arabic\n{verse(2, 153)}\n:::" in text
    assert findings == [("I024", 7, "Bakara, 2/153")]


@pytest.mark.parametrize(
    "torn",
    [
        "Nitekim şöyle buyrulur: {}\n\n{}\n\n{} (Bakara 2/255) ve bu söz böylece sürüp gider.",
        "Nitekim Bakara 2/255’te buyrulur: {}\n\n{}\n\n{} ve bu söz böylece sürüp gider.",
        "Nitekim şöyle buyrulur: {}\n\n{}\n\n\u064e\n{} (Bakara 2/255) ve bu söz böylece sürüp gider.",
    ],
)
def test_a_sentence_torn_apart_at_its_verse_is_whole_again(torn):
    words = damaged(" ".join(verse(2, 255).split()[:12])).split()
    text, findings = imported(torn.format(" ".join(words[:8]), " ".join(words[8:16]), " ".join(words[16:])) + "\n")
    sentence = text.splitlines()[-1]
    assert sentence.startswith("Nitekim")
    assert sentence.endswith("sürüp gider.")
    assert " ".join(verse(2, 255).split()[:12]).rstrip(" ۚ") in sentence
    assert findings == [("I024", 5, "Bakara, 2/255")]


def test_a_word_that_the_sentence_speaks_of_is_left():
    text, findings = imported("Buradaki رحمة kelimesi (Bakara 2/157) iyilik demektir, ورحمة da öyle.\n")
    assert "Buradaki رحمة kelimesi" in text
    assert findings == []


def test_without_a_citation_it_is_left_and_the_verse_is_named():
    mangled = damaged(verse(2, 153))
    text, findings = imported(f"Şöyle buyrulur:\n\n{mangled}\n\nSonra söz sürer.\n")
    assert mangled in text
    assert findings == [("I025", 7, "Bakara, 2/153")]


def test_with_the_citation_of_another_verse_it_is_left_and_both_are_named():
    mangled = damaged(verse(2, 153))
    text, findings = imported(f"{mangled}\n\n{MEAL} [Bakara 155]\n")
    assert mangled in text
    assert findings == [("I026", 5, "Bakara, 2/153")]


def test_the_text_says_before_and_after_and_the_score():
    mangled = damaged(verse(108, 1))
    _, findings = read(f"{HEAD}{mangled}\n\n{MEAL} [Kevser 1]\n".encode())
    finding = next(finding for finding in findings if finding.code == "I024")
    assert finding.values["before"] == mangled
    assert finding.values["after"] == verse(108, 1)
    assert 0.85 <= float(finding.values["score"]) <= 1
    assert "I015" not in {finding.code for finding in findings}


def test_the_spelling_that_the_document_has_is_written_into_the_settings():
    line = "{}\n\n" + MEAL + " [Hacc 40]\n"
    for script in quran.SCRIPTS:
        document, findings = read((HEAD + line.format(damaged(verse(22, 40, script)))).encode())
        assert f'\nscript = "{script}"' in document.booklet_toml.decode()
        assert "I027" in {finding.code for finding in findings}
    document, _ = read(HEAD.encode())
    assert '\n# script = "simple-plain"' in document.booklet_toml.decode()


def test_the_spelling_of_another_edition_is_kept():
    typed = "وَجَاهِدُوا فِى اللّٰهِ حَقَّ جِهَادِه۪"
    text, findings = imported(f"{typed}\n\n“Allah uğrunda hakkıyla cihad edin.” [Hacc 78]\n")
    assert f"::: ayet Hacc 78\n{typed}\n" in text
    assert findings == []


def test_verses_in_a_row_with_their_signs_are_one_quotation():
    pair = verse_text.of_reference(Reference(112, 1, 2), MODERN, numbered=True)
    text, _ = imported(f"{damaged(pair)}\n\n“De ki: O Allah birdir. Allah sameddir.” [İhlâs 1-2]\n")
    assert "::: ayet İhlâs 1-2\n“De ki" in text


def test_the_sign_of_the_basmala_is_left():
    text, findings = imported("﷽\n\nSonra söz sürer.\n")
    assert "﷽" in text
    assert findings == []


@pytest.mark.untraced
@pytest.mark.parametrize("citation", ["[Bakara 255]", "(Hûd 11/73)", "[Mâide 119]"])
def test_no_hadith_or_prayer_is_replaced_though_a_citation_stands_near(citation):
    chosen = FORMULAS[::6]
    text, findings = imported("\n\n".join(f"Hadiste {formula} {citation} denir." for formula in chosen) + "\n")
    assert all(formula in text for formula in chosen)
    assert "I024" not in {code for code, _, _ in findings}


def test_a_document_without_arabic_loads_no_index(monkeypatch):
    monkeypatch.setattr(recovery_index, "load", None)
    document, _ = read(HEAD.encode())
    assert document


def test_a_passage_that_is_no_verse_is_warned_of_as_before():
    _, findings = read(f"{HEAD}Hadiste {FORMULAS[0]} buyrulur.\n".encode())
    assert [finding.span.line for finding in findings if finding.code == "I015"] == [5]


@pytest.mark.untraced
def test_a_book_full_of_arabic_is_not_searched_for_ever(monkeypatch):
    monkeypatch.setattr(restoring, "MOST_UNCITED", 5)
    rows = "\n\n".join(f"{formula} {number}." for number in range(30) for formula in FORMULAS)
    document, findings = read((HEAD + rows).encode())
    assert document
    assert "I016" in {finding.code for finding in findings}


def test_passages_that_were_put_right_are_read_back(tmp_path):
    text = f"{HEAD}Bakara suresinin 153. ayetinde şöyle buyrulur:\n\n{damaged(verse(2, 153))}\n\nSonra söz sürer.\n"
    blocks, faults = built(tmp_path, text.encode())
    assert [arabic(block) for block in blocks if isinstance(block, Passage)] == [verse(2, 153)]
    assert faults == []
