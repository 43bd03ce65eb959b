"""A concern and its holder: who may do what with it, decided on the facts, told as events."""

from samenspel.kern.signaal.besluiten import beslis
from samenspel.kern.signaal.signaal import (
    Aanname,
    Afsluiting,
    Dossierleg,
    Feit,
    Handeling,
    Intrekking,
    Signaalstand,
    Soort,
    Speler,
    Status,
    Uithaling,
    Voorstel,
    Weigering,
    Wissing,
    mag_lezen,
    vouw,
    wacht_te_lang,
)

__all__ = [
    "Aanname",
    "Afsluiting",
    "Dossierleg",
    "Feit",
    "Handeling",
    "Intrekking",
    "Signaalstand",
    "Soort",
    "Speler",
    "Status",
    "Uithaling",
    "Voorstel",
    "Weigering",
    "Wissing",
    "beslis",
    "mag_lezen",
    "vouw",
    "wacht_te_lang",
]
