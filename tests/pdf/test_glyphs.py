"""A character that no chosen font has stops the build, wherever its words come from; so does a font nobody chose."""

import pytest

from publish.cli import main
from publish.language.scripture import quran
from publish.pdf import faces, glyphs
from tests.pdf.samples import CACHE, STYLES, codes, laid, pages_of, world, write

YEAR = "௵"
"""TAMIL YEAR SIGN, U+0BF5."""
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40"><text {}>{}</text></svg>'


def where(findings):
    """Return code, file, line and column of what was found of glyphs."""
    return [
        (finding.code, finding.span.path.rpartition("/")[2], finding.span.line, finding.span.column)
        for finding in findings
        if finding.code in ("P007", "P010", "P011")
    ]


def test_it_names_the_character_its_place_and_the_fonts_tried(tmp_path):
    _, findings = laid(tmp_path, f"# Bir\n\nİkinci satırda {YEAR} var.\n")
    assert where(findings) == [("P007", "text.md", 3, 16)]
    message = next(finding for finding in findings if finding.code == "P007").message("en")
    assert "“௵” (U+0BF5, TAMIL YEAR SIGN)" in message
    assert "Tried: Metin, Ayet" in message


def test_the_build_stops_and_what_was_built_before_stays(tmp_path, capsys):
    place, output = write(tmp_path, "Söz.\n"), tmp_path / "x.pdf"
    command = ["pdf", str(place), "-o", str(output), "--cache", str(CACHE), "--styles", str(STYLES)]
    assert main(command) == 0
    before = output.read_bytes()
    (place / "text.md").write_text(f"Söz {YEAR}.\n", "utf-8")
    assert main(command) == 1
    assert "text.md:1:5: error[P007]" in capsys.readouterr().err.replace("hata[", "error[")
    assert output.read_bytes() == before


@pytest.mark.untraced
@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"# Başlık {YEAR}", 1),
        (f"Söz[^1]\n\n[^1]: Dipnot {YEAR}", 3),
        (f"| a | b |\n|---|---|\n| {YEAR} | söz |", 3),
        (f"1- Madde {YEAR}", 1),
        (f"- *{YEAR}*", 1),
        (f"Soru: {YEAR} nedir?\n\nCevap: Söz.", 1),
        (f"`{YEAR}`", 1),
        (f"::: arabic\nقَالَ {YEAR}\n:::", 2),
        ("Söz &#3061; ve", 1),
        ("Söz &#x0BF5; ve", 1),
        (f"> Alıntı {YEAR}", 1),
    ],
)
def test_it_may_stand_anywhere_in_the_text(tmp_path, text, line):
    _, findings = laid(tmp_path, text)
    assert [(code, file, row) for code, file, row, _ in where(findings)] == [("P007", "text.md", line)]


@pytest.mark.untraced
@pytest.mark.parametrize("key", ["title", "subtitle", "series", "translator", "edition", "rights"])
def test_it_may_stand_in_the_settings(tmp_path, key):
    title = "" if key == "title" else 'title = "Deneme"\n'
    _, findings = laid(tmp_path, "Söz.", f'{title}authors = ["Ali"]\n{key} = "Söz {YEAR}"')
    assert [(code, file) for code, file, _, _ in where(findings)] == [("P007", "booklet.toml")]


@pytest.mark.untraced
def test_it_may_stand_in_the_house_file(tmp_path):
    place = write(tmp_path, "Söz.")
    house = tmp_path / "house.toml"
    house.write_text(house.read_text("utf-8").replace("Deneme Yayınevi", "Yayınevi \\u0BF5"), "utf-8")
    output = tmp_path / "x.pdf"
    assert main(["pdf", str(place), "-o", str(output), "--cache", str(CACHE), "--styles", str(STYLES)]) == 1
    assert not output.exists()


@pytest.mark.untraced
@pytest.mark.parametrize(
    ("css", "column"),
    [
        ('p::before { content: "\\0bf5" }', 23),
        (f'p::before {{ content: "{YEAR}" }}', 23),
        (f'@page {{ @bottom-center {{ content: "{YEAR}" }} }}', 36),
        (f'li {{ list-style-type: "{YEAR}" }}', 24),
        (f'p {{ hyphenate-character: "{YEAR}"; hyphens: auto; width: 12mm }}', 27),
        (f'q {{ quotes: "{YEAR}" "»" }}', 14),
        (f'p {{ width: 12mm; max-lines: 1; block-ellipsis: "{YEAR}"; continue: discard }}', 49),
    ],
)
def test_it_may_be_what_a_style_writes(tmp_path, css, column):
    body = "<p>Kazakistandakilerdenmişsiniz <q>söz</q> söz söz söz</p><ul><li>bir</li></ul>"
    _, findings = pages_of(body, "\n" + css, tmp_path)
    assert where(findings) == [("P007", "style.css", 2, column)]


def test_it_may_be_a_number_of_a_list(tmp_path):
    _, findings = pages_of("<ol><li>bir</li></ol>", "ol { list-style-type: tamil }", tmp_path)
    assert [finding.values["codepoint"] for finding in findings] == ["U+0BE7"]


def test_it_may_be_a_word_of_a_drawing(tmp_path):
    _, findings = pages_of(DRAWING.format('y="9" font-family="Metin"', YEAR), "", tmp_path)
    assert codes(findings) == ["P007"]


def test_it_may_be_made_a_capital_by_a_style(tmp_path):
    _, findings = pages_of("<p>ꭓ</p>", "p { text-transform: uppercase }", tmp_path)
    assert {finding.code for finding in findings} == {"P007"}


def test_every_kind_of_character_is_judged(tmp_path):
    wrong = "\u0085\u2028\ue000\ufdd0\U0001f468\u2764\u1ab0\u0378\u4e2d"
    body = f"<p>a{wrong}\u200d\U0001f468\ufe0f b</p>"
    _, findings = pages_of(body, "", tmp_path)
    assert {finding.values["codepoint"] for finding in findings} == {f"U+{ord(character):04X}" for character in wrong}


def test_what_needs_no_glyph_is_no_fault(tmp_path):
    words = "a\u00a0b\u2009c\u202fd\u2003e\u3000f\u00adg\u200bh\u200di\u2060j\u2011k\ufe0fl"
    _, findings = pages_of(f"<p>{words} h\u032e \u1e2b g\u0306 \u200eع\u200f</p>", "", tmp_path)
    assert findings == ()


def test_a_font_that_was_not_chosen_does_not_step_in(tmp_path):
    """The typewriter face has the sign; the text is not to be set in it."""
    _, findings = pages_of("<p>Söz ✓ söz</p>", "", tmp_path)
    assert codes(findings) == ["P007"]
    _, findings = pages_of("<p>Söz <code>✓</code> söz</p>", "code { font-family: Daktilo, Metin }", tmp_path)
    assert findings == ()


def test_many_places_are_counted(tmp_path):
    _, findings = laid(tmp_path, f"Söz {YEAR}.\n\n" * 9)
    assert [code for code, *_ in where(findings)] == ["P007"] * 5 + ["P010"]
    assert next(finding for finding in findings if finding.code == "P010").values["count"] == "4"


def test_a_text_in_a_script_without_a_font_is_told_in_few_words(tmp_path):
    text = "".join(map(chr, range(0x4E00, 0x4E80)))
    _, findings = laid(tmp_path, f"Söz {text}.")
    found = where(findings)
    assert (len(found), found[-1][0]) == (41, "P011")
    assert next(finding for finding in findings if finding.code == "P011").values["count"] == "88"


def test_the_canon_has_no_character_without_a_glyph():
    fonts = {name: faces.content(name, world()) for name in ("Amiri-Regular", "Amiri-Bold")}
    letters = {
        letter
        for script in quran.SCRIPTS
        for surah in quran.surahs()
        for ayah in range(1, surah.verses + 1)
        for letter in quran.verse(surah.number, ayah, script)
    }
    assert glyphs.missing({("Ayet",): letters}, frozenset(), fonts) == {}


@pytest.mark.untraced
@pytest.mark.parametrize("family", ["Metinn", "EB Garamond", "Times New Roman", "serif", "sans-serif"])
def test_a_font_that_is_none_of_ours_is_named_with_its_place(tmp_path, family):
    _, findings = laid(tmp_path, "Söz.", style=f'\np {{ font-family: "{family}", Metin }}\n')
    (finding,) = [finding for finding in findings if finding.code == "P001"]
    assert finding.values["family"] == family
    assert (finding.span.path.rpartition("/")[2], finding.span.line) == ("style.css", 2)


@pytest.mark.parametrize("attributes", ["", 'style="font: 12px Arial"', 'class="a"'])
def test_a_drawing_that_names_no_font_gets_none(tmp_path, attributes):
    (tmp_path / "a.svg").write_text("\n" + DRAWING.format(f'y="9" {attributes}', "söz"), "utf-8")
    _, findings = pages_of('<img src="a.svg" alt="söz">', "", tmp_path)
    assert {(finding.code, finding.span.path.rpartition("/")[2]) for finding in findings} == {("P001", "a.svg")}
