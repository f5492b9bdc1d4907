"""The checks, a module a subject; importing them fills the registry."""

from publish.press.preflight.checks import boxes, colour, fonts, interactive, lines, pages, pictures, standard

__all__ = ["boxes", "colour", "fonts", "interactive", "lines", "pages", "pictures", "standard"]
