"""Texts for the tests of the source: any at all, and well-made ones of which the words are known."""

from dataclasses import dataclass

from hypothesis import strategies as st

SCRAPS = (
    "::: ayet Hacc 40\n", "::: arabic\n", "::: besmele\n", "::: seri\n", "::: resim\n", ":::\n", "Soru: ", "Cevap:",
    "SORU 3:", "1- ", "12- ", "A- ", "b- ", "2- ", "1. ", "2. ", "1) ", "2022. ", "- ", "* ", "+ ", "> ", "# ",
    "#### ", "##### ", "#x", "```\n", "~~~\n", "---\n", "===\n", "***", "**", "*", "_", "`", "``", "[", "]", "(",
    ")", "](", "![", "](images/x.png \"y\")", "[^1]", "[^1]: ", "[^a b]", "[söz]{lang=en}", "{", "}", "<b>", "</b>",
    "[söz]{.ad \"Ad\"}", "{.ad}",
    "<https://a.org>", "&amp;", "&#x41;", "\\", "\\*", "|", "|-|-|\n", "| a | b |\n", "|:-:|\n", "\n", "\n\n", "  ",
    "    ", "\t", " ", "  \n", "\\\n", "a", "Türkçe", "şöyle", "“", "”", "’", "(06.01.2022 AFP)",
    "(06.01.2022\nRussia Today)", "[Hacc 40]", "[Bakara\n2/255]", "رحمه الله", "ﷺ", "﴿قل﴾", "www.ornek.com",
    "GSYİH’nın", "İ", "ı", "\u00a0", "\u200b", "\u00ad", "\ufeff", "\u2028", "\x0c", "\x00", "😀", "e\u0301",
)  # fmt: skip

soups = st.lists(st.sampled_from(SCRAPS), max_size=40).map("".join)
"""Our syntax, in no order."""
anything = st.one_of(st.text(max_size=200), soups)

WORDS = (
    "Türkçe",
    "İstanbul’da",
    "ığdır",
    "söz",
    "çok",
    "eski",
    "(eski",
    "adıyla)",
    "2022.",
    "yüzyıl,",
    "GSYİH’nın",
    "www.ornek.com",
    "5-A",
)
ARABIC = ("رحمه الله", "قَالَ اللَّهُ تَعَالَى", "ﷺ")


@dataclass(frozen=True)
class Piece:
    """Markup of a piece of a line, and the words a reader sees."""

    markup: str
    words: str


def _piece(markup, words=None):
    return Piece(markup, markup if words is None else words)


_words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)
_inner = _words | st.tuples(_words, st.sampled_from(ARABIC)).map(" ".join)
_pieces = st.one_of(
    _inner.map(_piece),
    _inner.map(lambda words: _piece(f"*{words}*", words)),
    _inner.map(lambda words: _piece(f"**{words}**", words)),
    _inner.map(lambda words: _piece(f"***{words}***", words)),
    _inner.map(lambda words: _piece(f"**çok *{words}* az**", f"çok {words} az")),
    _words.map(lambda words: _piece(f"[{words}](https://a.org/b)", words)),
    _words.map(lambda words: _piece(f"[{words}]{{lang=en}}", words)),
    _words.map(lambda words: _piece(f"[{words}]{{.ad}}", words)),
    _words.map(lambda words: _piece(f"`{words}`", words)),
    st.sampled_from(ARABIC).map(_piece),
    st.just(_piece("[Hacc 40]")),
    st.just(_piece("(el-Enfâl 8/2)")),
    st.just(_piece("(06.01.2022 Anadolu Ajansı)")),
    st.just(_piece("(08.01.2021 Russia Today)")),
    st.just(_piece("bir\\*iki &amp; üç", "bir*iki & üç")),
    st.just(_piece("<https://ornek.com/a>", "https://ornek.com/a")),
    st.just(_piece("dipnotlu[^not]", "dipnotlu")),
)
lines = st.lists(_pieces, min_size=1, max_size=8).map(
    lambda pieces: Piece("söz " + " ".join(p.markup for p in pieces), "söz " + " ".join(p.words for p in pieces))
)
"""One line of prose; it begins with a word that opens no block."""


@st.composite
def broken(draw, first="", rest=""):
    """A line broken over rows of the file at some of its blanks, with marks before its rows."""
    line = draw(lines)
    blanks = [index for index, char in enumerate(line.markup) if char == " "]
    breaks = draw(st.sets(st.sampled_from(blanks), max_size=4)) if blanks else set()
    starts_block = ("2022.", "5-A")
    chars = list(line.markup)
    for index in breaks:
        if not line.markup[index + 1 :].startswith(starts_block):
            chars[index] = "\n" + rest
    return Piece(first + "".join(chars), line.words)


@st.composite
def documents(draw):
    """A text and the words in it, in order; every kind of block that holds lines."""
    frames = [
        ("", ""), ("# ", None), ("> ", "> "), ("> > ", "> > "), ("- ", "  "), ("1) ", "   "), ("1- ", ""),
        ("A- ", "   "), ("Soru: ", ""), ("Cevap: ", ""), ("- > ", "  > "), ("> - ", ">   "), ("> 1- ", "> "),
    ]  # fmt: skip
    markup, words = [], []
    for _ in range(draw(st.integers(1, 5))):
        first, rest = draw(st.sampled_from(frames))
        piece = (
            draw(broken(first, rest))
            if rest is not None
            else draw(lines.map(lambda line: Piece("# " + line.markup, line.words)))
        )
        markup.append(piece.markup)
        words.append(piece.words)
    if draw(st.booleans()):
        cells = [draw(lines) for _ in range(4)]
        row = [cell.markup.replace("|", "\\|") for cell in cells]
        markup.append(f"| {row[0]} | {row[1]} |\n|---|:--|\n| {row[2]} | {row[3]} |")
        words += [cell.words for cell in cells]
    note = draw(broken("[^not]: ", "  "))
    return "\n\n".join([*markup, "dipnotlu[^not]", note.markup]), [*words, "dipnotlu", note.words]
