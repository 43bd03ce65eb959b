"""What stands around the traject of a household of the demo, recorded through the services that the pages use.

Each function takes one thing that was written down (`gezin.Gezin`) and records it on a moment. Who is meant stands as
a first name; nobody named means everybody of the household. `over` counts days ahead of today, `sinds` and `tot` back.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import timedelta

from samenspel.demo.gezin import Gegeven
from samenspel.demo.plannen import (
    spreek_actie_af,
    spreek_plan_af,
    stel_een_doel,
    vink_actie_af,
    zeg_wie_meedoet,
    zet_helper,
    zet_in,
)
from samenspel.demo.plek import Plek, tekst
from samenspel.huishouden.relaties import Band as Familieband
from samenspel.huishouden.relaties import Vertegenwoordiging
from samenspel.huishouden.services import Personalia
from samenspel.hulp.services import Hulpgegevens, Zaakgegevens
from samenspel.kennis.models import Contactpersoon
from samenspel.kern.afwegen.knelpunt import Knelpuntniveau, Oorzaaksoort
from samenspel.kern.wet.wetten import bekende_wet
from samenspel.netwerk.services import Band
from samenspel.regie.begin import begin_traject, leg_leefgebied_vast, leg_woorden_vast
from samenspel.regie.gesprekken import leg_gesprek_vast
from samenspel.regie.hulpen import besluit_loketzaak, stel_in_gebreke, voeg_hulp_toe, voeg_loketzaak_toe
from samenspel.regie.knelpunten import Knelpuntinvoer, leg_knelpunt_vast
from samenspel.regie.netwerken import voeg_netwerklid_toe
from samenspel.regie.opdracht import Verband
from samenspel.regie.overdracht import stel_overdracht_voor
from samenspel.regie.personen import voeg_persoon_toe, wijzig_persoon
from samenspel.regie.relaties import leg_relatie_vast, leg_vertegenwoordiger_vast

__all__ = ["SOORTEN"]

WOORDEN = ("ik_wil", "ik_kan", "ik_heb_nodig")
NETWERKWOORDEN = ("naam", "rol", "telefoon", "organisatie", "wet", "beslisruimte", "reden")
HULPWOORDEN = ("wat", "aanbieder", "wet", "werkte", "werkte_niet", "waarom", "eigen_woorden")
ZAAKWOORDEN = ("waarover", "instelling", "andere_wet")
KNELPUNTWOORDEN = ("wat", "oorzaak", "andere_wet", "andere_organisatie", "oplossing")
PERSONALIA = frozenset(veld.name for veld in fields(Personalia))


def _mens(gegeven: Gegeven, plek: Plek) -> None:
    """Somebody who comes in later (`erbij`), or what more is known of somebody who is there."""
    extra = {sleutel: waarde for sleutel, waarde in gegeven.items() if sleutel in PERSONALIA}
    gezag = [plek.persoon(naam) for naam in gegeven.get("gezag", ())]
    if "verwacht_over" in gegeven:
        extra["verwacht_op"] = plek.over(gegeven["verwacht_over"])
    if gegeven.get("erbij"):
        extra.setdefault("achternaam", plek.casus.huishouden.naam.split()[-1])
        if "leeftijd" in gegeven:
            extra["geboortedatum"] = plek.vandaag - timedelta(days=round((gegeven["leeftijd"] + 0.4) * 365.25))
        nieuw = Personalia(**{"voornaam": gegeven.get("wie", ""), **extra})
        voeg_persoon_toe(casus=plek.casus, personalia=nieuw, gezag_van=gezag, account=plek.regisseur, nu=plek.nu)
    elif extra or gezag:
        persoon = plek.persoon(gegeven["wie"])
        bekend = {veld: getattr(persoon, veld) for veld in PERSONALIA}
        wijzig_persoon(
            casus=plek.casus,
            persoon=persoon,
            personalia=Personalia(**(bekend | extra)),
            gezag_van=gezag,
            onder=plek.leden(),
            account=plek.regisseur,
            versie=persoon.versie,
            nu=plek.nu,
        )


def _relatie(gegeven: Gegeven, plek: Plek) -> None:
    leg_relatie_vast(
        casus=plek.casus,
        persoon=plek.persoon(gegeven["wie"]),
        ander=plek.persoon(gegeven["van"]),
        band=Familieband(soort=gegeven["is"], omschrijving=gegeven.get("omschrijving", "")),
        account=plek.regisseur,
        nu=plek.nu,
    )


def _vertegenwoordiger(gegeven: Gegeven, plek: Plek) -> None:
    wie = Vertegenwoordiging(
        **{veld: gegeven.get(veld, "") for veld in ("soort", "naam", "organisatie", "telefoon")},
        van=plek.over(-gegeven.get("sinds", 0)),
    )
    leg_vertegenwoordiger_vast(
        casus=plek.casus, persoon=plek.persoon(gegeven["wie"]), wie=wie, account=plek.regisseur, nu=plek.nu
    )


def _traject(gegeven: Gegeven, plek: Plek) -> None:
    begin_traject(
        casus=plek.casus,
        versie=plek.versies[gegeven["werkwijze"]],
        naam=gegeven["naam"],
        betreft=plek.wie(gegeven),
        account=plek.regisseur,
        nu=plek.nu,
    )


def _woorden(gegeven: Gegeven, plek: Plek) -> None:
    (persoon,) = plek.wie(gegeven)
    leg_woorden_vast(
        casus=plek.casus,
        persoon=persoon,
        woorden=tekst(gegeven, WOORDEN),
        account=plek.eigen_account(persoon) if gegeven.get("zelf") else plek.regisseur,
        versie=None,
        nu=plek.nu,
    )


def _leven(gegeven: Gegeven, plek: Plek) -> None:
    leg_leefgebied_vast(
        casus=plek.casus,
        leefgebied=gegeven["leefgebied"],
        woorden=tekst(gegeven, (*WOORDEN, "tekst")),
        betreft=plek.wie(gegeven),
        account=plek.regisseur,
        nu=plek.nu,
    )


def _lid(gegeven: Gegeven, plek: Plek) -> None:
    lijst = None
    if "van_lijst" in gegeven:
        lijst = Contactpersoon.objects.get(gemeente=plek.casus.gemeente, organisatie__naam=gegeven["van_lijst"])
    band = {veld: gegeven[veld] for veld in ("band", "sterkte", "richting", "meedoen") if veld in gegeven}
    voeg_netwerklid_toe(
        casus=plek.casus,
        band=Band(soort=gegeven["soort"], contactpersoon=lijst, wet=bekende_wet(gegeven.get("wet", "")), **band),
        woorden={veld: gegeven.get(veld, "") for veld in NETWERKWOORDEN},
        betreft=plek.wie(gegeven),
        account=plek.regisseur,
        nu=plek.nu,
    )


def _hulp(gegeven: Gegeven, plek: Plek) -> None:
    tot = plek.over(-gegeven["tot"]) if "tot" in gegeven else None
    status = "loopt" if tot is None else "gestopt"
    voeg_hulp_toe(
        casus=plek.casus,
        gegevens=Hulpgegevens(
            wet=bekende_wet(gegeven.get("wet", "")), sinds=plek.over(-gegeven["sinds"]), tot=tot, status=status
        ),
        woorden={veld: gegeven.get(veld, "") for veld in HULPWOORDEN},
        betreft=plek.wie(gegeven),
        account=plek.regisseur,
        nu=plek.nu,
    )


def _zaak(gegeven: Gegeven, plek: Plek) -> None:
    zaak = voeg_loketzaak_toe(
        casus=plek.casus,
        gegevens=Zaakgegevens(
            soort=gegeven["soort"],
            wet=bekende_wet(gegeven.get("wet", "")),
            ingediend_op=plek.over(-gegeven["sinds"]),
            bedreigend=gegeven.get("bedreigend", False),
        ),
        woorden={veld: gegeven.get(veld, "") for veld in ZAAKWOORDEN},
        betreft=plek.wie(gegeven),
        account=plek.regisseur,
        nu=plek.nu,
    )
    if "in_gebreke" in gegeven:
        op = plek.over(-gegeven["in_gebreke"])
        stel_in_gebreke(zaak=zaak, op=op, account=plek.regisseur, versie=1, nu=plek.nu)
    if "besloten" in gegeven:
        besluit_loketzaak(
            zaak=zaak,
            uitkomst=gegeven["uitkomst"],
            op=plek.over(-gegeven["besloten"]),
            tekst=gegeven["besluit"],
            account=plek.regisseur,
            versie=1,
            nu=plek.nu,
        )


def _knelpunt(gegeven: Gegeven, plek: Plek) -> None:
    invoer = Knelpuntinvoer(
        woorden={veld: gegeven.get(veld, "") for veld in KNELPUNTWOORDEN},
        niveau=Knelpuntniveau(gegeven["niveau"]),
        oorzaaksoort=Oorzaaksoort(gegeven["oorzaaksoort"]) if "oorzaaksoort" in gegeven else None,
        wetten=tuple(gegeven.get("wetten", ())),
        opgelost="oplossing" in gegeven,
    )
    leg_knelpunt_vast(
        casus=plek.casus,
        invoer=invoer,
        betreft=plek.wie(gegeven),
        traject=None,
        account=plek.regisseur,
        nu=plek.nu,
    )


def _gesprek(gegeven: Gegeven, plek: Plek) -> None:
    terug = plek.over(gegeven["terugbellen_over"]) if "terugbellen_over" in gegeven else None
    leg_gesprek_vast(
        casus=plek.casus,
        uitkomst=gegeven.get("uitkomst", "opgelost"),
        terugbellen_op=terug,
        verband=Verband(),
        woorden=tekst(gegeven, ("met", "gezegd", "afgesproken")),
        betreft=plek.wie(gegeven),
        account=plek.regisseur,
        gebeurd_op=plek.nu,
        nu=plek.nu,
    )


def _overdracht(gegeven: Gegeven, plek: Plek) -> None:
    aan = plek.accounts[gegeven["aan"]]
    stel_overdracht_voor(casus=plek.casus, account=plek.regisseur, aan=aan, nu=plek.nu)


SOORTEN: Mapping[str, Callable[[Gegeven, Plek], None]] = {
    "mensen": _mens,
    "relaties": _relatie,
    "vertegenwoordigers": _vertegenwoordiger,
    "trajecten": _traject,
    "woorden": _woorden,
    "leven": _leven,
    "netwerk": _lid,
    "hulp": _hulp,
    "zaken": _zaak,
    "knelpunten": _knelpunt,
    "gesprekken": _gesprek,
    "doelen": stel_een_doel,
    "acties": spreek_actie_af,
    "meedoen": zeg_wie_meedoet,
    "voorzieningen": zet_in,
    "afgevinkt": vink_actie_af,
    "helpers": zet_helper,
    "plannen": spreek_plan_af,
    "overdracht": _overdracht,
}
"""In this order on one day: people before what is about them, goals before what is done for them."""
