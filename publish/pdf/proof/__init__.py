"""Proofs: the pages as they are, with what a compositor would look at drawn over them, and a list to be signed.

slices     which words of its paragraph each line holds, asked of the layout itself
observe    pages ─→ Record: lines, gaps, passages
sheets     the pages on larger sheets, marks drawn over them, the list before them
reading    the text of an earlier proof, or of a PDF of ours
"""
