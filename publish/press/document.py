"""A PDF of anybody's, opened; or why it cannot be."""

from __future__ import annotations

from io import BytesIO

import pikepdf

from publish.model.finding import Finding, Span, found


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
        return None, (found("B001", place, path=name, reason=str(error).partition("\n")[0] or type(error).__name__),)
    return (pdf, ()) if count else (None, (found("B003", place, path=name),))
