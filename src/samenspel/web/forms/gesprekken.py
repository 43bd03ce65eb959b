"""Forms for what was said: a contact, somebody's own words, the life domains."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.timezone import get_default_timezone, localtime

from samenspel.casus.models import Traject
from samenspel.huishouden.models import Persoon
from samenspel.kennis.models import Contactpersoon
from samenspel.kern.werkwijze.model import Leefgebied
from samenspel.web.forms.groepen import Groep, Groepsformulier
from samenspel.web.forms.velden import Datumveld, Tijdveld, Vinkje, kort, lang
from samenspel.web.gebeurtenissen import UITKOMSTNAMEN

ANDERS = "anders"
WOORDVRAGEN = (
    ("ik_wil", "Wat wil de inwoner?", "Ik wil…"),
    ("ik_kan", "Wat kan de inwoner zelf?", "Ik kan…"),
    ("ik_heb_nodig", "Wat heeft de inwoner nodig?", "Ik heb nodig…"),
)


class Personenveld(forms.MultipleChoiceField):
    """About whom: ticks for people of the household; the value is a tuple of them."""

    def __init__(self, *, personen: Sequence[Persoon], **kwargs: Any) -> None:
        self.personen = {str(p.pk): p for p in personen}
        super().__init__(
            choices=[(sleutel, p.naam) for sleutel, p in self.personen.items()],
            widget=forms.CheckboxSelectMultiple(),
            error_messages={"required": "Kies over wie het gaat."},
            **kwargs,
        )

    def clean(self, value: Any) -> tuple[Persoon, ...]:
        return tuple(self.personen[sleutel] for sleutel in super().clean(value))


@dataclass(frozen=True, slots=True)
class Gesprekspartners:
    """With whom one may have talked, and in which trajecten."""

    trajecten: Sequence[Traject]
    personen: Sequence[Persoon]
    contactpersonen: Sequence[Contactpersoon]


class Contactformulier(Groepsformulier):
    """A talk or call: in which traject, with whom, when, what was said and agreed, how it ended, about whom."""

    met = forms.ChoiceField(label="Met wie sprak u?", error_messages={"required": "Kies met wie u sprak."})
    met_anders = forms.CharField(
        label="Naam, als u ‘iemand anders’ koos", required=False, max_length=300, widget=kort()
    )
    op_dag = Datumveld(label="Op welke dag?", error_messages={"required": "Vul de dag in."})
    op_tijd = Tijdveld(label="Hoe laat?")
    uitkomst = forms.ChoiceField(
        label="Hoe liep het af?",
        choices=[(code, naam[:1].upper() + naam[1:]) for code, naam in UITKOMSTNAMEN.items()],
        widget=forms.RadioSelect(),
        error_messages={"required": "Kies hoe het afliep."},
    )
    gezegd = forms.CharField(label="Wat is er gezegd?", required=False, widget=lang())
    afgesproken = forms.CharField(label="Wat spraken jullie af?", required=False, widget=lang(3))
    terugbellen_op = Datumveld(label="Wanneer belt u terug?", required=False)

    def __init__(
        self, data: QueryDict | None, *, begin: Mapping[str, Any], partners: Gesprekspartners, nu: datetime
    ) -> None:
        super().__init__(data, initial=dict(begin))
        self.nu, self.trajecten = nu, {str(t.pk): t for t in partners.trajecten}
        self._personen = {f"p-{p.pk}": p for p in partners.personen}
        self._lijst = {f"c-{c.pk}": c for c in partners.contactpersonen}
        met = self.fields["met"]
        assert isinstance(met, forms.ChoiceField)
        met.choices = _met_keuzes(self._personen, self._lijst)
        if len(self.trajecten) > 1:
            keuzes = [(sleutel, t.naam) for sleutel, t in self.trajecten.items()]
            self.fields["traject"] = forms.ChoiceField(
                label="Voor welk traject?", choices=keuzes, widget=forms.RadioSelect()
            )
        if partners.personen:
            self.fields["betreft"] = Personenveld(label="Over wie gaat het?", personen=partners.personen)
        self.order_fields(["traject", *[naam for naam in self.fields if naam != "traject"]])

    def clean(self) -> dict[str, Any]:
        g = super().clean() or {}
        if g.get("met") == ANDERS and not g.get("met_anders"):
            self.add_error("met_anders", "Vul in met wie u sprak.")
        moment = self.moment
        if moment is not None and moment > self.nu:
            veld = "op_dag" if moment.date() > localtime(self.nu).date() else "op_tijd"
            self.add_error(veld, "Dit moment moet nog komen. Vul in wanneer het gesprek was.")
        if moment is not None and g.get("terugbellen_op") and g["terugbellen_op"] < moment.date():
            self.add_error("terugbellen_op", "Terugbellen kan pas na het gesprek. Kies een latere dag.")
        return g

    @property
    def moment(self) -> datetime | None:
        """When it happened."""
        g = self.cleaned_data
        if not g.get("op_dag") or g.get("op_tijd") is None:
            return None
        return datetime.combine(g["op_dag"], g["op_tijd"], get_default_timezone())

    @property
    def traject(self) -> Traject | None:
        """For which traject: the chosen one, or the only one."""
        gekozen = self.cleaned_data.get("traject") or next(iter(self.trajecten), "")
        return self.trajecten.get(gekozen)

    @property
    def persoon(self) -> Persoon | None:
        """With which person of the household."""
        return self._personen.get(self.cleaned_data["met"])

    @property
    def contactpersoon(self) -> Contactpersoon | None:
        """With which contactpersoon of the list."""
        return self._lijst.get(self.cleaned_data["met"])

    @property
    def woorden(self) -> dict[str, str]:
        """With whom by name, what was said, what was agreed."""
        g = self.cleaned_data
        met = g["met_anders"]
        if self.contactpersoon is not None:
            met = f"{self.contactpersoon.naam}, {self.contactpersoon.organisatie.naam}"
        elif self.persoon is not None:
            met = self.persoon.naam
        return {"met": met, "gezegd": g["gezegd"], "afgesproken": g["afgesproken"]}


def _met_keuzes(personen: Mapping[str, Persoon], lijst: Mapping[str, Contactpersoon]) -> list[Any]:
    groepen: dict[str, list[tuple[str, str]]] = {}
    if personen:
        groepen["Huishouden"] = [(sleutel, p.naam) for sleutel, p in personen.items()]
    for sleutel, c in lijst.items():
        groepen.setdefault(c.organisatie.naam, []).append((sleutel, f"{c.naam}, {c.organisatie.naam}"))
    return [("", "Kies"), *groepen.items(), (ANDERS, "Iemand anders")]


def begin_van_contact(nu: datetime, betreft: Sequence[UUID]) -> dict[str, Any]:
    """What a new contact starts with: now, about these people."""
    lokaal = localtime(nu)
    return {"op_dag": lokaal.date(), "op_tijd": lokaal.time(), "betreft": [str(sleutel) for sleutel in betreft]}


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
