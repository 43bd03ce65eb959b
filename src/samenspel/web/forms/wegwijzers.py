"""Where residents turn to: a name, a number, an address, a website."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.validators import URLValidator

from samenspel.web.forms.telefoonlijst import telefoonveld
from samenspel.web.forms.velden import kort

__all__ = ["VELDEN", "Wegwijzerformulier"]

VELDEN = ("naam", "telefoon", "adres", "website")


class Wegwijzerformulier(forms.Form):
    """All of it may be empty: residents are then told whom to ask."""

    use_required_attribute = False
    naam = forms.CharField(
        label="Naam",
        help_text="De organisatie of de afdeling, zoals inwoners die kennen.",
        required=False,
        max_length=150,
        widget=kort(autocomplete="off"),
    )
    telefoon = telefoonveld()
    adres = forms.CharField(label="Adres", required=False, max_length=200, widget=kort(autocomplete="off"))
    website = forms.CharField(
        label="Website",
        help_text="Het hele adres, bijvoorbeeld https://www.voorbeeld.nl/klacht",
        required=False,
        max_length=200,
        validators=[URLValidator(["https"], message="Vul een webadres in dat begint met https://")],
        widget=kort(autocomplete="off", inputmode="url"),
    )

    def __init__(self, data: Any, *, begin: Mapping[str, Any]) -> None:
        super().__init__(data, initial=dict(begin))

    def clean(self) -> None:
        """A name alone leads nowhere."""
        g = self.cleaned_data
        if g.get("naam") and not self.errors and not any(g.get(v) for v in VELDEN[1:]):
            self.add_error("telefoon", "Vul een telefoonnummer, een adres of een website in.")
