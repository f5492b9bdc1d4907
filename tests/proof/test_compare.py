"""What is said of a text that was corrected: what changed, where, and nothing of what only moved."""

from publish.model.proof import NOTE_MARK, Deed, Kind, Passage, Text, Word
from publish.proof import archive
from publish.proof.compare import compare

LONG = "Dua insanın Rabbine seslenmesidir ve her vakit edilir"
OTHER = "Kalem körelir kurşun aşınır ekran kararır söz bitmez"
THIRD = "Kâğıt aynı kâğıttır değişen yanıldığımız yerlerdir bizim"


def text(*passages, width=4, first=1):
    """Return a text whose passages begin new lines, which hold `width` words; a page has ten lines."""
    made, line = [], first * 10
    for passage in passages:
        kind, words = passage if isinstance(passage, tuple) else (Kind.PARAGRAPH, passage)
        placed = []
        for at, word in enumerate(words.split(" ")):
            place = line + at // width
            placed.append(Word(word, place // 10, place % 10 + 1))
        line = place + 1
        made.append(Passage(kind, tuple(placed)))
    return Text("Deneme", tuple(made), 3)


def told(old, new):
    return [
        (change.deed, change.kind, change.old, change.new, change.is_whole) for change in compare(old, new, "").changes
    ]


def test_a_text_in_other_lines_and_on_other_pages_has_not_changed():
    comparison = compare(text(LONG, OTHER), text(LONG, OTHER, width=3, first=4), "")
    assert comparison.changes == ()
    assert comparison.reflowed == 2


def test_a_text_that_stayed_has_not_moved():
    assert compare(text(LONG, OTHER), text(LONG, OTHER), "").reflowed == 0


def test_a_changed_word_is_told_with_its_places_and_the_words_before_it():
    (change,) = compare(text(LONG), text(LONG.replace("vakit", "vakıt"), first=2), "").changes
    assert (change.deed, change.old, change.new, change.before) == (
        Deed.CHANGED,
        "vakit",
        "vakıt",
        "seslenmesidir ve her",
    )
    assert (change.old_place, change.new_place) == ((1, 2), (2, 2))


def test_two_changes_with_a_word_between_them_are_two():
    changed = LONG.replace("Dua", "Duâ").replace("Rabbine", "Rabb’ine")
    assert [row[2:4] for row in told(text(LONG), text(changed))] == [("Dua", "Duâ"), ("Rabbine", "Rabb’ine")]


def test_words_added_and_removed_are_told_as_such():
    changed = LONG.replace("her vakit", "her vakit ve yerde").replace("insanın ", "")
    assert [(deed, old, new) for deed, _, old, new, _ in told(text(LONG), text(changed))] == [
        (Deed.REMOVED, "insanın", ""),
        (Deed.ADDED, "", "ve yerde"),
    ]


def test_a_paragraph_that_moved_is_one_change_and_those_around_it_are_none():
    changed = OTHER.replace("söz", "sözler")
    assert told(text(LONG, OTHER, THIRD, "Son."), text(changed, THIRD, LONG, "Son.")) == [
        (Deed.CHANGED, Kind.PARAGRAPH, "söz", "sözler", False),
        (Deed.MOVED, Kind.PARAGRAPH, LONG, LONG, True),
    ]


def test_a_paragraph_that_moved_and_was_changed_is_both():
    changed = LONG.replace("vakit", "vakıt")
    found = told(text(LONG, OTHER, THIRD, "Son."), text(OTHER, THIRD, changed, "Son."))
    assert [(row[0], row[4]) for row in found] == [(Deed.MOVED, True), (Deed.CHANGED, False)]


def test_paragraphs_split_and_joined_are_told_as_such():
    whole, parts = text(f"{LONG} {OTHER}", THIRD), text(LONG, OTHER, THIRD)
    assert told(whole, parts) == [(Deed.SPLIT, Kind.PARAGRAPH, "", "", False)]
    assert told(parts, whole) == [(Deed.JOINED, Kind.PARAGRAPH, "", "", False)]


def test_a_cell_written_anew_keeps_its_place_and_a_paragraph_does_not():
    assert told(text((Kind.CELL, "1729"), OTHER), text((Kind.CELL, "bilinmiyor"), OTHER)) == [
        (Deed.CHANGED, Kind.CELL, "1729", "bilinmiyor", False)
    ]
    assert [row[0] for row in told(text(LONG, OTHER), text(THIRD, OTHER))] == [Deed.REMOVED, Deed.ADDED]


def test_cells_that_changed_places_did_not_move():
    old, new = (text((Kind.CELL, left), (Kind.CELL, right), OTHER) for left, right in (("5", "7"), ("7", "5")))
    assert {row[0] for row in told(old, new)} <= {Deed.CHANGED, Deed.ADDED, Deed.REMOVED}
    assert told(old, new)


def marked(*numbers):
    return " ".join(f"{word} {NOTE_MARK}{number}" for word, number in zip(LONG.split(" "), numbers, strict=False))


def note(number, words):
    return Kind.NOTE, f"{NOTE_MARK}{number} {words}"


def test_an_added_note_is_one_change_though_the_others_have_new_numbers():
    old = text(marked(1, 2), note(1, OTHER), note(2, THIRD))
    new = text(marked(1, 2, 3), note(1, "Yeni bir dipnot geldi"), note(2, OTHER), note(3, THIRD))
    assert told(old, new)[-1] == (Deed.ADDED, Kind.NOTE, "", "Yeni bir dipnot geldi", True)
    removed = told(new, old)
    assert (Deed.REMOVED, Kind.NOTE, "Yeni bir dipnot geldi", "", True) in removed
    assert not any("[" in row[2] + row[3] for row in told(old, new) if row[1] is Kind.NOTE)


def test_the_mark_of_a_note_that_stands_behind_another_word_has_changed():
    plain = "bir iki üç dört beş altı yedi sekiz"
    old, new = (text(plain.replace(word, f"{word} {NOTE_MARK}1"), note(1, OTHER)) for word in ("iki", "altı"))
    assert [(row[0], row[2], row[3]) for row in told(old, new)] == [
        (Deed.REMOVED, "[1]", ""),
        (Deed.ADDED, "", "[1]"),
    ]


def test_a_note_that_went_with_its_paragraph_did_not_move_by_itself():
    first, second = (f"{words} {NOTE_MARK}{number}" for words, number in ((LONG, 1), (OTHER, 2)))
    old = text(first, second, THIRD, note(1, "Birinci notun uzunca sözü"), note(2, "İkinci notun uzunca sözü"))
    new = text(
        f"{OTHER} {NOTE_MARK}1", THIRD, f"{LONG} {NOTE_MARK}2",
        note(1, "İkinci notun uzunca sözü"), note(2, "Birinci notun uzunca sözü"),
    )  # fmt: skip
    assert [(row[0], row[1]) for row in told(old, new)] == [(Deed.MOVED, Kind.PARAGRAPH)]


def test_an_empty_text_and_a_full_one_are_compared():
    assert [row[0] for row in told(text("x"), text("x", LONG))] == [Deed.ADDED]
    empty = Text("", (), 0)
    assert [row[0] for row in told(empty, text(LONG))] == [Deed.ADDED]
    assert [row[0] for row in told(text(LONG), empty)] == [Deed.REMOVED]
    assert told(empty, empty) == []


def test_an_archive_is_read_as_it_was_written():
    whole = text(LONG, (Kind.CELL, "الْحَمْدُ لِلَّهِ"), note(1, OTHER))
    assert archive.read(archive.write(whole)) == whole


def test_what_is_no_archive_is_none():
    for content in (b"", b"{}", b"[]", b'{"version": 1}', b'{"version": 1, "title": 1, "pages": "x", "passages": [1]}'):
        assert archive.read(content) is None


def test_the_digest_is_that_of_the_words_wherever_they_stand():
    assert archive.digest(text(LONG)) == archive.digest(text(LONG, width=2, first=9))
    assert archive.digest(text(LONG)) != archive.digest(text(OTHER))


def test_a_first_note_has_no_place_in_the_last_proof():
    old, new = text(LONG), text(f"{LONG} {NOTE_MARK}1", note(1, OTHER))
    (change,) = compare(old, new, "").changes
    assert (change.kind, change.old_place) == (Kind.NOTE, None)
