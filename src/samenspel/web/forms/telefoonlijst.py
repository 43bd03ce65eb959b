"""Forms for the telefoonlijst: an organisation, and somebody to call there with what that one may decide."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict

from samenspel.kennis.models import Contactpersoon, Organisatie
from samenspel.kennis.selectors import dubbele_contacten, dubbele_organisatie
from samenspel.kennis.services import Contactgegevens
from samenspel.web.forms.groepen import Groep, Groepsformulier
from samenspel.web.forms.velden import Bedragveld, Datumveld, Keuzeveld, Vinkje, als_bedrag, kort, lang

SOORTNAMEN = {"Publiek: heeft mandaat": "publiek", "Privaat: heeft beslisruimte": "privaat"}
MAX_WET = 150

__all__ = ["Contactformulier", "Organisatieformulier", "contactwaarden", "organisatiewaarden"]


def telefoonveld(label: str = "Telefoon") -> forms.CharField:
    """A telephone number, as people write it."""
    return forms.CharField(
        label=label,
        required=False,
        max_length=30,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
    )


class Organisatieformulier(forms.Form):
    """An organisation: its name, what kind it is, its general number."""

    use_required_attribute = False
    naam = forms.CharField(
        label="Naam van de organisatie",
        max_length=150,
        widget=kort(autocomplete="off"),
        error_messages={"required": "Vul de naam in."},
    )
    soort = Keuzeveld(
        label="Wat voor organisatie is het?",
        keuzes=SOORTNAMEN,
        onbekend="",
        help_text="Een overheid beslist op grond van een mandaat, een private partij heeft beslisruimte.",
        error_messages={"required": "Kies publiek of privaat."},
    )
    telefoon = telefoonveld("Algemeen nummer")

    def __init__(
        self, data: QueryDict | None, *, begin: Mapping[str, Any], gemeente_id: UUID, zelf: UUID | None
    ) -> None:
        super().__init__(data, initial=dict(begin))
        self.gemeente_id, self.zelf = gemeente_id, zelf

    def clean_naam(self) -> str:
        """Each organisation stands on the list once."""
        naam: str = self.cleaned_data["naam"]
        ander = dubbele_organisatie(self.gemeente_id, naam, behalve=self.zelf)
        if ander is not None:
            raise ValidationError(f"{ander.naam} staat al op de lijst. Kies een andere naam of wijzig die organisatie.")
        return naam


class Contactformulier(Groepsformulier):
    """Somebody to call. Who looks like somebody that is on the list already is only added on purpose (`toch`)."""

    organisatie = forms.ChoiceField(label="Organisatie", error_messages={"required": "Kies een organisatie."})
    naam = forms.CharField(
        label="Naam",
        max_length=150,
        widget=kort(autocomplete="off"),
        error_messages={"required": "Vul een naam in."},
    )
    functie = forms.CharField(label="Functie", max_length=150, required=False, widget=kort(autocomplete="off"))
    telefoon = telefoonveld()
    wetten = forms.CharField(
        label="Over welke wetten beslist deze persoon?",
        required=False,
        max_length=2000,
        help_text="Eén wet of regeling per regel.",
        widget=lang(3),
    )
    bedrag = Bedragveld(label="Tot welk bedrag?", required=False, help_text="Leeg: er is geen bedrag afgesproken.")
    uitleg = forms.CharField(
        label="Uitleg",
        required=False,
        max_length=2000,
        help_text="Wat kan deze persoon regelen, en wat niet?",
        widget=lang(3),
    )
    geldig_tot = Datumveld(
        label="Geldig tot en met", required=False, help_text="Na deze dag staat het contact als verlopen op de lijst."
    )
    toch = forms.BooleanField(label="Dit is iemand anders: toch opslaan", required=False, widget=Vinkje())

    def __init__(
        self,
        data: QueryDict | None,
        *,
        begin: Mapping[str, Any],
        organisaties: Sequence[Organisatie],
        zelf: UUID | None,
    ) -> None:
        super().__init__(data, initial=dict(begin))
        self.organisaties, self.zelf = {str(o.pk): o for o in organisaties}, zelf
        veld = self.fields["organisatie"]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = [("", "Kies een organisatie"), *((sleutel, o.naam) for sleutel, o in self.organisaties.items())]
        self.dubbel: list[Contactpersoon] = []

    @property
    def groepen(self) -> list[Groep]:
        """Who it is, what that one may decide, and where it may be a double: whether that is meant."""
        beslist = Groep(self.velden(["wetten", "bedrag", "uitleg", "geldig_tot"]), titel="Mandaat of beslisruimte")
        delen = [Groep(self.velden(["organisatie", "naam", "functie", "telefoon"])), beslist]
        return [*delen, Groep(self.velden(["toch"]), titel="Staat er al")] if self.dubbel else delen

    def clean_wetten(self) -> tuple[str, ...]:
        """One law per line."""
        wetten = tuple(regel.strip() for regel in self.cleaned_data["wetten"].splitlines() if regel.strip())
        if any(len(wet) > MAX_WET for wet in wetten):
            raise ValidationError(f"Schrijf per regel één wet, in hooguit {MAX_WET} tekens.")
        return wetten

    def clean_bedrag(self) -> int | None:
        """No amount is something else than nothing at all."""
        bedrag: int | None = self.cleaned_data["bedrag"]
        if bedrag == 0:
            raise ValidationError("Een bedrag van nul zegt niets. Laat het leeg als er geen bedrag is.")
        return bedrag

    def clean(self) -> None:
        """Warn for who seems to be on the list already."""
        g = self.cleaned_data
        if self.gekozen is None or not g.get("naam"):
            return
        self.dubbel = dubbele_contacten(self.gekozen, g["naam"], g.get("telefoon", ""), behalve=self.zelf)
        if self.dubbel and not g.get("toch"):
            wie = ", ".join(f"{c.naam} ({c.organisatie.naam})" for c in self.dubbel[:3])
            self.add_error("toch", f"Op de lijst staat al: {wie}. Is dit iemand anders? Zet dan hier een vinkje.")

    @property
    def gekozen(self) -> Organisatie | None:
        """Which one was chosen."""
        return self.organisaties.get(self.cleaned_data.get("organisatie", ""))

    @property
    def gegevens(self) -> Contactgegevens:
        """What was typed, for the services."""
        namen = ("naam", "functie", "telefoon", "wetten", "bedrag", "uitleg", "geldig_tot")
        return Contactgegevens(**{naam: self.cleaned_data[naam] for naam in namen})


def organisatiewaarden(organisatie: Organisatie) -> dict[str, str]:
    """What is stored, as it is typed in."""
    soort = next(naam for naam, code in SOORTNAMEN.items() if code == organisatie.soort)
    return {"naam": organisatie.naam, "soort": soort, "telefoon": organisatie.telefoon}


def contactwaarden(contact: Contactpersoon) -> dict[str, str]:
    """What is stored, as it is typed in."""
    return {
        "organisatie": str(contact.organisatie_id),
        "naam": contact.naam,
        "functie": contact.functie,
        "telefoon": contact.telefoon,
        "wetten": "\n".join(map(str, contact.wetten)),
        "bedrag": als_bedrag(contact.bedrag) if contact.bedrag is not None else "",
        "uitleg": contact.uitleg,
        "geldig_tot": contact.geldig_tot.isoformat() if contact.geldig_tot is not None else "",
    }
