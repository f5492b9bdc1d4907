"""The letter skeleton of Arabic: what is left of a text when everything is gone that spelling and extraction vary.

    وَلَيَنْصُرَنَّ اللَّهُ  ﻭﻟﻴﻨﺼﺮﻥ ﺍﻟﻠﻪ   وليـــنصرن اللّٰه    one skeleton: ولينصرن الله
    أ إ آ ٱ اٰ → ا    ى ی ۪ي → ي    ة → ه                  letters written in several ways
    ء ئ ؤ → nothing                                       hamza, with the seats that spellings disagree on
    الكتاب ٱلْكِتَـٰب → لكتب                                  the frame: alefs gone too, which Uthmani leaves out

Modern, Diyanet and bare spelling have one skeleton; Uthmani has its own, and shares the frame.
"""

from __future__ import annotations

import re
import unicodedata

_BASMALA_SIGN, _BASMALA = "\ufdfd", "بسم الله الرحمن الرحيم"
_SIGNS = re.compile("[\ufd3e-\ufd4f\ufdf0\ufdf1\ufdf4-\ufdfc\ufdfe\ufdff]")
"""Ornate brackets, honorifics and pause signs: one character each, which NFKC would explode into words of others."""
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
MARKS = (
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0870-\u0887\u0898-\u089f\u08ca-\u08e1"
    "\u08e3-\u08ff"
)
"""What stands over and under letters (Unicode 15.0, general category Mn, and the small letters that Tanzil uses)."""
_INVISIBLE = "\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\u034f"
_TATWEEL = "\u0640"
_SPACE_BEFORE_MARK = re.compile(f"[ \t\u00a0]+(?=[{MARKS}{_TATWEEL}])")
_DROPPED = re.compile(f"[{MARKS}{_TATWEEL}{_INVISIBLE}ءؤئ]")
_NO_LETTER = re.compile("[^\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\u08a0-\u08c9]+")
_FOLDED = str.maketrans("أإآٱٲٳٵىیېےةۃۀھہەکڪٯڡں", "اااااااييييههههههككقفن")
_ALEF = "ا"
_RUN = re.compile(r"(.)\1+")


def words(text: str) -> tuple[str, ...]:
    """Return the skeletons of the words of `text`; what has no letter (numbers, pause marks) is no word.

    A space before a mark is none: extractors put it there.

    >>> words("بِسْـــمِ اللّٰهِ ۚ ٣")
    ('بسم', 'الله')
    """
    plain = _SPACE_BEFORE_MARK.sub("", _plain(text))
    return tuple(_NO_LETTER.sub(" ", _DROPPED.sub("", plain)).translate(_FOLDED).split())


def letters(text: str) -> str:
    """Return the skeleton of `text` without its spaces.

    >>> letters("ٱلرَّحْمَـٰنِ ٱلرَّحِيمِ") == letters("الرحمن الرحيم")
    True
    """
    return _NO_LETTER.sub("", _DROPPED.sub("", _plain(text))).translate(_FOLDED)


def frame(skeleton: str) -> str:
    """Return a skeleton without alefs, no letter twice in a row: the same in every spelling, nearly.

    >>> frame(letters("ٱلْكِتَـٰبُ")) == frame(letters("الكتاب"))
    True
    """
    return _RUN.sub(r"\1", skeleton.replace(_ALEF, ""))


def _plain(text: str) -> str:
    """Return `text` in letters by themselves, joined forms and ligatures taken apart."""
    text = _SIGNS.sub(" ", text.replace(_BASMALA_SIGN, _BASMALA))
    return unicodedata.normalize("NFC", _PRESENTATION.sub(lambda form: unicodedata.normalize("NFKC", form[0]), text))
