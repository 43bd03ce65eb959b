"""Receipts: kept with the application they account for, in the same transaction as the line of history."""

from datetime import datetime

from samenspel.budget.models import BON, Aanvraag, Bon
from samenspel.budget.services import bewaar_bon
from samenspel.delen.services import laatste_woorden
from samenspel.kern.budget.regimes import Aanvraagstatus
from samenspel.kern.stand import Geweigerd
from samenspel.organisatie.models import Account
from samenspel.regie.spelers import voert_regie
from samenspel.regie.stand import werk_samenvatting_bij
from samenspel.regie.vastleggen import in_casus, leg_los_vast

__all__ = ["voeg_bon_toe", "weigering_bon"]

MET_BON = (Aanvraagstatus.AKKOORD.value, Aanvraagstatus.BETAALD.value)


def weigering_bon(aanvraag: Aanvraag, account: Account, nu: datetime) -> Geweigerd | None:
    """Why this account can't add a receipt; None where it can."""
    if aanvraag.status not in MET_BON:
        return Geweigerd("Een bon hoort bij geld dat is toegekend. Wacht op het oordeel.")
    tekende = aanvraag.handtekening_set.filter(account=account).exclude(als="beoordelaar").exists()
    if not tekende and not voert_regie(account, aanvraag.traject.casus, nu):
        return Geweigerd("Een bon toevoegen kan alleen wie het geld vroeg of betaalde, of de contactpersoon.")
    return None


def voeg_bon_toe(
    *, aanvraag: Aanvraag, naam: str, inhoud: bytes, account: Account, nu: datetime, soort: str = BON
) -> Bon:
    """Keep a receipt, or the scan of a signed agreement. Raises Geweigerd."""
    casus = aanvraag.traject.casus
    with in_casus(casus):
        aanvraag.refresh_from_db(fields=["status"])
        if nee := weigering_bon(aanvraag, account, nu):
            raise nee
        bon = bewaar_bon(aanvraag=aanvraag, naam=naam, inhoud=inhoud, account=account, nu=nu, soort=soort)
        leg_los_vast(
            casus=casus,
            traject=aanvraag.traject,
            soort="bon_toegevoegd",
            gegevens={"aanvraag": str(aanvraag.pk), "bon": str(bon.pk), "soort": soort},
            account=account,
            nu=nu,
            # The words of what was asked: who may not read those, sees nothing of its receipts either.
            woorden=laatste_woorden(aanvraag.item),
        )
        werk_samenvatting_bij(aanvraag.traject, nu)
        return bon
