"""Turkish, Arabic and the Quran: pure functions on text, and the packaged canon."""
