"""Where no line may end: titles, wishes after names, signs of recitation."""

import pytest

from publish.language.spaces import unbreakable

HELD = [
    "Hz.·Muhammed", "Mûsâ·(a.s.)", "Peygamber·(s.a.v.)", "Âişe·(r.anha)", "ashap·(r.anhüm)", "Ömer·(r.a.)",
    "Allah·(c.c.)", "Mevlânâ·(k.s.)", "Gazâlî·(rh.a.)", "PEYGAMBER·(S.A.V)", "Peygamber·(sav)", "Peygamber·ﷺ",
    "Allah·ﷻ", "Peygamber·(s.·a.·v.)", "هُدًى·ۖ لِلْمُتَّقِينَ", "۞·إِنَّ اللَّهَ", "يُؤْمَرُونَ·۩", "الْعَالَمِينَ·۝١",
]  # fmt: skip
FREE = ["sure (a) ve (b)", "asla (sade) değil", "Hazreti Ali", "s.a. bir", "yıl (2022)", "madde (1)"]


@pytest.mark.parametrize("text", HELD)
def test_a_sign_or_a_wish_stays_with_its_word(text):
    plain = text.replace("·", " ")
    assert unbreakable(plain) == tuple(index for index, char in enumerate(text) if char == "·")


@pytest.mark.parametrize("text", FREE)
def test_other_parentheses_are_left_alone(text):
    assert unbreakable(text) == ()


def test_spaces_at_the_ends_of_a_line_are_left_alone():
    assert unbreakable(" ﷺ") == ()
    assert unbreakable("۞ ") == ()
