"""Content folders read as booklets; foreign documents turned into content folders."""
