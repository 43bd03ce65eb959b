"""The form for a knelpunt: where it is stuck and why, on which level, under which laws, with whom."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.http import QueryDict

from samenspel.casus.models import Traject
from samenspel.huishouden.models import Persoon
from samenspel.kennis.models import Organisatie
from samenspel.kern.afwegen.knelpunt import OORZAKEN, Knelpuntniveau
from samenspel.regie.knelpunten import Knelpuntinvoer
from samenspel.web.forms.betreft import betreftveld
from samenspel.web.forms.velden import Keuzeveld, Meerkeuzeveld, kort, lang
from samenspel.web.forms.wet import MetWet

__all__ = ["NIVEAUNAMEN", "OORZAAKNAMEN", "OPEN", "OPGELOST", "WOORDVELDEN", "Knelpuntformulier"]

NIVEAUNAMEN = {
    "Persoonlijk: in iemands leven, of tussen mensen": Knelpuntniveau.PERSOONLIJK,
    "Professioneel: tussen hulpverleners of organisaties": Knelpuntniveau.PROFESSIONEEL,
    "Systeem: in de regels, of tussen wetten": Knelpuntniveau.SYSTEEM,
}
OORZAAKNAMEN = {f"{oorzaak.naam}: {oorzaak.uitleg}": soort for soort, oorzaak in OORZAKEN.items()}
OPEN, OPGELOST = "Speelt nog", "Opgelost"
WOORDVELDEN = ("wat", "oorzaak", "andere_wet", "andere_organisatie", "oplossing")


class Knelpuntformulier(MetWet):
    """A new knelpunt also asks about whom it is and in which traject; one that is there, whether it is solved."""

    use_required_attribute = False
    wat = forms.CharField(
        label="Waar loopt het vast?",
        help_text="Zo veel mogelijk in de woorden van het huishouden.",
        widget=lang(3),
        max_length=2000,
        error_messages={"required": "Schrijf op waar het vastloopt."},
    )
    oorzaaksoort = Keuzeveld(
        label="Waar komt het door?",
        help_text="Kies wat er het meest aan doet. Het telt mee in de cijfers, zonder namen.",
        keuzes=OORZAAKNAMEN,
        onbekend="Dat is nog niet te zeggen",
        required=False,
    )
    oorzaak = forms.CharField(label="Hoe zit dat precies?", required=False, widget=lang(3), max_length=2000)
    niveau = Keuzeveld(
        label="Op welk niveau zit het?",
        keuzes=NIVEAUNAMEN,
        onbekend="",
        error_messages={"required": "Kies op welk niveau het zit."},
    )

    def __init__(
        self,
        data: QueryDict | None,
        *,
        begin: Mapping[str, Any],
        organisaties: Sequence[Organisatie],
        personen: Sequence[Persoon] = (),
        trajecten: Sequence[Traject] = (),
        eigen_wetten: Sequence[str] = (),
        bestaat: bool = False,
    ) -> None:
        super().__init__(data, initial=dict(begin))
        self.vraag_wet(eigen_wetten, meer=True)
        self._organisaties = {str(o.pk): o for o in organisaties}
        if organisaties:
            namen = {o.naam: str(o.pk) for o in organisaties}
            self.fields["organisaties"] = Meerkeuzeveld(
                keuzes=namen, label="Welke organisaties spelen mee?", required=False
            )
        self.fields["andere_organisatie"] = forms.CharField(
            label="Een andere organisatie", required=False, widget=kort(), max_length=300
        )
        if bestaat:
            standen = {OPEN: False, OPGELOST: True}
            self.fields["stand"] = Keuzeveld(label="Hoe staat het ermee?", keuzes=standen, onbekend="")
            self.fields["oplossing"] = forms.CharField(
                label="Hoe is het opgelost?", required=False, widget=lang(3), max_length=2000
            )
        if trajecten:
            keuzes = [*((str(t.pk), t.naam) for t in trajecten), ("", "Staat los van een traject")]
            self.fields["traject"] = forms.ChoiceField(
                label="Bij welk traject hoort het?", choices=keuzes, required=False, widget=forms.RadioSelect()
            )
        if len(personen) > 1:
            self.fields["betreft"] = betreftveld(personen, "Over wie gaat het?")

    @property
    def invoer(self) -> Knelpuntinvoer:
        """What was filled in."""
        g = self.cleaned_data
        return Knelpuntinvoer(
            woorden={naam: g.get(naam, "") for naam in WOORDVELDEN},
            niveau=g["niveau"],
            oorzaaksoort=g["oorzaaksoort"],
            wetten=g["wetten"],
            organisaties=[self._organisaties[sleutel] for sleutel in g.get("organisaties", ())],
            opgelost=bool(g.get("stand")),
        )
