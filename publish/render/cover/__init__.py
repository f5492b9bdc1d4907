"""The cover of a booklet: sheets of front, spine and back, to be laid out.

sheets ─┬ plan ─ design      where its parts lie, and how much room for words a design has
        ├ words, back        the words, fitted into that room ─ lettering, barcode
        └ art                what is drawn behind them ─ ornament
"""
