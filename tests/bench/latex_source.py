"""A booklet as LuaLaTeX reads it, with microtype: letters two percent wider or narrower, signs hung into the margin."""

import re

from tests.bench.flat import Note
from tests.bench.page import OWN_SPACE, WORD_SPACE

PACKAGES = ("fontspec", "geometry", "babel", "microtype", "array", "fancyhdr")
"""LaTeX packages that must be there."""
DEBIAN = "texlive-luatex texlive-lang-european texlive-latex-extra texlive-fonts-recommended lmodern"
PREAMBLE = r"""
\documentclass[twoside]{article}
\usepackage[
  paperwidth=<page-width>bp, paperheight=<page-height>bp, inner=<inner>bp, outer=<outer>bp, top=<top>bp,
  textheight=<depth>bp, headheight=<leading>bp, headsep=<leading>bp, footskip=0bp]{geometry}
\usepackage{fontspec}
\usepackage[turkish,shorthands=off]{babel}
\defaultfontfeatures{Path=<fonts>/,Extension=.ttf}
\setmainfont{EBGaramond}[
  UprightFont=*-Regular, ItalicFont=*-Italic, BoldFont=*-SemiBold, BoldItalicFont=*-SemiBold,
  Ligatures={TeXOff,Common}, Numbers={Lining,Proportional}, Script=Latin, Language=Turkish,
  WordSpace=<space>]
\setmonofont{IBMPlexMono-Regular}[Ligatures=TeXOff, Scale=0.78, BoldFont=*, ItalicFont=*]
\newfontfamily\runfont{Amiri-Regular}[Renderer=HarfBuzz, Script=Arabic, Scale=0.85, BoldFont=*, ItalicFont=*]
\newfontfamily\versefont{Amiri-Regular}[Renderer=HarfBuzz, Script=Arabic, BoldFont=*, ItalicFont=*]
\usepackage[protrusion=true,expansion=true,stretch=20,shrink=20]{microtype}
\usepackage{array,fancyhdr}
\pagestyle{fancy}\fancyhf{}\fancyhead[LE,RO]{\thepage}\fancyhead[C]{<title>}\renewcommand\headrulewidth{0bp}
\def\turkishhyphenmins{22}
\makeatletter
\renewcommand\normalsize{\fontsize{<size>bp}{<leading>bp}\selectfont}
\renewcommand\footnotesize{\fontsize{<small-size>bp}{<small-leading>bp}\selectfont}
\renewcommand\@makefntext[1]{\noindent\@thefnmark\hskip.5em #1}
\makeatother
\lineskip=0bp \lineskiplimit=-\maxdimen \parskip=0bp \parindent=0bp \topskip=0.72\baselineskip
\footnotesep=0.72\baselineskip \skip\footins=<leading>bp
\widowpenalty=10000 \clubpenalty=10000 \emergencystretch=1em
\raggedbottom \frenchspacing
\newcommand\It[1]{\textit{#1}} \newcommand\Up[1]{\textup{#1}} \newcommand\Bf[1]{\textbf{#1}}
\newcommand\Sc[1]{\textup{\textsc{#1}}} \newcommand\Tt[1]{\texttt{#1}}
\newcommand\Small[1]{{\fontsize{.87\dimexpr\fontdimen6\font}{<leading>bp}\selectfont #1}}
\newcommand\Ar[1]{{\textdir TRT\runfont\language=255 #1}}
\newcommand\Middle[1]{{\leftskip=0bp plus 1fil\rightskip=\leftskip\parfillskip=0bp\hyphenpenalty=10000 #1\par}}
\newcommand\Flat[1]{{\rightskip=0bp plus 1fil\hyphenpenalty=10000 #1\par}}
\newcommand\Arabic[1]{{\fontsize{<verse-size>bp}{<double>bp}\selectfont
  \leftskip=<wide>bp plus 1fil\rightskip=\leftskip\parfillskip=0bp{\textdir TRT\versefont\language=255 #1\par}}}
\newcommand\Translation[1]{{
  \leftskip=<wide>bp plus 1fil\rightskip=<wide>bp plus -1fil\parfillskip=0bp plus 2fil #1\par}}
\newcommand\Citation[1]{{\footnotesize\Middle{#1}}}
\newcommand\Under[3]{{\leftskip=\dimexpr<hang>bp*#1\relax\leavevmode\hskip-<hang>bp\hbox to <hang>bp{#2\hss}#3\par}}
\newcommand\Chapter[1]{\clearpage\vspace*{<treble>bp}{\fontsize{<chapter-size>bp}{<double>bp}\selectfont\Middle{#1}}
  \vspace{<double>bp}}
\newcommand\Section[1]{\vspace{<double>bp}{\fontsize{<section-size>bp}{<leading>bp}\selectfont\Middle{#1}}
  \nopagebreak\vspace{<leading>bp}\nopagebreak}
\newcommand\Minor[1]{\vspace{<leading>bp}\Flat{\textit{#1}}\nopagebreak}
\begin{document}\normalsize
"""
_SPECIAL = re.compile(r"[\\{}$&#^_%~\u00a0]")
_WRITTEN = {"\\": r"\textbackslash{}", "^": r"\^{}", "~": r"\textasciitilde{}", "\u00a0": "~"}
MACROS_OF_KINDS = dict.fromkeys(("title", "label", "centre"), "Middle") | dict.fromkeys(
    ("imprint", "contents", "listing"), "Flat"
)
"""Other kinds have macros of their own names."""
_MACROS = {"it": "It", "bf": "Bf", "sc": "Sc", "tt": "Tt", "small": "Small", "ar": "Ar"}


def source(pars, numbers, fonts, title):
    """Return the source of a booklet for one trim; `fonts` is the folder of the font files."""
    leading = numbers["leading"]
    values = {
        **numbers, "double": 2 * leading, "treble": 3 * leading, "wide": 1.5 * leading, "fonts": fonts,
        "space": WORD_SPACE / OWN_SPACE, "title": _escape(title),
    }  # fmt: skip
    preamble = re.sub(r"<([\w-]+)>", lambda match: str(values[match[1]]), PREAMBLE)
    indent = 1.35 * numbers["size"]
    return preamble + "\n".join(_par(par, indent, leading) for par in pars) + "\n\\end{document}\n"


def _par(par, indent, leading):
    match par.kind:
        case "page" | "recto":
            return {"page": r"\clearpage", "recto": r"\cleardoublepage"}[par.kind]
        case "gap" | "figure":
            return rf"\vspace{{{par.level * leading}bp}}"
        case "table":
            return _table(par.runs)
        case "text" | "answer" if not par.level:
            start = rf"\leavevmode\hskip{indent}bp " if par.is_indented else ""
            return f"{start}{_runs(par.runs)}\\par"
        case "text" | "answer" | "point":
            return rf"\Under{{{par.level}}}{{{_escape(par.marker)}}}{{{_runs(par.runs)}}}"
        case kind:
            macro = MACROS_OF_KINDS.get(kind, kind.capitalize())
            return rf"\{macro}{{{_runs(par.runs) or '~'}}}"


def _table(rows):
    count = len(rows[0])
    column = rf">{{\raggedright\arraybackslash}}p{{{0.9 / count:.3f}\linewidth}}"
    cells = r"\\".join("&".join(_runs(cell) for cell in row) for row in rows)
    return rf"\Middle{{\lineskiplimit=0bp\begin{{tabular}}{{*{{{count}}}{{{column}}}}}{cells}\end{{tabular}}}}"


def _runs(runs):
    return "".join(_run(run) for run in runs)


def _run(run):
    if isinstance(run, Note):
        return rf"\footnote{{{_runs(run.runs)}}}"
    if run.style == "end":
        return r"\hfil\break{}"
    text = _escape(run.text)
    return rf"\{_MACROS[run.style]}{{{text}}}" if run.style else text


def _escape(text):
    return _SPECIAL.sub(lambda match: _WRITTEN.get(match[0], "\\" + match[0]), text)
