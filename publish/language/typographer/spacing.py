"""Blanks between words and signs: too many, missing, or before a sign that belongs to its word.

Source: TDK, Yazım Kılavuzu, “Noktalama İşaretleri” (signs follow the word without a blank, a blank follows them);
“Yüzde işareti” for %50. Numbers, times and addresses have signs within, so a blank is added between letters alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publish.language.typographer.registry import MARK, NOTE, WORDS, Edit, rule

_L = "a-zçğıöşüâîû"
_U = "A-ZÇĞİÖŞÜÂÎÛ"
_BEFORE = re.compile(
    rf"(?<=[\w)\]”’»%{NOTE}])(?P<blank>[ \t]+)(?P<sign>[.,;:!?])"
    rf"(?=[\s”’\"')\]»{NOTE}]|$)(?!\s*[.,;:!?()/])(?!(?<=\d[ \t]:)\s+\d)"
)
_BLANKS = ("  ", "\t", "( ", "[ ", *(f" {sign}" for sign in ".,;:!?)]"))
_INNER = re.compile(rf"(?<=[(\[])[ \t]+(?=[{_L}{_U}]{{2}})|(?<=[{_L}{_U}][{_L}{_U}.!?…’”])[ \t]+(?=[)\]])")
"""Blanks within brackets that hold words: not those of ( , ) and [ ]."""
_LATE = re.compile(r"(?<=[\w)\]”’»%])[ \t]+(?=[!?](?:\.\.|…)(?!\.))")
_MANY = re.compile(r"[ \t]{2,}|\t")
_TIGHT = re.compile(rf"[,;:.!?](?=[{_L}{_U}“])|[.,;](?=\d)")
"""A sign with a letter or a figure behind it: few, so that the rest is asked of these alone."""
_COUNTED = (
    "bölüm|cilt|baskı|basım|yüzyıl|yy|asır|sayfa|sınıf|madde|fasıl|kısım|sure|sûre|ayet|âyet|hadis|hadîs|gün|yıl|kez"
)
_AFTER = re.compile(
    rf"(?<=[{_L}{_U}][{_L}])[,;](?=[{_L}{_U}][{_L}])"
    rf"|(?<=[{_L}{_U}][{_L}] )[,;](?=[{_L}{_U}][{_L}])"
    rf"|(?<=[{_L}][{_L}])[.!?](?=[{_U}][{_L}]|O )"
    rf"|(?:(?<=\bHz)|(?<=\bDr)|(?<=\bAv)|(?<=\bSn)|(?<=[IVX][IVX]))\.(?=[{_U}][{_L}])"
    rf"|(?:(?<=[IVXLC])|(?<=(?<![\w.,:/-])\d)|(?<=(?<![\w.,:/-])\d\d))\.(?=(?:{_COUNTED})(?!\w))"  # 3.bölüm, XIX.yüzyıl
    rf"|(?:(?<=\bs)|(?<=\([ödv])|(?<=\bss)|(?<=\bc)|(?<=\bsy)|(?<=\bM\.[ÖS]))\.(?=\d)|(?:(?<=\b[bB]kz)|(?<=\b[bB]k))\.(?=\w)"
    rf"|(?<=[\w”.)])[,;](?=ss?\.[ ]?\d)|(?:(?<=[{_L}]”)|(?<=[{_L}][{_L}])),(?=\d)|(?<=\d);(?=[{_L}{_U}][{_L}])"
    rf"|(?<=[{_L}{_U}])[,;:](?=“\w)|(?<=[{_L}]”)[,;:](?=[{_L}{_U}][{_L}])"
)
_WISH = re.compile(r"(?<=[^\W\d_])\((?=(?:s\.a\.[vsw]|r\.a|r\.anh[aâuüûo]?m?[aâ]?|a\.s|c\.c|k\.s|rh\.a)\.?\))")
_DATED = re.compile(r"(?<=[^\W\d_]{2})\((?=\d{3,4}(?:[-–]\d{2,4})?\)|[öd]\. ?\d{3,4})")
"""The years of a person or a book, behind a word."""
_PERCENT = re.compile(r"(?<![\d%])(?<![\d%][ \u00a0])%[ \u00a0](?=\d)")
_NOTED = re.compile(
    rf"(?P<blank>(?<=[^\W\d])[ \t]+|(?<=[.,;:!?…”’)\]])[ \t]+|)(?P<marks>{NOTE}+)"
    r"(?P<stops>(?:[.,;:!?…]+[”’»]?(?![\w.,;:!?…]))?)"
)


@rule("spaces")
def spaces(text: str) -> Iterator[Edit]:
    """söz , söz → söz, söz; söz.  Söz → söz. Söz; ( söz ) → (söz) (TDK). A blank that does not break is kept."""
    if not any(pair in text for pair in _BLANKS):
        return
    is_record = " / " in text  # catalogue records have blanks before their signs (ISBD): Ankara : DİB, 2010 / …
    for match in _BEFORE.finditer(text):
        if not (is_record and match["sign"] in ":;"):
            yield Edit(*match.span("blank"), "")
    for match in _LATE.finditer(text):
        yield Edit(*match.span(), "")
    for match in _INNER.finditer(text):
        yield Edit(*match.span(), "")
    for match in _MANY.finditer(text):
        yield Edit(*match.span(), " ")


@rule("missing-spaces")
def missing_spaces(text: str) -> Iterator[Edit]:
    """söz,söz → söz, söz; bitti.Sonra → bitti. Sonra; dedi:“Gel” → dedi: “Gel”; Ali(r.a.) → Ali (r.a.) (TDK).

    Behind abbreviations and ordinals too: s.15 → s. 15, bkz.Ali → bkz. Ali, 3.bölüm → 3. bölüm.
    """
    for match in _TIGHT.finditer(text):
        if _AFTER.match(text, match.start()):
            blank = text[match.start() - 1] == " "
            yield Edit(match.start() - blank, match.end(), f"{match.group()} ")
    if "(" in text:
        for match in (*_WISH.finditer(text), *_DATED.finditer(text)):
            yield Edit(*match.span(), " (")


@rule("percent")
def percent(text: str) -> Iterator[Edit]:
    """% 50 → %50 (TDK, “Sayıların Yazılışı”: the sign stands before the number, without a blank)."""
    if "%" in text:
        for match in _PERCENT.finditer(text):
            yield Edit(match.start() + 1, match.end(), "")


@rule("note-marks", WORDS + MARK)
def note_marks(text: str) -> Iterator[Edit]:
    """söz¹. → söz.¹ and söz ¹ → söz¹: the mark of a note stands behind the sign, without a blank (İSNAD, “Dipnot”)."""
    if NOTE not in text:
        return
    for match in _NOTED.finditer(text):
        if match["blank"]:
            yield Edit(*match.span("blank"), "")
        first = match.start("marks")
        if match["stops"] and (match["blank"] or not text[:first][-1:].isspace()) and first:
            yield Edit(first, match.end(), match["stops"] + match["marks"])
