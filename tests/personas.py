"""A small world with everybody who may or may not look into a household, built through the services.

Two teams and two municipalities each have a household that went through the same story. Every text that somebody
wrote in it ends in a word of its own (`Merken`), so that a test can search pages for what must not stand there.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from itertools import count
from uuid import UUID

from fabriek import NU, VANDAAG
from samenspel import werkwijzen
from samenspel.budget.models import Aanvraag
from samenspel.casus.models import Casus, Traject, WerkwijzeVersie
from samenspel.casus.services import leg_gebeurtenis_vast
from samenspel.delen.models import Grondslag, Helpt, Item
from samenspel.delen.services import laatste_woorden, maak_item
from samenspel.huishouden.models import Persoon
from samenspel.huishouden.services import Personalia, leg_gezag_vast, voeg_persoon_toe, wijzig_persoon
from samenspel.invoer.services import bewaar_concept
from samenspel.kennis.models import Contactpersoon, Organisatie
from samenspel.kern.stand import Route
from samenspel.kern.stand import handelingen as h
from samenspel.kern.stand.voorbeelden import Voorbeeld, Voorbeeldpersoon, Voorbeeldstap, lees_voorbeelden, speel
from samenspel.kern.werkwijze.lezer import lees_werkwijze
from samenspel.kern.werkwijze.model import (
    AvgGrondslag,
    Budget,
    Gegevenssoort,
    Houder,
    Overleg,
    Toestand,
    Veldsoort,
    Voor,
)
from samenspel.organisatie.models import Account, Gemeente, Team, Wijk
from samenspel.overleg.models import Agendapunt, Tafel
from samenspel.regie.begin import leg_leefgebied_vast, leg_woorden_vast
from samenspel.regie.bezetting import Bezetting
from samenspel.regie.bonnen import voeg_bon_toe
from samenspel.regie.delen_met import Delen, leg_grondslag_vast, voeg_helper_toe
from samenspel.regie.mijn_plan import geef_reactie, voeg_eigen_actie_toe
from samenspel.regie.opdracht import Opdracht, Verband
from samenspel.regie.plannen import Eigenaar, spreek_af, stel_doel
from samenspel.regie.routes import laad_versie, route
from samenspel.regie.scenario import Dienstenspel
from samenspel.regie.uitvoeren import voer_uit
from samenspel.regie.vragen import beantwoord_vraag, stel_vraag

__all__ = ["Merken", "Persona", "Plek", "Wereld", "bouw_wereld"]

NA_HET_VENSTER = timedelta(days=20)
JAREN = {"moeder": 38, "zoon": 16, "dochter": 9}


class Merken:
    """Unique words to plant, each under the group that says what kind of thing it stands in and about whom."""

    def __init__(self) -> None:
        self.groep_van: dict[str, str] = {}
        self._nummers = count()

    def woord(self, groep: str) -> str:
        """A new word; letters only and short, so that no hyphen or escape cuts it."""
        nummer, letters = next(self._nummers), ""
        for _ in range(4):
            nummer, rest = divmod(nummer, 26)
            letters = chr(ord("a") + rest) + letters
        woord = f"zqx{letters}"
        self.groep_van[woord] = groep
        return woord

    def naam(self, groep: str) -> str:
        """A new word as a name."""
        return self.woord(groep).capitalize()

    def nummer(self, groep: str) -> str:
        """A telephone number; searched for as it is."""
        nummer = f"06 739{next(self._nummers):05d}"
        self.groep_van[nummer] = groep
        return nummer

    def tekst(self, groep: str, tekst: str) -> str:
        """The text with a planted word at its end."""
        return f"{tekst} {self.woord(groep)}"


@dataclass(frozen=True, slots=True)
class Persona:
    """Somebody who looks; `account` None: not logged in. The same person looks otherwise at another moment."""

    naam: str
    account: Account | None
    nu: datetime = NU


@dataclass
class Plek:
    """One household with its casus, and the people of its story."""

    casus: Casus
    traject: Traject
    mensen: dict[str, Account]
    personen: dict[str, Persoon]
    grondslag: Grondslag
    helpt: Helpt
    contactpersoon: Contactpersoon
    dingen: dict[str, UUID] = field(default_factory=dict)


@dataclass
class Wereld:
    """Everything, with the words that were planted."""

    merken: Merken
    plekken: dict[str, Plek]
    personas: dict[str, Persona]
    route: Route


def bouw_wereld() -> Wereld:
    """Make it; some seconds."""
    merken = Merken()
    slug, voorbeeld = _voorbeeld()
    versie = laad_versie(tekst=werkwijzen.tekst(slug), bestand=slug, nu=NU)
    hier = Gemeente.objects.create(naam="Hier", code="hier", demo=True)
    elders = Gemeente.objects.create(naam="Elders", code="elders", demo=True)
    eigen = _Verhaal(merken, "", hier, "Team Een", "Noordwijk", versie, voorbeeld).speel()
    plekken = {
        "eigen": eigen,
        "ander_team": _Verhaal(merken, "team twee: ", hier, "Team Twee", "Zuidwijk", versie, voorbeeld).speel(),
        "andere_gemeente": _Verhaal(merken, "elders: ", elders, "Team Drie", "Elderwijk", versie, voorbeeld).speel(),
    }
    return Wereld(merken, plekken, _personas(plekken), route(versie.hash))


def _personas(plekken: Mapping[str, Plek]) -> dict[str, Persona]:
    eigen = plekken["eigen"]
    namen = dict(eigen.mensen)
    namen["tweede_team"] = plekken["ander_team"].mensen["regisseur"]
    namen["elders"] = plekken["andere_gemeente"].mensen["regisseur"]
    personas = {naam: Persona(naam, account) for naam, account in namen.items()}
    personas["lid_later"] = Persona("lid_later", eigen.mensen["lid"], NU + NA_HET_VENSTER)
    personas["anoniem"] = Persona("anoniem", None)
    return personas


def _voorbeeld() -> tuple[str, Voorbeeld]:
    """A story with two meetings, up to where the second one is planned and its papers are sent."""
    for slug in werkwijzen.slugs():
        werkwijze, _ = lees_werkwijze(werkwijzen.tekst(slug), slug)
        if werkwijze is None or werkwijze.toestand is not Toestand.STARTBAAR or werkwijze.voor is not Voor.HUISHOUDEN:
            continue
        for voorbeeld in lees_voorbeelden(werkwijzen.voorbeelden_tekst(slug)):
            gehouden = [i for i, s in enumerate(voorbeeld.stappen) if "overleg" in s.inhoud]
            gestuurd = [i for i, s in enumerate(voorbeeld.stappen) if "stukken" in s.inhoud]
            if len(gehouden) > 1 and len(gestuurd) > 1 and gestuurd[1] < gehouden[1]:
                return slug, replace(voorbeeld, stappen=voorbeeld.stappen[: gehouden[1]])
    raise LookupError("no story has two meetings")


@dataclass
class _Verhaal:
    """Plays the story for one household, with planted words, and adds what the story lacks."""

    merken: Merken
    voor: str
    gemeente: Gemeente
    teamnaam: str
    wijk: str
    versie: WerkwijzeVersie
    voorbeeld: Voorbeeld
    seconden: int = 0

    def speel(self) -> Plek:
        """Play and add; gives what it made."""
        self.route = route(self.versie.hash)
        self.team = Team.objects.create(gemeente=self.gemeente, naam=self.teamnaam)
        wijk = Wijk.objects.create(gemeente=self.gemeente, naam=self.wijk)
        self.team.wijken.add(wijk)
        self.bezetting = Bezetting(gemeente=self.gemeente, team=self.team)
        begin = VANDAAG - timedelta(days=self.voorbeeld.stappen[-1].dag)
        self._tafels_per_wijk(wijk)
        self.spel = Dienstenspel(versie=self.versie, voorbeeld=self._geplant(), begin=begin, bezetting=self.bezetting)
        for rol in self._rollen().values():
            self.bezetting.account(rol, rol)
        fouten = [a for g in speel(self.spel.voorbeeld, self.spel, begin) for a in g.afwijkingen]
        assert fouten == []
        assert self.spel.traject is not None
        self.casus, self.traject = self.spel.casus, self.spel.traject
        return self._maak_af(begin)

    def plant(self, groep: str, tekst: str) -> str:
        """The text with a word of this household."""
        return self.merken.tekst(self.voor + groep, tekst)

    def _tafels_per_wijk(self, wijk: Wijk) -> None:
        werkwijze = self.route.werkwijze
        for overleg in werkwijze.overleggen:
            Tafel.objects.create(
                gemeente=self.gemeente,
                werkwijze=werkwijze.werkwijze,
                overleg=overleg.overleg,
                naam=f"{overleg.naam} {wijk.naam}",
                wijk=wijk,
            )

    # --- the story with planted words

    def _geplant(self) -> Voorbeeld:
        personen = tuple(
            Voorbeeldpersoon(self.merken.naam(f"{self.voor}voornaam {wie}"), -round((jaren + 0.4) * 365.25))
            for wie, jaren in JAREN.items()
        )
        return replace(
            self.voorbeeld,
            huishouden=f"Gezin {self.merken.naam(self.voor + 'naam van het huishouden')}",
            traject=self.plant("naam van het traject", self.voorbeeld.traject),
            wijk=self.wijk,
            personen=personen,
            stappen=tuple(self._geplante_stap(s) for s in self.voorbeeld.stappen),
        )

    def _geplante_stap(self, stap: Voorbeeldstap) -> Voorbeeldstap:
        inhoud = dict(stap.inhoud)
        for sleutel in ("met", "gezegd", "afgesproken"):
            if sleutel in inhoud:
                inhoud[sleutel] = self.plant("contact", str(inhoud[sleutel]))
        if "contact" in inhoud:
            inhoud.setdefault("afgesproken", self.plant("contact", "Wij bellen weer."))
        if "woorden" in inhoud:
            inhoud["woorden"] = self.plant("leefgebied van allen", str(inhoud["woorden"]))
        if "stap" in inhoud:
            inhoud["tekst"] = self.plant("reden van een stap", "Daarom.")
        if isinstance(inhoud.get("eigen_woorden"), Mapping):
            inhoud["eigen_woorden"] = self._elk("eigen woorden moeder", inhoud["eigen_woorden"])
        if isinstance(vragen := inhoud.get("controlevragen"), Mapping):
            wie = {rol: wie for wie, rol in self._rollen().items()}[stap.door]
            inhoud["controlevragen"] = {
                code: [antwoord[0], self.plant(f"controlevraag {wie}", antwoord[1])]
                for code, antwoord in vragen.items()
            }
        if "formulier" in inhoud:
            inhoud["antwoorden"] = self._antwoorden(str(inhoud["formulier"]), inhoud["antwoorden"])
        if "overleg" in inhoud:
            inhoud["toelichting"] = self.plant("overleg", str(inhoud.get("toelichting", "Zo eindigde het.")))
            inhoud["voor_inwoner"] = self.plant("overleg", "Dit is er besproken.")
            inhoud["afspraken"] = [self._afspraak(a) for a in _rijen(inhoud.get("afspraken"))]
        return replace(stap, inhoud=inhoud)

    def _afspraak(self, afspraak: Mapping[str, object]) -> dict[str, object]:
        besluit = {
            k: self.plant("besluit", str(w)) for k, w in afspraak.items() if k in ("beslist", "wet", "rugdekking")
        }
        # The words of an agreement stand in the plan and, with who decides, in a decision of their own.
        return {**afspraak, **besluit, "wat": self.plant("afspraak van de tafel", str(afspraak["wat"]))}

    def _antwoorden(self, code: str, antwoorden: object) -> dict[str, object]:
        assert isinstance(antwoorden, Mapping)
        formulier = next(f for f in self.route.werkwijze.formulieren if f.formulier == code)
        tekst = {v.veld for v in formulier.velden if v.soort in (Veldsoort.TEKST, Veldsoort.LANGE_TEKST)}
        groep = f"formulier {formulier.soort_gegevens.value}"
        return {v: self.plant(groep, str(w)) if v in tekst else w for v, w in antwoorden.items()}

    def _elk(self, groep: str, teksten: object) -> dict[str, str]:
        assert isinstance(teksten, Mapping)
        return {sleutel: self.plant(groep, str(tekst)) for sleutel, tekst in teksten.items()}

    # --- who plays which part, found by what a rol may do

    def _overleg(self) -> Overleg:
        codes = [str(s.inhoud["overleg"]) for s in self.voorbeeld.stappen if "overleg" in s.inhoud]
        return next(o for o in self.route.werkwijze.overleggen if o.overleg == codes[0])

    def _budget(self) -> Budget:
        return next(b for b in self.route.werkwijze.budgetten if len(b.beoordelaars) > 1 and b.instemmers > 1)

    def _rollen(self) -> dict[str, str]:
        w, budget, overleg = self.route.werkwijze, self._budget(), self._overleg()
        per_team = {r.rol for r in w.rollen if r.houder is Houder.PER_TEAM}
        koploper = next(r for r in budget.beoordelaars if r in per_team and any(r in c.door for c in w.controlevragen))
        return {
            "koploper": koploper,
            "tweede_beoordelaar": next(r for r in budget.beoordelaars if r != koploper),
            "betaler": budget.betalers[0],
            "voorzitter": overleg.voorzitter,
            "lid": overleg.leden,
        }

    # --- what the story lacks

    def _maak_af(self, begin: date) -> Plek:
        regisseur = self.casus.regisseur
        self.mensen = {"regisseur": regisseur}
        self.mensen |= {wie: self.bezetting.accounts[rol] for wie, rol in self._rollen().items()}
        for wie in ("collega", "helper", "partner", "opvolger", "zonder_taak"):
            self.mensen[wie] = self._account(wie, self.team if wie != "zonder_taak" else None)
        self.personen = dict(zip(JAREN, self.spel.personen, strict=True))
        self.personen["vader"] = self._vader(begin)
        for wie in ("moeder", "vader", "zoon"):
            self.mensen[wie] = self._account(wie, None, self.personen[wie])
        self._personalia()
        self.contactpersoon = self._contactpersoon()
        plek = Plek(
            casus=self.casus,
            traject=self.traject,
            mensen=self.mensen,
            personen=self.personen,
            grondslag=self._grondslag(),
            helpt=voeg_helper_toe(casus=self.casus, helper=self.mensen["helper"], account=regisseur, nu=self._nu()),
            contactpersoon=self.contactpersoon,
        )
        self._gesprekken()
        plek.dingen |= self._plan() | self._geld() | self._vragen()
        plek.dingen |= self._van_de_inwoner(plek.dingen["doel"]) | {"helperstuk": self._van_de_helper()}
        self._concept_en_overdracht()
        for persoon in self.personen.values():
            persoon.refresh_from_db()
        return plek

    def _account(self, wie: str, team: Team | None, persoon: Persoon | None = None) -> Account:
        return Account.objects.create(
            gemeente=self.gemeente,
            gebruikersnaam=f"{wie}-{self.gemeente.code}-{self.team.pk}",
            naam=persoon.naam if persoon is not None else f"{wie.replace('_', ' ').capitalize()} {self.teamnaam}",
            team=team,
            persoon=persoon,
        )

    def _vader(self, begin: date) -> Persoon:
        """The other parent: a member of the household, not one of whom the traject is about."""
        personalia = Personalia(
            voornaam=self.merken.naam(self.voor + "voornaam vader"),
            achternaam=self.merken.naam(self.voor + "achternaam vader"),
            geboortedatum=date(1984, 5, 17),
        )
        vader = voeg_persoon_toe(huishouden=self.casus.huishouden, personalia=personalia, van=begin)
        for kind in ("zoon", "dochter"):
            for ouder in (self.personen["moeder"], vader):
                leg_gezag_vast(ouder=ouder, kind=self.personen[kind], van=begin)
        return vader

    def _personalia(self) -> None:
        """Surnames, addresses, telephones and languages; the mother's address is secret."""
        for wie, persoon in self.personen.items():
            achternaam = persoon.achternaam if wie == "vader" else self.merken.naam(f"{self.voor}achternaam {wie}")
            adresgroep = f"{self.voor}adres {wie}"
            personalia = Personalia(
                voornaam=persoon.voornaam,
                achternaam=achternaam,
                geboortedatum=persoon.geboortedatum,
                telefoon=self.merken.nummer(adresgroep),
                adres=f"{self.merken.naam(adresgroep)}straat 1",
                taal=self.merken.naam(f"{self.voor}taal {wie}"),
                adres_geheim=wie == "moeder",
            )
            self.personen[wie] = wijzig_persoon(persoon=persoon, personalia=personalia, versie=persoon.versie)
            if wie in self.mensen:
                Account.objects.filter(persoon=persoon).update(naam=self.personen[wie].naam)
                self.mensen[wie].refresh_from_db()

    def _contactpersoon(self) -> Contactpersoon:
        organisatie = Organisatie.objects.create(
            gemeente=self.gemeente, naam=f"Verhuurder {self.teamnaam}", soort="privaat"
        )
        return Contactpersoon.objects.create(gemeente=self.gemeente, organisatie=organisatie, naam="B. Klaver")

    def _grondslag(self) -> Grondslag:
        """One kind of data about one person."""
        delen = Delen(
            partner=self.mensen["partner"],
            soorten=(Gegevenssoort.LEEFGEBIEDEN,),
            personen=(self.personen["vader"],),
            doel=self.plant("grondslag", "Meedenken over werk."),
            avg_6=AvgGrondslag.ALGEMEEN_BELANG,
            uitzondering_9_10=self.plant("grondslag", "Niet nodig."),
            geheim=self.plant("grondslag", "Ontheven voor dit doel."),
            convenant=self.plant("grondslag", "Convenant werk."),
            van=VANDAAG - timedelta(days=3),
        )
        return leg_grondslag_vast(casus=self.casus, delen=delen, account=self.casus.regisseur, nu=self._nu())

    def _gesprekken(self) -> None:
        regisseur, casus = self.casus.regisseur, self.casus
        for wie in ("vader", "zoon"):
            groep = f"eigen woorden {wie}"
            woorden = self._elk(groep, {"ik_wil": "Rust.", "ik_kan": "Helpen.", "ik_heb_nodig": "Tijd."})
            leg_woorden_vast(
                casus=casus, persoon=self.personen[wie], woorden=woorden, account=regisseur, versie=None, nu=self._nu()
            )
        leefgebieden = self.route.werkwijze.leefgebieden
        for wie, leefgebied in zip(("moeder", "vader", "dochter"), leefgebieden, strict=False):
            leg_leefgebied_vast(
                casus=casus,
                leefgebied=leefgebied.leefgebied,
                tekst=self.plant(f"leefgebied {wie}", "Besproken."),
                betreft=[self.personen[wie]],
                account=regisseur,
                nu=self._nu(),
            )
        self._doe(
            h.LegContactVast("opgelost"),
            {k: self.plant("contact vader", "Gebeld.") for k in ("met", "gezegd", "afgesproken")},
            Verband(contactpersoon=self.contactpersoon),
            (self.personen["vader"],),
        )

    def _plan(self) -> dict[str, UUID]:
        regisseur, casus = self.casus.regisseur, self.casus
        dingen = {}
        for wie, sleutel in (("moeder", "doel"), ("vader", "doel_vader")):
            doel = stel_doel(
                casus=casus,
                tekst=self.plant(f"plan {wie}", "Een vaste plek."),
                betreft=[self.personen[wie]],
                account=regisseur,
                nu=self._nu(),
            )
            dingen[sleutel] = doel.pk
            spreek_af(
                casus=casus,
                traject=self.traject if wie == "moeder" else None,
                doel=doel,
                wat=self.plant(f"plan {wie}", "De verhuurder bellen."),
                eigenaar=Eigenaar(wie=self.plant(f"plan {wie}", "De buurvrouw")),
                voor=VANDAAG + timedelta(days=9),
                betreft=(self.personen[wie],),
                account=regisseur,
                nu=self._nu(),
            )
        actie = Item.objects.filter(casus=casus, actie__isnull=False, betreft=self.personen["moeder"])
        dingen["actie"] = actie.latest("gemaakt_op").pk
        return dingen

    def _geld(self) -> dict[str, UUID]:
        """Two applications: one waits for a second voice, one was agreed and has a receipt."""
        dingen, budget = {}, self._budget()
        for sleutel, beoordelaars in (
            ("aanvraag_akkoord", ("koploper", "tweede_beoordelaar")),
            ("aanvraag", ("koploper",)),
        ):
            id = UUID(int=int(self.casus.pk) ^ len(sleutel))
            waarvoor = {"waarvoor": self.plant("geld", "Een bed")}
            self._doe(h.DoeAanvraag(str(id), budget.budget, budget.vormen[0].value, 10_000), waarvoor)
            for wie in beoordelaars:
                reden = {"reden": self.plant("geld", "Goed besteed.")}
                self._doe(h.BeoordeelAanvraag(str(id), True), reden, door=wie)
            dingen[sleutel] = id
        voeg_bon_toe(
            aanvraag=Aanvraag.objects.get(pk=dingen["aanvraag_akkoord"]),
            naam=f"{self.merken.woord(self.voor + 'geld')}.pdf",
            inhoud=b"%PDF-1.4 " + self.merken.woord(self.voor + "geld").encode(),
            account=self.casus.regisseur,
            nu=self._nu(),
        )
        return dingen

    def _vragen(self) -> dict[str, UUID]:
        punten = Agendapunt.objects.filter(traject=self.traject).order_by("op")
        eerste, tweede = punten[0], punten[1]
        for _ in range(2):
            vraag = self.plant("vraag vooraf", "Sinds wanneer?")
            stel_vraag(punt=tweede, vraag=vraag, account=self.mensen["lid"], nu=self._nu())
        open_vraag, beantwoord = tweede.vraag_set.order_by("pk")
        beantwoord_vraag(
            vraag=beantwoord,
            antwoord=self.plant("vraag vooraf", "Sinds mei."),
            account=self.casus.regisseur,
            versie=beantwoord.item.versie,
            nu=self._nu(),
        )
        return {"agendapunt": tweede.pk, "verslag": eerste.pk, "vraag": open_vraag.pk}

    def _van_de_inwoner(self, doel: UUID) -> dict[str, UUID]:
        moeder, vader = self.personen["moeder"], self.personen["vader"]
        actie = voeg_eigen_actie_toe(
            casus=self.casus,
            persoon=moeder,
            wat=self.plant("plan moeder", "Zelf bellen."),
            voor=VANDAAG + timedelta(days=4),
            account=self.mensen["moeder"],
            nu=self._nu(),
        )
        voeg_eigen_actie_toe(
            casus=self.casus,
            persoon=vader,
            wat=self.plant("plan vader", "Meegaan."),
            voor=None,
            account=self.mensen["vader"],
            nu=self._nu(),
        )
        geef_reactie(
            item=Item.objects.get(pk=doel),
            persoon=moeder,
            tekst=self.plant("eigen woorden moeder", "Zo wil ik het niet."),
            account=self.mensen["moeder"],
            nu=self._nu(),
        )
        return {"mijn_actie": actie.pk}

    def _van_de_helper(self) -> UUID:
        helper = self.mensen["helper"]
        item = maak_item(
            casus=self.casus,
            soort=Gegevenssoort.CONTACTEN,
            eigenaar=helper,
            betreft=[self.personen["moeder"]],
            woorden={"gezegd": self.plant("stuk van de helper", "Samen naar de bank.")},
            nu=self._nu(),
        )
        leg_gebeurtenis_vast(
            casus=self.casus,
            soort="iets_opgeschreven",
            gegevens={"item": item.pk},
            account=helper,
            gebeurd_op=NU,
            nu=self._nu(),
            woorden=laatste_woorden(item),
        )
        return item.pk

    def _concept_en_overdracht(self) -> None:
        bewaar_concept(
            account=self.casus.regisseur,
            sleutel=f"/casussen/{self.casus.pk}/contact",
            inhoud={"gezegd": [self.plant("concept van de regisseur", "Nog niet af")]},
            nu=self._nu(),
        )
        opvolger = self.mensen["opvolger"]
        self._doe(h.StelOverdrachtVoor(str(opvolger.pk)), {}, Verband(account=opvolger))

    def _nu(self) -> datetime:
        """Each thing at a second of its own, shortly before the moment at which everybody looks."""
        self.seconden += 1
        return NU - timedelta(minutes=30) + timedelta(seconds=self.seconden)

    def _doe(
        self,
        handeling: h.Handeling,
        woorden: Mapping[str, str],
        verband: Verband | None = None,
        betreft: tuple[Persoon, ...] = (),
        door: str = "regisseur",
    ) -> None:
        opdracht = Opdracht(handeling, woorden, betreft, verband=verband or Verband())
        voer_uit(traject=self.traject, account=self.mensen[door], opdrachten=[opdracht], nu=self._nu())


def _rijen(lijst: object) -> Iterator[Mapping[str, object]]:
    assert lijst is None or isinstance(lijst, list)
    yield from lijst or []
