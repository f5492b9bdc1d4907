"""How many paragraphs come back exactly, style by style: the floors are what was measured, less a little.

What is lost is lost for one reason: without blank lines or indents, a paragraph whose last line is
full looks like any other sentence end. The seeds are none of those that the weights were set on.
"""

from difflib import SequenceMatcher

import pytest

from publish.source.importing import plain
from tests.source.importing.corpus import document
from tests.source.importing.torn import Style, copied, scanned, tear, unwrapped

SEEDS = (101, 102, 103)
HEADS = ("KÖY KİTAPLIĞI  #", "#  Rıfat Efendi")
WIDTHS = (45, 60, 78, 105)

MARKED = {  # paragraphs are told by blank lines or indents
    "blank lines": Style(),
    "blank lines, printed, hyphenated": Style(printed=True, hyphen="-"),
    "indents": Style(between="", indent=4),
    "indents, printed, hyphenated": Style(between="", indent=3, printed=True, hyphen="\u2010"),
    "indents, justified, in a margin": Style(between="", indent=3, justified=True, margin=6),
    "false blanks after first lines, real ones with spaces": Style(between=" \n\n \n", first_blank=True, printed=True),
    "false blanks after first lines, two real ones": Style(between="\n\n", first_blank=True, printed=True),
    "double-spaced": Style(between="\n\n", spacing="\n", printed=True),
    "pages, heads with folios": Style(page=36, heads=HEADS, indent=3, between="", hyphen="-"),
    "pages, Roman folios, verso and recto": Style(page=30, foot="   %", heads=("Köy Kitaplığı", "Sabrın Yolu")),
    "pages, no form feeds, stray spaces": Style(
        page=38, heads=("Köy Kitaplığı",), foot="- # -", feed=False, stray=True
    ),
    "pages, bare folios, no form feeds": Style(page=34, foot="#", feed=False),
    "pages, “Sayfa 1 / 9”": Style(page=34, foot="Sayfa # / @"),
}
UNMARKED = {  # only short last lines tell
    "nothing between paragraphs": Style(between=""),
    "nothing between, printed": Style(between="", printed=True),
    "nothing between, printed, hyphenated": Style(between="", printed=True, hyphen="-"),
    "nothing between, hanging points": Style(between="", hanging=3, margin=2),
    "double-spaced, nothing between": Style(between="\n", spacing="\n", printed=True),
}
FLOOR = {45: 0.76, 60: 0.84, 78: 0.88, 105: 0.92}


def recovered(texts, **shape):
    """Return the share of paragraphs that come back exactly, over all seeds."""
    whole = total = 0
    for seed in SEEDS:
        pieces = document(seed, 30, **shape)
        got = [paragraph.text for block in plain.blocks(texts(pieces, seed))[0] for paragraph in block.paragraphs]
        wanted = [piece.text for piece in pieces]
        whole += sum(match.size for match in SequenceMatcher(None, wanted, got, autojunk=False).get_matching_blocks())
        total += len(wanted)
    return whole / total


def styled(style, width):
    return lambda pieces, seed: tear(pieces, Style(**{**_values(style), "width": width, "seed": seed}))


def _values(style):
    return {name: getattr(style, name) for name in Style.__slots__}


@pytest.mark.untraced
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("style", MARKED.values(), ids=MARKED)
def test_marked_paragraphs_come_back(style, width):
    assert recovered(styled(style, width)) >= 0.96


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("style", UNMARKED.values(), ids=UNMARKED)
def test_unmarked_paragraphs_come_back_but_for_full_last_lines(style, width):
    assert recovered(styled(style, width)) >= FLOOR[width]


@pytest.mark.untraced
@pytest.mark.parametrize("width", [36, 46])
@pytest.mark.parametrize(
    "style",
    [
        Style(columns=True, page=40, hyphen="-", heads=("Köy Kitaplığı                    #",)),
        Style(columns=True, page=40, justified=True, between="", indent=2),
    ],
    ids=["ragged", "justified"],
)
def test_columns_come_back(style, width):
    assert recovered(styled(style, width)) >= 0.96


@pytest.mark.parametrize("width", [50, 70, 95])
def test_recognised_scans_come_back(width):
    style = Style(width=width, page=40, heads=("Köy Kitaplığı",), foot="#", hyphen="-")
    assert recovered(lambda pieces, seed: scanned(tear(pieces, style), seed), poem=True) >= 0.96


@pytest.mark.parametrize("width", [50, 70, 95])
def test_what_was_copied_out_of_a_viewer_comes_back(width):
    style = Style(width=width, page=40, heads=HEADS, indent=2, between="", hyphen="-", printed=True)
    assert recovered(lambda pieces, seed: copied(tear(pieces, style)), poem=True) >= 0.96


@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["line by line", "with blank lines"])
def test_what_word_processors_save_comes_back(between):
    assert recovered(lambda pieces, seed: unwrapped(pieces, between), poem=True) == 1.0


@pytest.mark.untraced
@pytest.mark.parametrize("paragraphs", [1, 3, 6])
def test_short_documents_come_back(paragraphs):
    whole = total = 0
    for style in MARKED.values():
        for seed in SEEDS:
            pieces = document(seed, paragraphs)
            got = [block.paragraphs[0].text for block in plain.blocks(styled(style, 70)(pieces, seed))[0]]
            whole += sum(piece.text in got for piece in pieces)
            total += len(pieces)
    assert whole / total >= 0.96
