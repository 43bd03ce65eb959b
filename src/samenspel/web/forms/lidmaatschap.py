"""The forms for who comes to a household from another, and who leaves it."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict

from samenspel.huishouden.models import Persoon
from samenspel.kern.stand import Geweigerd
from samenspel.web.forms.velden import Datumveld, kort


class Bestaandformulier(forms.Form):
    """Only who knows name and birth date exactly finds somebody, so that nobody can leaf through the municipality."""

    use_required_attribute = False
    voornaam = forms.CharField(label="Voornaam", max_length=300, widget=kort(autocomplete="off"))
    achternaam = forms.CharField(label="Achternaam", max_length=300, widget=kort(autocomplete="off"))
    geboortedatum = Datumveld(label="Geboortedatum", error_messages={"required": "Vul de geboortedatum in."})

    def __init__(
        self, data: QueryDict | None, *, begin: Mapping[str, Any], vind: Callable[[str, str, date], Persoon]
    ) -> None:
        super().__init__(data, initial=dict(begin))
        self._vind = vind
        self.persoon: Persoon | None = None

    def clean(self) -> dict[str, Any]:
        """Find the person; why not, is told."""
        g = super().clean() or self.cleaned_data
        if not self.errors:
            try:
                self.persoon = self._vind(g["voornaam"], g["achternaam"], g["geboortedatum"])
            except Geweigerd as fout:
                self.add_error(None, str(fout))
        return g


class Vertrekformulier(forms.Form):
    """From which day somebody doesn't belong to the household any more."""

    use_required_attribute = False
    tot = Datumveld(label="Sinds welke dag?", error_messages={"required": "Vul de dag in."})
