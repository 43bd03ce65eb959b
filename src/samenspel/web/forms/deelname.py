"""The form for who takes part in a goal and who doesn't."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import QueryDict

from samenspel.plan.deelnames import Deelnemer, Deelstand
from samenspel.plan.models import Deelname
from samenspel.web.forms.betreft import ANDERS
from samenspel.web.forms.groepen import Groepsformulier
from samenspel.web.forms.rij import dag_tekst
from samenspel.web.forms.velden import Datumveld, Keuzeveld, kort, lang

__all__ = ["Deelnameformulier", "ingevuld"]

STANDEN = {"Doet mee": "doet_mee", "Doet niet mee": "doet_niet_mee", "Nog niet": "nog_niet"}


class Deelnameformulier(Groepsformulier):
    """Whether somebody takes part, and why not; of something new also who, from `deelnemers` by their key."""

    stand = Keuzeveld(
        label="Doet deze persoon of organisatie mee?",
        keuzes=STANDEN,
        onbekend="",
        error_messages={"required": "Kies of die meedoet."},
    )
    reden = forms.CharField(
        label="Waarom, of wat is er nodig?",
        help_text="Schrijf het bij ‘doet niet mee’ en ‘nog niet’ altijd op. Het huishouden leest dit ook.",
        required=False,
        widget=lang(3),
        max_length=2000,
    )
    vanaf = Datumveld(
        label="Vanaf welke dag?", help_text="Bij ‘nog niet’: vanaf wanneer wel, als u dat weet.", required=False
    )

    def __init__(
        self,
        data: QueryDict | None,
        *,
        begin: Mapping[str, Any],
        deelnemers: Mapping[str, Mapping[str, tuple[str, Deelnemer]]] | None = None,
    ) -> None:
        super().__init__(data, initial=dict(begin))
        self.deelnemers: dict[str, Deelnemer] = {}
        if deelnemers is None:
            return
        groepen: list[Any] = [("", "Kies wie")]
        for groep, leden in deelnemers.items():
            self.deelnemers |= {sleutel: wie for sleutel, (_, wie) in leden.items()}
            if leden:
                groepen.append((groep, [(sleutel, naam) for sleutel, (naam, _) in leden.items()]))
        wie = forms.ChoiceField(
            label="Over wie gaat het?",
            choices=[*groepen, (ANDERS, "Iemand anders, namelijk…")],
            error_messages={"required": "Kies over wie het gaat."},
        )
        ander = forms.CharField(
            label="Naam van die ander", required=False, max_length=150, widget=kort(autocomplete="off")
        )
        self.fields = {"wie": wie, "wie_anders": ander, **self.fields}

    def clean(self) -> dict[str, Any]:
        """A name where it is somebody else; a reason from who doesn't take part, or not yet."""
        g = super().clean() or {}
        if g.get("wie") == ANDERS and not g.get("wie_anders"):
            self.add_error("wie_anders", "Vul de naam in.")
        if g.get("stand") in ("doet_niet_mee", "nog_niet") and not g.get("reden"):
            self.add_error("reden", "Schrijf op waarom.")
        return g

    @property
    def deelnemer(self) -> Deelnemer:
        """Who was chosen."""
        keuze = self.cleaned_data["wie"]
        return self.deelnemers[keuze] if keuze != ANDERS else Deelnemer(wie=self.cleaned_data["wie_anders"])

    @property
    def deelstand(self) -> Deelstand:
        """What was filled in, for the services."""
        g = self.cleaned_data
        return Deelstand(stand=g["stand"], vanaf=g["vanaf"], reden=g["reden"])


def ingevuld(rij: Deelname, woorden: Mapping[str, str]) -> dict[str, str]:
    """What is stored, as it is typed in."""
    return {
        "stand": next(naam for naam, code in STANDEN.items() if code == rij.stand),
        "reden": woorden.get("reden", ""),
        "vanaf": dag_tekst(rij.vanaf),
    }
