"""The rules on a booklet, by subject; each registers itself when its module is loaded."""

from publish.check.rules import images, indexes, links, paper, scripture, structure, style, typographer, typography

__all__ = ["images", "indexes", "links", "paper", "scripture", "structure", "style", "typographer", "typography"]
