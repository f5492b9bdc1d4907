"""The other engines: whether they are here, and what they are told to set."""

import importlib.metadata
import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from publish import build
from tests.bench import latex_source, typst_source
from tests.bench.flat import flat
from tests.bench.page import numbers, write_fonts
from tests.bench.process import run

_TYPST = """
import sys, typst
typst.compile(sys.argv[1], output=sys.argv[2], font_paths=[sys.argv[3]], ignore_system_fonts=True)
"""


class Peer(NamedTuple):
    """An engine that sets a booklet: its name, its command, and the PDF that it makes."""

    name: str
    command: list
    pdf: Path


def missing():
    """Yield a line for every engine that is not here: how it is had."""
    if importlib.util.find_spec("typst") is None:
        yield "Typst is not here: make bench installs it"
    if not _has_latex():
        yield (
            f"LuaLaTeX with microtype is not here: sudo apt-get install --no-install-recommends {latex_source.DEBIAN}"
        )


def _has_latex():
    if shutil.which("lualatex") is None:
        return False
    files = [f"{package}.sty" for package in latex_source.PACKAGES]
    return subprocess.run(["kpsewhich", *files, "turkish.ldf"], capture_output=True, check=False).returncode == 0


def peers(folder, scratch, cache):
    """Return the engines that are here, the booklet of `folder` written down in `scratch` for each."""
    job = build.Job(folder, Path("styles"), cache)
    world = job.ledger()
    booklet, _ = build.read(job, world)
    pars, lengths = flat(booklet), numbers(booklet.settings.print.trim)
    fonts, title = scratch / "fonts", booklet.settings.title
    write_fonts(fonts, world)
    found = []
    if importlib.util.find_spec("typst") is not None:
        source, pdf = scratch / f"{folder.name}.typ", scratch / f"{folder.name}-typst.pdf"
        source.write_text(typst_source.source(pars, lengths, title), "utf-8")
        name = f"Typst {importlib.metadata.version('typst')}"
        found.append(Peer(name, [sys.executable, "-c", _TYPST, source, pdf, fonts], pdf))
    if _has_latex():
        source, pdf = scratch / f"{folder.name}-lualatex.tex", scratch / f"{folder.name}-lualatex.pdf"
        source.write_text(latex_source.source(pars, lengths, fonts, title), "utf-8")
        command = ["lualatex", "-interaction=batchmode", f"-output-directory={scratch}", source]
        run(command, scratch)  # so that it has our fonts in its cache
        found.append(Peer("LuaLaTeX, microtype", command, pdf))
    return found
