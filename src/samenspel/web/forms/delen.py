"""The forms of sharing: the basis in its four parts, and who helps along."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms

from samenspel.huishouden.models import Persoon
from samenspel.kennis.models import Organisatie
from samenspel.kern.stand.dagen import einddag
from samenspel.kern.werkwijze.model import AvgGrondslag, Gegevenssoort, Verwerkingsgrondslag
from samenspel.organisatie.models import Account
from samenspel.regie.delen_met import Delen
from samenspel.web.blik import Blik
from samenspel.web.collegakeuze import Collegakeuze
from samenspel.web.delentekst import AVG_NAMEN, SOORTNAMEN
from samenspel.web.forms.betreft import betreftveld
from samenspel.web.forms.collega import Collegaveld
from samenspel.web.forms.velden import Datumveld, Meerkeuzeveld, lang

NOG_NIET = "nog vast te leggen"
ZONDER_UITZONDERING = "Niet nodig: er worden geen bijzondere of strafrechtelijke gegevens gedeeld."


def naam_van(account: Account) -> str:
    """Somebody with what they do and where."""
    team = account.team.naam if account.team is not None else ""
    return " · ".join(d for d in (account.naam, account.functie, team) if d)


def _tekstvak(label: str, hulp: str) -> forms.CharField:
    return forms.CharField(label=label, help_text=hulp, widget=lang(3), max_length=2000)


class Persoonkeuzes(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # no subscript when running
    """Choosing people of the household."""

    def label_from_instance(self, obj: Persoon) -> str:
        return obj.naam


class Grondslagformulier(forms.Form):
    """With whom, what, about whom, why, on which four parts, and how long."""

    personen = Persoonkeuzes(
        label="Over wie?",
        queryset=Persoon.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text="De partner ziet alleen wat uitsluitend over deze mensen gaat.",
    )
    soorten = forms.MultipleChoiceField(
        label="Wat mag de partner zien?",
        choices=[(s.value, naam[:1].upper() + naam[1:]) for s, naam in SOORTNAMEN.items()],
        widget=forms.CheckboxSelectMultiple,
        help_text="Kies niet meer dan voor het doel nodig is. Een geheim adres ziet een partner nooit.",
    )
    doel = _tekstvak(
        "Waarvoor is dat nodig?", "De inwoner leest dit in Mijn plan. Schrijf het zo dat die het begrijpt."
    )
    avg_6 = forms.ChoiceField(
        label="1. Waarom mag u deze gegevens delen? (AVG, artikel 6)",
        choices=[(g.value, naam) for g, naam in AVG_NAMEN.items()],
        widget=forms.RadioSelect,
        help_text="Ontbreekt de grond, dan maakt toestemming vragen dat niet goed: wie hulp nodig heeft, is niet vrij.",
    )
    uitzondering_9_10 = _tekstvak(
        "2. Bijzondere of strafrechtelijke gegevens? (AVG, artikel 9 en 10)",
        "Bijvoorbeeld over gezondheid. Noem de uitzondering, of schrijf ‘Niet nodig’ en waarom.",
    )
    geheim = _tekstvak(
        "3. Hoe is de geheimhouding opgeheven?",
        "Bijvoorbeeld: de inwoner ontslaat u voor dit doel en deze partner van uw beroepsgeheim, op welke dag.",
    )
    convenant = _tekstvak(
        "4. In welk convenant of welke afspraak staat dit?",
        "Een convenant regelt het delen. Het is zelf geen grondslag.",
    )
    van = Datumveld(label="Vanaf welke dag?")
    tot = Datumveld(label="Tot en met welke dag?", required=False, help_text="Leeg: tot u het delen stopt.")

    def __init__(self, *args: Any, blik: Blik, code: str = "", partij: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.code, self.partij = code, partij
        self._organisaties: dict[str, Organisatie] = {}
        if not partij:
            self.fields["partner"] = Collegaveld(
                label="Met wie deelt u?", keuze=anderen(blik), met_functie=True, leeg="Kies iemand"
            )
            self.order_fields(["partner"])
        else:
            self._organisaties = {o.naam: o for o in Organisatie.objects.filter(gemeente=blik.casus.gemeente_id)}
            if self._organisaties:
                self.fields["organisaties"] = Meerkeuzeveld(
                    keuzes={naam: naam for naam in self._organisaties},
                    label="Welke organisatie is dat op de telefoonlijst?",
                    help_text="Dan staat bij wie u daar belt, wat u mag delen.",
                    required=False,
                )
            self.fields["personen"].help_text = "In het stuk komt alleen wat uitsluitend over deze mensen gaat."
            self.fields["soorten"].label = "Wat mag erin staan?"
        personen = self.fields["personen"]
        assert isinstance(personen, forms.ModelMultipleChoiceField)
        personen.queryset = leden(blik)

    def clean_convenant(self) -> str:
        """A definition may say that the agreement isn't there yet; then nothing can be shared on it."""
        tekst = str(self.cleaned_data["convenant"]).strip()
        if tekst.lower().startswith(NOG_NIET):
            raise forms.ValidationError("Er is nog geen afspraak. Noem de afspraak die het delen regelt.")
        return tekst

    def clean(self) -> dict[str, Any]:
        """The period runs forward."""
        gegevens = super().clean() or self.cleaned_data
        van, tot = gegevens.get("van"), gegevens.get("tot")
        if van is not None and tot is not None and tot < van:
            self.add_error("tot", "Deze dag ligt voor de eerste dag.")
        return gegevens

    def delen(self) -> Delen:
        """What was filled in, for the service."""
        g = self.cleaned_data
        return Delen(
            partner=None if self.partij else g["partner"],
            partij=self.partij,
            soorten=tuple(Gegevenssoort(s) for s in g["soorten"]),
            personen=tuple(g["personen"]),
            doel=g["doel"].strip(),
            avg_6=AvgGrondslag(g["avg_6"]),
            uitzondering_9_10=g["uitzondering_9_10"].strip(),
            geheim=g["geheim"].strip(),
            convenant=g["convenant"],
            van=g["van"],
            tot=g["tot"],
            code=self.code,
            organisaties=tuple(self._organisaties[naam] for naam in g.get("organisaties", ())),
        )


class Helperformulier(forms.Form):
    """Who helps along."""

    def __init__(self, *args: Any, blik: Blik, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["helper"] = Collegaveld(
            label="Wie helpt mee?",
            keuze=anderen(blik),
            met_functie=True,
            leeg="Kies iemand",
            help_text="Die ziet wat die zelf opschrijft. Van de rest ziet die dát het er is, niet wat er staat.",
        )
        self.fields["personen"] = betreftveld(blik.leden, "Wie helpt die persoon?")


def anderen(blik: Blik) -> Collegakeuze:
    """People of the municipality and its partners, without the regisseur."""
    return Collegakeuze(blik.account, zonder=[blik.casus.regisseur_id])


def leden(blik: Blik) -> Any:
    """The members of the household today."""
    return Persoon.objects.filter(pk__in=[p.pk for p in blik.leden]).order_by("geboortedatum", "voornaam")


def begin_uit(voorbeeld: Verwerkingsgrondslag | None, dag: date) -> Mapping[str, Any]:
    """What the form starts with: from today, and filled from the definition's own basis where one is chosen."""
    if voorbeeld is None:
        return {"van": dag}
    tot = date.fromordinal(einddag(dag.toordinal(), voorbeeld.duur)) if voorbeeld.duur is not None else None
    return {
        "organisaties": list(voorbeeld.partners),
        "soorten": [s.value for s in voorbeeld.soorten],
        "doel": voorbeeld.doel,
        "avg_6": voorbeeld.avg_6.value,
        "uitzondering_9_10": voorbeeld.uitzondering_9_10 or ZONDER_UITZONDERING,
        "geheim": voorbeeld.geheim,
        "convenant": voorbeeld.convenant,
        "van": dag,
        "tot": tot,
    }
