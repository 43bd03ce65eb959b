"""Forms for a loan: the agreement, that it was signed, a repayment, forgiveness, and what if it can't be kept."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict

from samenspel.web.forms.geld import echt_bestand
from samenspel.web.forms.velden import Bedragveld, Datumveld, Keuzeveld, kort, lang

__all__ = [
    "Aanpassingformulier",
    "Aflossingformulier",
    "Afspraakformulier",
    "Kwijtscheldingbesluit",
    "Kwijtscheldingvraag",
    "Ondertekenformulier",
]


class _Leenformulier(forms.Form):
    use_required_attribute = False

    def __init__(self, data: QueryDict | None, *, begin: Mapping[str, Any], vandaag: date) -> None:
        super().__init__(data, initial=dict(begin))
        self.vandaag = vandaag

    def geweest(self, veld: str) -> date:
        """A day that is not still to come."""
        dag: date = self.cleaned_data[veld]
        if dag > self.vandaag:
            raise ValidationError("Deze dag moet nog komen. Kies vandaag of een dag die is geweest.")
        return dag


class Afspraakformulier(_Leenformulier):
    """How a loan is paid back, and what it does to a benefit."""

    maandbedrag = Bedragveld(
        boven_nul=True,
        label="Hoeveel per maand?",
        help_text="Wat iemand echt kan missen. De laatste termijn is wat er overblijft.",
        error_messages={"required": "Vul in hoeveel er per maand wordt terugbetaald."},
    )
    eerste_op = Datumveld(
        label="Wanneer is de eerste termijn?", error_messages={"required": "Kies de dag van de eerste termijn."}
    )
    uitkering = forms.CharField(
        label="Wat betekent deze lening voor de uitkering of toeslagen?",
        help_text="Vraag het de consulent voordat er getekend wordt: telt de lening mee als inkomen of vermogen, en "
        "wat gebeurt er als een deel wordt kwijtgescholden? Is er geen uitkering of toeslag, schrijf dat dan op.",
        widget=lang(3),
        max_length=2000,
        error_messages={"required": "Vraag na wat de lening voor de uitkering betekent en schrijf het hier op."},
    )
    uitkering_bron = forms.CharField(
        label="Van wie weet u dat?",
        help_text="Naam of functie, en wanneer.",
        widget=kort(),
        max_length=300,
        error_messages={"required": "Schrijf op wie dit zei, en wanneer."},
    )


class Ondertekenformulier(_Leenformulier):
    """That an agreement was signed: when, by whom, and the paper itself."""

    getekend_op = Datumveld(
        label="Wanneer is er getekend?", error_messages={"required": "Kies de dag van het tekenen."}
    )
    ondertekend_door = forms.CharField(
        label="Wie tekenden er?",
        help_text="Wie leent, en wie er namens de gemeente tekende.",
        widget=kort(),
        max_length=300,
        error_messages={"required": "Schrijf op wie er tekenden."},
    )
    scan = forms.FileField(
        label="De getekende afspraak",
        help_text="Een scan of foto: PDF, JPEG of PNG, ten hoogste 5 MB. Het mag ook later.",
        required=False,
        max_length=200,
        widget=forms.FileInput(attrs={"accept": "application/pdf,image/jpeg,image/png"}),
        error_messages={
            "empty": "Dit bestand is leeg. Kies een ander bestand.",
            "invalid": "Dit bestand kwam niet goed aan. Probeer het opnieuw.",
            "max_length": "De naam van dit bestand is te lang. Maak de naam korter.",
        },
    )

    def clean_getekend_op(self) -> date:
        return self.geweest("getekend_op")

    def clean_scan(self) -> "UploadedFile[bytes] | None":
        bestand: UploadedFile[bytes] | None = self.cleaned_data["scan"]
        return echt_bestand(bestand) if bestand else None


class Aflossingformulier(_Leenformulier):
    """What came in, and when."""

    bedrag = Bedragveld(
        boven_nul=True,
        label="Hoeveel is er betaald?",
        error_messages={"required": "Vul in hoeveel er is betaald."},
    )
    op = Datumveld(label="Wanneer kwam het binnen?", error_messages={"required": "Kies de dag van de betaling."})

    def clean_op(self) -> date:
        return self.geweest("op")


class Kwijtscheldingvraag(_Leenformulier):
    """What was attested, and when."""

    bewijs = forms.CharField(
        label="Wat is er aangetoond, en hoe weet u dat?",
        help_text="Bijvoorbeeld: het diploma gezien, of een brief van de school.",
        widget=lang(3),
        max_length=2000,
        error_messages={"required": "Schrijf op wat er is aangetoond."},
    )
    aangetoond_op = Datumveld(label="Wanneer zag u dat?", error_messages={"required": "Kies de dag waarop u het zag."})

    def clean_aangetoond_op(self) -> date:
        return self.geweest("aangetoond_op")


class Kwijtscheldingbesluit(_Leenformulier):
    """Agree with forgiving, or not, and why."""

    oordeel = Keuzeveld(
        label="Wat besluit u?",
        keuzes={"Kwijtschelden": True, "Niet kwijtschelden": False},
        onbekend="",
        error_messages={"required": "Kies wat u besluit."},
    )
    reden = forms.CharField(
        label="Waarom?",
        help_text="Het huishouden kan dit lezen.",
        widget=lang(3),
        max_length=2000,
        error_messages={"required": "Schrijf op waarom. Dat mag kort."},
    )


class Aanpassingformulier(_Leenformulier):
    """How it goes on where the agreement can't be kept."""

    reden = forms.CharField(
        label="Waarom lukt het niet, en wat is besproken?",
        help_text="Praat eerst met het huishouden over wat er nodig is. Het huishouden kan dit lezen.",
        widget=lang(3),
        max_length=2000,
        error_messages={"required": "Schrijf op waarom u dit besluit."},
    )
    maandbedrag = Bedragveld(
        boven_nul=True,
        label="Hoeveel per maand, vanaf nu?",
        help_text="Laat het staan als het bedrag hetzelfde blijft.",
        error_messages={"required": "Vul in hoeveel er per maand wordt terugbetaald."},
    )
    eerste_op = Datumveld(
        label="Wanneer is de volgende termijn?",
        help_text="Uitstel geven doet u met een latere dag.",
        error_messages={"required": "Kies de dag van de volgende termijn."},
    )
