"""Every key of a TOML file has a place, and at that place the key is written."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.model.finding import Span
from publish.source.toml_places import locate

HARD = '''\
# title = "yorum"
title = "x = 1 # [tablo]" # sonra
"çift tırnak" = 'tek [x]'
a.b . c = 1
long = """
[sahte]
sahte = 1 \\""" """
raw = \'\'\'
sahte2 = 1\'\'\'
list = [ "a", # yorum ]
  ["b]", {x = 1, y.z = "}"}], 2022-01-05,
]
empty = []
inline = { p = { q = [1, 2] }, r = "=" }

[print] # kesim
trim = "a5"
  [print.deep]
  k = true

[[accept]]
code = "T001"
[[accept]]
code = "T002"
[[accept.inner]]
n = 1
[accept.inner.more]
m = 2
'''


def dotted(value, prefix=""):
    """List the dotted names of all keys of what tomllib has read, tables in lists by their index."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield prefix + key
            yield from dotted(inner, f"{prefix}{key}.")
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from dotted(inner, f"{prefix}{index}.")


def test_every_key_of_a_hard_file_is_found_where_it_stands():
    rows = HARD.split("\n")
    places = locate(HARD, "booklet.toml")
    for name in dotted(tomllib.loads(HARD)):
        span = places[name]
        assert name.split(".")[-1] in rows[span.line - 1][span.column - 1 : span.end_column - 1]
    assert places["accept.1.code"].line == HARD[: HARD.index('"T002"')].count("\n") + 1
    assert places["accept.1.inner.0.more.m"].line == len(rows) - 1


def test_nothing_else_is_taken_for_a_key():
    indexed = {name for name in locate(HARD, "") if not name.split(".")[-1].isdigit()}
    assert indexed == set(dotted(tomllib.loads(HARD)))


def test_a_place_is_line_and_column():
    assert locate('\n  title = "x"', "a/booklet.toml") == {"title": Span("a/booklet.toml", 2, 3, 2, 8)}


keys = st.from_regex(r"[a-s_-]{1,6}", fullmatch=True)
scalars = st.sampled_from(
    ["1", '"x = 2"', "'[y]'", "true", "2022-01-05", '"""\nk = 1\n"""', "[]", "[1, [2]]", "{}", "{in = 1}"]
)


@pytest.mark.untraced
@given(st.lists(st.tuples(keys, scalars), max_size=6, unique_by=lambda pair: pair[0]), st.booleans())
def test_what_tomllib_reads_is_found(pairs, crlf):
    text = "".join(f"{key} = {value} # k = 0\n" for key, value in pairs) + "[[t]]\nin = 1\n" * 2
    text = text.replace("\n", "\r\n") if crlf else text
    assert set(dotted(tomllib.loads(text))) <= set(locate(text, ""))


@pytest.mark.parametrize("text", ["", "= 1", "[", "a = [1", "a = {b = ", "a = 'x", "a.", "\x00", "[a]]", "a = [,,]"])
def test_a_broken_file_does_not_hold_the_scanner_up(text):
    locate(text, "")


@given(st.text(alphabet="a1.=[]{}\"'#\n ,", max_size=60))
def test_the_scanner_always_ends(text):
    locate(text, "")
