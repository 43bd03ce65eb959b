"""The brede uitvraag as the resident sees it, and adds to it."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from bewoners import Wereld, plan_van
from samenspel.casus.historie import controleer_casus
from samenspel.casus.models import Gebeurtenis, Leefgebiedgesprek
from samenspel.delen.services import huidige_woorden
from samenspel.huishouden.models import Persoon
from samenspel.regie.begin import leg_leefgebied_vast
from samenspel.regie.routes import route

pytestmark = pytest.mark.django_db


def bespreek(wereld: Wereld, persoon: Persoon, leefgebied: str, **woorden: str) -> None:
    leg_leefgebied_vast(
        casus=wereld.casus,
        leefgebied=leefgebied,
        woorden=woorden,
        betreft=[persoon],
        account=wereld.regisseur,
        nu=timezone.now(),
    )


def test_the_resident_sees_what_was_talked_about_and_adds_to_it(anna: Client, wereld: Wereld) -> None:
    gebieden = route(wereld.traject(wereld.anna).versie.hash).werkwijze.leefgebieden
    eerste, tweede, derde = (g.leefgebied for g in gebieden[:3])
    bespreek(wereld, wereld.anna, eerste, ik_wil="Dichter bij mijn zus")
    bespreek(wereld, wereld.anna, tweede)
    bespreek(wereld, wereld.bas, derde, ik_wil="GEHEIM VAN BAS")
    pagina = plan_van(anna, wereld.casus)
    assert f"2 van {len(gebieden)} onderwerpen besproken" in pagina and "GEHEIM" not in pagina
    assert "‘Dichter bij mijn zus’" in pagina and "Nazan Aydin schreef dit op" in pagina
    assert "Er is niets opgeschreven." in pagina
    adres = reverse("mijn_leefgebied", args=[wereld.casus.pk, derde])
    assert "GEHEIM" not in anna.get(adres).content.decode()
    assert anna.post(adres, {"ik_wil": "", "ik_kan": "", "ik_heb_nodig": ""}).status_code == 422
    velden = {"ik_wil": "", "ik_kan": "Goed <b>rekenen</b>", "ik_heb_nodig": "أحتاج إلى وقت", "verzoek": str(uuid4())}
    assert [anna.post(adres, velden).status_code for _ in range(2)] == [303, 303]
    eigen = Leefgebiedgesprek.objects.get(leefgebied=derde, item__betreft=wereld.anna)
    assert huidige_woorden(eigen.item) == {"ik_kan": "Goed <b>rekenen</b>", "ik_heb_nodig": "أحتاج إلى وقت"}
    assert eigen.item.eigenaar_id == wereld.inwoner.pk and controleer_casus(wereld.casus) == []
    assert Gebeurtenis.objects.filter(soort="leefgebied_besproken").latest("volgnummer").gegevens["zelf"] is True
    pagina = plan_van(anna, wereld.casus)
    assert f"3 van {len(gebieden)} onderwerpen besproken" in pagina and "Goed &lt;b&gt;rekenen&lt;/b&gt;" in pagina
    anna.force_login(wereld.regisseur)
    assert "zelf opgeschreven" in anna.get(reverse("leefgebieden", args=[wereld.casus.pk])).content.decode()


def test_about_a_domain_that_there_is_not_nobody_writes(anna: Client, wereld: Wereld) -> None:
    wereld.traject(wereld.anna)
    adres = reverse("mijn_leefgebied", args=[wereld.casus.pk, "bestaat_niet"])
    assert anna.get(adres).status_code == 404
