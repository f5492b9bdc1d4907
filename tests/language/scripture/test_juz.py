"""The thirty parts of the Quran, and what counts as a whole one."""

from quran_text import Mushaf

from publish.language.scripture import juz, quran


def test_the_parts_hold_every_verse_once():
    parts = juz.parts()
    assert len(parts) == 30
    assert [verse for part in parts for verse in part] == list(quran.verses("simple-plain"))


def test_the_parts_begin_where_the_madina_mushaf_has_them_give_or_take_a_verse():
    mushaf = Mushaf.hafs()
    verses = list(quran.verses("simple-plain"))
    for number, start in enumerate(juz.STARTS, 1):
        theirs = tuple(map(int, mushaf.juz(number).first_ayah.key.split(":")))
        assert abs(verses.index(theirs) - verses.index(start)) <= 1


def test_a_part_is_whole_when_next_to_nothing_of_it_is_missing():
    last = frozenset(juz.parts()[29])
    assert juz.whole(last) == (30,)
    assert juz.whole(last - {(78, 1), (78, 2)}) == (30,)
    assert juz.whole(last - {(78, ayah) for ayah in range(1, 41)}) == ()
    assert juz.whole(frozenset(quran.verses("uthmani"))) == tuple(range(1, 31))
    assert juz.whole(frozenset()) == ()
