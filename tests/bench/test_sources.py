"""What other engines are given to set is the text of the booklet, all of it and as it stands."""

import re
from collections import Counter
from pathlib import Path

import pytest

from publish import build
from publish.model.inline import plain
from publish.render.prepared import prepare
from tests.bench import latex_source, typst_source
from tests.bench.flat import Note, Par, Run, flat, words
from tests.bench.page import numbers
from tests.pdf.samples import CACHE, ROOT, STYLES, read, write

WORD = re.compile(r"\w+")
NUMBERS = numbers("a5")


@pytest.mark.parametrize("name", ["dualar", "matbaa", "rehber"])
def test_no_word_of_a_booklet_is_lost(name):
    job = build.Job(ROOT / "content" / name, STYLES, CACHE)
    booklet, _ = build.read(job, job.ledger())
    ours = Counter(word for line in prepare(booklet).lines() for word in WORD.findall(plain(line)))
    assert not ours - Counter(WORD.findall(words(flat(booklet))))


def test_a_note_stands_at_its_mark_and_once(tmp_path):
    pars = flat(read(write(tmp_path, "Bir söz[^1] ve bir daha[^1].\n\n[^1]: Notun kendisi.")))
    (text,) = (par for par in pars if par.kind == "text")
    assert [run.runs[0].text for run in text.runs if isinstance(run, Note)] == ["Notun kendisi."]
    assert words(pars).count("Notun kendisi.") == 1


def test_what_means_something_to_typst_is_written_as_it_stands():
    made = typst_source.source([Par("text", [Run("", 'a\\b "c" #d $e$ *f*'), Run("it", "g")])], NUMBERS, "Deneme")
    assert made.splitlines()[-2] == '#"a\\\\b \\"c\\" #d $e$ *f*";#it[#"g"]'


def test_what_means_something_to_tex_is_written_as_it_stands():
    pars = [Par("text", [Run("", "%50’si a_b {c} \\d ~\u00a0&"), Run("ar", "قلم")])]
    made = latex_source.source(pars, NUMBERS, Path("fonts"), "Deneme")
    assert "\n\\%50’si a\\_b \\{c\\} \\textbackslash{}d \\textasciitilde{}~\\&\\Ar{قلم}\\par\n" in made


def test_the_numbers_of_a_page_are_those_of_its_style_sheet():
    assert NUMBERS["page-width"] == pytest.approx(419.53, abs=0.01)
    assert NUMBERS["leading"] == 15
