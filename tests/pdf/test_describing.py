"""What is said to whoever does not see the pages: words of links, numbers of pages, heads of tables, no ornaments."""

import pytest

from tests.pdf.archives import complaints
from tests.pdf.samples import codes, laid, pages_of, reader

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>'


def elements(element, kind):
    """Yield the elements of a kind below one of the structure."""
    kids = element.get("/K", [])
    for kid in (found.get_object() for found in (kids if isinstance(kids, list) else [kids])):
        if isinstance(kid, dict):
            if kid.get("/S") == kind:
                yield kid
            yield from elements(kid, kind)


def tree(made):
    return reader(made).trailer["/Root"]["/StructTreeRoot"]


def test_a_link_is_called_by_its_words(tmp_path):
    made, _ = laid(
        tmp_path, "[Türk Dil Kurumu](https://tdk.gov.tr), [kaynak](#bas) ve [رَبَّنَا](https://example.org)\n\n# Baş"
    )
    links = [link.get_object() for page in reader(made).pages for link in page.get("/Annots", ())]
    assert {link["/Contents"] for link in links} == {"Türk Dil Kurumu", "kaynak", "رَبَّنَا"}


def test_heads_of_tables_stand_over_columns(tmp_path):
    made, _ = laid(tmp_path, "| Söz | Anlamı |\n|---|---|\n| ilim | bilmek |")
    assert [head["/A"]["/Scope"] for head in elements(tree(made), "/TH")] == ["/Column"] * 2


def test_a_link_with_arabic_in_it_is_one_link(tmp_path):
    made, _ = laid(tmp_path, "# Baş\n\n[Dua *ve* رَبَّنَا](https://example.org), <https://example.org/uzun/adres>")
    assert sum(len(page.get("/Annots", ())) for page in reader(made).pages) == 2
    path = tmp_path / "x.pdf"
    path.write_bytes(made)
    assert complaints(path) == []


def test_headings_go_down_by_steps_whatever_the_author_skipped(tmp_path):
    made, _ = laid(tmp_path, "### Üç\n\nSöz.\n\n# Bir\n\nSöz.\n\n### Üç\n\nSöz.\n\n## İki\n\nSöz.")
    assert [len(list(elements(tree(made), f"/H{level}"))) for level in (1, 2, 3)] == [2, 2, 0]
    path = tmp_path / "x.pdf"
    path.write_bytes(made)
    assert complaints(path) == []


@pytest.mark.untraced
def test_notes_are_notes_with_labels_and_names(tmp_path):
    long = "Uzun bir not. " * 300
    made, _ = laid(tmp_path, f"Söz[^1] ve söz[^2] ve.[^3]\n\n[^1]: Bir\n\n[^2]: İki\n\n[^3]: {long}")
    notes = list(elements(tree(made), "/Note"))
    names = [note["/ID"] for note in notes]
    assert len(set(names)) == 3
    assert [len(list(elements(note, "/Lbl"))) for note in notes] == [1, 1, 1]
    assert tree(made)["/IDTree"]["/Names"][::2] == sorted(names)
    path = tmp_path / "x.pdf"
    path.write_bytes(made)
    assert complaints(path) == []


def test_pages_that_are_counted_anew_have_their_printed_numbers():
    made, _ = pages_of(
        "<p>Bir<p class=yeni>İki<p class=sonra>Üç",
        ".yeni, .sonra { break-before: page } .yeni { page: on }@page on { counter-reset: page 11 }",
    )
    assert reader(made).page_labels == ["1", "11", "12"]
    plain, _ = pages_of("<p>Bir<p style='break-before: page'>İki")
    assert "/PageLabels" not in reader(plain).trailer["/Root"]


def test_a_picture_without_words_is_an_ornament_and_a_link_says_where_it_leads(tmp_path):
    (tmp_path / "deneme").mkdir()
    (tmp_path / "deneme" / "cizim.svg").write_text(DRAWING, "utf-8")
    made, findings = laid(tmp_path, "Söz [](https://example.org).\n\n![](cizim.svg)\n\n![Çizim](cizim.svg)")
    assert "P009" in codes(findings)
    path = tmp_path / "x.pdf"
    path.write_bytes(made)
    assert complaints(path) == []
    assert [figure["/Alt"] for figure in elements(tree(made), "/Figure")] == ["Çizim"]
    assert [link["/Alt"] for link in elements(tree(made), "/Link")] == ["https://example.org"]


def test_the_contents_are_a_table_of_contents_the_deeper_lines_within_it(tmp_path):
    made, _ = laid(tmp_path, "# Bir\n\nSöz.\n\n## Bir *iki*\n\nSöz.\n\n## Bir رَبَّنَا\n\nSöz.\n\n# İki\n\nSöz.")
    (table, within) = elements(tree(made), "/TOC")
    kinds = [kid.get_object()["/S"] for kid in table["/K"]]
    assert kinds == ["/TOCI", "/TOC", "/TOCI"]
    assert [kid.get_object()["/S"] for kid in within["/K"]] == ["/TOCI"] * 2
    for line in elements(tree(made), "/TOCI"):
        (leads,) = line["/K"]
        assert leads.get_object()["/S"] == "/Reference"
        assert list(elements(leads.get_object(), "/Link"))
    path = tmp_path / "x.pdf"
    path.write_bytes(made)
    assert complaints(path) == []


def test_a_table_over_pages_is_one_its_head_said_once(tmp_path):
    rows = "\n".join(f"| ad {number} | anlamı رَبَّنَا |" for number in range(90))
    made, _ = laid(tmp_path, f"| Söz | Anlamı |\n|---|---|\n{rows}")
    assert len(reader(made).pages) > 4
    (table,) = elements(tree(made), "/Table")
    assert len(list(elements(table, "/TR"))) == 91
    heads = [head["/ID"] for head in elements(table, "/TH")]
    assert [cell["/A"]["/Headers"] for cell in elements(table, "/TD")] == [[head] for head in heads] * 90
    path = tmp_path / "x.pdf"
    path.write_bytes(made)
    assert complaints(path) == []


@pytest.mark.parametrize(("rows", "tables"), [(30, 2), (90, 1)])
def test_a_head_as_long_as_a_sentence_is_heard_twice_but_not_on_every_page(tmp_path, rows, tables):
    cells = "\n".join(f"| ad {number} | anlamı |" for number in range(rows))
    made, _ = laid(tmp_path, f"| Sözün kendisi ve geldiği kök | Bugünkü dilde ne anlama geldiği |\n|---|---|\n{cells}")
    assert len(list(elements(tree(made), "/Table"))) == tables
    path = tmp_path / "x.pdf"
    path.write_bytes(made)
    assert complaints(path) == []


ODD = """
-
- dolu
-

- bir
  - iki
    - üç

| | |
|---|---|
| a | b |

| Baş | رَبَّنَا |
|---|---|

| Not[^1] | Tek |
|---|---|
| söz[^2] | |

> Alıntı
> > içinde
> > > - madde
> > >   > yine

3- ![Çizim](cizim.svg)

```
```

[^1]: Baştaki not.

[^2]: > Alıntı

    - liste

    | a | b |
    |---|---|
    | c | d |
"""


def test_the_oddest_text_can_be_read_aloud(tmp_path):
    (tmp_path / "deneme").mkdir()
    (tmp_path / "deneme" / "cizim.svg").write_text(DRAWING, "utf-8")
    made, _ = laid(tmp_path, ODD)
    path = tmp_path / "x.pdf"
    path.write_bytes(made)
    assert complaints(path) == []
    assert sum("/Scope" in head["/A"] and head["/A"]["/Scope"] == "/Row" for head in elements(tree(made), "/TH")) == 1


def test_an_item_whose_list_goes_on_over_the_page_leaves_nothing_empty(tmp_path):
    items = "\n".join(f"{'  ' * (number % 4)}- madde {number} {'söz ' * (number % 30)}" for number in range(60))
    made, _ = laid(tmp_path, items)
    assert all(item["/K"] for item in elements(tree(made), "/LI"))
    assert all(list(elements(item, "/LBody")) for item in elements(tree(made), "/LI"))
