"""The text of an earlier proof, read from the file itself."""

from __future__ import annotations

import pypdfium2  # type: ignore[import-untyped]  # no stubs

from publish.model.proof import Text
from publish.proof import archive


def text_of(pdf: bytes) -> Text | None:
    """Return the text of a proof; None for what is none, or is no PDF of ours."""
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError:
        return None
    try:
        return _kept(document)
    finally:
        document.close()


def _kept(document: pypdfium2.PdfDocument) -> Text | None:
    """Return the text that a proof keeps."""
    for number in range(document.count_attachments()):
        attachment = document.get_attachment(number)
        if attachment.get_name() == archive.NAME:
            return archive.read(bytes(attachment.get_data()))
    return None
