"""A small world with everybody who may or may not look into a household, built through the services.

Two teams and two municipalities each have a household that went through the same story. Every text that somebody
wrote in it ends in a word of its own (`Merken`), so that a test can search pages for what must not stand there.
The story stands in `verhaal`; what it lacks is added by `mensen`, `dossier` and `traject`.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from fabriek import NU, VANDAAG
from personas.dossier import (
    concept_en_overdracht,
    gesprekken,
    knelpunt,
    plan,
    planversie,
    van_de_helper,
    van_de_inwoner,
    van_het_lid,
)
from personas.leren import lessen
from personas.mensen import breng_mensen, contactpersoon, grondslag, helper, met_taak, morgen_weg
from personas.merken import Merken
from personas.omgeving import hulp, netwerk
from personas.plek import Persona, Plek, Wereld
from personas.signalen import signalen
from personas.toezicht import wisverzoek
from personas.toneel import Toneel
from personas.traject import geld, vragen
from personas.verhaal import JAREN, Verhaal, kies_voorbeeld, rollen_van
from samenspel import werkwijzen
from samenspel.casus.models import WerkwijzeVersie
from samenspel.kern.stand.voorbeelden import Voorbeeld, speel
from samenspel.organisatie.models import Gemeente, Team, Wijk
from samenspel.overleg.models import Tafel
from samenspel.regie.bezetting import Bezetting
from samenspel.regie.routes import laad_versie, route
from samenspel.regie.scenario import Dienstenspel

__all__ = ["Merken", "Persona", "Plek", "Wereld", "bouw_wereld"]

NA_HET_VENSTER = timedelta(days=20)


def bouw_wereld() -> Wereld:
    """Make it; some seconds."""
    merken = Merken()
    slug, voorbeeld = kies_voorbeeld()
    versie = laad_versie(tekst=werkwijzen.tekst(slug), bestand=slug, nu=NU)
    hier = Gemeente.objects.create(naam="Hier", code="hier", demo=True)
    elders = Gemeente.objects.create(naam="Elders", code="elders", demo=True)
    plekken = {
        plek: _maak_af(_speel(merken, voor, gemeente, teamnaam, wijknaam, versie, voorbeeld))
        for plek, voor, gemeente, teamnaam, wijknaam in (
            ("eigen", "", hier, "Team Een", "Noordwijk"),
            ("ander_team", "team twee: ", hier, "Team Twee", "Zuidwijk"),
            ("andere_gemeente", "elders: ", elders, "Team Drie", "Elderwijk"),
        )
    }
    return Wereld(merken, plekken, _personas(plekken), route(versie.hash))


def _personas(plekken: Mapping[str, Plek]) -> dict[str, Persona]:
    eigen = plekken["eigen"]
    namen = dict(eigen.mensen)
    namen["tweede_team"] = plekken["ander_team"].mensen["regisseur"]
    namen["elders"] = plekken["andere_gemeente"].mensen["regisseur"]
    namen |= met_taak(eigen.casus.huishouden.team)
    personas = {naam: Persona(naam, account) for naam, account in namen.items()}
    personas["lid_later"] = Persona("lid_later", eigen.mensen["lid"], NU + NA_HET_VENSTER)
    personas["anoniem"] = Persona("anoniem", None)
    return personas


def _speel(
    merken: Merken,
    voor: str,
    gemeente: Gemeente,
    teamnaam: str,
    wijknaam: str,
    versie: WerkwijzeVersie,
    voorbeeld: Voorbeeld,
) -> tuple[Toneel, date]:
    """Play the story for one household, in a team of its own; also the day on which it began."""
    de_route = route(versie.hash)
    team = Team.objects.create(gemeente=gemeente, naam=teamnaam)
    wijk = Wijk.objects.create(gemeente=gemeente, naam=wijknaam)
    team.wijken.add(wijk)
    _tafels_per_wijk(gemeente, wijk, versie)
    begin = VANDAAG - timedelta(days=voorbeeld.stappen[-1].dag)
    verhaal = Verhaal(merken, voor, wijknaam, de_route, voorbeeld).geplant()
    bezetting = Bezetting(gemeente=gemeente, team=team)
    spel = Dienstenspel(versie=versie, voorbeeld=verhaal, begin=begin, bezetting=bezetting)
    rollen = rollen_van(de_route, voorbeeld)
    for rol in rollen.values():
        bezetting.account(rol, rol)
    fouten = [a for g in speel(verhaal, spel, begin) for a in g.afwijkingen]
    assert fouten == []
    assert spel.traject is not None
    toneel = Toneel(merken, voor, gemeente, team, de_route, spel.casus, spel.traject)
    toneel.mensen = {"regisseur": spel.casus.regisseur}
    toneel.mensen |= {wie: bezetting.accounts[rol] for wie, rol in rollen.items()}
    toneel.personen = dict(zip(JAREN, spel.personen, strict=True))
    return toneel, begin


def _tafels_per_wijk(gemeente: Gemeente, wijk: Wijk, versie: WerkwijzeVersie) -> None:
    werkwijze = route(versie.hash).werkwijze
    for overleg in werkwijze.overleggen:
        Tafel.objects.create(
            gemeente=gemeente,
            werkwijze=werkwijze.werkwijze,
            overleg=overleg.overleg,
            naam=f"{overleg.naam} {wijk.naam}",
            wijk=wijk,
        )


def _maak_af(gespeeld: tuple[Toneel, date]) -> Plek:
    """Add what the story lacks."""
    t, begin = gespeeld
    breng_mensen(t, begin)
    morgen_weg(t)
    bij = contactpersoon(t)
    plek = Plek(
        casus=t.casus,
        traject=t.traject,
        mensen=t.mensen,
        personen=t.personen,
        grondslag=grondslag(t),
        helpt=helper(t),
        contactpersoon=bij,
    )
    plek.dingen |= netwerk(t)
    plek.dingen |= gesprekken(t, bij) | knelpunt(t, bij) | plan(t) | geld(t) | vragen(t)
    plek.dingen |= hulp(t) | lessen(t) | wisverzoek(t)
    plek.dingen |= van_de_inwoner(t, plek.dingen["doel"]) | {
        "helperactie": van_de_helper(t),
        "afspraak_lid": van_het_lid(t),
    }
    planversie(t)
    plek.dingen |= signalen(t)
    concept_en_overdracht(t)
    for persoon in t.personen.values():
        persoon.refresh_from_db()
    return plek
