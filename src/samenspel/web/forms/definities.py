"""Forms for definitions: load one as text or file, and choose from when it is used."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict

from samenspel.kern.werkwijze.controle import lees_en_controleer
from samenspel.kern.werkwijze.fout import Fout
from samenspel.web.forms.velden import Datumveld

MAX_TEKENS = 190_000
"""Eight times the longest definition that comes with Samenspel."""

__all__ = ["Definitieformulier", "Gebruikformulier"]


class Definitieformulier(forms.Form):
    """A definition; its mistakes stand beside the text with their lines (`fouten`)."""

    use_required_attribute = False
    bestand = forms.FileField(
        label="Bestand",
        required=False,
        help_text="Een YAML-bestand in UTF-8. Of plak de tekst hieronder.",
        widget=forms.FileInput(attrs={"accept": ".yaml,.yml,text/plain"}),
        error_messages={"empty": "Dit bestand is leeg. Kies een ander bestand."},
    )
    tekst = forms.CharField(
        label="Tekst van de werkwijze",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 24, "spellcheck": "false", "wrap": "off"}),
    )

    def __init__(self, data: QueryDict | None, *, begin: Mapping[str, Any]) -> None:
        super().__init__(data, initial=dict(begin))
        self.fouten: tuple[Fout, ...] = ()

    def clean(self) -> None:
        """Read the file where there is one, keep its text on the screen, and check it."""
        tekst = self._uit_bestand(self.cleaned_data.get("bestand")) or self.cleaned_data.get("tekst", "")
        if self.errors:
            return
        tekst = tekst.replace("\r\n", "\n")
        if len(tekst) > MAX_TEKENS:
            self.add_error("tekst", f"Dit is te lang: een werkwijze heeft hooguit {MAX_TEKENS} tekens.")
        elif not tekst.strip():
            self.add_error("tekst", "Kies een bestand of plak de tekst van de werkwijze.")
        else:
            self.fouten = lees_en_controleer(tekst, "werkwijze")[1]
            if self.fouten:
                aantal = "1 fout" if len(self.fouten) == 1 else f"{len(self.fouten)} fouten"
                waar = "Onder ‘Wat er mis is’ staat per regel wat er niet klopt."
                self.add_error("tekst", f"Er zit {aantal} in de werkwijze. {waar}")
        self.cleaned_data["tekst"] = tekst

    def _uit_bestand(self, bestand: "UploadedFile[bytes] | None") -> str:
        if bestand is None:
            return ""
        if (bestand.size or 0) > 4 * MAX_TEKENS:
            self.add_error("bestand", "Dit bestand is te groot voor een werkwijze. Kies een ander bestand.")
            return ""
        try:
            tekst = str(bestand.read(), "utf-8-sig")
        except UnicodeDecodeError:
            tekst = "\0"
        if "\0" in tekst:
            self.add_error("bestand", "Dit is geen tekst in UTF-8. Sla het bestand zo op, of plak de tekst hieronder.")
            return ""
        if isinstance(self.data, QueryDict):
            # What is wrong in the file can be mended on the page.
            self.data = self.data.copy()
            self.data["tekst"] = tekst
        return tekst


class Gebruikformulier(forms.Form):
    """From which day new trajecten begin on a version."""

    use_required_attribute = False
    vanaf = Datumveld(label="Vanaf welke dag?", error_messages={"required": "Kies een dag."})

    def __init__(self, data: QueryDict | None, *, begin: Mapping[str, Any]) -> None:
        super().__init__(data, initial=dict(begin))
