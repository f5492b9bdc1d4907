"""PDF functions evaluated: the tints of spot colours and the colours of gradients (ISO 32000-1, 7.10)."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import pikepdf

from publish.press.content import UnreadableError

Values = tuple[float, ...]
Function = Callable[[Values], Values]


def function(thing: Any) -> Function:
    """Return what a function object, or a list of them with one value each, computes.

    Raises `UnreadableError` for types 0 of several inputs and for programs (type 4) that are none.
    """
    if isinstance(thing, pikepdf.Array):
        each = [function(one) for one in thing]
        return lambda values: tuple(value for one in each for value in one(values))
    makers: dict[int, Callable[[Any], Function]] = {0: _sampled, 2: _power, 3: _stitched, 4: _program}
    try:
        made = makers[int(thing.FunctionType)](thing)
        domain, limits = _pairs(thing.Domain), _pairs(thing.get("/Range", []))
    except (KeyError, AttributeError, TypeError, ValueError, ArithmeticError) as error:
        raise UnreadableError(f"function: {error}") from error

    def compute(values: Values) -> Values:
        made_of = made(_clipped(values, domain))
        return _clipped(made_of, limits) if limits else made_of

    return compute


def numbers(thing: Any) -> Values:
    """Return an array of numbers."""
    return tuple(float(value) for value in thing)


def rewritten(thing: Any) -> Any:
    """Return an array or table with its numbers written anew: `480.`, as WeasyPrint has it, is no number of JSON.

    qpdf copies numbers as they stand into what `qpdf --json` prints, and printers' tools read that.
    """
    if isinstance(thing, pikepdf.Array):
        return pikepdf.Array([rewritten(one) for one in thing])
    if isinstance(thing, pikepdf.Dictionary) and not thing.is_indirect:
        return pikepdf.Dictionary({key: rewritten(value) for key, value in thing.items()})
    return thing


def _pairs(thing: Any) -> tuple[tuple[float, float], ...]:
    values = numbers(thing)
    return tuple(zip(values[::2], values[1::2], strict=True))


def _clipped(values: Values, limits: Sequence[tuple[float, float]]) -> Values:
    return tuple(min(max(value, low), high) for value, (low, high) in zip(values, limits, strict=False))


def _between(value: float, start: tuple[float, float], end: tuple[float, float]) -> float:
    width = start[1] - start[0]
    return end[0] if width == 0 else end[0] + (value - start[0]) * (end[1] - end[0]) / width


def _power(thing: Any) -> Function:
    first, last = numbers(thing.get("/C0", [0])), numbers(thing.get("/C1", [1]))
    exponent = float(thing.N)
    return lambda values: tuple(a + values[0] ** exponent * (b - a) for a, b in zip(first, last, strict=True))


def _stitched(thing: Any) -> Function:
    parts = [function(one) for one in thing.Functions]
    (low, high), bounds, encode = _pairs(thing.Domain)[0], numbers(thing.Bounds), _pairs(thing.Encode)
    edges = list(pairwise((low, *bounds, high)))

    def compute(values: Values) -> Values:
        place = sum(values[0] >= bound for bound in bounds)
        return parts[place]((_between(values[0], edges[place], encode[place]),))

    return compute


def _sampled(thing: Any) -> Function:
    (size,) = (int(value) for value in thing.Size)
    bits, (domain,), limits = int(thing.BitsPerSample), _pairs(thing.Domain), _pairs(thing.Range)
    (encode,) = _pairs(thing.get("/Encode", [0, size - 1]))
    decode = _pairs(thing.get("/Decode", thing.Range))
    whole = int.from_bytes(data := thing.read_bytes(), "big")
    total, most = 8 * len(data), 2**bits - 1

    def sample(index: int, part: int) -> float:
        place = (index * len(limits) + part + 1) * bits
        return _between((whole >> (total - place)) & most, (0, most), decode[part])

    def compute(values: Values) -> Values:
        place = min(max(_between(values[0], domain, encode), 0), size - 1)
        index = min(int(place), max(size - 2, 0))
        rest = place - index
        after = min(index + 1, size - 1)
        return tuple((1 - rest) * sample(index, n) + rest * sample(after, n) for n in range(len(limits)))

    return compute


_TWO: dict[str, Callable[[Any, Any], Any]] = {
    "add": operator.add, "sub": operator.sub, "mul": operator.mul, "div": operator.truediv, "exp": operator.pow,
    "idiv": lambda a, b: int(a / b), "mod": lambda a, b: math.fmod(a, b),
    "atan": lambda a, b: math.degrees(math.atan2(a, b)) % 360,
    "eq": operator.eq, "ne": operator.ne, "gt": operator.gt, "ge": operator.ge, "lt": operator.lt, "le": operator.le,
    "and": operator.and_, "or": operator.or_, "xor": operator.xor,
    "bitshift": lambda a, b: a << b if b >= 0 else a >> -b,
}  # fmt: skip
_ONE: dict[str, Callable[[Any], Any]] = {
    "neg": operator.neg, "abs": abs, "sqrt": math.sqrt, "ln": math.log, "log": math.log10, "cvi": int, "cvr": float,
    "ceiling": math.ceil, "floor": math.floor, "round": lambda a: math.floor(a + 0.5), "truncate": math.trunc,
    "sin": lambda a: math.sin(math.radians(a)), "cos": lambda a: math.cos(math.radians(a)),
    "not": lambda a: not a if isinstance(a, bool) else ~a,
}  # fmt: skip


def _program(thing: Any) -> Function:
    words = iter(thing.read_bytes().decode("ascii").replace("{", " { ").replace("}", " } ").split())
    if next(words) != "{":
        raise ValueError("no program")
    code = _block(words)

    def compute(values: Values) -> Values:
        stack: list[Any] = list(values)
        try:
            _run(code, stack)
        except (IndexError, TypeError, ValueError, ArithmeticError) as error:
            raise UnreadableError(f"function: {error}") from error
        return tuple(float(value) for value in stack)

    return compute


def _block(words: Any) -> list[Any]:
    code: list[Any] = []
    for word in words:
        if word == "}":
            return code
        code.append(_block(words) if word == "{" else _number(word))
    raise ValueError("a program without an end")


def _number(word: str) -> Any:
    if word in ("true", "false"):
        return word == "true"
    try:
        return float(word) if "." in word or "e" in word.lower() else int(word)
    except ValueError:
        return word


def _run(code: list[Any], stack: list[Any]) -> None:
    for word in code:
        if not isinstance(word, str):
            stack.append(word)
        elif word in _TWO:
            last = stack.pop()
            stack.append(_TWO[word](stack.pop(), last))
        elif word in _ONE:
            stack.append(_ONE[word](stack.pop()))
        else:
            _move(word, stack)


def _move(word: str, stack: list[Any]) -> None:
    if word == "if":
        code, is_so = stack.pop(), stack.pop()
        _run(code if is_so else [], stack)
    elif word == "ifelse":
        other, code, is_so = stack.pop(), stack.pop(), stack.pop()
        _run(code if is_so else other, stack)
    elif word == "roll":
        turns, count = int(stack.pop()), int(stack.pop())
        top = stack[len(stack) - count :]
        turns %= max(count, 1)
        stack[len(stack) - count :] = top[count - turns :] + top[: count - turns]
    elif word == "copy":
        count = int(stack.pop())
        stack.extend(stack[len(stack) - count :])
    else:
        _shift(word, stack)


def _shift(word: str, stack: list[Any]) -> None:
    last = stack.pop()
    if word == "dup":
        stack += [last, last]
    elif word == "exch":
        stack += [last, stack.pop(-1)]
    elif word == "index":
        stack.append(stack[-1 - int(last)])
    elif word != "pop":
        raise ValueError(word)
