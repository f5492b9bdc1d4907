"""Makes a booklet anew with some of its nodes replaced; what was not touched stays the same object."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any, TypeVar, get_args

from publish.model.block import Block, Figure, Hadith, Heading, Hemistich, Label, Paragraph, Poem, Prayer, Table
from publish.model.booklet import Booklet
from publish.model.inline import Inline

Node = Block | Hemistich | Inline
Change = Callable[[Node], Node]
T = TypeVar("T")

_NODES: tuple[type, ...] = (*get_args(Block), Hemistich, *get_args(Inline))


def rebuild(booklet: Booklet, change: Change) -> Booklet:
    """Return `booklet` with every block and inline replaced by `change(it)`, in reading order, notes last.

    A node is changed after those in it.
    """
    blocks = _each(booklet.blocks, change)
    notes = tuple(replace(note, blocks=_each(note.blocks, change)) for note in booklet.notes)
    return replace(booklet, blocks=blocks, notes=notes)


def _each(values: tuple[T, ...], change: Change) -> tuple[T, ...]:
    new = tuple(_value(value, change) for value in values)
    return values if all(a is b for a, b in zip(values, new, strict=True)) else new


def _value(value: Any, change: Change) -> Any:
    """Rebuild a field of a node: children stand in tuples, cells of a table in tuples of tuples."""
    if isinstance(value, tuple):
        return _each(value, change)
    return _node(value, change) if isinstance(value, _NODES) else value


def _node(node: Any, change: Change) -> Node:
    new = {
        field.name: rebuilt
        for field in fields(node)
        if (rebuilt := _value(value := getattr(node, field.name), change)) is not value
    }
    return change(replace(node, **new) if new else node)


def with_lines(node: Node, change: Callable[[tuple[Inline, ...]], tuple[Inline, ...]]) -> Node:
    """Return a block with every line of its own changed."""
    match node:
        case Paragraph() | Heading() | Label() | Hemistich():
            return replace(node, children=change(node.children))
        case Figure():
            return replace(node, caption=change(node.caption))
        case Table():
            rows = tuple(tuple(map(change, row)) for row in node.rows)
            return replace(node, head=tuple(map(change, node.head)), rows=rows)
        case Prayer() | Poem():
            return replace(node, title=change(node.title), source=change(node.source))
        case Hadith():
            return replace(node, source=change(node.source))
        case _:
            return node
