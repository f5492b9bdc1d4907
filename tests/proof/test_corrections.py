"""A hundred corrections of a real booklet: every one is named, and nothing else."""

import shutil
from collections import Counter

import pytest

from publish import build
from publish.build import proof
from publish.pdf.proof import reading
from publish.proof.compare import compare
from publish.proof.resolve import resolve
from tests.pdf.samples import CACHE, ROOT, STYLES
from tests.pdf.shelf import pdf_of
from tests.proof.corrections import Corrector, read

pytestmark = pytest.mark.untraced

CORRECTIONS = 100


def text_of(folder):
    return proof.text_at(build.Job(folder, STYLES, CACHE))


def test_a_hundred_corrections_are_all_named_and_nothing_else(shelf, tmp_path):
    old = ROOT / "content" / "matbaa"
    corrector = Corrector((old / "text.md").read_text("utf-8"), seed=2)
    corrector.correct(CORRECTIONS)
    assert corrector.done.total() == CORRECTIONS
    assert len(corrector.done) >= 15  # kinds of corrections
    new = tmp_path / old.name
    shutil.copytree(old, new)
    shutil.copy(old.parent / "house.toml", tmp_path)
    (new / "text.md").write_text(corrector.text(), "utf-8")
    now = text_of(new)
    comparison = compare(text_of(old), now, "")
    named = Counter(
        (change.deed, change.kind, change.is_whole, read(change.old), read(change.new)) for change in comparison.changes
    )
    assert named == corrector.expected
    assert comparison.reflowed > 20  # and all that only moved is told once
    printed = reading.text_of(pdf_of(shelf.ours(old.name)).read_bytes())
    assert compare(resolve(printed, now), now, "") == comparison  # what stands on paper says the same
