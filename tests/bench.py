"""What building costs: `make bench`. Seconds, CPU, pages and memory of whole processes, beside bare WeasyPrint.

Bare WeasyPrint lays out the very HTML that we hand it, with the same fonts, style sheets, dictionary and options, in a
process of its own. Both take turns in every round, so that a machine that slows down slows both; the ratio is the
median of the rounds' ratios.
"""

import argparse
import os
import pickle
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.library import booklet

HOME = Path(__file__).parents[1]
ROUNDS = 5
BARE = """
import pickle, sys
from tests.bench import bare
bare(sys.argv[1], sys.argv[2])
"""


def bare(page, output):
    """Lay a pickled page out with WeasyPrint as it comes, our fonts and dictionary given to it."""
    from tests.bare import write

    with open(page, "rb") as file:  # noqa: PTH123
        write(pickle.load(file), output)  # noqa: S301  # written by this very run


def run(command):
    """Run a command; return wall seconds, CPU seconds and peak MB of the process."""
    begun = time.monotonic()
    process = subprocess.Popen(command, cwd=HOME, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    talk = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{' '.join(map(str, command))}\n{talk}")
    return time.monotonic() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def pages(pdf):
    """Count the pages of a PDF."""
    import pypdf

    return len(pypdf.PdfReader(pdf).pages)


def ours(kind, folder, output, cache):
    """Return the command that makes an artefact."""
    return [sys.executable, "-m", "publish", kind, folder, "-o", output, "--cache", cache, "--quiet"]


def measure(folder, scratch):
    """Print the figures of one booklet."""
    name, cache = folder.name, scratch / "cache"
    pdf, epub, page = scratch / f"{name}.pdf", scratch / f"{name}.epub", scratch / f"{name}.pickle"
    shutil.rmtree(cache, ignore_errors=True)
    cold = run(ours("pdf", folder, pdf, cache))
    run([sys.executable, "-m", "tests.bare", folder, page, cache])
    rows = []
    for _ in range(ROUNDS):
        warm = run(ours("pdf", folder, pdf, cache))
        book = run(ours("epub", folder, epub, cache))
        plain = run([sys.executable, "-c", BARE, page, scratch / f"{name}-bare.pdf"])
        rows.append((warm, book, plain))
    count = pages(pdf)
    middle = [[statistics.median(row[part][figure] for row in rows) for figure in range(3)] for part in range(3)]
    ratio = [statistics.median(row[0][figure] / row[2][figure] for row in rows) for figure in range(3)]
    print(f"{name}: {count} pages, bare {pages(scratch / f'{name}-bare.pdf')}; {pdf.stat().st_size / 1000:.0f} kB")
    print(f"  {'':<16}{'wall s':>8}{'CPU s':>8}{'pages/s':>9}{'peak MB':>9}")
    for label, (wall, cpu, peak) in zip(
        ("cold PDF", "warm PDF", "EPUB", "bare WeasyPrint"), (cold, *middle), strict=True
    ):
        print(f"  {label:<16}{wall:>8.2f}{cpu:>8.2f}{count / wall:>9.1f}{peak:>9.0f}")
    print(f"  {'ratio to bare':<16}{ratio[0]:>8.2f}{ratio[1]:>8.2f}{'':>9}{ratio[2]:>9.2f}", flush=True)


def text_layer():
    """Print what the text layer costs on a hundred pages of Turkish with Arabic in it.

    Of each way the least counts: what else the machine does only adds to it.
    """
    ways = [[sys.executable, "-m", "tests.pdf.text_layer.cost", way] for way in ("with", "without")]
    rounds = [[run(way)[1] for way in ways] for _ in range(ROUNDS)]
    given, bare = (min(spent) for spent in zip(*rounds, strict=True))
    print(f"text layer, 100 pages: CPU {given:.2f} s, without {bare:.2f} s, ratio {given / bare:.2f}", flush=True)


def main():
    """Measure the booklets of content/, one of about 280 pages, and the text layer."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="*", help="booklets; those of content/ and a long one if none")
    folders = parser.parse_args().folders
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch)
        if not folders:
            long = root / "long"
            long.mkdir()
            settings, text = booklet(280)
            (long / "booklet.toml").write_text(settings, "utf-8")
            (long / "text.md").write_text(text, "utf-8")
            folders = [*sorted(path.parent for path in (HOME / "content").glob("*/text.md")), long]
        for folder in folders:
            measure(folder, root)
    text_layer()


if __name__ == "__main__":
    main()
