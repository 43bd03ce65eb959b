"""A look into a dossier: who looks, with which rights, and the items that these let through.

Every page on a dossier begins here, so that nothing is shown that `kern/delen` doesn't give and every look is noted.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import QuerySet
from django.utils.timezone import localdate

from samenspel.casus.models import Casus, EigenWoorden, Traject
from samenspel.delen.models import Item
from samenspel.delen.selectors import woorden_bij
from samenspel.delen.services import leg_inzage_vast
from samenspel.delen.zicht import (
    Persoonszicht,
    bestaande_items,
    kijker_van,
    persoonszicht,
    zichtbare_items,
    ziet_bestaan,
)
from samenspel.huishouden.models import Persoon
from samenspel.huishouden.selectors import leden_op, oudste_eerst
from samenspel.kern.delen import (
    Bewoner,
    EigenAfspraak,
    Gesprekswaarde,
    Helper,
    Kijker,
    Kijkrecht,
    Partner,
    Reden,
    Regie,
    Rolzicht,
    Tafelzicht,
    Vervanging,
    Zicht,
    geldt,
    gesprekswaarde,
    helpt_wie,
    kent_traject,
    opent_dossier,
)
from samenspel.kern.plan import Planregel
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.organisatie.basis import VanItem
from samenspel.organisatie.models import Account
from samenspel.plan.models import Actie, Doel
from samenspel.regie.reacties import Reactie, reacties_bij
from samenspel.regie.vooraf import Vooraf

R = TypeVar("R", bound=VanItem)

REDENEN: Mapping[type, Reden] = {
    Regie: Reden.REGIE,
    Vervanging: Reden.VERVANGING,
    Bewoner: Reden.INWONER,
    Rolzicht: Reden.ROL,
    Tafelzicht: Reden.TAFEL,
    Partner: Reden.GRONDSLAG,
    Helper: Reden.HELPER,
}
"""By which right somebody is in a dossier, as the note of the look says it."""


@dataclass
class Blik:
    """One account looking into one casus at one moment."""

    account: Account
    casus: Casus
    kijker: Kijker
    nu: datetime

    @classmethod
    def van(cls, account: Account, casus: Casus, nu: datetime) -> "Blik":
        """The look of an account into a casus, with the rights it holds now."""
        return cls(account, casus, kijker_van(account=account, casus=casus, nu=nu), nu)

    @cached_property
    def netwerknamen(self) -> dict[str, str]:
        """The names of the network once they were read for this look; `netwerkblik` fills it."""
        return {}

    @cached_property
    def planlijnen(self) -> dict[Planregel, dict[str, Any]]:
        """The lines of the plan once they were read for this look; `planlijnen` fills it."""
        return {}

    @cached_property
    def trajecten(self) -> list[Traject]:
        """All trajecten of the casus, the running ones first; which of them may be known, `in_traject` tells."""
        rijen = Traject.objects.filter(casus=self.casus).select_related("versie").defer("versie__tekst")
        trajecten = list(rijen.order_by("-open", "gestart_op", "pk"))
        for traject in trajecten:
            traject.casus = self.casus
        return trajecten

    @cached_property
    def _vooraf(self) -> dict[UUID, Vooraf]:
        return {}

    def vooraf(self, traject: Traject) -> Vooraf:
        """What this person could do with a traject of this casus, read once for one look."""
        return self._vooraf.setdefault(traject.pk, Vooraf(traject, self.account, self.nu))

    @property
    def dag(self) -> date:
        """Today."""
        return localdate(self.nu)

    @cached_property
    def rechten(self) -> tuple[Kijkrecht, ...]:
        """The rights that are in force now and by which this person comes into the dossier."""
        return tuple(r for r in self.kijker.rechten if geldt(r, self.dag) and opent_dossier(r))

    @property
    def regie(self) -> bool:
        """Whether this is the regisseur."""
        return any(isinstance(r, Regie) for r in self.rechten)

    def heeft_afspraak(self, item: UUID) -> bool:
        """Whether this is an agreement that this person has to keep; they read it also from outside the dossier."""
        return any(isinstance(r, EigenAfspraak) and r.afspraak == str(item) for r in self.kijker.rechten)

    def in_traject(self, traject: UUID) -> bool:
        """Whether somebody may know where a traject is."""
        return any(kent_traject(r, str(traject)) for r in self.rechten)

    @cached_property
    def gesprekswaarde(self) -> Gesprekswaarde | None:
        """What a talk that this person records apart from any traject is worth; None: they record none."""
        return gesprekswaarde(self.kijker, str(self.casus.pk), self.dag)

    @cached_property
    def geholpen(self) -> list[Persoon]:
        """Members of the household whom this person helps; those they know by first name."""
        wie = helpt_wie(self.kijker, str(self.casus.pk), self.dag)
        return [p for p in self.leden if str(p.pk) in wie]

    def naam_van(self, account: Account | None) -> str:
        """Who did something; of a resident the name only where that may be known."""
        if account is None or account.persoon_id is None or account.pk == self.account.pk:
            return account.naam if account is not None else ""
        zicht = self.personen.get(account.persoon_id)
        return account.naam if zicht is not None and zicht.personalia is Zicht.GEHEEL else "een inwoner"

    @property
    def alleen_inwoner(self) -> bool:
        """Whether somebody looks as a member of the household and as nothing else."""
        return bool(self.rechten) and all(isinstance(r, Bewoner) for r in self.rechten)

    @property
    def waarom(self) -> str:
        """The right by which somebody is here, for the note of the look."""
        return next((REDENEN[type(r)].value for r in self.rechten if type(r) in REDENEN), Reden.GEEN_RECHT.value)

    @cached_property
    def zichtbaar(self) -> frozenset[UUID]:
        """Ids of the items whose content may be read."""
        return frozenset(self.items().values_list("pk", flat=True))

    def items(self, *soorten: Gegevenssoort) -> QuerySet[Item]:
        """Items whose content may be read, of these kinds."""
        items = zichtbare_items(self.kijker, self.nu).filter(casus=self.casus)
        return items.filter(soort__in=[s.value for s in soorten]) if soorten else items

    @cached_property
    def bestaand(self) -> frozenset[UUID]:
        """Ids of the items of which at least the existence may be known."""
        if not ziet_bestaan(self.kijker):
            return self.zichtbaar
        return frozenset(self.bestaande().values_list("pk", flat=True))

    def bestaande(self) -> QuerySet[Item]:
        """Items of which at least the existence may be known."""
        return bestaande_items(self.kijker, self.nu).filter(casus=self.casus)

    def leesbare(self, rijen: QuerySet[R]) -> list[R]:
        """Of these rows those of this casus whose item may be read, in the order that was asked."""
        return [rij for rij in rijen.filter(item__casus=self.casus) if rij.pk in self.zichtbaar]

    @cached_property
    def _woorden(self) -> dict[UUID, dict[str, str]]:
        return {}

    def woorden(self, items: Iterable[UUID]) -> dict[UUID, dict[str, str]]:
        """Words of those of the items that may be read, by item; an item's are read once for one look."""
        leesbaar = [item for item in items if item in self.zichtbaar]
        nieuw = [item for item in leesbaar if item not in self._woorden]
        gelezen = woorden_bij(nieuw)
        self._woorden.update((item, gelezen.get(item, {})) for item in nieuw)
        return {item: self._woorden[item] for item in leesbaar if self._woorden[item]}

    def lees_alle_woorden(self) -> None:
        """Read at once the words of everything that may be read, for a page that shows most of it."""
        self.woorden(self.zichtbaar)

    @cached_property
    def acties(self) -> list[Actie]:
        """Actions that may be read, by their date; also those that were withdrawn, for who reads these."""
        rijen = Actie.objects.select_related("item", "account", "persoon").order_by("voor", "item__gemaakt_op")
        return self.leesbare(rijen)

    @cached_property
    def eigen_woorden(self) -> list[EigenWoorden]:
        """What people of the household said themselves and may be read, as it was first written down."""
        rijen = EigenWoorden.objects.select_related("item", "persoon").order_by("item__gemaakt_op", "pk")
        return self.leesbare(rijen)

    @cached_property
    def doelen(self) -> list[Doel]:
        """Goals that may be read, in their order."""
        return self.leesbare(Doel.objects.select_related("item").order_by("volgorde"))

    @cached_property
    def _betreft(self) -> dict[UUID, list[Persoon]]:
        paren = Item.betreft.through.objects.filter(item__casus=self.casus).values_list("item", "persoon")
        per_item: defaultdict[UUID, set[UUID]] = defaultdict(set)
        for item, persoon in paren:
            per_item[item].add(persoon)
        personen = oudste_eerst(Persoon.objects.filter(pk__in=set().union(*per_item.values())))
        return {item: [p for p in personen if p.pk in wie] for item, wie in per_item.items()}

    def betreft(self, item: UUID) -> list[Persoon]:
        """About whom an item of this casus is, the oldest first; who of them may be known, `personen` tells."""
        return self._betreft.get(item, [])

    @cached_property
    def reacties(self) -> dict[UUID, list[Reactie]]:
        """What residents said about items ('niet mee eens'), verbatim, by the item it is about."""
        return reacties_bij(self.casus, self.zichtbaar)

    @cached_property
    def leden(self) -> list[Persoon]:
        """The members of the household today."""
        return leden_op(self.casus.huishouden, self.dag)

    @property
    def bij_naam(self) -> list[Persoon]:
        """The members of whom at least the name may be read."""
        return [p for p in self.leden if self.personen[p.pk].personalia is Zicht.GEHEEL]

    @cached_property
    def personen(self) -> dict[UUID, Persoonszicht]:
        """What may be seen of each member."""
        return persoonszicht(self.kijker, self.casus, self.leden, self.nu)

    def noteer(
        self, wat: str, ids: Iterable[UUID] = (), *, geweigerd: bool = False, reden: Reden | None = None
    ) -> None:
        """Note that this was looked at, or refused; `reden`: by which right, where that gives no dossier."""
        leg_inzage_vast(
            account=self.account,
            casus=self.casus,
            wat=wat,
            ids=list(ids),
            reden=reden.value if reden is not None else self.waarom,
            geweigerd=geweigerd,
            nu=self.nu,
        )
