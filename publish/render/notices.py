"""The notices that copies bear which need no bandrol, or are given away."""

from __future__ import annotations

EXEMPT = (
    "Bandrol Uygulamasına İlişkin Usul ve Esaslar Hakkında Yönetmeliğin 5 inci maddesinin ikinci fıkrası çerçevesinde "
    "bandrol taşıması zorunlu değildir."
)
"""The regulation (RG 24577 of 8 November 2001) lists in art. 5 (2) what need not bear a bandrol, and wants this
sentence on its first page or its back cover in no less than 14 pt; to be given away is in itself no such case. Found at
telifhaklari.gov.tr/Bandrol-Sistemi-Genel-Bilgi and yayfed.org/sik-sorulan-sorular."""
PROMOTION = "Tanıtım nüshasıdır, para ile satılamaz."
"""Art. 5 (2) b: of copies for schools, on both sides of the cover and on pages."""
NOTICES = {
    "exempt": (EXEMPT,),
    "free": ("Ücretsizdir, para ile satılamaz.",),
    "textbook": ("Parayla satılamaz.", EXEMPT),  # art. 5 (2) g
    "promotion": (PROMOTION, EXEMPT),
    "export": ("Yalnız yurt dışında dağıtılmak üzere basılmıştır.", EXEMPT),  # art. 5 (2) c
}
