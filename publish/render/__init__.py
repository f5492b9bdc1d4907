"""A booklet as HTML for the printed page, as XHTML for the e-book, and as a cover."""
