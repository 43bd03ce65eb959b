"""Adding to the history: only facts, in their own casus, never changed afterwards."""

from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from casus.geknoei import sql
from fabriek import NU, een_account, een_casus, een_item, een_traject
from samenspel.casus.keten import OngeldigGegeven
from samenspel.casus.models import Casus, Gebeurtenis, WerkwijzeVersie
from samenspel.casus.services import leg_gebeurtenis_vast, open_casus
from samenspel.delen.services import laatste_woorden
from samenspel.kern.werkwijze.model import Vorm
from samenspel.organisatie.basis import AndereGemeente

pytestmark = pytest.mark.django_db


def leg_vast(casus: Casus, **gegevens: object) -> Gebeurtenis:
    return leg_gebeurtenis_vast(
        casus=casus,
        soort="proef",
        gegevens=gegevens,  # type: ignore[arg-type]  # also what isn't a fact, to see it refused
        account=casus.regisseur,
        gebeurd_op=NU,
        nu=NU,
    )


def test_opening_a_casus_numbers_it_and_begins_its_history() -> None:
    eerste = een_casus()
    tweede = een_casus(eerste.huishouden, eerste.regisseur)

    assert [eerste.nummer, tweede.nummer] == ["2026-00001", "2026-00002"]
    assert list(Gebeurtenis.objects.filter(casus=eerste).values_list("soort", "volgnummer")) == [("casus_geopend", 1)]


def test_every_municipality_and_year_counts_from_one() -> None:
    eerste = een_casus()
    elders = een_casus()
    # In Amsterdam it is 2027 already.
    later = een_casus(eerste.huishouden, eerste.regisseur, datetime.fromisoformat("2026-12-31T23:30:00+00:00"))

    assert [eerste.nummer, elders.nummer, later.nummer] == ["2026-00001", "2026-00001", "2027-00001"]


def test_a_casus_of_another_municipalitys_regisseur_is_refused() -> None:
    with pytest.raises(AndereGemeente):
        open_casus(huishouden=een_casus().huishouden, regisseur=een_account(), nu=NU)


def test_facts_are_stored_as_codes_and_dates() -> None:
    gegevens = leg_vast(
        een_casus(), op=date(2026, 3, 1), om=NU, vorm=Vorm.LENING, bedrag=50000, wie=UUID(int=1), lijst=("a", None)
    ).gegevens

    assert gegevens == {
        "op": "2026-03-01",
        "om": "2026-03-02T09:30:00.000000+00:00",
        "vorm": "lening",
        "bedrag": 50000,
        "wie": "00000000-0000-0000-0000-000000000001",
        "lijst": ["a", None],
    }


@pytest.mark.parametrize("waarde", [1.5, Decimal("1"), b"x", "x" * 201, "twee\nregels", {"diep": [0.1]}, {1: "a"}])
def test_what_is_no_fact_is_refused(waarde: object) -> None:
    casus = een_casus()

    with pytest.raises(OngeldigGegeven):
        leg_vast(casus, iets=waarde)
    assert Gebeurtenis.objects.filter(casus=casus).count() == 1


def test_a_moment_without_time_zone_is_refused() -> None:
    casus = een_casus()
    with pytest.raises(ValueError, match="time zone"):
        leg_gebeurtenis_vast(
            casus=casus, soort="proef", gegevens={}, account=None, gebeurd_op=datetime(2026, 3, 1), nu=NU
        )


def test_words_and_trajecten_of_another_casus_are_refused() -> None:
    casus, ander = een_casus(), een_casus()
    woorden = laatste_woorden(een_item(ander, woorden={"tekst": "elders"}))
    for opties in ({"woorden": woorden}, {"traject": een_traject(ander)}):
        with pytest.raises(ValueError, match="another casus"):
            leg_gebeurtenis_vast(
                casus=casus,
                soort="proef",
                gegevens={},
                account=None,
                gebeurd_op=NU,
                nu=NU,
                **opties,
            )


def test_the_database_refuses_to_change_a_line() -> None:
    casus = een_casus()

    with pytest.raises(IntegrityError, match="wordt alleen toegevoegd"), transaction.atomic():
        Gebeurtenis.objects.filter(casus=casus).update(soort="iets_anders")


def test_the_database_refuses_to_remove_a_line() -> None:
    casus = een_casus()

    with pytest.raises(IntegrityError, match="wordt alleen toegevoegd"), transaction.atomic():
        Gebeurtenis.objects.filter(casus=casus).delete()
    assert Gebeurtenis.objects.filter(casus=casus).count() == 1


def test_the_database_refuses_to_change_or_remove_a_version_of_a_werkwijze() -> None:
    versie = een_traject(een_casus()).versie

    with pytest.raises(IntegrityError, match="wordt alleen toegevoegd"), transaction.atomic():
        WerkwijzeVersie.objects.filter(pk=versie.pk).update(tekst="iets anders")
    with pytest.raises(IntegrityError, match="wordt alleen toegevoegd"), transaction.atomic():
        sql("DELETE FROM casus_werkwijzeversie")


def test_no_row_shows_a_name_when_printed() -> None:
    casus = een_casus()

    for rij in (casus, casus.huishouden, casus.regisseur, *Gebeurtenis.objects.all()):
        assert str(rij) == f"{type(rij).__name__} {rij.pk}"
