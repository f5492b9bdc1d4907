"""Composed pages: even spaces, straight edges, Turkish line ends, the words as they were written."""

import io
import re
import statistics
from dataclasses import replace
from itertools import pairwise

import pypdf
import pypdfium2
import pytest

from publish.language.hyphenation.line_ends import line_ends
from publish.pdf import composer
from publish.pdf.composer.lines import Composer
from publish.pdf.composer.rules import KLASIK
from tests.pdf.composer.odd import ARABIC, TURKISH
from tests.pdf.samples import laid, pages_of
from tests.tracing import untraced

SHEET = """
@page { size: 148mm 210mm; margin: 20mm 22mm }
html { font: 10.75pt/14.5pt Metin, Ayet; text-align: justify; hyphens: auto; hyphenate-limit-chars: 5 2 2 }
p { margin: 0 } .ar { font-family: Ayet; line-height: 0 } .narrow { width: 16mm }
"""
RIGHT = (148 - 22) * 72 / 25.4
SIZE = 10.75


def composed(body, monkeypatch, sheet=SHEET, rules=KLASIK):
    """Return the PDF of `body`, and the composer that set it."""
    one = Composer(line_ends, rules)
    install = composer.install
    monkeypatch.setattr(composer, "install", lambda _: install(one))
    pdf, findings = pages_of(body, sheet)
    assert not findings
    return pdf, one


@untraced
def lines(pdf):
    """Return the lines of a PDF as lists of words: text, left, right in points."""
    found = []
    for page in pypdfium2.PdfDocument(pdf):
        rows = {}
        text = page.get_textpage()
        for index in range(text.count_chars()):
            left, bottom, right, _ = text.get_charbox(index, loose=True)
            rows.setdefault(round(bottom), []).append((left, right, text.get_text_range(index, 1)))
        found += [sorted(row) for _, row in sorted(rows.items(), reverse=True)]
    return found


@untraced
def line_texts(pdf):
    """Return the lines as they are read, hyphens at their ends."""
    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)
    return [line.strip().replace("\u2010", "-") for line in text.splitlines() if line.strip()]


def gaps(row):
    """Return the spaces of a line in em."""
    inked = [char for char in row if char[2].strip()]
    return [(b[0] - a[1]) / SIZE for a, b in pairwise(inked) if (b[0] - a[1]) / SIZE > 0.1]


@pytest.mark.untraced
def test_spaces_are_even(monkeypatch):
    pdf, _ = composed("".join(f"<p>{TURKISH} {TURKISH[n * 7 :]} {TURKISH}</p>" for n in range(20)), monkeypatch)
    means = [statistics.mean(gaps(row)) for row in lines(pdf) if row[-1][1] > RIGHT - 5 and len(gaps(row)) > 3]
    assert len(means) > 100
    assert statistics.pstdev(means) <= 0.035
    assert sum(mean > 0.45 for mean in means) <= 0.002 * len(means)
    assert sum(mean < 0.20 for mean in means) <= 0.02 * len(means)


@pytest.mark.untraced
def test_two_hyphens_at_most_stand_on_each_other(monkeypatch):
    pdf, _ = composed("".join(f"<p>{TURKISH[n:]} {TURKISH}</p>" for n in range(0, 60, 3)), monkeypatch)
    run = longest = 0
    for line in line_texts(pdf):
        run = run + 1 if line.endswith("-") else 0
        longest = max(longest, run)
    assert longest <= 2


def test_the_last_word_of_a_paragraph_is_whole(monkeypatch):
    pdf, _ = composed("".join(f"<p>{TURKISH[n:]} değirmencilerden</p>" for n in range(40)), monkeypatch)
    assert sum(line.endswith("değirmencilerden") for line in line_texts(pdf)) == 40


BEFORE = ("", "Bu ", "Bu ise ", "O gün ise ", "İşte o ", "Bir de ki ")


@pytest.mark.untraced
@pytest.mark.parametrize(
    "ends",
    [
        *("Ka-za-kis-tan’|daki", "Tür-ki-ye’|nin", "KGAÖ’|nün", "2022’|de", "%50’|sini", "Freud’|un"),
        *("Kur’an=ı", "Kur’an=ı Ke-rîm’|in", "cüz’î", "Fe-tâ-vâ=yı", "el=En-fâl", "e=pos-ta", "(s.a.v.)", "06.01.2022"),
        *("Nur=|Sul-tan", "bilgi|@diyanet|.gov|.tr"),
    ],
)
def test_in_a_narrow_column_words_end_lines_as_tdk_and_the_house_say(ends, monkeypatch):
    word = ends.replace("-", "").replace("|", "").replace("=", "-")
    body = "".join(f'<p class="narrow">{before}{word} gibi bir sözdür.</p>' for before in BEFORE)
    pdf, one = composed(body, monkeypatch)
    assert not one.left_to_stock
    found = re.findall(_pattern(ends), "\n".join(line_texts(pdf)))
    assert len(found) == len(BEFORE)
    if {"-", "|"}.intersection(ends):
        assert any("\n" in one for one in found)


def _pattern(ends):
    """Return the pattern of a word that may end lines at `-` with a hyphen, at `|` without; `=` is one of its own."""
    signs = {"-": "(?:-\n)?", "|": "\n?", "=": "-", " ": "[ \n]"}
    return "".join(signs.get(char, re.escape(char)) for char in ends)


def test_a_web_address_ends_lines_before_its_dots(monkeypatch):
    pdf, _ = composed('<p class="narrow">Bu ise www.independentarabia.com gibidir.</p>', monkeypatch)
    assert "www/.indepen" in "/".join(line_texts(pdf))


def test_the_words_are_read_as_they_were_written(monkeypatch):
    pdf, _ = composed(f"<p>{TURKISH} {ARABIC} {TURKISH}</p>" * 3, monkeypatch)
    read = " ".join(line_texts(pdf))
    joined = re.sub(r"- (?=[a-zçğıöşüâîû])", "", read)
    for word in TURKISH.split():
        assert joined.count(word) >= 6 or word[:3] in read


def test_our_booklets_are_composed_but_for_a_few_lines(tmp_path, monkeypatch):
    one = Composer(line_ends, KLASIK)
    install = composer.install
    monkeypatch.setattr(composer, "install", lambda _: install(one))
    text = (
        "# Bölüm\n\nSoru: Niçin böyle?\n\n"
        f"Cevap: {TURKISH}\n\n1- {TURKISH}[^1]\n\nA- {TURKISH} [Bakara 2/255] {TURKISH}\n\n[^1]: {TURKISH}\n"
    )
    laid(tmp_path, text)
    assert one.composed > 30
    assert sum(one.left_to_stock.values()) <= 0.005 * one.composed


def test_lines_that_are_not_composed_are_said():
    spaced = f'<p style="letter-spacing: 1pt">{TURKISH}</p>'
    _, findings = pages_of(spaced, SHEET)
    (finding,) = findings
    assert finding.code == "P012"
    assert finding.fragment.startswith("Matbaanın hikâyesine")


def test_pages_without_justified_lines_say_nothing_of_it():
    _, findings = pages_of(f'<p style="text-align: left; letter-spacing: 1pt">{TURKISH}</p>', SHEET)
    assert findings == ()


def test_a_short_citation_stays_on_one_line_unless_its_line_would_be_loose(tmp_path):
    text = "".join(f"{TURKISH[:n]} söyler [Enbiyâ 21/90].\n\n" for n in range(20, 120, 3))
    pdf, _ = laid(tmp_path, f"# Bir\n\n{text}")
    read = [line.replace("\xa0", " ") for line in line_texts(pdf)]
    parted = sum(line.endswith("[Enbiyâ") for line in read)
    assert parted <= 2
    assert sum("[Enbiyâ 21/90]" in line for line in read) == len(range(20, 120, 3)) - parted


def test_a_citation_wider_than_its_column_ends_lines_at_its_spaces(monkeypatch):
    cited = '<span style="white-space: nowrap">[Bakara 2/255]</span>'
    pdf, _ = composed(f'<p class="narrow">Bu ise {cited} gibidir.</p>', monkeypatch)
    assert "[Bakara" in line_texts(pdf)


@pytest.mark.parametrize(
    ("words", "how"), [("kelime " * 12, ""), ("كلمة " * 25, 'lang="ar" dir="rtl" class="ar"')], ids=["tr", "ar"]
)
def test_lines_in_the_middle_are_much_alike_and_touch_neither_edge(words, how, monkeypatch):
    pdf, _ = composed(f'<p style="text-align: center; line-height: 2" {how}>{words}</p>', monkeypatch)
    edges = [(row[0][0], row[-1][1]) for row in lines(pdf) if row[-1][1] > row[0][0]]
    widths = [right - left for left, right in edges]
    assert len(widths) == 2
    assert min(widths) > 0.8 * max(widths)
    assert max(widths) < 0.75 * RIGHT
    assert abs(sum(edges[0]) - sum(edges[1])) < 6


def test_the_last_word_is_hyphenated_where_nothing_else_helps_and_leaves_no_stub(monkeypatch):
    text = "Sonra mühre denilen taşla parlatılır, aylarca dinlendirilirdi."
    body = "".join(f'<p style="width: {width}mm; margin-bottom: 14.5pt">{text}</p>' for width in range(66, 82))
    pdf, _ = composed(body, monkeypatch)
    ends = [line for line in line_texts(pdf) if line.endswith("dirilirdi.") and not line.endswith("dinlendirilirdi.")]
    assert ends
    assert min(map(len, (line for line in line_texts(pdf) if line.endswith("rdi.")))) >= len("dirilirdi.")


def test_no_word_is_broken_into_a_stub_though_the_line_above_is_loose_then(monkeypatch):
    text = "Bûsîrî’nin Kasîde-i Bürde’si okunurken beyitlerin arasında şu salavat tekrarlanır:"
    body = "".join(f'<p style="width: {width}mm; margin-bottom: 14.5pt">{text}</p>' for width in range(100, 130))
    pdf, _ = composed(body, monkeypatch)
    last = {line for line in line_texts(pdf) if line.endswith("nır:")}
    assert "tekrarlanır:" in last
    assert not last & {"lanır:", "nır:"}


def test_the_last_word_leaves_no_suffix_alone_on_a_line(monkeypatch):
    text = "Kitâbet hocamız ise, ismini hürmetle anıyorum, Muallim Feyzi Bey’di."
    body = "".join(f'<p style="width: {width}mm; margin-bottom: 14.5pt">{text}</p>' for width in range(84, 110))
    pdf, _ = composed(body, monkeypatch)
    last = {line for line in line_texts(pdf) if line.endswith("di.")}
    assert any(line.startswith("Bey’di") for line in last)
    assert "di." not in last


def test_few_lines_end_within_a_range_of_numbers(monkeypatch):
    text = (
        "Üç medrese, üç yanından meydanı tutmuş, güneş de üstlerinden akıp gidiyor: Uluğ Bey (1417–1420), Şîrdâr "
        "(1619–1636), Tillâkârî (1646–1660). Şîrdâr’ın alnındaki aslanların sırtından güneş doğuyor, güneşin de çekik "
        "gözlü bir yüzü var; suret yasağıymış, filanmış, usta hiç oralı olmamış."
    )
    body = "".join(f'<p style="width: {width}mm; margin-bottom: 14.5pt">{text}</p>' for width in range(84, 118))
    counts = []
    for rules in (KLASIK, replace(KLASIK, range=KLASIK.dash)):
        with monkeypatch.context() as patch:
            pdf, _ = composed(body, patch, rules=rules)
        counts.append(sum(line.endswith("–") for line in line_texts(pdf)))
    assert counts[0] <= counts[1] / 2


def test_glyphs_of_narrow_columns_give_more(monkeypatch):
    def scales(width):
        pdf, _ = composed(f'<p style="width: {width}mm">{TURKISH}</p>', monkeypatch)
        content = b"".join(page.get_contents().get_data() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)
        return [float(match) for match in re.findall(rb"([\d.]+) 0 0 -?[\d.]+ [\d.]+ [\d.]+ Tm", content)]

    assert max(scales(60)) / statistics.median(scales(60)) > 1.02 or max(scales(60)) > 1.02
    assert max(scales(100)) <= 1.0201
