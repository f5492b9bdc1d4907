"""A booklet as Typst reads it."""

from tests.bench.flat import Note
from tests.bench.page import OWN_SPACE, WORD_SPACE

PREAMBLE = """
#set page(
  width: {page-width}pt, height: {page-height}pt,
  margin: (inside: {inner}pt, outside: {outer}pt, top: {top}pt, bottom: {bottom}pt),
  header-ascent: {leading}pt,
  header: context {{
    let n = counter(page).get().first()
    align(if calc.odd(n) {{ right }} else {{ left }}, [#{title} #h(1em) #n])
  }},
)
#set text(
  font: ("{text}", "{arabic}"), size: {size}pt, lang: "tr", hyphenate: true, number-type: "lining",
  spacing: {space}%,
  top-edge: {above}pt, bottom-edge: -{below}pt,
)
#set par(justify: true, leading: 0pt, spacing: 0pt, first-line-indent: 0pt)
#set footnote.entry(gap: 0pt, clearance: {leading}pt, indent: 0pt)
#show footnote.entry: set text(size: {small-size}pt, top-edge: {small-above}pt, bottom-edge: -{small-below}pt)
#let it(body) = text(style: "italic", body)
#let bf(body) = text(weight: "semibold", body)
#let sc(body) = smallcaps(body)
#let tt(body) = text(font: ("{typed}", "{arabic}"), size: 0.78em, hyphenate: false, body)
#let small(body) = text(size: 0.87em, body)
#let ar(body) = text(font: "{arabic}", size: 0.85em, lang: "ar", dir: rtl, hyphenate: false, body)
#let room(lines) = v({leading}pt * lines, weak: true)
#let first = {indent}pt
#let middle(body) = align(center, par(justify: false, body))
#let flat(body) = par(justify: false, body)
#let arabic(body) = pad(x: {leading}pt * 1.5, align(center, text(
  font: "{arabic}", size: {verse-size}pt / 0.85, top-edge: {above}pt + {leading}pt / 2,
  bottom-edge: -{below}pt - {leading}pt / 2, lang: "ar", dir: rtl, par(justify: false, body),
)))
#let translation(body) = pad(x: {leading}pt * 1.5, align(center, par(justify: true, body)))
#let citation(body) = text(size: {small-size}pt, middle(body))
#let under(level, marker, body) = pad(
  left: {hang}pt * level, par(hanging-indent: 0pt, {{ h(-{hang}pt); box(width: {hang}pt, marker); body }}),
)
#let chapter(body) = {{
  pagebreak(weak: true)
  v({leading}pt * 3)
  align(center, text(
    size: {chapter-size}pt, top-edge: {above}pt + {leading}pt / 2, bottom-edge: -{below}pt - {leading}pt / 2,
    hyphenate: false, par(justify: false, body),
  ))
  v({leading}pt * 2)
}}
#let section(body) = block(above: {leading}pt * 2, below: {leading}pt, sticky: true, width: 100%, align(center, text(
  size: {section-size}pt, hyphenate: false, par(justify: false, body),
)))
#let minor(body) = block(above: {leading}pt, sticky: true, it(par(justify: false, body)))
"""

FUNCTIONS = dict.fromkeys(("title", "label", "centre"), "middle") | dict.fromkeys(
    ("imprint", "contents", "listing"), "flat"
)
"""Other kinds have functions of their own names."""
ISOLATED = "\u2067{}\u2069"
"""Typst does not isolate what runs from right to left; by itself it would move figures beside it."""


def source(pars, numbers, title):
    """Return the source of a booklet for one trim."""
    values = {
        **numbers,
        "bottom": numbers["page-height"] - numbers["top"] - numbers["depth"],
        "above": 0.72 * numbers["leading"],
        "below": 0.28 * numbers["leading"],
        "small-above": 0.72 * numbers["small-leading"],
        "small-below": 0.28 * numbers["small-leading"],
        "indent": 1.35 * numbers["size"],
        "title": _string(title),
        "text": "EBGaramond",
        "arabic": "Amiri",
        "typed": "IBM Plex Mono",
        "space": 100 * WORD_SPACE / OWN_SPACE,
    }
    return PREAMBLE.format(**values) + "\n".join(_par(par) for par in pars) + "\n"


def _par(par):
    match par.kind:
        case "page" | "recto":
            return {"page": "#pagebreak()", "recto": '#pagebreak(weak: true, to: "odd")'}[par.kind]
        case "gap":
            return f"#room({par.level})"
        case "figure":
            return f"#block(height: {par.level}em * 1.4)"
        case "table":
            cells = ", ".join(f"[{_runs(cell)}]" for row in par.runs for cell in row)
            return f"#align(center, table(columns: {len(par.runs[0])}, stroke: none, align: left, {cells}))"
        case "text" | "answer" if not par.level:
            return ("#h(first)" if par.is_indented else "") + _runs(par.runs) + "\n"
        case "text" | "answer" | "point":
            return f"#under({par.level}, [#{_string(par.marker)}], [{_runs(par.runs)}])"
        case kind:
            return f"#{FUNCTIONS.get(kind, kind)}[{_runs(par.runs)}]\n"


def _runs(runs):
    return "".join(_run(run) for run in runs)


def _run(run):
    if isinstance(run, Note):
        return f"#footnote[{_runs(run.runs)}]"
    if run.style == "end":
        return "#linebreak()"
    text = f"#{_string(run.text)}"
    if run.style == "ar":
        return f"#ar[#{_string(ISOLATED.format(run.text))}]"
    return f"#{run.style}[{text}]" if run.style else f"{text};"


def _string(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
