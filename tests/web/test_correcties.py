"""What was recorded is put right: a contact, an action; the rules see the correction and the history keeps both."""

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from fabriek import een_account
from keukentafel import Keukentafel, als, dek_de_tafel, verstuur
from samenspel.casus.historie import controleer_casus
from samenspel.casus.models import Contact, Gebeurtenis
from samenspel.delen.models import Inzage
from samenspel.delen.services import huidige_woorden
from samenspel.kern.stand.handelingen import LegContactVast, ZetStap
from samenspel.organisatie.models import Account
from samenspel.plan.models import Actie
from samenspel.regie.feiten import lees_feiten
from samenspel.regie.gesprekken import leg_gesprek_vast
from samenspel.regie.mijn_plan import voeg_eigen_actie_toe
from samenspel.regie.opdracht import Verband
from samenspel.regie.plannen import Eigenaar, rond_af, spreek_af
from samenspel.regie.routes import route_van

pytestmark = pytest.mark.django_db
MORGEN = timezone.localdate() + timedelta(days=1)


@pytest.fixture
def tafel() -> Keukentafel:
    return dek_de_tafel()


@pytest.fixture
def contact(tafel: Keukentafel) -> Contact:
    tafel.doe(LegContactVast("niet_opgelost", MORGEN), {"met": "Woonbron", "gezegd": "Het kan niet."})
    return Contact.objects.select_related("item").get()


def leg_los_gesprek_vast(tafel: Keukentafel) -> None:
    leg_gesprek_vast(
        casus=tafel.casus,
        uitkomst="niet_opgelost",
        terugbellen_op=None,
        verband=Verband(),
        woorden={"met": "Woonbron", "gezegd": "Het kan niet."},
        betreft=(tafel.moeder,),
        account=tafel.trekker,
        gebeurd_op=timezone.now(),
        nu=timezone.now(),
    )


def een_actie(tafel: Keukentafel, *, in_traject: bool, **wie: Any) -> Actie:
    spreek_af(
        casus=tafel.casus,
        traject=tafel.traject if in_traject else None,
        doel=None,
        wat="De bank bellen",
        eigenaar=Eigenaar(**(wie or {"account": tafel.meelezer})),
        voor=MORGEN,
        betreft=(tafel.moeder,),
        account=tafel.trekker,
        nu=timezone.now(),
    )
    return Actie.objects.select_related("item").get()


def feiten(tafel: Keukentafel) -> dict[str, object]:
    return lees_feiten(tafel.traject, route_van(tafel.traject))


def pagina(account: Account, naam: str, *args: Any) -> str:
    return " ".join(als(account).get(reverse(naam, args=args)).content.decode().split())


def test_a_contact_is_put_right_and_the_rules_see_it(tafel: Keukentafel, contact: Contact) -> None:
    adres = reverse("contact_bijwerken", args=[contact.pk])
    velden = verstuur(versie="1", gezegd="Het kan toch.", afgesproken="", uitkomst="opgelost", terugbellen_op="")
    assert als(tafel.trekker).post(adres, velden).status_code == 303
    assert feiten(tafel)["contact.uitkomst"] == "opgelost" and "contact.terugbellen_op" not in feiten(tafel)
    tekst = pagina(tafel.trekker, "contact", contact.pk)
    assert "Het kan toch." in tekst and "Het kan niet." in tekst and "Woonbron" in tekst
    assert Gebeurtenis.objects.filter(soort="contact_gewijzigd").count() == 1
    assert als(tafel.trekker).post(adres, velden | verstuur()).status_code == 409
    assert controleer_casus(tafel.casus) == []


def test_a_contact_that_was_a_mistake_counts_no_more(tafel: Keukentafel, contact: Contact) -> None:
    adres = reverse("contact_intrekken", args=[contact.pk])
    assert als(tafel.trekker).post(adres, verstuur(versie="1", reden="")).status_code == 422
    assert als(tafel.trekker).post(adres, verstuur(versie="1", reden="Verkeerd huishouden")).status_code == 303
    assert not [feit for feit in feiten(tafel) if feit.startswith("contact.")]
    assert "Verkeerd huishouden" in pagina(tafel.trekker, "contact", contact.pk)
    assert als(tafel.kijker).get(reverse("contact", args=[contact.pk])).status_code == 403
    assert controleer_casus(tafel.casus) == []


@pytest.mark.parametrize("in_traject", [True, False])
def test_a_contact_that_was_withdrawn_is_put_back_by_the_regisseur(tafel: Keukentafel, in_traject: bool) -> None:
    if in_traject:
        tafel.doe(LegContactVast("niet_opgelost", MORGEN), {"met": "Woonbron", "gezegd": "Het kan niet."})
    else:
        leg_los_gesprek_vast(tafel)
    contact, eerst = Contact.objects.get(), feiten(tafel)
    intrekken, terug = (reverse(f"contact_{wat}", args=[contact.pk]) for wat in ("intrekken", "terugzetten"))
    assert als(tafel.trekker).post(intrekken, verstuur(versie="1", reden="Verkeerd huishouden")).status_code == 303
    assert "Verkeerd huishouden" in pagina(tafel.trekker, "logboek", tafel.casus.pk)
    assert "Verkeerd huishouden" not in pagina(tafel.kijker, "logboek", tafel.casus.pk)
    assert als(tafel.kijker).post(terug).status_code == 403
    assert "Terugzetten" in pagina(tafel.trekker, "contact", contact.pk)
    assert als(tafel.trekker).post(terug).status_code == 302
    assert feiten(tafel) == eerst
    tekst = pagina(tafel.trekker, "contact", contact.pk)
    assert "ingetrokken op" not in tekst and "Het kan niet." in tekst
    assert "al teruggezet" in als(tafel.trekker).post(terug, follow=True).content.decode()
    assert controleer_casus(tafel.casus) == []


def test_with_whom_one_spoke_is_put_right_and_the_rules_see_it(tafel: Keukentafel, contact: Contact) -> None:
    assert "contact.uitkomst" in feiten(tafel)
    adres = reverse("contact_bijwerken", args=[contact.pk])
    velden = verstuur(versie="1", gezegd="Het kan niet.", afgesproken="", uitkomst="niet_opgelost")
    assert "Woonbron (zoals het er staat)" in als(tafel.trekker).get(adres).content.decode()
    zonder_naam = als(tafel.trekker).post(adres, velden | {"met": "anders"})
    assert zonder_naam.status_code == 422 and "Vul in met wie u sprak." in zonder_naam.content.decode()
    assert als(tafel.trekker).post(adres, velden | {"met": f"p-{tafel.moeder.pk}"}).status_code == 303
    contact.refresh_from_db()
    assert (contact.partner, contact.persoon) == ("inwoner", tafel.moeder)
    assert "contact.uitkomst" not in feiten(tafel) and "contact.aantal" not in feiten(tafel)
    assert als(tafel.trekker).post(adres, velden | verstuur(versie="2", met="")).status_code == 303
    contact.refresh_from_db()
    assert (contact.partner, contact.persoon) == ("inwoner", tafel.moeder)
    assert huidige_woorden(contact.item)["met"] == tafel.moeder.naam
    assert controleer_casus(tafel.casus) == []


def test_only_who_wrote_it_or_the_regisseur_puts_a_contact_right(tafel: Keukentafel, contact: Contact) -> None:
    assert "Bijwerken" not in pagina(tafel.kijker, "contact", contact.pk)
    for naam in ("contact_bijwerken", "contact_intrekken"):
        assert als(tafel.kijker).get(reverse(naam, args=[contact.pk])).status_code == 403
        assert Inzage.objects.filter(account=tafel.kijker, wat=naam, geweigerd=True).exists()
    tafel.doe(LegContactVast("geen_gehoor"), {"met": "Woonbron"}, door=tafel.kijker)
    eigen = Contact.objects.exclude(pk=contact.pk).get()
    velden = verstuur(versie="1", gezegd="Zij nam toch op.", afgesproken="", uitkomst="opgelost")
    assert als(tafel.kijker).post(reverse("contact_bijwerken", args=[eigen.pk]), velden).status_code == 303
    assert feiten(tafel)["contact.uitkomst"] == "opgelost"


@pytest.mark.parametrize("in_traject", [True, False])
def test_an_action_is_changed_reopened_and_let_lapse(tafel: Keukentafel, in_traject: bool) -> None:
    actie, client = een_actie(tafel, in_traject=in_traject), als(tafel.trekker)
    later = MORGEN + timedelta(days=7)
    velden = verstuur(versie="1", wat="De bank schrijven", wie="anders", wie_anders="Tante Jo", voor=later.isoformat())
    assert client.post(reverse("actie_wijzigen", args=[actie.pk]), velden).status_code == 303
    tekst = pagina(tafel.trekker, "actie", actie.pk)
    assert "De bank schrijven" in tekst and "Tante Jo" in tekst and "De bank bellen" in tekst
    actie.refresh_from_db()
    assert actie.account is None and actie.voor == later
    rond_af(actie=actie, account=tafel.trekker, nu=timezone.now())
    assert client.post(reverse("actie_vervalt", args=[actie.pk]), verstuur(versie="2", reden="x")).status_code == 422
    heropen = verstuur(voor=MORGEN.isoformat())
    assert client.post(reverse("actie_heropenen", args=[actie.pk]), heropen).status_code == 303
    if in_traject:
        assert (feiten(tafel)["afspraak.open"], feiten(tafel)["afspraak.eerste_op"]) == (1, MORGEN.toordinal())
    vervalt = verstuur(versie="2", reden="Niet meer nodig")
    assert client.post(reverse("actie_vervalt", args=[actie.pk]), vervalt).status_code == 303
    assert "afspraak.aantal" not in feiten(tafel)
    assert "De bank schrijven" not in pagina(tafel.trekker, "plan", tafel.casus.pk)
    assert "Niet meer nodig" in pagina(tafel.trekker, "actie", actie.pk)
    assert controleer_casus(tafel.casus) == []


def test_who_was_given_an_action_may_reopen_it_and_not_change_it(tafel: Keukentafel) -> None:
    actie = een_actie(tafel, in_traject=True)
    rond_af(actie=actie, account=tafel.meelezer, nu=timezone.now())
    assert als(tafel.meelezer).get(reverse("actie_wijzigen", args=[actie.pk])).status_code == 403
    antwoord = als(tafel.meelezer).post(reverse("actie_heropenen", args=[actie.pk]), verstuur(voor=MORGEN.isoformat()))
    assert antwoord.status_code == 303
    actie.refresh_from_db()
    assert actie.gedaan_op is None


def test_what_a_resident_put_in_the_plan_nobody_else_changes(tafel: Keukentafel) -> None:
    bewoner = een_account(persoon=tafel.moeder)
    actie = voeg_eigen_actie_toe(
        casus=tafel.casus, persoon=tafel.moeder, wat="Zelf bellen", voor=MORGEN, account=bewoner, nu=timezone.now()
    )
    velden = verstuur(versie="1", wat="Anders", wie="anders", wie_anders="Ik", voor=MORGEN.isoformat())
    antwoord = als(tafel.trekker).post(reverse("actie_wijzigen", args=[actie.pk]), velden)
    assert antwoord.status_code == 422 and "Dit schreef de inwoner zelf op" in antwoord.content.decode()
    assert huidige_woorden(actie.item) == {"wat": "Zelf bellen"}


def test_a_contact_in_a_traject_that_was_closed_is_still_put_right(tafel: Keukentafel, contact: Contact) -> None:
    tafel.doe(ZetStap("niets_doen"), {"toelichting": "Het huishouden gaat zelf verder."})
    adres = reverse("contact_intrekken", args=[contact.pk])
    assert als(tafel.trekker).post(adres, verstuur(versie="1", reden="Dubbel")).status_code == 303
    assert "contact.aantal" not in feiten(tafel)
