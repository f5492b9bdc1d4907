"""Paragraphs fitted as a whole, in numbers alone: words of known widths, a column, no fonts."""

from array import array
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publish.pdf.composer.fit import ENDLESS, Kind, Measure, Origin, even_fit, first_fit, total_fit
from publish.pdf.composer.rules import KLASIK

SPACE, HYPHEN = 8.0, 5.0
START = Origin(0, 0.0, 0.0, 0.0)
WORDS = st.lists(st.lists(st.integers(8, 40), min_size=1, max_size=4), min_size=1, max_size=80)
"""Words as the widths of their syllables."""


def measured(words):
    """Return the measure of `words`, a hyphen between any two syllables."""
    rows, x, spaces = [], 0.0, 0.0
    for number, word in enumerate(words):
        for index, syllable in enumerate(word):
            x += syllable
            if index < len(word) - 1:
                rows.append((Kind.HYPHEN, x + HYPHEN, spaces, x, spaces))
        last = number == len(words) - 1
        rows.append((Kind.FORCED if last else Kind.SPACE, x, spaces, x + SPACE, spaces + SPACE))
        x, spaces = x + SPACE, spaces + SPACE
    kinds, ends, end_spaces, begins, begin_spaces = zip(*rows, strict=True)
    stiff = array("d", [0.0] * len(rows))
    return Measure(
        array("b", kinds), array("d", ends), array("d", end_spaces), stiff,
        array("d", begins), array("d", begin_spaces), stiff, HYPHEN,
    )  # fmt: skip


def lines(measure, way):
    """Yield kind, length and width of spaces of every line of `way`."""
    begin, spaces = 0.0, 0.0
    for at in way:
        yield measure.kinds[at], measure.ends[at] - begin, measure.end_spaces[at] - spaces
        begin, spaces = measure.begins[at], measure.begin_spaces[at]


def fitted(measure, width=300.0, rules=KLASIK):
    way = total_fit(measure, START, (width,), rules, rules.tolerance)
    return way or total_fit(measure, START, (width,), rules, ENDLESS)


@given(WORDS)
@settings(deadline=None)
def test_no_line_is_longer_than_its_spaces_and_letters_shrink(words):
    measure = measured(words)
    for _, length, spaces in lines(measure, fitted(measure)):
        give = spaces * KLASIK.shrink + (length - spaces) * KLASIK.scale
        assert length - 300.0 <= give * KLASIK.last_squeeze + 1e-3


def test_two_long_words_are_never_pressed_together():
    words = measured([[142], [160], [90]])
    assert fitted(words, width=300.0) == (0, 2)
    assert total_fit(words, START, (300.0,), replace(KLASIK, tightest=1.0), ENDLESS, KLASIK.last_squeeze) == (1, 2)
    assert total_fit(words, START, (300.0,), KLASIK, ENDLESS, KLASIK.last_squeeze) == (0, 2)


@given(WORDS)
@settings(deadline=None)
def test_every_way_goes_on_to_the_end(words):
    measure = measured(words)
    for way in (fitted(measure), first_fit(measure, START, (300.0,))):
        assert list(way) == sorted(set(way))
        assert way[-1] == len(measure.kinds) - 1


def test_two_hyphens_may_stand_on_each_other_and_no_third():
    measure = measured([[12 + 7 * (n % 5), 20 + 3 * (n % 7), 15] for n in range(200)])
    run = longest = 0
    for kind, _, _ in lines(measure, fitted(measure)):
        run = run + 1 if kind == Kind.HYPHEN else 0
        longest = max(longest, run)
    assert longest <= 2


def test_the_whole_is_evener_than_line_by_line():
    words = [[12 + 7 * (n % 5), 20 + 3 * (n % 7)] for n in range(120)]
    measure = measured(words)

    def unevenness(way):
        gaps = [(300.0 - length) / spaces for _, length, spaces in list(lines(measure, way))[:-1] if spaces]
        middle = sum(gaps) / len(gaps)
        return sum((gap - middle) ** 2 for gap in gaps)

    assert unevenness(fitted(measure)) < 0.7 * unevenness(first_fit(measure, START, (300.0,)))


def test_a_dearer_hyphen_is_a_rarer_one():
    words = [[12 + 7 * (n % 5), 20 + 3 * (n % 7), 15] for n in range(120)]
    measure = measured(words)
    cheap, dear = (
        sum(kind == Kind.HYPHEN for kind, _, _ in lines(measure, fitted(measure, rules=replace(KLASIK, hyphen=cost))))
        for cost in (0, 1e6)
    )
    assert dear < cheap


def test_lines_beside_a_float_are_as_long_as_they_may_be():
    measure = measured([[20]] * 60)
    way = total_fit(measure, START, (150.0, 150.0, 300.0), KLASIK, ENDLESS)
    lengths = [length for _, length, _ in lines(measure, way)]
    assert max(lengths[:2]) <= 160 < min(lengths[2:-1])


@pytest.mark.parametrize("plan", [lambda m: fitted(m, 30.0), lambda m: first_fit(m, START, (30.0,))])
def test_a_word_wider_than_the_column_has_no_way(plan):
    assert plan(measured([[20], [500], [20]])) is None


def test_a_forced_end_ends_a_line_wherever_it_stands():
    measure = measured([[20]] * 9)
    measure.kinds[3] = Kind.FORCED
    assert 3 in fitted(measure)
    assert 3 in first_fit(measure, START, (300.0,))


@given(WORDS)
@settings(deadline=None)
def test_even_lines_are_no_more_than_there_must_be_and_none_is_longer_than_needed(words):
    measure = measured(words)
    even, full = even_fit(measure, START, (300.0,), 0.0), first_fit(measure, START, (300.0,))
    longest = max(length for _, length, _ in lines(measure, even))
    assert len(even) == len(full)
    assert longest <= max(length for _, length, _ in lines(measure, full)) + 1
    shorter = first_fit(measure, START, (longest - 2,))
    assert shorter is None or len(shorter) > len(even)


def test_two_even_lines_are_much_alike():
    measure = measured([[30.0]] * 12)
    assert [round(length) for _, length, _ in lines(measure, even_fit(measure, START, (390.0,), 0.0))] == [220, 220]


def test_what_was_measured_to_fit_its_box_is_one_line_though_our_spaces_are_wider():
    measure = measured([[100.0], [100.0], [80.0]])
    assert len(even_fit(measure, START, (293.0,), 0.22)) == 1
    assert len(even_fit(measure, START, (293.0,), 0.0)) == 2
