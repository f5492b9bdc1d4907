"""The order of the stages, and nothing else: what is read, judged, set and written for each artefact.

folder ─source→ Booklet ─language→ Booklet ─check→ findings ─ stop or go
Booklet ─render→ Html ─pdf→ x.pdf ─press→ x-print.pdf ─press→ x-booklet.pdf
Booklet ─render→ cover ─pdf→ picture ; Booklet ─render→ Book ─epub→ x.epub
Booklet, pages ─render, pdf, press→ x-cover.pdf ; Booklet, files ─render, pdf→ x-order.pdf

Whatever takes long to import is imported where it is used.
"""

from publish.build.job import Job, Outcome, Stage, make, read, release
from publish.build.reading import admit_logo, check, hyphenator, lay_out, make_epub, make_pdf, read_pages, set_lines

__all__ = (
    "Job",
    "Outcome",
    "Stage",
    "admit_logo",
    "check",
    "hyphenator",
    "lay_out",
    "make",
    "make_epub",
    "make_pdf",
    "read",
    "read_pages",
    "release",
    "set_lines",
)
