"""All booklets as a web site and as feeds for reading apps: files that any web server hands out as they are.

Shelf ─┬─ site ──→ pages by booklet, title, author, series and cited verse; search
       └─ feeds ─→ OPDS 1.2
"""
