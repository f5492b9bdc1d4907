"""Sibling blocks put where they belong: points below points, paragraphs into their question.

1- …                 1- ┐
A- …                 A- ┤ below 1-, because capitals appeared after numbers
B- …                 B- ┘
2- …                 2-   closes B- and 1-
a plain paragraph         closes all points; so does a heading
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from publish.model.block import Answer, Block, Heading, Paragraph, Point, Question
from publish.model.finding import Span


@dataclass(slots=True)
class _Opened:
    """A point to which blocks may still be added."""

    point: Point
    kind: str
    blocks: list[Block]

    def closed(self) -> Point:
        """Return the point with its blocks, all points below it one level deeper than itself."""
        return replace(self.point, blocks=tuple(self.blocks), span=_through(self.point.span, self.blocks))


def group(blocks: Sequence[Block], kinds: Mapping[Span, str]) -> tuple[Block, ...]:
    """Return the blocks with points nested and questions and answers filled; `kinds` holds the kind of each marker."""
    return tuple(_fill_questions(_nest_points(blocks, kinds)))


def _nest_points(blocks: Sequence[Block], kinds: Mapping[Span, str]) -> list[Block]:
    done: list[Block] = []
    opened: list[_Opened] = []
    end_line = 0
    for block in blocks:
        if isinstance(block, Point):
            while kinds[block.span] in [each.kind for each in opened]:
                _close_last(opened, done)
            opened.append(_Opened(block, kinds[block.span], list(block.blocks)))
        elif opened and block.span.line == end_line + 1 and not isinstance(block, Heading | Question | Answer):
            opened[-1].blocks.append(block)  # no blank line between: it belongs to the point
        else:
            while opened:
                _close_last(opened, done)
            done.append(block)
        end_line = block.span.end_line
    while opened:
        _close_last(opened, done)
    return done


def _close_last(opened: list[_Opened], done: list[Block]) -> None:
    point = opened.pop().closed()
    if opened:
        opened[-1].blocks.append(point)
    else:
        done.append(_at_level(point, 1))


def _at_level(point: Point, level: int) -> Point:
    blocks = tuple(_at_level(block, level + 1) if isinstance(block, Point) else block for block in point.blocks)
    return replace(point, level=level, blocks=blocks)


def _fill_questions(blocks: list[Block]) -> list[Block]:
    done: list[Block] = []
    index = 0
    while index < len(blocks):
        block = blocks[index]
        index += 1
        if isinstance(block, Question):
            end = index
            while end < len(blocks) and not isinstance(blocks[end], Answer | Question | Heading | Point):
                end += 1
            block = _filled(block, blocks[index:end])
            index = end
        elif isinstance(block, Answer) and not block.blocks and isinstance(_at(blocks, index), Paragraph):
            block = _filled(block, blocks[index : index + 1])
            index += 1
        done.append(block)
    return done


def _at(blocks: list[Block], index: int) -> Block | None:
    return blocks[index] if index < len(blocks) else None


def _filled(block: Question | Answer, more: list[Block]) -> Question | Answer:
    blocks = (*block.blocks, *more)
    return replace(block, blocks=blocks, span=_through(block.span, blocks))


def _through(first: Span, blocks: Sequence[Block]) -> Span:
    """Return the place from the beginning of `first` to the end of the last of `blocks`."""
    last = blocks[-1].span if blocks else first
    if (last.end_line, last.end_column) < (first.end_line, first.end_column):
        last = first
    return Span(first.path, first.line, first.column, last.end_line, last.end_column)
