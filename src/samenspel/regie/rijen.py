"""Rows of a dossier that are added and changed under the regie: everything they share.

What one kind differs in stands in its `Rijsoort`: who may, what the line of history carries, which words its form
leaves. No rule of a werkwijze rests on such a row.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Generic, TypeVar

from samenspel.casus.keten import Feit
from samenspel.casus.models import Casus
from samenspel.delen.models import Woorden
from samenspel.delen.rijen import maak_rij, velden_van, wijzig_rij
from samenspel.delen.services import huidige_woorden
from samenspel.huishouden.models import Persoon
from samenspel.kern.stand import Geweigerd
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.organisatie.basis import VanItem
from samenspel.organisatie.models import Account
from samenspel.regie.spelers import voert_regie
from samenspel.regie.vastleggen import in_casus, leg_los_vast

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

__all__ = ["Formulierrij", "Rijsoort", "Weigering", "alleen_de_regie"]

R = TypeVar("R", bound=VanItem)
G = TypeVar("G", bound="DataclassInstance")
Weigering = Callable[[Casus, Account, datetime], Geweigerd | None]


@dataclass(frozen=True, kw_only=True)
class Rijsoort(Generic[R]):
    """One kind of row: who may write it, and its lines of history. `toegevoegd` and `gewijzigd` are kinds of event."""

    model: type[R]
    soort: Gegevenssoort
    weigering: Weigering
    feiten: Callable[[R], Mapping[str, Feit]]
    toegevoegd: str
    gewijzigd: str

    @contextmanager
    def onder_regie(self, casus: Casus, account: Account, nu: datetime) -> Iterator[None]:
        """One transaction that holds the casus, for who may write this kind. Raises Geweigerd."""
        with in_casus(casus):
            nee = self.weigering(casus, account, nu)
            if nee is not None:
                raise nee
            yield

    @contextmanager
    def op_rij(self, rij: R, account: Account, nu: datetime) -> Iterator[None]:
        """The same, to write over one that stands. Raises Geweigerd where it was withdrawn."""
        with self.onder_regie(rij.item.casus, account, nu):
            rij.item.refresh_from_db(fields=["ingetrokken_op"])
            if rij.item.ingetrokken_op is not None:
                raise Geweigerd("Dit is ingetrokken. Zet het eerst terug.")
            yield

    def leg_vast(
        self,
        soort: str,
        rij: R,
        account: Account,
        nu: datetime,
        woorden: Woorden,
        gegevens: Mapping[str, Feit] | None = None,
    ) -> None:
        """The line of history; with the facts of the row, unless others are given."""
        feiten = self.feiten(rij) if gegevens is None else gegevens
        leg_los_vast(casus=rij.item.casus, soort=soort, gegevens=feiten, account=account, nu=nu, woorden=woorden)


@dataclass(frozen=True, kw_only=True)
class Formulierrij(Rijsoort[R], Generic[R, G]):
    """A kind of row that one form writes: G is a dataclass with the columns that the form fills.

    `gestopt` is the kind of event of a change of which `stopt` says that it ends something. `blijft` names the words
    that the form doesn't ask; `bereken` fills the columns that follow from the others.
    """

    gestopt: str = ""
    stopt: Callable[[R, G], bool] = lambda rij, gegevens: False
    blijft: Callable[[str], bool] = lambda sleutel: False
    bereken: Callable[[R], None] = lambda rij: None

    def voeg_toe(
        self,
        *,
        casus: Casus,
        gegevens: G,
        woorden: Mapping[str, str],
        betreft: Iterable[Persoon],
        account: Account,
        nu: datetime,
    ) -> R:
        """A new one. Raises Geweigerd."""
        velden = velden_van(gegevens)
        with self.onder_regie(casus, account, nu):
            rij, geschreven = maak_rij(
                self.model,
                casus=casus,
                soort=self.soort,
                velden=velden,
                woorden=woorden,
                betreft=betreft,
                account=account,
                nu=nu,
            )
            self.bereken(rij)
            self.leg_vast(self.toegevoegd, rij, account, nu, geschreven)
        return rij

    def wijzig(
        self,
        *,
        rij: R,
        gegevens: G,
        woorden: Mapping[str, str],
        betreft: Iterable[Persoon] | None,
        account: Account,
        versie: int,
        nu: datetime,
    ) -> None:
        """What is known of it now; `betreft` None leaves for whom it is. Raises Geweigerd or Versieconflict."""
        soort = self.gestopt if self.stopt(rij, gegevens) else self.gewijzigd
        with self.op_rij(rij, account, nu):
            blijft = {s: tekst for s, tekst in huidige_woorden(rij.item).items() if self.blijft(s)}
            geschreven = wijzig_rij(
                rij,
                velden=velden_van(gegevens),
                woorden={**woorden, **blijft},
                betreft=betreft,
                account=account,
                versie=versie,
                nu=nu,
            )
            self.bereken(rij)
            self.leg_vast(soort, rij, account, nu, geschreven)


def alleen_de_regie(nee: str) -> Weigering:
    """Only who has the regie may write it; others are told this."""
    return lambda casus, account, nu: None if voert_regie(account, casus, nu) else Geweigerd(nee)
