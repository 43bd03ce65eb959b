"""What the voorbeelden leave out and a dossier in use has: goals, actions, and somebody who helps."""

from datetime import datetime, timedelta

from django.utils.timezone import localdate

from samenspel.casus.models import Casus, EigenWoorden
from samenspel.delen.services import huidige_woorden
from samenspel.huishouden.selectors import leden_op
from samenspel.organisatie.models import Account, Gemeente
from samenspel.plan.models import Doel
from samenspel.regie.begin import leg_leefgebied_vast
from samenspel.regie.delen_met import voeg_helper_toe
from samenspel.regie.eigen_deel import neem_op_zich
from samenspel.regie.plannen import Eigenaar, spreek_af, stel_doel

ACTIES = {
    "Gezin Verhoef": (("Rooster afstemmen met school", "", 6), ("Terugbellen met de opvang", "regisseur", 2)),
    "Gezin Marijnissen": (("Medicijnen ophalen", "", 3), ("Begeleiding laten beginnen", "regisseur", 9)),
    "Gezin Kaya": (("Drie bedden vergelijken", "", 5),),
}
LEVEN: dict[str, tuple[tuple[str, dict[str, str]], ...]] = {
    "Gezin Verhoef": (
        (
            "leren_en_werken",
            {
                "ik_wil": "Mijn opleiding afmaken en dan vast werk.",
                "ik_kan": "Ik ben nog nooit te laat geweest op stage.",
                "ik_heb_nodig": "Een rooster waar de kinderen in passen.",
            },
        ),
        ("geld_en_schuld", {"ik_wil": "Weten wat er aan het eind van de maand overblijft."}),
        ("huis_en_thuis", {}),
    ),
}
HULP = "Samen de post doornemen"
HELPT = {"Gezin Verhoef": "lotte", "Gezin Marijnissen": "pien"}


def kleed_aan(*, gemeente: Gemeente, accounts: dict[str, Account], nu: datetime) -> None:
    """Give every running dossier its first goal, and some of them words per life domain, actions and a helper."""
    for casus in Casus.objects.filter(gemeente=gemeente).select_related("huishouden", "regisseur").order_by("nummer"):
        doel = _doel(casus, nu)
        naam = casus.huishouden.naam
        for wat, wie, over in ACTIES.get(naam, ()):
            _actie(casus, doel, wat, wie, over, nu)
        for leefgebied, woorden in LEVEN.get(naam, ()):
            leg_leefgebied_vast(
                casus=casus,
                leefgebied=leefgebied,
                woorden=woorden,
                betreft=leden_op(casus.huishouden, localdate(nu))[:1],
                account=casus.regisseur,
                nu=nu,
            )
        if naam in HELPT:
            _hulp(casus, accounts[HELPT[naam]], nu)


def _hulp(casus: Casus, helper: Account, nu: datetime) -> None:
    """Somebody helps the first of the household, and has done something already."""
    wie = leden_op(casus.huishouden, localdate(nu))[:1]
    voeg_helper_toe(casus=casus, helper=helper, personen=wie, account=casus.regisseur, nu=nu)
    neem_op_zich(casus=casus, wat=HULP, voor=localdate(nu) + timedelta(days=4), betreft=wie, account=helper, nu=nu)


def _doel(casus: Casus, nu: datetime) -> Doel | None:
    eigen = EigenWoorden.objects.filter(item__casus=casus).select_related("item", "persoon").first()
    tekst = huidige_woorden(eigen.item).get("ik_wil", "") if eigen is not None else ""
    if eigen is None or not tekst:
        return None
    return stel_doel(casus=casus, tekst=tekst, betreft=[eigen.persoon], account=casus.regisseur, nu=nu)


def _actie(casus: Casus, doel: Doel | None, wat: str, wie: str, over: int, nu: datetime) -> None:
    volwassene = leden_op(casus.huishouden, localdate(nu))[0]
    eigenaar = Eigenaar(account=casus.regisseur) if wie == "regisseur" else Eigenaar(persoon=volwassene)
    spreek_af(
        casus=casus,
        traject=None,
        doel=doel,
        wat=wat,
        eigenaar=eigenaar,
        voor=localdate(nu) + timedelta(days=over),
        betreft=(volwassene,),
        account=casus.regisseur,
        nu=nu,
    )
