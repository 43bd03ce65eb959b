"""How the tie with somebody around the household is called in plain words."""

from samenspel.netwerk.models import Netwerklid

__all__ = ["band_zin"]

BANDEN = {
    "steun": "Het contact geeft steun",
    "gewoon": "Gewoon contact",
    "gespannen": "Het contact is lastig",
    "verbroken": "Er is geen contact meer",
}
STERKTES = {1: "niet zo hecht", 3: "hecht"}
RICHTINGEN = {
    "naar_huishouden": "Doet vooral iets voor u.",
    "van_huishouden": "U doet vooral iets voor deze persoon.",
    "over_en_weer": "U helpt elkaar.",
}


def band_zin(lid: Netwerklid) -> str:
    """One or two sentences to the resident."""
    hecht = STERKTES.get(lid.sterkte, "") if lid.band != "verbroken" else ""
    zin = ", ".join(d for d in (BANDEN[lid.band], hecht) if d)
    return f"{zin}. {RICHTINGEN.get(lid.richting, '')}".strip()
