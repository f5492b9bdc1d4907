"""Whole booklets, laid out once a test run whoever wants to judge them: ours that ship, and one by somebody else."""

import fcntl
import shutil

import pytest

from publish import build
from publish.model import page_map
from publish.source import importing
from tests.pdf.samples import CACHE, ROOT, STYLES
from tests.tracing import untraced
from tests.volumes import VOLUMES

OURS = tuple(sorted(path.parent.name for path in (ROOT / "content").glob("*/text.md")))
REAL = ROOT.parent / "shared" / "documents" / "kazakistan.txt"


def job(place):
    return build.Job(place, STYLES, CACHE)


class Shelf:
    """Keeps the folders of booklets and their PDFs, which all processes of a test run share."""

    def __init__(self, folder):
        self._folder = folder

    def ours(self, name, trim="a5"):
        """Return the folder of a booklet of ours in that trim; its PDF lies beside it."""
        return self._kept(f"{name}-{trim}", lambda place: _copy(name, trim, place))

    def real(self):
        """Return the folder of a document that somebody else wrote; the test is skipped where it is not at hand."""
        if not REAL.exists():
            pytest.skip("the real document is not at hand")
        return self._kept("real-a5", _import)

    def volume(self, name, count):
        """Return the folder of a booklet that is much of one thing (tests/volumes.py), as long as asked for."""
        return self._kept(f"{name}-{count}", lambda place: VOLUMES[name](place, count))

    @untraced
    def epub(self, place):
        """Return the e-book of a booklet on the shelf, with the pages of its PDF in it."""
        path = place.parent / "x.epub"
        with (place.parent / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not path.exists():
                pages = page_map.from_json(pages_of(place).read_bytes())
                outcome = build.make_epub(job(place), job(place).ledger(), pages)
                found = [finding.message("en") for finding in outcome.findings if finding.code.startswith("E")]
                assert found == []
                path.write_bytes(outcome.content)
        return path

    @untraced
    def _kept(self, key, furnish):
        home = self._folder / key
        home.mkdir(parents=True, exist_ok=True)
        place = home / "kitap"
        with (home / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not pdf_of(place).exists():
                shutil.rmtree(place, ignore_errors=True)
                furnish(place)
                outcome = build.make_pdf(job(place), job(place).ledger(), with_lines=True)
                assert outcome.content, [finding.message("en") for finding in outcome.findings]
                pages_of(place).write_bytes(page_map.to_json(page_map.page_map(outcome.lines)))
                pdf_of(place).write_bytes(outcome.content)
        return place


def pdf_of(place):
    """Return where the PDF of a booklet on the shelf is."""
    return place.parent / "x.pdf"


def pages_of(place):
    """Return where it is noted which words stand on which of its pages."""
    return place.parent / "x.pages"


def _copy(name, trim, place):
    shutil.copytree(ROOT / "content" / name, place)
    shutil.copy(ROOT / "content" / "house.toml", place.parent)
    settings = place / "booklet.toml"
    settings.write_text(f'{settings.read_text("utf-8")}\n[print]\ntrim = "{trim}"\n', "utf-8")


def _import(place):
    made, _ = importing.read_document(REAL.read_bytes(), str(REAL), job(place).ledger(REAL))
    place.mkdir()
    (place / "booklet.toml").write_bytes(made.booklet_toml)
    (place / "text.md").write_bytes(made.text_md)
