"""Edits lead from the old sequence to the new one, and no shorter way does."""

from hypothesis import given
from hypothesis import strategies as st

from publish.proof import script
from publish.proof.script import edits

SEQUENCES = st.lists(st.sampled_from("abcd"), max_size=12)


def applied(old, new, found):
    made, at = [], 0
    for edit in found:
        made += old[at : edit.old_start] + new[edit.new_start : edit.new_end]
        at = edit.old_end
    return made + old[at:]


def longest_common(old, new):
    table = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i, left in enumerate(old):
        for j, right in enumerate(new):
            table[i + 1][j + 1] = table[i][j] + 1 if left == right else max(table[i][j + 1], table[i + 1][j])
    return table[-1][-1]


@given(SEQUENCES, SEQUENCES)
def test_edits_are_the_fewest_that_lead_from_one_to_the_other(old, new):
    found = edits(old, new)
    assert applied(old, new, found) == new
    kept = len(old) - sum(edit.old_end - edit.old_start for edit in found)
    assert kept == longest_common(old, new)


def test_edits_that_touch_are_one():
    found = edits("abcdef", "abxyef")
    assert [tuple(edit) for edit in found] == [(2, 4, 2, 4)]


def test_a_text_written_anew_is_compared_without_looking_for_the_shortest_way(monkeypatch):
    monkeypatch.setattr(script, "MOST", 3)
    old, new = list("abcdefgh"), list("xaybzc")
    assert applied(old, new, edits(old, new)) == new
