"""The files a booklet was made from, kept in its PDF (PDF/A-3: ISO 19005-3, 6.8)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pydyf  # type: ignore[import-untyped]  # no stubs

from publish.model.html import Attachment

UNDATED = "D:19800101000000Z"
"""Date of a file in a booklet without a date: the same source, the same bytes."""


def attach(pdf: Any, files: Sequence[Attachment]) -> None:
    """Put `files` into a pydyf.PDF and say that it was made from them."""
    if not files:
        return
    kept = sorted((file.name, _kept(pdf, file)) for file in files)
    names = pydyf.Array([part for name, reference in kept for part in (pydyf.String(name), reference)])
    pdf.catalog.setdefault("Names", pydyf.Dictionary())["EmbeddedFiles"] = pydyf.Dictionary({"Names": names})
    pdf.catalog["AF"] = pydyf.Array([reference for _, reference in kept])


def _kept(pdf: Any, file: Attachment) -> bytes:
    """Return the reference to the specification of a file, as tables 44 to 46 of ISO 32000-1 want it."""
    date = pdf.info.get("ModDate") or pydyf.String(UNDATED)
    embedded = pydyf.Stream(
        [file.content],
        {
            "Type": "/EmbeddedFile",
            "Subtype": f"/{file.media_type.replace('/', '#2f')}",
            "Params": pydyf.Dictionary({"Size": len(file.content), "ModDate": date}),
        },
        compress=True,
    )
    pdf.add_object(embedded)
    specification = pydyf.Dictionary(
        {
            "Type": "/Filespec",
            "F": pydyf.String(file.name),
            "UF": pydyf.String(file.name),
            "EF": pydyf.Dictionary({"F": embedded.reference, "UF": embedded.reference}),
            "Desc": pydyf.String(file.description),
            "AFRelationship": "/Source",
        }
    )
    pdf.add_object(specification)
    reference: bytes = specification.reference
    return reference
