"""A contact is one click away on every page of a dossier, and its words can be copied; opening that is noted."""

from collections.abc import Mapping

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from fabriek import een_account, een_casus, een_huishouden, leden_van
from samenspel.casus.models import Casus, Contact
from samenspel.delen.models import Grondslag, Inzage
from samenspel.kern.werkwijze.model import AvgGrondslag, Gegevenssoort
from samenspel.regie.delen_met import Delen, leg_grondslag_vast
from samenspel.regie.gesprekken import leg_gesprek_vast
from samenspel.regie.opdracht import Verband

pytestmark = pytest.mark.django_db
KNOP = "+ Contact vastleggen"


@pytest.fixture
def casus() -> Casus:
    return een_casus(een_huishouden("Anna Jansen"))


def gesprek(casus: Casus, woorden: Mapping[str, str]) -> Contact:
    nu = timezone.now()
    leg_gesprek_vast(
        casus=casus,
        uitkomst="opgelost",
        terugbellen_op=None,
        verband=Verband(),
        woorden=woorden,
        betreft=leden_van(casus.huishouden),
        account=casus.regisseur,
        gebeurd_op=nu,
        nu=nu,
    )
    return Contact.objects.get(item__casus=casus)


def deel(casus: Casus) -> Grondslag:
    delen = Delen(
        partner=een_account(gemeente=casus.gemeente),
        soorten=(Gegevenssoort.CONTACTEN,),
        personen=tuple(leden_van(casus.huishouden)),
        doel="Meedenken",
        avg_6=AvgGrondslag.ALGEMEEN_BELANG,
        uitzondering_9_10="Niet nodig.",
        geheim="Ontheven.",
        convenant="Convenant.",
        van=timezone.localdate(),
    )
    return leg_grondslag_vast(casus=casus, delen=delen, account=casus.regisseur, nu=timezone.now())


@pytest.mark.parametrize(
    "pagina", ["historie", "inzage", "grondslagen", "leefgebieden", "doel_nieuw", "knelpunt_nieuw"]
)
def test_it_is_one_click_away(client: Client, casus: Casus, pagina: str) -> None:
    client.force_login(casus.regisseur)
    tekst = client.get(reverse(pagina, args=[casus.pk])).content.decode()
    assert f'href="{reverse("contact_vastleggen", args=[casus.pk])}"' in tekst and KNOP in tekst


def test_not_on_the_page_itself_nor_elsewhere_nor_for_who_may_not(client: Client, casus: Casus) -> None:
    partner = deel(casus).partner
    assert partner is not None
    client.force_login(casus.regisseur)
    for adres in (reverse("contact_vastleggen", args=[casus.pk]), reverse("mijn_werk")):
        assert KNOP not in client.get(adres).content.decode()
    client.force_login(partner)
    for pagina in ("casus", "historie"):
        antwoord = client.get(reverse(pagina, args=[casus.pk]))
        assert antwoord.status_code == 200 and KNOP not in antwoord.content.decode()


def test_the_same_words_as_plain_text_and_the_look_is_noted(client: Client, casus: Casus) -> None:
    contact = gesprek(casus, {"met": "De bank", "gezegd": "Het mag <later>.", "afgesproken": "Zij bellen terug."})
    adres = reverse("contact_kopie", args=[contact.pk])
    client.force_login(casus.regisseur)
    assert reverse("contact", args=[contact.pk]) in client.get(reverse("historie", args=[casus.pk])).content.decode()
    assert adres in client.get(reverse("contact", args=[contact.pk])).content.decode()
    antwoord = client.get(adres)
    regels = antwoord.context["tekst"].split("\n")
    assert regels[0].startswith("Gesprek op ")
    assert {"Met: De bank", "Het mag <later>.", "Zij bellen terug.", "Afloop: opgelost"} <= set(regels)
    assert "Het mag &lt;later&gt;." in antwoord.content.decode()
    assert Inzage.objects.get(wat="contact_kopie").ids == [str(contact.pk)]


def test_who_may_not_read_it_gets_no_copy(client: Client, casus: Casus) -> None:
    contact = gesprek(casus, {"gezegd": "Iets"})
    for wie, status in ((een_account(gemeente=casus.gemeente), 403), (een_account(), 404)):
        client.force_login(wie)
        assert client.get(reverse("contact_kopie", args=[contact.pk])).status_code == status
