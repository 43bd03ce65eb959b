"""The one question under which law something falls: from the list, or written out."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms

from samenspel.kern.wet.wetten import WETTEN, andere_wet, bekende_wet
from samenspel.web.forms.groepen import Groepsformulier
from samenspel.web.forms.velden import Meerkeuzeveld, kort

__all__ = ["MetWet", "Wettenveld", "Wetveld"]

VRAAG, VRAAG_MEER = "Om welke wet gaat het?", "Om welke wetten gaat het?"
ANDERE = "Een andere wet of regel"
FOUT = "Kies de wet, of schrijf hem op."


class Wetveld(forms.ChoiceField):
    """One law of the list, or none; `eigen` are laws that a werkwijze adds."""

    def __init__(self, *, eigen: Iterable[str] = (), label: str = VRAAG, geen: str = "") -> None:
        geen = geen or "Staat er niet bij, of nog niet bekend"
        super().__init__(label=label, choices=[("", geen), *_keuzes(eigen)], required=False)

    def prepare_value(self, value: Any) -> Any:
        return bekende_wet(str(value or "")) or value

    def to_python(self, value: Any) -> str:
        return bekende_wet(str(value or "")) or super().to_python(value)


class Wettenveld(Meerkeuzeveld):
    """Any number of laws of the list."""

    kolommen = True

    def __init__(self, *, eigen: Iterable[str] = ()) -> None:
        keuzes = _keuzes(eigen)
        super().__init__(keuzes={naam: naam for naam, _ in keuzes}, label=VRAAG_MEER, required=False)
        self.choices = keuzes


class MetWet(Groepsformulier):
    """A form that asks it: `wet` or `wetten` by the list, `andere_wet` for what doesn't stand there.

    A law that is written out and stands on the list counts as chosen, so that all rows of one law count as one.
    """

    def vraag_wet(self, eigen: Sequence[str] = (), *, meer: bool = False, nodig: bool = False) -> None:
        """Ask it; `nodig`: one of the two must be filled in."""
        self._eigen, self._nodig = eigen, nodig
        self._wet = "wetten" if meer else "wet"
        self.fields[self._wet] = Wettenveld(eigen=eigen) if meer else Wetveld(eigen=eigen)
        if nodig:
            # Looks required; `clean` sees whether either of the two is there.
            self.fields[self._wet].required, self.zacht = True, frozenset({self._wet})
        self.fields["andere_wet"] = forms.CharField(
            label=ANDERE,
            help_text="Alleen als de wet niet in de lijst staat.",
            required=False,
            widget=kort(autocomplete="off"),
            max_length=300,
        )

    @property
    def wetvelden(self) -> list[str]:
        """The names of its fields, in order."""
        return [self._wet, "andere_wet"]

    def clean(self) -> dict[str, Any]:
        """What is written out and is known, is chosen."""
        g = super().clean() or {}
        gekozen, bekend = g.get(self._wet), bekende_wet(g.get("andere_wet", ""), self._eigen)
        if bekend and isinstance(gekozen, tuple):
            g |= {self._wet: tuple(dict.fromkeys((*gekozen, bekend))), "andere_wet": ""}
        elif bekend and gekozen in ("", bekend):
            g |= {self._wet: bekend, "andere_wet": ""}
        if self._nodig and not self.errors and not g[self._wet] and not g["andere_wet"]:
            self.add_error(self._wet, FOUT)
        return g

    @staticmethod
    def wet_ingevuld(wet: str, woorden: Mapping[str, str]) -> dict[str, str]:
        """What a row says, as it is typed in."""
        return {"wet": wet, "andere_wet": andere_wet(woorden, wet)}


def _keuzes(eigen: Iterable[str]) -> list[tuple[str, str]]:
    bekend = [(naam, f"{naam} ({ook[0]})" if ook and len(ook[0]) < 8 else naam) for naam, ook in WETTEN.items()]
    return [*bekend, *((naam, naam) for naam in eigen)]
