"""Who may see what of a resident, with whom it was shared until when, and who looked."""

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.timezone import localdate

from samenspel.casus.models import Casusrol, Traject
from samenspel.delen.models import Grondslag, Helpt, Inzage, Item, Verstrekking
from samenspel.delen.perioden import loopt
from samenspel.inwoner.toegang import bewoner_van
from samenspel.inwoner.weg import mijn_trajecten
from samenspel.kern.delen import Reden
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.organisatie.models import Account, Rolvervulling
from samenspel.web.blik import Blik
from samenspel.web.delentekst import komt_nog, loopt_op, opsomming
from samenspel.web.inzagetekst import waarom_voor_inwoner
from samenspel.web.tekst import dag_kort

SOORTEN = {
    Gegevenssoort.PERSONALIA: "uw naam, geboortedatum en taal",
    Gegevenssoort.ADRES: "uw adres en telefoonnummer",
    Gegevenssoort.LEEFGEBIEDEN: "wat u vertelde over uw leven",
    Gegevenssoort.EIGEN_WOORDEN: "uw eigen woorden",
    Gegevenssoort.KNELPUNTEN: "waar het vastloopt",
    Gegevenssoort.PLAN: "het plan",
    Gegevenssoort.FORMULIEREN: "ingevulde formulieren",
    Gegevenssoort.CONTACTEN: "gesprekken over u",
    Gegevenssoort.OVERLEG: "verslagen van overleggen",
    Gegevenssoort.GELD: "wat er aan geld is gevraagd en betaald",
    Gegevenssoort.BESLUITEN: "besluiten",
    Gegevenssoort.SIGNALEN: "zorgen die iemand over u uitsprak",
    Gegevenssoort.HULP: "welke hulp u krijgt en kreeg",
    Gegevenssoort.LOKETZAKEN: "wat u bij een loket hebt gemeld of aangevraagd",
    Gegevenssoort.NETWERK: "wie er om u heen staan",
}


def partners(blik: Blik) -> list[dict[str, Any]]:
    """Bases to share that cover this resident or their young children: those that hold, then those that are past."""
    rijen = _mijn_grondslagen(blik).select_related("partner__team").order_by("-van")
    regels = [_regel(blik, g) for g in rijen]
    return sorted(regels, key=lambda r: not r["nu"])


def _regel(blik: Blik, g: Grondslag) -> dict[str, Any]:
    einde = localdate(g.beeindigd_op) if g.beeindigd_op is not None else g.tot
    return {
        "wie": g.met_wie,
        "functie": _functie(g.partner) if g.partner is not None else "",
        "buiten": g.partner is None,
        "ziet": opsomming([tekst for soort, tekst in SOORTEN.items() if soort.value in g.soorten]),
        "waarvoor": g.doel,
        "van": dag_kort(g.van, blik.dag),
        "tot": dag_kort(einde, blik.dag) if einde is not None else "",
        "nu": loopt_op(g, blik.dag) or komt_nog(g, blik.dag),
    }


def gegeven(blik: Blik) -> list[dict[str, Any]]:
    """Documents about this resident or their young children that went to somebody outside, newest first."""
    mijn = [UUID(p) for p in _ik_en_kinderen(blik)]
    rijen = Verstrekking.objects.filter(casus=blik.casus, personen__in=mijn).distinct()
    return [
        {
            "wie": v.grondslag.met_wie,
            "wanneer": dag_kort(localdate(v.op), blik.dag),
            "bevat": opsomming([tekst for soort, tekst in SOORTEN.items() if soort.value in v.soorten]),
        }
        for v in rijen.select_related("grondslag").order_by("-op")
    ]


def _functie(account: Account) -> str:
    return " · ".join(d for d in (account.functie, account.team.naam if account.team is not None else "") if d)


def meekijkers(blik: Blik, trajecten: Collection[Traject]) -> list[str]:
    """People with a part in what concerns this resident, which these `trajecten` do, beside the contactpersoon."""
    rollen = Casusrol.objects.filter(loopt(blik.dag), traject__in=trajecten).values_list("account")
    schrijvers = Item.objects.filter(pk__in=blik.zichtbaar).values("eigenaar")
    hulp = Helpt.objects.filter(loopt(blik.dag), casus=blik.casus, account__in=schrijvers).values_list("account")
    accounts = Account.objects.filter(pk__in=rollen.union(hulp), persoon__isnull=True)
    anderen = accounts.exclude(pk=blik.casus.regisseur_id).select_related("team").order_by("naam")
    return [" · ".join(d for d in (a.naam, _functie(a)) if d) for a in anderen]


def wie_keek(blik: Blik) -> list[dict[str, Any]]:
    """Per day who looked, by function and team, and why; refusals and the household's own looks are left out.

    Of who has no part in what concerns this resident only that they looked: whose help the other parent has may not
    be read from here.
    """
    rijen = Inzage.objects.filter(casus=blik.casus, geweigerd=False, account__persoon__isnull=True)
    bekend = _met_een_deel(blik)
    gezien: dict[tuple[date, str, str], dict[str, Any]] = {}
    for rij in rijen.select_related("account__team").order_by("-op"):
        dag, wie = localdate(rij.op), _kijker(blik, rij, bekend)
        # By which basis or help somebody looked tells what the other parent shares.
        reden = waarom_voor_inwoner(rij.reden) if wie != ONBEKEND or rij.reden in VAN_IEDER else "werkt aan dit dossier"
        regel = {"dag": dag, "wanneer": dag_kort(dag, blik.dag), "wie": wie, "waarom": reden}
        gezien.setdefault((dag, wie, reden), regel)
    return list(gezien.values())


ONBEKEND = "iemand die aan dit dossier werkt"
VAN_IEDER = frozenset({Reden.VERVANGING.value, "taak", "zoeken"})
"""Reasons that say nothing about one member of the household more than about another."""


def _kijker(blik: Blik, rij: Inzage, bekend: set[UUID]) -> str:
    if rij.account_id == blik.casus.regisseur_id:
        return f"{blik.casus.regisseur.naam}, uw contactpersoon"
    mag_genoemd = rij.account_id in bekend or rij.reden in VAN_IEDER
    return (_functie(rij.account) if mag_genoemd else "") or ONBEKEND


def _met_een_deel(blik: Blik) -> set[UUID]:
    """Accounts that have or had a part in what concerns this resident."""
    trajecten = mijn_trajecten(blik)
    rollen = Casusrol.objects.filter(traject__in=[t.pk for t in trajecten]).values_list("account", flat=True)
    vervuld = Rolvervulling.objects.filter(
        gemeente=blik.casus.gemeente_id, werkwijze__in=[t.versie.slug for t in trajecten]
    ).values_list("account", flat=True)
    schrijvers = Item.objects.filter(pk__in=blik.zichtbaar).values_list("eigenaar", flat=True)
    delers = _mijn_grondslagen(blik).filter(partner__isnull=False).values_list("partner", flat=True)
    return {*rollen, *vervuld, *schrijvers, *delers}


def _mijn_grondslagen(blik: Blik) -> QuerySet[Grondslag]:
    mijn = [UUID(p) for p in _ik_en_kinderen(blik)]
    return Grondslag.objects.filter(casus=blik.casus, personen__in=mijn).distinct()


def _ik_en_kinderen(blik: Blik) -> tuple[str, ...]:
    bewoner = bewoner_van(blik)
    assert bewoner is not None
    return (bewoner.persoon, *bewoner.kinderen)
