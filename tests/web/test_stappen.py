"""Beginning a traject and taking a stap: confirmed first, refused with the links that mend it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from keukentafel import Keukentafel, als, dek_de_tafel, een_casus_zonder_traject, verstuur
from samenspel.casus.models import Traject, Trajectstap
from samenspel.delen.models import Inzage
from samenspel.delen.services import huidige_woorden
from samenspel.doorbraak.models import Antwoorden
from samenspel.huishouden.selectors import leden_op
from samenspel.kern.stand import Geweigerd
from samenspel.kern.stand.handelingen import LegFormulierVast, Speler, ZetStap
from samenspel.regie.routes import route_van
from samenspel.regie.stand import stand_van
from samenspel.regie.vooraf import Vooraf
from samenspel.web.zetten import zet

pytestmark = pytest.mark.django_db


@pytest.fixture
def tafel() -> Keukentafel:
    return dek_de_tafel()


def adres(tafel: Keukentafel, code: str) -> str:
    return reverse("stap", args=[tafel.traject.pk, code])


def plek(tafel: Keukentafel) -> str:
    tafel.traject.refresh_from_db()
    return tafel.traject.fase


def vul_vragenlijst(tafel: Keukentafel) -> None:
    tafel.doe(LegFormulierVast("vragenlijst", {"waar_loopt_het_vast": True}), {"waar_loopt_het_vast": "Overal"})


def test_a_traject_begins_on_a_werkwijze_in_plain_words() -> None:
    casus, trekker = een_casus_zonder_traject()
    nieuw, leden = reverse("traject_nieuw", args=[casus.pk]), leden_op(casus.huishouden, timezone.localdate())
    pagina = als(trekker).get(nieuw).content.decode()
    assert "Aan de keukentafel" in pagina and "Eerst luisteren, dan doen." in pagina and "Luisteren · Toetsen" in pagina
    velden = verstuur(werkwijze="keukentafel", naam="Een eigen plek", betreft=[str(leden[0].pk)])
    for _ in range(2):
        assert als(trekker).post(nieuw, velden).status_code == 303
    traject = Traject.objects.get()
    assert traject.naam == "Een eigen plek" and [p.pk for p in traject.betreft.all()] == [leden[0].pk]


def test_beginning_asks_about_whom_and_keeps_the_name(tafel: Keukentafel) -> None:
    nieuw = reverse("traject_nieuw", args=[tafel.casus.pk])
    antwoord = als(tafel.trekker).post(nieuw, verstuur(werkwijze="keukentafel", naam="Een eigen plek"))
    assert antwoord.status_code == 422
    assert "Kies over wie het gaat." in antwoord.content.decode() and "Een eigen plek" in antwoord.content.decode()
    assert als(tafel.meelezer).get(nieuw).status_code == 403
    assert als(tafel.elders).get(nieuw).status_code == 404


def test_a_stap_is_confirmed_and_taken_once(tafel: Keukentafel) -> None:
    vul_vragenlijst(tafel)
    pagina = als(tafel.trekker).get(adres(tafel, "laten_toetsen")).content.decode()
    assert "van Luisteren naar" in pagina and "Toetsen" in pagina
    velden = verstuur(**{"stap-toelichting": "Het is klaar."})
    for _ in range(2):
        antwoord = als(tafel.trekker).post(adres(tafel, "laten_toetsen"), velden)
        assert antwoord["Location"] == reverse("casus", args=[tafel.casus.pk])
    gezet = Trajectstap.objects.get()
    assert plek(tafel) == "toetsen" and gezet.item is not None
    assert huidige_woorden(gezet.item) == {"toelichting": "Het is klaar."}


def test_why_not_with_the_link_that_mends_it(tafel: Keukentafel) -> None:
    antwoord = als(tafel.trekker).get(adres(tafel, "laten_toetsen"))
    pagina = antwoord.content.decode()
    assert "Kan nog niet." in pagina and "U beschreef waar het vastloopt." in pagina
    assert f"{reverse('formulier', args=[tafel.traject.pk, 'vragenlijst'])}#id_waar_loopt_het_vast" in pagina
    assert "<textarea" not in pagina
    geweigerd = als(tafel.trekker).post(adres(tafel, "laten_toetsen"), verstuur(**{"stap-toelichting": "Toch maar"}))
    assert geweigerd.status_code == 422
    assert "kan nog niet" in geweigerd.content.decode() and "Toch maar" in geweigerd.content.decode()
    assert plek(tafel) == "begin"


@pytest.mark.parametrize("code", ["niets_doen", "oplossen", "afsluiten"])
def test_some_staps_ask_why(tafel: Keukentafel, code: str) -> None:
    over_een_maand = (timezone.localdate() + timedelta(days=30)).isoformat()
    zonder = als(tafel.trekker).post(adres(tafel, code), verstuur(**{"stap-waakvlam_op": over_een_maand}))
    assert zonder.status_code == 422 and plek(tafel) == "begin"
    velden = {"stap-waakvlam_op": over_een_maand, "stap-toelichting": "Zo is het goed."}
    assert als(tafel.trekker).post(adres(tafel, code), verstuur(**velden)).status_code == 303
    assert plek(tafel) == ("waakvlam" if code == "oplossen" else "afgesloten")


def test_niets_doen_asks_what_the_resident_reads(tafel: Keukentafel) -> None:
    assert "Wat legt u de inwoner uit?" in als(tafel.trekker).get(adres(tafel, "niets_doen")).content.decode()


def test_a_waakvlam_asks_a_day_to_come(tafel: Keukentafel) -> None:
    gisteren = (timezone.localdate() - timedelta(days=1)).isoformat()
    antwoord = als(tafel.trekker).post(adres(tafel, "waakvlam"), verstuur(**{"stap-waakvlam_op": gisteren}))
    assert antwoord.status_code == 422 and "dag in de toekomst" in antwoord.content.decode()


def test_urgency_and_reopening_choose_where_to(tafel: Keukentafel) -> None:
    spoed = {"stap-toelichting": "Ontruiming maandag.", "stap-gebeld": "De toetser, akkoord."}
    zonder = als(tafel.trekker).post(adres(tafel, "spoed"), verstuur(**spoed))
    assert zonder.status_code == 422 and "Kies waar u heen gaat." in zonder.content.decode()
    niemand = als(tafel.trekker).post(
        adres(tafel, "spoed"), verstuur(**spoed | {"stap-gebeld": "", "stap-naar": "doen"})
    )
    assert niemand.status_code == 422 and "Schrijf op wie u belde." in niemand.content.decode()
    als(tafel.trekker).post(adres(tafel, "spoed"), verstuur(**spoed, **{"stap-naar": "doen"}))
    assert plek(tafel) == "doen"
    gezet = Trajectstap.objects.get()
    assert gezet.item is not None and huidige_woorden(gezet.item)["gebeld"] == "De toetser, akkoord."
    tafel.doe(ZetStap("niets_doen"), {"toelichting": "Klaar."})
    als(tafel.trekker).post(adres(tafel, "heropenen"), verstuur(**{"stap-naar": "begin", "stap-toelichting": "Toch."}))
    assert plek(tafel) == "begin"


def test_reopening_goes_where_the_traject_was_and_says_why(tafel: Keukentafel) -> None:
    vul_vragenlijst(tafel)
    tafel.doe(ZetStap("laten_toetsen"))
    tafel.doe(ZetStap("niets_doen"), {"toelichting": "Klaar."})
    pagina = als(tafel.trekker).get(adres(tafel, "heropenen"))
    veld = pagina.context["form"]["stap-naar"]
    assert [code for code, _ in veld.field.choices] == ["begin", "toetsen"] and veld.initial == "toetsen"
    zonder = als(tafel.trekker).post(adres(tafel, "heropenen"), verstuur(**{"stap-naar": "begin"}))
    assert zonder.status_code == 422 and plek(tafel) == "afgesloten"
    verder = verstuur(**{"stap-naar": "doen", "stap-toelichting": "Het moet verder."})
    assert als(tafel.trekker).post(adres(tafel, "heropenen"), verder).status_code == 422
    with pytest.raises(Geweigerd, match="nog niet geweest"):
        tafel.doe(ZetStap("heropenen", naar="doen"))
    assert plek(tafel) == "afgesloten"


def test_a_stap_back_goes_where_one_came_from(tafel: Keukentafel) -> None:
    vul_vragenlijst(tafel)
    tafel.doe(ZetStap("laten_toetsen"))
    assert "naar <b>Luisteren</b>" in als(tafel.trekker).get(adres(tafel, "terug")).content.decode()
    als(tafel.trekker).post(adres(tafel, "terug"), verstuur(**{"stap-toelichting": "Er mist iets."}))
    assert plek(tafel) == "begin"


def test_a_form_that_goes_with_a_stap_is_filled_in_there(tafel: Keukentafel) -> None:
    tafel.doe(ZetStap("spoed", naar="doen"), {"toelichting": "Haast."})
    pagina = als(tafel.trekker).get(adres(tafel, "opnieuw_luisteren")).content.decode()
    assert "Wat leerden we?" in pagina and "Deze stap zetten" in pagina
    leeg = als(tafel.trekker).post(adres(tafel, "opnieuw_luisteren"), verstuur(wat_leerden_we=""))
    assert leeg.status_code == 422 and plek(tafel) == "doen" and not Antwoorden.objects.exists()
    als(tafel.trekker).post(adres(tafel, "opnieuw_luisteren"), verstuur(wat_leerden_we="Eerder bellen"))
    assert plek(tafel) == "begin"
    assert huidige_woorden(Antwoorden.objects.get().item) == {"wat_leerden_we": "Eerder bellen"}


def test_a_stap_that_no_longer_fits_says_so(tafel: Keukentafel) -> None:
    vul_vragenlijst(tafel)
    tafel.doe(ZetStap("laten_toetsen"))
    assert "Kan hier niet." in als(tafel.trekker).get(adres(tafel, "laten_toetsen")).content.decode()
    te_laat = als(tafel.trekker).post(adres(tafel, "laten_toetsen"), verstuur(**{"stap-toelichting": "Te laat"}))
    assert te_laat.status_code == 422 and "Te laat" in te_laat.content.decode()
    assert Trajectstap.objects.count() == 1


def test_who_may_not_take_it_is_refused_and_noted(tafel: Keukentafel) -> None:
    for account, code in ((tafel.meelezer, 403), (tafel.buitenstaander, 403), (tafel.elders, 404)):
        assert als(account).get(adres(tafel, "niets_doen")).status_code == code
        assert als(account).post(adres(tafel, "niets_doen"), verstuur()).status_code == code
    assert Inzage.objects.filter(account=tafel.meelezer, wat="stap", geweigerd=True).exists()
    assert als(tafel.trekker).get(adres(tafel, "bestaat_niet")).status_code == 404


def test_a_link_to_what_is_missing_is_for_who_can_supply_it(tafel: Keukentafel) -> None:
    route, stand = route_van(tafel.traject), stand_van(tafel.traject, timezone.now())
    stap = next(s for s in stand.stappen if s.soort.stap == "laten_toetsen")
    door = {rol for reden in stap.redenen for o in reden.herstel for rol in o.herstel.door}
    vooraf = [Vooraf(tafel.traject, tafel.trekker, timezone.now()) for _ in range(2)]
    for wie, rollen in zip(vooraf, (door, ()), strict=True):
        wie.speler = Speler(str(tafel.trekker.pk), frozenset(rollen))
    wel, niet = (zet(stap, wie)["mist"] for wie in vooraf)
    assert wel and all(deel["url"] for deel in wel)
    namen = [r.naam.lower() for r in route.werkwijze.rollen if r.rol in door]
    assert [deel["url"] for deel in niet] == [""] * len(wel)
    assert all(any(naam in deel["naam"] for naam in namen) for deel in niet)
