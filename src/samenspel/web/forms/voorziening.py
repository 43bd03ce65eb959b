"""Forms for what is put to use for the plan, and for its end."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict

from samenspel.huishouden.models import Persoon
from samenspel.kennis.models import Organisatie
from samenspel.plan.models import Doel, Voorziening
from samenspel.plan.voorzieningen import Voorzieninggegevens
from samenspel.web.forms.groepen import Groep, Groepsformulier
from samenspel.web.forms.rij import Rijformulier, dag_tekst
from samenspel.web.forms.velden import Bedragveld, Datumveld, Keuzeveld, als_bedrag, kort, lang
from samenspel.web.forms.wet import MetWet

__all__ = ["Eindformulier", "Voorzieningformulier"]

TOEGANGEN = {
    "Vrij toegankelijk: iedereen kan er terecht": "vrij_toegankelijk",
    "Maatwerk: er is een besluit of indicatie nodig": "maatwerk",
}
PER = {"Per week": "week", "Per maand": "maand", "Eén keer": "eenmalig"}


class Voorzieningformulier(MetWet, Rijformulier[Voorziening, Voorzieninggegevens]):
    """What, on which ground, by whom, at what cost, for how long, for which goal and for whom."""

    WOORDEN = ("wat", "aanbieder", "andere_wet")

    wat = forms.CharField(
        label="Wat zet u in?",
        help_text="In gewone woorden. Het huishouden leest dit ook.",
        widget=lang(2),
        max_length=2000,
        error_messages={"required": "Schrijf op wat u inzet."},
    )
    toegang = Keuzeveld(
        label="Hoe komt het huishouden eraan?",
        keuzes=TOEGANGEN,
        onbekend="",
        error_messages={"required": "Kies hoe het huishouden eraan komt."},
    )
    aanbieder = forms.CharField(
        label="Wie geeft het, als die niet op de lijst staat?",
        required=False,
        widget=kort(autocomplete="off"),
        max_length=300,
    )
    kosten = Bedragveld(label="Wat kost het?", help_text="Kost het niets, vul dan 0 in.", required=False)
    per = Keuzeveld(label="Hoe vaak is dat?", keuzes=PER, required=False)
    van = Datumveld(label="Vanaf welke dag?", required=False)
    tot = Datumveld(label="Tot en met welke dag?", required=False)

    def __init__(
        self,
        data: QueryDict | None,
        *,
        begin: Mapping[str, Any],
        personen: Sequence[Persoon],
        organisaties: Sequence[Organisatie],
        doelen: Mapping[str, Doel],
        eigen_wetten: Sequence[str] = (),
    ) -> None:
        super().__init__(data, begin=begin, personen=personen)
        self.vraag_wet(eigen_wetten)
        self.organisaties, self.doelen = {o.naam: o for o in organisaties}, doelen
        lijst = [(naam, naam) for naam in self.organisaties]
        self.fields["organisatie"] = forms.ChoiceField(
            label="Welke organisatie?", choices=[("", "Staat niet op de lijst"), *lijst], required=False
        )
        if doelen:
            self.fields["doel"] = doelveld(doelen)
        self.vraag_over("Voor wie is het?")

    @property
    def groepen(self) -> list[Groep]:
        """What and for whom, on which ground and by whom, and what it costs for how long."""
        return [
            Groep(self.velden(["wat", *self._aanwezig("doel", "betreft")])),
            Groep(self.velden(["toegang", *self.wetvelden, "organisatie", "aanbieder"]), titel="Waar het vandaan komt"),
            Groep(self.velden(["kosten", "per", "van", "tot"]), titel="Kosten en periode"),
        ]

    def clean(self) -> dict[str, Any]:
        """An amount says how often, and a period ends after it begins."""
        g = super().clean() or {}
        if g.get("kosten") is not None and not g.get("per"):
            self.add_error("per", "Kies hoe vaak u dit betaalt.")
        if g.get("per") and g.get("kosten") is None and "kosten" not in self.errors:
            self.add_error("kosten", "Vul het bedrag in, of kies dat het nog niet bekend is.")
        if g.get("van") and g.get("tot") and g["tot"] < g["van"]:
            self.add_error("tot", "De laatste dag kan niet voor de eerste dag liggen.")
        return g

    @property
    def waarden(self) -> Voorzieninggegevens:
        """What was chosen, for the services."""
        g = self.cleaned_data
        return Voorzieninggegevens(
            organisatie=self.organisaties.get(g["organisatie"]),
            doel=g.get("doel"),
            per=g["per"] or "",
            **{veld: g[veld] for veld in ("toegang", "wet", "kosten", "van", "tot")},
        )

    def ingevuld(self, rij: Voorziening, woorden: Mapping[str, str]) -> dict[str, Any]:
        """What is stored, as it is typed in."""
        return super().ingevuld(rij, woorden) | {
            "toegang": _naam(TOEGANGEN, rij.toegang),
            **self.wet_ingevuld(rij.wet, woorden),
            "organisatie": rij.organisatie.naam if rij.organisatie is not None else "",
            "kosten": als_bedrag(rij.kosten) if rij.kosten is not None else "",
            "per": _naam(PER, rij.per),
            "van": dag_tekst(rij.van),
            "tot": dag_tekst(rij.tot),
            "doel": next((naam for naam, doel in self.doelen.items() if doel.pk == rij.doel_id), ""),
        }


def doelveld(doelen: Mapping[str, Doel]) -> Keuzeveld:
    """Which goal it belongs to, if any."""
    return Keuzeveld(label="Bij welk doel hoort het?", keuzes=doelen, onbekend="Bij geen van deze", required=False)


def _naam(keuzes: Mapping[str, str], code: str) -> str:
    return next((naam for naam, waarde in keuzes.items() if waarde == code), "")


class Eindformulier(Groepsformulier):
    """It is put to use no more: since when, and why."""

    op = Datumveld(label="Sinds welke dag niet meer?", error_messages={"required": "Vul de dag in."})
    waarom = forms.CharField(
        label="Waarom stopt het?",
        help_text="Het huishouden leest dit ook.",
        widget=lang(3),
        max_length=2000,
        error_messages={"required": "Schrijf op waarom het stopt."},
    )

    def __init__(self, data: QueryDict | None, *, begin: Mapping[str, Any], van: date | None) -> None:
        super().__init__(data, initial=dict(begin))
        self.van = van

    def clean_op(self) -> date:
        """Not before it began."""
        op: date = self.cleaned_data["op"]
        if self.van is not None and op < self.van:
            raise forms.ValidationError("Het kan niet stoppen voordat het begon.")
        return op
