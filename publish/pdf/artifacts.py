"""Content of pages made artifacts after it was tagged: what is there for the eye alone (ISO 32000-1, 14.8.2.2)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

import pydyf  # type: ignore[import-untyped]  # no stubs


class Artifacts:
    """Takes content out of the structure of one PDF."""

    def __init__(self, elements: dict[bytes, Any], pdf: Any) -> None:
        self._elements, self._pdf = elements, pdf

    def make(self, element: Any) -> bool:
        """Make artifacts of all that `element` holds; say whether all of it is painted on pages, else nothing is done.

        The element stays where it is, for its parent to leave it out.
        """
        found = [(owner, self._place(owner, number)) for owner, number in self._contents(element)]
        if not all(place for _, place in found):
            return False
        for owner, place in found:
            assert place  # noqa: S101  # told above
            content, at = place
            number = content[at]["MCID"]
            content[at - 1], content[at] = b"/Artifact", pydyf.Dictionary({"Type": "/Layout"})
            self._of_page[self._elements[owner["Pg"]]["StructParents"]][number] = "null"
        return True

    def _contents(self, element: Any) -> Iterator[tuple[Any, Any]]:
        """Yield what stands in an element and those within it: the number of marked content, None for anything else."""
        for kid in element["K"]:
            if isinstance(kid, int):
                yield element, kid
            elif self._elements[kid].get("S"):
                yield from self._contents(self._elements[kid])
            else:
                yield element, None

    def _place(self, element: Any, number: int | None) -> tuple[list[Any], int] | None:
        content = self._streams[self._elements[element["Pg"]]["Contents"]].stream
        for at, part in enumerate(content):
            if isinstance(part, pydyf.Dictionary) and part.get("MCID") == number and "MCID" in part:
                return content, at
        return None

    @cached_property
    def _streams(self) -> dict[bytes, Any]:
        return {thing.reference: thing for thing in self._pdf.objects if isinstance(thing, pydyf.Stream)}

    @cached_property
    def _of_page(self) -> dict[Any, Any]:
        """The elements of the marked contents of each page, by its number among them."""
        marks = self._elements[self._elements[self._pdf.catalog["StructTreeRoot"]]["ParentTree"]]["Nums"]
        return dict(zip(marks[::2], marks[1::2], strict=True))
