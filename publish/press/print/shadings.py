"""Gradients in the inks of the job: sampled finely enough that what lies between two colours is what it was."""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary

from publish.press.content import UnreadableError
from publish.press.print.colour import Inks, device
from publish.press.print.functions import function, numbers, rewritten
from publish.press.print.spaces import Colour, Space

SAMPLES = 33
"""Of each piece of a gradient that bends in its inks; between two of them it is straight."""
_STRAIGHT = 0.004
"""How far the middle of a piece may be off the straight line between its ends: one step of eight bits."""


def shading(pdf: pikepdf.Pdf, thing: Any, inks: Inks, space: Callable[[Any], Space]) -> tuple[Any, float]:
    """Return a shading in `inks`, and the most coloured ink on a spot of it, in per cent.

    Raises `UnreadableError` for the meshes that have colours of their own.
    """
    weights = [0.0]

    def ink(parts: Colour) -> Colour:
        made = inks.ink(described.colour(parts))
        weights.append(100 * sum(made[:3]) if len(made) > 1 else 0)
        return made

    try:
        described = space(thing.ColorSpace)
        parts = len(inks.ink(described.colour(described.initial)))
        made = _copied(pdf, thing)
        made.ColorSpace = device(parts)
        if "/Background" in thing:
            made.Background = Array([round(part, 4) for part in inks.ink(described.colour(numbers(thing.Background)))])
        if "/Function" not in thing:
            raise UnreadableError(f"shading of type {int(thing.ShadingType)}")
        made.Function = _function(pdf, thing.Function, ink)
    except (KeyError, AttributeError, TypeError, ValueError, IndexError, pikepdf.PdfError) as error:
        raise UnreadableError(str(error)) from error
    return made, max(weights)


def _copied(pdf: pikepdf.Pdf, thing: Any) -> Any:
    if isinstance(thing, pikepdf.Stream):
        made: Any = pdf.make_stream(thing.read_raw_bytes())
    else:
        made = Dictionary()
    for key, value in thing.items():
        if key not in ("/Length", "/Function", "/ColorSpace", "/Background"):
            made[key] = rewritten(value)
    return made


def _function(pdf: pikepdf.Pdf, thing: Any, ink: Callable[[Colour], Colour]) -> Any:
    if not isinstance(thing, Array) and int(thing.FunctionType) == 3:  # stitched of others
        kept = ("/FunctionType", "/Domain", "/Bounds", "/Encode")
        made = Dictionary({key: rewritten(value) for key, value in thing.items() if key in kept})
        made.Functions = Array([_function(pdf, part, ink) for part in thing.Functions])
        return made
    first = thing[0] if isinstance(thing, Array) else thing
    domain = numbers(first.Domain)
    if len(domain) != 2:  # one input
        raise UnreadableError("shading of two inputs")
    compute = function(thing)
    places = [domain[0] + (domain[1] - domain[0]) * number / (SAMPLES - 1) for number in range(SAMPLES)]
    inked = [ink(compute((place,))) for place in places]
    if domain == (0, 1) and _is_straight(inked):
        return Dictionary(FunctionType=2, Domain=Array(domain), N=1, C0=_written(inked[0]), C1=_written(inked[-1]))
    return _samples(pdf, inked, domain)


def _is_straight(inked: list[Colour]) -> bool:
    last = len(inked) - 1
    return all(
        abs(start + (end - start) * number / last - value) <= _STRAIGHT
        for number, ink in enumerate(inked)
        for start, end, value in zip(inked[0], inked[-1], ink, strict=True)
    )


def _written(ink: Colour) -> Array:
    return Array([round(part, 4) for part in ink])


def _samples(pdf: pikepdf.Pdf, inked: list[Colour], domain: Colour) -> Any:
    most = 65535
    values = [round(most * part) for ink in inked for part in ink]
    return pdf.make_stream(
        struct.pack(f">{len(values)}H", *values),
        FunctionType=0,
        Domain=Array(domain),
        Range=Array([0, 1] * len(inked[0])),
        Size=Array([len(inked)]),
        BitsPerSample=16,
    )
