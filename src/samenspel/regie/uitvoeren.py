"""Carrying out what people do: facts from the tables, decision in kern, rows and history in one transaction."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import cast
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.timezone import localdate

from samenspel.budget.selectors import ruimte_voor
from samenspel.casus.keten import Feit
from samenspel.casus.models import Casus, Gebeurtenis, Traject
from samenspel.casus.services import leg_gebeurtenis_vast, vergrendel
from samenspel.delen.services import Versieconflict, laatste_woorden
from samenspel.kern.stand import Route, beslis
from samenspel.kern.stand.handelingen import (
    AanvaardOverdracht,
    DoeAanvraag,
    Handeling,
    HoudOverleg,
    LegContactVast,
    RondAfspraakAf,
    SchrijfLogboek,
    StelOverdrachtVoor,
    VerbeterUitkomst,
)
from samenspel.organisatie.models import Account
from samenspel.organisatie.selectors import leidt
from samenspel.overleg.selectors import is_begonnen, lopend_punt
from samenspel.plan.models import Actie
from samenspel.plan.selectors import is_van
from samenspel.regie.correctieschrijvers import Correctie, is_beschreven, met_eigenaar
from samenspel.regie.feiten import lees_feiten
from samenspel.regie.opdracht import Opdracht
from samenspel.regie.routes import route_van
from samenspel.regie.schrijven import Uitvoering
from samenspel.regie.schrijvers import GEVOLGEN, SCHRIJVERS, leg_besluit_bij_vast
from samenspel.regie.spelers import speler_van
from samenspel.regie.stand import werk_samenvatting_bij

CASUSBREED = (StelOverdrachtVoor, AanvaardOverdracht)
"""Handelingen that hold for the whole casus, not for one traject."""

na_uitvoering: list[Callable[[Casus], None]] = []
"""Called after every transaction of `voer_uit`, inside it; tests hang their invariant here."""


def voer_uit(
    *, traject: Traject, account: Account, opdrachten: Sequence[Opdracht], nu: datetime
) -> tuple[Gebeurtenis, ...]:
    """Do all of it or nothing. Raises Geweigerd (kern says no) or Versieconflict (somebody was first)."""
    with transaction.atomic():
        vergrendel(traject.casus)
        traject.refresh_from_db()
        route = route_van(traject)
        gebeurtenissen = tuple(_voer_een_uit(traject, route, account, o, nu) for o in opdrachten)
        for lopend in _geraakt(traject, opdrachten):
            werk_samenvatting_bij(lopend, nu)
        for kijk in na_uitvoering:
            kijk(traject.casus)
    return gebeurtenissen


def _geraakt(traject: Traject, opdrachten: Sequence[Opdracht]) -> list[Traject]:
    if not any(isinstance(o.handeling, CASUSBREED) for o in opdrachten):
        return [traject]
    return list(Traject.objects.filter(casus_id=traject.casus_id).select_related("versie", "casus"))


def _voer_een_uit(traject: Traject, route: Route, account: Account, opdracht: Opdracht, nu: datetime) -> Gebeurtenis:
    gebeurd_op = opdracht.gebeurd_op or nu
    handeling = _aangevuld(opdracht, traject, route, account, gebeurd_op)
    _vereis_gelezen(opdracht, traject)
    feiten = lees_feiten(traject, route)
    speler = speler_van(account, traject, route, nu)
    if isinstance(handeling, StelOverdrachtVoor):
        speler = replace(speler, leidt=leidt(account, traject.casus.regisseur, localdate(nu)))
    gebeurtenis, *gevolgen = beslis(route, feiten, handeling, speler, localdate(gebeurd_op))
    betreft = opdracht.betreft or tuple(traject.betreft.all())
    uitvoering = Uitvoering(traject, route, account, replace(opdracht, handeling=handeling, betreft=betreft), nu)
    woorden = SCHRIJVERS[type(handeling)](uitvoering, gebeurtenis)
    rij = leg_gebeurtenis_vast(
        casus=traject.casus,
        traject=None if isinstance(handeling, CASUSBREED) else traject,
        soort=gebeurtenis.soort,
        gegevens=cast("Mapping[str, Feit]", gebeurtenis.gegevens),
        account=account,
        gebeurd_op=gebeurd_op,
        nu=nu,
        woorden=woorden,
    )
    for gevolg in gevolgen:
        leg_gebeurtenis_vast(
            casus=traject.casus,
            traject=traject,
            soort=gevolg.soort,
            gegevens=cast("Mapping[str, Feit]", gevolg.gegevens),
            account=account,
            gebeurd_op=gebeurd_op,
            nu=nu,
            woorden=GEVOLGEN[gevolg.soort](uitvoering, gevolg),
        )
    if besluit := leg_besluit_bij_vast(uitvoering, gebeurtenis):
        leg_gebeurtenis_vast(
            casus=traject.casus,
            traject=traject,
            soort="besluit_afgesproken",
            gegevens={"afspraak": str(gebeurtenis.gegevens["afspraak"])},
            account=account,
            gebeurd_op=gebeurd_op,
            nu=nu,
            woorden=besluit,
        )
    return rij


def _vereis_gelezen(opdracht: Opdracht, traject: Traject) -> None:
    """Who records an outcome over one that came in between sees that one first. Raises Versieconflict."""
    if not isinstance(opdracht.handeling, HoudOverleg) or opdracht.versie is None:
        return
    punt = lopend_punt(traject, opdracht.handeling.overleg)
    if punt is not None and punt.item.versie != opdracht.versie:
        raise Versieconflict(laatste_woorden(punt.item), punt.item.versie)


def _aangevuld(opdracht: Opdracht, traject: Traject, route: Route, account: Account, op: datetime) -> Handeling:
    """What kern is to weigh and only we know: what is left to give, whose action, what was written, what hour."""
    handeling, woorden = opdracht.handeling, opdracht.woorden
    if isinstance(handeling, HoudOverleg):
        punt = lopend_punt(traject, handeling.overleg)
        return replace(handeling, begonnen=punt is None or is_begonnen(punt, op))
    if isinstance(handeling, VerbeterUitkomst):
        punt = lopend_punt(traject, handeling.overleg)
        staan = Actie.objects.filter(agendapunt=punt, item__ingetrokken_op__isnull=True) if punt is not None else ()
        return replace(handeling, afspraken=len(staan))
    if isinstance(handeling, RondAfspraakAf):
        actie = Actie.objects.filter(traject=traject, pk=UUID(handeling.afspraak)).first()
        return replace(handeling, eigenaar=str(account.pk) if actie is not None and is_van(actie, account) else "")
    if isinstance(handeling, LegContactVast):
        sleutel = handeling.contact or str(uuid4())
        return replace(handeling, contact=sleutel, beschreven=is_beschreven(woorden))
    if isinstance(handeling, SchrijfLogboek):
        return replace(handeling, regel=handeling.regel or str(uuid4()))
    if isinstance(handeling, Correctie):
        return met_eigenaar(handeling, traject, account, woorden)
    if not isinstance(handeling, DoeAanvraag):
        return handeling
    budget = next((b for b in route.werkwijze.budgetten if b.budget == handeling.budget), None)
    if budget is None:
        return handeling
    over = ruimte_voor(
        huishouden=traject.casus.huishouden, budget=budget, werkwijze=route.werkwijze.werkwijze, op=localdate(op)
    )
    return replace(handeling, ruimte=over)
