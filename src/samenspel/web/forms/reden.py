"""Why: the one question of a page that undoes something."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import QueryDict

from samenspel.web.forms.velden import lang

__all__ = ["Redenformulier", "redenveld"]


def redenveld(label: str, *, verplicht: bool = True, hulp: str = "") -> forms.CharField:
    """Why, in words."""
    fout = {"required": "Schrijf op waarom."}
    return forms.CharField(
        label=label, help_text=hulp, required=verplicht, max_length=2000, widget=lang(3), error_messages=fout
    )


class Redenformulier(forms.Form):
    """Why, and nothing else."""

    use_required_attribute = False

    def __init__(self, data: QueryDict | None, *, begin: Mapping[str, Any], vraag: str, hulp: str) -> None:
        super().__init__(data, initial=dict(begin))
        self.fields["reden"] = redenveld(vraag, hulp=hulp)
