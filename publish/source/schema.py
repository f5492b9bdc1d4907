"""The JSON schema of `house.toml` and `booklet.toml`, described in Turkish, so that editors complete and check them."""

from __future__ import annotations

from typing import Any

from publish.model.settings import House, Settings

DRAFT = "https://json-schema.org/draft/2020-12/schema"

# By table and key. Authors read these in their editor; the English docstrings of the model are ours.
DESCRIPTIONS = {
    "House": "Yayınevi: her kitapçığın künyesinde yinelenir.",
    "House.name": "Yayınevinin adı.",
    "House.address": "Yayınevinin adresi.",
    "House.city": "İç kapakta yazacak şehir.",
    "House.certificate": "Yayıncı sertifika numarası.",
    "House.phone": "Telefon.",
    "House.email": "E-posta adresi.",
    "House.web": "Web adresi.",
    "House.printer": "Her zamanki matbaa.",
    "Printer": "Kitapçığı basan matbaa.",
    "Printer.name": "Matbaanın adı.",
    "Printer.address": "Matbaanın adresi.",
    "Printer.certificate": "Matbaa sertifika numarası.",
    "Settings": "Bir kitapçık.",
    "Settings.title": "Kitapçığın adı.",
    "Settings.subtitle": "Alt başlık.",
    "Settings.series": "Dizinin adı.",
    "Settings.authors": 'Yazarlar: ["Ad Soyad", "Ad Soyad"].',
    "Settings.translator": "Çeviren.",
    "Settings.editor": "Yayına hazırlayan.",
    "Settings.language": "Metnin dili.",
    "Settings.publisher": "Yayıncı, house.toml’dakinden başkaysa.",
    "Settings.printer": "Matbaa, her zamankinden başkaysa.",
    "Settings.isbn": "Basılı kitapçığın ISBN’si.",
    "Settings.isbn_epub": "E-kitabın ISBN’si; her yayın biçimi kendi numarasını alır.",
    "Settings.date": "Bu baskının tarihi, tırnaksız: 2022-01-05.",
    "Settings.edition": "Baskı, basılacağı gibi: “1. baskı”.",
    "Settings.rights": "Hak bildirimi.",
    "Settings.description": "Tanıtım yazısı; e-kitapta ve katalogda görünür.",
    "Settings.subjects": "Konular.",
    "Settings.print": "Kâğıt baskı.",
    "Settings.quran": "Ayetlerin dizilişi.",
    "Settings.accept": "Görülüp kabul edilen bulgular.",
    "Print": "Kâğıt baskı.",
    "Print.trim": "Kesilmiş sayfanın ölçüsü.",
    "Quran": "Ayetlerin dizilişi.",
    "Quran.script": "Ayetlerin yazımı: sade (simple-plain) ya da Mushaf imlası (uthmani).",
    "Quran.translation": "Alıntılanan mealin sahibi.",
    "Accept": "Kabul edilen bir uyarı ya da not.",
    "Accept.code": "Bulgunun kodu: bir harf, üç rakam.",
    "Accept.reason": "Neden kabul edildiği.",
}


def schema() -> dict[str, Any]:
    """Return the schemas by the name of the file they describe."""
    return {
        name: {"$schema": DRAFT, **_described(model.model_json_schema())}
        for name, model in (("booklet.toml", Settings), ("house.toml", House))
    }


def _described(table: dict[str, Any]) -> dict[str, Any]:
    """Put our descriptions in place of pydantic's, and its titles, which repeat the keys, away."""
    name = table.pop("title")
    table["description"] = DESCRIPTIONS.get(name, "")
    for key, field in table.get("properties", {}).items():
        field.pop("title", None)
        field["description"] = DESCRIPTIONS.get(f"{name}.{key}", "")
    for inner in table.get("$defs", {}).values():
        _described(inner)
    return table
