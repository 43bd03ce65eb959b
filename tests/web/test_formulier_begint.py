"""A question that asks whom one called begins with the contacts of the traject."""

from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from fabriek import een_casus, een_huishouden, leden_van
from keukentafel import als, verstuur
from samenspel import werkwijzen
from samenspel.casus.models import Traject
from samenspel.kern.stand.contacten import Gesprekspartner
from samenspel.kern.stand.handelingen import LegContactVast
from samenspel.regie.begin import begin_traject
from samenspel.regie.opdracht import Opdracht
from samenspel.regie.routes import laad_versie, route, startbare_versies
from samenspel.regie.uitvoeren import voer_uit

pytestmark = pytest.mark.django_db


@pytest.fixture
def traject() -> Traject:
    """On a definition that has such a question."""
    casus, nu = een_casus(een_huishouden("Anna Jansen")), timezone.now()
    for slug in werkwijzen.slugs():
        laad_versie(tekst=werkwijzen.tekst(slug), bestand=slug, nu=nu)
    versie = next(v for v in startbare_versies(nu) if any(veld for _, veld in _vragen(v.hash)))
    betreft = leden_van(casus.huishouden)
    return begin_traject(casus=casus, versie=versie, naam="Proef", betreft=betreft, account=casus.regisseur, nu=nu)


def _vragen(versie: str) -> list[tuple[str, str]]:
    return [(f.formulier, v.veld) for f in route(versie).werkwijze.formulieren for v in f.velden if v.contacten]


def bel(traject: Traject, met: str, uitkomst: str, partner: Gesprekspartner, **woorden: str) -> None:
    opdracht = Opdracht(LegContactVast(uitkomst, None, partner), {"met": met, **woorden})
    voer_uit(traject=traject, account=traject.casus.regisseur, opdrachten=[opdracht], nu=timezone.now())


def test_it_begins_with_who_was_called_outside_and_can_be_changed(traject: Traject) -> None:
    buiten, thuis = Gesprekspartner.BUITEN, Gesprekspartner.INWONER
    bel(traject, "Woonbron", "niet_opgelost", buiten, gezegd="Ruilen kan niet.", afgesproken="Zij kijkt nog eens.")
    bel(traject, "Anna", "gesproken", thuis, gezegd="Zij slaapt slecht.")
    bel(traject, "De bank", "geen_gehoor", buiten)
    ((code, vraag),) = _vragen(traject.versie.hash)
    adres, client = reverse("formulier", args=[traject.pk, code]), als(traject.casus.regisseur)
    begin: dict[str, Any] = client.get(adres).context["form"].initial
    eerste, tweede = begin[vraag].splitlines()
    assert eerste.endswith("Woonbron: Ruilen kan niet. Afgesproken: Zij kijkt nog eens.")
    assert tweede.endswith("De bank: Geen gehoor.") and "slaapt" not in begin[vraag]
    assert client.post(adres, verstuur(**{vraag: "Alleen Woonbron gebeld."})).status_code == 303
    assert client.get(adres).context["form"].initial[vraag] == "Alleen Woonbron gebeld."
