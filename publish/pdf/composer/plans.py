"""Plans of paragraphs: where every line ends, the best of all, or the best with as many lines as a page wants."""

from __future__ import annotations

from dataclasses import dataclass

from publish.pdf.composer import clashes, fit
from publish.pdf.composer.leaves import Odd
from publish.pdf.composer.paragraph import Paragraph
from publish.pdf.composer.turning import Room, needs_another

Lengths = tuple[float, ...]
"""Those of the lines, from the one that comes next; the last for all that follow."""
Give = tuple[float, float]
"""How many times their stretch lines may be stretched, and their shrink shrunk."""
Plan = dict[int, int]
"""The break that a line ends at, by its first character."""


class Overfull(Odd):
    """A paragraph with a word that is wider than its column."""


@dataclass(frozen=True, slots=True)
class Plans:
    """Makes plans, and keeps them with their paragraphs."""

    is_first_fit: bool

    def of(self, known: Paragraph, start: int, lengths: Lengths, give: Give, *, is_centred: bool = False) -> Plan:
        """Return the plan from the character `start` on. Raises `Odd`."""
        key = (lengths, start, 0, 0)
        plan = known.plans.get(key)
        if plan is None:
            way = self._way(known, start, lengths, give, is_centred=is_centred)
            if way is None:
                raise Overfull("nothing fits")
            plan = known.plans[key] = _plan(known, start, way)
        return plan

    def with_lines(self, known: Paragraph, start: int, lengths: Lengths, count: int, foot: int = 0) -> Plan:
        """Return the plan that has `count` lines, the page being turned after `foot`; nothing where none is good."""
        key = (lengths, start, count, foot)
        plan = known.plans.get(key)
        if plan is None:
            usual = len(known.plans.get((lengths, start, 0, 0), ()))
            rules = known.rules
            give = (rules.ease, 1.0) if count != usual else (rules.foot_tolerance, rules.squeeze)
            origin = known.origin(start)
            clash = clashes.of(known, start, lengths)
            way = origin and fit.total_fit(
                known.measure, origin, lengths, rules, *give, count=count, foot=foot, clash=clash
            )
            plan = _plan(known, start, way) if way else {}
            if plan and count != usual and self._strain(known, plan, lengths) > rules.calm:
                plan = {}
            known.plans[key] = plan
        return plan

    def _strain(self, known: Paragraph, plan: Plan, lengths: Lengths) -> float:
        """Return how far the full lines of a plan are stretched or shrunk in the mean."""
        measure, rules, strain = known.measure, known.rules, 0.0
        full = list(plan.items())[:-1]
        for number, (start, at) in enumerate(full):
            origin = known.origin(start)
            if origin:
                natural, spaces = measure.ends[at] - origin.begin, measure.end_spaces[at] - origin.spaces
                left = lengths[min(number, len(lengths) - 1)] - natural
                glyphs = natural - spaces - measure.end_stiff[at] + origin.stiff
                give = spaces * (rules.stretch if left > 0 else rules.shrink) + glyphs * rules.scale
                strain += abs(left) / max(give, fit.ROUNDING)
        return strain / max(1, len(full))

    def turned(self, known: Paragraph, start: int, lengths: Lengths, plan: Plan, room: Room) -> Plan:
        """Return the plan of a paragraph that is cut by the foot of a page, with nothing amiss there if it can be."""
        others = [plan] if room.suits(len(plan)) else []
        for number in (len(plan), len(plan) + 1, len(plan) - 1):
            if number and room.suits(number):
                other = self.with_lines(known, start, lengths, number, room.lines if number > room.lines else 0)
                if other and not needs_another(other, known, room):
                    return other
                if other:
                    others.append(other)
        return others[0] if others else plan

    def _way(
        self, known: Paragraph, start: int, lengths: Lengths, give: Give, *, is_centred: bool
    ) -> tuple[int, ...] | None:
        origin = known.origin(start)
        if origin is None:
            raise Odd("begun by another layout")
        if self.is_first_fit:
            return fit.first_fit(known.measure, origin, lengths)
        if is_centred:
            return fit.even_fit(known.measure, origin, lengths, known.rules.shrink)
        clash = clashes.of(known, start, lengths)
        return fit.total_fit(known.measure, origin, lengths, known.rules, *give, clash=clash)


def count(known: Paragraph, plan: Plan, start: int) -> int:
    """Return how many lines a plan has from the character `start` on."""
    if start == next(iter(plan)):
        return len(plan)
    lines = 0
    while start in plan:
        start = known.line_starts[plan[start]]
        lines += 1
    return lines


def _plan(known: Paragraph, start: int, way: tuple[int, ...]) -> Plan:
    plan = {}
    for at in way:
        plan[start] = at
        start = known.line_starts[at]
    return plan
