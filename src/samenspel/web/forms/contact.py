"""The form for a contact: with whom, when, what was said, what was agreed and who does that."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.timezone import get_default_timezone, localtime

from samenspel.casus.models import Traject
from samenspel.huishouden.models import Persoon
from samenspel.kennis.models import Contactpersoon
from samenspel.kern.stand.contacten import GESPROKEN, Gesprekspartner, weigering_contact
from samenspel.netwerk.models import Netwerklid
from samenspel.organisatie.models import Account
from samenspel.web.forms.betreft import ANDERS
from samenspel.web.forms.gesprekken import Personenveld
from samenspel.web.forms.groepen import Groepsformulier
from samenspel.web.forms.velden import Datumveld, Tijdveld, kort, lang
from samenspel.web.gebeurtenissen import UITKOMSTNAMEN

PROFESSIONAL = "professional"

__all__ = ["Bijwerkformulier", "Contactformulier", "Gesprekspartners", "begin_van_contact"]


@dataclass(frozen=True, slots=True)
class Partner:
    """Somebody with whom one may have talked: under which heading, by what name, on which side, who it is."""

    groep: str
    naam: str
    kant: Gesprekspartner
    wie: Persoon | Netwerklid | Account | Contactpersoon | None = None

    @property
    def persoon(self) -> Persoon | None:
        """The person of the household."""
        return self.wie if isinstance(self.wie, Persoon) else None

    @property
    def contactpersoon(self) -> Contactpersoon | None:
        """The contactpersoon of the list, who may stand in the network too."""
        wie = self.wie.contactpersoon if isinstance(self.wie, Netwerklid) else self.wie
        return wie if isinstance(wie, Contactpersoon) else None


@dataclass(frozen=True, slots=True)
class Gesprekspartners:
    """With whom one may have talked, in which trajecten, and who may do what was agreed (`eigenaarkeuzes`).

    `notitie`: of a helper, who records no outcome and knows people by their first name.
    """

    trajecten: Sequence[Traject]
    personen: Sequence[Persoon]
    contactpersonen: Sequence[Contactpersoon]
    eigenaars: Sequence[Any]
    netwerk: Sequence[tuple[Netwerklid, str]] = ()
    collegas: Sequence[Account] = ()
    notitie: bool = False

    def noem(self, persoon: Persoon) -> str:
        """How this writer knows somebody."""
        return persoon.voornaam if self.notitie else persoon.naam

    @property
    def keuzes(self) -> dict[str, Partner]:
        """Everybody to choose from, by the value of the list."""
        lijst = {f"p-{p.pk}": Partner("Huishouden", self.noem(p), Gesprekspartner.INWONER, p) for p in self.personen}
        lijst |= {f"n-{lid.pk}": Partner("Netwerk", naam, _kant(lid), lid) for lid, naam in self.netwerk}
        lijst |= {f"a-{a.pk}": Partner("Collega’s", a.naam, Gesprekspartner.COLLEGA, a) for a in self.collegas}
        for c in self.contactpersonen:
            naam = f"{c.naam}, {c.organisatie.naam}"
            lijst[f"c-{c.pk}"] = Partner(c.organisatie.naam, naam, Gesprekspartner.BUITEN, c)
        return lijst


class Bijwerkformulier(Groepsformulier):
    """What was recorded of a contact, to put right; of a note (`notitie`) no outcome."""

    met = forms.ChoiceField(label="Met wie sprak u?", required=False)
    met_anders = forms.CharField(
        label="Naam, als u ‘iemand anders’ koos", required=False, max_length=300, widget=kort()
    )
    gezegd = forms.CharField(label="Wat is er gezegd?", required=False, widget=lang())
    afgesproken = forms.CharField(label="Wat spraken jullie af?", required=False, widget=lang(3))
    uitkomst = forms.ChoiceField(
        label="Hoe liep het af?",
        choices=[(code, naam[:1].upper() + naam[1:]) for code, naam in UITKOMSTNAMEN.items()],
        widget=forms.RadioSelect(),
        error_messages={"required": "Kies hoe het afliep."},
    )
    terugbellen_op = Datumveld(label="Wanneer belt u terug?", required=False)

    def __init__(
        self,
        data: QueryDict | None,
        *,
        begin: Mapping[str, Any],
        notitie: bool,
        partners: Gesprekspartners,
        staat: str,
    ) -> None:
        super().__init__(data, initial=dict(begin))
        self._partners = partners.keuzes
        met = self.fields["met"]
        assert isinstance(met, forms.ChoiceField)
        met.choices = _met_keuzes(self._partners, f"{staat or 'Niemand opgeschreven'} (zoals het er staat)")
        if notitie:
            del self.fields["uitkomst"], self.fields["terugbellen_op"]

    def clean(self) -> dict[str, Any]:
        g = super().clean() or {}
        if g.get("met") == ANDERS and not g.get("met_anders"):
            self.add_error("met_anders", "Vul in met wie u sprak.")
        beschreven = bool(g.get("gezegd") or g.get("afgesproken"))
        if "uitkomst" not in self.errors:
            nee = weigering_contact(g.get("uitkomst") or GESPROKEN, beschreven=beschreven)
            if nee:
                self.add_error("gezegd", nee)
        return g

    @property
    def partner(self) -> Partner | None:
        """With whom it was after all; None where that stays as it was."""
        gekozen = self.cleaned_data["met"]
        return _gekozen(self._partners, gekozen, self.cleaned_data["met_anders"]) if gekozen else None


class Contactformulier(Groepsformulier):
    """A talk or call: in which traject, with whom, when, what was said and agreed, how it ended, about whom."""

    met = forms.ChoiceField(label="Met wie sprak u?", error_messages={"required": "Kies met wie u sprak."})
    met_anders = forms.CharField(
        label="Naam, als u ‘iemand anders’ koos", required=False, max_length=300, widget=kort()
    )
    op_dag = Datumveld(label="Op welke dag?", error_messages={"required": "Vul de dag in."})
    op_tijd = Tijdveld(label="Hoe laat?")
    uitkomst = forms.ChoiceField(
        label="Hoe liep het af?",
        choices=[(code, naam[:1].upper() + naam[1:]) for code, naam in UITKOMSTNAMEN.items()],
        required=False,
        help_text="Sprak u met iemand uit het huishouden, het netwerk of met een collega? Dan hoeft u niets te kiezen.",
        widget=forms.RadioSelect(),
    )
    gezegd = forms.CharField(label="Wat is er gezegd?", required=False, widget=lang())
    afgesproken = forms.CharField(label="Wat spraken jullie af?", required=False, widget=lang(3))
    wie = forms.ChoiceField(
        label="Wie doet dat?", required=False, help_text="Kiest u iemand, dan komt de afspraak ook in het plan."
    )
    wie_anders = forms.CharField(
        label="Naam van die ander", required=False, max_length=150, widget=kort(autocomplete="off")
    )
    voor = Datumveld(label="Voor welke dag?", required=False)
    terugbellen_op = Datumveld(label="Wanneer belt u terug?", required=False)

    def __init__(
        self, data: QueryDict | None, *, begin: Mapping[str, Any], partners: Gesprekspartners, nu: datetime
    ) -> None:
        super().__init__(data, initial=dict(begin))
        self.nu, self.trajecten = nu, {str(t.pk): t for t in partners.trajecten}
        self._partners = partners.keuzes
        met = self.fields["met"]
        assert isinstance(met, forms.ChoiceField)
        met.choices = _met_keuzes(self._partners)
        self._kies_wie(partners)
        if len(self.trajecten) > 1:
            keuzes = [(sleutel, t.naam) for sleutel, t in self.trajecten.items()]
            self.fields["traject"] = forms.ChoiceField(
                label="Voor welk traject?", choices=keuzes, widget=forms.RadioSelect()
            )
        if partners.personen:
            self.fields["betreft"] = Personenveld(
                label="Over wie gaat het?", personen=partners.personen, noem=partners.noem
            )
        self.order_fields(["traject", *[naam for naam in self.fields if naam != "traject"]])

    def _kies_wie(self, partners: Gesprekspartners) -> None:
        wie = self.fields["wie"]
        assert isinstance(wie, forms.ChoiceField)
        wie.choices = [("", "Niemand, het blijft bij dit gesprek"), *partners.eigenaars]
        if ANDERS not in [keuze for keuze, _ in partners.eigenaars]:
            del self.fields["wie_anders"]
        if partners.notitie:
            del self.fields["uitkomst"], self.fields["terugbellen_op"]
            self.fields["gezegd"].required = True
            self.fields["gezegd"].error_messages["required"] = "Schrijf op wat er is gezegd."

    def clean(self) -> dict[str, Any]:
        g = super().clean() or {}
        if g.get("met") == ANDERS and not g.get("met_anders"):
            self.add_error("met_anders", "Vul in met wie u sprak.")
        moment = self.moment
        if moment is not None and moment > self.nu:
            veld = "op_dag" if moment.date() > localtime(self.nu).date() else "op_tijd"
            self.add_error(veld, "Dit moment moet nog komen. Vul in wanneer het gesprek was.")
        if moment is not None and g.get("terugbellen_op") and g["terugbellen_op"] < moment.date():
            self.add_error("terugbellen_op", "Terugbellen kan pas na het gesprek. Kies een latere dag.")
        self._controleer_afloop(g)
        self._controleer_afspraak(g)
        return g

    def _controleer_afloop(self, g: dict[str, Any]) -> None:
        """With somebody of the household a talk may just be a talk; without words only a call that nobody took."""
        if "uitkomst" not in self.fields or "uitkomst" in self.errors or not g.get("met"):
            return
        if not g.get("uitkomst") and self.partner.kant is Gesprekspartner.BUITEN:
            self.add_error("uitkomst", "Kies hoe het afliep.")
            return
        g["uitkomst"] = g.get("uitkomst") or GESPROKEN
        beschreven = bool(g.get("gezegd") or g.get("afgesproken"))
        if nee := weigering_contact(g["uitkomst"], beschreven=beschreven):
            self.add_error("gezegd", nee)

    def _controleer_afspraak(self, g: Mapping[str, Any]) -> None:
        """Who does something, does it before a day; without anybody nothing comes into the plan."""
        if not g.get("wie"):
            if g.get("voor"):
                self.add_error("wie", "Kies wie het doet, of haal de dag weg.")
            return
        if not g.get("afgesproken"):
            self.add_error("afgesproken", "Schrijf op wat er is afgesproken. Zo komt het in het plan.")
        if "voor" not in self.errors and not g.get("voor"):
            self.add_error("voor", "Kies voor welke dag het gebeurt.")
        if g["wie"] == ANDERS and not g.get("wie_anders"):
            self.add_error("wie_anders", "Vul de naam in van wie het doet.")

    @property
    def moment(self) -> datetime | None:
        """When it happened."""
        g = self.cleaned_data
        if not g.get("op_dag") or g.get("op_tijd") is None:
            return None
        return datetime.combine(g["op_dag"], g["op_tijd"], get_default_timezone())

    @property
    def traject(self) -> Traject | None:
        """For which traject: the chosen one, or the only one."""
        gekozen = self.cleaned_data.get("traject") or next(iter(self.trajecten), "")
        return self.trajecten.get(gekozen)

    @property
    def partner(self) -> Partner:
        """With whom: from the list, or a name."""
        return _gekozen(self._partners, self.cleaned_data["met"], self.cleaned_data.get("met_anders", ""))

    @property
    def woorden(self) -> dict[str, str]:
        """With whom by name, what was said, what was agreed."""
        g = self.cleaned_data
        return {"met": self.partner.naam, "gezegd": g["gezegd"], "afgesproken": g["afgesproken"]}


def _kant(lid: Netwerklid) -> Gesprekspartner:
    return Gesprekspartner.BUITEN if lid.soort == PROFESSIONAL else Gesprekspartner.NETWERK


def _gekozen(partners: Mapping[str, Partner], sleutel: str, anders: str) -> Partner:
    return partners.get(sleutel, Partner("", anders, Gesprekspartner.BUITEN))


def _met_keuzes(partners: Mapping[str, Partner], leeg: str = "Kies") -> list[Any]:
    groepen: dict[str, list[tuple[str, str]]] = {}
    for sleutel, partner in partners.items():
        groepen.setdefault(partner.groep, []).append((sleutel, partner.naam))
    return [("", leeg), *groepen.items(), (ANDERS, "Iemand anders")]


def begin_van_contact(nu: datetime, betreft: Sequence[UUID]) -> dict[str, Any]:
    """What a new contact starts with: now, about these people."""
    lokaal = localtime(nu)
    return {"op_dag": lokaal.date(), "op_tijd": lokaal.time(), "betreft": [str(sleutel) for sleutel in betreft]}
