"""A PDF of anybody's, opened; or why it cannot be."""

from __future__ import annotations

import logging
import re
from io import BytesIO

import pikepdf

from publish.model.finding import Finding, Span, found
from publish.model.said import Said

logging.getLogger("pikepdf").addHandler(logging.NullHandler())  # what qpdf mends it would tell on stderr


def open_pdf(content: bytes, name: str) -> tuple[pikepdf.Pdf | None, tuple[Finding, ...]]:
    """Return the document in `content`; None where it is damaged, locked or empty.

    Finds B001 (no PDF, or one that cannot be mended), B002 (a password), B003 (no pages).
    """
    place = Span(name)
    try:
        pdf = pikepdf.Pdf.open(BytesIO(content))
        count = len(pdf.pages)
    except pikepdf.PasswordError:
        return None, (found("B002", place, path=name),)
    except (pikepdf.PdfError, ValueError, RuntimeError, RecursionError) as error:
        return None, (found("B001", place, path=name, reason=broken(reason(error))),)
    return (pdf, ()) if count else (None, (found("B003", place, path=name),))


def broken(told: str) -> Said:
    """Return why a file cannot be read; what qpdf says of it is English, and means to a reader no more than this."""
    return Said("bozuk ya da yarım kalmış", told)


def reason(error: Exception) -> str:
    """Return what qpdf says of a file in one line, without where Python keeps it.

    >>> reason(ValueError("stream <_io.BytesIO object at 0x7f>: unable to find trailer"))
    'unable to find trailer'
    """
    said = re.sub(r"^stream <[^>]*>:? *", "", str(error).partition("\n")[0])
    return said or type(error).__name__
