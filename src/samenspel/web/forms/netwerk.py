"""The form for somebody around the household."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.http import QueryDict

from samenspel.huishouden.models import Persoon
from samenspel.kennis.models import Contactpersoon
from samenspel.netwerk.models import Netwerklid
from samenspel.netwerk.services import Band
from samenspel.web.ecogram import BANDNAMEN, RICHTINGNAMEN, STERKTENAMEN
from samenspel.web.forms.groepen import Groep
from samenspel.web.forms.rij import Rijformulier
from samenspel.web.forms.velden import Keuzeveld, kort, lang
from samenspel.web.forms.wet import MetWet
from samenspel.web.netwerkblik import MEEDOENNAMEN, SOORTNAMEN

__all__ = ["Netwerkformulier", "lijstveld"]

STERKTES = {naam.capitalize(): sterkte for sterkte, naam in STERKTENAMEN.items()}
BANDEN = {naam: code for code, naam in BANDNAMEN.items()}
RICHTINGEN = {naam: code for code, naam in RICHTINGNAMEN.items()}
SOORTEN = {naam: code for code, naam in SOORTNAMEN.items()}
MEEDOEN = {naam: code for code, naam in MEEDOENNAMEN.items()}


def _tekst(label: str, **opties: Any) -> forms.CharField:
    vast: dict[str, Any] = {"max_length": 300, "widget": kort(autocomplete="off")}
    return forms.CharField(label=label, required=False, **(vast | opties))


def lijstveld(label: str, lijst: Mapping[str, Contactpersoon], **opties: Any) -> forms.ChoiceField:
    """Somebody of the telefoonlijst, by organisation; or nobody."""
    groepen: dict[str, list[tuple[str, str]]] = {}
    for sleutel, c in lijst.items():
        groepen.setdefault(c.organisatie.naam, []).append((sleutel, f"{c.naam}, {c.organisatie.naam}"))
    return forms.ChoiceField(
        label=label, choices=[("", "Staat niet op de lijst"), *groepen.items()], required=False, **opties
    )


class Netwerkformulier(MetWet, Rijformulier[Netwerklid, Band]):
    """Who it is, what they may decide, how the tie is, and whether they take part."""

    WOORDEN = ("naam", "rol", "telefoon", "organisatie", "wet", "andere_wet", "beslisruimte", "reden")

    soort = Keuzeveld(
        label="Wat voor iemand is het?", keuzes=SOORTEN, onbekend="", error_messages={"required": "Kies wie het is."}
    )
    naam = _tekst("Naam")
    rol = _tekst("Wat is deze persoon van het huishouden?", help_text="Bijvoorbeeld oma, buurman, mentor of huisarts.")
    telefoon = _tekst("Telefoon", max_length=30, widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}))
    organisatie = _tekst("Organisatie")
    beslisruimte = _tekst(
        "Wat mag deze persoon beslissen?", help_text="Het mandaat bij een overheid, de beslisruimte bij een ander."
    )
    band = Keuzeveld(label="Hoe is de band?", keuzes=BANDEN, onbekend="")
    sterkte = Keuzeveld(label="Hoe sterk is de band?", keuzes=STERKTES, onbekend="")
    richting = Keuzeveld(label="Welke kant op gaat de hulp?", keuzes=RICHTINGEN, onbekend="")
    meedoen = Keuzeveld(label="Doet deze persoon mee aan het plan?", keuzes=MEEDOEN, onbekend="")
    reden = forms.CharField(label="Waarom wel of niet?", required=False, max_length=2000, widget=lang(2))

    def __init__(
        self,
        data: QueryDict | None,
        *,
        begin: Mapping[str, Any],
        personen: Sequence[Persoon],
        lijst: Sequence[Contactpersoon],
        eigen_wetten: Sequence[str] = (),
    ) -> None:
        standaard = {"band": "Gewoon", "sterkte": "Matig", "richting": "Niet gezegd"}
        standaard["meedoen"] = MEEDOENNAMEN["niet_gevraagd"]
        super().__init__(data, begin=standaard | dict(begin), personen=personen)
        self.vraag_wet(eigen_wetten)
        self.lijst = {str(c.pk): c for c in lijst}
        self.fields["lijst"] = lijstveld(
            "Staat deze persoon op de telefoonlijst?",
            self.lijst,
            help_text="Wat u hieronder leeg laat, komt dan van de lijst.",
        )
        self.vraag_over("Met wie van het huishouden is de band?")

    @property
    def groepen(self) -> list[Groep]:
        """Who it is, the work of a professional, the tie, taking part."""
        over = self._aanwezig("betreft")
        werk = "Voor een professional of vrijwilliger. Bij familie en vrienden laat u dit leeg."
        return [
            Groep(self.velden(["soort", "naam", "rol", "telefoon"]), titel="Wie is het?"),
            Groep(self.velden(["lijst", "organisatie", *self.wetvelden, "beslisruimte"]), titel="Werk", uitleg=werk),
            Groep(self.velden([*over, "band", "sterkte", "richting"]), titel="De band"),
            Groep(self.velden(["meedoen", "reden"]), titel="Doet deze persoon mee?"),
        ]

    def clean(self) -> dict[str, Any]:
        g = super().clean() or {}
        if not g.get("naam") and not g.get("lijst"):
            self.add_error("naam", "Vul een naam in, of kies iemand van de telefoonlijst.")
        if g.get("meedoen") == "doet_niet_mee" and not g.get("reden"):
            self.add_error("reden", "Schrijf op waarom deze persoon niet meedoet.")
        return g

    @property
    def waarden(self) -> Band:
        """What was chosen, for the services."""
        g = self.cleaned_data
        codes = {veld: g[veld] for veld in ("soort", "band", "sterkte", "richting", "meedoen", "wet")}
        return Band(**codes, contactpersoon=self.lijst.get(g["lijst"]))

    def ingevuld(self, rij: Netwerklid, woorden: Mapping[str, str]) -> dict[str, Any]:
        """What is stored, as it is typed in."""
        return super().ingevuld(rij, woorden) | {
            "soort": SOORTNAMEN[rij.soort],
            "band": BANDNAMEN[rij.band],
            "sterkte": STERKTENAMEN[rij.sterkte].capitalize(),
            "richting": RICHTINGNAMEN[rij.richting],
            "meedoen": MEEDOENNAMEN[rij.meedoen],
            "lijst": str(rij.contactpersoon_id or ""),
            **self.wet_ingevuld(rij.wet, woorden),
        }
