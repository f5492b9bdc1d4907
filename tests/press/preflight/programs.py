"""Pages of typesetters, browsers and offices, finished for offset; nothing where such a program is not at hand."""

import importlib
import shutil
import subprocess
import tempfile
from pathlib import Path

from tests.press.preflight.customers import WORDS, finished, separated

LATEX = r"""
\documentclass[10pt]{article}
\usepackage[paperwidth=154mm,paperheight=216mm,left=23mm,right=23mm,top=25mm,bottom=28mm]{geometry}
\usepackage[cmyk]{xcolor}
\begin{document}\color[cmyk]{0,0,0,1}
\section{Sayfalar} \newcount\n
\loop Bir kitap kurulur, dizilir ve en sonda okunur: $x^2+\frac12\sqrt{3}$. \advance\n by1 \ifnum\n<90\repeat
\[\sum_{i=0}^n i = \frac{n(n+1)}2\] Bir not\footnote{Altta.}

\begin{tabular}{|l|l|}\hline 80 g & bir\\\hline 300 g & iki\\\hline\end{tabular}
\end{document}
"""
TYPST = """
#set page(width: 154mm, height: 216mm, margin: 23mm, numbering: "1")
#set text(fill: cmyk(0%, 0%, 0%, 100%), size: 9pt, lang: "tr")
= Birinci bölüm
WORDS $ sum_(i=0)^n i = (n(n+1))/2 $
#table(columns: 2, stroke: .4pt + cmyk(0%, 0%, 0%, 100%), [Kâğıt], [Gramaj], [Bristol], [300])
#rect(width: 60mm, height: 20mm,
  fill: gradient.linear(cmyk(0%, 0%, 0%, 10%), cmyk(60%, 20%, 0%, 30%), space: cmyk))
WORDS
"""
PAGE = """<!doctype html><html lang="tr"><meta charset="utf-8"><style>
@page { size: 154mm 216mm; margin: 23mm } body { margin: 0; font: 10pt/14pt serif; color: #000 }
table { border-collapse: collapse } td { border: 1pt solid #000 } </style>
<h1>Birinci bölüm</h1><p>WORDS<table><tr><td>Kâğıt<td>Gramaj<tr><td>Bristol<td>300</table><p>WORDS</html>"""
WRITER = """<?xml version="1.0" encoding="UTF-8"?><office:document
xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" office:version="1.2"
xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles><style:page-layout style:name="p">
<style:page-layout-properties fo:page-width="154mm" fo:page-height="216mm" fo:margin="23mm"/></style:page-layout>
</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="p"/>
</office:master-styles><office:body><office:text><text:h text:outline-level="1">Birinci bölüm</text:h>
<text:p>WORDS</text:p><text:list><text:list-item><text:p>Bir madde</text:p></text:list-item></text:list>
</office:text></office:body></office:document>"""


def by_program(*command, source, name, output, seconds=60):
    """Return what a program wrote into `output` of a source that lies beside it; nothing where it does not run."""
    if shutil.which(command[0]) is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / name).write_text(source.replace("WORDS", WORDS * 30), "utf-8")
        options = [part.format(folder=folder) for part in command]
        subprocess.run(options, cwd=folder, check=False, capture_output=True, timeout=seconds)
        made = Path(folder) / output
        return made.read_bytes() if made.exists() else None  # a browser that may not start here is none


def latex():
    """Return pages of TeX."""
    made = by_program("pdflatex", "-interaction=batchmode", "a.tex", source=LATEX, name="a.tex", output="a.pdf")
    return made and finished(made, "PDF/X-1a:2003")


def chromium():
    """Return pages of a browser, in RGB, as Ghostscript converts them."""
    options = (
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-pdf-header-footer",
        "--user-data-dir={folder}/profile",
    )
    made = by_program(
        "chromium", *options, "--print-to-pdf={folder}/a.pdf", "a.html", source=PAGE, name="a.html", output="a.pdf"
    )
    return made and finished(separated(made), "PDF/X-3:2003")


def libreoffice():
    """Return pages of an office program, in RGB, as Ghostscript converts them."""
    options = ("--headless", "-env:UserInstallation=file://{folder}/profile", "--convert-to", "pdf", "a.fodt")
    made = by_program("soffice", *options, source=WRITER, name="a.fodt", output="a.pdf")
    return made and finished(separated(made), "PDF/X-3:2003")


def typst():
    """Return pages of Typst."""
    try:
        compiler = importlib.import_module("typst")
    except ImportError:
        return None
    return finished(compiler.compile(TYPST.replace("WORDS", WORDS * 30).encode()))
