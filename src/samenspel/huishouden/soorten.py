"""What people are to each other, who acts for them, and what kind of address they have."""

from collections.abc import Mapping
from enum import StrEnum

__all__ = ["OMGEKEERD", "Adressoort", "Bsngrond", "Relatiesoort", "Vertegenwoordigersoort"]


class Relatiesoort(StrEnum):
    """What somebody is to another; `kind` and `kleinkind` are kept the other way round."""

    PARTNER = "partner"
    EX_PARTNER = "ex_partner"
    OUDER = "ouder"
    BROER_ZUS = "broer_zus"
    GROOTOUDER = "grootouder"
    VERZORGER = "verzorger"
    ANDERS = "anders"


OMGEKEERD: Mapping[str, str] = {
    Relatiesoort.PARTNER: "partner",
    Relatiesoort.EX_PARTNER: "ex-partner",
    Relatiesoort.OUDER: "kind",
    Relatiesoort.BROER_ZUS: "broer of zus",
    Relatiesoort.GROOTOUDER: "kleinkind",
}
"""What the other then is to the first, in words; a verzorger and 'anders' have no word the other way."""


class Vertegenwoordigersoort(StrEnum):
    """Who acts for somebody by order of a court (BW boek 1, titels 16, 19 en 20)."""

    BEWINDVOERDER = "bewindvoerder"
    MENTOR = "mentor"
    CURATOR = "curator"


class Adressoort(StrEnum):
    """What kind of address it is; who roams has none."""

    WOONADRES = "woonadres"
    BRIEFADRES = "briefadres"
    GEEN_ADRES = "geen_adres"


class Bsngrond(StrEnum):
    """The law by which a municipality may keep the burgerservicenummer of somebody."""

    WABB = "wet_bsn"
    WMO = "wet_wmo"
    JEUGDWET = "wet_jeugd"
    PARTICIPATIEWET = "wet_participatie"
