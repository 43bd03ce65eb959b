"""The people around a household: writing them down, the ecogram, withdrawing."""

import re
from itertools import pairwise

import pytest
from django.urls import reverse

from samenspel.casus.historie import controleer_casus
from samenspel.casus.models import Gebeurtenis
from samenspel.delen.models import Inzage
from samenspel.delen.services import huidige_woorden
from samenspel.kennis.models import Contactpersoon, Organisatie
from samenspel.netwerk.models import Netwerklid
from samenspel.web.ecogram import BREED, SMAL, Ecolid, Maat, kort, teken_ecogram
from speelwereld import LENING, Wereld, met_verzoek, speel_tot

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vrijdagmiddag")]

OMA = {
    "soort": "Familie",
    "naam": "Oma Riet",
    "rol": "oma",
    "band": "Geeft steun",
    "sterkte": "Sterk",
    "richting": "Over en weer",
    "meedoen": "Doet mee",
    "lijst": "",
}


@pytest.fixture
def wereld() -> Wereld:
    """A household with its own words and a doorbraakplan, in its first fase."""
    return speel_tot(LENING, 3)


def allen(wereld: Wereld) -> list[str]:
    return [p.voornaam for p in wereld.traject.betreft.all()]


def zet(wereld: Wereld, **velden: str) -> tuple[int, str]:
    gegevens = {**met_verzoek(**{**OMA, **velden}), "betreft": allen(wereld)}
    antwoord = wereld.als("inbrenger").post(reverse("netwerklid_nieuw", args=[wereld.casus.pk]), gegevens)
    return antwoord.status_code, antwoord.content.decode()


def pagina(wereld: Wereld, wie: str = "inbrenger") -> str:
    return wereld.als(wie).get(reverse("netwerk", args=[wereld.casus.pk])).content.decode()


def test_somebody_stands_in_the_picture_and_in_the_table(wereld: Wereld) -> None:
    assert "nog niemand in het netwerk" in pagina(wereld)
    assert zet(wereld)[0] == 303
    html = pagina(wereld)
    assert html.count("Oma Riet") >= 2, "in the picture and in the table"
    assert "Geeft steun, sterk, over en weer" in html and "Doet mee" in html
    assert "1 doet mee" in wereld.als("inbrenger").get(reverse("casus", args=[wereld.casus.pk])).content.decode()
    assert Gebeurtenis.objects.get(soort="netwerklid_toegevoegd").gegevens["band"] == "steun"
    gekeken = [i for rij in Inzage.objects.filter(wat="netwerk") for i in rij.ids]
    assert gekeken == [str(Netwerklid.objects.get().pk)]
    assert controleer_casus(wereld.casus) == []


FOUTEN = (
    ({"naam": ""}, "Vul een naam in, of kies iemand van de telefoonlijst."),
    ({"soort": ""}, "Kies wie het is."),
    ({"meedoen": "Doet niet mee"}, "Schrijf op waarom deze persoon niet meedoet."),
    ({"naam": "x" * 301}, "300"),
)


def test_what_is_missing_is_told(wereld: Wereld) -> None:
    for velden, fout in FOUTEN:
        status, html = zet(wereld, **velden)
        assert status == 422 and fout in html
    assert not Netwerklid.objects.exists()


def test_what_is_left_empty_comes_from_the_telefoonlijst(wereld: Wereld) -> None:
    organisatie = Organisatie.objects.create(gemeente=wereld.casus.gemeente, naam="De Bank", soort="publiek")
    lijst = Contactpersoon.objects.create(
        gemeente=wereld.casus.gemeente,
        organisatie=organisatie,
        naam="M. Evers",
        telefoon="030 111",
        wetten=["Wgs"],
        uitleg="Tot een maand uitstel",
    )
    assert zet(wereld, naam="", rol="", soort="Professional", lijst=str(lijst.pk))[0] == 303
    html = pagina(wereld)
    for deel in ("M. Evers", "De Bank", "030 111", "Wgs", "Mandaat: Tot een maand uitstel"):
        assert deel in html


def test_the_second_who_changes_somebody_sees_both(wereld: Wereld) -> None:
    zet(wereld)
    lid = Netwerklid.objects.select_related("item").get()
    adres, client = reverse("netwerklid", args=[lid.pk]), wereld.als("inbrenger")
    gegevens = {**OMA, "versie": str(lid.item.versie), "betreft": allen(wereld)}
    assert client.post(adres, met_verzoek() | gegevens | {"band": "Gespannen"}).status_code == 303
    tweede = client.post(adres, met_verzoek() | gegevens | {"naam": "Oma Griet"})
    assert tweede.status_code == 409
    assert "Oma Riet" in tweede.content.decode() and "Oma Griet" in tweede.content.decode()
    lid.refresh_from_db()
    assert lid.band == "gespannen"
    assert controleer_casus(wereld.casus) == []


def test_a_mistake_is_withdrawn_with_a_reason_and_put_back(wereld: Wereld) -> None:
    zet(wereld)
    lid, client = Netwerklid.objects.select_related("item").get(), wereld.als("inbrenger")
    adres = reverse("item_intrekken", args=[lid.pk])
    assert client.post(adres, met_verzoek(reden="")).status_code == 422
    assert client.post(adres, met_verzoek(reden="Verkeerd gezin", versie="1")).status_code == 303
    html = pagina(wereld)
    assert "nog niemand in het netwerk" in html and "Verkeerd gezin" in html
    assert client.post(reverse("item_terugzetten", args=[lid.pk])).status_code == 302
    assert "nog niemand in het netwerk" not in pagina(wereld)
    assert huidige_woorden(lid.item) == {"naam": "Oma Riet", "rol": "oma"}
    soorten = list(Gebeurtenis.objects.filter(soort__startswith="item_").values_list("soort", flat=True))
    assert sorted(soorten) == ["item_ingetrokken", "item_teruggezet"]
    assert controleer_casus(wereld.casus) == []


def test_what_a_route_rests_on_cannot_be_withdrawn(wereld: Wereld) -> None:
    eigen = wereld.casus.item_set.filter(soort="eigen_woorden").first()
    assert eigen is not None
    assert wereld.als("inbrenger").get(reverse("item_intrekken", args=[eigen.pk])).status_code == 404


def test_a_rol_reads_nothing_of_the_network(wereld: Wereld) -> None:
    zet(wereld)
    assert "Oma Riet" not in pagina(wereld, "koploper")


def lid(naam: str = "Iemand", *, over: str = "", professional: bool = False, richting: str = "") -> Ecolid:
    return Ecolid(
        naam=naam,
        rol="oom",
        professional=professional,
        band="gewoon",
        sterkte=2,
        richting=richting,
        over=frozenset(over),
    )


def test_a_tie_goes_to_each_of_whom_it_is_about_or_to_the_household() -> None:
    personen = [("a", "Ana"), ("b", "Bo"), ("c", "Cas")]
    een, twee, alle = (lid(over=over) for over in ("a", "ab", "abc"))
    assert [len(teken_ecogram(personen, [e]).lijnen) for e in (een, twee, alle)] == [1, 2, 1]


@pytest.mark.parametrize("maat", [BREED, SMAL])
@pytest.mark.parametrize("aantal", [0, 1, 5, 40])
def test_nothing_falls_outside_the_picture_or_over_another(aantal: int, maat: Maat) -> None:
    leden = [lid("n" * 60, professional=bool(i % 3), richting="over_en_weer") for i in range(aantal)]
    beeld = teken_ecogram([("a", "Ana" * 20), ("b", "Bo")], leden, maat)
    for vak in (*beeld.leden, *beeld.personen, beeld.kader):
        assert vak.x >= 0 and vak.y >= 0
        assert vak.x + vak.breedte <= beeld.breedte and vak.y + vak.hoogte <= beeld.hoogte
        assert all(vak.y < y <= vak.y + vak.hoogte for _, y in vak.regels)
    assert all(v.x + v.breedte < beeld.kader.x or beeld.kader.x + beeld.kader.breedte < v.x for v in beeld.leden)
    per_kolom = {x: sorted(v.y for v in beeld.leden if v.x == x) for x in {v.x for v in beeld.leden}}
    assert all(b - a >= 62 for ys in per_kolom.values() for a, b in pairwise(ys))


def test_a_line_differs_by_more_than_colour(wereld: Wereld) -> None:
    for band in ("Geeft steun", "Gewoon", "Gespannen", "Verbroken"):
        zet(wereld, naam=band, band=band)
    beelden = [s for s in re.findall(r"<svg.*?</svg>", pagina(wereld), re.S) if "ecogram-titel" in s]
    # One for a wide screen and one for a phone; either is drawn whole, with a name of its own.
    assert len(beelden) == 2 and len({re.findall(r' id="([^"]+)"', svg)[0] for svg in beelden}) == 2
    for svg in beelden:
        assert svg.count("stroke-dasharray") == 2 and "2 6" in svg and "10 6" in svg
        assert 'role="img"' in svg and "<title" in svg and "<desc" in svg


def test_a_long_name_is_cut_in_the_picture_only() -> None:
    assert kort("Een lange naam", 8) == "Een lan…" and kort("Kort", 8) == "Kort"
