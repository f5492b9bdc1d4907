"""Imposition: single pages onto the sheets that fold and nest into a stapled booklet.

    pages ─panels→ panels ─signature→ sheets of four ─spread, marks, sheets→ a page for each side of a sheet

A room within the press because it changes nothing on a page: a page is shown whole, as it is, at its place.
"""
