"""Bare WeasyPrint on the HTML that we hand it: what `bench` compares with.

`python -m tests.bare FOLDER PAGE CACHE` pickles what a booklet's pages are made from; `write` makes a PDF of it.
"""

import pickle
import sys
from pathlib import Path


def keep(folder, page, cache):
    """Pickle the HTML, the style sheets and the fonts of a booklet."""
    from publish import build
    from publish.pdf import faces
    from publish.render import print as sheet

    job = build.Job(folder, Path("styles"), cache)
    world = job.ledger()
    booklet, _ = build.read(job, world)
    html, _ = sheet.to_html(booklet, job.styles, world)
    fonts = {f"{faces.SCHEME}:{face.name}": faces.content(face.name, world) for face in faces.FACES}
    parts = {"html": html.text, "sheets": [faces.font_faces(), *(part.css for part in html.sheets)], "fonts": fonts}
    page.write_bytes(pickle.dumps(parts))


def write(parts, output):
    """Write a PDF as WeasyPrint makes it when nothing is done to it, hyphenated by our dictionary."""
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcherResponse

    from publish.language import hyphenation

    hyphenation.register()

    def fetch(url, *arguments, **options):
        return URLFetcherResponse(url, parts["fonts"][url])

    fonts = FontConfiguration()
    sheets = [weasyprint.CSS(string=css, font_config=fonts, url_fetcher=fetch) for css in parts["sheets"]]
    page = weasyprint.HTML(string=parts["html"], url_fetcher=fetch)
    page.write_pdf(output, font_config=fonts, stylesheets=sheets, pdf_tags=True)


if __name__ == "__main__":
    keep(*map(Path, sys.argv[1:]))
