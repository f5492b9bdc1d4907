"""The Quran and what is quoted of it: the canon, references to it, and Arabic compared with it letter by letter.

quran ─ verse_text, juz                       the canon, and parts of it
references, running_citations ─ surah_names   what a text says of where its verses stand ─ house_form (written anew)
collation ─ alignment, spelling, orthography  typed Arabic against the verses that it is said to be
quotation, recovery, verse_search ─ skeleton  which verses a text has, or had, without saying so
filling                                       the verses of a booklet, set
"""
