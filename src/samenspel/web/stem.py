"""What residents said themselves, as far as it may be read: quoted, never edited."""

from typing import Any

from samenspel.web.blik import Blik

WOORDVRAGEN = (("ik_wil", "Ik wil"), ("ik_kan", "Ik kan"), ("ik_heb_nodig", "Ik heb nodig"))


def stem(blik: Blik) -> list[dict[str, Any]]:
    """Per person of the household their own words, under the three questions."""
    rijen = blik.eigen_woorden
    woorden = blik.woorden([r.pk for r in rijen])
    return [
        {
            "item": rij.pk,
            "persoon": rij.persoon.roepnaam,
            "persoon_id": rij.persoon_id,
            "woorden": [
                {"vraag": vraag, "tekst": woorden[rij.pk][sleutel], "van": ""}
                for sleutel, vraag in WOORDVRAGEN
                if woorden.get(rij.pk, {}).get(sleutel)
            ],
        }
        for rij in rijen
    ]
