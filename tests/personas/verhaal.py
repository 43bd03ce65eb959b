"""The story that every household goes through, with a planted word in everything that is said in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from personas.merken import Merken
from samenspel import werkwijzen
from samenspel.kern.stand import Route
from samenspel.kern.stand.voorbeelden import Voorbeeld, Voorbeeldpersoon, Voorbeeldstap, lees_voorbeelden
from samenspel.kern.werkwijze.catalogus import regierollen
from samenspel.kern.werkwijze.lezer import lees_werkwijze
from samenspel.kern.werkwijze.model import Budget, Houder, Overleg, Toestand, Veldsoort, Voor, Vorm

__all__ = ["JAREN", "Verhaal", "budget_van", "kies_voorbeeld", "rollen_van"]

JAREN = {"moeder": 38, "zoon": 16, "dochter": 9}


def kies_voorbeeld() -> tuple[str, Voorbeeld]:
    """A story with two meetings, up to where the second one is planned and its papers are sent."""
    for slug in werkwijzen.slugs():
        werkwijze, _ = lees_werkwijze(werkwijzen.tekst(slug), slug)
        if werkwijze is None or werkwijze.toestand is not Toestand.STARTBAAR or werkwijze.voor is not Voor.HUISHOUDEN:
            continue
        for voorbeeld in lees_voorbeelden(werkwijzen.voorbeelden_tekst(slug)):
            gehouden = [i for i, s in enumerate(voorbeeld.stappen) if "overleg" in s.inhoud]
            gestuurd = [i for i, s in enumerate(voorbeeld.stappen) if "stukken" in s.inhoud]
            if len(gehouden) > 1 and len(gestuurd) > 1 and gestuurd[1] < gehouden[1]:
                return slug, replace(voorbeeld, stappen=voorbeeld.stappen[: gehouden[1]])
    raise LookupError("no story has two meetings")


@dataclass(frozen=True)
class Verhaal:
    """Plants words in a story for one household."""

    merken: Merken
    voor: str
    wijk: str
    route: Route
    voorbeeld: Voorbeeld

    def _plant(self, groep: str, tekst: str) -> str:
        return self.merken.tekst(self.voor + groep, tekst)

    def geplant(self) -> Voorbeeld:
        """The story with a word in every text."""
        personen = tuple(
            Voorbeeldpersoon(self.merken.naam(f"{self.voor}voornaam {wie}"), -round((jaren + 0.4) * 365.25))
            for wie, jaren in JAREN.items()
        )
        return replace(
            self.voorbeeld,
            huishouden=f"Gezin {self.merken.naam(self.voor + 'naam van het huishouden')}",
            traject=self._plant("naam van het traject", self.voorbeeld.traject),
            wijk=self.wijk,
            personen=personen,
            stappen=tuple(self._met_lening()),
        )

    def _met_lening(self) -> Iterator[Voorbeeldstap]:
        """The steps, and after the first meeting a loan that its table agrees on."""
        gehouden = next(i for i, s in enumerate(self.voorbeeld.stappen) if "overleg" in s.inhoud)
        for nummer, stap in enumerate(self.voorbeeld.stappen):
            yield self._geplante_stap(stap)
            if nummer == gehouden:
                yield from self._lening(stap.dag)

    def _lening(self, dag: int) -> Iterator[Voorbeeldstap]:
        budget = next(b for b in self.route.werkwijze.budgetten if b.lening is not None)
        regie, plant = regierollen(self.route.werkwijze)[0], self._plant
        voorzitter = rollen_van(self.route, self.voorbeeld)["voorzitter"]
        vraag = {"budget": budget.budget, "vorm": Vorm.LENING.value, "bedrag": "900 euro"}
        afspraak = {"uitkering": plant("geld", "Nagevraagd."), "uitkering_bron": plant("geld", "De consulent.")}
        termijnen = {"aanvraag": "lening", "maandbedrag": "300 euro", "eerste_dag": dag + 1}
        for door, inhoud in (
            (regie, {"aanvraag": {"naam": "vergist", "waarvoor": plant("geld", "Te veel."), **vraag}}),
            (regie, {"aanvraag_ingetrokken": {"aanvraag": "vergist", "reden": plant("geld", "Een nul te veel.")}}),
            (regie, {"aanvraag": {"naam": "lening", "waarvoor": plant("geld", "Een lening."), **vraag}}),
            (voorzitter, {"oordeel": {"aanvraag": "lening", "akkoord": True}}),
            (regie, {"leenafspraak": {**termijnen, **afspraak}}),
            (regie, {"getekend": {"aanvraag": "lening", "wie": plant("geld", "Allebei.")}}),
            (budget.betalers[0], {"betaal": "lening"}),
            (budget.betalers[0], {"aflossing": {"aanvraag": "lening", "bedrag": "30 euro"}}),
            (
                budget.betalers[0],
                {"teruggedraaid": {"aanvraag": "lening", "nummer": 1, "reden": plant("geld", "Een nul te weinig.")}},
            ),
            (budget.betalers[0], {"aflossing": {"aanvraag": "lening", "bedrag": "300 euro"}}),
            (regie, {"lening_aangepast": {**termijnen, "reden": plant("geld", "Het lukte niet.")}}),
        ):
            yield Voorbeeldstap(dag, door, door, inhoud, {}, None)

    def _geplante_stap(self, stap: Voorbeeldstap) -> Voorbeeldstap:
        inhoud = dict(stap.inhoud)
        for sleutel in ("met", "gezegd", "afgesproken"):
            if sleutel in inhoud:
                inhoud[sleutel] = self._plant("contact", str(inhoud[sleutel]))
        if "contact" in inhoud:
            inhoud.setdefault("afgesproken", self._plant("contact", "Wij bellen weer."))
        if "woorden" in inhoud:
            inhoud["woorden"] = self._plant("leefgebied van allen", str(inhoud["woorden"]))
        if "stap" in inhoud:
            inhoud["tekst"] = self._plant("reden van een stap", "Daarom.")
        if isinstance(inhoud.get("eigen_woorden"), Mapping):
            inhoud["eigen_woorden"] = self._elk("eigen woorden moeder", inhoud["eigen_woorden"])
        if isinstance(vragen := inhoud.get("controlevragen"), Mapping):
            wie = {rol: wie for wie, rol in rollen_van(self.route, self.voorbeeld).items()}[stap.door]
            inhoud["controlevragen"] = {
                code: [antwoord[0], self._plant(f"controlevraag {wie}", antwoord[1])]
                for code, antwoord in vragen.items()
            }
        if "formulier" in inhoud:
            inhoud["antwoorden"] = self._antwoorden(str(inhoud["formulier"]), inhoud["antwoorden"])
        if "overleg" in inhoud:
            inhoud["toelichting"] = self._plant("overleg", str(inhoud.get("toelichting", "Zo eindigde het.")))
            inhoud["voor_inwoner"] = self._plant("overleg", "Dit is er besproken.")
            for sleutel in ("wie_beslist", "wet", "rugdekking", "weg_anders", "weg_wie"):
                if sleutel in inhoud:
                    inhoud[sleutel] = self._plant("overleg", str(inhoud[sleutel]))
            inhoud["afspraken"] = [self._afspraak(a) for a in _rijen(inhoud.get("afspraken"))]
        return replace(stap, inhoud=inhoud)

    def _afspraak(self, afspraak: Mapping[str, object]) -> dict[str, object]:
        besluit = {
            k: self._plant("besluit", str(w)) for k, w in afspraak.items() if k in ("beslist", "wet", "rugdekking")
        }
        # The words of an agreement stand in the plan and, with who decides, in a decision of their own.
        van_lid = afspraak.get("wie") == rollen_van(self.route, self.voorbeeld)["lid"]
        groep = "afspraak van het lid" if van_lid else "afspraak van de tafel"
        return {**afspraak, **besluit, "wat": self._plant(groep, str(afspraak["wat"]))}

    def _antwoorden(self, code: str, antwoorden: object) -> dict[str, object]:
        assert isinstance(antwoorden, Mapping)
        formulier = next(f for f in self.route.werkwijze.formulieren if f.formulier == code)
        tekst = {v.veld for v in formulier.velden if v.soort in (Veldsoort.TEKST, Veldsoort.LANGE_TEKST)}
        groep = f"formulier {formulier.soort_gegevens.value}"
        return {v: self._plant(groep, str(w)) if v in tekst else w for v, w in antwoorden.items()}

    def _elk(self, groep: str, teksten: object) -> dict[str, str]:
        assert isinstance(teksten, Mapping)
        return {sleutel: self._plant(groep, str(tekst)) for sleutel, tekst in teksten.items()}


def budget_van(route: Route) -> Budget:
    """Money on which more than one must agree."""
    return next(b for b in route.werkwijze.budgetten if len(b.beoordelaars) > 1 and b.instemmers > 1)


def rollen_van(route: Route, voorbeeld: Voorbeeld) -> dict[str, str]:
    """Which rol plays which part, found by what it may do."""
    w, budget, overleg = route.werkwijze, budget_van(route), _overleg(route, voorbeeld)
    per_team = {r.rol for r in w.rollen if r.houder is Houder.PER_TEAM}
    koploper = next(r for r in budget.beoordelaars if r in per_team and any(r in c.door for c in w.controlevragen))
    return {
        "koploper": koploper,
        "tweede_beoordelaar": next(r for r in budget.beoordelaars if r != koploper),
        "betaler": budget.betalers[0],
        "voorzitter": overleg.voorzitter,
        "lid": overleg.leden,
    }


def _overleg(route: Route, voorbeeld: Voorbeeld) -> Overleg:
    codes = [str(s.inhoud["overleg"]) for s in voorbeeld.stappen if "overleg" in s.inhoud]
    return next(o for o in route.werkwijze.overleggen if o.overleg == codes[0])


def _rijen(lijst: object) -> Iterator[Mapping[str, object]]:
    assert lijst is None or isinstance(lijst, list)
    yield from lijst or []
