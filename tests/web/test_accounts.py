"""Teams, tables, accounts, rollen and taken in the browser: who may be given what, and that each change is noted."""

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate

from fabriek import VANDAAG, WACHTWOORD, een_account, een_gemeente, een_huishouden, een_team, leden_van
from samenspel import werkwijzen
from samenspel.kern.organisatie import weiger_botsing
from samenspel.kern.stand import Geweigerd
from samenspel.kern.werkwijze.lezer import lees_werkwijze
from samenspel.kern.werkwijze.model import Houder, Werkwijze
from samenspel.organisatie.accounts import klopt_token, maak_inloglink
from samenspel.organisatie.models import Account, Beheerdaad, Daadsoort, Rolvervulling, Taak, Taakvervulling, Team, Wijk
from samenspel.organisatie.selectors import taken_van
from samenspel.organisatie.services import geef_taak
from samenspel.overleg.models import Tafel
from samenspel.regie.routes import laad_versie

pytestmark = pytest.mark.django_db

NIEUW = "vier-andere-goede-woorden"


@pytest.fixture
def beheerder() -> Account:
    account = een_account(een_team())
    geef_taak(account=account, taak=Taak.BEHEER, van=VANDAAG)
    return account


@pytest.fixture
def collega(beheerder: Account) -> Account:
    return een_account(beheerder.team)


@pytest.fixture
def client(beheerder: Account) -> Client:
    client = Client()
    client.force_login(beheerder)
    return client


@pytest.fixture
def werkwijze() -> Werkwijze:
    laad_versie(tekst=werkwijzen.tekst("utrecht"), bestand="utrecht", nu=timezone.now())
    gelezen = lees_werkwijze(werkwijzen.tekst("utrecht"), "utrecht")[0]
    assert gelezen is not None
    return gelezen


def invoer(**velden: object) -> dict[str, object]:
    return {"verzoek": str(uuid4()), **velden}


def daden(soort: Daadsoort) -> int:
    return Beheerdaad.objects.filter(soort=soort.value, door__isnull=False).count()


def test_a_colleague_gets_an_account_and_chooses_the_password(client: Client, beheerder: Account) -> None:
    gegevens = invoer(gebruikersnaam="zuhal", naam="Zuhal Öz", team=str(beheerder.team_id), functie="koploper")
    antwoord = client.post(reverse("account_nieuw"), gegevens)
    nieuw = Account.objects.get(gebruikersnaam="zuhal")
    assert antwoord["Location"] == reverse("inloglink", args=[nieuw.pk])
    assert not nieuw.has_usable_password()
    pagina = client.post(antwoord["Location"]).content.decode()
    pad = pagina.split("http://testserver")[1].split("<")[0].strip()
    bezoeker = Client()
    assert bezoeker.post(pad, {"nieuw": "kort", "nogmaals": "kort"}).status_code == 422
    assert bezoeker.post(pad, {"nieuw": NIEUW, "nogmaals": NIEUW}).status_code == 302
    nieuw.refresh_from_db()
    assert nieuw.check_password(NIEUW)
    assert Client().get(pad).status_code == 404
    assert (daden(Daadsoort.ACCOUNT_GEMAAKT), daden(Daadsoort.INLOGLINK_GEMAAKT)) == (1, 1)


def test_blocking_ends_sessions_and_links(client: Client, collega: Account) -> None:
    binnen = Client()
    binnen.force_login(collega)
    token = maak_inloglink(door=None, account=collega, nu=timezone.now())
    client.post(reverse("account_blokkeren", args=[collega.pk]))
    collega.refresh_from_db()
    assert not collega.is_active and not klopt_token(collega, token)
    assert reverse("inloggen") in binnen.get(reverse("mijn_werk"))["Location"]
    client.post(reverse("account_vrijgeven", args=[collega.pk]))
    collega.refresh_from_db()
    assert collega.is_active and not collega.check_password(WACHTWOORD)
    assert reverse("inloggen") in binnen.get(reverse("mijn_werk"))["Location"]


def test_everybody_changes_the_own_password(collega: Account) -> None:
    client, elders = Client(), Client()
    for browser in (client, elders):
        browser.force_login(collega)
    fout = client.post(reverse("wachtwoord"), {"oud": "mis", "nieuw": NIEUW, "nogmaals": NIEUW})
    assert fout.status_code == 422 and "Dit is niet het wachtwoord" in fout.content.decode()
    goed = client.post(reverse("wachtwoord"), {"oud": WACHTWOORD, "nieuw": NIEUW, "nogmaals": NIEUW})
    assert goed.status_code == 302
    assert client.get(reverse("mijn_werk")).status_code == 200
    assert elders.get(reverse("mijn_werk")).status_code == 302


def test_a_taak_is_given_to_another_and_never_to_oneself(client: Client, beheerder: Account, collega: Account) -> None:
    gegevens = invoer(taak=Taak.PRIVACY.value, van=localdate().isoformat())
    zelf = client.post(reverse("taak_geven", args=[beheerder.pk]), gegevens)
    assert zelf.status_code == 422 and "U kunt uzelf geen rol of taak geven" in zelf.content.decode()
    assert client.post(reverse("taak_geven", args=[collega.pk]), gegevens | invoer()).status_code == 303
    assert taken_van(collega, localdate()) == {Taak.PRIVACY}
    with pytest.raises(IntegrityError), transaction.atomic():
        Taakvervulling.objects.filter(account=collega).update(gegeven_door=collega)
    rij = Taakvervulling.objects.get(account=collega)
    client.post(reverse("taak_beeindigen", args=[rij.pk]))
    assert taken_van(collega, localdate()) == frozenset()
    assert (daden(Daadsoort.TAAK_GEGEVEN), daden(Daadsoort.TAAK_BEEINDIGD)) == (1, 1)


def test_the_last_administrator_stays(client: Client, beheerder: Account, collega: Account) -> None:
    eigen = Taakvervulling.objects.get(account=beheerder)
    pagina = client.post(reverse("taak_beeindigen", args=[eigen.pk]), follow=True).content.decode()
    assert "laatste functioneel beheerder" in pagina
    geef_taak(account=collega, taak=Taak.BEHEER, van=VANDAAG, door=beheerder)
    client.post(reverse("taak_beeindigen", args=[eigen.pk]))
    assert taken_van(beheerder, localdate()) == frozenset()


def test_a_rol_goes_with_its_team_or_table(client: Client, collega: Account, werkwijze: Werkwijze) -> None:
    overleg = werkwijze.overleggen[0]
    tafel = Tafel.objects.create(
        gemeente=collega.gemeente, werkwijze=werkwijze.werkwijze, overleg=overleg.overleg, naam="Tafel Noord"
    )
    assert "Nog geen voorzitter voor Tafel Noord." in client.get(reverse("beheer")).content.decode()
    rol, adres = f"{werkwijze.werkwijze}/{overleg.voorzitter}", reverse("rol_geven", args=[collega.pk])
    zonder = client.post(adres, invoer(rol=rol, van=localdate().isoformat()))
    assert zonder.status_code == 422 and "hoort bij een tafel" in zonder.content.decode()
    gegevens = invoer(rol=rol, van=localdate().isoformat(), plek=str(tafel.pk))
    assert client.post(adres, gegevens).status_code == 303
    assert "Nog geen voorzitter voor Tafel Noord." not in client.get(reverse("beheer")).content.decode()
    rij = Rolvervulling.objects.get(account=collega)
    assert (rij.tafel, rij.team) == (tafel, None)
    client.post(reverse("tafel_beeindigen", args=[tafel.pk]))
    rij.refresh_from_db()
    assert rij.tot == localdate()
    assert (daden(Daadsoort.ROL_GEGEVEN), daden(Daadsoort.ROL_BEEINDIGD)) == (1, 1)


def test_rollen_that_the_definition_does_not_combine_are_refused(werkwijze: Werkwijze) -> None:
    houders = (Houder.PER_TEAM, Houder.PER_OVERLEG)
    rollen = [r for r in werkwijze.rollen if r.houder in houders]
    uitkomsten = set()
    for een in rollen:
        for ander in rollen:
            samen = een == ander or ander.rol in een.combineerbaar_met or een.rol in ander.combineerbaar_met
            try:
                weiger_botsing(werkwijze, een.rol, [ander.rol])
            except Geweigerd as fout:
                assert not samen and een.naam in str(fout) and ander.naam in str(fout)
            else:
                assert samen
            uitkomsten.add(samen)
    assert uitkomsten == {True, False}


def test_a_rol_that_is_given_per_casus_is_not_given_here(werkwijze: Werkwijze) -> None:
    per_casus = next(r for r in werkwijze.rollen if r.houder is Houder.PER_CASUS)
    with pytest.raises(Geweigerd):
        weiger_botsing(werkwijze, per_casus.rol, [])


def test_a_team_is_made_renamed_and_ended(client: Client, beheerder: Account) -> None:
    wijk = Wijk.objects.create(gemeente=beheerder.gemeente, naam="Noord")
    assert client.post(reverse("team_nieuw"), invoer(naam="Team Noord", wijken=[str(wijk.pk)])).status_code == 303
    team = Team.objects.get(naam="Team Noord")
    dubbel = client.post(reverse("team_nieuw"), invoer(naam="team noord"))
    assert dubbel.status_code == 422 and "bestaat al" in dubbel.content.decode()
    client.post(reverse("team_wijzigen", args=[team.pk]), invoer(naam="Team N", versie="1", wijken=[str(wijk.pk)]))
    conflict = client.post(reverse("team_wijzigen", args=[team.pk]), invoer(naam="Team X", versie="1"))
    assert conflict.status_code == 409
    assert (
        "hoort nog een team" in client.post(reverse("wijk_verwijderen", args=[wijk.pk]), follow=True).content.decode()
    )
    client.post(reverse("team_beeindigen", args=[team.pk]))
    team.refresh_from_db()
    assert (team.naam, team.tot) == ("Team N", localdate())


def test_a_team_that_is_needed_stays(client: Client, collega: Account) -> None:
    assert collega.team is not None
    pagina = client.post(reverse("team_beeindigen", args=[collega.team_id]), follow=True).content.decode()
    collega.team.refresh_from_db()
    assert "kan nog niet weg" in pagina and collega.team.tot is None


def _team(account: Account) -> list[object]:
    return [account.team_id]


def _account(account: Account) -> list[object]:
    return [account.pk]


@pytest.mark.parametrize(
    ("naam", "delen"),
    [("account", _account), ("account_wijzigen", _account), ("inloglink", _account), ("team_wijzigen", _team)],
)
def test_another_municipality_is_not_found(client: Client, naam: str, delen: Callable[[Account], list[object]]) -> None:
    vreemd = een_account(een_team(een_gemeente()))
    assert client.get(reverse(naam, args=delen(vreemd))).status_code == 404


def test_residents_do_not_stand_among_the_accounts(client: Client, beheerder: Account) -> None:
    persoon = leden_van(een_huishouden("Inge Onvindbaar", team=beheerder.team))[0]
    inwoner = een_account(persoon=persoon)
    assert inwoner.naam not in client.get(reverse("accounts")).content.decode()
    assert client.get(reverse("account", args=[inwoner.pk])).status_code == 404


def test_a_colleague_is_found_by_part_of_a_name_and_long_lists_come_in_leaves(
    client: Client, beheerder: Account
) -> None:
    for nummer in range(60):
        wie = een_account(beheerder.team)
        wie.naam = f"Collega {nummer:02}"
        wie.save()
    eerste = client.get(reverse("accounts")).content.decode()
    assert "Blad 1 van 2" in eerste and "Collega 59" not in eerste
    assert "Collega 59" in client.get(reverse("accounts"), {"blad": "2"}).content.decode()
    gevonden = client.post(reverse("accounts"), {"q": "ga 59"}).content.decode()
    assert "Collega 59" in gevonden and "Collega 58" not in gevonden


def test_teams_come_in_leaves(client: Client, beheerder: Account) -> None:
    for nummer in range(45):
        een_team(beheerder.gemeente, naam=f"Team {nummer:02}")
    eerste, tweede = (client.get(reverse("teams"), {"teams": blad}).content.decode() for blad in ("1", "2"))
    assert "Team 00" in eerste and "Team 44" not in eerste and "Bladeren in teams" in eerste
    assert "Team 44" in tweede and "Team 00" not in tweede


def test_a_period_ends_after_it_begins(client: Client, collega: Account) -> None:
    dag = localdate()
    gegevens = invoer(taak=Taak.BELEID.value, van=dag.isoformat(), tot=(dag - timedelta(days=1)).isoformat())
    antwoord = client.post(reverse("taak_geven", args=[collega.pk]), gegevens)
    assert antwoord.status_code == 422 and "Kies een dag na de eerste dag." in antwoord.content.decode()
