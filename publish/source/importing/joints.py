"""Which line ends are paragraph ends: evidence weighed, two habits of the producer learned from the document.

What every producer has in common has fixed weights: whether the next word would have fitted, how the line ends, how
the next one begins. What producers do differently is learned from the text at hand: what its blank lines mean and
what its indents mean. A producer that writes an empty line after every line teaches that empty lines mean nothing,
one that indents every first line that an indent means much. Weights are natural logarithms of odds; positive speaks
for an end.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import exp, inf, log

from publish.source.importing.marks import SURE, Mark
from publish.source.importing.measure import Gauge
from publish.source.importing.rows import Row
from publish.source.importing.signs import End, Start, is_titled

USUAL = -1.6
"""Odds of a paragraph end at any line end: paragraphs of five to six lines."""
ROUNDS = 3
LEARNED_FROM = 5000
"""Line ends that are enough to learn a producer's habits."""
DOUBT = 12.0
"""Line ends that the expectation counts for beside those of the document."""
LIMIT = 5.0
"""The most that a habit weighs."""
LOOK_BACK = 3
"""Rows in which an open bracket is expected to be closed."""
STRAY = 1
"""Characters of indentation that mean nothing."""
DEEP = 12
"""Characters of indentation that are no first line's: the line is centred or drawn elsewhere."""

_SHORT = {End.ENDED: 2.0, End.COLON: 2.0, End.CLOSED: 1.0, End.BARE: -0.5, End.OPEN: -3.0}
_FULL = {End.ENDED: 0.8, End.COLON: 0.8, End.CLOSED: 0.0, End.BARE: -4.5, End.OPEN: -5.0}
LIKE_A_LINE = range(55, 115)
"""Characters of a line that is as long as lines are wrapped."""
_ROOM = 1.5
PLAIN_ROOM = 0.03
"""Share of the measure from which a line is plainly short."""
_BEGIN = {
    Start.LOWER: -4.5,
    Start.UPPER: 0.7,
    Start.DIGIT: -0.3,
    Start.QUOTED_LOWER: -3.0,
    Start.CLOSING: -6.0,
    Start.OTHER: 0.0,
}
_HEADING = {End.BARE: 6.0, End.COLON: 3.0}
HEADING_ROOM = 0.25
"""Share of the measure that a heading leaves, more than any line within a paragraph."""
TITLED_ROOM = 0.04
"""Share that is enough when all its words begin with a capital."""
HEADING_WORDS = 10
_HYPHEN = -SURE
_BRACKET = -5.0
_QUOTED = -2.5
_EXPECTED_GAPS = ((0.30, 0.93), (0.45, 0.05), (0.25, 0.02))
"""Share of paragraph ends, and of other line ends, with none, one, more blank lines: expected, soon outweighed."""
_EXPECTED_INDENTS = {
    "same": (0.60, 0.84),
    "again": (0.03, 0.03),
    "in": (0.24, 0.02),
    "deep": (0.04, 0.005),
    "hang": (0.01, 0.04),
    "back": (0.02, 0.06),
    "out": (0.09, 0.03),
}
TURN = "turn"
"""The first line of a page or column: nothing is learned of it, pages end where they will."""
Weights = dict[str, float]


@dataclass(slots=True)
class State:
    """The paragraph so far, walking down the rows."""

    rows: int = 0
    """Rows it has."""
    bracket: int = 0
    """Rows since a bracket was opened and not closed; 0 when none is open."""
    quoted: bool = False
    """Whether a quotation is open."""

    def take(self, text: str) -> None:
        """Add a row to the paragraph."""
        self.rows += 1
        if "“" in text or "”" in text:
            self.quoted = text.rfind("“") > text.rfind("”")
        opened = max(text.rfind("("), text.rfind("["))
        closed = max(text.rfind(")"), text.rfind("]"))
        if opened > closed:
            self.bracket = 1
        elif closed >= 0:
            self.bracket = 0
        elif self.bracket:
            self.bracket = (self.bracket + 1) % (LOOK_BACK + 1)


def ends(rows: Sequence[Row], marks: Sequence[Mark], gauge: Gauge) -> list[bool]:
    """Say of every row whether a paragraph ends with it."""
    slacks = [_slack(row, mark, gauge, index) for index, (row, mark) in enumerate(zip(rows, marks, strict=True))]
    fixed = [_fixed(marks[index], marks[index + 1], slacks[index], rows[index]) for index in range(len(rows) - 1)]
    for index in range(len(rows) - 2):
        mark, heading = marks[index], marks[index + 1]
        if mark.end is not End.OPEN and _is_headlike(rows[index + 1], heading, marks[index + 2], slacks[index + 1]):
            fixed[index] += _HEADING[heading.end]
    weights: Weights = {}
    for _ in range(ROUNDS):
        weights = _learn(_walk(rows, marks, fixed[:LEARNED_FROM], weights))
    return [score > 0 for score, _ in _walk(rows, marks, fixed, weights)] + [True] * bool(rows)


def _slack(row: Row, mark: Mark, gauge: Gauge, index: int) -> float | None:
    """Return how much of the measure a row leaves; a line that breaks off is full though the text is not wrapped."""
    if not row.whole:
        return None
    if gauge.measure == inf and mark.end in (End.BARE, End.OPEN) and len(row.text) in LIKE_A_LINE:
        return 0.0
    return gauge.slack(index)


def _is_headlike(row: Row, mark: Mark, following: Mark, slack: float | None) -> bool:
    """Say whether a row can only be a heading: short, begun with a capital, no sentence, and one begins below it."""
    return (
        mark.end in _HEADING
        and mark.start is Start.UPPER
        and following.start in (Start.UPPER, Start.OTHER)
        and slack is not None
        and slack >= (TITLED_ROOM if mark.end is End.BARE and is_titled(row.text) else HEADING_ROOM)
        and len(row.text.split()) <= HEADING_WORDS
    )


def _fixed(mark: Mark, following: Mark, slack: float | None, row: Row) -> float:
    """Return the evidence that does not depend on the producer."""
    if mark.arabic != following.arabic:
        return SURE
    if row.text[-1] in "-‐\u00ad" and row.text[-2:-1].isalpha():
        return _HYPHEN if following.start is Start.LOWER else _HYPHEN / 2
    if slack is None:
        fullness = (_SHORT[mark.end] + _FULL[mark.end]) / 2
    else:
        room = min(1.0, max(0.0, slack / PLAIN_ROOM))
        fullness = (
            room * (_SHORT[mark.end] + _ROOM) + (1 - room) * (_FULL[mark.end] - 1.0) + min(2.0, max(0.0, slack) * 10)
        )
    return USUAL + fullness + _BEGIN[following.start] + following.weight


def _walk(
    rows: Sequence[Row], marks: Sequence[Mark], fixed: Sequence[float], weights: Weights
) -> Iterator[tuple[float, tuple[str, str]]]:
    """Yield the evidence for an end after each row, and its habits."""
    state = State()
    for index, score in enumerate(fixed):
        row, following = rows[index], rows[index + 1]
        state.take(row.text)
        habits = _gap(following, state.rows == 1), _indent(row, following, marks[index].hanging, state.rows == 1)
        score += sum(weights[habit] if habit in weights else _expected(habit) for habit in habits)
        if marks[index + 1].weight < SURE:
            score += _BRACKET * bool(state.bracket) + _QUOTED * (state.quoted and _closes(following.text))
        yield score, habits
        if score > 0:
            state = State()


def _closes(text: str) -> bool:
    """Say whether `text` closes a quotation before it opens one."""
    return -1 < text.find("”") < (text.find("“") % (len(text) + 1))


def _gap(row: Row, second: bool) -> str:
    """Name what stands blank above `row`; a page or column turn says nothing."""
    return TURN if row.turn else f"{'second' if second else 'later'} {row.gap}"


def _indent(row: Row, following: Row, hanging: bool, first: bool) -> str:
    """Name how `following` is indented, seen from `row`."""
    step = following.indent - row.indent
    if abs(step) <= STRAY:
        return "again" if first and row.indent > STRAY else "same"
    if step > 0:
        if step > DEEP:
            return "deep"
        return "hang" if hanging and first else "in"
    return "back" if first else "out"


def _expectation(habit: str) -> tuple[float, float]:
    if habit == TURN:
        return 0.5, 0.5
    if habit in _EXPECTED_INDENTS:
        return _EXPECTED_INDENTS[habit]
    return _EXPECTED_GAPS[min(2, len(habit.split(" ", 1)[1]))]


def _expected(habit: str) -> float:
    end, other = _expectation(habit)
    return log(end / other)


def _learn(walk: Iterable[tuple[float, tuple[str, str]]]) -> Weights:
    """Return what each habit weighs: how much more often it goes with a paragraph end than with another line end."""
    at_end: defaultdict[str, float] = defaultdict(float)
    elsewhere: defaultdict[str, float] = defaultdict(float)
    total = 0.0
    count = 0
    for score, habits in walk:
        chance = 1 / (1 + exp(-max(-30.0, min(30.0, score))))
        total += chance
        count += 1
        for habit in habits:
            at_end[habit] += chance
            elsewhere[habit] += 1 - chance
    share = min(0.9, max(0.02, total / count)) if count else 0.2
    weights = {}
    for habit in at_end.keys() - {TURN}:
        end, other = _expectation(habit)
        likely = (at_end[habit] + DOUBT * share * end) / (total + DOUBT * share)
        unlikely = (elsewhere[habit] + DOUBT * (1 - share) * other) / (count - total + DOUBT * (1 - share))
        weights[habit] = max(-LIMIT, min(LIMIT, log(likely / unlikely)))
    return weights
