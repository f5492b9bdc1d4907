"""What building costs and how even its lines are, beside other engines on the same text: `make bench`.

Booklet ─ flat ─→ paragraphs of a few kinds ─ typst_source, latex_source ─→ what those engines read
        ─ setting ─→ the HTML of our pages, set by us and by WeasyPrint as it comes
"""
