"""What the members of a table were sent, beside what stands there now, so that nobody is surprised at the table."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from samenspel.casus.models import Gebeurtenis, Traject
from samenspel.delen.models import Woorden
from samenspel.kern.werkwijze.model import Formulier
from samenspel.web.forms.vragen import getoond
from samenspel.web.stem import WOORDVRAGEN
from samenspel.web.tekst import wanneer

__all__ = ["Verstuurd", "formulierlijnen", "stemregels"]

Regels = list[dict[str, Any]]


@dataclass
class Verstuurd:
    """The papers of a traject as they were at a moment; `vandaag` is for how days are said.

    `versies` (by item) and `lijnen` (of forms that were filled in) are what a list read for all of its lines at once.
    """

    traject: Traject
    op: datetime
    vandaag: date
    versies: Mapping[UUID, Sequence[Woorden]] | None = None
    lijnen: Iterable[Gebeurtenis] | None = None

    def stem(self, delen: Regels) -> Regels:
        """Own words, each part with what was sent where it was changed."""
        toen, laatst = self._woorden(d["item"] for d in delen)
        return [
            {**d, **self._verschil(d["woorden"], stemregels(toen.get(d["item"], {})), laatst.get(d["item"]))}
            for d in delen
        ]

    def papier(self, formulier: Formulier, item: UUID, groepen: Regels) -> dict[str, Any]:
        """Of one form what was sent, where it was changed; nothing where it wasn't there yet."""
        regels = self._ingevuld.get(formulier.formulier, [])
        eerder = [r for r in regels if r.vastgelegd_op <= self.op]
        waarden: dict[str, Any] = {}
        for regel in eerder:
            waarden |= regel.gegevens["velden"]
        woorden = self._woorden([item])[0].get(item, {})
        bekend = {veld: waarde for veld, waarde in waarden.items() if waarde is not None}
        toen = getoond(formulier, bekend, woorden) if eerder else []
        return self._verschil(groepen, toen, regels[-1].vastgelegd_op if regels else None)

    def plan(self, doelen: Regels) -> dict[str, Any]:
        """Of the plan the goals and actions that were sent, where something was changed."""
        acties = {d["doel"].pk: [a["actie"].pk for a in d["acties"]] for d in doelen}
        items = [*acties, *(a for rij in acties.values() for a in rij)]
        toen, laatst = self._woorden(items)
        nu = [{"tekst": d["tekst"], "acties": [a["wat"] for a in d["acties"]]} for d in doelen]
        eerder = [
            {"tekst": toen[doel].get("tekst", ""), "acties": [toen[a].get("wat", "") for a in rij if a in toen]}
            for doel, rij in acties.items()
            if doel in toen
        ]
        return self._verschil(nu, eerder, max(laatst.values(), default=None))

    def _verschil(self, nu: Regels, toen: Regels, laatst: datetime | None) -> dict[str, Any]:
        if laatst is None or laatst <= self.op or nu == toen:
            return {"gewijzigd": "", "verstuurd": []}
        return {"gewijzigd": wanneer(laatst, self.vandaag), "verstuurd": toen}

    @cached_property
    def _ingevuld(self) -> dict[str, list[Gebeurtenis]]:
        per_formulier: dict[str, list[Gebeurtenis]] = {}
        for rij in formulierlijnen([self.traject]) if self.lijnen is None else self.lijnen:
            per_formulier.setdefault(rij.gegevens["formulier"], []).append(rij)
        return per_formulier

    def _woorden(self, items: Iterable[UUID]) -> tuple[dict[UUID, Mapping[str, str]], dict[UUID, datetime]]:
        """Per item the words as they were then (items that were there), and when they were last written."""
        ids = list(items)
        toen: dict[UUID, Mapping[str, str]] = {}
        laatst: dict[UUID, datetime] = {}
        if self.versies is None:
            rijen: Iterable[Woorden] = Woorden.objects.filter(item__in=ids).order_by("volgnummer")
        else:
            rijen = [rij for item in ids for rij in self.versies.get(item, ())]
        for rij in rijen:
            laatst[rij.item_id] = rij.vastgelegd_op
            if rij.vastgelegd_op <= self.op:
                toen[rij.item_id] = rij.inhoud or {}
        return toen, laatst


def formulierlijnen(trajecten: Iterable[Traject]) -> QuerySet[Gebeurtenis]:
    """The lines of history of forms that were filled in, the oldest first."""
    return Gebeurtenis.objects.filter(traject__in=list(trajecten), soort="formulier_vastgelegd").order_by("volgnummer")


def stemregels(woorden: Mapping[str, str]) -> Regels:
    return [{"vraag": v, "tekst": woorden[k], "van": ""} for k, v in WOORDVRAGEN if woorden.get(k)]
