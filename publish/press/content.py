"""A content stream as instructions: what is painted, found without touching what nobody asks about.

Only operators and the places of their operands are sought; the bytes between are copied as they are. pikepdf would make
an object of every number in every line of text, which costs more than all else that the press does to a page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pikepdf
from pikepdf.models.image import PdfInlineImage

_BLANK = rb"\0\t\n\f\r "
_END = rb"[()<>\[\]{}/%" + _BLANK + rb"]"
_WORD = rb"[^()<>\[\]{}/%" + _BLANK + rb"]++"
_STRING = rb"\((?:[^()\\]++|\\.)*+\)"
_HEX = rb"<[0-9A-Fa-f" + _BLANK + rb"]*+>"
_WITHIN = _STRING + rb"|" + _HEX
_LIST = rb"\[(?:[^()<>\[\]{}%]++|" + _WITHIN + rb")*+\]"
_TABLE = rb"<<(?:[^()<>{}%]++|" + _WITHIN + rb"|<<(?:[^()<>{}%]++|" + _WITHIN + rb")*+>>)*+>>"
_OPERAND = b"|".join((
    rb"[+-]?+(?:\d++\.?\d*+|\.\d++)(?=" + _END + rb"|\Z)",
    rb"/[^()<>\[\]{}/%" + _BLANK + rb"]*+",
    _LIST,
    _TABLE,
    _WITHIN,
    rb"(?:true|false|null)(?=" + _END + rb")",
))  # fmt: skip
_INSTRUCTION = re.compile(
    rb"[" + _BLANK + rb"]*+((?:(?:" + _OPERAND + rb")[" + _BLANK + rb"]*+)*+)(" + _WORD + rb")", re.DOTALL
)
_NAME = re.compile(rb"/([^()<>\[\]{}/%" + _BLANK + rb"]*+)")
_BEGIN_INLINE = b"BI"


class UnreadableError(ValueError):
    """A content stream that is no list of instructions, or a thing in it that the press cannot print."""


@dataclass(frozen=True, slots=True)
class Instruction:
    """One operator with its operands, and where in the stream they stand."""

    operator: bytes
    operands: bytes
    start: int
    end: int

    def numbers(self) -> tuple[float, ...]:
        """Return the operands that are numbers.

        >>> Instruction(b"scn", b"0.5 1 /p0 ", 0, 0).numbers()
        (0.5, 1.0)
        """
        return tuple(float(word) for word in self.operands.split(b"/")[0].split())

    def name(self) -> str:
        """Return the first name among the operands, "" where there is none.

        >>> Instruction(b"cs", b"/A#42 ", 0, 0).name()
        '/AB'
        """
        match = _NAME.search(self.operands)
        return "/" + _decoded(match[1]) if match else ""


BROKEN = (
    pikepdf.PdfError,
    KeyError,
    IndexError,
    AttributeError,
    TypeError,
    ValueError,
    ArithmeticError,
    RecursionError,
)
"""What a PDF raises whose parts are not what they should be."""


def _decoded(name: bytes) -> str:
    plain = re.sub(rb"#([0-9A-Fa-f]{2})", lambda match: bytes((int(match[1], 16),)), name) if b"#" in name else name
    return plain.decode("utf-8", "surrogateescape")


def instructions(data: bytes) -> Iterator[Instruction]:
    """Yield what `data` tells to paint.

    Raises `UnreadableError` at what `normal` would make readable: comments, parentheses in strings, inline images.

    >>> [(each.operands, each.operator) for each in instructions(b"q 1 0 0 rg [(a)-5 <0102>] TJ")]
    [(b'', b'q'), (b'1 0 0 ', b'rg'), (b'[(a)-5 <0102>] ', b'TJ')]
    """
    position, last = 0, len(data.rstrip(b"\0\t\n\f\r "))
    match_at = _INSTRUCTION.match
    while position < last:
        match = match_at(data, position)
        if match is None or match[2] == _BEGIN_INLINE:
            raise UnreadableError(f"byte {position}")
        yield Instruction(match[2], match[1], match.start(1), match.end())
        position = match.end()


def raw(thing: pikepdf.Object) -> bytes:
    """Return the instructions of a page, form, pattern or glyph in one piece. Raises `UnreadableError`."""
    try:
        if isinstance(thing, pikepdf.Stream):
            return thing.read_bytes()
        contents = thing.get("/Contents", pikepdf.Array())
        parts = [contents] if isinstance(contents, pikepdf.Stream) else list(contents)
        return b"\n".join(part.read_bytes() for part in parts)
    except (pikepdf.PdfError, ValueError, TypeError, AttributeError) as error:
        raise UnreadableError(str(error)) from error


def normal(thing: pikepdf.Object, adopt: Callable[[PdfInlineImage], str]) -> bytes:
    """Return the instructions as qpdf writes them: slow, and for what `instructions` cannot read as it is.

    An inline image is handed to `adopt`, and drawn by the name that it returns. Raises `UnreadableError`.
    """
    parts: list[pikepdf.ContentStreamInstruction] = []
    try:
        for each in pikepdf.parse_content_stream(thing):
            if isinstance(each, pikepdf.ContentStreamInlineImage):
                name = pikepdf.Name(adopt(each.iimage))
                parts.append(pikepdf.ContentStreamInstruction([name], pikepdf.Operator("Do")))
            else:
                parts.append(each)
        return pikepdf.unparse_content_stream(parts)
    except (pikepdf.PdfError, pikepdf.PdfParsingError, ValueError, TypeError, AttributeError) as error:
        raise UnreadableError(str(error)) from error
