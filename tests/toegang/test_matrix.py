"""The permission matrix: every address × GET, fragment and POST × everybody × own, other team's, other municipality's.

What is expected stands in `verwacht.yaml`, written by hand. An address that isn't there fails, and so does a line in
it without an address.
"""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.urls import reverse

from personas import Persona, Wereld
from samenspel.casus.models import Gebeurtenis
from samenspel.delen.models import Inzage
from samenspel.delen.zicht import zichtbare_trajecten
from samenspel.web.blik import Blik
from toegang.adressen import Delen, namen, onbestaand, vul_in
from toegang.kijken import Kijken, Resultaat
from toegang.tabel import lees_tabel

pytestmark = pytest.mark.django_db

TABEL = lees_tabel()
GEVALLEN = [(pagina, plaats) for pagina in sorted(TABEL.paginas) for plaats in TABEL.plaatsen(pagina)]
WIJZEN = (("GET", False), ("GET", True), ("POST", False))
VREEMDEN = ("regisseur", "moeder", "elders")
"""A professional, a resident and somebody of the other municipality: enough to compare with what isn't there."""


def test_every_address_is_in_the_table_and_every_line_has_an_address() -> None:
    assert set(TABEL.paginas) == set(namen())


def test_every_group_names_people_who_are_there(wereld: Wereld) -> None:
    genoemd = {naam for groep in TABEL.groepen.values() for naam in groep}
    assert genoemd | {"anoniem"} == set(wereld.personas)


def test_lists_and_pages_agree_on_who_knows_of_a_traject(wereld: Wereld) -> None:
    for persona in wereld.personas.values():
        if (account := persona.account) is None:
            continue
        in_lijst = set(zichtbare_trajecten(account, persona.nu))
        plekken = [p for p in wereld.plekken.values() if p.casus.gemeente_id == account.gemeente_id]
        op_pagina = {p.traject for p in plekken if Blik.van(account, p.casus, persona.nu).in_traject(p.traject.pk)}
        assert in_lijst == op_pagina, persona.naam


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    """Thousands of refusals are expected here; writing each to the log takes a third of the time."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


@pytest.mark.parametrize(("pagina", "plaats"), GEVALLEN, ids=[f"{p}-{w}" for p, w in GEVALLEN])
def test_who_comes_in(pagina: str, plaats: str, wereld: Wereld, kijken: Kijken) -> None:
    proef = Proef(kijken, pagina, plaats, vul_in(pagina, wereld, plaats)[0], Gebeurtenis.objects.count())
    fouten = [
        f"{persona.naam} {'HX ' if fragment else ''}{methode}: {fout}"
        for persona in wereld.personas.values()
        for methode, fragment in WIJZEN
        for fout in proef.fouten(persona, methode, fragment)
    ]
    assert not fouten, "\n" + "\n".join(fouten)


@dataclass(frozen=True)
class Proef:
    """One address of one household; `regels` is how long the history of all households is beforehand."""

    kijken: Kijken
    pagina: str
    plaats: str
    delen: Delen
    regels: int

    def fouten(self, persona: Persona, methode: str, fragment: bool) -> list[str]:
        """What is wrong with one request, in words."""
        verwacht = TABEL.uitkomst(self.pagina, methode, persona.naam, self.plaats)
        with self.kijken.teruggedraaid():
            gezien = self.kijken.vraag(persona, methode, reverse(self.pagina, kwargs=self.delen), fragment=fragment)
            # Building the world looks at nothing, so every row is of this request.
            geweigerd = list(Inzage.objects.values_list("geweigerd", flat=True))
            veranderd = methode == "POST" and Gebeurtenis.objects.count() > self.regels
        fouten = [f"{gezien.uitkomst}, verwacht {verwacht}"] if gezien.uitkomst != verwacht else []
        if veranderd and not TABEL.doet(self.pagina, persona.naam, self.plaats):
            fouten.append("een leeg formulier veranderde het dossier")
        fouten += _inzagefouten(self.pagina, gezien, methode, geweigerd)
        if (
            verwacht == "niet"
            and not fragment
            and persona.naam in VREEMDEN
            and not self._als_niets(persona, methode, gezien)
        ):
            fouten.append("antwoordt anders dan op iets dat er niet is")
        return fouten

    def _als_niets(self, persona: Persona, methode: str, gezien: Resultaat) -> bool:
        """Whether something of another municipality answers as something that was never there."""
        weg = onbestaand(self.delen)
        if weg == self.delen:
            return True
        with self.kijken.teruggedraaid():
            leeg = self.kijken.vraag(persona, methode, reverse(self.pagina, kwargs=weg))
        return (leeg.uitkomst, _zonder_bewijs(leeg)) == (gezien.uitkomst, _zonder_bewijs(gezien))


def _inzagefouten(pagina: str, gezien: Resultaat, methode: str, geweigerd: list[bool]) -> list[str]:
    """A refusal is noted as one; a look into a dossier is noted as a look."""
    if gezien.uitkomst == "geen" and geweigerd != [True]:
        return [f"de weigering hoort één keer in de inzage te staan, staat er als {geweigerd}"]
    over_huishouden = TABEL.paginas[pagina].get("bereik") is None
    if over_huishouden and methode == "GET" and gezien.antwoord.status_code == 200 and False not in geweigerd:
        return ["er werd gekeken en dat staat niet in de inzage"]
    if over_huishouden and gezien.uitkomst == "ok" and True in geweigerd:
        return ["wie binnenkomt staat als geweigerd in de inzage"]
    return []


def _zonder_bewijs(gezien: Resultaat) -> bytes:
    """The body without the token against forgery, which differs every time."""
    return re.sub(rb'(name="csrfmiddlewaretoken" value=|"X-CSRFToken": )"[^"]+"', b"", gezien.antwoord.content)
