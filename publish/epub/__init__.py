"""XHTML packed as an e-book: the only room that knows EbookLib."""
