"""Judges of print PDFs that import nothing of the press: Ghostscript renders, qpdf lists the objects, pypdf reads."""

import io
import json
import subprocess

import pypdf
from PIL import Image

MM = 72 / 25.4
PAINTS_COLOUR = {"g", "G", "rg", "RG", "cs", "sc", "SC", "scn", "ri"}
"""What chooses colours in no ink; `CS` and `SCN` are those of the marks."""


def ghostscript(paths, device, *options):
    """Let Ghostscript render files one after the other; return what it says."""
    command = ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", f"-sDEVICE={device}", *options]
    return subprocess.run([*command, *map(str, paths)], check=True, capture_output=True, text=True).stdout


def inks(path):
    """Return how much of each page is covered with cyan, magenta, yellow and black, 0 to 1, bleed included."""
    lines = ghostscript([path], "inkcov", "-dUseBleedBox", "-o", "-").splitlines()
    return [tuple(float(word) for word in line.split()[:4]) for line in lines if "CMYK OK" in line]


def plates(folder, *paths, dpi=72, box="-dUseBleedBox"):
    """Return all pages of files as the printer's plates have them: pictures in CMYK, cut at a box."""
    ghostscript(paths, "tiff32nc", f"-r{dpi}", *([box] if box else []), "-o", f"{folder}/plate-%04d.tif")
    pages = []
    for path in sorted(folder.glob("plate-*.tif")):
        with Image.open(path) as image:
            image.load()
            pages.append(image)
        path.unlink()
    return pages


def most_ink(image):
    """Return the most ink on one spot, in per cent."""
    return max((sum(colour) for _, colour in image.getcolors(image.width * image.height)), default=0) / 2.55


def checked(path):
    """Return what `qpdf --check` has to say against a file."""
    done = subprocess.run(["qpdf", "--check", str(path)], check=False, capture_output=True, text=True)
    return "" if done.returncode == 0 and "No syntax or stream encoding errors" in done.stdout else done.stdout


def objects(path):
    """Return every object of a file, as qpdf writes them."""
    done = subprocess.run(
        ["qpdf", "--json=2", "--json-key=qpdf", "--json-stream-data=none", str(path)], check=True, capture_output=True
    )
    return [
        value.get("value", value.get("stream", {}).get("dict"))
        for value in json.loads(done.stdout)["qpdf"][1].values()
        if isinstance(value, dict)
    ]


def tables(path):
    """Return every dictionary of a file, those within others too."""
    return [table for thing in objects(path) for table in _tables(thing)]


def _tables(thing):
    if isinstance(thing, dict):
        yield thing
    for inner in thing.values() if isinstance(thing, dict) else thing if isinstance(thing, list) else ():
        yield from _tables(inner)


def read(content):
    """Open a file with pypdf."""
    return pypdf.PdfReader(io.BytesIO(content))


def box(page, name):
    """Return a box of a page, in millimetres from the trim's bottom left."""
    left, bottom = (float(value) for value in page["/TrimBox"][:2])
    x0, y0, x1, y1 = (float(value) for value in page[name])
    return tuple(round(value / MM, 2) for value in (x0 - left, y0 - bottom, x1 - left, y1 - bottom))


def operations(page):
    """Return the operands and operators of a page, of its forms, patterns and drawn glyphs."""
    streams = [pypdf.generic.ContentStream(stream, page.pdf) for stream in _streams(page)]
    return [(operands, operator.decode()) for stream in streams for operands, operator in stream.operations]


def choices(page):
    """Return the operators that choose colours on a page whose strings are written in hexadecimal; far faster."""
    return {
        word
        for stream in _streams(page)
        for word in stream.get_data().decode("latin-1").split()
        if word in PAINTS_COLOUR
    }


def _streams(page):
    waiting, seen = [page], set()
    while waiting:
        thing = waiting.pop()
        stream = thing.get_contents() if hasattr(thing, "get_contents") else thing
        if stream is not None:
            yield stream
        for inner in _called(thing):
            if id(inner) not in seen:
                seen.add(id(inner))
                waiting.append(inner)


def _called(thing):
    resources = thing.get("/Resources", {})
    resources = resources.get_object() if hasattr(resources, "get_object") else resources
    for kind in ("/XObject", "/Pattern"):
        for inner in resources.get(kind, {}).values():
            inner = inner.get_object()
            if inner.get("/Subtype") != "/Image" and inner.get("/PatternType") != 2:
                yield inner
    for font in resources.get("/Font", {}).values():
        for glyph in font.get_object().get("/CharProcs", {}).values():
            yield glyph.get_object()


def operators(page):
    """Return the operators of a page and of all it calls for."""
    return [operator for _, operator in operations(page)]
