"""Lines set as planned: boxes that WeasyPrint places and draws, made without shaping anything again.

Paragraph, Line ─ build ─→ children of the LineBox
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from weasyprint.formatting_structure import boxes  # type: ignore[import-untyped]  # no stubs
from weasyprint.layout.absolute import AbsolutePlaceholder  # type: ignore[import-untyped]  # no stubs
from weasyprint.layout.inline import _adjust_line_height, atomic_box  # type: ignore[import-untyped]  # no stubs
from weasyprint.layout.percent import resolve_percentages  # type: ignore[import-untyped]  # no stubs
from weasyprint.text import line_break  # type: ignore[import-untyped]  # no stubs

from publish.model.lines import Ending
from publish.pdf.composer.glyphs import GAP, Font, Shaping
from publish.pdf.composer.leaves import LINE_FEED, Leaf, Path
from publish.pdf.composer.paragraph import Cut, Paragraph


class How(NamedTuple):
    """How a line was set: its box keeps it as `how`."""

    ending: Ending
    gap: float | None
    """Mean width of its spaces in em, of the size of its paragraph; None where it was not filled, or not by us."""


class Line(NamedTuple):
    """A line that was planned: characters from `start` up to, not with, `end`; the next begins with `following`."""

    start: int
    end: int
    following: int
    tail: Cut
    head: Cut | None
    scale: float
    """Of glyphs: 1.01 is a hundredth wider."""
    gap: float
    """CSS pixels added to every space."""


@dataclass(slots=True)
class Placed:
    """What the layout of a line puts elsewhere."""

    absolute: list[Any]
    fixed: list[Any]
    placeholders: list[Any] = field(default_factory=list)


class Written(line_break.Layout):  # type: ignore[misc]  # no stubs
    """Stands in for the Pango layout of a text whose glyphs are known; becomes one where somebody needs it."""

    def __init__(self, text: str, gap: float, shaping: Shaping, written: str | None, scale: float) -> None:
        self.text, self.justification_spacing, self.max_width = text, gap, None
        self.first_line_direction = shaping.direction
        self.ascent = self.underline_position = self.strikethrough_position = None
        self.written, self.scale = written, scale
        self.font: Font | None = shaping.font if written is not None else None
        self.characters = shaping.characters

    def reactivate(self, style: Any) -> None:
        """Make a Pango layout, unless the glyphs are known."""
        if self.written is None:
            self.become_layout(style)

    def become_layout(self, style: Any) -> None:
        """Make a Pango layout."""
        super().reactivate(style)

    def deactivate(self) -> None:
        """Let go of the Pango layout."""
        if "layout" in self.__dict__:
            super().deactivate()


class Builder:
    """Makes the boxes of one line of a paragraph."""

    def __init__(self, context: Any, paragraph: Paragraph, containing_block: Any, line: Line, placed: Placed) -> None:
        self.context, self.paragraph, self.containing_block = context, paragraph, containing_block
        self.line, self.placed = line, placed

    def children(self, source: Any, path: Path, x: float, y: float) -> tuple[list[Any], float]:
        """Return the children of a box as far as they stand in the line, and where the last of them ends."""
        is_rtl = source.style["direction"] == "rtl"
        own = list(self._own(source, path))
        made: list[Any] = []
        for child, here, start, end in reversed(own) if is_rtl else own:
            if isinstance(child, boxes.TextBox):
                box = self._text(child, start, end)
                box.position_x = x
                x += box.width
            elif not child.is_in_normal_flow():
                box = self._out_of_flow(child, x, y)
            elif isinstance(child, boxes.InlineBox):
                box, x = self._inline(child, here, x, y)
            else:
                resolve_percentages(child, self.containing_block)
                box = atomic_box(
                    self.context, child, x, None, self.containing_block, self.placed.absolute, self.placed.fixed
                )
                box.position_x = x
                x += box.margin_width()
            made.append(box)
        return (made[::-1] if is_rtl else made), x

    def _own(self, source: Any, path: Path) -> Any:
        """Yield the children that stand in the line, their paths, and from where to where they do."""
        line, last = self.line, len(self.paragraph.content.text)
        places = self.paragraph.content.places
        for index, child in enumerate(source.children):
            here = (*path, index)
            start, end = places[here]
            if start == end:
                if line.start <= start < line.following or start == line.following == last:
                    yield child, here, start, end
            elif max(start, line.start) < min(end, line.end) and getattr(child, "text", "") != LINE_FEED:
                yield child, here, max(start, line.start), min(end, line.end)

    def _text(self, box: Any, start: int, end: int) -> Any:
        paragraph, line = self.paragraph, self.line
        number = paragraph.leaf_number(start)
        shaping = paragraph.shapings[number]
        assert shaping is not None  # noqa: S101  # a text has one
        text = paragraph.content.text[start:end]
        width = paragraph.widths[end] - paragraph.widths[start]
        if line.head and start == line.start:
            width += line.head.width
        if end == line.end:
            width += line.tail.width
            text = (
                paragraph.content.text[start : max(start, line.tail.start)] + line.tail.text if line.tail.text else text
            )
        spaces = paragraph.spaces(start, end)
        made = box.copy_with_text(text)
        scale = line.scale if shaping.is_scaled else 1.0
        gap = made.justification_spacing = line.gap / scale
        leaf = paragraph.content.leaves[number]
        if box.style["text_decoration_line"] != "none":
            self._shaped_again(made, gap)
        else:
            written = self._written(leaf, shaping, start, end, gap) if shaping.font else None
            made.pango_layout = Written(text, gap, shaping, written, scale)
            made.width, made.height, made.baseline = width, shaping.height, shaping.baseline
        made.width = made.width * scale + line.gap * spaces
        line_height, _ = line_break.strut(box.style)
        made.margin_top = made.margin_bottom = (line_height - made.height) / 2
        made.baseline += made.margin_top
        return made

    def _shaped_again(self, box: Any, gap: float) -> None:
        """Let Pango shape a text as WeasyPrint does: it draws lines by it."""
        layout = line_break.create_layout(box.text, box.style, self.context, None, gap)
        first, _ = layout.get_first_line()
        box.width, box.height = line_break.line_size(first, box.style)
        box.baseline = line_break.pango.pango_layout_get_baseline(layout.layout) * line_break.FROM_UNITS
        layout.deactivate()
        box.pango_layout = layout

    def _written(self, leaf: Leaf, shaping: Shaping, start: int, end: int, gap: float) -> str | None:
        """Return the TJ string of a part of a leaf; None where its ends cannot be written in the same font."""
        line = self.line
        first, last = start - leaf.start, end - leaf.start
        before = after = ""
        shaper, style = self.paragraph.shaper, leaf.box.style
        if line.head and start == line.start:
            snippet = shaper.snippet(line.head.text, style)
            if snippet.font is not shaping.font:
                return None
            before, first = "".join(snippet.written), line.head.end - leaf.start
            shaping.characters.update(snippet.characters.items() - shaping.characters.items())
        if end == line.end and line.tail.text and line.tail.start >= leaf.start + first:
            snippet = shaper.snippet(line.tail.text, style)
            if snippet.font is not shaping.font:
                return None
            after, last = "".join(snippet.written), line.tail.start - leaf.start
            for glyph, text in snippet.characters.items():
                shaping.characters.setdefault(glyph, text)
        assert shaping.font  # noqa: S101  # asked by the caller
        string = before + "".join(shaping.written[first:last]) + after
        added = f">{-gap * 1000 / shaping.font.size:.5g}<" if gap else ""
        return f"<{string.replace(GAP, added)}>".replace("<>", " ")

    def _out_of_flow(self, box: Any, x: float, y: float) -> Any:
        box.position_x, box.position_y = x, y
        placeholder = AbsolutePlaceholder(box)
        self.placed.placeholders.append(placeholder)
        (self.placed.absolute if box.style["position"] == "absolute" else self.placed.fixed).append(placeholder)
        return placeholder

    def _inline(self, source: Any, path: Path, x: float, y: float) -> tuple[Any, float]:
        start, end = self.paragraph.content.places[path]
        box = source.copy_with_children(())
        box.position_x, box.position_y = x, y
        box.remove_decoration(start=start < self.line.start, end=end > self.line.following)
        left = x + box.margin_left + box.border_left_width + box.padding_left
        box.children, right = self.children(source, path, left, y)
        box.width = right - left
        _adjust_line_height(box)
        return box, right + box.margin_right + box.border_right_width + box.padding_right
