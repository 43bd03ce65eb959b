"""Forms for breakthrough money: asking, judging, and adding a receipt."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict

from samenspel.huishouden.models import Persoon
from samenspel.web.forms.betreft import betreftveld
from samenspel.web.forms.velden import Bedragveld, Datumveld, Keuzeveld, lang

MAX_BON = 5 * 1024 * 1024
SOORTEN = ((b"%PDF-", "application/pdf"), (b"\xff\xd8\xff", "image/jpeg"), (b"\x89PNG\r\n\x1a\n", "image/png"))

__all__ = ["MAX_BON", "Aanvraagformulier", "Bonformulier", "Oordeelformulier", "bestandssoort", "echt_bestand"]


class Aanvraagformulier(forms.Form):
    """What is asked for, how much, out of which budget."""

    use_required_attribute = False
    waarvoor = forms.CharField(
        label="Waarvoor is het?",
        help_text="Schrijf zo op dat ook het huishouden het kan lezen.",
        widget=lang(3),
        max_length=2000,
        error_messages={"required": "Schrijf op waarvoor het geld is."},
    )
    bedrag = Bedragveld(boven_nul=True, label="Hoeveel?", error_messages={"required": "Vul een bedrag in."})

    def __init__(
        self,
        data: QueryDict | None,
        *,
        begin: Mapping[str, Any],
        potten: Sequence[tuple[str, str]],
        personen: Sequence[Persoon],
        terugkerend: Mapping[str, str],
    ) -> None:
        super().__init__(data, initial=dict(begin))
        self.terugkerend = terugkerend
        self.fields["pot"] = forms.ChoiceField(
            label="Uit welk budget?",
            choices=potten,
            widget=forms.RadioSelect(),
            help_text="Is er meer nodig dan een budget toelaat? Vraag het toch aan: dan ligt vast dat u hogerop moet.",
            error_messages={"required": "Kies een budget."},
        )
        if len(personen) > 1:
            self.fields["betreft"] = betreftveld(personen, "Voor wie is het?")
        if any(pot in terugkerend for pot, _ in potten):
            self.fields["tot"] = Datumveld(
                label="Tot en met welke dag?",
                help_text="Alleen als het geld terugkomt. Vul bij ‘Hoeveel?’ het bedrag voor één keer in.",
                required=False,
            )

    def clean(self) -> dict[str, Any]:
        """Money that comes back needs a last day; of other money that question is passed over."""
        g = super().clean() or {}
        per = self.terugkerend.get(g.get("pot", ""))
        if per is None:
            g["tot"] = None
        elif "tot" in g and g["tot"] is None:
            self.add_error("tot", f"Dit geld komt elke {per} terug. Kies tot en met welke dag.")
        return g


class Oordeelformulier(forms.Form):
    """Agree or object, with the reason."""

    use_required_attribute = False
    reden = forms.CharField(
        label="Waarom?",
        help_text="De aanvrager leest dit terug, en het huishouden kan het ook lezen.",
        widget=lang(3),
        max_length=4000,
        error_messages={"required": "Schrijf op waarom. Dat mag kort."},
    )

    def __init__(self, data: QueryDict | None, *, begin: Mapping[str, Any], tegen: str) -> None:
        super().__init__(data, initial=dict(begin))
        keuze = Keuzeveld(
            label="Wat vindt u van deze aanvraag?",
            keuzes={"Akkoord": True, tegen: False},
            onbekend="",
            error_messages={"required": "Kies of u het ermee eens bent."},
        )
        self.fields = {"oordeel": keuze, **self.fields}


class Bonformulier(forms.Form):
    """A receipt as a file."""

    use_required_attribute = False
    bon = forms.FileField(
        label="Bon of factuur",
        help_text="Een foto of scan: PDF, JPEG of PNG, ten hoogste 5 MB.",
        max_length=200,
        widget=forms.FileInput(attrs={"accept": "application/pdf,image/jpeg,image/png"}),
        error_messages={
            "required": "Kies een bestand.",
            "empty": "Dit bestand is leeg. Kies een ander bestand.",
            "invalid": "Dit bestand kwam niet goed aan. Probeer het opnieuw.",
            "max_length": "De naam van dit bestand is te lang. Maak de naam korter.",
        },
    )

    def __init__(self, data: QueryDict | None, *, begin: Mapping[str, Any]) -> None:
        super().__init__(data, initial=dict(begin))

    def clean_bon(self) -> "UploadedFile[bytes]":
        """Only what the content says that it is, whatever its name says."""
        return echt_bestand(self.cleaned_data["bon"])


def echt_bestand(bestand: "UploadedFile[bytes]") -> "UploadedFile[bytes]":
    """A file of a kind and size that we take, by its content. Raises ValidationError."""
    if (bestand.size or 0) > MAX_BON:
        raise ValidationError("Dit bestand is groter dan 5 MB. Maak de foto kleiner of kies een ander bestand.")
    if not bestandssoort(bestand.read(16)):
        raise ValidationError("Dit is geen PDF, JPEG of PNG. Maak een foto van het papier of bewaar het als PDF.")
    bestand.seek(0)
    return bestand


def bestandssoort(begin: bytes) -> str:
    """The media type by the first bytes; empty when it is none of those we take."""
    return next((soort for merk, soort in SOORTEN if begin.startswith(merk)), "")
