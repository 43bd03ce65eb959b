"""A form in parts: questions that belong together stand under one heading."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField


@dataclass(frozen=True, slots=True)
class Groep:
    """Questions under a heading; `uitleg`, `citaat` (what stands written already) and `knelpunten` may be empty."""

    velden: list[BoundField]
    titel: str = ""
    uitleg: str = ""
    citaat: str = ""
    knelpunten: Sequence[Mapping[str, Any]] = ()


class Groepsformulier(forms.Form):
    """A form that tells its own parts. Fields in `zacht` look required but may be left for later."""

    use_required_attribute = False
    zacht: frozenset[str] = frozenset()

    @property
    def groepen(self) -> list[Groep]:
        """The parts, in order; without more, one part with everything."""
        return [Groep(list(self.visible_fields()))]

    def velden(self, namen: Iterable[str]) -> list[BoundField]:
        """These fields as the page shows them."""
        return [self[naam] for naam in namen]

    def full_clean(self) -> None:
        """Partial answers are saved: what is missing is told by the Stand, not by the form."""
        nodig = [naam for naam in self.zacht if self.fields[naam].required]
        for naam in nodig:
            self.fields[naam].required = False
        super().full_clean()
        for naam in nodig:
            self.fields[naam].required = True
