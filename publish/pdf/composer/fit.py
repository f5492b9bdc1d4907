"""A paragraph as a whole: where its lines end, so that it has the fewest demerits. Plain numbers, no fonts, no boxes.

Measure ─ total_fit ─→ breaks        the best of all ways (Knuth and Plass)
        ─ first_fit ─→ breaks        every line as full as it gets, which is what browsers do
        ─ even_fit  ─→ breaks        as few lines, all about as long: for what stands in the middle
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple

from publish.pdf.composer.rules import Rules

ROUNDING = 1e-6
"""CSS pixels by which a line may be too long."""
LOOSEST = 0.5
"""Share of the measure that is never left to the spaces of a line while another way is open."""
CLOSE = 0.5
"""CSS pixels by which even lines may be longer than they must, or than their box."""
ENDLESS = 1e9
"""A tolerance that any line meets."""

_TIGHT, _DECENT, _LOOSE, _LOOSEST = range(4)  # fitness classes of TeX
_LADDER = 4  # states of a ladder: no hyphen above, one, two, three and more


class Kind(IntEnum):
    """How a line may end."""

    SPACE = 0
    HYPHEN = 1
    """In a word, with a hyphen that is added."""
    DASH = 2
    """Behind a hyphen of the author's."""
    BARE = 3
    """In a word, with nothing added: behind an apostrophe, in an address."""
    FORCED = 4
    """Because the author says so; and the end of the paragraph."""
    TORN = 5
    """In a word that is wider than the column, with nothing added."""
    GLUED = 6
    """At a blank at which no line should end: in a citation, behind a title."""
    RANGE = 7
    """Behind the dash between two numbers."""


def _widths() -> array[float]:
    return array("d")


@dataclass(slots=True)
class Measure:
    """Where lines may end and how long they are, in CSS pixels from the beginning of the paragraph.

    The line that begins behind break `i` and ends at break `j` is `ends[j] - begins[i]` long, of which
    `end_spaces[j] - begin_spaces[i]` are spaces and `end_stiff[j] - begin_stiff[i]` cannot be scaled.
    """

    kinds: array[int] = field(default_factory=lambda: array("b"))
    """`Kind` of every break; the last is forced."""
    ends: array[float] = field(default_factory=_widths)
    end_spaces: array[float] = field(default_factory=_widths)
    end_stiff: array[float] = field(default_factory=_widths)
    begins: array[float] = field(default_factory=_widths)
    begin_spaces: array[float] = field(default_factory=_widths)
    begin_stiff: array[float] = field(default_factory=_widths)
    slack: float = 0.0
    """How much shorter a line may be that ends at a later break: hyphens, and what hangs in the margin."""


class Origin(NamedTuple):
    """Where the first line begins: widths up to there, as in `Measure`."""

    first: int
    """The first break behind it."""
    begin: float
    spaces: float
    stiff: float


Clash = Callable[[int, int, int], bool]
"""Says whether marks of the line between two breaks come too near to those of the next, up to a third; -1: no break."""

_Node = tuple[float, int, "_Node | None"]
"""Demerits of the best way to a break for one state, the break, and the node before. Plain tuples: they are many."""
_Active = tuple[float, float, float, int, dict[int, _Node]]
"""A break from which lines reach on: `begins`, `begin_spaces`, `begin_stiff`, number of the line, nodes by state."""


def total_fit(
    measure: Measure,
    origin: Origin,
    lengths: Sequence[float],
    rules: Rules,
    tolerance: float,
    squeeze: float = 1.0,
    *,
    count: int = 0,
    foot: int = 0,
    clash: Clash | None = None,
) -> tuple[int, ...] | None:
    """Return the breaks at which the lines end, those with the fewest demerits.

    `lengths` are those of the lines, the last of them for all that follow. `count` lines are wanted, any number where
    it is 0; after the line numbered `foot` the page is turned. None where no way is left: no break fits, every way has
    a line whose spaces are stretched by more than `tolerance` of their width, or that is shrunk more than `squeeze`
    times its shrink, or none has so many lines.
    """
    told = max(count, foot) + 2  # so that ways with other numbers of lines are kept apart
    if told > 2:  # something is wanted
        lengths = (*lengths, *[lengths[-1]] * (told - len(lengths)))
    found = _ways(measure, origin, lengths, rules, tolerance, squeeze, foot, clash)
    if count:
        # for the sake of the page nothing is done that is never done else
        states = found.get(count, {})
        found = {count: {state: node for state, node in states.items() if node[0] < rules.third_hyphen}}
    return _way(found)


def _ways(  # noqa: C901  # the innermost loop of a layout: calls in it would cost more than the rest of it
    measure: Measure,
    origin: Origin,
    lengths: Sequence[float],
    rules: Rules,
    tolerance: float,
    squeeze: float,
    foot: int,
    clash: Clash | None,
) -> dict[int, dict[int, _Node]]:
    """Return the best ways to the end by their number of lines, as far as `lengths` tell it, and by state."""
    loosest = max(lengths) * LOOSEST if tolerance < ENDLESS else ENDLESS
    last_break, last_length = len(measure.kinds) - 1, len(lengths) - 1
    stretch, shrink, scale, slack, usual = rules.stretch, rules.shrink, rules.scale, measure.slack, rules.tolerance
    line_cost, strain, uneven, endings = rules.line, rules.strain, rules.uneven, rules.endings
    tightest = rules.tightest
    never = rules.third_hyphen if tolerance >= ENDLESS else float("inf")
    active: list[_Active] = [(origin.begin, origin.spaces, origin.stiff, 0, {_DECENT * _LADDER: (0.0, -1, None)})]
    for at in range(origin.first, last_break + 1):
        kind, end = measure.kinds[at], measure.ends[at]
        spaces_to, stiff_to = measure.end_spaces[at], measure.end_stiff[at]
        found: dict[int, dict[int, _Node]] = {}
        passed = 0  # how many of the foremost reach no later break either
        for number, (begin, spaces_from, stiff_from, line, states) in enumerate(active):
            left = lengths[line] - end + begin
            spaces = spaces_to - spaces_from
            scaled = (end - begin - spaces - stiff_to + stiff_from) * scale
            if left < 0:
                give = spaces * shrink + scaled + ROUNDING
                most = give * squeeze
                if spaces:  # glyphs are scaled once and no more: the one space of two long words would give the rest
                    most = min(most, spaces * tightest + scaled + ROUNDING)
                if -left > most:
                    if number == passed and -left > most + slack:
                        passed += 1
                    continue
                ratio = -left / give
                fitness = _TIGHT if ratio > 0.5 else _DECENT
                demerits = line_cost if ratio <= 1 else line_cost + rules.squeezed
            elif kind == Kind.FORCED:
                ratio, fitness, demerits = 0.0, _DECENT, line_cost
            elif left > loosest:
                if not last_length:
                    break  # the breaks that follow are nearer still
                continue
            else:
                over = left - scaled
                if over > (spaces + ROUNDING) * tolerance:
                    if not last_length:
                        break  # and have fewer spaces to stretch
                    continue
                ratio = left / (spaces * stretch + scaled + ROUNDING)
                fitness = _DECENT if ratio < 0.5 else _LOOSE if ratio < 1 else _LOOSEST
                demerits = line_cost
                if over > (spaces + ROUNDING) * usual:
                    demerits += (100 * ratio * ratio * ratio) ** 2
            if ratio:
                demerits += strain * ratio * ratio
                over = abs(left) - scaled
                if over > 0:
                    over /= (spaces if spaces > scaled else scaled) + ROUNDING
                    demerits += uneven * over * over
            demerits += endings[kind]
            last_hyphen = 0.0
            if at == last_break:
                shortest = rules.shortest * lengths[line]
                is_stub = end - begin < shortest
                if is_stub:
                    demerits += rules.stub * (shortest / max(end - begin, 1.0)) ** 2
                last_hyphen = rules.last_hyphen
                if is_stub:
                    last_hyphen = never if end - begin < rules.least * lengths[line] else rules.third_hyphen
            if line + 1 == foot and kind in (Kind.HYPHEN, Kind.DASH):
                demerits += rules.foot_hyphen
            new = found.setdefault(min(line + 1, last_length), {})
            if clash:
                states = _clashing(states, at, clash, rules.clash)
            _enter(new, states, at, kind, fitness, demerits, last_hyphen, rules)
        if kind == Kind.FORCED:
            if at == last_break:
                return found
            active.clear()
        elif passed:
            del active[:passed]
        for line, states in found.items():
            kept = _promising(states, rules.contrast) if len(states) > 1 else states
            active.append((measure.begins[at], measure.begin_spaces[at], measure.begin_stiff[at], line, kept))
        if not active:
            return {}
    return {}


def _clashing(states: dict[int, _Node], at: int, clash: Clash, cost: float) -> dict[int, _Node]:
    """Return the ways to a line that ends at a break, those dearer by `cost` whose last line clashes with it."""
    made = {}
    for state, node in states.items():
        demerits, place, before = node
        clashes = before is not None and clash(before[1], place, at)
        made[state] = (demerits + cost, place, before) if clashes else node
    return made


def _enter(
    new: dict[int, _Node],
    states: dict[int, _Node],
    at: int,
    kind: int,
    fitness: int,
    demerits: float,
    last_hyphen: float,
    rules: Rules,
) -> None:
    """Enter the ways that end with this line among those to its break, where they are the best of their state."""
    is_hyphen = kind in (Kind.HYPHEN, Kind.DASH)
    for state, node in states.items():
        above, ladder = divmod(state, _LADDER)
        total = node[0] + demerits
        if not -1 <= above - fitness <= 1:
            total += rules.contrast
        if is_hyphen:
            if ladder:
                total += rules.second_hyphen if ladder == 1 else rules.third_hyphen
            key = fitness * _LADDER + min(ladder + 1, _LADDER - 1)
        else:
            if ladder:
                total += last_hyphen
            key = fitness * _LADDER
        best = new.get(key)
        if best is None or total < best[0]:
            new[key] = (total, at, node)


def _promising(states: dict[int, _Node], contrast: float) -> dict[int, _Node]:
    """Return the ways to a break that may still become the best.

    A way with no more hyphens above it, and fewer demerits by more than one contrast, stays better whatever follows.
    """
    kept, best = {}, float("inf")
    for state in sorted(states, key=_ladder):
        demerits = states[state][0]
        if demerits < best + contrast:
            kept[state] = states[state]
            best = min(best, demerits)
    return kept


def _ladder(state: int) -> int:
    return state % _LADDER


def _way(found: dict[int, dict[int, _Node]]) -> tuple[int, ...] | None:
    """Return the breaks of the best way to the end of the paragraph."""
    nodes = [node for states in found.values() for node in states.values() if node[0] < float("inf")]
    if not nodes:
        return None
    node: _Node | None = min(nodes, key=lambda node: node[0])
    way: list[int] = []
    while node is not None and node[1] >= 0:
        way.append(node[1])
        node = node[2]
    return tuple(reversed(way))


def first_fit(measure: Measure, origin: Origin, lengths: Sequence[float]) -> tuple[int, ...] | None:
    """Return the breaks at which the lines end when each takes what it can; None where something fits no line."""
    way: list[int] = []
    begin, at, count = origin.begin, origin.first, len(measure.kinds)
    while at < count:
        length = lengths[min(len(way), len(lengths) - 1)]
        best = None
        while at < count:
            if measure.ends[at] - begin <= length + ROUNDING:
                best = at
            elif measure.ends[at] - begin > length + measure.slack + ROUNDING:
                break
            if measure.kinds[at] == Kind.FORCED:
                break
            at += 1
        if best is None:
            return None
        way.append(best)
        begin, at = measure.begins[best], best + 1
    return tuple(way)


def even_fit(measure: Measure, origin: Origin, lengths: Sequence[float], shrink: float) -> tuple[int, ...] | None:
    """Return the breaks at which no more lines end than `first_fit` makes, the longest of them as short as can be.

    What fits one line with its spaces shrunk is one: a box that is as wide as its words has been measured without us.
    Source: “balance” of CSS Text 4, 6.3. Where lines are not all of one length, as `first_fit`.
    """
    last = len(measure.kinds) - 1
    least = measure.ends[last] - origin.begin - (measure.end_spaces[last] - origin.spaces) * shrink
    if least <= lengths[0] + CLOSE and Kind.FORCED not in measure.kinds[:last]:
        return (last,)
    way = first_fit(measure, origin, lengths)
    if way is None or len(lengths) > 1 or len(way) == 1:
        return way
    short, long = 0.0, lengths[0]
    while long - short > CLOSE:
        middle = (short + long) / 2
        other = first_fit(measure, origin, (middle,))
        if other is None or len(other) > len(way):
            short = middle
        else:
            way, long = other, middle
    return way
