"""What a resident doesn't agree with waits for the regisseur until what was agreed about it is written down."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from bewoners import Wereld, plan_van
from fabriek import een_account
from samenspel.casus.historie import controleer_casus
from samenspel.casus.models import Casus
from samenspel.kern.stand import Geweigerd
from samenspel.organisatie.models import Account
from samenspel.organisatie.services import leg_afwezigheid_vast
from samenspel.plan.models import Instemming
from samenspel.plan.versies import laatste_versie
from samenspel.regie.planversies import geef_mening, stel_plan_vast
from samenspel.regie.reacties import bespreek_reactie, geef_reactie

pytestmark = pytest.mark.django_db

TAAK = "Anna is het ergens niet mee eens"


def _als(account: Account) -> Client:
    client = Client()
    client.force_login(account)
    return client


def _reactie(wereld: Wereld, tekst: str = "Dat wil ik niet!") -> Any:
    actie = wereld.actie(wereld.anna, wat="De opvang opzeggen")
    return geef_reactie(item=actie.item, persoon=wereld.anna, tekst=tekst, account=wereld.inwoner, nu=timezone.now())


def _werk(account: Account) -> str:
    return _als(account).get(reverse("mijn_werk")).content.decode()


def _pagina(account: Account, casus: Casus) -> str:
    return " ".join(_als(account).get(reverse("casus", args=[casus.pk])).content.decode().split())


def _bespreek(client: Client, reactie: UUID, **velden: str) -> Any:
    gegevens = {"op": timezone.localdate().isoformat(), "afspraak": "Wij zoeken eerst verder.", "verzoek": str(uuid4())}
    return client.post(reverse("reactie_besproken", args=[reactie]), gegevens | velden)


@pytest.mark.parametrize("met_traject", [True, False])
def test_it_waits_in_mijn_werk_and_on_the_dossier_until_it_was_talked_about(wereld: Wereld, met_traject: bool) -> None:
    if met_traject:
        wereld.traject(wereld.anna)
    assert TAAK not in _werk(wereld.regisseur)
    reactie = _reactie(wereld)
    assert TAAK in _werk(wereld.regisseur)
    pagina = _pagina(wereld.regisseur, wereld.casus)
    assert 'Anna over: <span dir="auto">De opvang opzeggen</span>' in pagina and "Dat wil ik niet!" in pagina
    client = _als(wereld.regisseur)
    assert "Dat wil ik niet!" in client.get(reverse("reactie_besproken", args=[reactie.pk])).content.decode()
    assert _bespreek(client, reactie.pk).status_code == 303
    assert TAAK not in _werk(wereld.regisseur)
    pagina = _pagina(wereld.regisseur, wereld.casus)
    assert "Opschrijven wat u besprak" not in pagina
    assert "Dat wil ik niet!" in pagina and "Wij zoeken eerst verder." in pagina
    assert controleer_casus(wereld.casus) == []


def test_the_resident_reads_what_was_agreed_beneath_their_own_words(anna: Client, wereld: Wereld) -> None:
    reactie = _reactie(wereld)
    assert "Besproken met" not in plan_van(anna, wereld.casus)
    _bespreek(_als(wereld.regisseur), reactie.pk)
    pagina = plan_van(anna, wereld.casus)
    assert "‘Dat wil ik niet!’" in pagina
    assert "Besproken met Nazan Aydin" in pagina and "Afgesproken: Wij zoeken eerst verder." in pagina
    assert pagina.index("‘Dat wil ik niet!’") < pagina.index("Afgesproken: Wij zoeken eerst verder.")


def test_what_was_agreed_with_one_parent_is_not_read_by_the_other(wereld: Wereld) -> None:
    actie = wereld.actie(wereld.anna, wereld.bas, wat="Samen naar school")
    reactie = geef_reactie(
        item=actie.item, persoon=wereld.anna, tekst="NIET MET HEM", account=wereld.inwoner, nu=timezone.now()
    )
    _bespreek(_als(wereld.regisseur), reactie.pk, afspraak="ANNA GAAT ALLEEN")
    bas = _als(een_account(persoon=wereld.bas))
    for adres in ("mijn_plan_van", "mijn_gegevens"):
        pagina = bas.get(reverse(adres, args=[wereld.casus.pk])).content.decode()
        assert "ANNA GAAT ALLEEN" not in pagina and "NIET MET HEM" not in pagina


def test_two_people_are_both_named(wereld: Wereld) -> None:
    _reactie(wereld)
    actie = wereld.actie(wereld.bas, wat="Betalen")
    bas = een_account(persoon=wereld.bas)
    geef_reactie(item=actie.item, persoon=wereld.bas, tekst="Nee", account=bas, nu=timezone.now())
    assert "Anna en Bas zijn het ergens niet mee eens" in _werk(wereld.regisseur)


def test_only_the_regisseur_writes_it_and_only_once(wereld: Wereld) -> None:
    reactie = _reactie(wereld)
    collega = een_account(wereld.regisseur.team)
    assert _bespreek(_als(collega), reactie.pk).status_code == 403
    velden = {"reactie": reactie, "op": timezone.localdate(), "afspraak": "Ja.", "nu": timezone.now()}
    with pytest.raises(Geweigerd, match="contactpersoon"):
        bespreek_reactie(account=collega, **velden)
    bespreek_reactie(account=wereld.regisseur, **velden)
    with pytest.raises(Geweigerd, match="al besproken"):
        bespreek_reactie(account=wereld.regisseur, **velden)


def test_a_day_to_come_or_something_else_than_a_reaction_is_refused(wereld: Wereld) -> None:
    reactie, client = _reactie(wereld), _als(wereld.regisseur)
    morgen = timezone.localdate() + timedelta(days=1)
    antwoord = _bespreek(client, reactie.pk, op=morgen.isoformat())
    assert antwoord.status_code == 422 and "moet nog komen" in antwoord.content.decode()
    ander = wereld.actie(wereld.anna, wat="Bellen")
    assert client.get(reverse("reactie_besproken", args=[ander.pk])).status_code == 404
    assert TAAK in _werk(wereld.regisseur)


def test_who_replaces_the_regisseur_has_it_too(wereld: Wereld) -> None:
    vervanger, vandaag = een_account(wereld.regisseur.team), timezone.localdate()
    reactie = _reactie(wereld)
    assert TAAK not in _werk(vervanger)
    leg_afwezigheid_vast(
        account=wereld.regisseur, vervanger=vervanger, van=vandaag, tot=None, door=wereld.regisseur, nu=timezone.now()
    )
    assert TAAK in _werk(vervanger) and TAAK in _werk(wereld.regisseur)
    assert _bespreek(_als(vervanger), reactie.pk).status_code == 303
    assert TAAK not in _werk(vervanger) and TAAK not in _werk(wereld.regisseur)


def _vindt(wereld: Wereld, *, eens: bool, tekst: str = "") -> None:
    versie = laatste_versie(wereld.casus)
    assert versie is not None
    geef_mening(versie=versie, persoon=wereld.anna, eens=eens, tekst=tekst, account=wereld.inwoner, nu=timezone.now())


@pytest.fixture
def vastgesteld(wereld: Wereld) -> Wereld:
    wereld.actie(wereld.anna, wat="De opvang opzeggen")
    stel_plan_vast(casus=wereld.casus, account=wereld.regisseur, nu=timezone.now())
    return wereld


@pytest.mark.parametrize(
    ("eens", "taak", "kop"),
    [
        (False, "Anna is het niet eens met het plan", "Niet eens met het plan."),
        (True, "Anna schrijft iets bij het plan", "Eens met het plan, en dit erbij."),
    ],
)
def test_what_a_resident_writes_about_the_plan_waits_until_it_was_talked_about(
    vastgesteld: Wereld, anna: Client, eens: bool, taak: str, kop: str
) -> None:
    wereld = vastgesteld
    _vindt(wereld, eens=eens, tekst="Eerst een bed.")
    assert taak in _werk(wereld.regisseur)
    pagina = _pagina(wereld.regisseur, wereld.casus)
    assert kop in pagina and "versie 1 van het plan" in pagina and "Eerst een bed." in pagina
    (bericht,) = (r for r in Instemming.objects.all())
    assert _bespreek(_als(wereld.regisseur), bericht.pk, afspraak="Het bed komt er.").status_code == 303
    assert taak not in _werk(wereld.regisseur)
    adressen = (
        (_als(wereld.regisseur), "planversie", [wereld.casus.pk, 1]),
        (anna, "mijn_planversie", [wereld.casus.pk]),
    )
    for client, adres, delen in adressen:
        assert "Het bed komt er." in client.get(reverse(adres, args=delen)).content.decode()
    assert "Het bed komt er." not in _pagina(wereld.regisseur, wereld.casus)
    assert controleer_casus(wereld.casus) == []


def test_a_yes_without_words_waits_for_nobody_and_takes_the_place_of_a_no(vastgesteld: Wereld) -> None:
    wereld = vastgesteld
    _vindt(wereld, eens=True)
    assert "het plan" not in _werk(wereld.regisseur)
    _vindt(wereld, eens=False, tekst="Eerst een bed.")
    _vindt(wereld, eens=False, tekst="En een kast.")
    assert "Anna is het niet eens met het plan" in _werk(wereld.regisseur)
    pagina = _pagina(wereld.regisseur, wereld.casus)
    assert "En een kast." in pagina and "Eerst een bed." not in pagina
    _vindt(wereld, eens=True)
    assert "niet eens met het plan" not in _werk(wereld.regisseur)
    with pytest.raises(Geweigerd, match="wat u anders wilt"):
        _vindt(wereld, eens=False)
