"""Tells words that are spelled as no Turkish word is: names of other languages, which no rule of Turkish divides.

    Shakespeare, Brzezinski     begin as no Turkish word does     Nietzsche, Manchester   tz, sch, nch
    Chomsky, Lynch              y stands for a vowel              Humboldt                three consonants at the end
    Freud, Goethe, Einstein     two vowels that are one, in a name

Words with q, w, x or letters of other alphabets are no case for this: they match nowhere. It errs on the side of a
word that stays whole: a missing hyphen is seen by nobody, a wrong one by every reader.
"""

from __future__ import annotations

import re

from publish.language.turkish import CONSONANTS, lower

_OTHERS = CONSONANTS.replace("y", "")
_SPELLED = re.compile(
    f"^(?:[cdgkprstz]h|[cs]z|kn|mc|[{_OTHERS}]rz)"  # Turkish borrowed str-, kr-, ps-, ts-, hr-; none of these
    f"|ck|tz|pf|sch|ndh|[{_OTHERS}]ch|ch[{_OTHERS}]|ph$"
    f"|[{_OTHERS}]y(?:[{_OTHERS}]|$)"
    f"|[{CONSONANTS}]{{3}}$"
)
_IN_NAMES = re.compile(
    "[aeo]u|(?:i|(?<!h)u)e|(?<!n)gh"  # Allahuekber, Şanghay
    "|(?<!^n)oe"  # Noel
    "|(?<!^r)ei(?!zm|st)"  # Reis; Deizm, Teist at the head of a sentence
    "|(?<!^t)ee(?!r)"  # Teessüf, Nükleer
    "|(?<!^k)(?<!^z)oo"  # Kooperatif, Zooloji
    "|(?<![dşs])aire$"  # Voltaire; daire, şaire, vesaire
)

_LONGEST = 11
"""Letters of a name; longer words with such vowels are of Turkish make (Bahçelievler, sosyoekonomik)."""


def is_strange(word: str) -> bool:
    """Say whether `word`, letters only, is spelled as no Turkish word is.

    >>> [is_strange(word) for word in ("Nietzsche", "Freud", "strateji", "reis", "Fethiye")]
    [True, True, False, False, False]
    """
    small = lower(word)
    is_name = word[:1].isupper() and word[1:].islower() and len(word) <= _LONGEST
    return bool(_SPELLED.search(small) or (is_name and _IN_NAMES.search(small)))
