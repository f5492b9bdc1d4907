"""Judges laid-out pages as a compositor does, and compares two states of a text as a proof-reader does."""
