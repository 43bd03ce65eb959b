"""Forms for beginning a traject, taking a stap, answering controlevragen and saying who takes part."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import QueryDict

from samenspel.casus.models import WerkwijzeVersie
from samenspel.huishouden.models import Persoon
from samenspel.kern.stand import Route
from samenspel.kern.stand.uitkomst import Stapsoort
from samenspel.kern.werkwijze.basis import Basisstap
from samenspel.kern.werkwijze.model import Antwoord, Controlevraag, Formulier, Rol
from samenspel.web.collegakeuze import Collegakeuze
from samenspel.web.forms.collega import Collegaveld
from samenspel.web.forms.gesprekken import Personenveld
from samenspel.web.forms.groepen import Groep, Groepsformulier
from samenspel.web.forms.velden import Datumveld, Keuzeveld, kort, lang
from samenspel.web.forms.vragen import Vragenformulier
from samenspel.web.tekst import fase_naam

NAAR, TOELICHTING, GEBELD, WAAKVLAM = "stap-naar", "stap-toelichting", "stap-gebeld", "stap-waakvlam_op"
VRAAGT_TOELICHTING = {
    Basisstap.TERUG.value: ("Waarom gaat u terug?", ""),
    Basisstap.NIETS_DOEN.value: (
        "Wat legt u de inwoner uit?",
        "De inwoner leest dit. Schrijf op wat u doet, wat niet, en waarom.",
    ),
    Basisstap.SPOED.value: ("Waarom kan dit niet wachten?", ""),
    Basisstap.HEROPENEN.value: ("Waarom gaat het traject weer open?", "Een of twee zinnen zijn genoeg."),
    Basisstap.OPLOSSEN.value: ("Hoe is het opgelost?", "Een of twee zinnen zijn genoeg."),
    Basisstap.AFSLUITEN.value: ("Hoe sluit u af?", "Een of twee zinnen zijn genoeg."),
}


class Trajectformulier(Groepsformulier):
    """Which werkwijze, under what name, about whom."""

    def __init__(
        self,
        data: QueryDict | None,
        *,
        begin: Mapping[str, Any],
        keuzes: Mapping[str, tuple[str, WerkwijzeVersie]],
        personen: Sequence[Persoon],
    ) -> None:
        super().__init__(data, initial=dict(begin))
        self._keuzes = keuzes
        self.fields["werkwijze"] = forms.ChoiceField(
            label="Volgens welke werkwijze?",
            choices=[(sleutel, naam) for sleutel, (naam, _) in keuzes.items()],
            widget=forms.RadioSelect(),
            error_messages={"required": "Kies een werkwijze."},
        )
        self.fields["naam"] = forms.CharField(
            label="Waar gaat het over?",
            help_text="In een paar gewone woorden, zoals ‘Opvang weer open’. Het huishouden leest dit ook.",
            max_length=150,
            widget=kort(),
        )
        self.fields["betreft"] = Personenveld(label="Om wie gaat het?", personen=personen)

    @property
    def versie(self) -> WerkwijzeVersie:
        """The chosen version."""
        return self._keuzes[self.cleaned_data["werkwijze"]][1]


class Stapformulier(Vragenformulier):
    """What a stap asks: where to, why, until when, and the form that goes with it."""

    def __init__(
        self,
        data: QueryDict | None,
        *,
        begin: Mapping[str, Any],
        soort: Stapsoort,
        route: Route,
        vragen: Formulier | None,
    ) -> None:
        super().__init__(data, begin={NAAR: soort.voorstel, **begin}, vragen=vragen)
        if soort.keuze:
            self.fields[NAAR] = forms.ChoiceField(
                label="Waar gaat u heen?",
                choices=[(f, fase_naam(route, f)) for f in soort.keuze],
                widget=forms.RadioSelect(),
                error_messages={"required": "Kies waar u heen gaat."},
            )
        label, hulp = VRAAGT_TOELICHTING.get(soort.stap, ("Wilt u hier iets bij zeggen?", ""))
        verplicht = soort.stap in VRAAGT_TOELICHTING
        self.fields[TOELICHTING] = forms.CharField(
            label=label,
            help_text=hulp,
            required=verplicht,
            widget=lang(),
            error_messages={"required": "Schrijf dit op. Zonder uitleg kan deze stap niet."},
        )
        if soort.stap == Basisstap.SPOED.value:
            self.fields[GEBELD] = forms.CharField(
                label="Wie belde u?",
                help_text="De naam, en wat die ervan vond.",
                max_length=300,
                widget=kort(),
                error_messages={"required": "Schrijf op wie u belde."},
            )
        if soort.vraagt_waakvlam:
            self.fields[WAAKVLAM] = Datumveld(
                label="Wanneer kijkt u nog eens?",
                help_text="De waakvlam: op die dag ziet u dit huishouden weer in uw werk.",
                error_messages={"required": "Kies een dag voor de waakvlam."},
            )

    @property
    def groepen(self) -> list[Groep]:
        """First the form that goes with the stap, then the stap itself."""
        eigen = [naam for naam in (NAAR, TOELICHTING, GEBELD, WAAKVLAM) if naam in self.fields]
        return [*(super().groepen if self.vragen else []), Groep(self.velden(eigen))]


ANTWOORDEN = {"Ja": Antwoord.JA.value, "Nee": Antwoord.NEE.value, "Niet van toepassing": Antwoord.NVT.value}
ANTWOORDNAMEN = {code: naam for naam, code in ANTWOORDEN.items()}


@dataclass(frozen=True, slots=True)
class Gegeven:
    """An answer to a controlevraag with its reason."""

    controlevraag: str
    antwoord: str
    reden: str


class Controlevragenformulier(Groepsformulier):
    """All controlevragen at once, each with its reason; some may wait."""

    def __init__(self, data: QueryDict | None, *, begin: Mapping[str, Any], vragen: Sequence[Controlevraag]) -> None:
        super().__init__(data, initial=dict(begin))
        self.vragen = vragen
        for nummer, vraag in enumerate(vragen, 1):
            code = vraag.controlevraag
            self.fields[f"{code}-antwoord"] = Keuzeveld(
                label=f"{nummer}. {vraag.vraag}", keuzes=ANTWOORDEN, onbekend="Nog niet beantwoord"
            )
            self.fields[f"{code}-reden"] = forms.CharField(label=f"Waarom? (vraag {nummer})", widget=lang(3))
        self.zacht = frozenset(self.fields)

    @property
    def groepen(self) -> list[Groep]:
        """A part per question."""
        namen = (v.controlevraag for v in self.vragen)
        return [Groep(self.velden([f"{code}-antwoord", f"{code}-reden"])) for code in namen]

    def clean(self) -> dict[str, Any]:
        g = super().clean() or {}
        for vraag in self.vragen:
            code = vraag.controlevraag
            antwoord, reden = g.get(f"{code}-antwoord"), g.get(f"{code}-reden")
            if antwoord and not reden:
                self.add_error(f"{code}-reden", "Schrijf op waarom.")
            if reden and not antwoord:
                self.add_error(f"{code}-antwoord", "Kies een antwoord.")
        if not self.errors and not self.gegeven:
            raise forms.ValidationError("Beantwoord ten minste één vraag.")
        return g

    @property
    def gegeven(self) -> list[Gegeven]:
        """The questions that were answered."""
        g = self.cleaned_data
        codes = (v.controlevraag for v in self.vragen)
        return [Gegeven(c, g[f"{c}-antwoord"], g[f"{c}-reden"]) for c in codes if g.get(f"{c}-antwoord")]


class Rolformulier(Groepsformulier):
    """Give a colleague a rol in this traject."""

    def __init__(
        self, data: QueryDict | None, *, begin: Mapping[str, Any], rollen: Sequence[Rol], keuze: Collegakeuze
    ) -> None:
        super().__init__(data, initial=dict(begin))
        self.fields["rol"] = forms.ChoiceField(
            label="Welke rol?",
            choices=[(r.rol, r.naam) for r in rollen],
            widget=forms.RadioSelect(),
            error_messages={"required": "Kies een rol."},
        )
        self.fields["account"] = Collegaveld(label="Wie?", keuze=keuze)


class Overdrachtformulier(Groepsformulier):
    """Propose the regie to a colleague."""

    def __init__(self, data: QueryDict | None, *, begin: Mapping[str, Any], keuze: Collegakeuze) -> None:
        super().__init__(data, initial=dict(begin))
        self.fields["account"] = Collegaveld(label="Aan wie draagt u over?", keuze=keuze)
