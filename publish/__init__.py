"""From a Turkish text with Arabic passages to a printed booklet and an e-book.

A booklet flows one way through the rooms: `source` reads a folder of `content/` into a `Booklet`; `language` finds what
is Arabic, what must not be hyphenated and which verse is meant; `check` says what is wrong with it; `render` writes it
as HTML for the page and XHTML for the e-book; `pdf` lays the pages out; `epub` packs. `proof` judges laid-out pages
and compares two states of a text. `build` knows the order, `cli`
talks to people, `ledger` remembers what was read, `model` says what a booklet is.
"""
