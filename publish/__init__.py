"""From a Turkish text with Arabic passages to a printed booklet and an e-book.

A booklet flows one way through the rooms: `source` reads a folder of `content/` into a `Booklet`; `language` finds what
is Arabic, what must not be hyphenated and which verse is meant; `check` says what is wrong with it; `render` writes it
as HTML for the page and XHTML for the e-book; `pdf` lays the pages out; `press` makes the files of the printer out of
them and judges such files; `epub` packs. `proof` judges laid-out pages and compares two states of a text. `build` knows
the order; `verbs` are what people type, `cli` parses them, `speech` says what came of them; `ledger` remembers what was
read, `history` asks git for what was, `doctor` sets the machine up, `model` says what a booklet is.
"""
