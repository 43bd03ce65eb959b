"""Plans of the demo that were agreed: one changed since, with one the resident agrees, one waits for an answer."""

from datetime import datetime, timedelta

from django.utils.timezone import localdate

from samenspel.casus.models import Casus
from samenspel.huishouden.selectors import leden_op
from samenspel.organisatie.models import Account, Gemeente
from samenspel.regie.plannen import Eigenaar, spreek_af
from samenspel.regie.planversies import geef_mening, stel_plan_vast

__all__ = ["stel_plannen_vast"]

VASTGESTELD = ("Gezin Verhoef", "Gezin Marijnissen", "Gezin Kaya")
ERNA = {"Gezin Verhoef": "Een tweede gesprek met de opvang plannen"}
EENS = frozenset({"Gezin Marijnissen"})


def stel_plannen_vast(*, gemeente: Gemeente, nu: datetime) -> None:
    """Agree the plans of three households, after their goals and actions are there."""
    casussen = Casus.objects.filter(gemeente=gemeente, huishouden__naam__in=VASTGESTELD)
    for casus in casussen.select_related("huishouden", "regisseur").order_by("nummer"):
        naam, iemand = casus.huishouden.naam, leden_op(casus.huishouden, localdate(nu))[0]
        versie = stel_plan_vast(casus=casus, account=casus.regisseur, nu=nu)
        bewoner = Account.objects.filter(gemeente=gemeente, persoon__in=leden_op(casus.huishouden, localdate(nu)))
        account = bewoner.select_related("persoon").first()
        if naam in EENS and account is not None and account.persoon is not None:
            geef_mening(versie=versie, persoon=account.persoon, eens=True, tekst="", account=account, nu=nu)
        if naam in ERNA:
            spreek_af(
                casus=casus,
                traject=None,
                doel=None,
                wat=ERNA[naam],
                eigenaar=Eigenaar(account=casus.regisseur),
                voor=localdate(nu) + timedelta(days=12),
                betreft=(iemand,),
                account=casus.regisseur,
                nu=nu,
            )
