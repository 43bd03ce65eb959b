"""A household with a casus on a definition that only tests know: every kind of question, who may and who may not."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.test import Client
from django.utils import timezone

from fabriek import een_account, een_huishouden, een_team, leden_van
from samenspel.casus.models import Casus, Traject
from samenspel.casus.services import open_casus
from samenspel.huishouden.models import Persoon
from samenspel.kern.stand.handelingen import Handeling, KenRolToe
from samenspel.organisatie.models import Account, Rolvervulling
from samenspel.regie.begin import begin_traject
from samenspel.regie.opdracht import Opdracht, Verband
from samenspel.regie.routes import laad_versie
from samenspel.regie.uitvoeren import voer_uit

DEFINITIE = """\
werkwijze: keukentafel
naam: Aan de keukentafel
schema: 1
geldig_vanaf: 2026-01-01
bron: "verzonnen voor de tests van de pagina's"
samenvatting: Eerst luisteren, dan doen.
toestand: startbaar
fase_heet: stap
leefgebieden:
  - {leefgebied: huis_en_thuis, naam: Wonen}
  - {leefgebied: geld_en_schuld, naam: Geld}
rollen:
  - {rol: trekker, naam: Trekker, houder: per_casus, regie: ja}
  - {rol: meelezer, naam: Meelezer, houder: per_casus, ziet: [formulieren]}
  - {rol: kijker, naam: Kijker, houder: per_casus, ziet: [contacten]}
  - {rol: toetser, naam: Toetser, houder: per_team, ziet: [formulieren, besluiten], zicht: altijd}
fasen:
  - {fase: begin, naam: Luisteren, voor_inwoner: We luisteren.}
  - {fase: toetsen, naam: Toetsen, voor_inwoner: We kijken mee., controlevragen: [echt_nodig, alles_gedaan]}
  - {fase: doen, naam: Doen, voor_inwoner: We doen het.}
stappen:
  - stap: laten_toetsen
    naam: Laten toetsen
    van: [begin]
    naar: toetsen
    door: [trekker]
    alle_van:
      - {als: formulier.vragenlijst.waar_loopt_het_vast, uitleg: U beschreef waar het vastloopt.}
  - {stap: gaan_doen, naam: Gaan doen, van: [toetsen], naar: doen, door: [trekker, toetser]}
  - stap: opnieuw_luisteren
    naam: Opnieuw luisteren
    van: [doen]
    naar: begin
    door: [trekker]
    legt_vast: terugblik
    alle_van:
      - {als: formulier.terugblik.wat_leerden_we, uitleg: U schreef op wat u leerde.}
formulieren:
  - formulier: vragenlijst
    naam: Vragenlijst
    door: [trekker]
    velden:
      - {veld: waar_loopt_het_vast, vraag: Waar loopt het vast?, soort: lange_tekst, hoek: legitimiteit}
      - {veld: wie_helpt, vraag: Wie helpt er al?, soort: tekst, verplicht: nee}
      - {veld: is_er_haast, vraag: Is er haast?, soort: ja_nee}
      - {veld: hoe_wonen, vraag: Hoe woont u?, soort: keuze, keuzes: [eigen_huis, bij_iemand_in]}
      - veld: wat_speelt
        vraag: Wat speelt er?
        soort: meerkeuze
        keuzes: [geld_zorgen, school_gaat_mis, te_klein_huis]
      - {veld: wat_kost_het, vraag: Wat kost het?, soort: bedrag, hoek: rendement}
      - {veld: sinds_wanneer, vraag: Sinds wanneer?, soort: datum}
      - {veld: hoeveel_mensen, vraag: Met hoeveel mensen?, soort: aantal}
  - formulier: terugblik
    naam: Terugblik
    door: [trekker]
    velden:
      - {veld: wat_leerden_we, vraag: Wat leerden we?, soort: lange_tekst}
controlevragen:
  - {controlevraag: echt_nodig, vraag: Is dit echt nodig?, door: [toetser]}
  - {controlevraag: alles_gedaan, vraag: Is al het gewone gedaan?, door: [toetser], goed: [ja, nvt]}
"""


@dataclass
class Keukentafel:
    """The casus, its traject, and the people around it."""

    casus: Casus
    traject: Traject
    trekker: Account
    toetser: Account
    meelezer: Account
    kijker: Account
    buitenstaander: Account
    elders: Account
    moeder: Persoon
    kind: Persoon

    def doe(self, handeling: Handeling, woorden: dict[str, str] | None = None, door: Account | None = None) -> None:
        """Something happens in the traject."""
        opdracht = Opdracht(handeling, woorden or {})
        voer_uit(traject=self.traject, account=door or self.trekker, opdrachten=[opdracht], nu=timezone.now())


def een_casus_zonder_traject() -> tuple[Casus, Account]:
    """A casus of a mother and a child, just opened by its regisseur; the definition is there to begin on."""
    trekker = een_account(een_team())
    assert trekker.team is not None
    huishouden = een_huishouden("Anna O'Neill", "Bram O'Neill", team=trekker.team)
    laad_versie(tekst=DEFINITIE, bestand="keukentafel", nu=timezone.now())
    casus = open_casus(huishouden=huishouden, regisseur=trekker, nu=timezone.now() - timedelta(days=9))
    return casus, trekker


def dek_de_tafel() -> Keukentafel:
    """The same with a traject that began a week ago, and others who take part in it."""
    casus, trekker = een_casus_zonder_traject()
    team = trekker.team
    nu = timezone.now() - timedelta(days=7)
    versie = laad_versie(tekst=DEFINITIE, bestand="keukentafel", nu=nu)
    moeder, kind = leden_van(casus.huishouden)
    traject = begin_traject(
        casus=casus, versie=versie, naam="Opvang weer open", betreft=[moeder, kind], account=trekker, nu=nu
    )
    meelezer, kijker, toetser = (een_account(team) for _ in range(3))
    for rol, wie in (("meelezer", meelezer), ("kijker", kijker)):
        opdracht = Opdracht(KenRolToe(rol, str(wie.pk)), verband=Verband(account=wie))
        voer_uit(traject=traject, account=trekker, opdrachten=[opdracht], nu=nu)
    Rolvervulling.objects.create(
        gemeente=trekker.gemeente, account=toetser, werkwijze="keukentafel", rol="toetser", team=team, van=nu.date()
    )
    buiten = een_account(een_team(trekker.gemeente))
    elders = een_account(een_team())
    return Keukentafel(casus, traject, trekker, toetser, meelezer, kijker, buiten, elders, moeder, kind)


def als(account: Account) -> Client:
    """A browser in which this account is logged in."""
    client = Client()
    client.force_login(account)
    return client


def verstuur(**velden: Any) -> dict[str, Any]:
    """What a form posts, with an id of its own."""
    return {"verzoek": str(uuid4()), **velden}
