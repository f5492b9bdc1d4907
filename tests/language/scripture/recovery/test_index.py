"""The index holds every word of the canon, and is believed only as far as its checksum goes."""

import json
import time

import pytest

from publish.language.scripture import quran, skeleton
from publish.language.scripture.recovery import index as recovery_index
from publish.language.scripture.recovery.index import STRETCH
from publish.ledger import Ledger
from tests.language.verse_index import index


@pytest.fixture
def world(tmp_path):
    return Ledger([tmp_path], tmp_path / "cache")


@pytest.fixture
def stored(world):
    """Put the index into the cache, and return its file."""
    path = world.cached(recovery_index.cache_key(), ".index")
    world.store(path, recovery_index.pack(index()))
    return path


@pytest.fixture
def builds(monkeypatch):
    """Count how often an index is built."""
    count = []
    monkeypatch.setattr(recovery_index, "build", lambda: count.append(1) or index())
    return count


@pytest.mark.parametrize("number", range(len(quran.SCRIPTS)))
def test_every_verse_is_found_at_its_place_by_its_own_letters(number):
    spelling = index().spellings[number]
    for position in range(0, quran.VERSES, 61):
        letters = skeleton.letters(quran.verse(*index().keys[position], spelling.script))
        assert (spelling.firsts[position], spelling.firsts[position + 1]) in spelling.places(letters)
        assert spelling.verse_of(spelling.firsts[position]) == position


def test_parts_of_words_are_no_places():
    spelling = index().spellings[0]
    assert not list(spelling.places("مستقي"))
    assert list(spelling.places("المستقيم"))


@pytest.mark.parametrize("number", range(len(recovery_index.LENGTHS)))
def test_letters_in_a_row_lead_to_the_stretches_where_they_stand(number):
    postings, spelling = index().postings[number], index().spellings[0]
    for verse in (0, 8, 262, 2634, 6235):
        first = spelling.firsts[verse]
        letters = skeleton.frame(spelling.letters[spelling.starts[first] : spelling.starts[spelling.firsts[verse + 1]]])
        assert index().frame_starts[first] >> STRETCH in postings.of(letters[: postings.length])
    assert not postings.of("ظظظظ"[: postings.length])


def test_the_frame_has_the_length_of_the_frames_of_all_verses():
    lengths = [
        len(skeleton.frame(skeleton.letters(quran.verse(*verse, quran.SCRIPTS[0])))) for verse in index().keys[:300]
    ]
    assert index().frame_starts[index().spellings[0].firsts[300]] == sum(lengths)


def test_packing_gives_the_same_bytes_and_unpacking_the_same_index():
    packed = recovery_index.pack(index())
    again = recovery_index.unpack(packed)
    assert again is not None
    assert recovery_index.pack(again) == packed
    assert again.postings == index().postings
    assert again.keys == index().keys


def test_the_index_is_built_once_and_then_taken_from_the_cache(world, builds):
    recovery_index.load(world)
    recovery_index.load(world)
    assert len(builds) == 1


def test_the_index_is_taken_from_the_cache_in_half_a_second(world, stored, builds):
    began = time.process_time()
    recovery_index.load(world)
    assert time.process_time() - began < 0.5
    assert not builds


def _changed(content, **values):
    head, _, body = content.partition(b"\n")
    return json.dumps({**json.loads(head), **values}).encode() + b"\n" + body


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: content[:-1],
        lambda content: content.replace("ا".encode(), "ب".encode(), 1),
        lambda content: content.replace(b"\n", b" ", 1),
        lambda content: b"[]\n" + content,
        lambda content: b"[" * 100_000,
        lambda content: b"\xff\n" + content,
        lambda content: _changed(content, origin="another"),
        lambda content: _changed(content, lengths=[1, 2]),
        lambda content: _changed(content, lengths=None),
    ],
)
def test_a_damaged_index_is_made_anew(world, stored, builds, damage):
    whole = stored.read_bytes()
    stored.write_bytes(damage(whole))
    recovery_index.load(world)
    assert len(builds) == 1
    assert stored.read_bytes() == whole


def test_without_a_cache_to_write_to_there_is_an_index_all_the_same(tmp_path, builds):
    (tmp_path / "cache").write_text("no folder")
    assert recovery_index.load(Ledger([tmp_path], tmp_path / "cache")).keys[0] == (1, 1)
    assert len(builds) == 1


def test_another_canon_or_format_has_another_file(monkeypatch):
    names = {recovery_index.cache_key()}
    monkeypatch.setattr(recovery_index, "FORMAT", recovery_index.FORMAT + 1)
    names.add(recovery_index.cache_key())
    monkeypatch.setitem(quran.SUMS, "uthmani", "0" * 64)
    names.add(recovery_index.cache_key())
    assert len(names) == 3


def test_numbers_are_kept_lowest_byte_first_on_every_machine(monkeypatch):
    numbers = index().frame_starts[:5]
    little = recovery_index._numbers(numbers)
    monkeypatch.setattr(recovery_index.sys, "byteorder", "big")
    assert recovery_index._array(numbers.typecode, recovery_index._numbers(numbers)) == numbers
    assert recovery_index._numbers(numbers) != little  # this machine is little-endian: swapped once more
