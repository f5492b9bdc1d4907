"""What a person writes in `house.toml` and `booklet.toml`; unknown keys are errors, `publish schema` prints it."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from publish.model.printing import Cover, Paper, Print
from publish.model.strict import Code, Day, Flag, Line, Strict, Text


class Printer(Strict):
    """The press that prints the booklets (matbaa)."""

    name: Line
    address: Line | None = None
    certificate: Line | None = None
    """Printer's certificate number (matbaa sertifika no)."""


class Publisher(Strict):
    """The publisher of a booklet that is not the house's."""

    name: Line
    address: Line | None = None
    certificate: Line | None = None
    """Publisher's certificate number (yayıncı sertifika no)."""


def _as_table(value: Any) -> Any:
    return {"name": value} if isinstance(value, str) else value


class Hyphenation(Strict):
    """`[hyphenation]`: where words may be broken at the end of a line, beside the rules of TDK.

    In `house.toml` it is for all booklets; what stands in `booklet.toml` is added, and wins for its words.
    """

    exceptions: tuple[Line, ...] = ()
    """Words with a hyphen wherever they may be broken, `tu-ran-lı`; a word without one is whole."""
    keep: tuple[Line, ...] | None = None
    """Words that are never broken, own hyphens and apostrophes included; in the house file in place of ours."""
    hemze: Flag | None = None
    """Rule of the house: behind an apostrophe within a word, as in Mes’ûd, no line ends. TDK lets it."""
    article: Flag | None = None
    """Rule of the house: behind the article of a name, as in el-Enfâl, no line ends. TDK lets it."""
    izafet: Flag | None = None
    """Rule of the house: before the syllable of an izafet, as in Fetâvâ-yı, no line ends. TDK lets it."""
    addresses: Flag | None = None
    """Rule of the house: addresses are broken before dots and behind slashes. TDK is silent."""
    foreign: dict[str, tuple[Line, ...]] = Field(default={})
    """Words of other languages by the tag of their language, hyphenated by its rules."""


class Off(Strict):
    """`[[typography.off]]`: a rule of the typographer that is not applied, with the reason."""

    rule: Line
    reason: Line


class Typography(Strict):
    """`[typography]`: what becomes of the signs that were typed."""

    off: tuple[Off, ...] = ()


class Spelling(Strict):
    """`[spelling]`: which of several right writings of a word is kept to."""

    prefer: tuple[Line, ...] = ()
    """Forms that are wanted; of words without one, the first use decides."""
    families: tuple[Annotated[tuple[Line, ...], Field(min_length=2)], ...] = ()
    """Further words, each with its writings: [["tövbe", "tevbe"]]."""


class Epub(Strict):
    """`[epub]`: the e-book. In `house.toml` it is for all booklets; a booklet's own keys win."""

    certified_by: Line | None = None
    """Who checked the e-book against EPUB Accessibility 1.1, WCAG 2.2 Level AA, and found that it conforms."""
    text_font: Flag | None = None
    """Whether the text face of paper travels with the e-book; else its words stand in the font that a reader chose."""


Address = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=300, pattern=r"^https?://[^\s/?#\"<>]+[^\s?#\"<>]*$")
]
"""Where something is found on the web."""


class HouseCatalog(Strict):
    """`[catalog]` in `house.toml`: the web site and the feeds of all booklets."""

    url: Address | None = None
    """Where it is published; links within it need no address, those of search engines and feed readers do."""
    about: Text | None = None
    """What stands over the covers."""


class Catalog(Strict):
    """`[catalog]` in `booklet.toml`."""

    listed: Flag = True
    """Whether the booklet is put on the shelf."""


class House(Strict):
    """`house.toml`: the publisher, repeated in the imprint of every booklet."""

    name: Line | None = None
    """Name of the publishing house (yayınevi); the imprint names none where it is not given."""
    address: Line | None = None
    city: Line | None = None
    """City that stands on the title page."""
    certificate: Line | None = None
    """Publisher's certificate number (yayıncı sertifika no)."""
    phone: Line | None = None
    email: Line | None = None
    web: Line | None = None
    printer: Printer | None = None
    """The usual printer."""
    logo: Line | None = None
    """A picture beside the house file, for covers."""
    papers: dict[str, Paper] = Field(default={})
    """Kinds of paper by their names, beside those that we know or in their place."""
    hyphenation: Hyphenation = Hyphenation()
    typography: Typography = Typography()
    """For all booklets of the house."""
    catalog: HouseCatalog = HouseCatalog()
    epub: Epub = Epub()
    spelling: Spelling = Spelling()


class Quran(Strict):
    """`[quran]`: how scripture is set."""

    script: Literal["simple-plain", "uthmani"] | None = None
    """Spelling of verses taken from the canon; the booklet's stated choice, asked for when the first verse is set."""
    translation: Line | None = None
    """Whose translation the booklet quotes (meal)."""
    citation: Literal["as-written", "diyanet", "isnad"] = "as-written"
    """How citations of verses are printed: as the author wrote them, “Hac, 22/40”, or “el-Hac 22/40”."""
    verse_numbers: Flag | None = None
    """Whether a verse ends with the end-of-verse sign and its number; not given: only where several stand together."""

    notice: Flag = True
    """Whether the imprint says whose text the verses are that come from the canon; its licence asks for that."""


class Name(Strict):
    """`[index] names`: a name that is listed, with the other ways in which the text calls its bearer."""

    name: Line
    """As it is listed; “Müteferrika, İbrahim” is sought as “İbrahim Müteferrika”, without what is in parentheses."""
    also: tuple[Line, ...] = ()
    """Other forms that the text has: “Basmacı İbrahim”."""
    see: tuple[Line, ...] = ()
    """Forms that the text has, and that are listed too, with the name to look under."""


class Index(Strict):
    """`[index]`: what is listed at the end of the booklet."""

    verses: Flag = False
    """Whether the verses cited are listed, in order of surah, with their pages."""
    names: tuple[Annotated[Name, BeforeValidator(_as_table, json_schema_input_type=str | Name)], ...] = ()
    """Names that are listed in Turkish order, with the pages that they stand on; each a text or a table."""


class Pdf(Strict):
    """`[pdf]`: the reading PDF."""

    attach_source: Flag = False
    """Whether the booklet's own files, text.md and booklet.toml, are kept in it; it is PDF/A-3 then."""


class Accept(Strict):
    """`[[accept]]`: a finding that the author has seen and accepts, with the reason."""

    code: Code
    reason: Line


class Settings(Strict):
    """`booklet.toml`: one booklet."""

    title: Line
    subtitle: Line | None = None
    series: Line | None = None
    authors: tuple[Line, ...] = ()
    translator: Line | None = None
    editor: Line | None = None
    language: Literal["tr", "ar"] = "tr"
    """An Arabic booklet is bound on the right."""
    publisher: Annotated[Publisher, BeforeValidator(_as_table, json_schema_input_type=str | Publisher)] | None = None
    """Where the booklet has another publisher than the house; a text or a table."""
    printer: Printer | None = None
    """Where the booklet has another printer than the usual one."""
    isbn: Line | None = None
    """ISBN of the printed booklet."""
    isbn_epub: Line | None = None
    """ISBN of the e-book: each edition has its own."""
    date: Day | None = None
    """Date of this edition; it dates the files too, so that two builds are the same."""
    edition: Line | None = None
    """As it is printed: “1. baskı”."""
    rights: Line | None = None
    description: Text | None = None
    subjects: tuple[Line, ...] = ()
    print: Print = Print()
    cover: Cover = Cover()
    quran: Quran = Quran()
    index: Index = Index()
    pdf: Pdf = Pdf()
    catalog: Catalog = Catalog()
    epub: Epub = Epub()
    hyphenation: Hyphenation = Hyphenation()
    typography: Typography = Typography()
    spelling: Spelling = Spelling()
    """Before what the house wants."""
    accept: tuple[Accept, ...] = Field(default=())
