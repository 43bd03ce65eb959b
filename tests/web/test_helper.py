"""Who helps along writes a part of their own: notes and what they do; of the rest they see that it is there."""

from typing import Any
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from fabriek import een_account, een_casus, een_huishouden, een_item, leden_van
from samenspel.casus.historie import controleer_casus
from samenspel.casus.models import Casus, Contact
from samenspel.delen.models import Inzage
from samenspel.delen.services import huidige_woorden
from samenspel.kern.stand import Geweigerd
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.organisatie.models import Account
from samenspel.plan.models import Actie
from samenspel.regie.delen_met import beeindig_hulp, voeg_helper_toe
from samenspel.regie.eigen_deel import neem_op_zich
from samenspel.regie.gesprekken import leg_gesprek_vast
from samenspel.regie.opdracht import Verband
from samenspel.regie.plannen import Eigenaar, spreek_af
from samenspel.web.blik import Blik

pytestmark = pytest.mark.django_db


@pytest.fixture
def casus() -> Casus:
    return een_casus(een_huishouden("Anna Jansen", "Bas Jansen"))


@pytest.fixture
def helper(casus: Casus) -> Account:
    wie = een_account(casus.huishouden.team)
    personen = leden_van(casus.huishouden)[:1]
    voeg_helper_toe(casus=casus, helper=wie, personen=personen, account=casus.regisseur, nu=timezone.now())
    return wie


@pytest.fixture
def als_helper(client: Client, helper: Account) -> Client:
    client.force_login(helper)
    return client


def stuur(client: Client, casus: Casus, **anders: Any) -> HttpResponse:
    adres = reverse("contact_vastleggen", args=[casus.pk])
    velden = {
        "met": "anders",
        "met_anders": "Anna",
        "op_dag": "1 mei 2025",
        "op_tijd": "9:00",
        "gezegd": "Zij belt zelf met de bank.",
        "afgesproken": "",
        "wie": "",
        "voor": "",
        "betreft": [str(leden_van(casus.huishouden)[0].pk)],
        "verzoek": str(uuid4()),
    }
    antwoord = client.post(adres, velden | anders)
    assert isinstance(antwoord, HttpResponse)
    return antwoord


def pagina(client: Client, casus: Casus) -> str:
    return " ".join(client.get(reverse("casus", args=[casus.pk])).content.decode().split())


def test_a_talk_of_a_helper_is_a_note_that_they_and_the_regisseur_read(
    als_helper: Client, casus: Casus, helper: Account
) -> None:
    assert stuur(als_helper, casus).status_code == 303
    notitie = Contact.objects.select_related("item").get(item__casus=casus)
    assert (notitie.uitkomst, notitie.terugbellen_op, notitie.traject_id) == ("", None, None)
    assert notitie.item.eigenaar == helper
    assert "Zij belt zelf met de bank." in pagina(als_helper, casus)
    als_helper.force_login(casus.regisseur)
    assert "Zij belt zelf met de bank." in als_helper.get(reverse("historie", args=[casus.pk])).content.decode()
    assert controleer_casus(casus) == []


def test_the_form_asks_no_outcome_and_knows_first_names_of_whom_they_help_only(
    als_helper: Client, casus: Casus
) -> None:
    tekst = als_helper.get(reverse("contact_vastleggen", args=[casus.pk])).content.decode()
    assert "Hoe liep het af?" not in tekst and "Wanneer belt u terug?" not in tekst
    assert "Anna" in tekst and "Bas" not in tekst
    assert "Jansen" not in tekst.replace(casus.huishouden.naam, "")


def test_what_was_agreed_is_their_own_action_in_the_same_go_and_they_tick_it_off(
    als_helper: Client, casus: Casus, helper: Account
) -> None:
    afspraak = {"afgesproken": "Samen de post doen", "wie": f"account:{helper.pk}"}
    zonder_dag = stuur(als_helper, casus, **afspraak)
    assert zonder_dag.status_code == 422 and "voor welke dag" in zonder_dag.content.decode()
    assert not Contact.objects.exists() and not Actie.objects.exists()
    assert stuur(als_helper, casus, **afspraak, voor="1 juni 2099").status_code == 303
    actie = Actie.objects.select_related("item").get()
    assert actie.account == helper and huidige_woorden(actie.item) == {"wat": "Samen de post doen"}
    assert "Samen de post doen" in pagina(als_helper, casus)
    klaar = als_helper.post(reverse("actie_afronden", args=[actie.pk]), {"verzoek": str(uuid4())})
    actie.refresh_from_db()
    assert klaar.status_code == 303 and actie.gedaan_op is not None
    assert controleer_casus(casus) == []


def test_a_helper_takes_something_upon_themselves(als_helper: Client, casus: Casus, helper: Account) -> None:
    adres = reverse("eigen_actie", args=[casus.pk])
    assert als_helper.get(adres).status_code == 200
    assert als_helper.post(adres, {"wat": "", "verzoek": str(uuid4())}).status_code == 422
    velden = {"wat": "Mee naar school", "voor": "1 juni 2099", "verzoek": str(uuid4())}
    assert als_helper.post(adres, velden).status_code == 303
    assert Actie.objects.get().account == helper
    assert list(Actie.objects.get().item.betreft.all()) == leden_van(casus.huishouden)[:1]


def test_what_the_regisseur_gives_them_to_do_they_read_and_the_rest_they_only_know_of(
    als_helper: Client, casus: Casus, helper: Account
) -> None:
    anna = leden_van(casus.huishouden)[0]
    een_item(casus, anna, woorden={"gezegd": "Geheim gesprek"}, soort=Gegevenssoort.CONTACTEN)
    for wie, wat in ((Eigenaar(account=helper), "Folder brengen"), (Eigenaar(persoon=anna), "Zelf bellen")):
        spreek_af(
            casus=casus,
            traject=None,
            doel=None,
            wat=wat,
            eigenaar=wie,
            voor=timezone.localdate(),
            betreft=(anna,),
            account=casus.regisseur,
            nu=timezone.now(),
        )
    tekst = pagina(als_helper, casus)
    assert "Folder brengen" in tekst and "Zelf bellen" not in tekst and "Geheim gesprek" not in tekst
    assert "Gesprekken en telefoontjes: 1" in tekst


def test_about_others_or_with_an_outcome_a_helper_writes_nothing(casus: Casus, helper: Account) -> None:
    anna, bas = leden_van(casus.huishouden)
    nu = timezone.now()
    for betreft, uitkomst in (([bas], ""), ([anna, bas], ""), ([], ""), ([anna], "opgelost")):
        with pytest.raises(Geweigerd):
            leg_gesprek_vast(
                casus=casus,
                uitkomst=uitkomst,
                terugbellen_op=None,
                verband=Verband(),
                woorden={"gezegd": "Iets"},
                betreft=betreft,
                account=helper,
                gebeurd_op=nu,
                nu=nu,
            )
    with pytest.raises(Geweigerd):
        neem_op_zich(casus=casus, wat="Iets", voor=None, betreft=[bas], account=helper, nu=nu)
    assert not Contact.objects.exists() and not Actie.objects.exists()


def test_who_no_longer_helps_is_refused_and_that_is_noted(als_helper: Client, casus: Casus, helper: Account) -> None:
    beeindig_hulp(helpt=helper.helpt_set.get(), account=casus.regisseur, nu=timezone.now())
    assert Blik.van(helper, casus, timezone.now()).rechten == ()
    for naam in ("contact_vastleggen", "eigen_actie"):
        assert als_helper.get(reverse(naam, args=[casus.pk])).status_code == 403
    assert Inzage.objects.filter(account=helper, geweigerd=True).count() == 2
