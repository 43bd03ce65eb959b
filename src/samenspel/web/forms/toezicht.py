"""Asking who looked."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict

from samenspel.web.collegakeuze import Collegakeuze
from samenspel.web.forms.collega import Collegaveld
from samenspel.web.forms.velden import Datumveld
from samenspel.web.inzagetekst import WAAROM


class Inzagevraag(forms.Form):
    """All may stay empty but the period."""

    use_required_attribute = False

    def __init__(self, data: QueryDict | Mapping[str, Any] | None, *, keuze: Collegakeuze) -> None:
        super().__init__(data)
        redenen = [(code, tekst[:1].upper() + tekst[1:]) for code, tekst in WAAROM.items()]
        self.fields["account"] = Collegaveld(label="Wie", keuze=keuze, leeg="Iedereen", required=False)
        self.fields["nummer"] = forms.CharField(label="Nummer van de casus", max_length=20, required=False)
        self.fields["van"] = Datumveld(label="Vanaf", error_messages={"required": "Vul de eerste dag in."})
        self.fields["tot"] = Datumveld(label="Tot en met", error_messages={"required": "Vul de laatste dag in."})
        self.fields["reden"] = forms.ChoiceField(label="Waarom", choices=[("", "Alles"), *redenen], required=False)
        self.fields["geweigerd"] = forms.BooleanField(label="Alleen wat werd geweigerd", required=False)
        self.fields["nacht"] = forms.BooleanField(label="Alleen in de nacht", required=False)

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        van, tot = gegevens.get("van"), gegevens.get("tot")
        if isinstance(van, date) and isinstance(tot, date) and tot < van:
            self.add_error("tot", "De laatste dag ligt voor de eerste dag.")
        return gegevens
