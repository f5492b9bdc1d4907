"""Verses that an extraction damaged, found again in the canon.

matching ─ fit ─ places ─ query ─ index     from the verse that a text was, back to the canon made ready for it
matching ─ text                             what is written in its place
"""
