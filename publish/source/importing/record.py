"""The record of an import: what was taken away, joined and put right, gathered for the report."""

from __future__ import annotations

from dataclasses import dataclass, field

from publish.source.importing.furniture import Removed
from publish.source.importing.paragraphs import Sewing
from publish.source.importing.passages import Mended
from publish.source.importing.restoring import Restored


@dataclass(slots=True)
class Record:
    """Filled step by step; places are lines of the file."""

    cleared: dict[str, int] = field(default_factory=dict)
    removed: tuple[Removed, ...] = ()
    unfolded: tuple[tuple[int, int], ...] = ()
    """First and last line of each stretch that stood in columns."""
    mended: tuple[Mended, ...] = ()
    sewing: Sewing = field(default_factory=Sewing)
    notes: tuple[int, ...] = ()
    """Where notes stood that were tied to their marks."""
    loose: tuple[int, ...] = ()
    """Where what may be notes stood that could not be."""
    restored: Restored = field(default_factory=Restored)
