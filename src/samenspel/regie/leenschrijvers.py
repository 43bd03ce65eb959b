"""Per handeling on a loan the service that stores it."""

import uuid
from collections.abc import Mapping
from datetime import date

from samenspel.budget import leningen
from samenspel.budget.models import Aanvraag
from samenspel.delen.models import Woorden
from samenspel.kern.stand import handelingen as h
from samenspel.kern.stand.handelingen import Gebeurtenis
from samenspel.regie.schrijven import Schrijver, Uitvoering

__all__ = ["LENINGSCHRIJVERS"]


def _rij(g: Gebeurtenis) -> Aanvraag:
    return Aanvraag.objects.select_for_update().get(pk=uuid.UUID(str(g.gegevens["aanvraag"])))


def _getal(g: Gebeurtenis, sleutel: str) -> int:
    getal = g.gegevens[sleutel]
    assert isinstance(getal, int)
    return getal


def _dag(g: Gebeurtenis, sleutel: str) -> date:
    return date.fromisoformat(str(g.gegevens[sleutel]))


def _afspraak(u: Uitvoering, g: Gebeurtenis) -> Woorden:
    return leningen.spreek_af(
        aanvraag=_rij(g),
        maandbedrag=_getal(g, "maandbedrag"),
        eerste_op=_dag(g, "eerste_op"),
        woorden=u.woorden,
        account=u.account,
        op=u.dag,
        nu=u.nu,
    )


def _ondertekening(u: Uitvoering, g: Gebeurtenis) -> Woorden:
    return leningen.onderteken(aanvraag=_rij(g), woorden=u.woorden, account=u.account, op=u.dag, nu=u.nu)


def _aflossing(u: Uitvoering, g: Gebeurtenis) -> Woorden | None:
    return leningen.los_af(aanvraag=_rij(g), bedrag=_getal(g, "bedrag"), account=u.account, op=u.dag, nu=u.nu)


def _terug(u: Uitvoering, g: Gebeurtenis) -> Woorden:
    return leningen.draai_terug(
        aanvraag=_rij(g),
        nummer=_getal(g, "nummer"),
        reden=u.woorden.get("reden", ""),
        account=u.account,
        op=u.dag,
        nu=u.nu,
    )


def _vraag(u: Uitvoering, g: Gebeurtenis) -> Woorden:
    return leningen.vraag_kwijtschelding(
        aanvraag=_rij(g), aangetoond_op=_dag(g, "aangetoond_op"), woorden=u.woorden, account=u.account, nu=u.nu
    )


def _besluit(u: Uitvoering, g: Gebeurtenis) -> Woorden:
    return leningen.beslis_kwijtschelding(
        aanvraag=_rij(g),
        akkoord=g.gegevens["akkoord"] is True,
        bedrag=_getal(g, "bedrag"),
        woorden=u.woorden,
        account=u.account,
        op=u.dag,
        nu=u.nu,
    )


def _aanpassing(u: Uitvoering, g: Gebeurtenis) -> Woorden:
    return leningen.pas_aan(
        aanvraag=_rij(g),
        bedrag=_getal(g, "bedrag"),
        maandbedrag=_getal(g, "maandbedrag"),
        eerste_op=_dag(g, "eerste_op"),
        reden=u.woorden.get("reden", ""),
        account=u.account,
        op=u.dag,
        nu=u.nu,
    )


LENINGSCHRIJVERS: Mapping[type, Schrijver] = {
    h.SpreekLeningAf: _afspraak,
    h.OndertekenLening: _ondertekening,
    h.LosAf: _aflossing,
    h.DraaiAflossingTerug: _terug,
    h.VraagKwijtschelding: _vraag,
    h.BeslisKwijtschelding: _besluit,
    h.PasLeningAan: _aanpassing,
}
