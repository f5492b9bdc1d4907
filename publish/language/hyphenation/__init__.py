"""Where a line may end within a word: `line_ends` says so of any word, asking the others.

line_ends ─┬ dictionary     Turkish words, by the patterns of `hyph_tr.dic`, which `make_dictionary` writes
           ├ listed         words whose breaks somebody lists
           ├ foreign        words of other languages, by their dictionaries
           ├ strange        words that are spelled as no Turkish word is
           └ whole          addresses and abbreviations, never broken
"""
