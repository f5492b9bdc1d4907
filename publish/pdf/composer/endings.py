"""How lines end: what the composer planned, and what WeasyPrint did where it filled them itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from weasyprint.formatting_structure import boxes  # type: ignore[import-untyped]  # no stubs

from publish.model.lines import Ending
from publish.pdf.composer.fit import Kind
from publish.pdf.composer.leaves import LINE_FEED
from publish.pdf.composer.ways import HYPHENS, SOFT_HYPHEN

PLANNED = {
    Kind.SPACE: Ending.SPACE,
    Kind.HYPHEN: Ending.HYPHEN,
    Kind.DASH: Ending.DASH,
    Kind.BARE: Ending.BARE,
    Kind.FORCED: Ending.LAST,
    Kind.TORN: Ending.BARE,
    Kind.GLUED: Ending.SPACE,
    Kind.RANGE: Ending.BARE,
}


def filled(box: Any, line: Any, resume_at: Any) -> Ending:
    """Return how a line of the paragraph `box` ends that WeasyPrint filled, the next beginning with `resume_at`."""
    if resume_at is None:
        return Ending.LAST
    place, before = resume_at, ""
    for path, text in _texts(box, ()):
        offset = _offset(place, path)
        if offset is not None:
            before = text.encode()[:offset].decode()[-1:] or before
            break
        before = text[-1:] or before
    return _ending(before, _last(line))


def _ending(before: str, last: Any) -> Ending:
    if last is not None and before not in HYPHENS and last.text.endswith(last.style["hyphenate_character"]):
        return Ending.HYPHEN
    if before in HYPHENS or before == SOFT_HYPHEN:
        return Ending.DASH
    return Ending.LAST if before == LINE_FEED else Ending.SPACE if before.isspace() else Ending.BARE


def _texts(box: Any, path: tuple[int, ...]) -> Iterator[tuple[tuple[int, ...], str]]:
    """Yield the texts of a paragraph, and the numbers of children that lead to them; an atom for what is none."""
    for index, child in enumerate(box.children):
        here = (*path, index)
        if isinstance(child, boxes.TextBox):
            yield here, child.text
        elif isinstance(child, boxes.InlineBox):
            yield from _texts(child, here)
        else:
            yield here, ""


def _offset(place: Any, path: tuple[int, ...]) -> int | None:
    """Return the byte that a skip stack points to, if it is one of the text that `path` leads to."""
    for index in path:
        if place is None:
            return 0
        ((at, place),) = place.items()
        if at != index:
            return None
    if place is None:
        return 0
    ((at, _),) = place.items()
    return int(at)


def _last(line: Any) -> Any:
    """Return the last text of a line; None where it has none."""
    texts = [box for box in line.descendants() if isinstance(box, boxes.TextBox)]
    return texts[-1] if texts else None
