"""Who takes part in a goal and who doesn't: in the plan, in its versions, and for who may read it."""

import pytest
from django.test import Client
from django.urls import reverse

from fabriek import een_account
from samenspel.casus.historie import controleer_casus
from samenspel.casus.models import Gebeurtenis
from samenspel.huishouden.models import Persoon
from samenspel.netwerk.models import Netwerklid
from samenspel.netwerk.services import Band
from samenspel.organisatie.models import Account
from samenspel.plan.models import Deelname, Doel
from samenspel.regie.intrekken import trek_in
from samenspel.regie.netwerken import voeg_netwerklid_toe
from samenspel.regie.plannen import stel_doel, wijzig_doel
from samenspel.regie.planversies import rond_plan_af, stel_plan_vast
from samenspel.web.blik import Blik
from samenspel.web.dossierstuk import inhoud_van
from speelwereld import LENING, NU, Wereld, met_verzoek, speel_tot

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vrijdagmiddag")]


@pytest.fixture
def wereld() -> Wereld:
    """A household with one goal, and oma around the oldest of it."""
    w = speel_tot(LENING, 3)
    regisseur, oudste = w.mensen["inbrenger"], een(w)
    stel_doel(casus=w.casus, tekst="Rust in huis", betreft=[oudste], account=regisseur, nu=NU)
    band, woorden = Band(soort="familie", meedoen="doet_mee"), {"naam": "Oma Riet"}
    voeg_netwerklid_toe(casus=w.casus, band=band, woorden=woorden, betreft=[oudste], account=regisseur, nu=NU)
    return w


def een(w: Wereld) -> Persoon:
    return w.traject.betreft.order_by("geboortedatum")[0]


def zet(w: Wereld, **velden: str) -> tuple[int, str]:
    basis = {"stand": "Doet mee", "wie": f"netwerk:{Netwerklid.objects.get().pk}"}
    adres = reverse("deelname_nieuw", args=[Doel.objects.get().pk])
    antwoord = w.als("inbrenger").post(adres, met_verzoek(**{**basis, **velden}))
    return antwoord.status_code, antwoord.content.decode()


def wijzig(w: Wereld, **velden: str) -> tuple[int, str]:
    antwoord = w.als("inbrenger").post(reverse("deelname", args=[Deelname.objects.get().pk]), met_verzoek(**velden))
    return antwoord.status_code, antwoord.content.decode()


def lees(w: Wereld, naam: str, *meer: object, wie: str = "inbrenger") -> str:
    antwoord = w.als(wie).get(reverse(naam, args=[w.casus.pk, *meer]))
    assert antwoord.status_code == 200
    return antwoord.content.decode()


def mijn_plan(w: Wereld, persoon: Persoon) -> str:
    client = Client()
    client.force_login(Account.objects.filter(persoon=persoon).first() or een_account(persoon=persoon))
    return client.get(reverse("mijn_plan_van", args=[w.casus.pk])).content.decode()


def test_who_takes_part_and_who_does_not_stands_with_the_goal(wereld: Wereld) -> None:
    assert zet(wereld)[0] == 303
    assert (
        zet(wereld, wie=f"persoon:{een(wereld).pk}", stand="Nog niet", reden="Na de toets", vanaf="2026-05-04")[0]
        == 303
    )
    assert zet(wereld, wie="anders", wie_anders="De verhuurder", stand="Doet niet mee", reden="Geen tijd")[0] == 303
    tekst = " ".join(lees(wereld, "plan").split())
    assert '<span dir="auto">Oma Riet</span> doet mee' in tekst
    assert 'doet nog niet mee, wel vanaf ma 4 mei · <span dir="auto">Na de toets</span>' in tekst
    assert '<span dir="auto">De verhuurder</span> doet niet mee · <span dir="auto">Geen tijd</span>' in tekst
    assert Gebeurtenis.objects.filter(soort="deelname_vastgelegd").count() == 3
    assert controleer_casus(wereld.casus) == []


@pytest.mark.parametrize(
    ("velden", "fout"),
    [
        ({"stand": "Doet niet mee"}, "Schrijf op waarom."),
        ({"stand": "Nog niet"}, "Schrijf op waarom."),
        ({"stand": ""}, "Kies of die meedoet."),
        ({"wie": ""}, "Kies over wie het gaat."),
        ({"wie": "anders"}, "Vul de naam in."),
    ],
)
def test_what_lacks_is_asked(wereld: Wereld, velden: dict[str, str], fout: str) -> None:
    status, tekst = zet(wereld, **velden)
    assert status == 422 and fout in tekst
    assert not Deelname.objects.exists()


def test_somebody_stands_once_with_a_goal(wereld: Wereld) -> None:
    assert [zet(wereld)[0], zet(wereld)[0]] == [303, 422]
    assert Deelname.objects.count() == 1


def test_it_changes_and_who_saves_second_chooses(wereld: Wereld) -> None:
    zet(wereld)
    assert wijzig(wereld, stand="Doet niet mee", reden="Zij is ziek", versie="1")[0] == 303
    status, tekst = wijzig(wereld, stand="Nog niet", reden="Later", versie="1")
    assert status == 409 and "Zij is ziek" in tekst and "Later" in tekst
    assert Deelname.objects.get().stand == "doet_niet_mee"


def test_a_version_keeps_it_and_shows_what_changed(wereld: Wereld) -> None:
    zet(wereld)
    stel_plan_vast(casus=wereld.casus, account=wereld.mensen["inbrenger"], nu=NU)
    wijzig(wereld, stand="Doet niet mee", reden="Zij is ziek", versie="1")
    assert "doet niet mee" not in lees(wereld, "planversie", 1)
    assert "van doet mee naar doet niet mee · " in " ".join(lees(wereld, "plan").split()).replace(
        "</span>", ""
    ).replace('<span dir="auto">', "")


def test_it_goes_along_with_the_goal_to_the_next_plan(wereld: Wereld) -> None:
    zet(wereld)
    doel, regisseur = Doel.objects.get(), wereld.mensen["inbrenger"]
    rond_plan_af(casus=wereld.casus, mee=[doel.pk], account=regisseur, nu=NU)
    assert "Oma Riet" in lees(wereld, "plan")
    doel = Doel.objects.select_related("item").get()
    wijzig_doel(doel=doel, tekst="Rust", status="bereikt", account=regisseur, versie=doel.item.versie, nu=NU)
    rond_plan_af(casus=wereld.casus, mee=[], account=regisseur, nu=NU)
    assert "Oma Riet" not in lees(wereld, "plan")


def test_who_may_not_see_the_network_reads_no_name(wereld: Wereld) -> None:
    zet(wereld)
    oma = Netwerklid.objects.select_related("item").get()
    assert "Oma Riet" in mijn_plan(wereld, een(wereld))
    trek_in(item=oma.item, reden="Fout", account=wereld.mensen["inbrenger"], versie=1, nu=NU)
    tekst = mijn_plan(wereld, een(wereld))
    assert "Oma Riet" not in tekst and "iemand uit het netwerk" in tekst


def test_a_resident_reads_only_of_goals_that_concern_them(wereld: Wereld) -> None:
    zet(wereld, wie="anders", wie_anders="De verhuurder", stand="Doet niet mee", reden="Geen tijd")
    assert "De verhuurder" in mijn_plan(wereld, een(wereld))
    ander = wereld.traject.betreft.exclude(pk=een(wereld).pk).order_by("geboortedatum").first()
    assert ander is not None
    assert "De verhuurder" not in mijn_plan(wereld, ander)


def test_the_format_for_a_table_names_who_takes_part(wereld: Wereld) -> None:
    zet(wereld)
    blik = Blik.van(wereld.mensen["inbrenger"], wereld.casus, NU)
    (doel,) = inhoud_van(blik, wereld.traject)["doelen"]
    assert doel["deelnames"] == ["Oma Riet doet mee"]
