"""Pages made up as in a book: filled to their depth, facing ones alike, and nothing amiss where they are turned."""

import gc
import random
import re
from collections import Counter
from itertools import pairwise

import pytest
import weasyprint
from weasyprint.formatting_structure.boxes import PageBox

from publish.model.lines import Ending
from publish.pdf.composer import lines as composed
from publish.pdf.composer.paragraph import Paragraph
from publish.pdf.pagination.laid import Laid, flaws
from publish.pdf.pagination.made import Made
from publish.pdf.typeset import lay_out
from publish.render.print import to_html
from tests.library import booklet
from tests.pdf.composer.test_colour import texts
from tests.pdf.samples import STYLES, laid, pages_of, read, reader, text_of, world, write
from tests.pdf.test_grid import book

LIBRARY = 30
"""Pages of the booklet that is looked through."""


@pytest.fixture(scope="module", params=["a5", "135x210"])
def library(request, tmp_path_factory):
    settings, text = booklet(LIBRARY)
    settings = settings.replace("\n\n[quran]", f'\nprint.trim = "{request.param}"\n\n[quran]', 1).split("[quran]")[0]
    pdf, findings = laid(tmp_path_factory.mktemp("kitap"), text, settings)
    assert not findings
    return book(pdf, request.param)


@pytest.mark.untraced
def test_facing_pages_are_of_one_depth(library):
    spreads = list(library.spreads())
    assert len(spreads) >= 10
    assert sum(left == right for _, left, right in spreads) >= 0.95 * len(spreads)


@pytest.mark.untraced
def test_most_pages_are_full(library):
    spreads = list(library.spreads())
    assert sum(-1 <= left <= 1 for _, left, _ in spreads) >= 0.7 * len(spreads)
    assert max(left for _, left, _ in spreads) <= 3


@pytest.mark.untraced
def test_pages_end_in_whole_words_though_words_without_sense_are_hard_to_set(library):
    rectos = [page for page in library.text if page.is_recto]
    assert len(rectos) >= 14
    assert sum(map(library.ends_in_hyphen, rectos)) <= 0.02 * len(rectos)
    assert sum(map(library.ends_in_hyphen, library.text)) <= 0.1 * len(library.text)


@pytest.mark.untraced
@pytest.mark.parametrize("trim", ["a5", "a6", "135x210"])
def test_no_right_hand_page_of_turkish_prose_ends_in_a_hyphen(trim, tmp_path):
    parts = [re.sub(r"\[\^\d]", "", part) for text in texts().values() for part in text.split("\n\n")]
    prose = [part for part in parts if len(part) > 80 and not part.startswith((":", "#", "["))]
    chosen = random.Random(7)
    shuffled = [part for _ in range(5) for part in chosen.sample(prose, len(prose))]
    settings = f'title = "Deneme"\n[print]\ntrim = "{trim}"\n'
    pdf, _ = laid(tmp_path, "\n\n".join(("# Bölüm", *shuffled)), settings)
    made = book(pdf, trim)
    rectos = [page for page in made.text if page.is_recto]
    assert len(rectos) >= 14
    assert sum(map(made.ends_in_hyphen, rectos)) <= 0.02 * len(rectos)


@pytest.mark.untraced
def test_every_line_of_a_long_booklet_stands_on_the_grid(library):
    assert sum(len(page.rows) for page in library.text) > 500
    assert list(library.strays()) == []


def alone(folder, text, settings='title = "Deneme"'):
    """Return the lines that stand alone at the head or the foot of a page, and how many pages were looked at."""
    place = write(folder, text, settings)
    html, _ = to_html(read(place), STYLES, world(place))
    pages, _ = lay_out(html, world(place), with_lines=True)
    by_page = {}
    for line in pages.lines:
        if not line.is_note:
            by_page.setdefault(line.page_number, []).append(line)
    found = []
    for number, lines in by_page.items():
        before = by_page.get(number - 1)
        if before and before[-1].ending is not Ending.LAST:
            found += [lines[0].text] if lines[0].ending is Ending.LAST else []
            found += [before[-1].text] if len(before) > 1 and before[-2].ending is Ending.LAST else []
    return found, len(by_page)


@pytest.mark.untraced
def test_no_line_of_a_paragraph_stands_alone(tmp_path):
    found, count = alone(tmp_path, booklet(20)[1])
    assert (found, count > 15) == ([], True)


@pytest.mark.untraced
def test_every_note_stands_on_the_page_of_its_mark(tmp_path):
    chosen = random.Random(3)
    parts = [
        f"{WORDS * chosen.randint(1, 3)}İmi{number}m.[^{number}]{WORDS}\n\n[^{number}]: "
        f"Notu{number}n: {WORDS * chosen.randint(0, 2)}\n\n" + "## Ara\n\n" * (number % 4 == 1)
        for number in range(24)
    ]
    pdf, _ = laid(tmp_path, "# Bölüm\n\n" + "".join(parts), 'title = "Deneme"\n[print]\ntrim = "a6"\n')
    pages = [re.sub(r"\s", "", page.extract_text()) for page in reader(pdf).pages]
    for number in range(24):
        marks, notes = (
            [i for i, page in enumerate(pages) if f"{word}{number}{end}" in page]
            for word, end in (("İmi", "m."), ("Notu", "n:"))
        )
        assert (number, marks) == (number, notes)


def test_a_hole_above_notes_is_seen_though_the_facing_page_ends_the_chapter():
    def page(lacks, *, goes_on):
        return Laid(Made(None, None, goes_on, lacks, 0, 30, has_notes=True), None, (), 0, parts=False)

    assert flaws([page(5, goes_on=True), page(0, goes_on=False)]) == (5, 0)
    assert flaws([page(0, goes_on=True), page(0, goes_on=False)]) == (0, 0)


SHEET = """
@page { size: 148mm 330pt; margin: 15pt 22mm }
html { font: 10.75pt/15pt Metin, Ayet; text-align: justify; hyphens: auto; hyphenate-limit-chars: 5 2 2 }
p { margin: 0; orphans: 2; widows: 2 }
"""
WORDS = (
    "Kâğıdın hikâyesi uzundur; onu yapanlar, boyayanlar ve parlatanlar bu hikâyenin içindedir, "
    "mürekkebi kaynatan da, kalemi yontan da, satırın altına çizgi çeken de. "
)


@pytest.mark.untraced
def test_the_same_pages_come_twice(tmp_path):
    body = "".join(f"<p>{WORDS * (2 + number % 5)}{number}</p>" for number in range(40))
    assert pages_of(body, SHEET, tmp_path)[0] == pages_of(body, SHEET, tmp_path)[0]


@pytest.mark.parametrize("seed", [1, 28, 106])
def test_a_document_that_ends_a_spread_earlier_than_first_thought_is_not_set_again(seed, tmp_path):
    chosen = random.Random(seed)
    count = chosen.randrange(14, 22)
    prose = (" ".join(chosen.choices(WORDS.split(), k=chosen.randrange(20, 90))) for _ in range(count))
    body = "".join(f"<p>{paragraph}</p>" for paragraph in (*prose, "SON."))
    pages = text_of(pages_of(body, SHEET, tmp_path)[0])
    assert ("".join(pages).count("SON."), len(pages) > 4) == (1, True)


@pytest.mark.untraced
def test_what_is_not_drawn_is_let_go_of_though_nobody_collects_it(tmp_path, monkeypatch):
    counts = Counter()
    write = weasyprint.Document.write_pdf

    def counting(document, *arguments, **options):
        counts.update(type(thing) for thing in gc.get_objects() if type(thing) in (PageBox, Paragraph))
        return write(document, *arguments, **options)

    monkeypatch.setattr(weasyprint.Document, "write_pdf", counting)
    monkeypatch.setattr(composed, "KEPT", 5)
    gc.collect()
    pdf, _ = laid(tmp_path, booklet(20)[1])
    pages = len(reader(pdf).pages)
    assert pages > 15
    assert (counts[PageBox] <= pages + 4, counts[Paragraph] < 30) == (True, True)


@pytest.mark.untraced
def test_a_block_gets_a_line_of_air_and_not_those_that_look_like_it(tmp_path):
    listing = "Şunu yazın:\n\n```\nilk\nkod\nkod\nkod\nkod\n```\n\n"
    pdf, findings = laid(tmp_path, "# Bölüm\n\n" + listing * 40)
    assert not findings
    made = book(pdf, "a5")
    gaps = [
        round((below.baseline - above.baseline) / made.leading)
        for page in made.text
        for above, below in pairwise(page.rows)
        if below.text == "ilk"
    ]
    assert len(gaps) > 30
    assert (min(gaps), max(gaps)) == (2, 3)


@pytest.mark.untraced
@pytest.mark.parametrize(
    "css",
    [
        "html { line-height: 0 }",
        "html { font-size: 0 }",
        "@page { size: 60mm 25mm; margin: 2mm } p { orphans: 5; widows: 5 }",
        "@page { size: 148mm 80mm } p { break-inside: avoid; margin: 3mm 0 } p:nth-child(3n) { break-after: avoid }",
        "body { columns: 2 } p { orphans: 4 }",
        "p { margin-top: 400mm }",
        "html { direction: rtl }",
    ],
    ids=["no leading", "no size", "small pages", "whole paragraphs", "columns", "large margins", "from right to left"],
)
def test_whatever_a_style_sheet_asks_for_all_words_come_out_once(tmp_path, css):
    body = "".join(f"<p>{WORDS * (1 + number % 4)}son{number}b</p>" for number in range(18))
    pdf, findings = pages_of(body, SHEET + css, tmp_path)
    ends = re.findall(r"son(\d+)b", "".join(text_of(pdf)))
    assert not [finding for finding in findings if finding.code == "P006"]
    if "font-size: 0" not in css:
        assert sorted(ends, key=int) == [str(number) for number in range(18)]
