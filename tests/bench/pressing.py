"""What it costs to make the printer's file and the folded sheets of pages that are laid out, and what was made.

`python -m tests.bench.pressing print FOLDER LAID PDF` and `sheets PRINT PDF` write them and print the CPU seconds
of it: no imports, and no preflight.
"""

import sys
import time
from pathlib import Path

import pypdf


def printed(folder, laid, output):
    """Write a print PDF; return its CPU seconds."""
    from publish import build
    from publish.build import printing
    from publish.press.print import print_pdf  # noqa: F401  # its import is not measured

    job = build.Job(Path(folder), Path("styles"), Path(output).parent / "cache")
    begun = time.process_time()
    outcome, _ = printing.print_job(job, Path(laid))
    Path(output).write_bytes(outcome.content)
    return time.process_time() - begun


def sheets(file, output):
    """Write the sheets of a print PDF; return their CPU seconds."""
    from publish.model.length import Mm
    from publish.press.imposition.impose import Document, impose
    from publish.press.imposition.plan import Plan

    begun = time.process_time()
    marks = frozenset(("crop", "fold"))
    plan = Plan("short_edge", marks, size=None, spine="left", fold="sharp", caliper=Mm(0.1), blanks="end")
    made, _ = impose(Document(Path(file).read_bytes(), file), plan)
    Path(output).write_bytes(made.content)
    return time.process_time() - begun


def judged(laid, once, again):
    """Say of a print PDF that was made twice what it has to be, and whether it is."""
    source, made = pypdf.PdfReader(laid), pypdf.PdfReader(once)
    fonts = {font["/BaseFont"] for page in made.pages for font in page["/Resources"].get("/Font", {}).values()}
    told = {
        "vector": len(_pictures(made)) <= len(_pictures(source)),  # a page that became a bitmap is one more
        "fonts subset": bool(fonts) and all(name[7] == "+" for name in fonts),
        "the same bytes twice": once.read_bytes() == again.read_bytes(),
    }
    said = ", ".join(words if is_so else f"NOT {words}" for words, is_so in told.items())
    return f"{len(made.pages)} pages, {said}"


def _pictures(file):
    """Return the objects of a file that are pictures."""
    things = (file.get_object(number) for number in range(1, file.trailer["/Size"]))
    return [thing for thing in things if isinstance(thing, dict) and thing.get("/Subtype") == "/Image"]


if __name__ == "__main__":
    made = {"print": printed, "sheets": sheets}[sys.argv[1]]
    sys.stdout.write(f"{made(*sys.argv[2:])}\n")
