"""The household whose members read Mijn plan."""

from datetime import timedelta

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from fabriek import een_account, een_casus, een_huishouden, leden_van
from samenspel import werkwijzen
from samenspel.casus.models import Casus, Traject
from samenspel.huishouden.models import Persoon
from samenspel.huishouden.services import leg_gezag_vast
from samenspel.kern.werkwijze.model import Voor
from samenspel.organisatie.models import Account
from samenspel.plan.models import Actie
from samenspel.regie.begin import begin_traject, leg_woorden_vast
from samenspel.regie.plannen import Eigenaar, spreek_af
from samenspel.regie.routes import laad_versie, route, startbare_versies

__all__ = ["Wereld", "plan_van"]


class Wereld:
    """A household with two parents who don't live as one, and a child of whom Anna has gezag."""

    def __init__(self) -> None:
        self.huishouden = een_huishouden("Anna Jansen", "Bas Jansen", "Kim Jansen")
        self.anna, self.bas, self.kim = leden_van(self.huishouden)
        Persoon.objects.filter(pk=self.kim.pk).update(geboortedatum=timezone.localdate() - timedelta(days=8 * 365))
        leg_gezag_vast(ouder=self.anna, kind=self.kim, van=timezone.localdate() - timedelta(days=99))
        self.casus = een_casus(self.huishouden)
        Account.objects.filter(pk=self.casus.regisseur_id).update(naam="Nazan Aydin", telefoon="030 000 00 01")
        self.casus.regisseur.refresh_from_db()
        self.regisseur = self.casus.regisseur
        self.inwoner = een_account(persoon=self.anna)

    def traject(self, *betreft: Persoon, naam: str = "Opvang") -> Traject:
        for slug in werkwijzen.slugs():
            laad_versie(tekst=werkwijzen.tekst(slug), bestand=slug, nu=timezone.now())
        versies = startbare_versies(timezone.now())
        versie = next(v for v in versies if route(v.hash).werkwijze.voor is Voor.HUISHOUDEN)
        return begin_traject(
            casus=self.casus,
            versie=versie,
            naam=naam,
            betreft=list(betreft),
            account=self.regisseur,
            nu=timezone.now(),
        )

    def woorden(self, persoon: Persoon, tekst: str) -> None:
        leg_woorden_vast(
            casus=self.casus,
            persoon=persoon,
            woorden={"ik_wil": tekst},
            account=self.regisseur,
            versie=None,
            nu=timezone.now(),
        )

    def actie(self, *betreft: Persoon, wat: str, persoon: Persoon | None = None) -> Actie:
        spreek_af(
            casus=self.casus,
            traject=None,
            doel=None,
            wat=wat,
            eigenaar=Eigenaar(persoon=persoon) if persoon is not None else Eigenaar(account=self.regisseur),
            voor=timezone.localdate() + timedelta(days=4),
            betreft=betreft,
            account=self.regisseur,
            nu=timezone.now(),
        )
        return Actie.objects.select_related("item").order_by("item__gemaakt_op").last() or Actie()


def plan_van(client: Client, casus: Casus) -> str:
    return " ".join(client.get(reverse("mijn_plan_van", args=[casus.pk])).content.decode().split())
