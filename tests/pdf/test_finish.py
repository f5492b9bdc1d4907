"""The fonts of a PDF bear the names of their files, and a stranger among them is noticed."""

from types import SimpleNamespace

from publish.pdf.finish import finish


def test_fonts_get_the_names_of_their_files_and_strangers_are_told():
    objects = [
        {"BaseFont": b"/AAAAAA+Metin-Italic"},
        {"FontName": "/AAAAAA+Ayet"},
        {"BaseFont": "/BBBBBB+EBGaramond-Regular"},
        {"BaseFont": "/CCCCCC+DejaVu-Serif"},
        {"Type": "/Page"},
        "a stream",
    ]
    assert finish(SimpleNamespace(objects=objects, catalog={})) == ("DejaVu-Serif",)
    assert objects[0]["BaseFont"] == "/AAAAAA+EBGaramond-Italic"
    assert objects[1]["FontName"] == "/AAAAAA+Amiri-Regular"
    assert objects[2]["BaseFont"] == "/BBBBBB+EBGaramond-Regular"
