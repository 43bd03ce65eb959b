"""Fields that take what people type: amounts, Dutch dates, yes or no or not known yet, choices under readable names.

What a choice posts is its readable name, so that a page with two versions side by side can show both as they are.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

ONBEKEND = "Nog niet bekend"
SCHEIDING = "; "
AUTO = {"dir": "auto"}
"""Arabic or Hebrew runs the other way by itself."""

MAANDEN = ("jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


def leesbaar(code: str) -> str:
    """A code as words: 'school_en_werk' becomes 'School en werk'."""
    tekst = code.replace("_", " ")
    return tekst[:1].upper() + tekst[1:]


class Datuminvoer(forms.DateInput):
    """A day to pick; text that is no day stays on the screen as it was typed."""

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d", attrs={"type": "date"})

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        getoond = context["widget"]["value"]
        if getoond and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", getoond):
            context["widget"]["type"] = context["widget"]["attrs"]["type"] = "text"
        return context


class Datumveld(forms.DateField):
    """A day: '2026-03-12', '12-3-2026', '12/3/2026' or '12 maart 2026'."""

    def __init__(self, **kwargs: Any) -> None:
        fout = {"invalid": "Dit is geen dag. Schrijf hem zo: 12-3-2026."}
        super().__init__(
            widget=Datuminvoer(),
            input_formats=["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%d.%m.%Y"],
            error_messages=fout | kwargs.pop("error_messages", {}),
            **kwargs,
        )

    def to_python(self, value: Any) -> date | None:
        if isinstance(value, str):
            value = _met_maandnummer(value.strip())
        dag = super().to_python(value)
        if dag is not None and not 1900 <= dag.year <= 2200:
            raise ValidationError("Controleer het jaar.")
        return dag


def _met_maandnummer(tekst: str) -> str:
    delen = re.fullmatch(r"(\d{1,2})[ -]([^\W\d_]{3,9})\.?[ -](\d{4})", tekst.lower())
    if delen is None:
        return tekst
    dag, maand, jaar = delen.groups()
    begin = {"mrt": "maa"}.get(maand, maand)[:3]
    return f"{dag}-{MAANDEN.index(begin) + 1}-{jaar}" if begin in MAANDEN else tekst


class Tijdveld(forms.TimeField):
    """A time of the day: '9:30' or '09.30'."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
            input_formats=["%H:%M", "%H:%M:%S", "%H.%M"],
            error_messages={"invalid": "Dit is geen tijd. Schrijf hem zo: 9:30.", "required": "Vul de tijd in."},
            **kwargs,
        )


class Bedragveld(forms.Field):
    """An amount as people write it ('1.840,50', '€ 12', '12.50', '12,-'); its value is in cents."""

    voorvoegsel = "€"
    default_error_messages = {"invalid": "Dit is geen bedrag. Schrijf het zo: 1.840,50."}

    def __init__(self, *, boven_nul: bool = False, **kwargs: Any) -> None:
        self.boven_nul = boven_nul
        super().__init__(widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}), **kwargs)

    def to_python(self, value: Any) -> int | None:
        tekst = re.sub(r"\s|€|eur(o|o's)?$", "", str(value or ""), flags=re.IGNORECASE)
        if not tekst:
            return None
        if tekst.startswith(("-", "–")):
            raise ValidationError("Een bedrag kan niet onder nul zijn.")
        cent = _cent(tekst)
        if self.boven_nul and not cent:
            raise ValidationError("Vul een bedrag boven nul in.")
        return cent

    def prepare_value(self, value: Any) -> Any:
        return als_bedrag(value) if isinstance(value, int) else value


_GEHEEL = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}|[-–]+))?", re.ASCII)
_MET_PUNT = re.compile(r"(\d+)\.(\d{1,2})", re.ASCII)


def _cent(tekst: str) -> int:
    delen = _GEHEEL.fullmatch(tekst) or _MET_PUNT.fullmatch(tekst)
    if delen is None:
        raise ValidationError(Bedragveld.default_error_messages["invalid"])
    euro, rest = delen.group(1).replace(".", ""), (delen.group(2) or "").strip("-–")
    if len(euro) > 9:
        raise ValidationError("Controleer het bedrag: dit is wel erg veel.")
    return int(euro) * 100 + int(rest.ljust(2, "0") or 0)


def als_bedrag(cent: int) -> str:
    """Cents as they are typed in: '1.840,50'."""
    euro, rest = divmod(cent, 100)
    heel = f"{euro:,}".replace(",", ".")
    return f"{heel},{rest:02}" if rest else heel


class Aantalveld(forms.IntegerField):
    """A whole number, not below nought."""

    kort = True

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            min_value=0,
            max_value=10**9,
            widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
            error_messages={
                "invalid": "Dit is geen heel getal.",
                "min_value": "Een aantal kan niet onder nul zijn.",
                "max_value": "Controleer het aantal: dit is wel erg veel.",
            },
            **kwargs,
        )


class Keuzeveld(forms.ChoiceField):
    """One of some codes, or not known yet; the value is what belongs to the chosen name."""

    def __init__(self, *, keuzes: Mapping[str, Any], onbekend: str = ONBEKEND, **kwargs: Any) -> None:
        self.keuzes = dict(keuzes)
        namen = [(naam, naam) for naam in self.keuzes]
        super().__init__(choices=[*namen, ("", onbekend)] if onbekend else namen, widget=forms.RadioSelect(), **kwargs)

    def clean(self, value: Any) -> Any:
        return self.keuzes.get(super().clean(value))


class Vinkjes(forms.CheckboxSelectMultiple):
    """Ticks; several names in one value count too: that is how a page with two versions sends them along."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        return _los(super().value_from_datadict(data, files, name) or [])

    def format_value(self, value: Any) -> list[str]:
        return _los(super().format_value(value))


def _los(waarden: Iterable[Any]) -> list[str]:
    return [deel for waarde in waarden for deel in str(waarde).split(SCHEIDING) if deel]


class Meerkeuzeveld(forms.MultipleChoiceField):
    """Any number of some codes; the value is a tuple of codes."""

    def __init__(self, *, keuzes: Mapping[str, str], **kwargs: Any) -> None:
        self.keuzes = dict(keuzes)
        super().__init__(choices=[(naam, naam) for naam in self.keuzes], widget=Vinkjes(), **kwargs)

    def clean(self, value: Any) -> tuple[str, ...]:
        gekozen = super().clean(value)
        return tuple(self.keuzes[naam] for naam in gekozen)


class Vinkje(forms.CheckboxInput):
    """One tick that posts 'ja', so that it reads as an answer wherever it is shown."""

    def format_value(self, value: Any) -> str:
        return "ja"


def lang(rijen: int = 4) -> forms.Textarea:
    """A box for words."""
    return forms.Textarea(attrs={"rows": rijen, **AUTO})


def kort(**attrs: str) -> forms.TextInput:
    """A line for words."""
    return forms.TextInput(attrs={**AUTO, **attrs})


def zeg_wat_te_kiezen(form: forms.Form) -> None:
    """Where nothing was chosen: say what to choose, unless the field says so itself."""
    for veld in form.fields.values():
        algemeen = forms.Field.default_error_messages["required"]
        if isinstance(veld, forms.ChoiceField) and veld.error_messages["required"] == algemeen:
            veld.error_messages["required"] = _kies(veld)


def _kies(veld: forms.ChoiceField) -> str:
    keuzes: Iterable[Any] = veld.choices  # type: ignore[assignment]  # a setter takes more than it gives back
    namen = [naam for _, naam in keuzes]
    if len(namen) == 2 and all(isinstance(naam, str) and len(naam) <= 20 for naam in namen):
        return f"Kies ‘{namen[0]}’ of ‘{namen[1]}’."
    return f"Kies een antwoord bij ‘{veld.label}’."


__all__ = [
    "AUTO",
    "SCHEIDING",
    "Aantalveld",
    "Bedragveld",
    "Datumveld",
    "Keuzeveld",
    "Meerkeuzeveld",
    "Tijdveld",
    "Vinkje",
    "Vinkjes",
    "als_bedrag",
    "kort",
    "lang",
    "leesbaar",
    "zeg_wat_te_kiezen",
]
