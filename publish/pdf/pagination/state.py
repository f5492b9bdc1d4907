"""What WeasyPrint knows before a page is laid out: kept, so that the page can be laid out again, or taken as it is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from publish.pdf.composer.lines import Composer


@dataclass(frozen=True, slots=True)
class State:
    """All that the layout of the page `index` changes."""

    index: int
    footnotes: list[Any]
    reported: list[Any]
    rendered: list[Any]
    broken: dict[Any, Any]
    makers: tuple[Any, ...]
    """What is known of the pages behind it: where their text begins, counters, what waits for them."""
    remake: dict[str, Any]
    composed: int
    left: Counter[str]

    @classmethod
    def of(cls, context: Any, composer: Composer, index: int) -> State:
        """Return what is known before or after the page `index`."""
        remake = context.page_maker[index][-1]
        return cls(
            index,
            list(context.footnotes),
            list(context.reported_footnotes),
            list(context.rendered_notes),
            dict(context.broken_out_of_flow),
            tuple(context.page_maker[index + 1 :]),
            {key: list(value) if isinstance(value, list) else value for key, value in remake.items()},
            composer.composed,
            composer.left_to_stock.copy(),
        )

    def restore(self, context: Any, composer: Composer) -> None:
        """Let WeasyPrint know just this."""
        context.footnotes = list(self.footnotes)
        context.reported_footnotes = list(self.reported)
        context.rendered_notes = list(self.rendered)
        context.broken_out_of_flow = dict(self.broken)
        context.page_maker[self.index + 1 :] = self.makers
        context.page_maker[self.index][-1].update(
            {key: list(value) if isinstance(value, list) else value for key, value in self.remake.items()}
        )
        composer.composed, composer.left_to_stock = self.composed, self.left.copy()
