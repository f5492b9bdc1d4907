"""A booklet made ready to be set: what holds together, what is left out, what stands on lines of its own."""

import pytest

from publish.model.block import Paragraph, Verse
from publish.model.inline import Apart, Arabic, plain, walk
from publish.render.prepared import prepare
from tests.pdf.samples import read, write

VERSE = "رَبَّنَا لَا تُؤَاخِذْنَا إِنْ نَسِينَا أَوْ أَخْطَأْنَا رَبَّنَا وَلَا تَحْمِلْ عَلَيْنَا إِصْرًا كَمَا حَمَلْتَهُ عَلَى الَّذِينَ"


def prepared(folder, text, settings='title = "Deneme"'):
    return prepare(read(write(folder, text, settings)))


def lines(booklet):
    return [plain(block.children) for block in booklet.walk() if isinstance(block, Paragraph)]


def test_a_wish_holds_to_its_name_over_marks_of_emphasis(tmp_path):
    assert lines(prepared(tmp_path, "# B\n\nHz. *Mûsâ* (a.s.) ile Peygamber ﷺ.")) == [
        "Hz.\u00a0Mûsâ\u00a0(a.s.) ile Peygamber\u00a0ﷺ."
    ]


def test_a_wish_lets_go_of_its_name_where_the_house_has_it_so(tmp_path):
    settings = 'title = "B"\n[[typography.off]]\nrule = "no-break"\nreason = "Dar sütun."'
    assert lines(prepared(tmp_path, "# B\n\nHz. *Mûsâ* (a.s.) ile Peygamber ﷺ.", settings)) == [
        "Hz. Mûsâ (a.s.) ile Peygamber\u00a0ﷺ."
    ]


def test_what_is_typed_as_code_stays_as_it_is(tmp_path):
    assert lines(prepared(tmp_path, "# B\n\nBuraya `Mûsâ (a.s.)` yazılır.")) == ["Buraya Mûsâ (a.s.) yazılır."]


def test_a_pause_mark_holds_to_the_word_before_it(tmp_path):
    verse = next(
        block for block in prepared(tmp_path, "# B\n\n::: ayet Bakara 2\n:::").walk() if isinstance(block, Verse)
    )
    text = plain(verse.arabic[0].children)
    assert "\u00a0ۛ" in text
    assert " ۛ" not in text


def test_joined_forms_are_set_as_the_letters_they_are(tmp_path):
    typed = "# B\n\nBir \ufefb, \ufe8d\ufedf\ufee0\ufeea, \ufdf2, \ufdfa, \ufd3e\u0642\ufd3f son."
    assert lines(prepared(tmp_path, typed)) == ["Bir لا, الله, الله,\u00a0\ufdfa, \ufd3e\u0642\ufd3f son."]


def test_controls_of_direction_are_not_set(tmp_path):
    assert lines(prepared(tmp_path, "# B\n\nGel\u202e, \u2067الله\u2069 dedi.")) == ["Gel, الله dedi."]


@pytest.mark.parametrize(
    ("typed", "apart"),
    [
        (f"Der ki: “{VERSE}.” Sonra da", f"“{VERSE}.”"),
        (f"Der ki: {VERSE} [Bakara 2/286]. Sonra da", f"{VERSE} [Bakara\u00a02/286]."),
        (VERSE, VERSE),
        (f"Der ki: “{VERSE}”[^n]. Sonra da\n\n[^n]: Not.", f"“{VERSE}”."),
        (f"Der ki: {VERSE}[^n] [Bakara 2/286]; sonra\n\n[^n]: Not.", f"{VERSE} [Bakara\u00a02/286];"),
        (f"Der ki ({VERSE}), sonra", f"({VERSE}),"),
    ],
)
def test_arabic_longer_than_a_line_stands_on_lines_of_its_own(tmp_path, typed, apart):
    booklet = prepared(tmp_path, f"# B\n\n{typed}")
    found = [node for line in booklet.lines() for node in walk(line) if isinstance(node, Apart)]
    assert [plain(node.children) for node in found] == [apart]


def test_a_phrase_stays_in_its_line(tmp_path):
    booklet = prepared(tmp_path, "# B\n\nDer ki: رَبِّ زِدْنِي عِلْمًا, sonra susar.")
    assert not [node for line in booklet.lines() for node in walk(line) if isinstance(node, Apart)]


def test_the_lines_of_a_block_are_no_lines_of_a_paragraph(tmp_path):
    booklet = prepared(tmp_path, f"# B\n\n::: arabic\n{VERSE}[^n]\n:::\n\n[^n]: Not.")
    assert isinstance(booklet.blocks[1].arabic[0].children[0], Arabic)
