"""A small municipality in the database; its methods make rows with what a test doesn't care about filled in."""

import hashlib
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import uuid4

from django.utils import timezone

from samenspel.budget.models import Aanvraag, Handtekening
from samenspel.casus.models import Casus, Casusrol, Gebeurtenis, Traject, Trajectstap, WerkwijzeVersie
from samenspel.delen.eigen_afspraken import BESPROKEN, REACTIE
from samenspel.delen.models import Grondslag, Helpt, Item, Woorden
from samenspel.doorbraak.models import Controleantwoord
from samenspel.huishouden.models import Gezag, Huishouden, Lidmaatschap, Persoon
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.organisatie.models import Account, Afwezigheid, Gemeente, Rolvervulling, Team, Wijk
from samenspel.overleg.models import Agendapunt, Tafel
from samenspel.plan.models import Actie

NU = datetime(2026, 3, 12, 11, 0, tzinfo=timezone.get_default_timezone())
"""A Thursday in Dutch winter time."""
DEFINITIE = Path(__file__).with_name("definitie.yaml")


def dag(dagen: int = 0) -> date:
    """So many days after the day of NU."""
    return NU.date() + timedelta(days=dagen)


def versie(tekst: str = "") -> WerkwijzeVersie:
    """A version of the definition of these tests; another text gives another version."""
    tekst = tekst or DEFINITIE.read_text(encoding="utf-8")
    hash = hashlib.sha256(tekst.encode()).hexdigest()
    vast = {"slug": "klein", "geldig_vanaf": date(2026, 1, 1), "tekst": tekst, "schema": 1, "geladen_op": NU}
    return WerkwijzeVersie.objects.get_or_create(hash=hash, defaults=vast)[0]


class Dorp:
    """A municipality and the making of what is in it."""

    def __init__(self, naam: str = "Dorp") -> None:
        self.gemeente = Gemeente.objects.create(naam=naam, code=f"g-{uuid4().hex}", demo=True)

    def team(self) -> Team:
        return Team.objects.create(gemeente=self.gemeente, naam=f"Team {uuid4().hex}")

    def wijk(self) -> Wijk:
        return Wijk.objects.create(gemeente=self.gemeente, naam=f"Wijk {uuid4().hex}")

    def account(self, persoon: Persoon | None = None) -> Account:
        gebruikersnaam = uuid4().hex
        return Account.objects.create(
            gemeente=self.gemeente, gebruikersnaam=gebruikersnaam, naam=gebruikersnaam, persoon=persoon
        )

    def afwezig(self, wie: Account, vervanger: Account, van: int = -99, tot: int | None = None) -> None:
        Afwezigheid.objects.create(
            gemeente=self.gemeente,
            account=wie,
            vervanger=vervanger,
            van=dag(van),
            tot=_tot(tot),
            vastgelegd_door=vervanger,
            vastgelegd_op=NU,
        )

    def persoon(self, *, jaren: int | None = 40, geheim: bool = False) -> Persoon:
        """Somebody who turned so many years yesterday."""
        geboren = None if jaren is None else dag(-1).replace(year=dag().year - jaren)
        return Persoon.objects.create(
            gemeente=self.gemeente, voornaam="Iemand", geboortedatum=geboren, adres_geheim=geheim
        )

    def huishouden(self, *leden: Persoon, team: Team | None = None, wijk: Wijk | None = None) -> Huishouden:
        huishouden = Huishouden.objects.create(gemeente=self.gemeente, team=team or self.team(), wijk=wijk)
        for persoon in leden:
            self.lid(huishouden, persoon)
        return huishouden

    def lid(self, huishouden: Huishouden, persoon: Persoon, van: int = -99, tot: int | None = None) -> None:
        Lidmaatschap.objects.create(
            gemeente=self.gemeente, huishouden=huishouden, persoon=persoon, van=dag(van), tot=_tot(tot)
        )

    def gezag(self, ouder: Persoon, kind: Persoon, van: int = -99, tot: int | None = None) -> None:
        Gezag.objects.create(gemeente=self.gemeente, ouder=ouder, kind=kind, van=dag(van), tot=_tot(tot))

    def casus(self, huishouden: Huishouden | None = None, regisseur: Account | None = None) -> Casus:
        return Casus.objects.create(
            gemeente=self.gemeente,
            huishouden=huishouden or self.huishouden(),
            nummer=uuid4().hex[:20],
            regisseur=regisseur or self.account(),
            geopend_op=NU,
        )

    def traject(
        self,
        casus: Casus,
        fase: str = "begin",
        *,
        open: bool = True,
        wacht_op: Iterable[str] = (),
        versie_: WerkwijzeVersie | None = None,
    ) -> Traject:
        return Traject.objects.create(
            gemeente=self.gemeente,
            casus=casus,
            versie=versie_ or versie(),
            fase=fase,
            sinds=dag(),
            gestart_op=dag(),
            gestart_door=casus.regisseur,
            open=open,
            wacht_op=list(wacht_op),
        )

    def item(
        self,
        casus: Casus,
        soort: Gegevenssoort = Gegevenssoort.PLAN,
        betreft: Iterable[Persoon] = (),
        *,
        traject: Traject | None = None,
        eigenaar: Account | None = None,
        ingetrokken: bool = False,
    ) -> Item:
        item = Item.objects.create(
            gemeente=self.gemeente,
            casus=casus,
            traject=traject,
            soort=soort.value,
            eigenaar=eigenaar or casus.regisseur,
            gemaakt_op=NU,
            ingetrokken_op=NU if ingetrokken else None,
        )
        item.betreft.set(betreft)
        return item

    def actie(
        self, casus: Casus, wie: Account, betreft: Iterable[Persoon] = (), *, ingetrokken: bool, gedaan: bool
    ) -> Actie:
        item = self.item(casus, betreft=betreft, eigenaar=wie, ingetrokken=ingetrokken)
        return Actie.objects.create(gemeente=self.gemeente, item=item, account=wie, gedaan_op=dag() if gedaan else None)

    def bericht(self, actie: Actie, *, beantwoord: bool) -> None:
        """What its owner said about an agreement, and what was answered."""
        casus, wie = actie.item.casus, actie.account
        assert wie is not None
        gezegd = self._regel(casus, wie, REACTIE, {"item": str(actie.pk)})
        if beantwoord:
            self._regel(casus, casus.regisseur, BESPROKEN, {"reactie": str(gezegd.pk)})

    def _regel(self, casus: Casus, wie: Account, soort: str, gegevens: dict[str, str]) -> Item:
        """A line of history about words of its own."""
        item = self.item(casus, eigenaar=wie)
        woorden = Woorden.objects.create(
            gemeente=self.gemeente,
            item=item,
            volgnummer=1,
            inhoud={},
            zout=b"zout",
            digest=uuid4().hex,
            auteur=wie,
            vastgelegd_op=NU,
        )
        Gebeurtenis.objects.create(
            gemeente=self.gemeente,
            casus=casus,
            volgnummer=Gebeurtenis.objects.filter(casus=casus).count() + 1,
            soort=soort,
            gegevens=gegevens,
            gebeurd_op=NU,
            vastgelegd_op=NU,
            account=wie,
            woorden=woorden,
            woorden_digest=woorden.digest,
            mac=uuid4().hex,
        )
        return item

    def casusrol(self, traject: Traject, account: Account, rol: str, van: int = -9, tot: int | None = None) -> None:
        Casusrol.objects.create(
            gemeente=self.gemeente,
            casus=traject.casus,
            traject=traject,
            account=account,
            rol=rol,
            van=dag(van),
            tot=_tot(tot),
        )

    def vervult(
        self,
        account: Account,
        rol: str,
        *,
        team: Team | None = None,
        tafel: Tafel | None = None,
        werkwijze: str = "klein",
        van: int = -9,
        tot: int | None = None,
    ) -> None:
        Rolvervulling.objects.create(
            gemeente=self.gemeente,
            account=account,
            werkwijze=werkwijze,
            rol=rol,
            team=team,
            tafel=tafel,
            van=dag(van),
            tot=_tot(tot),
        )

    def tafel(self, overleg: str = "ronde", wijk: Wijk | None = None, werkwijze: str = "klein") -> Tafel:
        return Tafel.objects.create(
            gemeente=self.gemeente, werkwijze=werkwijze, overleg=overleg, naam=uuid4().hex, wijk=wijk
        )

    def agendapunt(self, traject: Traject, tafel: Tafel, op: int, *, ingetrokken: bool = False) -> Agendapunt:
        item = self.item(traject.casus, Gegevenssoort.OVERLEG, traject=traject, ingetrokken=ingetrokken)
        return Agendapunt.objects.create(
            gemeente=self.gemeente, item=item, traject=traject, tafel=tafel, op=NU + timedelta(days=op)
        )

    def stap(self, traject: Traject, stap: str, door: Account) -> None:
        nummer = Trajectstap.objects.filter(traject=traject).count() + 1
        Trajectstap.objects.create(
            gemeente=self.gemeente, traject=traject, volgnummer=nummer, stap=stap, op=dag(), door=door
        )

    def antwoord(self, traject: Traject, controlevraag: str, door: Account) -> None:
        item = self.item(traject.casus, Gegevenssoort.FORMULIEREN, traject=traject, eigenaar=door)
        Controleantwoord.objects.create(
            gemeente=self.gemeente,
            item=item,
            traject=traject,
            controlevraag=controlevraag,
            antwoord="ja",
            op=dag(),
            door=door,
        )

    def aanvraag(self, traject: Traject, status: str = "open", *, beoordelaar: Account | None = None) -> None:
        item = self.item(traject.casus, Gegevenssoort.GELD, traject=traject)
        aanvraag = Aanvraag.objects.create(
            gemeente=self.gemeente,
            item=item,
            traject=traject,
            budget="potje",
            vorm="gift",
            bedrag=100,
            status=status,
            gedaan_op=dag(),
        )
        if beoordelaar is not None:
            Handtekening.objects.create(
                gemeente=self.gemeente,
                aanvraag=aanvraag,
                account=beoordelaar,
                als="beoordelaar",
                akkoord=False,
                op=NU,
            )

    def helpt(self, casus: Casus, account: Account, van: int = -9, tot: int | None = None) -> None:
        Helpt.objects.create(gemeente=self.gemeente, casus=casus, account=account, van=dag(van), tot=_tot(tot))

    def grondslag(
        self,
        casus: Casus,
        partner: Account,
        soorten: Iterable[Gegevenssoort],
        personen: Iterable[Persoon],
        *,
        van: int = -9,
        tot: int | None = None,
        beeindigd: int | None = None,
        zonder: str = "",
    ) -> Grondslag:
        """A recorded grondslag; `beeindigd`: so many hours after NU; `zonder`: the part that is left out."""
        einde = None if beeindigd is None else NU + timedelta(hours=beeindigd)
        delen = {"uitzondering_9_10": "niet nodig", "geheim": "ontheven", "convenant": "afspraken"}
        grondslag = Grondslag.objects.create(
            gemeente=self.gemeente,
            casus=casus,
            partner=partner,
            avg_6="algemeen_belang",
            doel="helpen",
            soorten=[soort.value for soort in soorten],
            van=dag(van),
            tot=_tot(tot),
            vastgelegd_door=casus.regisseur,
            beeindigd_op=einde,
            beeindigd_door=None if einde is None else casus.regisseur,
            **{deel: "" if deel == zonder else tekst for deel, tekst in delen.items()},
        )
        grondslag.personen.set(personen)
        return grondslag


def _tot(dagen: int | None) -> date | None:
    return None if dagen is None else dag(dagen)
