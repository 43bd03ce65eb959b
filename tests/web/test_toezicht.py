"""Who watches over privacy: looks, disclosures and the history; without names of households, and watched as well."""

import re
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

import samenspel
from fabriek import een_account, een_casus, een_huishouden
from keukentafel import Keukentafel, als, dek_de_tafel
from samenspel.casus import controles
from samenspel.casus.models import Casus, Historiecontrole
from samenspel.delen.models import Inzage
from samenspel.delen.services import leg_inzage_vast
from samenspel.delen.toezicht import opvallend
from samenspel.kern.delen import Reden
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.organisatie.models import Taak
from samenspel.organisatie.services import geef_taak
from samenspel.web.inzagetekst import VOOR_INWONER, WAAROM, WAT

pytestmark = pytest.mark.django_db


@pytest.fixture
def tafel() -> Keukentafel:
    return dek_de_tafel()


@pytest.fixture
def henk(tafel: Keukentafel) -> Client:
    account = een_account(tafel.trekker.team)
    geef_taak(account=account, taak=Taak.PRIVACY, van=timezone.localdate())
    return als(account)


def _om(uur: int) -> datetime:
    return timezone.localtime().replace(hour=uur, minute=30) - timedelta(days=1)


def test_looks_are_found_by_account_casus_reason_and_refusal(tafel: Keukentafel, henk: Client) -> None:
    assert als(tafel.trekker).get(reverse("casus", args=[tafel.casus.pk])).status_code == 200
    als(tafel.buitenstaander).get(reverse("casus", args=[tafel.casus.pk]))
    dag = timezone.localdate().isoformat()
    vraag = {"van": dag, "tot": dag, "nummer": tafel.casus.nummer, "account": "", "reden": ""}
    antwoord = henk.post(reverse("toezicht_inzage"), vraag, follow=True)
    adres = antwoord.redirect_chain[0][0]
    assert str(tafel.casus.pk) in adres and tafel.casus.nummer not in adres
    gezien = [(r["rij"].account.naam, r["wat"]) for r in antwoord.context["regels"]]
    assert {naam for naam, _ in gezien} == {tafel.trekker.naam, tafel.buitenstaander.naam}
    geweigerd = henk.get(f"{adres}&geweigerd=on").context["regels"]
    assert [r["rij"].account for r in geweigerd] == [tafel.buitenstaander]
    van_trekker = henk.get(f"{adres}&account={tafel.trekker.pk}&reden=regie").context["regels"]
    assert [(r["wat"], r["waarom"]) for r in van_trekker] == [("het dossier", "contactpersoon van het huishouden")]


def test_the_pages_name_no_household_and_the_own_look_is_noted(tafel: Keukentafel, henk: Client) -> None:
    als(tafel.trekker).get(reverse("casus", args=[tafel.casus.pk]))
    for naam in ("toezicht", "toezicht_inzage", "toezicht_delen", "toezicht_controle"):
        assert "Neill" not in henk.get(reverse(naam)).content.decode()
    gezien = Inzage.objects.filter(account__taakvervulling__taak=Taak.PRIVACY.value)
    assert {i.wat for i in gezien} == {"toezicht_inzage", "toezicht_grondslagen"}
    assert henk.get(reverse("casus", args=[tafel.casus.pk])).status_code == 403


@pytest.mark.parametrize(
    ("velden", "fout"),
    [
        ({"nummer": "1999-00001"}, "geen casus met dit nummer"),
        ({"van": "1-1-2026", "tot": "1-1-2025"}, "voor de eerste"),
    ],
)
def test_a_question_that_cannot_be_answered_says_why(henk: Client, velden: dict[str, str], fout: str) -> None:
    antwoord = henk.post(reverse("toezicht_inzage"), {"van": "1-1-2026", "tot": "2-1-2026", **velden})
    assert antwoord.status_code == 422
    assert fout in antwoord.content.decode()


def test_an_address_with_nonsense_shows_the_last_days(henk: Client) -> None:
    antwoord = henk.get(reverse("toezicht_inzage"), {"van": "onzin", "casus": "x", "account": "y"})
    assert antwoord.status_code == 200


def test_what_stands_out(tafel: Keukentafel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "TOEZICHT_VEEL", 2)
    tweede = een_casus(een_huishouden("Piet Post", team=tafel.trekker.team), tafel.trekker)
    for casus in (tafel.casus, tweede):
        leg_inzage_vast(account=tafel.kijker, wat="casus", casus=casus, reden="rol", nu=_om(12))
    leg_inzage_vast(account=tafel.meelezer, wat="casus", casus=tafel.casus, reden="rol", nu=_om(2))
    leg_inzage_vast(account=tafel.toetser, wat="casus", casus=tafel.casus, reden="rol", nu=_om(22))
    leg_inzage_vast(account=tafel.buitenstaander, wat="casus", casus=tafel.casus, geweigerd=True, nu=_om(12))
    dag = timezone.localdate()
    regels = opvallend(tafel.casus.gemeente_id, dag - timedelta(days=5), dag, timezone.now())
    gezien = {regel: [(o.account, o.aantal, o.dag) for o in wie] for regel, wie in regels.items()}
    assert gezien == {
        "geen_recht": [(tafel.buitenstaander.pk, 1, None)],
        "nacht": [(tafel.meelezer.pk, 1, None)],
        "veel": [(tafel.kijker.pk, 2, _om(12).date())],
    }


@pytest.mark.parametrize(
    ("op", "nacht"),
    [("2026-07-01T20:30+00:00", 0), ("2026-07-01T21:30+00:00", 1), ("2026-01-15T21:30+00:00", 0)],
)
def test_night_is_night_by_the_clock_on_the_wall(tafel: Keukentafel, op: str, nacht: int) -> None:
    moment = datetime.fromisoformat(op)
    leg_inzage_vast(account=tafel.kijker, wat="casus", casus=tafel.casus, reden="rol", nu=moment)
    dag = timezone.localdate(moment)
    regels = opvallend(tafel.casus.gemeente_id, dag, dag, moment + timedelta(days=3))
    assert sum(o.aantal for o in regels["nacht"]) == nacht


def test_a_day_is_counted_again_until_it_is_surely_over(tafel: Keukentafel) -> None:
    middernacht = timezone.make_aware(datetime(2026, 3, 3))
    dag = timezone.localdate(middernacht) - timedelta(days=1)

    def in_de_nacht(nu: datetime) -> int:
        return sum(o.aantal for o in opvallend(tafel.casus.gemeente_id, dag, dag + timedelta(days=1), nu)["nacht"])

    def kijk(op: datetime) -> None:
        leg_inzage_vast(account=tafel.kijker, wat="casus", casus=tafel.casus, reden="rol", nu=op)

    kijk(middernacht - timedelta(minutes=5))
    assert in_de_nacht(middernacht + timedelta(minutes=1)) == 1
    # Begun before midnight, written down after somebody counted.
    kijk(middernacht - timedelta(seconds=1))
    assert in_de_nacht(middernacht + timedelta(minutes=2)) == 2
    kijk(middernacht + timedelta(hours=2))
    assert [in_de_nacht(middernacht + timedelta(hours=n)) for n in (3, 4, 50)] == [3, 3, 3]


def test_days_that_are_over_are_counted_once(
    tafel: Keukentafel, monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    # At noon: in the first hour after midnight yesterday isn't over yet.
    nu, dag, gemeente = timezone.localtime().replace(hour=12), timezone.localdate(), tafel.casus.gemeente_id
    for terug, uur in ((2, 12), (3, 21)):
        op = timezone.localtime(nu).replace(hour=uur) - timedelta(days=terug)
        leg_inzage_vast(account=tafel.kijker, wat="casus", casus=tafel.casus, geweigerd=uur == 12, nu=op)
    eerst = opvallend(gemeente, dag - timedelta(days=29), dag, nu)
    # Which days were counted, what they hold, the day that goes on, and the names.
    with django_assert_num_queries(4):
        assert opvallend(gemeente, dag - timedelta(days=29), dag, nu) == eerst
    assert [o.aantal for o in eerst["geen_recht"]] == [1] and eerst["nacht"] == []
    monkeypatch.setattr(settings, "TOEZICHT_NACHT", (20, 6))
    assert [o.aantal for o in opvallend(gemeente, dag - timedelta(days=29), dag, nu)["nacht"]] == [1]


def test_the_history_is_checked_in_parts_until_it_is_done(
    tafel: Keukentafel, henk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(controles, "PER_KEER", 1)
    een_casus(een_huishouden("Piet Post", team=tafel.trekker.team), tafel.trekker)
    adres = reverse("toezicht_controle")
    assert "1 van 2 casussen" in henk.post(adres, follow=True).content.decode()
    assert "2 van 2 casussen" in henk.post(adres, headers={"HX-Request": "true"}).content.decode()
    klaar = henk.post(adres, follow=True).content.decode()
    assert "Alles klopt" in klaar
    controle = Historiecontrole.objects.get()
    assert controle.klaar_op is not None and controle.casussen == 2 and controle.regels > 2
    assert "alles klopt" in henk.get(reverse("toezicht")).content.decode()


def test_a_changed_line_is_found_and_named_without_anybody(tafel: Keukentafel, henk: Client) -> None:
    Casus.objects.filter(pk=tafel.casus.pk).update(kop_mac="0" * 64)
    pagina = " ".join(henk.post(reverse("toezicht_controle"), follow=True).content.decode().split())
    assert "1 fout gevonden" in pagina and f"casus {tafel.casus.nummer}, regel" in pagina
    assert "het slot op het einde van de geschiedenis klopt niet" in pagina
    assert "Neill" not in pagina


def test_every_look_that_the_source_notes_has_words() -> None:
    bron = Path(samenspel.__file__).parent
    patroon = re.compile(r'(?:noteer\(|wat=)"(\w+)"')
    genoteerd = {c for p in bron.rglob("*.py") for c in patroon.findall(p.read_text(encoding="utf-8"))}
    assert genoteerd | {s.value for s in Gegevenssoort} <= set(WAT)
    assert {r.value for r in Reden} | {"lijst", "taak", "zoeken"} <= set(WAAROM)
    assert {"regie", "vervanging", "eigenaar", "rol", "tafel", "grondslag", "helper", "taak"} <= set(VOOR_INWONER)
