"""Forms of the functional administrator: teams, neighbourhoods, tables, accounts, rollen and taken."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import QueryDict

from samenspel.kern.werkwijze.model import Houder, Werkwijze
from samenspel.organisatie.models import Account, Taak, Team, Wijk
from samenspel.overleg.models import Tafel
from samenspel.web.collegakeuze import Collegakeuze
from samenspel.web.forms.collega import Collegaveld
from samenspel.web.forms.telefoonlijst import telefoonveld
from samenspel.web.forms.velden import Datumveld, Vinkjes, kort

TAAKNAMEN = {
    Taak.BEHEER: "Functioneel beheer",
    Taak.PRIVACY: "Privacy",
    Taak.BELEID: "Beleid",
    Taak.TEAMLEIDING: "Een team leiden",
}
SCHEIDING = "/"

__all__ = [
    "TAAKNAMEN",
    "Accountformulier",
    "Rolformulier",
    "Taakformulier",
    "Tafelformulier",
    "Teamformulier",
    "Wijkformulier",
]


def naamveld(label: str, lengte: int) -> forms.CharField:
    """A name that must be filled in."""
    fout = {"required": "Vul een naam in."}
    return forms.CharField(label=label, max_length=lengte, widget=kort(autocomplete="off"), error_messages=fout)


class Naamkeuze(forms.ModelChoiceField):  # type: ignore[type-arg]  # not generic when the program runs
    """One of some rows, by name: printed as such a row tells nothing."""

    def label_from_instance(self, obj: Any) -> str:
        """Its name."""
        return str(obj.naam)


class Naamkeuzes(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # as above
    """Any number of some rows, by name."""

    def label_from_instance(self, obj: Any) -> str:
        """Its name."""
        return str(obj.naam)


class _Formulier(forms.Form):
    use_required_attribute = False

    def __init__(self, data: QueryDict | None, *, begin: Mapping[str, Any]) -> None:
        super().__init__(data, initial=dict(begin))

    def zet_keuzes(self, veld: str, rijen: QuerySet[Any]) -> None:
        """Let a field choose among rows."""
        keuze = self.fields[veld]
        assert isinstance(keuze, forms.ModelChoiceField)
        keuze.queryset = rijen

    def weiger_dubbele_naam(self, rijen: Any, zelf: UUID | None) -> str:
        """The name, unless another row has it."""
        naam: str = self.cleaned_data["naam"]
        if any(rij.pk != zelf for rij in rijen.filter(naam__iexact=naam)):
            raise ValidationError(f"‘{naam}’ bestaat al. Kies een andere naam.")
        return naam


class Wijkformulier(_Formulier):
    """A neighbourhood."""

    naam = naamveld("Naam van de wijk", 100)

    def __init__(
        self, data: QueryDict | None, *, begin: Mapping[str, Any], gemeente_id: UUID, zelf: UUID | None
    ) -> None:
        super().__init__(data, begin=begin)
        self.gemeente_id, self.zelf = gemeente_id, zelf

    def clean_naam(self) -> str:
        """Each neighbourhood once."""
        return self.weiger_dubbele_naam(Wijk.objects.filter(gemeente_id=self.gemeente_id), self.zelf)


class Teamformulier(_Formulier):
    """A team, and the neighbourhoods that it works for."""

    naam = naamveld("Naam van het team", 100)
    wijken = Naamkeuzes(
        label="Voor welke wijken werkt dit team?",
        queryset=Wijk.objects.none(),
        required=False,
        widget=Vinkjes(),
        help_text="Geen vinkje: voor alle wijken.",
    )

    def __init__(
        self, data: QueryDict | None, *, begin: Mapping[str, Any], gemeente_id: UUID, zelf: UUID | None
    ) -> None:
        super().__init__(data, begin=begin)
        self.gemeente_id, self.zelf = gemeente_id, zelf
        self.zet_keuzes("wijken", Wijk.objects.filter(gemeente_id=gemeente_id))

    def clean_naam(self) -> str:
        """Each team once, also those that ended."""
        return self.weiger_dubbele_naam(Team.objects.filter(gemeente_id=self.gemeente_id), self.zelf)


class Tafelformulier(_Formulier):
    """A table. For which meeting it sits is chosen once."""

    overleg = forms.ChoiceField(label="Voor welk overleg?", error_messages={"required": "Kies een overleg."})
    naam = naamveld("Naam van de tafel", 150)
    wijk = Naamkeuze(
        label="Voor welke wijk?",
        queryset=Wijk.objects.none(),
        required=False,
        empty_label="Alle wijken",
        help_text="Een wijk zonder eigen tafel gaat naar de tafel voor alle wijken.",
    )

    def __init__(
        self,
        data: QueryDict | None,
        *,
        begin: Mapping[str, Any],
        gemeente_id: UUID,
        werkwijzen: Sequence[Werkwijze],
        zelf: UUID | None,
    ) -> None:
        super().__init__(data, begin=begin)
        self.gemeente_id, self.zelf = gemeente_id, zelf
        self.zet_keuzes("wijk", Wijk.objects.filter(gemeente_id=gemeente_id))
        if zelf is not None:
            del self.fields["overleg"]
            return
        veld = self.fields["overleg"]
        assert isinstance(veld, forms.ChoiceField)
        keuzes = [
            (f"{w.werkwijze}{SCHEIDING}{o.overleg}", f"{o.naam} ({w.naam})") for w in werkwijzen for o in w.overleggen
        ]
        veld.choices = [("", "Kies een overleg"), *keuzes]

    def clean_naam(self) -> str:
        """Each table once."""
        return self.weiger_dubbele_naam(Tafel.objects.filter(gemeente_id=self.gemeente_id), self.zelf)

    @property
    def gekozen(self) -> tuple[str, str]:
        """The codes of the werkwijze and the meeting."""
        werkwijze, _, overleg = self.cleaned_data["overleg"].partition(SCHEIDING)
        return werkwijze, overleg


class Accountformulier(_Formulier):
    """Who somebody is, where that one works and who stands in."""

    gebruikersnaam = forms.RegexField(
        label="Gebruikersnaam",
        regex=r"^[\w.@+-]+\Z",
        max_length=150,
        help_text="Hiermee logt uw collega in. Letters, cijfers en . @ + - _",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
        error_messages={
            "required": "Vul een gebruikersnaam in.",
            "invalid": "Gebruik alleen letters, cijfers en . @ + - _, zonder spaties.",
        },
    )
    naam = naamveld("Naam", 150)
    functie = forms.CharField(label="Functie", max_length=100, required=False, widget=kort(autocomplete="off"))
    telefoon = telefoonveld()
    team = Naamkeuze(label="Team", queryset=Team.objects.none(), required=False, empty_label="Geen team")

    def __init__(
        self, data: QueryDict | None, *, begin: Mapping[str, Any], door: Account, zelf: Account | None
    ) -> None:
        super().__init__(data, begin=begin)
        teams = Team.objects.filter(gemeente_id=door.gemeente_id)
        eigen = teams.filter(pk=zelf.team_id) if zelf is not None and zelf.team_id is not None else teams.none()
        self.zet_keuzes("team", teams.filter(tot__isnull=True) | eigen)
        if zelf is not None:
            del self.fields["gebruikersnaam"]
        self.fields["vervanger"] = Collegaveld(
            label="Vervanger",
            keuze=Collegakeuze(door, zonder=[zelf.pk] if zelf is not None else []),
            leeg="Niemand",
            required=False,
            help_text="Wie inwoners en collega’s bellen als deze persoon er niet is.",
        )

    def clean_gebruikersnaam(self) -> str:
        """A name to log in with is one person's, in all municipalities together."""
        naam = str(Account.normalize_username(self.cleaned_data["gebruikersnaam"]))
        if Account.objects.filter(gebruikersnaam__iexact=naam).exists():
            raise ValidationError("Deze gebruikersnaam is al in gebruik. Kies een andere, zoals voornaam.achternaam.")
        return naam

    @property
    def velden(self) -> dict[str, Any]:
        """What was filled in, for the services."""
        return {n: self.cleaned_data[n] for n in ("naam", "functie", "telefoon", "team", "vervanger")}


class _Periodeformulier(_Formulier):
    van = Datumveld(label="Vanaf welke dag?", error_messages={"required": "Kies een dag."})
    tot = Datumveld(
        label="Tot welke dag?",
        required=False,
        help_text="Vanaf deze dag geldt het niet meer. Leeg: tot u het beëindigt.",
    )

    def clean(self) -> None:
        """A period ends after it begins."""
        van, tot = self.cleaned_data.get("van"), self.cleaned_data.get("tot")
        if isinstance(van, date) and isinstance(tot, date) and tot <= van:
            self.add_error("tot", "Kies een dag na de eerste dag.")


class Rolformulier(_Periodeformulier):
    """A rol of a werkwijze, for a team or at a table."""

    rol = forms.ChoiceField(label="Welke rol?", error_messages={"required": "Kies een rol."})
    plek = forms.ChoiceField(
        label="Voor welk team, of aan welke tafel?",
        required=False,
        help_text="Een rol aan een tafel vraagt om een tafel; een rol voor een team mag voor alle teams gelden.",
    )
    field_order = ("rol", "plek", "van", "tot")

    def __init__(
        self,
        data: QueryDict | None,
        *,
        begin: Mapping[str, Any],
        werkwijzen: Sequence[Werkwijze],
        teams: Iterable[Team],
        tafels: Iterable[Tafel],
    ) -> None:
        super().__init__(data, begin=begin)
        self.werkwijzen = {w.werkwijze: w for w in werkwijzen}
        self.teams = {str(t.pk): t for t in teams}
        self.tafels = {str(t.pk): t for t in tafels}
        rol, plek = self.fields["rol"], self.fields["plek"]
        assert isinstance(rol, forms.ChoiceField) and isinstance(plek, forms.ChoiceField)
        houders = (Houder.PER_TEAM, Houder.PER_OVERLEG)
        rol.choices = [
            ("", "Kies een rol"),
            *(
                (w.naam, [(f"{w.werkwijze}{SCHEIDING}{r.rol}", r.naam) for r in w.rollen if r.houder in houders])
                for w in werkwijzen
            ),
        ]
        plek.choices = [
            ("", "Alle teams"),
            ("Teams", [(sleutel, t.naam) for sleutel, t in self.teams.items()]),
            ("Tafels", [(sleutel, t.naam) for sleutel, t in self.tafels.items()]),
        ]

    @property
    def keuze(self) -> tuple[Werkwijze, str, Team | None, Tafel | None]:
        """The werkwijze, the code of the rol, and the team or table."""
        werkwijze, _, rol = self.cleaned_data["rol"].partition(SCHEIDING)
        plek = self.cleaned_data["plek"]
        return self.werkwijzen[werkwijze], rol, self.teams.get(plek), self.tafels.get(plek)


class Taakformulier(_Periodeformulier):
    """A taak, with a team for who leads one."""

    taak = forms.ChoiceField(
        label="Welke taak?",
        choices=[("", "Kies een taak"), *((t.value, naam) for t, naam in TAAKNAMEN.items())],
        help_text="Een taak opent geen dossier.",
        error_messages={"required": "Kies een taak."},
    )
    team = Naamkeuze(
        label="Welk team?",
        queryset=Team.objects.none(),
        required=False,
        empty_label="Geen team",
        help_text="Alleen voor wie een team leidt.",
    )
    field_order = ("taak", "team", "van", "tot")

    def __init__(self, data: QueryDict | None, *, begin: Mapping[str, Any], gemeente_id: UUID) -> None:
        super().__init__(data, begin=begin)
        self.zet_keuzes("team", Team.objects.filter(gemeente_id=gemeente_id, tot__isnull=True))

    def clean(self) -> None:
        """A team goes with leading one, and with nothing else."""
        super().clean()
        leidt = self.cleaned_data.get("taak") == Taak.TEAMLEIDING.value
        if leidt and not self.cleaned_data.get("team"):
            self.add_error("team", "Kies welk team deze persoon leidt.")
        if not leidt and self.cleaned_data.get("team"):
            self.add_error("team", "Alleen bij ‘Een team leiden’ hoort een team. Maak dit leeg.")
