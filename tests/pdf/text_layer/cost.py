"""A hundred pages of mixed text, laid out with the text layer or without: what `bench` measures.

`python -m tests.pdf.text_layer.cost with|without` lays them out once.
"""

import random
import sys
from itertools import cycle

from publish.pdf import text_layer
from publish.render.lines import write_text
from tests.library import Writer
from tests.pdf.samples import pages_of
from tests.pdf.text_layer.samples import CSS, block, passages, run

PARAGRAPHS = 330
"""A hundred pages of A5."""


def body():
    """Return Turkish paragraphs, every one with a phrase in a line, a verse after every third."""
    writer, draw = Writer(1), random.Random(2)
    verses = cycle(passages(200, seed=7))
    parts = []
    for count in range(PARAGRAPHS):
        phrase = " ".join(next(verses).split()[: draw.randint(1, 5)])
        sentences = [write_text(writer.sentence(), "span") for _ in range(6)]
        parts.append(f"<p>{' '.join(sentences[:3])} {run(phrase)} {' '.join(sentences[3:])}</p>")
        if count % 3 == 0:
            parts.append(block(next(verses)))
    return "".join(parts)


if __name__ == "__main__":
    if sys.argv[1] == "without":
        text_layer.install = lambda: None
    pages_of(body(), CSS)
