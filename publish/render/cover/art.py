"""What is drawn on a cover behind its words, as SVG in millimetres of the sheet; one function a design."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil
from zlib import crc32

from markupsafe import Markup
from PIL import Image, ImageChops

from publish.render.cover.ornament import CORNER, pattern, rosette, star
from publish.render.cover.plan import Plan


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours that stand well beside each other on one cover, chosen by eye."""

    ground: str
    band: str
    """The ground, a shade lighter."""
    gold: str
    paper: str
    """Of labels, and of boards that are not coloured."""
    accent: str
    """The ground as ink, for words on paper."""


PALETTE = (
    Colours("#1d3a3c", "#2a5054", "#d9bf86", "#f6f0e1", "#1d3a3c"),
    Colours("#5a1f26", "#742d36", "#dcbd85", "#f7f0e2", "#6a2029"),
    Colours("#22304f", "#31426a", "#d6bd8a", "#f5f0e4", "#22304f"),
    Colours("#2d4230", "#3d5941", "#d8c088", "#f5f1e1", "#2d4a31"),
    Colours("#4a2b3e", "#613c53", "#dabd8e", "#f6efe4", "#4f2a40"),
    Colours("#40342a", "#57483b", "#dabb80", "#f6f0e2", "#4a3727"),
)
HINGE = 3.0
"""How far, in millimetres, cloth that ends near a fold comes over the board: folds wander by half of that."""
TILES = 6
"""Stars side by side on a front."""
STRIP = 0.155
"""How far the cloth of the spine comes over a board, in widths of the front."""
LINKS = 0.42
"""Distance of the stars of a chain, in widths of that strip."""


def colours(title: str) -> Colours:
    """Return the colours of a title: always the same ones."""
    return PALETTE[crc32(title.encode()) % len(PALETTE)]


def art(design: str, plan: Plan, tints: Colours) -> Markup:
    """Return what is drawn behind the words of a sheet, its bleed included; nothing on the inner side."""
    if "inside" in plan.panels:
        return Markup("")
    left, wide, high = -plan.bleed, plan.sheet.value + 2 * plan.bleed, plan.height + 2 * plan.bleed
    drawn = ART[design](plan, tints)
    # our own numbers and colours only
    return Markup(  # noqa: S704
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{wide:.2f}mm" height="{high:.2f}mm" '
        f'viewBox="{left:.2f} {left:.2f} {wide:.2f} {high:.2f}"><title>.</title>{drawn}</svg>'
    )


def _stars(plan: Plan, tints: Colours) -> str:
    """Patterned paper over the whole sheet; stars stand in the middle of both boards, and meet around the spine."""
    around = plan.width + plan.spine
    step = around / round(around * TILES / plan.width)
    panel = plan.panels[-1]
    middle, unit = plan.left(panel) + plan.width / 2, step / 2
    before = ceil((middle + plan.bleed) / step)
    behind = ceil((plan.sheet.value + plan.bleed - middle) / step)
    up = ceil((plan.height / 2 + plan.bleed) / step)
    field = pattern(range(-before, behind + 1), range(-up, up + 1))
    line, fine = 0.26 / unit, 0.15 / unit
    return (
        _ground(plan, tints.ground) + f'<g transform="translate({middle:.3f} {plan.height / 2:.3f}) scale({unit:.4f})" '
        'stroke-linejoin="miter" fill="none">'
        f'<path d="{field.stars}" fill="{tints.band}" stroke="{tints.gold}" stroke-width="{line:.4f}"/>'
        f'<path d="{field.straps}" stroke="{tints.gold}" stroke-width="{fine:.4f}"/>'
        f'<path d="{field.rosettes}" fill="{tints.ground}" stroke="{tints.gold}" stroke-width="{fine:.4f}"/></g>'
        + (_back_of_cloth(plan, tints) if plan.spine else "")
    )


def _back_of_cloth(plan: Plan, tints: Colours) -> str:
    """Cloth over the spine, which comes a little over the boards, so that no colour ends at a fold."""
    start, end = plan.left("spine") - HINGE, plan.left("spine") + plan.spine + HINGE
    high = plan.height + 2 * plan.bleed
    return (
        _rectangle(start, -plan.bleed, end - start, high, tints.ground)
        + _rule(plan, tints, start)
        + _rule(plan, tints, end)
    )


def _boards(plan: Plan, tints: Colours) -> str:
    """Boards of paper, and cloth over the spine with a chain of stars along each edge: a half-cloth binding."""
    strip = STRIP * plan.width
    drawn = _ground(plan, tints.paper)
    for panel in (panel for panel in ("back", "front") if panel in plan.panels):
        at_left = (panel == "front") is (plan.direction == "ltr")
        start = plan.left(panel) if at_left else plan.left(panel) + plan.width - strip
        outward = plan.spine + plan.bleed if len(plan.panels) > 1 else plan.bleed
        start, wide = (start - outward, strip + outward) if at_left else (start, strip + outward)
        edge = start + wide if at_left else start
        middle = edge + (-1 if at_left else 1) * strip * 0.5
        drawn += _rectangle(start, -plan.bleed, wide, plan.height + 2 * plan.bleed, tints.ground)
        drawn += _chain(plan, tints, middle, LINKS * strip)
        drawn += _rule(plan, tints, edge)
    return drawn


def _chain(plan: Plan, tints: Colours, x: float, step: float) -> str:
    """Stars that touch, from head to foot; one stands in the middle."""
    unit = step / 2
    count = ceil((plan.height / 2 + plan.bleed) / step)
    middles = [plan.height / 2 + at * step for at in range(-count, count + 1)]
    outer = "".join(star(x, y, unit) for y in middles)
    inner = "".join(star(x, y, unit * 0.5, 0.0, CORNER) for y in middles)
    rails = "".join(
        f"M{x + side * unit * 1.45:.3f} {-plan.bleed:.3f}v{plan.height + 2 * plan.bleed:.3f}" for side in (-1, 1)
    )
    return (
        f'<path d="{outer}" fill="{tints.band}" stroke="{tints.gold}" stroke-width="0.24"/>'
        f'<path d="{inner}{rails}" fill="none" stroke="{tints.gold}" stroke-width="0.2"/>'
    )


def _rule(plan: Plan, tints: Colours, edge: float) -> str:
    high = plan.height + 2 * plan.bleed
    return f'<path d="M{edge:.3f} {-plan.bleed:.3f}v{high:.3f}" stroke="{tints.gold}" stroke-width="0.5"/>'


def emblem(colour: str) -> Markup:
    """Return one star with its rosette, its lines in `colour`."""
    # our own numbers and colours only
    return Markup(  # noqa: S704
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1.05 -1.05 2.1 2.1"><title>.</title>'
        f'<g fill="none" stroke="{colour}" stroke-width="0.05"><path d="{star(0, 0, 1)}"/>'
        f'<path d="{star(0, 0, 0.82)}" stroke-width="0.03"/><path d="{rosette(0, 0)}" stroke-width="0.035"/></g></svg>'
    )


LARGEST_LOGO = 1200
"""Pixels of a logo, which is a centimetre high."""


def on_paper(picture: bytes, paper: str) -> bytes:
    """Return a logo as PNG with `paper` in place of white, as if it were printed on it; one that lets through stays.

    Raises `OSError` or `ValueError` for what cannot be opened.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            opened = Image.open(io.BytesIO(picture))
            opened.load()
        except (Image.DecompressionBombWarning, Image.DecompressionBombError, SyntaxError) as error:
            raise ValueError(str(error)) from error
    image: Image.Image = opened
    image.thumbnail((LARGEST_LOGO, LARGEST_LOGO), Image.Resampling.LANCZOS)
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        image = image.convert("RGBA")
    else:
        image = ImageChops.multiply(image.convert("RGB"), Image.new("RGB", image.size, paper))
    written = io.BytesIO()
    image.save(written, "PNG")
    return written.getvalue()


def is_drawing(content: bytes) -> bool:
    """Say whether an SVG is one that can be read at all."""
    from lxml import etree  # type: ignore[import-untyped]  # no stubs; 30 ms, and most houses have no logo

    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
    try:
        return str(etree.QName(etree.fromstring(content, parser)).localname) == "svg"
    except (etree.XMLSyntaxError, ValueError):
        return False


def _ground(plan: Plan, colour: str) -> str:
    return _rectangle(-plan.bleed, -plan.bleed, plan.sheet.value + 2 * plan.bleed, plan.height + 2 * plan.bleed, colour)


def _rectangle(left: float, top: float, wide: float, high: float, colour: str) -> str:
    return f'<rect x="{left:.3f}" y="{top:.3f}" width="{wide:.3f}" height="{high:.3f}" fill="{colour}"/>'


ART: dict[str, Callable[[Plan, Colours], str]] = {"yildiz": _stars, "sade": _boards}
