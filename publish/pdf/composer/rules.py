"""What a good line is, in numbers: how far spaces and glyphs give, and what every blemish costs.

Demerits are added up as TeX does it: those of a line's spaces, of a hyphen, of two of them on each other, of a loose
line beside a tight one. Source: Knuth and Plass, “Breaking Paragraphs into Lines”, 1981; glyph scaling: Hàn Thế Thành,
“Micro-typographic extensions to the TeX typesetting system”, 2000.
"""

from __future__ import annotations

from dataclasses import dataclass

FILLED, CENTRED = "justify", "center"
"""Alignments of paragraphs that are composed: all lines of one width, or standing in the middle and much alike."""


@dataclass(frozen=True, slots=True)
class Rules:
    """One set of them; a stretch or shrink is the share of a width at which a line has the badness 100."""

    space: float | None = 0.25
    """Em that a space is wide at least before a line is fitted; many a font for books has less.

    None: glyphs are left to Pango, every one as wide as it says.
    """
    stretch: float = 0.38
    """Of a space."""
    shrink: float = 0.19
    """Of a space."""
    registers: bool = True
    """Whether lines of other sizes are put on the grid of the text."""
    squeeze: float = 1.3
    """How many times its shrink a line may shrink,"""
    last_squeeze: float = 1.4
    """and where a paragraph cannot be set else."""
    tightest: float = 0.4
    """Share of a space that is taken at most, whatever else: words stay .15 em apart, and are told apart."""
    squeezed: float = 300_000
    """Demerits of a line that shrinks more than its shrink."""
    hang: float = 1.0
    """Share of what signs hang out by the table of their font."""
    scale: float = 0.02
    """Of glyphs, to either side; it is used up before spaces are touched, and no further."""
    narrow: float = 25
    """Em below which a column is narrow: that of a booklet in A6 is, that of one in A5 is not."""
    narrow_scale: float = 0.03
    """Of glyphs in narrow columns, where a hyphen in every third line would be worse."""
    tolerance: float = 0.8
    """Share by which spaces may be widened, as long as a paragraph can be set so: to .45 em."""
    patience: float = 2.5
    """And before long words are torn."""
    line: float = 100
    """Demerits of every line, so that fewer lines are better ones."""
    strain: float = 1_000
    """Demerits of a line that gives all it can: they grow as the square of what it gives."""
    uneven: float = 300_000
    """Demerits of a line whose spaces are twice as wide as they should be: they grow as the square of what is added to
    them once glyphs are scaled, or taken. So the least sum is the least variance that so many hyphens can buy."""
    hyphen: float = 45_000
    """Demerits of a hyphen that we add."""
    dash: float = 2_500
    """Demerits of a line that ends in a hyphen or dash of the author's, or in an apostrophe."""
    range: float = 220_000
    """Demerits of a line that ends between two numbers which a dash joins: 1646–1660."""
    torn: float = 1e18
    """Demerits of a line that ends in the middle of a word because the word is wider than the column."""
    glued: float = 200_000
    """Demerits of a line that ends at a blank which holds a citation together, or a title and its name."""
    contrast: float = 12_500
    """Demerits of a line that is two classes of tightness away from its neighbour."""
    second_hyphen: float = 10_000
    """Demerits of a hyphen under a hyphen."""
    third_hyphen: float = 1e9
    """Demerits of a third, and of every further one: there is none where any other way is left."""
    parts_citations: bool = True
    """Whether a line may end before the number of a verse."""
    keeps_last_word: bool = True
    """Whether the last word of a paragraph is not hyphenated unless nothing else is left, nor ends it after a stub."""
    last_hyphen: float = 12_000
    """Demerits of a hyphen at the end of the last line but one; before a stub those of `third_hyphen`, and before one
    shorter than `least` there is none while lines may not be stretched without end."""
    clash: float = 90_000
    """Demerits of marks of Arabic that come too near to those of the line above: more than those of a hyphen."""
    foot_hyphen: float = 1e6
    """Demerits of a hyphen in the last line of a page."""
    foot_tolerance: float = 0.9
    """The tolerance of a paragraph that would else break a word at the foot of a page."""
    ease: float = 0.55
    """The tolerance of a paragraph that is given a line more or less so that its page is full,"""
    calm: float = 0.5
    """and how far its lines may be stretched or shrunk in the mean."""
    stub: float = 5_000
    """Demerits of a last line that is as short as `shortest`: they grow as the square of how much shorter it is."""
    shortest: float = 0.12
    """Share of the measure below which a last line is a stub."""
    least: float = 0.08
    """Share of the measure that the end of a broken word takes on a last line at least."""

    @property
    def endings(self) -> tuple[float, ...]:
        """Demerits of how a line ends, by `Kind`."""
        return 0.0, self.hyphen, self.dash, self.dash, 0.0, self.torn, self.glued, self.range


KLASIK = Rules()
"""Those of the house style."""
PLAIN = Rules(
    space=None, shrink=0, narrow=0, hang=0, registers=False, scale=0, parts_citations=False, keeps_last_word=False
)
"""Those of a browser: to compare with it."""
