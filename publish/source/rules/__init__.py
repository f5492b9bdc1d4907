"""Our syntax, one rule a file: block rules take (state, first line, end line, silent), inline rules (state, silent)."""
