"""Forms for what was said: somebody's own words, the life domains."""

from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from typing import Any

from django import forms
from django.http import QueryDict

from samenspel.huishouden.models import Persoon
from samenspel.kern.werkwijze.model import Leefgebied
from samenspel.web.forms.groepen import Groep, Groepsformulier
from samenspel.web.forms.velden import Vinkje, lang

WOORDVRAGEN = (
    ("ik_wil", "Wat wil de inwoner?", "Ik wil…"),
    ("ik_kan", "Wat kan de inwoner zelf?", "Ik kan…"),
    ("ik_heb_nodig", "Wat heeft de inwoner nodig?", "Ik heb nodig…"),
)


class Personenveld(forms.MultipleChoiceField):
    """About whom: ticks for people of the household; the value is a tuple of them."""

    def __init__(
        self, *, personen: Sequence[Persoon], noem: Callable[[Persoon], str] = attrgetter("naam"), **kwargs: Any
    ) -> None:
        self.personen = {str(p.pk): p for p in personen}
        super().__init__(
            choices=[(sleutel, noem(p)) for sleutel, p in self.personen.items()],
            widget=forms.CheckboxSelectMultiple(),
            error_messages={"required": "Kies over wie het gaat."},
            **kwargs,
        )

    def clean(self, value: Any) -> tuple[Persoon, ...]:
        return tuple(self.personen[sleutel] for sleutel in super().clean(value))


class Woordenformulier(Groepsformulier):
    """Three big questions, answered in somebody's own words."""

    def __init__(self, data: QueryDict | None, *, begin: Mapping[str, Any], voornaam: str) -> None:
        super().__init__(data, initial=dict(begin))
        for sleutel, vraag, hulp in WOORDVRAGEN:
            label = vraag.replace("de inwoner", voornaam)
            self.fields[sleutel] = forms.CharField(label=label, help_text=hulp, required=False, widget=lang(5))

    def clean(self) -> dict[str, Any]:
        g = super().clean() or {}
        if not self.errors and not any(g.values()):
            raise forms.ValidationError("Schrijf bij ten minste één vraag iets op.")
        return g


class Leefgebiedenformulier(Groepsformulier):
    """Per life domain what is worth keeping, or that it was talked about and nothing is kept."""

    def __init__(
        self,
        data: QueryDict | None,
        *,
        begin: Mapping[str, Any],
        leefgebieden: Sequence[Leefgebied],
        eerder: Mapping[str, tuple[str, str]],
        personen: Sequence[Persoon],
    ) -> None:
        super().__init__(data, initial=dict(begin))
        self.leefgebieden, self.eerder = leefgebieden, eerder
        for gebied in leefgebieden:
            self.fields[f"{gebied.leefgebied}-tekst"] = forms.CharField(
                label=f"Wat wilt u vastleggen over {gebied.naam.lower()}?", required=False, widget=lang(3)
            )
            self.fields[f"{gebied.leefgebied}-niets"] = forms.BooleanField(
                label=f"{gebied.naam} is besproken, ik leg niets vast", required=False, widget=Vinkje()
            )
        self.fields["betreft"] = Personenveld(label="Over wie ging het?", personen=personen)

    @property
    def groepen(self) -> list[Groep]:
        """A part per life domain, with what was written last."""
        delen = []
        for g in self.leefgebieden:
            wanneer, tekst = self.eerder.get(g.leefgebied, ("", ""))
            uitleg = f"Laatst besproken: {wanneer}." if wanneer else "Nog niet besproken."
            velden = self.velden([f"{g.leefgebied}-tekst", f"{g.leefgebied}-niets"])
            delen.append(Groep(velden, titel=g.naam, uitleg=uitleg, citaat=tekst))
        return [*delen, Groep(self.velden(["betreft"]))]

    def clean(self) -> dict[str, Any]:
        g = super().clean() or {}
        for gebied in self.leefgebieden:
            if g.get(f"{gebied.leefgebied}-tekst") and g.get(f"{gebied.leefgebied}-niets"):
                self.add_error(f"{gebied.leefgebied}-niets", "Haal het vinkje weg, of haal uw tekst weg.")
        if not self.errors and not self.besproken:
            raise forms.ValidationError("Schrijf bij een leefgebied iets op, of vink aan dat het besproken is.")
        return g

    @property
    def besproken(self) -> list[tuple[str, str]]:
        """Which domains were talked about, with the words to keep."""
        g = self.cleaned_data
        paren = [(gebied.leefgebied, g.get(f"{gebied.leefgebied}-tekst", "")) for gebied in self.leefgebieden]
        return [(code, tekst) for code, tekst in paren if tekst or g.get(f"{code}-niets")]
