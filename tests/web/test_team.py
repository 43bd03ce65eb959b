"""Who leads a team: counts, absence, who stands in, and handing over; never the dossier."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from fabriek import een_account, een_team, leden_van
from keukentafel import Keukentafel, als, dek_de_tafel, verstuur
from samenspel.casus.models import Gebeurtenis
from samenspel.delen.models import Helpt, Inzage
from samenspel.huishouden.services import Personalia
from samenspel.kern.afwegen.knelpunt import Knelpuntniveau
from samenspel.kern.stand import Geweigerd
from samenspel.organisatie.models import Account, Afwezigheid, Taak
from samenspel.organisatie.services import AfwezigheidKanNiet, beeindig_afwezigheid, geef_taak, leg_afwezigheid_vast
from samenspel.regie.aanmelden import maak_dossier
from samenspel.regie.begin import te_beginnen
from samenspel.regie.delen_met import voeg_helper_toe
from samenspel.regie.knelpunten import Knelpuntinvoer, leg_knelpunt_vast
from samenspel.regie.overdracht import aanvaard_overdracht, stel_overdracht_voor
from samenspel.regie.plannen import stel_doel
from samenspel.web.blik import Blik

pytestmark = pytest.mark.django_db


@pytest.fixture
def tafel() -> Keukentafel:
    return dek_de_tafel()


@pytest.fixture
def leider(tafel: Keukentafel) -> Account:
    account = een_account(tafel.trekker.team)
    geef_taak(account=account, taak=Taak.TEAMLEIDING, van=timezone.localdate(), team=tafel.trekker.team)
    return account


def _weg(tafel: Keukentafel, door: Account, dagen: int = 0, vervanger: Account | None = None) -> Afwezigheid:
    return leg_afwezigheid_vast(
        account=tafel.trekker,
        vervanger=vervanger or tafel.kijker,
        van=timezone.localdate() + timedelta(days=dagen),
        tot=None,
        door=door,
        nu=timezone.now(),
    )


def test_the_list_counts_and_names_no_household(tafel: Keukentafel, leider: Account) -> None:
    pagina = " ".join(als(leider).get(reverse("mijn_team")).content.decode().split())
    assert tafel.trekker.naam in pagina and "1 × Luisteren" in pagina
    assert tafel.casus.nummer not in pagina and tafel.casus.huishouden.naam not in pagina
    assert tafel.buitenstaander.naam not in pagina


def test_a_taak_opens_no_dossier(tafel: Keukentafel, leider: Account) -> None:
    assert als(leider).get(reverse("casus", args=[tafel.casus.pk])).status_code == 403


def test_marking_somebody_away_gives_the_stand_in_the_work_for_so_long(tafel: Keukentafel, leider: Account) -> None:
    dag = timezone.localdate()
    antwoord = als(leider).post(
        reverse("afwezig_melden", args=[tafel.trekker.pk]),
        verstuur(van=dag.isoformat(), tot="", vervanger=str(tafel.buitenstaander.pk)),
    )
    assert antwoord.status_code == 303
    vervanger = als(tafel.buitenstaander)
    assert f"u vervangt {tafel.trekker.naam}" in vervanger.get(reverse("mijn_werk")).content.decode()
    assert vervanger.get(reverse("casus", args=[tafel.casus.pk])).status_code == 200
    assert Inzage.objects.filter(account=tafel.buitenstaander, casus=tafel.casus, reden="vervanging").exists()
    terug = als(leider).post(reverse("weer_terug", args=[Afwezigheid.objects.get().pk]))
    assert terug.status_code == 302
    assert vervanger.get(reverse("casus", args=[tafel.casus.pk])).status_code == 403


def test_who_stands_in_does_what_the_page_offers_and_shares_nothing(tafel: Keukentafel, leider: Account) -> None:
    nu, leden = timezone.now(), leden_van(tafel.casus.huishouden)
    weg = _weg(tafel, leider, vervanger=tafel.buitenstaander)
    stel_doel(casus=tafel.casus, tekst="Rust", betreft=leden, account=tafel.buitenstaander, nu=nu)
    leg_knelpunt_vast(
        casus=tafel.casus,
        invoer=Knelpuntinvoer(woorden={"wat": "De regels botsen."}, niveau=Knelpuntniveau.SYSTEEM),
        betreft=leden,
        traject=None,
        account=tafel.buitenstaander,
        nu=nu,
    )
    assert te_beginnen(tafel.casus, tafel.buitenstaander, nu) == te_beginnen(tafel.casus, tafel.trekker, nu) != []
    with pytest.raises(Geweigerd, match="contactpersoon"):
        voeg_helper_toe(casus=tafel.casus, helper=leider, personen=leden, account=tafel.buitenstaander, nu=nu)
    beeindig_afwezigheid(afwezigheid=weg, door=leider, nu=nu)
    with pytest.raises(Geweigerd):
        stel_doel(casus=tafel.casus, tekst="Meer", betreft=leden, account=tafel.buitenstaander, nu=nu)


def test_the_regisseur_keeps_the_own_right_while_away(tafel: Keukentafel, leider: Account) -> None:
    _weg(tafel, leider)
    assert Blik.van(tafel.trekker, tafel.casus, timezone.now()).waarom == "regie"
    assert Blik.van(tafel.kijker, tafel.casus, timezone.now()).regie


def test_before_the_first_day_nobody_stands_in(tafel: Keukentafel, leider: Account) -> None:
    _weg(tafel, leider, dagen=1, vervanger=tafel.buitenstaander)
    assert not Blik.van(tafel.buitenstaander, tafel.casus, timezone.now()).rechten
    assert Blik.van(tafel.buitenstaander, tafel.casus, timezone.now() + timedelta(days=1)).regie


def test_who_may_note_an_absence_and_of_whom(tafel: Keukentafel, leider: Account) -> None:
    with pytest.raises(AfwezigheidKanNiet, match="leidt"):
        _weg(tafel, tafel.kijker)
    with pytest.raises(AfwezigheidKanNiet, match="Kies een collega"):
        _weg(tafel, leider, vervanger=tafel.trekker)
    weg = _weg(tafel, leider)
    with pytest.raises(AfwezigheidKanNiet, match="al als afwezig"):
        _weg(tafel, tafel.trekker)
    with pytest.raises(AfwezigheidKanNiet, match="terug"):
        beeindig_afwezigheid(afwezigheid=weg, door=tafel.kijker, nu=timezone.now())
    with pytest.raises(IntegrityError), transaction.atomic():
        Afwezigheid.objects.filter(pk=weg.pk).update(vervanger=tafel.trekker)


def test_who_is_away_too_cannot_stand_in(tafel: Keukentafel, leider: Account) -> None:
    _weg(tafel, leider)
    with pytest.raises(AfwezigheidKanNiet, match="in die tijd zelf afwezig"):
        leg_afwezigheid_vast(
            account=tafel.kijker, vervanger=tafel.trekker, van=timezone.localdate(), tot=None, door=leider,
            nu=timezone.now(),
        )  # fmt: skip


def test_names_are_shown_only_of_who_is_away_and_the_look_is_noted(tafel: Keukentafel, leider: Account) -> None:
    adres = reverse("casussen_van", args=[tafel.trekker.pk])
    assert als(leider).get(adres).status_code == 403
    _weg(tafel, leider)
    pagina = als(leider).get(adres).content.decode()
    assert tafel.casus.nummer in pagina and tafel.casus.huishouden.naam.replace("'", "&#x27;") in pagina
    blik = Inzage.objects.get(account=leider, wat="casussen_van", geweigerd=False)
    assert (blik.reden, blik.ids) == ("taak", [str(tafel.casus.pk)])


def test_a_lead_proposes_and_the_receiver_decides(tafel: Keukentafel, leider: Account) -> None:
    _weg(tafel, leider)
    adres = reverse("overdragen_voor", args=[tafel.casus.pk])
    assert als(leider).post(adres, verstuur(account=str(tafel.buitenstaander.pk))).status_code == 303
    tafel.casus.refresh_from_db()
    assert tafel.casus.regisseur == tafel.trekker
    assert Gebeurtenis.objects.get(soort="overdracht_voorgesteld").account == leider
    overnemen = reverse("overnemen", args=[tafel.casus.pk])
    assert f"{leider.naam} vraagt u" in als(tafel.buitenstaander).get(overnemen).content.decode()
    aanvaard_overdracht(casus=tafel.casus, account=tafel.buitenstaander, nu=timezone.now())
    tafel.casus.refresh_from_db()
    assert tafel.casus.regisseur == tafel.buitenstaander


def test_a_lead_of_another_team_proposes_nothing(tafel: Keukentafel) -> None:
    ander = een_account(een_team(tafel.trekker.gemeente))
    geef_taak(account=ander, taak=Taak.TEAMLEIDING, van=timezone.localdate(), team=ander.team)
    _weg(tafel, tafel.trekker)
    assert als(ander).get(reverse("casussen_van", args=[tafel.trekker.pk])).status_code == 403
    assert als(ander).get(reverse("overdragen_voor", args=[tafel.casus.pk])).status_code == 403
    with pytest.raises(Geweigerd):
        stel_overdracht_voor(casus=tafel.casus, account=ander, aan=tafel.kijker, nu=timezone.now())


def test_nobody_is_asked_for_what_they_have(tafel: Keukentafel, leider: Account) -> None:
    with pytest.raises(Geweigerd, match="heeft de regie al"):
        stel_overdracht_voor(casus=tafel.casus, account=leider, aan=tafel.trekker, nu=timezone.now())


def test_who_stands_in_reads_who_decides_on_sharing_instead_of_a_form(tafel: Keukentafel, leider: Account) -> None:
    voeg_helper_toe(
        casus=tafel.casus, helper=tafel.meelezer, personen=[tafel.moeder], account=tafel.trekker, nu=timezone.now()
    )
    _weg(tafel, leider)
    client = als(tafel.kijker)
    lijst = client.get(reverse("grondslagen", args=[tafel.casus.pk])).content.decode()
    assert f"{tafel.trekker.naam} beslist met wie er wordt gedeeld" in lijst
    assert "Iemand laten meehelpen" not in lijst and "Helpt niet meer mee" not in lijst
    for naam in ("grondslag_nieuw", "helper_nieuw"):
        antwoord = client.get(reverse(naam, args=[tafel.casus.pk]))
        assert antwoord.status_code == 403
        tekst = antwoord.content.decode()
        assert f"{tafel.trekker.naam} beslist met wie er wordt gedeeld" in tekst and "<textarea" not in tekst
    helpt = Helpt.objects.get(casus=tafel.casus)
    assert client.post(reverse("helper_beeindigen", args=[helpt.pk])).status_code == 403
    helpt.refresh_from_db()
    assert helpt.tot is None


def test_who_watches_over_who_looks_gets_no_households(tafel: Keukentafel, leider: Account) -> None:
    """Not by a handover, not as a stand-in, and begins none."""
    nu, wachter = timezone.now(), een_account(tafel.trekker.team)
    adres = reverse("overdragen", args=[tafel.casus.pk])
    assert wachter.naam in als(tafel.trekker).get(adres).content.decode()
    geef_taak(account=wachter, taak=Taak.PRIVACY, van=timezone.localdate())
    assert wachter.naam not in als(tafel.trekker).get(adres).content.decode()
    with pytest.raises(Geweigerd, match="houdt toezicht"):
        stel_overdracht_voor(casus=tafel.casus, account=tafel.trekker, aan=wachter, nu=nu)
    with pytest.raises(AfwezigheidKanNiet, match="houdt toezicht"):
        _weg(tafel, leider, vervanger=wachter)
    with pytest.raises(Geweigerd, match="houdt toezicht"):
        maak_dossier(account=wachter, personalia=Personalia(voornaam="Jo", achternaam="Vis"), wijk=None, nu=nu)
