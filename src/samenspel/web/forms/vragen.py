"""A form of the definition as a form on the page, and its answers as facts and words."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from django import forms
from django.http import HttpRequest, QueryDict
from django.utils.formats import date_format

from samenspel.kern.stand.handelingen import Feitwaarde
from samenspel.kern.werkwijze.model import Formulier, Veld, Veldsoort
from samenspel.web.forms.groepen import Groep, Groepsformulier
from samenspel.web.forms.velden import (
    SCHEIDING,
    Aantalveld,
    Bedragveld,
    Datumveld,
    Keuzeveld,
    Meerkeuzeveld,
    als_bedrag,
    kort,
    lang,
    leesbaar,
)
from samenspel.web.tekst import euro

WOORDSOORTEN = frozenset({Veldsoort.TEKST, Veldsoort.LANGE_TEKST})
JA_NEE = {"Ja": True, "Nee": False}
IN_HUN_WOORDEN = "In de woorden van de inwoner zelf."


class Vragenformulier(Groepsformulier):
    """The questions of a form. What is not answered yet may be left for later."""

    def __init__(
        self,
        data: QueryDict | None,
        *,
        vragen: Formulier | None,
        begin: Mapping[str, Any],
        knelpunten: Sequence[Mapping[str, Any]] = (),
    ) -> None:
        super().__init__(data, initial=dict(begin))
        self.knelpunten = knelpunten
        self.vragen = vragen.velden if vragen is not None else ()
        self.zacht = frozenset(v.veld for v in self.vragen)
        for veld in self.vragen:
            self.fields[veld.veld] = _veld(veld)

    @property
    def groepen(self) -> list[Groep]:
        """Questions of one corner of the waardendriehoek stand together."""
        return [
            self._groep(list(velden), hoek.value.capitalize() if hoek is not None else "")
            for hoek, velden in groupby(self.vragen, key=lambda v: v.hoek)
        ]

    def _groep(self, velden: Sequence[Veld], titel: str) -> Groep:
        """With the knelpunten beside the question that asks for them."""
        hier = self.knelpunten if any(v.knelpunten for v in velden) else ()
        return Groep(self.velden(v.veld for v in velden), titel=titel, knelpunten=hier)

    @property
    def antwoorden(self) -> dict[str, Feitwaarde | None]:
        """The answers as facts: words as True, nothing as None."""
        return {v.veld: _feit(v, self.cleaned_data.get(v.veld)) for v in self.vragen}

    @property
    def woorden(self) -> dict[str, str]:
        """What was written, by question."""
        return {v.veld: self.cleaned_data.get(v.veld) or "" for v in self.vragen if v.soort in WOORDSOORTEN}


def _feit(veld: Veld, waarde: Any) -> Feitwaarde | None:
    if veld.soort in WOORDSOORTEN:
        return True if waarde else None
    antwoord: Feitwaarde | None = waarde
    return None if antwoord == () else antwoord


def _veld(veld: Veld) -> forms.Field:
    hulp = " ".join(h for h in (veld.uitleg, IN_HUN_WOORDEN if veld.eigen_woorden else "") if h)
    vast: dict[str, Any] = {"label": veld.vraag, "help_text": hulp, "required": veld.verplicht}
    match veld.soort:
        case Veldsoort.TEKST:
            return forms.CharField(widget=kort(), **vast)
        case Veldsoort.LANGE_TEKST:
            return forms.CharField(widget=lang(), **vast)
        case Veldsoort.JA_NEE:
            return Keuzeveld(keuzes=JA_NEE, **vast)
        case Veldsoort.KEUZE:
            return Keuzeveld(keuzes={leesbaar(k): k for k in veld.keuzes}, **vast)
        case Veldsoort.MEERKEUZE:
            return Meerkeuzeveld(keuzes={leesbaar(k): k for k in veld.keuzes}, **vast)
        case Veldsoort.BEDRAG:
            return Bedragveld(**vast)
        case Veldsoort.DATUM:
            return Datumveld(**vast)
        case Veldsoort.AANTAL:
            return Aantalveld(**vast)


def ingevuld(vragen: Formulier, waarden: Mapping[str, Any], woorden: Mapping[str, str]) -> dict[str, str]:
    """Stored answers as they are typed in, by question; an open question is empty."""
    return {
        v.veld: _getypt(v, woorden.get(v.veld, "") if v.soort in WOORDSOORTEN else waarden.get(v.veld))
        for v in vragen.velden
    }


def _getypt(veld: Veld, waarde: Any) -> str:
    if waarde is None:
        return ""
    match veld.soort:
        case Veldsoort.JA_NEE:
            return "Ja" if waarde else "Nee"
        case Veldsoort.KEUZE:
            return leesbaar(waarde)
        case Veldsoort.MEERKEUZE:
            return SCHEIDING.join(leesbaar(w) for w in waarde)
        case Veldsoort.BEDRAG:
            return als_bedrag(waarde)
    return str(waarde)


def getoond(vragen: Formulier, waarden: Mapping[str, Any], woorden: Mapping[str, str]) -> list[dict[str, Any]]:
    """Stored answers to read, in their groups."""
    tekst = ingevuld(vragen, waarden, woorden)
    for veld in vragen.velden:
        if veld.soort is Veldsoort.BEDRAG and veld.veld in waarden:
            tekst[veld.veld] = euro(waarden[veld.veld])
        elif veld.soort is Veldsoort.DATUM and veld.veld in waarden:
            tekst[veld.veld] = date_format(date.fromisoformat(waarden[veld.veld]), "j F Y")
    return [
        {
            "titel": hoek.value.capitalize() if hoek is not None else "",
            "antwoorden": [{"vraag": v.vraag, "tekst": tekst[v.veld], "citaat": v.eigen_woorden} for v in velden],
        }
        for hoek, velden in groupby(vragen.velden, key=lambda v: v.hoek)
    ]


def voeg_vinkjes_samen(request: HttpRequest, vragen: Formulier | None) -> None:
    """Put several ticks of one question in one value: two versions are compared value by value."""
    meer = [v.veld for v in vragen.velden if v.soort is Veldsoort.MEERKEUZE] if vragen is not None else []
    if not any(len(request.POST.getlist(naam)) > 1 for naam in meer):
        return
    samen = request.POST.copy()
    for naam in meer:
        samen[naam] = SCHEIDING.join(request.POST.getlist(naam))
    request.POST = samen  # type: ignore[assignment]  # Django takes any QueryDict here
