"""The booklet that most verbs are tried on."""

HOUSE = """
name = "Kandil"
address = "Hokka Sokağı 1"
city = "İstanbul"
certificate = "12345"
[printer]
name = "Kandil Basımevi"
address = "Hokka Sokağı 2"
certificate = "54321"
"""
DATED = "date = 2026-10-01\n"
TEXT = "# Oruç\n\nSoru: Oruç nedir?\n\nCevap: “Bir ibadettir.\n"
