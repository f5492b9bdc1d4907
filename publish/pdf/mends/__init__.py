"""What WeasyPrint 70.0 does wrong or slowly and is set right here, one module a mend, by replacing names of its own.

Each mend has a test that fails when WeasyPrint no longer needs it. With another version nothing is mended.
"""

from __future__ import annotations

import weasyprint  # type: ignore[import-untyped]  # no stubs

from publish.pdf.mends import (
    c_types,
    footnote_hole,
    page_art,
    page_parts,
    page_references,
    page_styles,
    pango_context,
    stream_end,
    struts,
    trailing_space,
)

VERSION = "70.0"
"""The WeasyPrint that the mends were written for."""


def install() -> None:
    """Mend WeasyPrint; a second call changes nothing."""
    if weasyprint.__version__ == VERSION:
        trailing_space.install()
        pango_context.install()
        footnote_hole.install()
        page_styles.install()
        c_types.install()
        page_art.install()
        page_parts.install()
        stream_end.install()
        struts.install()
        page_references.install()
