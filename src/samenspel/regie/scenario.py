"""Playing a scenario through the services, on a database: the same lines as `kern.stand.kernspel`.

A scenario so played is a test (the Stand is compared with kern's) and a case of the demo.
"""

import uuid
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from django.utils.timezone import get_default_timezone

from samenspel.casus.models import Casus, Traject, WerkwijzeVersie
from samenspel.casus.services import open_casus
from samenspel.huishouden.models import Persoon
from samenspel.huishouden.services import Personalia, maak_huishouden, voeg_persoon_toe
from samenspel.kennis.models import Contactpersoon
from samenspel.kern.stand import Stand
from samenspel.kern.stand import handelingen as h
from samenspel.kern.stand.besluiten import Geweigerd
from samenspel.kern.stand.voorbeelddaden import daden
from samenspel.kern.stand.voorbeelden import Daad, Voorbeeld, Voorbeeldstap
from samenspel.kern.werkwijze.model import Houder, Voor
from samenspel.leren.services import Lesgegevens, schrijf_les
from samenspel.organisatie.models import Account
from samenspel.overleg.models import Agendapunt, Tafel
from samenspel.overleg.selectors import lopend_punt
from samenspel.regie.begin import begin_traject, leg_leefgebied_vast, leg_woorden_vast
from samenspel.regie.bezetting import Bezetting
from samenspel.regie.leren import leg_sessie_vast
from samenspel.regie.opdracht import Opdracht, Verband
from samenspel.regie.routes import route
from samenspel.regie.stand import stand_van
from samenspel.regie.uitvoeren import voer_uit
from samenspel.regie.verslag import maak_verslag

BEGINUUR = time(9, 0)


class Dienstenspel:
    """An `Uitvoerder` (kern.stand.voorbeelden) that goes through the services as pages do."""

    def __init__(self, *, versie: WerkwijzeVersie, voorbeeld: Voorbeeld, begin: date, bezetting: Bezetting) -> None:
        self.route = route(versie.hash)
        self.versie = versie
        self.voorbeeld = voorbeeld
        self.begin = begin
        self.bezetting = bezetting
        self.verwijzingen: dict[str, uuid.UUID] = {}
        self.minuten = 0
        self.traject: Traject | None = None
        self.personen: list[Persoon] = []
        for stap in voorbeeld.stappen:
            if stap.door:
                bezetting.account(stap.door, stap.als)
        self.casus = self._open_casus()

    def stand(self, op: date) -> Stand | None:
        """The Stand on a day, from the tables."""
        if self.traject is None:
            return None
        self.traject.refresh_from_db()
        return stand_van(self.traject, self._moment(op))

    def doe(self, stap: Voorbeeldstap, op: date) -> None:
        """Do a line through the services. Raises Geweigerd."""
        self.minuten += 1
        if not stap.door:
            return  # A line that only says what is expected by then.
        nu, account = self._moment(op), self.bezetting.account(stap.door, stap.als)
        te_doen = daden(stap, self.route, op)
        if self._losse_daad(te_doen, account, nu) or not te_doen:
            return
        if self.traject is None:
            raise Geweigerd("Dit traject is nog niet begonnen.")
        opdrachten = [self._opdracht(d, stap, account, nu) for d in te_doen]
        voer_uit(traject=self.traject, account=account, opdrachten=opdrachten, nu=nu)

    def _open_casus(self) -> Casus:
        b = self.bezetting
        huishouden = maak_huishouden(naam=self.voorbeeld.huishouden, team=b.team, wijk=b.wijk(self.voorbeeld.wijk))
        for persoon in self.voorbeeld.personen:
            geboren = None
            if persoon.geboren_dag is not None:
                geboren = self.begin + timedelta(days=persoon.geboren_dag)
            personalia = Personalia(
                voornaam=persoon.naam, achternaam=b.achternaam(self.voorbeeld), geboortedatum=geboren
            )
            self.personen.append(voeg_persoon_toe(huishouden=huishouden, personalia=personalia, van=self.begin))
        return open_casus(huishouden=huishouden, regisseur=b.regisseur(self.route), nu=self._moment(self.begin))

    def _losse_daad(self, te_doen: tuple[Daad, ...], account: Account, nu: datetime) -> bool:
        """What a casus knows outside its trajecten, and the start of one."""
        for daad in te_doen:
            match daad.handeling:
                case h.Begin():
                    self.traject = self._begin(account, nu)
                case h.LegEigenWoordenVast():
                    leg_woorden_vast(
                        casus=self.casus,
                        persoon=self.personen[0],
                        woorden=dict(daad.woorden),
                        account=account,
                        versie=None,
                        nu=nu,
                    )
                case h.BespreekLeefgebied(leefgebied=leefgebied):
                    leg_leefgebied_vast(
                        casus=self.casus,
                        leefgebied=leefgebied,
                        woorden=dict(daad.woorden),
                        betreft=self.personen,
                        account=account,
                        nu=nu,
                    )
                case h.BespreekInReflectie():
                    self._reflectie(daad, account, nu)
                case _:
                    return False
        return bool(te_doen)

    def _reflectie(self, daad: Daad, account: Account, nu: datetime) -> None:
        if self.traject is None:
            raise Geweigerd("Dit traject is nog niet begonnen.")
        sessie = leg_sessie_vast(account=account, trajecten=[self.traject], deelnemers=[account], op=nu, nu=nu)
        for tekst in daad.woorden.values():
            schrijf_les(sessie=sessie, gegevens=Lesgegevens(tekst=tekst), door=account, nu=nu)

    def _begin(self, account: Account, nu: datetime) -> Traject:
        betreft = self.personen[:1] if self.route.werkwijze.voor is Voor.PERSOON else self.personen
        self.bezetting.vervul(self.casus, self.route, self.begin)
        traject = begin_traject(
            casus=self.casus,
            versie=self.versie,
            naam=self.voorbeeld.traject,
            betreft=betreft,
            account=account,
            nu=nu,
        )
        self._ken_casusrollen_toe(traject, account, nu)
        return traject

    def _ken_casusrollen_toe(self, traject: Traject, account: Account, nu: datetime) -> None:
        """Rollen that are given per casus, for the names that act in them."""
        per_casus = {r.rol for r in self.route.werkwijze.rollen if r.houder is Houder.PER_CASUS and not r.regie}
        for naam, rollen in self.bezetting.rollen_van.items():
            for rol in sorted(rollen & per_casus):
                houder = self.bezetting.accounts[naam]
                opdracht = Opdracht(h.KenRolToe(rol, str(houder.pk)), verband=Verband(account=houder))
                voer_uit(traject=traject, account=account, opdrachten=[opdracht], nu=nu)

    def _opdracht(self, daad: Daad, stap: Voorbeeldstap, account: Account, nu: datetime) -> Opdracht:
        handeling, woorden = self._met_verwijzingen(daad.handeling), dict(daad.woorden)
        if "beslist" in woorden:
            woorden["wie_beslist"] = woorden.pop("beslist")
        verband = Verband()
        match handeling:
            case h.KenRolToe(aan=aan):
                verband = Verband(account=self.bezetting.op_id(aan))
            case h.StelOverdrachtVoor(aan=aan):
                verband = Verband(account=self.bezetting.op_id(aan))
            case h.PlanOverleg(overleg=overleg, op=op) | h.VerzetOverleg(overleg=overleg, op=op):
                verband = Verband(tafel=self._tafel(overleg), op=self._begin_van(op), plaats="Buurthuis")
            case h.VerstuurVerslag(overleg=overleg):
                assert self.traject is not None
                verband = Verband(pdf=maak_verslag(self.traject, overleg, nu))
            case h.LegContactVast():
                verband = Verband(contactpersoon=self._contactpersoon(woorden.get("met", "")))
            case h.MaakAfspraak():
                verband, woorden = self._eigenaar(woorden)
                verband = replace(verband, agendapunt=self._aan_tafel(stap))
        return Opdracht(handeling, woorden, verband=verband)

    def _met_verwijzingen(self, handeling: h.Handeling) -> h.Handeling:
        """Names of a scenario become references of the database."""
        match handeling:
            case (
                h.DoeAanvraag()
                | h.BeoordeelAanvraag()
                | h.BetaalAanvraag()
                | h.TrekAanvraagIn()
                | h.SpreekLeningAf()
                | h.OndertekenLening()
                | h.LosAf()
                | h.DraaiAflossingTerug()
                | h.VraagKwijtschelding()
                | h.BeslisKwijtschelding()
                | h.PasLeningAan()
            ):
                return replace(handeling, aanvraag=self._id(handeling.aanvraag))
            case h.MaakAfspraak() | h.RondAfspraakAf():
                return replace(handeling, afspraak=self._id(handeling.afspraak))
            case h.KenRolToe() | h.StelOverdrachtVoor():
                return replace(handeling, aan=str(self.bezetting.account(handeling.aan, handeling.aan).pk))
        return handeling

    def _id(self, naam: str) -> str:
        return str(self.verwijzingen.setdefault(naam, uuid.uuid4()))

    def _tafel(self, overleg: str) -> Tafel:
        return self.bezetting.tafel(overleg, self.route, self.casus)

    def _contactpersoon(self, met: str) -> Contactpersoon | None:
        """The one on the list whose organisation the line names, if any."""
        namen = Contactpersoon.objects.filter(gemeente_id=self.casus.gemeente_id).select_related("organisatie")
        return next((c for c in namen if met and c.organisatie.naam in met), None)

    def _eigenaar(self, woorden: Mapping[str, str]) -> tuple[Verband, dict[str, str]]:
        over = {k: v for k, v in woorden.items() if k != "wie"}
        wie = woorden.get("wie", "")
        if wie == "inwoner" or not wie:
            return Verband(persoon=self.personen[0]), over
        if (persoon := next((p for p in self.personen if p.roepnaam == wie), None)) is not None:
            return Verband(persoon=persoon), over
        if wie in {r.rol for r in self.route.werkwijze.rollen}:
            return Verband(account=self.bezetting.account(wie, wie)), over
        return Verband(), dict(woorden)

    def _aan_tafel(self, stap: Voorbeeldstap) -> Agendapunt | None:
        """The agenda point at which a line's agreements were made, so that the report names them."""
        overleg = stap.inhoud.get("overleg")
        return lopend_punt(self.traject, str(overleg)) if overleg and self.traject is not None else None

    def _moment(self, op: date) -> datetime:
        return self._begin_van(op) + timedelta(minutes=self.minuten)

    def _begin_van(self, op: date) -> datetime:
        """When a day begins, and a meeting of that day: on the hour, before what is recorded of it."""
        return datetime.combine(op, BEGINUUR, get_default_timezone())
