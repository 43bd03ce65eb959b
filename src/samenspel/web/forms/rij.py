"""What forms for a row of a dossier share: what was typed, what was chosen, and about whom it is."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from django.http import QueryDict

from samenspel.huishouden.models import Persoon
from samenspel.organisatie.basis import VanItem
from samenspel.web.forms.betreft import betreft, betreftveld, namen_van
from samenspel.web.forms.groepen import Groepsformulier

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

__all__ = ["Rijformulier", "dag_tekst"]

R = TypeVar("R", bound=VanItem)
G = TypeVar("G", bound="DataclassInstance")


class Rijformulier(Groepsformulier, Generic[R, G]):
    """A form for one row R, whose columns go to the services as G; `WOORDEN` are the fields that are words."""

    WOORDEN: ClassVar[tuple[str, ...]]

    def __init__(self, data: QueryDict | None, *, begin: Mapping[str, Any], personen: Sequence[Persoon]) -> None:
        super().__init__(data, initial=dict(begin))
        self.personen = personen

    def vraag_over(self, label: str) -> None:
        """Ask about whom it is, where there is a choice."""
        if len(self.personen) > 1:
            self.fields["betreft"] = betreftveld(self.personen, label)

    @property
    @abstractmethod
    def waarden(self) -> G:
        """What was chosen, for the services."""

    @property
    def woorden(self) -> dict[str, str]:
        """What was typed."""
        return {veld: self.cleaned_data[veld] for veld in self.WOORDEN}

    @property
    def over(self) -> tuple[Persoon, ...]:
        """About whom it is."""
        return betreft(self.cleaned_data.get("betreft"), self.personen)

    def ingevuld(self, rij: R, woorden: Mapping[str, str]) -> dict[str, Any]:
        """What is stored, as it is typed in."""
        gekozen = {str(pk) for pk in rij.item.betreft.values_list("pk", flat=True)}
        over = [naam for naam, sleutel in namen_van(self.personen).items() if sleutel in gekozen]
        return {**{veld: woorden.get(veld, "") for veld in self.WOORDEN}, "betreft": over}

    def _aanwezig(self, *namen: str) -> list[str]:
        return [naam for naam in namen if naam in self.fields]


def dag_tekst(dag: date | None) -> str:
    """A day as its field takes it."""
    return dag.isoformat() if dag is not None else ""
