"""Marks drawn over a page, as SVG: each kind has a form of its own, so that it is known in grey as well.

Places are points from the top left of the trim.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from publish.model.proof import Blemish, Line, Mark, Page

GRID, FRAME, RED, BLUE, GREEN, AMBER, VIOLET = (
    "#9cc3da", "#4d7d99", "#b3261e", "#1f4f9c", "#2e7d4f", "#d98a00", "#7a3c93",
)  # fmt: skip
TICK, AWAY = 14.0, 5.0
"""Length of a mark of the trim, and how far outside it begins."""


def frame(page: Page) -> str:
    """Draw the trim with its marks, the text block and the grid of baselines."""
    w, h = page.width, page.height
    ticks = "".join(
        f"M{x} {y + away}v{length}M{x + side} {y}h{reach}"
        for x, side, reach in ((0.0, -AWAY, -TICK), (w, AWAY, TICK))
        for y, away, length in ((0.0, -AWAY, -TICK), (h, AWAY, TICK))
    )
    lines, y = "", page.grid
    while page.leading > 1 and y < page.bottom + 0.01:
        lines += f"M{page.left:.2f} {y:.2f}H{page.right:.2f}"
        y += page.leading
    width, height = page.right - page.left, page.bottom - page.top
    return (
        f'<path d="{lines}" stroke="{GRID}" stroke-width=".2" fill="none"/>'
        f'<rect x="{page.left:.2f}" y="{page.top:.2f}" width="{width:.2f}" height="{height:.2f}" '
        f'stroke="{FRAME}" stroke-width=".3" stroke-dasharray="3 2" fill="none"/>'
        f'<rect x="0" y="0" width="{w:.2f}" height="{h:.2f}" stroke="#000" stroke-width=".35" fill="none"/>'
        f'<path d="{ticks}" stroke="#000" stroke-width=".35" fill="none"/>'
    )


def draw(mark: Mark, page: Page) -> str:
    """Draw one mark."""
    return _FORMS[mark.blemish](mark, page)


def bar(page: Page, top: float, bottom: float) -> str:
    """Draw the bar of a change, in the left margin of the page."""
    x = page.left - AWAY
    return f'<path d="M{x:.2f} {top:.2f}V{bottom:.2f}" stroke="#000" stroke-width="1.6" fill="none"/>'


def _lines(mark: Mark, page: Page) -> Iterator[Line]:
    return (page.lines[index] for index in mark.lines)


def _loose(mark: Mark, page: Page) -> str:
    """Fill the gaps."""
    return "".join(
        f'<rect x="{gap.left:.2f}" y="{line.baseline - 7:.2f}" width="{gap.right - gap.left:.2f}" height="8.5" '
        f'fill="{AMBER}" fill-opacity=".55"/>'
        for line in _lines(mark, page)
        for gap in line.gaps
    )


def _tight(mark: Mark, page: Page) -> str:
    """Draw two lines under the line."""
    return "".join(
        f'<path d="M{line.left:.2f} {line.baseline + shift:.2f}H{line.right:.2f}" stroke="{BLUE}" stroke-width=".6"/>'
        for line in _lines(mark, page)
        for shift in (1.8, 3.2)
    )


def _ladder(mark: Mark, page: Page) -> str:
    """Draw a bracket with a rung at each hyphen, beside the column."""
    lines = list(_lines(mark, page))
    x = lines[0].column.right + 6
    rungs = "".join(f"M{x:.2f} {line.baseline - 3:.2f}h-4.5" for line in lines)
    stem = f"M{x:.2f} {lines[0].baseline - 3:.2f}V{lines[-1].baseline - 3:.2f}"
    return f'<path d="{rungs}{stem}" stroke="{VIOLET}" stroke-width="1.1" fill="none"/>'


def _river(mark: Mark, page: Page) -> str:
    """Fill the bed of the river, over its spaces."""
    left = [f"{left:.2f} {baseline + shift:.2f}" for left, _, baseline in mark.trace for shift in (-7.5, 1.5)]
    right = [f"{right:.2f} {baseline + shift:.2f}" for _, right, baseline in mark.trace for shift in (-7.5, 1.5)]
    return (
        f'<path d="M{"L".join((*left, *reversed(right)))}Z" fill="{GREEN}" fill-opacity=".4" '
        f'stroke="{GREEN}" stroke-width=".7"/>'
    )


def _boxed(mark: Mark, page: Page) -> str:
    """Draw a box around the line."""
    return "".join(
        f'<rect x="{line.left - 2:.2f}" y="{line.baseline - 9.5:.2f}" width="{line.right - line.left + 4:.2f}" '
        f'height="13" rx="2" stroke="{RED}" stroke-width=".8" fill="none"/>'
        for line in _lines(mark, page)
    )


def _dotted(mark: Mark, page: Page) -> str:
    """Draw dots under the line."""
    return "".join(
        f'<path d="M{line.left:.2f} {line.baseline + 2.5:.2f}H{line.right:.2f}" stroke="#000" stroke-width=".9" '
        f'stroke-dasharray=".9 2.1"/>'
        for line in _lines(mark, page)
    )


def _short(mark: Mark, page: Page) -> str:
    """Draw an arrow from where the page ends down to where it should."""
    last = max((line.baseline for line in page.lines), default=page.top)
    end, x = last + mark.figure * page.leading, (page.left + page.right) / 2
    return (
        f'<path d="M{page.left:.2f} {end:.2f}H{page.right:.2f}" stroke="{RED}" stroke-width=".6" '
        f'stroke-dasharray="6 3"/>'
        f'<path d="M{x:.2f} {last + 5:.2f}V{end:.2f}m-3 -4l3 4l3 -4" stroke="{RED}" stroke-width=".8" fill="none"/>'
    )


_FORMS: dict[Blemish, Callable[[Mark, Page], str]] = {
    Blemish.LOOSE: _loose,
    Blemish.TIGHT: _tight,
    Blemish.LADDER: _ladder,
    Blemish.RIVER: _river,
    Blemish.WIDOW: _boxed,
    Blemish.ORPHAN: _boxed,
    Blemish.STUB: _boxed,
    Blemish.HEADING: _boxed,
    Blemish.STOCK: _dotted,
    Blemish.DEPTH: _short,
}
