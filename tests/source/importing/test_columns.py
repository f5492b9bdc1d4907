"""Two columns are unfolded page by page; text that only has wide spaces is left alone."""

from publish.source.importing import columns
from publish.source.importing.lines import Line
from publish.source.importing.rows import rows

LEFT = """\
Kasabanın tek kitapçısı Rıfat
Efendi, dükkânını her sabah
ezandan hemen sonra açardı.
Vitrindeki kitapların çoğu on
yıldır yerinden kıpırdamamıştı
ve kimse buna şaşırmıyordu.
Tarlalar boş kaldı, değirmen
sustu, çarşı tenhalaştı.
""".splitlines()
RIGHT = """\
Matbaanın kapısından giren ilk
çırak, mürekkep kokusunu ömrü
boyunca unutamadı. Öğretmen
Münevver Hanım tahtaya tek bir
kelime yazdı: emek. Çınarın
gölgesinde oturan ihtiyarlar
gelip geçene selam verirdi.
Hepsi bu kadardı.
""".splitlines()


def page(texts, number=1, index=0):
    return tuple(Line(line, text, index) for line, text in enumerate(texts, number))


def side_by_side(left, right, at=36):
    length = max(len(left), len(right))
    pairs = zip(left + [""] * (length - len(left)), right + [""] * (length - len(right)), strict=True)
    return [f"{one:<{at}}{other}".rstrip() for one, other in pairs]


def texts(flows):
    return [row.text for row in rows(flows)]


def test_the_left_column_is_read_before_the_right_one():
    flows, stretches = columns.unfold([page(side_by_side(LEFT, RIGHT))])
    assert texts(flows) == LEFT + RIGHT
    assert stretches == ((1, 8),)


def test_a_title_across_both_columns_is_read_first():
    title = "          Bir Kasabanın Elli Yılı ve Onu Anlatan Kitaplar Üzerine"
    flows, _ = columns.unfold([page([title, "", *side_by_side(LEFT, RIGHT)])])
    assert texts(flows) == [title.strip(), *LEFT, *RIGHT]


def test_indents_of_first_lines_are_kept_in_both_columns():
    left = ["  " + line if index in (0, 3, 6) else line for index, line in enumerate(LEFT)]
    right = ["  " + line if index in (0, 3) else line for index, line in enumerate(RIGHT)]
    flows, _ = columns.unfold([page(side_by_side(left, right))])
    found = rows(flows)
    assert [row.text for row in found] == LEFT + RIGHT
    assert [row.indent for row in found] == [2, 0, 0, 2, 0, 0, 2, 0, 2, 0, 0, 2, 0, 0, 0, 0]


def test_columns_whose_lines_stand_at_different_heights_have_no_blank_lines():
    left = [line for text in LEFT for line in (text, "")]
    right = [line for text in RIGHT for line in ("", text)]
    flows, _ = columns.unfold([page(side_by_side(left, right))])
    found = rows(flows)
    assert [row.text for row in found] == LEFT + RIGHT
    assert {row.gap for row in found} == {""}


def test_blank_lines_of_one_column_stay_in_it():
    left = [*LEFT[:3], "", *LEFT[3:7]]
    flows, _ = columns.unfold([page(side_by_side(left, RIGHT))])
    assert [row.gap for row in rows(flows)][3] == "e"


def test_a_short_last_page_has_the_gutter_of_the_page_before():
    pages = [page(side_by_side(LEFT, RIGHT)), page(side_by_side(LEFT[:3], RIGHT[:3]), 20, 1)]
    flows, _ = columns.unfold(pages)
    assert texts(flows) == LEFT + RIGHT + LEFT[:3] + RIGHT[:3]


def test_the_next_page_keeps_the_gutter():
    pages = [page(side_by_side(LEFT, RIGHT)), page(side_by_side(RIGHT, LEFT), 20, 1)]
    assert texts(columns.unfold(pages)[0]) == LEFT + RIGHT + RIGHT + LEFT


def test_a_table_is_no_page_in_columns():
    names = ["elma", "armut", "kiraz", "ayva", "nar", "incir", "erik", "dut"]
    table = [f"{name:<36}{number}" for number, name in enumerate(names)]
    assert columns.unfold([page(table)]) == ((page(table),), ())


def test_justified_text_is_no_page_in_columns():
    lines = [line.replace(" ", "   ", 1 + index % 3) for index, line in enumerate(LEFT + RIGHT)]
    assert columns.unfold([page(lines)])[1] == ()


def test_an_indented_poem_is_no_right_column():
    lines = (
        [line + " " + line for line in LEFT]
        + [" " * 20 + line for line in RIGHT]
        + [line + " " + line for line in LEFT]
    )
    assert columns.unfold([page(lines)])[1] == ()


def test_a_long_page_in_one_column_is_left_alone():
    lines = [line + " " + line for line in LEFT] * 80
    assert columns.unfold([page(lines)])[1] == ()
