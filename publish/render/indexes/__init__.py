"""The indexes of verses and of names: what is listed, where it stands, and the pages at the end that say so.

name_marks → nodes of names ─ register → places ─ verse_index, name_index → groups ─ page_runs, end_pages → pages
"""
