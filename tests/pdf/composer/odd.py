"""Odd documents: what a layout meets that is no plain paragraph."""

# ruff: noqa: E501  # one document a line

TURKISH = (
    "Matbaanın hikâyesine niçin el yazmasından başlamalı? Çünkü matbaa boş bir eve gelmedi; kapıyı çaldığında içeride "
    "kurulu bir düzen vardı, ustaları, çarşısı, edebi ve zevki yüzyıllardır yerli yerindeydi. “Yazı,” demişti ustası, "
    "“aceleye gelmez.” Kazakistan’daki dükkânların 2022’de %50’sini kapatan sel, İstanbul’un güneydoğusunda "
    "değirmencileri de vurmuştu; buna rağmen müdafaasızlıktan yakınan çıkmadı, herkes elindekini paylaştı."
)
ARABIC = '<span lang="ar" dir="rtl" class="ar">إِنَّ مَعَ الْعُسْرِ يُسْرًا</span>'
SHEET = """
@page { size: 105mm 148mm; margin: 14mm 16mm 18mm 12mm; @footnote { margin-top: 8pt; border-top: 0.5pt solid } }
html { font: 10pt/14pt Metin, Ayet; text-align: justify; hyphens: auto; hyphenate-limit-chars: 5 2 2; orphans: 2; widows: 2 }
p { margin: 0; text-indent: 1.3em } .ar { font-family: Ayet; hyphens: manual }
.note { float: footnote; font-size: 8pt; line-height: 10pt } .nowrap { white-space: nowrap }
"""
_SOFT = TURKISH.replace("matbaa", "mat\u00adbaa").replace("değirmen", "değir\u00admen")
_LONG = f"<p>{TURKISH} {TURKISH} {TURKISH}</p>"

DOCUMENTS = {
    "plain paragraphs": _LONG * 4,
    "Arabic in the line": f"<p>{TURKISH} Aslı {ARABIC} sözüdür. {TURKISH} {ARABIC}</p>" * 3,
    "emphasis within emphasis": f"<p>{TURKISH} <em>{TURKISH} <strong>{TURKISH[:90]}</strong> {TURKISH}</em></p>" * 2,
    "floats": f'<div style="float: left; width: 30mm; height: 40mm; margin: 0 3mm 2mm 0; background: #ccc"></div>{_LONG * 2}',
    "a float to the right": f'{_LONG}<div style="float: right; width: 25mm; height: 25mm; background: #ccc"></div>{_LONG}',
    "footnotes": "".join(
        f'<p>{TURKISH} <span class="note">Not {n}. {TURKISH[:120]} {ARABIC}</span>{TURKISH}</p>' for n in range(9)
    ),
    "lists": f"<ul><li>{TURKISH}</li><li>{TURKISH} <ol><li>{TURKISH}</li></ol></li></ul>" * 2,
    "tables": f"<table><tr><td>{TURKISH}</td><td>{TURKISH[:200]}</td></tr><tr><td>kısa</td><td>{TURKISH}</td></tr></table>",
    "columns": f'<div style="columns: 2; column-gap: 5mm">{_LONG * 2}</div>',
    "a narrow column": f'<div style="width: 22mm">{_LONG}</div>',
    "forced breaks": f"<p>{TURKISH}<br>{TURKISH[:69]}<br><br>{TURKISH}</p>" * 2,
    "soft hyphens": f'<p style="hyphens: manual">{_SOFT}</p>' * 3,
    "markers and pictures": (
        f'<p><span style="display: inline-block; width: 8mm; text-indent: 0">1-</span>{TURKISH}'
        f'<img style="width: 3mm; height: 3mm" src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==">{TURKISH}</p>'
        * 2
    ),
    "what is kept whole": f'<p>{TURKISH} <span class="nowrap">[Bakara 2/255]</span> {TURKISH} <a href="#x">(<i>bk.</i> <b>s. 15</b>)</a> {TURKISH}</p>'
    * 2,
    "another width on the left": f"<style>@page :left {{ margin-left: 25mm }}</style>{_LONG * 6}",
    "Arabic paragraphs": f'<div lang="ar" dir="rtl" class="ar"><p style="text-indent: 0">{"إِنَّ مَعَ الْعُسْرِ يُسْرًا " * 29}إِنَّ</p></div>{_LONG}',
    "small capitals, sub, underlined": (
        f'<p><span style="font-variant-caps: small-caps">{TURKISH}</span> H<sub>2</sub>O {TURKISH} <u>{TURKISH[:80]}</u></p>'
        * 2
    ),
    "padding and borders": f'<p>{TURKISH} <span style="padding: 0 2mm; border: 0.5pt solid">{TURKISH[:100]}</span>{TURKISH}</p>'
    * 2,
}
