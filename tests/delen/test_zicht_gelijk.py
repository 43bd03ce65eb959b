"""Viewing has two forms, and they are equal: kern on one item, and the filter in the database on all of them."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TypeVar

import pytest
from django.db import transaction
from django.db.models import QuerySet
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from delen.dorp import DEFINITIE, NU, Dorp, dag, versie
from samenspel.casus.models import Casus, Traject
from samenspel.delen.kijker import kijker_van
from samenspel.delen.models import Item
from samenspel.delen.zicht import bestaande_items, stuk_van, zichtbare_casussen, zichtbare_items
from samenspel.huishouden.models import Persoon
from samenspel.kern.delen import (
    Bewoner,
    EigenAfspraak,
    Helper,
    Kijker,
    Kijkrecht,
    Partner,
    Reden,
    Regie,
    Rolzicht,
    Stuk,
    Tafelzicht,
    Vervanging,
    Zicht,
    alleen_in,
    oordeel,
    opent_dossier,
)
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.organisatie.models import Account

pytestmark = pytest.mark.django_db

T = TypeVar("T")
SOORTEN = [Gegevenssoort.PLAN, Gegevenssoort.ADRES, Gegevenssoort.GELD, Gegevenssoort.KNELPUNTEN]
TEAMROLLEN = ["leider", "penning", "hoeder"]
CASUSROLLEN = ["expert", "volger", "gast", "bewoner"]
FASEN = ["begin", "gesprek", "bespreking", "kringgesprek", "uitvoering"]


@dataclass
class Worp:
    """Draws from lists; a short list of day offsets, so that the borders of windows are often hit."""

    data: st.DataObject

    def een(self, uit: Sequence[T]) -> T:
        return self.data.draw(st.sampled_from(uit))

    def deel(self, uit: Sequence[T]) -> list[T]:
        """None, one, two or all of them, each as likely."""
        aantal = self.een((0, 1, 2, len(uit)))
        begin = self.data.draw(st.integers(0, len(uit) - 1))
        return [*uit, *uit][begin : begin + aantal]

    def soms(self) -> bool:
        return self.data.draw(st.sampled_from((False, False, False, True)))

    def dagen(self) -> int:
        return self.een((-6, -2, -1, 0, 1, 3, 4, 5, 6))

    def periode(self) -> tuple[int, int | None]:
        van = self.een((-3, -3, 0, 1))
        return van, self.een((None, None, van, van + 3))

    def keer(self, hoogstens: int, doe: Callable[[], None]) -> None:
        for _ in range(self.data.draw(st.integers(0, hoogstens))):
            doe()


@dataclass
class Wereld:
    """One municipality with two households that share a child, and whatever the throw adds."""

    dorp: Dorp
    worp: Worp
    personen: list[Persoon] = field(default_factory=list)
    accounts: list[Account] = field(default_factory=list)
    casussen: list[Casus] = field(default_factory=list)
    trajecten: list[Traject] = field(default_factory=list)

    def bevolk(self) -> None:
        dorp, worp = self.dorp, self.worp
        kind = dorp.persoon(jaren=worp.een((9, 15, 16)), geheim=worp.soms())
        ouders = [dorp.persoon(geheim=worp.soms()) for _ in range(2)]
        self.personen = [kind, *ouders]
        self.accounts = [dorp.account() for _ in range(3)] + [dorp.account(p) for p in self.personen]
        teams, wijk = [dorp.team(), dorp.team()], dorp.wijk()
        for ouder in ouders:
            huishouden = dorp.huishouden(team=worp.een(teams), wijk=worp.een((wijk, None)))
            dorp.lid(huishouden, kind)
            dorp.lid(huishouden, ouder, *worp.periode())
            dorp.gezag(ouder, kind, *worp.periode())
            self.casussen.append(dorp.casus(huishouden, worp.een(self.accounts[:3])))
        worp.keer(3, self.traject)
        worp.keer(2, lambda: dorp.helpt(worp.een(self.casussen), self.pas_gemaakt(), *worp.periode()))
        worp.keer(3, self.grondslag)
        worp.keer(1, self.afwezig)
        for _ in range(12):
            self.item()
        worp.keer(2, self.afspraak)

    def pas_gemaakt(self) -> Account:
        """A new professional, so that a row of which there may be one of each meets no other."""
        self.accounts.append(self.dorp.account())
        return self.accounts[-1]

    def afwezig(self) -> None:
        """The regisseur of one casus is away, and somebody stands in."""
        wie = self.worp.een(self.casussen).regisseur
        self.dorp.afwezig(wie, self.pas_gemaakt(), *self.worp.periode())

    def traject(self) -> None:
        dorp, worp, casus = self.dorp, self.worp, self.worp.een(self.casussen)
        nieuwer = DEFINITIE.read_text(encoding="utf-8").replace("ziet: [plan", "ziet: [geld")
        traject = dorp.traject(
            casus,
            worp.een(FASEN),
            open=not worp.soms(),
            wacht_op=worp.deel(TEAMROLLEN),
            versie_=worp.een((versie(), versie(nieuwer))),
        )
        self.trajecten.append(traject)
        worp.keer(2, lambda: dorp.casusrol(traject, self.pas_gemaakt(), worp.een(CASUSROLLEN), *worp.periode()))
        worp.keer(2, lambda: self.rol_van_team(traject))
        worp.keer(2, lambda: self.overleg(traject))

    def rol_van_team(self, traject: Traject) -> None:
        team = self.worp.een((traject.casus.huishouden.team, None))
        wie = self.worp.een(self.accounts[:3])
        van, tot = self.worp.periode()
        self.dorp.vervult(wie, self.worp.een(TEAMROLLEN), team=team, van=van, tot=tot)
        if self.worp.soms():
            self.dorp.stap(traject, "uitvoeren", wie)
        if self.worp.soms():
            self.dorp.aanvraag(traject, self.worp.een(("open", "afgewezen")), beoordelaar=wie)

    def overleg(self, traject: Traject) -> None:
        wijk = self.worp.een((traject.casus.huishouden.wijk, None))
        tafel = self.dorp.tafel(self.worp.een(("ronde", "grote_ronde", "kring")), wijk)
        for rol in ("lid", "voorzitter"):
            self.dorp.vervult(self.worp.een(self.accounts[:3]), rol, tafel=tafel)
        if not self.worp.soms():
            self.dorp.agendapunt(traject, tafel, self.worp.dagen(), ingetrokken=self.worp.soms())

    def grondslag(self) -> None:
        van, tot = self.worp.periode()
        self.dorp.grondslag(
            self.worp.een(self.casussen),
            self.worp.een(self.accounts[:3]),
            self.worp.deel(SOORTEN),
            self.worp.deel(self.personen),
            van=van,
            tot=tot,
            beeindigd=self.worp.een((None, None, -1, 1)),
        )

    def item(self) -> None:
        casus = self.worp.een(self.casussen)
        trajecten = [None, *(traject for traject in self.trajecten if traject.casus_id == casus.pk)]
        self.dorp.item(
            casus,
            self.worp.een(SOORTEN),
            self.worp.deel(self.personen),
            traject=self.worp.een(trajecten),
            eigenaar=self.worp.een(self.accounts),
            ingetrokken=self.worp.soms(),
        )

    def afspraak(self) -> None:
        """Somebody has something to do, and said something about it that may be answered."""
        wie = self.worp.een((self.worp.een(self.accounts), self.pas_gemaakt()))
        ingetrokken, gedaan = self.worp.soms(), self.worp.soms()
        casus, mensen = self.worp.een(self.casussen), self.worp.deel(self.personen)
        actie = self.dorp.actie(casus, wie, mensen, ingetrokken=ingetrokken, gedaan=gedaan)
        if not self.worp.soms():
            self.dorp.bericht(actie, beantwoord=self.worp.soms())

    def verzonnen_kijker(self, gemeente: Dorp) -> Kijker:
        """Somebody with rights that no rows need stand for."""
        rechten = [self.verzonnen_recht() for _ in range(self.worp.een((1, 2, 3)))]
        account = self.worp.een(self.accounts)
        return Kijker(account=str(account.pk), gemeente=str(gemeente.gemeente.pk), rechten=tuple(rechten))

    def verzonnen_recht(self) -> Kijkrecht:
        worp = self.worp
        casus = worp.een(self.casussen)
        persoon, personen = (str(worp.een(self.personen).pk), {str(p.pk) for p in worp.deel(self.personen)})
        trajecten = [str(traject.pk) for traject in self.trajecten if traject.casus_id == casus.pk]
        soorten, van = frozenset(worp.deel(SOORTEN)), dag(worp.dagen())
        tot = van + timedelta(days=worp.een((0, 1, 6)))
        c = str(casus.pk)
        keuzes: list[Kijkrecht] = [
            Regie(casus=c),
            Vervanging(casus=c),
            Helper(casus=c),
            Partner(casus=c, soorten=soorten, personen=frozenset(personen), van=van, tot=worp.een((tot, None))),
            Bewoner(casus=c, persoon=persoon, kinderen=frozenset(personen - {persoon})),
        ]
        stukken = [str(pk) for pk in Item.objects.filter(casus=casus).values_list("pk", flat=True)]
        if stukken:
            over = frozenset(worp.deel(stukken))
            keuzes.append(EigenAfspraak(casus=c, afspraak=worp.een(stukken), berichten=over))
        if trajecten:
            t = worp.een(trajecten)
            keuzes.append(Rolzicht(casus=c, traject=t, soorten=soorten))
            keuzes.append(Tafelzicht(casus=c, traject=t, soorten=soorten, van=van, tot=tot))
        return worp.een(keuzes)


@dataclass
class Vergelijking:
    """Holds both forms against each other on every item there is, and keeps which rights decided."""

    gezien: Counter[Reden]
    stukken: list[Stuk] = field(default_factory=list)

    def lees(self) -> None:
        self.stukken = [stuk_van(item) for item in Item.objects.prefetch_related("betreft")]

    def gelijk(self, kijker: Kijker, dagen: int) -> None:
        nu = NU + timedelta(days=dagen)
        oordelen = {stuk.id: oordeel(kijker, stuk, dag(dagen)) for stuk in self.stukken}
        geheel = {stuk for stuk, wat in oordelen.items() if wat.zicht is Zicht.GEHEEL}
        bestaand = {stuk for stuk, wat in oordelen.items() if wat.zicht is not Zicht.NIET}
        assert geheel == _sleutels(zichtbare_items(kijker, nu))
        assert bestaand == _sleutels(bestaande_items(kijker, nu))
        self.gezien.update(wat.reden for wat in oordelen.values())

    def gelijk_voor(self, account: Account, casussen: list[Casus]) -> None:
        """The account with its rows; what is asked for one casus is the part of what is asked for all."""
        kijker = kijker_van(account=account, casus=None, nu=NU)
        self.gelijk(kijker, 0)
        for casus in casussen:
            voor_deze = kijker_van(account=account, casus=casus, nu=NU)
            assert set(voor_deze.rechten) == {r for r in kijker.rechten if r.casus == str(casus.pk)}
            hier = zichtbare_items(alleen_in(kijker, {str(casus.pk)}), NU)
            assert _sleutels(hier) == _sleutels(zichtbare_items(kijker, NU).filter(casus=casus))
        binnen = replace(kijker, rechten=tuple(filter(opent_dossier, kijker.rechten)))
        in_casussen = set(bestaande_items(binnen, NU).values_list("casus", flat=True))
        assert in_casussen <= set(zichtbare_casussen(account, NU).values_list("pk", flat=True))


def _sleutels(items: QuerySet[Item]) -> set[str]:
    return {str(sleutel) for sleutel in items.values_list("pk", flat=True)}


def test_kern_and_the_database_show_the_same_items() -> None:
    vergelijking = Vergelijking(Counter())

    # Without shrinking: with a database under it that takes minutes.
    zonder_krimpen = (Phase.explicit, Phase.reuse, Phase.generate)

    @settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck), phases=zonder_krimpen)
    @given(st.data())
    def in_elke_wereld(data: st.DataObject) -> None:
        with transaction.atomic():
            worp, buren = Worp(data), Dorp("Buurgemeente")
            wereld = Wereld(Dorp(), worp)
            wereld.bevolk()
            buren.item(buren.casus())
            vergelijking.lees()
            for account in wereld.accounts:
                vergelijking.gelijk_voor(account, wereld.casussen)
            for gemeente in (*[wereld.dorp] * 8, buren):
                vergelijking.gelijk(wereld.verzonnen_kijker(gemeente), worp.een((-1, 0, 1)))
            transaction.set_rollback(True)

    in_elke_wereld()

    assert set(vergelijking.gezien) == set(Reden), "a right that never decided, was never tested"
