"""Citations are printed in the form of the house, the rest of the text as it was."""

import pytest

from publish.language.scripture import surah_names
from publish.language.scripture.house_form import rewritten, write
from publish.language.scripture.references import read_all
from publish.model.inline import Reference


@pytest.mark.parametrize(
    ("references", "diyanet", "isnad"),
    [
        ([(22, 40, 40)], "Hac, 22/40", "el-Hac 22/40"),
        ([(2, 255, 257), (2, 285, 285)], "Bakara, 2/255-257, 285", "el-Bakara 2/255-257, 285"),
        ([(50, 16, 16), (25, 63, 63)], "Kâf, 50/16; Furkân, 25/63", "Kāf 50/16; el-Furkān 25/63"),
        ([(3, 103, 104)], "Âl-i İmrân, 3/103-104", "Âl-i İmrân 3/103-104"),
    ],
)
def test_a_reference_is_written_in_either_form(references, diyanet, isnad):
    values = [Reference(*numbers) for numbers in references]
    assert write(values, "diyanet") == diyanet
    assert write(values, "isnad") == isnad


@pytest.mark.parametrize("style", ["diyanet", "isnad"])
def test_what_is_written_is_read_again(style):
    for number in range(1, 115):
        reference = Reference(number, 1, 2)
        assert read_all(write([reference], style)) == (reference,)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Hacc 40]", "[el-Hac 22/40]"),
        ("(bkz. Hacc 40 vd.)", "(bkz. el-Hac 22/40 vd.)"),
        ("(Bakara suresi, 255. ayet)", "(el-Bakara 2/255)"),
        ("[Hac 40; bkz. Bakara 255-257]", "[el-Hac 22/40; bkz. el-Bakara 2/255-257]"),
        ("[Bakara 2/255; 257]", "[el-Bakara 2/255; 257]"),
        ("[Bakara 2/255; 3/18]", "[el-Bakara 2/255; Âl-i İmrân 3/18]"),
        ("Bakara, 2/255", "el-Bakara 2/255"),
        ("2/Bakara, 255", "el-Bakara 2/255"),
        ("Bakara sûresinin 255. âyetinde", "Bakara sûresinin 255. âyetinde"),
        ("[Hac 140]", "[Hac 140]"),
        ("Hac 40", "el-Hac 22/40"),
    ],
)
def test_a_citation_keeps_its_brackets_and_what_stands_around_it(text, expected):
    assert rewritten(text, "isnad") == expected


def test_there_is_a_name_of_every_surah():
    assert len(surah_names.isnad_names()) == 114
    for number, name in enumerate(surah_names.isnad_names(), 1):
        assert number in surah_names.numbers(name)
        assert name.split("-")[0] in ("el", "en", "er", "es", "eş", "et", "ed", "ez") or "-" not in name or number == 3
