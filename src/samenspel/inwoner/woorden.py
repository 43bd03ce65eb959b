"""Whose words they are: 'Wat ik wil' where they are the reader's, 'Wat Kim wil' where they are another's."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.utils.timezone import localdate

from samenspel.casus.models import EigenWoorden
from samenspel.delen.models import Woorden
from samenspel.huishouden.models import Persoon
from samenspel.regie.reacties import Reactie
from samenspel.web.blik import Blik
from samenspel.web.leefgebiedblik import Gebied, Gezegd, uitvraag
from samenspel.web.tekst import dag_kort

Reacties = Mapping[UUID, list[Reactie]]

EIGEN = {"ik_wil": "Wat ik wil", "ik_kan": "Wat ik kan", "ik_heb_nodig": "Wat ik nodig heb"}
"""What people say themselves; only this is quoted."""
VAN_EEN = {"ik_wil": "Wat {} wil", "ik_kan": "Wat {} kan", "ik_heb_nodig": "Wat {} nodig heeft"}
VAN_MEER = {"ik_wil": "Wat {} willen", "ik_kan": "Wat {} kunnen", "ik_heb_nodig": "Wat {} nodig hebben"}


def vraag_van(deel: str, wie: str) -> str:
    """What stands above somebody's words; `wie` empty: the reader's own, several names joined by 'en'."""
    if not wie:
        return EIGEN.get(deel, "Opgeschreven")
    return (VAN_MEER if " en " in wie else VAN_EEN).get(deel, "Opgeschreven over {}").format(wie)


def eigen_woorden_van(blik: Blik, persoon: Persoon) -> EigenWoorden | None:
    """The row with this resident's own words, if there is one and it may be read."""
    return next((rij for rij in blik.eigen_woorden if rij.persoon_id == persoon.pk), None)


def eigen_woorden(blik: Blik, persoon: Persoon, reacties: Reacties) -> dict[str, Any]:
    """The resident's own words; where somebody else wrote them down last, who, and what the resident says of that."""
    eigen = eigen_woorden_van(blik, persoon)
    if eigen is None:
        return {"delen": [], "van": "", "leeg": True, "item": None, "reacties": []}
    tekst = blik.woorden([eigen.pk]).get(eigen.pk, {})
    laatste = Woorden.objects.filter(item=eigen.pk).select_related("auteur").order_by("-volgnummer").first()
    door_ander = laatste is not None and laatste.auteur_id != blik.account.pk
    wanneer = dag_kort(localdate(laatste.vastgelegd_op), blik.dag) if laatste is not None else ""
    van = f"{laatste.auteur.naam} schreef dit op, {wanneer}" if laatste is not None and door_ander else ""
    delen = [{"vraag": vraag, "tekst": tekst[deel]} for deel, vraag in EIGEN.items() if tekst.get(deel)]
    return {"delen": delen, "van": van, "leeg": not delen, "item": eigen.pk, "reacties": reacties.get(eigen.pk, [])}


def kinderwoorden(blik: Blik, persoon: Persoon) -> list[dict[str, Any]]:
    """The words of young children over whom this resident has gezag."""
    rijen = [rij for rij in blik.eigen_woorden if rij.persoon_id != persoon.pk]
    teksten = blik.woorden([r.pk for r in rijen])
    return [
        {
            "naam": rij.persoon.roepnaam,
            "delen": [
                {"vraag": vraag_van(deel, rij.persoon.roepnaam), "tekst": teksten[rij.pk][deel]}
                for deel in EIGEN
                if teksten[rij.pk].get(deel)
            ],
        }
        for rij in rijen
        if teksten.get(rij.pk)
    ]


def leven(blik: Blik, reacties: Reacties) -> dict[str, Any]:
    """What was said about each part of life, and how many of them are still to be talked about."""
    stand = uitvraag(blik)
    return {
        "gebieden": [gebied_regels(g, reacties) for g in stand.gebieden],
        "eerder": [gebied_regels(g, reacties) for g in stand.eerder],
        "besproken": stand.besproken,
        "nog": bool(stand.nog),
    }


def gebied_regels(gebied: Gebied, reacties: Reacties) -> dict[str, Any]:
    """One part of life for a resident, the newest first; of a talk without words only that it was held."""
    return {
        "code": gebied.code,
        "naam": gebied.naam,
        "gezegd": [_gezegd(g, reacties.get(g.item, [])) for g in gebied.woorden],
        "besproken": gebied.gezegd[0].wanneer if gebied.gezegd and not gebied.woorden else "",
        "nieuw": not gebied.gezegd,
    }


def _gezegd(gezegd: Gezegd, reacties: list[Reactie]) -> dict[str, Any]:
    wie = "" if gezegd.over in ("", "u") else gezegd.over
    return {
        "item": gezegd.item,
        "regels": [
            {"vraag": vraag_van(w["deel"], wie), "tekst": w["tekst"], "eigen": w["deel"] in EIGEN}
            for w in gezegd.woorden
        ],
        "zelf": gezegd.door == "u",
        "door": gezegd.door,
        "wanneer": gezegd.wanneer,
        "reacties": reacties,
    }
