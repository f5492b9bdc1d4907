"""MuPDF, which small readers are made of, draws every e-book; its pictures stay in `build/readers/`."""

import re
import subprocess
from itertools import pairwise

from lxml import etree
from PIL import Image

from tests.epub.judge import Judge
from tests.readers import library
from tests.readers.defects import damaged

SCREEN = ("-q", "-W", "420", "-H", "600", "-S", "13")
"""Points of a telephone's screen, and of its letters."""
DRAWN = "1-8"
"""The pages of which pictures are made."""
SHADES = 10
"""Greys of the edges of letters: a bare page has one."""
LETTER = re.compile("[\u0621-\u064a\u0671-\u06d3]")
FONTS = {"Amiri Regular"}
LEAP = 2.5
"""Points by which a letter may begin to the right of the one before it: some are written below their neighbour."""
LINE = 100
"""Points to the right at which another line begins, or the same one goes on beyond Turkish words."""
USUAL = {"warning: ICC support is not available", "warning: unknown epub version: 3.0"}
"""What it says of any EPUB 3; its reader was written for EPUB 2."""


def mutool(*arguments):
    """Return what mutool writes, and what it has to say beside the usual."""
    done = subprocess.run(["mutool", "draw", *SCREEN, *arguments], capture_output=True, check=True, timeout=60)
    return done.stdout.decode(), set(done.stderr.decode().splitlines()) - USUAL


def test_it_is_drawn_from_the_cover_on(book):
    pictures = library.ROOT / "mupdf" / book.stem
    pictures.mkdir(parents=True, exist_ok=True)
    _, said = mutool("-r", "90", "-o", str(pictures / "%02d.png"), str(book), DRAWN)
    assert said == set()
    drawn = sorted(pictures.glob("*.png"))
    assert len(drawn) == 8
    assert [page.name for page in drawn if len(Image.open(page).convert("L").getcolors()) < SHADES] == []


def arabic(path):
    """Yield every word in Arabic letters: its font, and how far each letter stands from the left, in reading order."""
    said, _ = mutool("-F", "stext", "-o", "-", str(path))
    for run in etree.fromstring(said.encode(), etree.XMLParser(huge_tree=True)).iter("font"):
        word = []
        for sign in run.iter("char"):
            place = float(sign.get("x"))
            if word and (sign.get("c").isspace() or place > word[-1] + LINE):
                yield run.get("name"), word
                word = []
            word += [place] if LETTER.match(sign.get("c")) else []
        if word:
            yield run.get("name"), word


def test_letters_of_a_verse_stand_from_right_to_left_in_the_font_of_the_book(book):
    words = list(arabic(book))
    assert {font for font, _ in words} <= FONTS
    assert [word for _, word in words if any(two > one + LEAP for one, two in pairwise(word))] == []
    assert bool(words) == ("ar" in Judge(book.read_bytes()).metadata("dc:language"))


def test_its_first_pages_say_the_title(book):
    text, _ = mutool("-F", "txt", "-o", "-", str(book), "1-3")
    title, *_ = Judge(book.read_bytes()).metadata("dc:title")
    assert "".join(title.split()) in "".join(text.split())


def test_it_says_so_where_a_document_is_broken(books, tmp_path):
    broken = damaged(books["notes"], tmp_path / "x.epub", "EPUB/bolum-02.xhtml", "</body>", "</bodi>")
    assert mutool("-F", "txt", "-o", "-", str(broken))[1] != set()
