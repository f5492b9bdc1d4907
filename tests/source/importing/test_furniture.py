"""Running heads and folios go when they are proved, and stay when they only look like it."""

import pytest

from publish.source.importing import furniture, rhythm
from publish.source.importing.folio import read
from publish.source.importing.lines import Line, split

BODY = """\
Kasabanın tek kitapçısı dükkânını her sabah ezandan hemen sonra açar, kapının önünü
süpürür, sonra da çayını yudumlarken gazetesini okurdu. Vitrindeki kitapların çoğu on
yıldır yerinden kıpırdamamıştı. Matbaanın kapısından giren ilk çırak, mürekkep kokusunu
ömrü boyunca unutamadı; ustası ise o kokuyu çoktan almaz olmuştu. Oysa hiç kimse,
kapının ardında bekleyen çocuğun kim olduğunu sormadı. Tarlalar boş kaldı, değirmen
sustu, çarşı tenhalaştı. Çınarın gölgesinde oturan ihtiyarlar gelip geçene selam verir,
bir yandan da eski günleri anlatırdı. Gazetenin ilk sayısı dört sayfaydı ve yalnızca
iki yüz adet basılmıştı. Harflerin kalıpları kurşundan dökülür, kasalara tek tek
yerleştirilirdi. Yanlış dizilen bir satır bütün sayfayı bozabilir, günlerce süren emeği
boşa çıkarabilirdi. Komşumuzun anlattığına göre o yıl kar mayıs ayına kadar erimemiş,
yollar açılmamıştı. Kervanlar bu vadiden geçerken bir gece konaklar, sabah erkenden
yola koyulurdu. Yüzyıllar boyunca elden ele dolaşan bu nüsha sonunda bir müzayedede
""".splitlines()


WORDS = ("işte", "belki", "sanki", "elbet", "yine", "artık", "hâlâ", "hep", "önce", "sonra", "bugün", "dün")
LENGTH = 17
"""Lines on a page: no divisor of the text's, so that pages begin amid sentences."""


def pages(count, head="", foot="", start=1):
    """Return pages of one running text in which no line comes back; "#" in head and foot is the folio."""
    running = [line.replace(" ", f" {word} ", 1) for word in WORDS for line in BODY]
    made = []
    for index in range(count):
        top, bottom = (text.replace("#", str(start + index)) for text in (head, foot))
        body = running[index * LENGTH : (index + 1) * LENGTH]
        made.append([top] * bool(head) + body + [bottom] * bool(foot))
    return made


def whole(count):
    """Return pages that each begin with a sentence."""
    return [[line.replace(" ", f" {word} ", 1) for line in BODY] for word in WORDS[:count]]


def lined(made):
    number = iter(range(1, 10_000))
    return tuple(tuple(Line(next(number), text, page) for text in lines) for page, lines in enumerate(made))


def texts(kept):
    return [[line.text for line in page] for page in kept]


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("Köy Kitaplığı", ""),
        ("KÖY KİTAPLIĞI", "#"),
        ("Köy Kitaplığı    #", ""),
        ("#  Köy Kitaplığı", ""),
        ("", "- # -"),
        ("", "Sayfa # / 40"),
        ("", "[#]"),
        ("", "www.ornek.org"),
        ("T.C. Köy Kitaplığı | #", "www.ornek.org"),
    ],
)
def test_heads_and_folios_of_known_pages_go(head, foot):
    made, clean = pages(5, head, foot), pages(5)
    for page, at in ((made[0], bool(head)), (clean[0], 0)):
        page[at:at] = ["Soru Cevap", "Sabrın Öğrettikleri"]
    kept, removed = furniture.strip(lined(made))
    assert texts(kept) == clean
    assert sum(len(item.numbers) for item in removed) == 5 * (bool(head) + bool(foot))


def test_left_and_right_heads_go():
    made = pages(6)
    for index, page in enumerate(made):
        page.insert(0, f"{index + 1}  Köy Kitaplığı" if index % 2 else f"Rıfat Efendi  {index + 1}")
    kept, removed = furniture.strip(lined(made))
    assert texts(kept) == pages(6)
    assert {item.text for item in removed} == {"Rıfat Efendi 1", "2 Köy Kitaplığı"}


def test_roman_folios_go():
    made = pages(4)
    for page, folio in zip(made, ("vii", "viii", "ix", "x"), strict=True):
        page.append(folio)
    kept, _ = furniture.strip(lined(made))
    assert texts(kept) == pages(4)


def test_a_head_misread_once_goes_too():
    made = pages(6, head="Köy Kitaplığı")
    made[3][0] = "Köy Kitapliğı"
    assert texts(furniture.strip(lined(made))[0])[1:] == pages(6)[1:]


def test_a_head_that_stands_once_goes_when_a_sentence_runs_on_over_it():
    made = pages(2)
    made[1].insert(0, "Sabrın Öğrettikleri")
    assert texts(furniture.strip(lined(made))[0]) == pages(2)


def test_the_title_stays_when_heads_repeat_it():
    made = pages(5, head="Köy Kitaplığı")
    made[0].insert(1, "Köy Kitaplığı")
    kept, _ = furniture.strip(lined(made))
    assert texts(kept)[0][0] == "Köy Kitaplığı"
    made = pages(5, head="Köy Kitaplığı")
    kept, _ = furniture.strip(lined(made))
    assert texts(kept)[0][0] == "Köy Kitaplığı"
    assert texts(kept)[1:] == pages(5)[1:]


def test_a_head_above_label_and_title_goes_on_the_first_page_too():
    made = pages(5, head="Köy Kitaplığı", foot="#")
    made[0][1:1] = ["Soru Cevap", "Sabrın Öğrettikleri"]
    kept, _ = furniture.strip(lined(made))
    assert texts(kept)[0][:2] == ["Soru Cevap", "Sabrın Öğrettikleri"]


def test_numbers_that_do_not_count_on_stay():
    made = whole(5)
    for page, number in zip(made, (12, 7, 40, 3, 19), strict=True):
        page.append(str(number))
    kept, removed = furniture.strip(lined(made))
    assert [page[-1] for page in texts(kept)] == ["12", "7", "40", "3", "19"]
    assert removed == ()


def test_lessons_on_pages_of_their_own_are_no_heads():
    made = [[f"Ders {index}", *body[:-1], "Ders bitti."] for index, body in enumerate(whole(6), 1)]
    kept, removed = furniture.strip(lined(made))
    assert [page[0] for page in texts(kept)] == [f"Ders {index}" for index in range(1, 7)]
    assert removed == ()


def test_a_sentence_that_comes_back_is_no_head():
    made = pages(8)
    for index in (0, 3, 6):
        made[index].insert(0, "Elbette bunun istisnaları vardır.")
    _, removed = furniture.strip(lined(made))
    assert removed == ()


def flat(made):
    return split("\n".join(line for page in made for line in page))


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("Köy Kitaplığı", ""),
        ("Köy Kitaplığı", "#"),
        ("Köy Kitaplığı  #", ""),
        ("", "- # -"),
        ("", "#"),
        ("", "Sayfa #"),
    ],
)
def test_pages_without_form_feeds_are_found_by_their_beat(head, foot):
    kept, removed = rhythm.strip(flat(pages(5, head, foot)))
    first = [head] if head and "#" not in head else []
    assert [line for page in texts(kept) for line in page] == first + [line for page in pages(5) for line in page]
    assert len(kept) >= 5
    assert removed


def test_left_and_right_heads_are_found_by_their_beat():
    made = pages(6)
    for index, page in enumerate(made):
        page.insert(0, f"{index + 1}  Köy Kitaplığı" if index % 2 else f"Rıfat Efendi  {index + 1}")
    made[0].insert(1, "Sabrın Öğrettikleri")
    kept, _ = rhythm.strip(flat(made))
    assert [line for page in texts(kept) for line in page][1:] == [line for page in pages(6) for line in page]


@pytest.mark.parametrize("words", ["Bölüm #", "#"])
def test_chapters_at_regular_distances_stay(words):
    made = [[words.replace("#", str(index)), *body[:-1], "Bölüm bitti."] for index, body in enumerate(whole(6), 1)]
    _, removed = rhythm.strip(flat(made))
    assert removed == ()


def test_a_line_that_comes_back_at_any_distance_stays():
    made = pages(6)
    for index in (0, 1, 5):
        made[index].insert(3 + 2 * index, "Elbette bunun istisnaları vardır")
    _, removed = rhythm.strip(flat(made))
    assert removed == ()


@pytest.mark.parametrize(
    ("text", "words", "number"),
    [
        ("12", "", 12),
        ("- 12 -", "", 12),
        ("Sayfa 12 / 40", "", 12),
        ("s. 7", "", 7),
        ("xiv", "", 14),
        ("XLII", "", 42),
        ("14  Köy Kitaplığı", "köy kitapliği", 14),
        ("Köy Kitaplığı | 15", "köy kitapliği", 15),
        ("Köy Kitaplığı", "köy kitapliği", None),
        ("mi", "", 1001),
        ("dil", "dil", None),
    ],
)
def test_a_line_is_read_as_what_it_would_be(text, words, number):
    mark = read(text)
    assert (mark.words, mark.number) == (words, number)
