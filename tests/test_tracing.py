"""Coverage rests where it is told to, in every process of a test run, and goes on afterwards."""

import sys

import pytest

from tests.tracing import untraced

BEFORE = sys.gettrace()
"""What traced this process when the tests were collected; None without coverage."""


@pytest.mark.untraced
def test_a_test_that_is_marked_is_not_traced():
    assert sys.gettrace() is None


def test_a_judge_is_not_traced_and_whoever_asks_it_is():
    assert untraced(sys.gettrace)() is None
    assert type(sys.gettrace()) is type(BEFORE)
