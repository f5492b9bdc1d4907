"""Two texts that should be one: what they share is found, in time that does not run away."""

import random
import time
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from publish.epub.alignment import ANCHOR, WINDOW, Stretch, agreement

TEXTS = st.lists(st.sampled_from("abcde"), max_size=30)


@given(one=TEXTS, other=TEXTS)
def test_what_is_shared_is_the_same_in_both_and_in_order(one, other):
    shared = list(agreement(one, other))
    assert shared[-1] == (len(one), len(other), 0)
    assert all(one[a : a + size] == other[b : b + size] for a, b, size in shared)
    for before, after in pairwise(shared):
        assert before.one + before.size <= after.one
        assert before.other + before.size <= after.other


@given(one=TEXTS)
def test_a_text_agrees_with_itself(one):
    assert sum(stretch.size for stretch in agreement(one, one)) == len(one)


def test_what_is_missing_beyond_the_window_is_jumped_over():
    text = [str(number) for number in range(5 * WINDOW)]
    other = text[:100] + text[100 + 2 * WINDOW :]
    assert list(agreement(text, other)) == [
        Stretch(0, 0, 100),
        Stretch(100 + 2 * WINDOW, 100, 3 * WINDOW - 100),
        Stretch(5 * WINDOW, 3 * WINDOW, 0),
    ]


def test_few_words_between_two_differences_are_shared_too():
    one = [str(number) for number in range(60)]
    other = [*one[:20], "x", *one[21:24], "y", *one[25:]]
    assert [(stretch.one, stretch.size) for stretch in agreement(one, other)] == [(0, 20), (21, 3), (25, 35), (60, 0)]
    assert ANCHOR > 3


def test_a_long_book_with_few_differences_is_compared_at_once():
    source = random.Random(1)
    words = [f"söz{number}" for number in range(4000)]
    one = source.choices(words, [1 / (rank + 1) for rank in range(len(words))], k=40_000)
    other = list(one)
    for place in range(500, 40_000, 1000):
        other[place] = "başka"
    start = time.process_time()
    assert sum(stretch.size for stretch in agreement(one, other)) == 40_000 - 40
    assert time.process_time() - start < 5  # difflib alone takes twenty seconds
