"""HTML laid out as pages: the only room that knows WeasyPrint and pdfium."""
