"""A booklet's pages set by us, and by WeasyPrint as it comes, each in a process of its own that says what it cost.

`python -m tests.bench.setting keep FOLDER CACHE PAGE` pickles what the pages are made from, the index with the numbers
that it came to have; `ours FOLDER CACHE PDF` and `bare PAGE PDF` set them and print the CPU seconds of layout and
drawing: no imports, no reading of the source.
"""

import pickle
import sys
import time
from dataclasses import replace
from pathlib import Path


def keep(folder, cache, page):
    """Pickle the HTML, the style sheets and the fonts of a booklet."""
    from publish.pdf import faces, typeset

    html, world = _html(folder, cache)
    texts = [html.text]
    if html.end:
        write = html.end.write

        def kept(folios, parts):
            texts[1:] = [write(folios, parts)]
            return texts[1]

        typeset.lay_out(replace(html, end=replace(html.end, write=kept)), world)
    fonts = {f"{faces.SCHEME}:{face.name}": faces.content(face.name, world) for face in faces.FACES}
    sheets = [faces.font_faces(faces.needed(html)), *(part.css for part in html.sheets)]
    end = html.end and html.end.identifier
    Path(page).write_bytes(pickle.dumps({"texts": texts, "end": end, "sheets": sheets, "fonts": fonts}))


def _html(folder, cache):
    from publish import build
    from publish.render import print as sheet

    job = build.Job(Path(folder), Path("styles"), Path(cache))
    world = job.ledger()
    booklet, _ = build.read(job, world)
    return sheet.to_html(booklet, job.styles, world)[0], world


def ours(folder, cache, output):
    """Write a PDF as we do; return the CPU seconds of setting it."""
    from publish.pdf import typeset

    html, world = _html(folder, cache)
    begun = time.process_time()
    laid, _ = typeset.lay_out(html, world)
    spent = time.process_time() - begun
    Path(output).write_bytes(laid.pdf)
    return spent


def bare(page, output):
    """Write a PDF as WeasyPrint makes it when nothing is done to it, hyphenated by our dictionary; return as above."""
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcherResponse

    from publish.language.hyphenation import dictionary

    parts = pickle.loads(Path(page).read_bytes())  # noqa: S301  # written by this very run
    begun = time.process_time()
    dictionary.register()

    def fetch(url, *arguments, **options):
        return URLFetcherResponse(url, parts["fonts"][url])

    fonts = FontConfiguration()
    sheets = [weasyprint.CSS(string=css, font_config=fonts, url_fetcher=fetch) for css in parts["sheets"]]
    documents = [
        weasyprint.HTML(string=text, url_fetcher=fetch).render(font_config=fonts, stylesheets=sheets, pdf_tags=True)
        for text in parts["texts"]
    ]
    pages = documents[0].pages
    for document in documents[1:]:
        pages = [*pages[: _start(pages, parts["end"])], *document.pages[_start(document.pages, parts["end"]) :]]
    pdf = documents[0].copy(pages).write_pdf(pdf_tags=True)
    spent = time.process_time() - begun
    Path(output).write_bytes(pdf)
    return spent


def _start(pages, identifier):
    """Return the index of the page that the index begins on, in its own pages and where the text keeps its place."""
    return next(index for index, page in enumerate(pages) if identifier in page.anchors)


if __name__ == "__main__":
    found = {"keep": keep, "ours": ours, "bare": bare}[sys.argv[1]](*sys.argv[2:])
    sys.stdout.write(f"{found or 0}\n")
