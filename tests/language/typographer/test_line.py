"""Rules see a line as a reader does, over emphasis, links and notes; each node keeps its place."""

from publish.language.typographer import flatten, mend_line
from publish.model.finding import Span
from publish.model.inline import (
    Arabic,
    Citation,
    Code,
    Emphasis,
    Foreign,
    LineBreak,
    Link,
    NoteMark,
    Source,
    Strong,
    Text,
    Whole,
    plain,
)

ON = frozenset()


def at(column):
    return Span("text.md", 1, column)


def text(words, column=1):
    return Text(words, at(column))


def mended(*nodes, off=ON):
    return mend_line(nodes, off)


def test_a_pair_of_quotes_stands_around_emphasis():
    line = mended(text('"Bu '), Emphasis((text("söz", 5),), at(4)), text('" dedi.', 9))
    assert plain(line) == "“Bu söz” dedi."
    assert [node.span.column for node in line] == [1, 4, 9]


def test_one_mark_may_stand_in_emphasis_and_its_partner_outside():
    assert plain(mended(Emphasis((text('"Bu'),), at(1)), text(' söz" dedi.'))) == "“Bu söz” dedi."


def test_a_suffix_joins_a_link_code_and_what_is_foreign():
    link = Link("https://a.example", (text("TDK"),), at(1))
    for node in (link, Code("make", at(1)), Foreign("en", (text("Post"),), at(1)), Strong((text("Ali"),), at(1))):
        assert plain(mended(node, text("'nin"))).endswith("’nin")


def test_an_abbreviation_and_the_suffix_of_an_address_get_an_apostrophe_but_no_path_does():
    assert plain(mended(Whole("GSYİH'nın", at(1)))) == "GSYİH’nın"
    assert plain(mended(Whole("www.ornek.com'dan", at(1)))) == "www.ornek.com’dan"
    assert plain(mended(Whole("www.ornek.com/a'b...c", at(1)))) == "www.ornek.com/a'b...c"


def test_code_and_arabic_are_what_they_were_and_quotes_stand_around_them():
    line = mended(text('"'), Code('x - "y" ...', at(2)), text('" ve "'), Arabic('قال: "نعم"...', at(9)), text('"'))
    assert plain(line) == '“x - "y" ...” ve “قال: "نعم"...”'


def test_words_of_another_language_are_left_but_for_the_signs_of_english():
    english = Foreign("en-GB", (text('the "Post" - it\'s 12-15 ...'),), at(1))
    assert plain(mended(english)) == "the “Post” - it’s 12-15 …"
    german = Foreign("de", (text('die "Post" ...'),), at(1))
    assert plain(mended(german)) == 'die "Post" ...'


def test_the_mark_of_a_note_moves_behind_the_sign_and_out_of_no_emphasis():
    mark, other = NoteMark("a", 1, at(5)), NoteMark("b", 2, at(9))
    line = mended(Emphasis((text("söz"),), at(1)), mark, other, text('." Sonra'))
    assert line == (Emphasis((text("söz"),), at(1)), Text(".", at(5)), mark, other, text('" Sonra'))
    line = mended(text("“söz"), mark, text(".” Sonra"))
    assert line == (text("“söz"), Text(".”", at(5)), mark, text(" Sonra"))


def test_a_source_and_a_citation_are_mended_too():
    line = mended(Source((text("(06.01.2022 Reuters'ten)"),), at(1)), Citation("[Bakara 2/255-257]", at(30)))
    assert plain(line) == "(06.01.2022 Reuters’ten)[Bakara\u00a02/255–257]"


def test_what_begins_a_line_of_its_own_begins_anew():
    assert plain(mended(text('"Bir"'), LineBreak(at(6)), text('"İki"'))) == "“Bir”\n“İki”"
    assert plain(mended(text("Söz:"), LineBreak(at(6)), text("-- Gel."))) == "Söz:\n—\u00a0Gel."


def test_a_line_without_anything_to_mend_stays_the_same_object():
    line = (text("Türkiye’nin "), Emphasis((text("adı"),), at(13)))
    assert mend_line(line, ON) is line


def test_a_rule_that_is_off_leaves_the_others_on():
    assert plain(mended(text('"Bir"... 12-15'), off=frozenset({"quotes"}))) == '"Bir"… 12–15'


def test_the_node_that_a_character_stands_for_is_known():
    code = Code("xyz", at(4))
    assert flatten((text("abc"), code)).leaf(4).node is code
