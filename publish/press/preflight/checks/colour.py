"""Whether everything is in the inks of the job, and no more of them than paper takes."""

from __future__ import annotations

from collections.abc import Iterator

from publish.model.said import Said, decimals
from publish.press.preflight.checks.words import COLOURS, THINGS
from publish.press.preflight.registry import Examined, Fault, check
from publish.press.preflight.things import Painted, Thing

_SMALL = 24
"""Points: larger letters may be meant to be of several inks."""
_DARK, _DIM = 0.2, 0.5
"""How bright letters are at most that are black, and that are grey."""
_NEUTRAL = 0.1
"""How far the lights of a grey lie apart."""
_TRACE = 0.05
"""Of an ink: less of it is not seen."""
_MARGIN = 2
"""Per cent that rendering and rounding may add."""


@check
def colours_are_in_the_inks_of_the_job(file: Examined) -> Iterator[Fault]:
    """Find B130 (RGB), B131 (Lab and ICC), B132 (colour in a job of one ink)."""
    for sheet, painted in file.pages:
        inked = file.inked.get(sheet.number)
        black = inked.black if inked else frozenset()
        for thing in painted.things:
            kind = thing.paint.kind
            area = sheet.area(thing.box)
            told = _told(thing, COLOURS[kind])
            if kind in ("rgb", "icc_rgb"):
                yield Fault("B130", sheet.number, area, told)
            elif kind in ("lab", "icc_cmyk", "icc_grey"):
                yield Fault("B131", sheet.number, area, told)
            if file.wanted.ink == "black" and _is_coloured(thing) and thing.box not in black:
                yield Fault("B132", sheet.number, area, _told(thing, _inks(thing)))


def _is_coloured(thing: Thing) -> bool:
    if thing.kind in ("picture", "gradient") and not thing.paint.parts:
        return thing.paint.kind not in ("grey", "icc_grey", "unknown", "pattern") and bool(
            thing.paint.kind != "spot" or set(thing.paint.plates) - {"/Black", "/None"}
        )
    return thing.paint.is_coloured and thing.paint.kind not in ("unknown", "pattern")


def _told(thing: Thing, colour: Said | str) -> Said:
    return THINGS[thing.kind] + " (" + colour + ")"


def _inks(thing: Thing) -> Said | str:
    """Write a colour as printers do; one that is nothing but its space is told by that."""
    paint = thing.paint
    if paint.kind == "spot":
        return ", ".join(name.lstrip("/") for name in paint.plates)
    if paint.cmyk is not None:
        return "CMYK " + "/".join(f"{100 * part:.0f}" for part in paint.cmyk)
    if paint.kind in ("rgb", "icc_rgb") and paint.parts:
        return COLOURS[paint.kind] + " " + "/".join(f"{255 * part:.0f}" for part in paint.parts)
    return COLOURS[paint.kind]


@check
def ink_is_within_the_limit(file: Examined) -> Iterator[Fault]:
    """Find B134: more ink on a spot than the paper takes, as it is chosen and as it comes out on the plates."""
    limit = file.wanted.limit
    for sheet, painted in file.pages:
        for thing in painted.things:
            inks = thing.paint.cmyk
            if inks and 100 * sum(inks) > limit + _MARGIN and "/All" not in thing.paint.plates:
                most = 100 * sum(inks)
                yield Fault("B134", sheet.number, sheet.area(thing.box), _per_cent(most, 0), order=-most)
        inked = file.inked.get(sheet.number)
        if inked and inked.most > limit + _MARGIN:
            share = _per_cent(inked.share, 2)
            told = _per_cent(inked.most, 0) + Said(f", sayfanın {share.tr} kadarında", f" on {share} of the page")
            yield Fault("B134", sheet.number, inked.area, told, order=-inked.most)


def _per_cent(value: float, places: int) -> Said:
    return Said(f"%{decimals(value, places).tr}", f"{decimals(value, places)} %")


@check
def black_letters_are_black_ink(file: Examined) -> Iterator[Fault]:
    """Find B135 (letters in black of several inks), B136 (black that cuts a hole into colour)."""
    for sheet, painted in file.pages:
        for thing in _letters(painted):
            inks = thing.paint.cmyk
            if inks is None:
                continue
            if thing.size < _SMALL and _is_black_of_several(inks):
                yield Fault("B135", sheet.number, sheet.area(thing.box), _inks(thing))
            keeps = thing.overprint and (thing.mode == 1 or thing.paint.kind == "spot") and thing.paint.kind != "grey"
            if file.wanted.ink == "cmyk" and thing.is_on_colour and thing.paint.is_full_black and not keeps:
                yield Fault("B136", sheet.number, sheet.area(thing.box))


def _is_black_of_several(inks: tuple[float, ...]) -> bool:
    """Say whether inks together are meant to be black or grey; a dark blue is neither.

    >>> [_is_black_of_several(inks) for inks in ((0.6, 0.4, 0.4, 1), (1, 0.8, 0, 0.5), (0, 0, 0, 1))]
    [True, False, False]
    """
    lights = [(1 - part) * (1 - inks[3]) for part in inks[:3]]
    count = sum(part > _TRACE for part in inks)
    is_grey = max(lights) < _DIM and max(lights) - min(lights) < _NEUTRAL and count > 2
    return max(inks[:3]) > _TRACE and (max(lights) < _DARK or is_grey)


def _letters(painted: Painted) -> Iterator[Thing]:
    return (thing for thing in painted.things if thing.kind == "text")


@check
def white_does_not_overprint(file: Examined) -> Iterator[Fault]:
    """Find B137: white that vanishes on the press."""
    for sheet, painted in file.pages:
        for thing in painted.things:
            if thing.overprint and thing.mode == 1 and thing.paint.parts and thing.paint.is_white:
                yield Fault("B137", sheet.number, sheet.area(thing.box), THINGS[thing.kind])


@check
def plates_are_those_of_the_job(file: Examined) -> Iterator[Fault]:
    """Find B138 (a spot colour) and B139 (the colour of all plates, on the page itself)."""
    for sheet, painted in file.pages:
        for thing in painted.things:
            for name in thing.paint.spots:
                yield Fault("B139" if name == "All" else "B138", sheet.number, sheet.area(thing.box), name)
