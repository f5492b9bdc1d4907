"""Mend: the styles of a page and of its sixteen margin boxes are computed anew for every page.

A page is a type of its own, by its number, though the same rules hold for nearly all. Pages with the same declarations
share their computed styles here; and the declarations of a page are not sought among those of all elements.
"""

from __future__ import annotations

from typing import Any
from weakref import WeakKeyDictionary

from weasyprint.layout import page as _page  # type: ignore[import-untyped]  # no stubs

_stock = _page.set_page_type_computed_styles

_known: WeakKeyDictionary[Any, dict[frozenset[Any], Any]] = WeakKeyDictionary()
"""For the styles of every document: the first page of each set of declarations."""


def install() -> None:
    """Replace how the styles of a page are computed."""
    _page.set_page_type_computed_styles = _set_page_type_computed_styles


def uninstall() -> None:
    """Put back what was replaced."""
    _page.set_page_type_computed_styles = _stock


def _set_page_type_computed_styles(page_type: Any, html: Any, style_for: Any) -> None:
    every, computed = style_for.get_cascaded_styles(), style_for.get_computed_styles()
    own: dict[tuple[Any, str | None], dict[str, Any]] = {}
    style_for._cascaded_styles = own
    try:
        style_for.add_page_declarations(page_type)
    finally:
        style_for._cascaded_styles = every
    every.update(own)
    declared = frozenset(
        (pseudo, name, id(values)) for (_, pseudo), style in own.items() for name, (values, _) in style.items()
    )
    twin = _known.setdefault(style_for, {}).setdefault(declared, page_type)
    is_new = (twin, None) not in computed
    for pseudo in (None, *(pseudo for _, pseudo in own if pseudo)):
        if is_new:
            root = html.etree_element
            parent = page_type if pseudo else root
            style_for.set_computed_styles(
                page_type, pseudo_type=pseudo, root=root, parent=parent, base_url=html.base_url
            )
        else:
            computed[page_type, pseudo] = computed[twin, pseudo]
