"""Forms for learning: a reflectiesessie, a lesson, searching lessons, the cluster given afterwards."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.http import QueryDict

from samenspel.casus.models import Traject
from samenspel.doorbraak.models import Knelpunt
from samenspel.kern.werkwijze.model import Cluster, Leefgebied
from samenspel.leren.services import Lesgegevens
from samenspel.web.collegakeuze import Collegakeuze
from samenspel.web.forms.collega import Collegasveld
from samenspel.web.forms.groepen import Groepsformulier
from samenspel.web.forms.knelpunt import NIVEAUNAMEN
from samenspel.web.forms.velden import Datumveld, kort, lang
from samenspel.web.forms.wet import Wetveld

__all__ = ["Clusterformulier", "Lesformulier", "Leszoekformulier", "Sessieformulier"]


class Aankruisveld(forms.MultipleChoiceField):
    """Ticks for things by their key; the value is a tuple of the things."""

    def __init__(self, *, dingen: Mapping[str, tuple[str, Any]], **kwargs: Any) -> None:
        self.dingen = dingen
        super().__init__(
            choices=[(sleutel, naam) for sleutel, (naam, _) in dingen.items()],
            widget=forms.CheckboxSelectMultiple(),
            **kwargs,
        )

    def clean(self, value: Any) -> tuple[Any, ...]:
        return tuple(self.dingen[sleutel][1] for sleutel in super().clean(value))


class Sessieformulier(Groepsformulier):
    """When it was, which casussen were talked about, and who took part."""

    def __init__(
        self,
        data: QueryDict | None,
        *,
        begin: Mapping[str, Any],
        trajecten: Sequence[Traject],
        keuze: Collegakeuze,
    ) -> None:
        super().__init__(data, initial=dict(begin))
        self.fields["op"] = Datumveld(label="Wanneer was de sessie?", error_messages={"required": "Vul de dag in."})
        self.fields["trajecten"] = Aankruisveld(
            label="Welke casussen besprak u?",
            dingen={str(t.pk): (f"{t.casus.huishouden.naam}: {t.naam} ({t.casus.nummer})", t) for t in trajecten},
            error_messages={"required": "Kies ten minste één casus."},
        )
        self.fields["deelnemers"] = Collegasveld(
            label="Wie deden er nog meer mee?",
            help_text="Zij lezen de sessie en schrijven lessen op. Van de casussen zien zij alleen die van hen.",
            keuze=keuze,
            required=False,
        )


class Lesformulier(Groepsformulier):
    """What was learned, and what it is about."""

    def __init__(
        self,
        data: QueryDict | None,
        *,
        begin: Mapping[str, Any],
        leefgebieden: Sequence[Leefgebied],
        knelpunten: Mapping[str, tuple[str, Knelpunt]],
    ) -> None:
        super().__init__(data, initial=dict(begin))
        self._knelpunten = knelpunten
        self.fields["tekst"] = forms.CharField(
            label="Wat hebt u geleerd?",
            help_text="Zonder namen, adressen of iets anders waaraan iemand te herkennen is. Alle collega’s lezen dit.",
            widget=lang(),
            max_length=2000,
            error_messages={"required": "Schrijf de les op."},
        )
        if leefgebieden:
            self.fields["leefgebied"] = forms.ChoiceField(
                label="Over welk leefgebied?",
                choices=[("", "Geen of elk leefgebied"), *((g.leefgebied, g.naam) for g in leefgebieden)],
                required=False,
            )
        self.fields["wet"] = Wetveld(geen="Geen of elke wet")
        if knelpunten:
            keuzes = [(sleutel, naam) for sleutel, (naam, _) in knelpunten.items()]
            self.fields["knelpunt"] = forms.ChoiceField(
                label="Bij welk knelpunt?",
                help_text="Collega’s zien alleen het niveau, niet het knelpunt zelf.",
                choices=[("", "Geen knelpunt"), *keuzes],
                required=False,
            )

    @property
    def gegevens(self) -> Lesgegevens:
        """What was filled in."""
        g = self.cleaned_data
        _, knelpunt = self._knelpunten.get(g.get("knelpunt", ""), ("", None))
        return Lesgegevens(
            tekst=g["tekst"], leefgebied=g.get("leefgebied", ""), wet=g.get("wet", ""), knelpunt=knelpunt
        )


class Leszoekformulier(Groepsformulier):
    """Words and subjects to look for; everything may stay empty. Werkwijzen may share the name of a life domain."""

    def __init__(self, data: QueryDict | None, *, leefgebieden: Sequence[str]) -> None:
        super().__init__(data)
        self.fields["q"] = forms.CharField(label="Woorden", required=False, widget=kort(), max_length=100)
        gebieden = [("", "Alle leefgebieden"), *((naam, naam) for naam in leefgebieden)]
        self.fields["leefgebied"] = forms.ChoiceField(label="Leefgebied", choices=gebieden, required=False)
        self.fields["wet"] = Wetveld(label="Wet", geen="Alle wetten")
        niveaus = [("", "Alle niveaus"), *((n.value, naam) for naam, n in NIVEAUNAMEN.items())]
        self.fields["niveau"] = forms.ChoiceField(label="Niveau van het knelpunt", choices=niveaus, required=False)


class Clusterformulier(Groepsformulier):
    """In which cluster a traject fits, looking back."""

    def __init__(self, data: QueryDict | None, *, begin: Mapping[str, Any], clusters: Sequence[Cluster]) -> None:
        super().__init__(data, initial=dict(begin))
        self.fields["cluster"] = forms.ChoiceField(
            label="In welk cluster past dit, achteraf gezien?",
            choices=[(c.cluster, c.naam) for c in clusters],
            widget=forms.RadioSelect(),
            error_messages={"required": "Kies een cluster."},
        )
