"""The plan of a household of the demo: goals, who does what, what is done, and what was agreed."""

from collections.abc import Sequence

from samenspel.casus.models import EigenWoorden
from samenspel.delen.services import huidige_woorden, laatste_woorden
from samenspel.demo.gezin import Demofout, Gegeven
from samenspel.demo.plek import Plek, tekst
from samenspel.huishouden.models import Persoon
from samenspel.netwerk.models import Netwerklid
from samenspel.plan.deelnames import Deelnemer, Deelstand
from samenspel.plan.models import Actie, Doel
from samenspel.plan.voorzieningen import Voorzieninggegevens
from samenspel.regie.deelnames import leg_deelname_vast
from samenspel.regie.delen_met import voeg_helper_toe
from samenspel.regie.eigen_deel import neem_op_zich
from samenspel.regie.mijn_plan import vink_af
from samenspel.regie.plannen import Eigenaar, rond_af, spreek_af, stel_doel
from samenspel.regie.planversies import geef_mening, stel_plan_vast
from samenspel.regie.voorzieningen import beeindig_voorziening, voeg_voorziening_toe

__all__ = [
    "spreek_actie_af",
    "spreek_plan_af",
    "stel_doel_uit_woorden",
    "stel_een_doel",
    "vink_actie_af",
    "zeg_wie_meedoet",
    "zet_helper",
    "zet_in",
]


def stel_een_doel(gegeven: Gegeven, plek: Plek) -> None:
    """A goal, as the resident says it."""
    stel_doel(casus=plek.casus, tekst=gegeven["tekst"], betreft=plek.wie(gegeven), account=plek.regisseur, nu=plek.nu)


def stel_doel_uit_woorden(plek: Plek) -> None:
    """What somebody wants becomes a goal, where no goal was written down."""
    eigen = EigenWoorden.objects.filter(item__casus=plek.casus).select_related("item", "persoon")
    for een in eigen.order_by("item__gemaakt_op")[:1]:
        if wil := huidige_woorden(een.item).get("ik_wil", ""):
            stel_doel(casus=plek.casus, tekst=wil, betreft=[een.persoon], account=plek.regisseur, nu=plek.nu)


def spreek_actie_af(gegeven: Gegeven, plek: Plek) -> None:
    """Somebody does something before a day.

    `doet`: 'regisseur', the name to log in with of a colleague, a first name, a name of the network, or other words;
    without it the first whom it is about.
    """
    wie = plek.wie(gegeven)
    doet = gegeven.get("doet", wie[0].voornaam)
    eigenaar = Eigenaar(wie=doet)
    if doet == "regisseur":
        eigenaar = Eigenaar(account=plek.regisseur)
    elif doet in plek.accounts:
        eigenaar = Eigenaar(account=plek.accounts[doet])
    elif doet in {p.voornaam for p in plek.leden()}:
        eigenaar = Eigenaar(persoon=plek.persoon(doet))
    elif (lid := _netwerklid(plek, doet)) is not None:
        eigenaar = Eigenaar(netwerklid=lid)
    spreek_af(
        casus=plek.casus,
        traject=None,
        doel=_eerste_doel(plek, wie),
        wat=gegeven["wat"],
        eigenaar=eigenaar,
        voor=plek.over(gegeven["over"]),
        betreft=tuple(wie),
        account=plek.regisseur,
        nu=plek.nu,
    )


def zeg_wie_meedoet(gegeven: Gegeven, plek: Plek) -> None:
    """Whether somebody takes part in the first goal of `wie`: a first name, a name of the network, or other words."""
    doel, naam = _eerste_doel(plek, plek.wie(gegeven)), gegeven["deelnemer"]
    if doel is None:
        raise Demofout(f"{plek.casus.huishouden.naam}: aan welk doel doet {naam} mee?")
    deelnemer = Deelnemer(wie=naam)
    if naam in {p.voornaam for p in plek.leden()}:
        deelnemer = Deelnemer(persoon=plek.persoon(naam))
    elif (lid := _netwerklid(plek, naam)) is not None:
        deelnemer = Deelnemer(netwerklid=lid)
    vanaf = plek.over(gegeven["over"]) if "over" in gegeven else None
    stand = Deelstand(stand=gegeven["stand"], vanaf=vanaf, reden=gegeven.get("reden", ""))
    leg_deelname_vast(doel=doel, wie=deelnemer, stand=stand, account=plek.regisseur, nu=plek.nu)


def _netwerklid(plek: Plek, naam: str) -> Netwerklid | None:
    """Somebody around the household by the name that was written down."""
    leden = Netwerklid.objects.filter(item__casus=plek.casus).select_related("item")
    return next((lid for lid in leden if huidige_woorden(lid.item).get("naam") == naam), None)


def zet_in(gegeven: Gegeven, plek: Plek) -> None:
    """Something put to use for the first goal of whom it is for; `kosten` in cents, `stopt` says why it ended."""
    wie = plek.wie(gegeven)
    rij = voeg_voorziening_toe(
        casus=plek.casus,
        gegevens=Voorzieninggegevens(
            toegang=gegeven["toegang"],
            wet=gegeven.get("wet", ""),
            kosten=gegeven.get("kosten"),
            per=gegeven.get("per", ""),
            van=plek.over(-gegeven["sinds"]),
            tot=plek.over(gegeven["over"]) if "over" in gegeven else None,
            doel=_eerste_doel(plek, wie),
        ),
        woorden=tekst(gegeven, ("wat", "aanbieder")),
        betreft=wie,
        account=plek.regisseur,
        nu=plek.nu,
    )
    if waarom := gegeven.get("stopt"):
        beeindig_voorziening(
            voorziening=rij, op=plek.vandaag, waarom=waarom, account=plek.regisseur, versie=1, nu=plek.nu
        )


def _eerste_doel(plek: Plek, wie: Sequence[Persoon]) -> Doel | None:
    doelen = Doel.objects.filter(item__casus=plek.casus, item__betreft__in=wie)
    return doelen.select_related("item__casus").order_by("volgorde").first()


def vink_actie_af(gegeven: Gegeven, plek: Plek) -> None:
    """An action is done: ticked off by the resident who does it and logs in, and otherwise by the regisseur."""
    acties = Actie.objects.filter(item__casus=plek.casus).select_related("item__casus", "persoon", "traject")
    gevonden = [a for a in acties if _wat(a) == gegeven["wat"]]
    if len(gevonden) != 1:
        raise Demofout(f"{plek.casus.huishouden.naam}: welke actie is '{gegeven['wat']}'?")
    (actie,) = gevonden
    if actie.persoon is not None and (account := plek.account_van(actie.persoon)) is not None:
        vink_af(actie=actie, account=account, nu=plek.nu)
    else:
        rond_af(actie=actie, account=plek.regisseur, nu=plek.nu)


def _wat(actie: Actie) -> str:
    woorden = laatste_woorden(actie.item)
    return str((woorden.inhoud or {}).get("wat", "")) if woorden is not None else ""


def zet_helper(gegeven: Gegeven, plek: Plek) -> None:
    """A colleague who helps somebody of the household, with something of their own to do."""
    helper, wie = plek.accounts[gegeven["account"]], plek.wie(gegeven)
    voeg_helper_toe(casus=plek.casus, helper=helper, personen=wie, account=plek.regisseur, nu=plek.nu)
    neem_op_zich(
        casus=plek.casus,
        wat=gegeven["wat"],
        voor=plek.over(gegeven["over"]),
        betreft=wie,
        account=helper,
        nu=plek.nu,
    )


def spreek_plan_af(gegeven: Gegeven, plek: Plek) -> None:
    """The plan is agreed; who has an account may have said what they think of it."""
    versie = stel_plan_vast(casus=plek.casus, account=plek.regisseur, nu=plek.nu)
    for naam, mening in gegeven.get("meningen", {}).items():
        persoon = plek.persoon(naam)
        geef_mening(
            versie=versie,
            persoon=persoon,
            eens=mening["eens"],
            tekst=mening.get("tekst", ""),
            account=plek.eigen_account(persoon),
            nu=plek.nu,
        )
