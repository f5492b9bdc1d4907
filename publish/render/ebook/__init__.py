"""A booklet as the XHTML documents of an e-book, its indexes among them."""
