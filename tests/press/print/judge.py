"""Judges of print PDFs that import nothing of the press: Ghostscript renders, qpdf lists the objects, pypdf reads."""

import io
import json
import subprocess

import pypdf
from PIL import Image

MM = 72 / 25.4
PAINTS_COLOUR = {"g", "G", "rg", "RG", "cs", "CS", "sc", "SC", "ri"}


def ghostscript(path, device, *options):
    """Return what Ghostscript writes to its output, pages cut at the bleed."""
    command = ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", f"-sDEVICE={device}", "-dUseBleedBox", *options]
    return subprocess.run([*command, "-o", "-", str(path)], check=True, capture_output=True).stdout


def inks(path):
    """Return how much of each page is covered with cyan, magenta, yellow and black, 0 to 1."""
    lines = ghostscript(path, "inkcov").decode().splitlines()
    return [tuple(float(word) for word in line.split()[:4]) for line in lines if "CMYK OK" in line]


def plates(path, page, dpi=72):
    """Return a page as the printer's plates have it: a picture in CMYK."""
    raw = ghostscript(path, "tiff32nc", f"-r{dpi}", f"-dFirstPage={page}", f"-dLastPage={page}")
    with Image.open(io.BytesIO(raw)) as image:
        image.load()
        return image


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


def read(content):
    """Open a file with pypdf."""
    return pypdf.PdfReader(io.BytesIO(content))


def box(page, name):
    """Return a box of a page, in millimetres from the trim's bottom left."""
    left, bottom = (float(value) for value in page["/TrimBox"][:2])
    x0, y0, x1, y1 = (float(value) for value in page[name])
    return tuple(round(value / MM, 2) for value in (x0 - left, y0 - bottom, x1 - left, y1 - bottom))


def operators(page, reader):
    """Return the operators of a page, of its forms and of its patterns."""
    found, waiting, seen = [], [page], set()
    while waiting:
        thing = waiting.pop()
        stream = thing.get_contents() if hasattr(thing, "get_contents") else thing
        if stream is not None:
            found += [operator.decode() for _, operator in pypdf.generic.ContentStream(stream, reader).operations]
        resources = thing.get("/Resources", {}).get_object()
        for kind in ("/XObject", "/Pattern"):
            for inner in resources.get(kind, {}).values():
                inner = inner.get_object()
                if inner.get("/Subtype") != "/Image" and inner.get("/PatternType") != 2 and id(inner) not in seen:
                    seen.add(id(inner))
                    waiting.append(inner)
    return found
