"""What a resident fills in: short, one thing each."""

from typing import Any

from django import forms

from samenspel.web.forms.velden import Datumveld, kort, lang


class Woordenformulier(forms.Form):
    """The resident's own words."""

    ik_wil = forms.CharField(
        label="Wat ik wil",
        required=False,
        widget=lang(3),
        max_length=4000,
        help_text="Wat moet er anders worden? Wat is voor u het belangrijkst?",
    )
    ik_kan = forms.CharField(
        label="Wat ik kan",
        required=False,
        widget=lang(3),
        max_length=4000,
        help_text="Wat gaat goed? Wat doet u zelf, of wie om u heen helpt?",
    )
    ik_heb_nodig = forms.CharField(
        label="Wat ik nodig heb",
        required=False,
        widget=lang(3),
        max_length=4000,
        help_text="Wat lukt niet alleen? Wat moet een ander doen?",
    )


class Leefgebiedformulier(Woordenformulier):
    """The resident's own words about one part of their life."""

    def clean(self) -> dict[str, Any]:
        g = super().clean() or {}
        if not self.errors and not any(g.values()):
            raise forms.ValidationError("Schrijf bij ten minste één vraag iets op.")
        return g


class Actieformulier(forms.Form):
    """Something that the resident is going to do."""

    wat = forms.CharField(label="Wat gaat u doen?", widget=kort(), max_length=300)
    voor = Datumveld(label="Voor welke dag?", required=False)


class Reactieformulier(forms.Form):
    """That the resident doesn't agree, in their own words."""

    reactie = forms.CharField(label="Wat klopt er niet? Of wat wilt u anders?", widget=lang(5), max_length=4000)
