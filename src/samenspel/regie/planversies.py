"""Agreeing the plan, finishing it, and what the resident thinks of it."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.utils.timezone import localdate

from samenspel.casus.models import Casus
from samenspel.delen.services import huidige_woorden, laatste_woorden, maak_item, schrijf_woorden
from samenspel.huishouden.models import Persoon
from samenspel.kern.plan import verschil
from samenspel.kern.stand import Geweigerd
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.organisatie.models import Account
from samenspel.plan.models import Doel, Instemming, Planversie
from samenspel.plan.services import zet_doelstatus
from samenspel.plan.versies import laatste_versie, maak_versie, regels_nu, regels_van
from samenspel.regie.plannen import weigering_plan
from samenspel.regie.vastleggen import in_casus, leg_los_vast

__all__ = ["geef_mening", "rond_plan_af", "stel_plan_vast"]


def stel_plan_vast(*, casus: Casus, account: Account, nu: datetime) -> Planversie:
    """Keep the plan as it stands now, to be read and compared later. Raises Geweigerd."""
    with in_casus(casus):
        _vereis_regie(casus, account, nu)
        regels, vorige = regels_nu(casus), laatste_versie(casus)
        if not regels:
            raise Geweigerd("Er staat nog niets in het plan. Zet er eerst een doel of een actie in.")
        if vorige is not None and not vorige.afgerond and verschil(regels_van(vorige), regels).niets:
            raise Geweigerd(f"Er is niets veranderd sinds versie {vorige.nummer}.")
        return _leg_versie_vast(casus, False, account, nu)


def rond_plan_af(*, casus: Casus, mee: Collection[UUID], account: Account, nu: datetime) -> Planversie:
    """Finish the plan and begin the next one with the goals in `mee`; other open goals are let go. Raises Geweigerd."""
    with in_casus(casus):
        _vereis_regie(casus, account, nu)
        if not regels_nu(casus):
            raise Geweigerd("Er staat niets in het plan dat afgerond kan worden.")
        open_doelen = Doel.objects.filter(item__casus=casus, status="loopt").select_related("item")
        for doel in open_doelen.exclude(pk__in=list(mee)):
            doel.item.casus = casus
            _laat_los(casus, doel, account, nu)
        return _leg_versie_vast(casus, True, account, nu)


def geef_mening(
    *, versie: Planversie, persoon: Persoon, eens: bool, tekst: str, account: Account, nu: datetime
) -> None:
    """What a resident thinks of the plan as it was agreed, verbatim; words wait for an answer. Raises Geweigerd."""
    casus = versie.casus
    if not eens and not tekst:
        raise Geweigerd("Schrijf op wat u anders wilt.")
    with in_casus(casus):
        laatste = laatste_versie(casus)
        if laatste is None or laatste.pk != versie.pk:
            raise Geweigerd("Er is een nieuwere versie van uw plan. Lees die eerst.")
        item = maak_item(
            casus=casus,
            soort=Gegevenssoort.EIGEN_WOORDEN,
            eigenaar=account,
            betreft=[persoon],
            woorden={"reactie": tekst} if tekst else None,
            nu=nu,
        )
        Instemming.objects.create(gemeente_id=casus.gemeente_id, item=item, versie=versie, persoon=persoon, eens=eens)
        leg_los_vast(
            casus=casus,
            soort="plan_beoordeeld",
            gegevens={"versie": versie.nummer, "persoon": persoon.pk, "eens": eens},
            account=account,
            nu=nu,
            woorden=laatste_woorden(item) if tekst else None,
        )


def _laat_los(casus: Casus, doel: Doel, account: Account, nu: datetime) -> None:
    woorden = schrijf_woorden(
        item=doel.item, inhoud=huidige_woorden(doel.item), auteur=account, versie=doel.item.versie, nu=nu
    )
    zet_doelstatus(doel=doel, status="losgelaten")
    leg_los_vast(
        casus=casus,
        soort="doel_gewijzigd",
        gegevens={"doel": str(doel.pk), "status": "losgelaten"},
        account=account,
        nu=nu,
        woorden=woorden,
    )


def _leg_versie_vast(casus: Casus, afgerond: bool, account: Account, nu: datetime) -> Planversie:
    regels = regels_nu(casus)
    versie = maak_versie(casus=casus, regels=regels, afgerond=afgerond, account=account, op=localdate(nu))
    leg_los_vast(
        casus=casus,
        soort="plan_vastgesteld",
        gegevens={"versie": versie.nummer, "plan": versie.plan, "afgerond": afgerond},
        account=account,
        nu=nu,
        woorden=None,
    )
    return versie


def _vereis_regie(casus: Casus, account: Account, nu: datetime) -> None:
    nee = weigering_plan(casus, account, nu)
    if nee is not None:
        raise nee
