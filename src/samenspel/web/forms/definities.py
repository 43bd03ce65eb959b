"""Forms for definitions: load one as text or file, and choose from when it is used."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict

from samenspel.kern.werkwijze.aanpassen import Budgetgrens, Domein
from samenspel.kern.werkwijze.controle import lees_en_controleer
from samenspel.kern.werkwijze.fout import Fout
from samenspel.kern.werkwijze.model import Werkwijze
from samenspel.web.forms.groepen import Groep, Groepsformulier
from samenspel.web.forms.velden import Bedragveld, Datumveld

MAX_TEKENS = 190_000
"""Eight times the longest definition that comes with Samenspel."""

NIEUWE_DOMEINEN = 3

__all__ = ["Aanpasformulier", "Definitieformulier", "Gebruikformulier"]


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


class Aanpasformulier(Groepsformulier):
    """The life domains and the limits of the budgets of one definition."""

    def __init__(self, data: QueryDict | None, *, begin: Mapping[str, Any], werkwijze: Werkwijze) -> None:
        super().__init__(data, initial=_uit(werkwijze) | dict(begin))
        self.domeinen = [g.leefgebied for g in werkwijze.leefgebieden]
        self.budgetten = {b.budget: b.naam for b in werkwijze.budgetten}
        for nummer, code in enumerate(self.domeinen, 1):
            self.fields[f"leefgebied-{code}"] = forms.CharField(
                label=f"Leefgebied {nummer}", required=False, max_length=80
            )
        for nummer in range(len(self.domeinen) + 1, len(self.domeinen) + 1 + NIEUWE_DOMEINEN):
            self.fields[f"nieuw-{nummer}"] = forms.CharField(
                label=f"Leefgebied {nummer}, nieuw", required=False, max_length=80
            )
        for code in self.budgetten:
            self.fields |= {f"{code}-{naam}": veld for naam, veld in _budgetvelden().items()}

    @property
    def groepen(self) -> list[Groep]:
        """The life domains, and each budget."""
        domeinen = [naam for naam in self.fields if naam.startswith(("leefgebied-", "nieuw-"))]
        uitleg = "In deze volgorde staan ze in de brede uitvraag. Maak een vak leeg om een leefgebied weg te halen."
        delen = [Groep(self.velden(domeinen), titel="Leefgebieden", uitleg=uitleg)]
        for code, naam in self.budgetten.items():
            delen.append(Groep(self.velden(f"{code}-{veld}" for veld in _budgetvelden()), titel=naam))
        return delen

    def clean(self) -> dict[str, Any]:
        """No two life domains of one name."""
        g = super().clean() or {}
        gezien: set[str] = set()
        for veld, naam in list(g.items()):
            if veld.startswith(("leefgebied-", "nieuw-")) and naam:
                if naam.casefold() in gezien:
                    self.add_error(veld, "Dit leefgebied staat er al. Geef het een andere naam.")
                gezien.add(naam.casefold())
        return g

    @property
    def leefgebieden(self) -> list[Domein]:
        """Those that have a name, in their order."""
        g = self.cleaned_data
        oud = [Domein(code, g[f"leefgebied-{code}"]) for code in self.domeinen]
        nieuw = [Domein("", naam) for veld, naam in g.items() if veld.startswith("nieuw-")]
        return [d for d in (*oud, *nieuw) if d.naam]

    @property
    def grenzen(self) -> dict[str, Budgetgrens]:
        """Per budget what it is called and what it allows."""
        g = self.cleaned_data
        return {code: Budgetgrens(**{veld: g[f"{code}-{veld}"] for veld in _budgetvelden()}) for code in self.budgetten}


def _budgetvelden() -> dict[str, forms.Field]:
    return {
        "naam": forms.CharField(label="Naam", max_length=80),
        "plafond": Bedragveld(label="Ten hoogste per keer", required=False, help_text="Leeg: geen grens."),
        "plafond_huishouden": Bedragveld(
            label="Ten hoogste per huishouden", required=False, help_text="Leeg: geen grens."
        ),
        "periode": forms.CharField(
            label="In welke periode?",
            required=False,
            max_length=20,
            help_text="Bij de grens per huishouden, zoals: 12 maanden. Leeg: voor altijd.",
        ),
        "instemmers": forms.IntegerField(
            label="Hoeveel anderen stemmen in?", min_value=1, max_value=9, help_text="Wie aanvraagt telt niet mee."
        ),
        "bon_binnen": forms.CharField(
            label="Binnen hoeveel tijd is er een bon?",
            required=False,
            max_length=20,
            help_text="Zoals: 14 dagen. Leeg: er hoeft geen bon te komen.",
        ),
    }


def _uit(w: Werkwijze) -> dict[str, Any]:
    begin: dict[str, Any] = {f"leefgebied-{g.leefgebied}": g.naam for g in w.leefgebieden}
    for b in w.budgetten:
        waarden = {
            "naam": b.naam,
            "plafond": b.plafond,
            "plafond_huishouden": b.plafond_huishouden,
            "periode": str(b.periode) if b.periode is not None else "",
            "instemmers": b.instemmers,
            "bon_binnen": str(b.bon_binnen) if b.bon_binnen is not None else "",
        }
        begin |= {f"{b.budget}-{veld}": waarde for veld, waarde in waarden.items()}
    return begin


class Gebruikformulier(forms.Form):
    """From which day new trajecten begin on a version."""

    use_required_attribute = False
    vanaf = Datumveld(label="Vanaf welke dag?", error_messages={"required": "Kies een dag."})

    def __init__(self, data: QueryDict | None, *, begin: Mapping[str, Any]) -> None:
        super().__init__(data, initial=dict(begin))
