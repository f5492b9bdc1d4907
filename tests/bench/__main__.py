"""What building costs, and how even its lines are: `make bench`.

Ours, bare WeasyPrint and the other engines take turns in every round, each in a process of its own, so that a machine
that slows down slows all of them; a ratio is the median of the rounds' ratios. “Setting” is layout and drawing alone.
"""

import argparse
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from tests.bench import pressing
from tests.bench.peers import Peer, missing, peers
from tests.bench.process import HOME, Cost, run
from tests.library import booklet
from tests.pdf import colour

ROUNDS = 5
LONG = (20, 300)
"""About how many pages the books have whose words never come back, so that no cache is flattered."""
DIFFERENCES = """\
The same in all: text, fonts, trim, measure, depth, sizes, leading, notes. Spaces are .25 em before a line is filled,
.20 in bare WeasyPrint, which has our HTML, style sheets and dictionary. Typst and LuaLaTeX have their own Turkish
patterns, plain tables, room for twelve lines for a picture, no links, no index, no page numbers in the contents.
LuaLaTeX: one pass, no tags, glyphs scaled by 2 %, signs hung out, Arabic by HarfBuzz. Typst: Arabic isolated by hand.
Spaces in em over full lines; setting: CPU seconds of layout and drawing alone. Print PDF: the whole of
`publish print`, preflight too, made of the reading PDF in the same round; its setting: preflight and imports apart, as
that of the sheets, which are made of it.
"""


def publish(kind, folder, output, cache):
    """Return the command that makes an artefact."""
    return [sys.executable, "-m", "publish", kind, folder, "-o", output, "--cache", cache, "--quiet"]


def setting(*words):
    """Return the command that sets pages and says what it cost."""
    return [sys.executable, "-m", "tests.bench.setting", *words]


def pressed(*words):
    """Return the command that makes what is printed and says what it cost."""
    return [sys.executable, "-m", "tests.bench.pressing", *words]


def measure(folder, scratch):
    """Print the figures of one booklet."""
    name, cache = folder.name, scratch / "cache"
    epub, page, bare = scratch / f"{name}.epub", scratch / f"{name}.pickle", scratch / f"{name}-bare.pdf"
    shutil.rmtree(cache, ignore_errors=True)
    pdf = scratch / f"{name}.pdf"
    cold = run(publish("pdf", folder, pdf, cache), scratch)
    run(setting("keep", folder, cache, page), scratch)
    engines = [
        Peer("ours", setting("ours", folder, cache, pdf), pdf),
        Peer("bare WeasyPrint", setting("bare", page, bare), bare),
        *peers(folder, scratch, cache),
    ]
    made = [scratch / f"{name}-{kind}.pdf" for kind in ("print", "again", "booklet")]
    presses = [
        [*publish("print", folder, made[0], cache), "--laid", pdf],
        pressed("print", folder, pdf, made[1]),
        pressed("sheets", made[0], made[2]),
    ]
    rounds, others = [], []
    for _ in range(ROUNDS):
        rounds.append([run(engine.command, scratch) for engine in engines])
        others.append([run(command, scratch) for command in presses])
    book = run(publish("epub", folder, epub, cache), scratch)
    sys.stdout.write(f"\n{name}{'':<{22 - len(name)}}{'wall s':>8}{'CPU s':>8}{'setting':>8}{'MB':>6}{colour.HEAD}\n")
    figures = range(len(Cost._fields))
    for number, engine in enumerate(engines):
        middle = Cost(*(statistics.median(row[number][figure] for row in rounds) for figure in figures))
        say(engine.name, middle, colour.row(colour.colour(engine.pdf)))
    ratios = [statistics.median(row[0][figure] / max(0.01, row[1][figure]) for row in rounds) for figure in figures]
    wall, cpu, peak, part = ratios
    sys.stdout.write(f"  {'ours to bare':<20}{wall:>8.2f}{cpu:>8.2f}{part:>8.2f}{peak:>6.2f}\n")
    say_pressed(others, [row[0] for row in rounds], pressing.judged(pdf, *made[:2]))
    say("with no cache", cold)
    say("EPUB", book)
    sys.stdout.flush()


def say_pressed(rounds, layouts, verdict):
    """Print the figures of what is printed: `publish print`, the conversion of its pages alone, the sheets."""
    whole, alone, sheets = (
        Cost(*map(statistics.median, zip(*costs, strict=True))) for costs in zip(*rounds, strict=True)
    )
    say("print PDF", whole._replace(setting=alone.setting))
    say("sheets", sheets)
    ratios = [
        statistics.median(
            row[which].setting / max(0.01, layout.setting) for row, layout in zip(rounds, layouts, strict=True)
        )
        for which in (1, 2)
    ]
    sys.stdout.write(f"  {verdict}: print PDF to setting {ratios[0]:.2f}, sheets {ratios[1]:.2f}\n")


def say(name, cost, more=""):
    setting = f"{cost.setting:>8.2f}" if cost.setting else f"{'':>8}"
    sys.stdout.write(f"  {name:<20}{cost.wall:>8.2f}{cost.cpu:>8.2f}{setting}{cost.peak:>6.0f}{more}\n")


def text_layer(scratch):
    """Print what the text layer costs on a hundred pages of Turkish with Arabic in it.

    Of each way the least counts: what else the machine does only adds to it.
    """
    ways = [[sys.executable, "-m", "tests.pdf.text_layer.cost", way] for way in ("with", "without")]
    rounds = [[run(way, scratch).cpu for way in ways] for _ in range(ROUNDS)]
    given, bare = (min(spent) for spent in zip(*rounds, strict=True))
    sys.stdout.write(f"\ntext layer, 100 pages: CPU {given:.2f} s, without {bare:.2f} s, ratio {given / bare:.2f}\n")


def made_up(pages, scratch):
    """Write a book of about so many pages; return its folder."""
    folder = scratch / f"random-{pages}"
    folder.mkdir()
    settings, text = booklet(pages)
    (folder / "booklet.toml").write_text(f"{settings}\n[print]\npublished = false\n", "utf-8")
    (folder / "text.md").write_text(text, "utf-8")
    return folder


def main():
    """Measure the booklets of content/, two whose words are drawn at random, and the text layer."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("folders", type=Path, nargs="*", help="booklets; those of content/ and two made up if none")
    folders = parser.parse_args().folders
    sys.stdout.write(DIFFERENCES + "".join(f"{line}\n" for line in missing()))
    with tempfile.TemporaryDirectory() as place:
        scratch = Path(place)
        if not folders:
            folders = sorted(path.parent for path in (HOME / "content").glob("*/text.md"))
            folders += [made_up(pages, scratch) for pages in LONG]
        for folder in folders:
            measure(folder, scratch)
        text_layer(scratch)


if __name__ == "__main__":
    main()
