"""Mijn plan: a resident reads what concerns them, writes their own words, ticks off, disagrees; never another's."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from bewoners import Wereld, plan_van
from fabriek import een_account, een_casus, een_huishouden, een_item, een_team, leden_van
from samenspel.casus.historie import controleer_casus
from samenspel.casus.models import Casus, EigenWoorden, Gebeurtenis
from samenspel.delen.models import Grondslag, Inzage, Item
from samenspel.delen.services import huidige_woorden
from samenspel.huishouden.models import Persoon
from samenspel.huishouden.services import voeg_lid_toe
from samenspel.inwoner import views
from samenspel.kern.stand.handelingen import MaakAfspraak
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.organisatie.models import Account
from samenspel.plan.models import Actie
from samenspel.regie.feiten import feiten_uit_historie, lees_feiten
from samenspel.regie.mijn_plan import voeg_eigen_actie_toe
from samenspel.regie.opdracht import Opdracht, Verband
from samenspel.regie.reacties import reacties_bij
from samenspel.regie.routes import route
from samenspel.regie.uitvoeren import voer_uit
from samenspel.web.blik import Blik
from samenspel.web.formulierpagina import Formulierpagina, behandel

pytestmark = pytest.mark.django_db


def test_the_plan_opens_at_once_and_the_look_is_noted(anna: Client, wereld: Wereld) -> None:
    antwoord = anna.get(reverse("mijn_plan"), follow=True)
    assert antwoord.redirect_chain[-1][0] == reverse("mijn_plan_van", args=[wereld.casus.pk])
    assert "Dag Anna" in antwoord.content.decode()
    assert Inzage.objects.filter(account=wereld.inwoner, casus=wereld.casus, wat="mijn_plan", geweigerd=False).exists()


def test_it_says_who_to_call_and_who_when_that_one_is_away(anna: Client, wereld: Wereld) -> None:
    vervanger = een_account(wereld.regisseur.team)
    Account.objects.filter(pk=vervanger.pk).update(naam="Karim Bos", telefoon="030 000 00 02")
    wereld.regisseur.vervanger = vervanger
    wereld.regisseur.save()
    pagina = plan_van(anna, wereld.casus)
    assert "Bel Nazan" in pagina and 'href="tel:0300000001"' in pagina
    assert "Karim Bos" in pagina and 'href="tel:0300000002"' in pagina


def test_where_we_are_is_told_in_the_words_for_the_resident(anna: Client, wereld: Wereld) -> None:
    traject = wereld.traject(wereld.anna, wereld.kim)
    eerste = route(traject.versie.hash).werkwijze.fasen[0]
    assert eerste.voor_inwoner.split(". ")[0] in plan_van(anna, wereld.casus)


def test_a_traject_about_the_other_parent_is_not_named(anna: Client, wereld: Wereld) -> None:
    wereld.traject(wereld.bas, naam="Schulden van Bas")
    wereld.traject(wereld.kim, naam="Opvang van Kim")
    wereld.traject(wereld.anna, naam="Opleiding")
    pagina = plan_van(anna, wereld.casus)
    assert "Schulden van Bas" not in pagina
    assert "Opvang van Kim" in pagina and "Opleiding" in pagina


def test_never_the_other_parents_words_actions_or_name(anna: Client, wereld: Wereld) -> None:
    wereld.woorden(wereld.anna, "Mijn opleiding afmaken")
    wereld.woorden(wereld.bas, "GEHEIM VAN BAS")
    wereld.actie(wereld.bas, wat="GEHEIME ACTIE", persoon=wereld.bas)
    wereld.actie(wereld.anna, wereld.bas, wat="Samen naar school", persoon=wereld.bas)
    een_item(wereld.casus, wereld.bas, woorden={"tekst": "GEHEIM LEEFGEBIED"}, soort=Gegevenssoort.LEEFGEBIEDEN)
    for adres in ("mijn_plan_van", "mijn_gegevens", "mijn_inzage", "mijn_woorden"):
        pagina = anna.get(reverse(adres, args=[wereld.casus.pk])).content.decode()
        assert "GEHEIM" not in pagina and "Bas" not in pagina
    pagina = plan_van(anna, wereld.casus)
    assert "‘Mijn opleiding afmaken’" in pagina
    assert "Samen naar school" in pagina and "iemand anders uit uw huishouden" in pagina


def test_words_of_a_young_child_are_read_by_the_parent_with_gezag_only(client: Client, wereld: Wereld) -> None:
    wereld.woorden(wereld.kim, "Weer naar de opvang")
    client.force_login(wereld.inwoner)
    assert "Weer naar de opvang" in plan_van(client, wereld.casus)
    client.force_login(een_account(persoon=wereld.bas))
    assert "Weer naar de opvang" not in plan_van(client, wereld.casus)


def schrijf(client: Client, casus: Casus, **velden: Any) -> Any:
    gegevens = {"ik_wil": "", "ik_kan": "", "ik_heb_nodig": "", "verzoek": str(uuid4())} | velden
    return client.post(reverse("mijn_woorden", args=[casus.pk]), gegevens)


def test_a_resident_writes_their_own_words_and_they_stand_as_written(anna: Client, wereld: Wereld) -> None:
    assert schrijf(anna, wereld.casus, ik_wil="Rust, en <b>mijn</b> diploma").status_code == 303
    eigen = EigenWoorden.objects.get(persoon=wereld.anna)
    assert huidige_woorden(eigen.item) == {"ik_wil": "Rust, en <b>mijn</b> diploma"}
    assert "Rust, en &lt;b&gt;mijn&lt;/b&gt; diploma" in plan_van(anna, wereld.casus)


def test_who_writes_at_the_same_time_sees_both_and_chooses(anna: Client, wereld: Wereld) -> None:
    wereld.woorden(wereld.anna, "Eerst")
    versie = anna.get(reverse("mijn_woorden", args=[wereld.casus.pk])).context["versie"]
    wereld.woorden(wereld.anna, "Van Nazan")
    botsing = schrijf(anna, wereld.casus, ik_wil="Van mij", versie=versie)
    assert botsing.status_code == 409
    pagina = botsing.content.decode()
    assert "Van Nazan" in pagina and "Van mij" in pagina
    opnieuw = schrijf(anna, wereld.casus, ik_wil="Van mij", versie=botsing.context["versie"], **{"kies-ik_wil": "mijn"})
    assert opnieuw.status_code == 303
    assert huidige_woorden(EigenWoorden.objects.get(persoon=wereld.anna).item) == {"ik_wil": "Van mij"}


def test_who_is_first_by_a_moment_is_read_too(anna: Client, wereld: Wereld, monkeypatch: pytest.MonkeyPatch) -> None:
    wereld.woorden(wereld.anna, "Eerst")
    versie = anna.get(reverse("mijn_woorden", args=[wereld.casus.pk])).context["versie"]

    def net_te_laat(request: HttpRequest, pagina: Formulierpagina) -> HttpResponse:
        wereld.woorden(wereld.anna, "Van Nazan")
        return behandel(request, pagina)

    monkeypatch.setattr(views, "behandel", net_te_laat)
    botsing = schrijf(anna, wereld.casus, ik_wil="Van mij", versie=versie)
    pagina = botsing.content.decode()
    assert botsing.status_code == 409 and "Van Nazan" in pagina and "Van mij" in pagina


def test_first_words_that_came_meanwhile_are_not_overwritten(anna: Client, wereld: Wereld) -> None:
    assert anna.get(reverse("mijn_woorden", args=[wereld.casus.pk])).context["versie"] is None
    wereld.woorden(wereld.anna, "Van Nazan")
    assert schrijf(anna, wereld.casus, ik_wil="Van mij").status_code == 409
    assert huidige_woorden(EigenWoorden.objects.get(persoon=wereld.anna).item) == {"ik_wil": "Van Nazan"}


def test_a_resident_adds_something_and_ticks_it_off_once(anna: Client, wereld: Wereld) -> None:
    gegevens = {"wat": "Rooster vragen", "voor": "", "verzoek": str(uuid4())}
    assert anna.post(reverse("mijn_actie_nieuw", args=[wereld.casus.pk]), gegevens).status_code == 303
    actie = Actie.objects.get()
    assert "Rooster vragen" in plan_van(anna, wereld.casus)
    for _ in range(2):
        assert anna.post(reverse("mijn_actie_gedaan", args=[actie.pk])).status_code == 302
    actie.refresh_from_db()
    assert actie.gedaan_op == timezone.localdate()
    assert Gebeurtenis.objects.filter(casus=wereld.casus, soort="actie_afgerond").count() == 1
    assert controleer_casus(wereld.casus) == []


def test_an_agreement_of_a_traject_is_ticked_off_through_the_engine(anna: Client, wereld: Wereld) -> None:
    traject, id = wereld.traject(wereld.anna), uuid4()
    opdracht = Opdracht(
        MaakAfspraak(str(id), timezone.localdate()), {"wat": "Brief sturen"}, verband=Verband(persoon=wereld.anna)
    )
    voer_uit(traject=traject, account=wereld.regisseur, opdrachten=[opdracht], nu=timezone.now())
    anna.post(reverse("mijn_actie_gedaan", args=[id]))
    assert Actie.objects.get(pk=id).gedaan_op is not None
    assert Gebeurtenis.objects.filter(traject=traject, soort="afspraak_afgerond").exists()


@pytest.mark.parametrize("in_traject", [True, False])
def test_what_was_ticked_off_by_mistake_opens_again_and_the_history_keeps_both(
    anna: Client, wereld: Wereld, in_traject: bool
) -> None:
    if in_traject:
        traject, id = wereld.traject(wereld.anna), uuid4()
        opdracht = Opdracht(
            MaakAfspraak(str(id), timezone.localdate()), {"wat": "Brief sturen"}, verband=Verband(persoon=wereld.anna)
        )
        voer_uit(traject=traject, account=wereld.regisseur, opdrachten=[opdracht], nu=timezone.now())
        actie = Actie.objects.get(pk=id)
    else:
        actie = wereld.actie(wereld.anna, wat="Brief sturen", persoon=wereld.anna)
    anna.post(reverse("mijn_actie_gedaan", args=[actie.pk]))
    assert "Toch niet gedaan" in plan_van(anna, wereld.casus)
    for _ in range(2):
        antwoord = anna.post(reverse("mijn_actie_toch_niet", args=[actie.pk]))
        assert antwoord["Location"].endswith("#zelf")
    actie.refresh_from_db()
    assert actie.gedaan_op is None
    pagina = plan_van(anna, wereld.casus)
    assert "Dit heb ik gedaan" in pagina and "Toch niet gedaan" not in pagina
    soort = "afspraak" if in_traject else "actie"
    soorten = list(
        Gebeurtenis.objects.filter(soort__startswith=soort).order_by("volgnummer").values_list("soort", flat=True)
    )
    assert soorten[-2:] == [f"{soort}_afgerond", f"{soort}_heropend"]
    assert controleer_casus(wereld.casus) == []
    if actie.traject is not None:
        weg = route(actie.traject.versie.hash)
        assert lees_feiten(actie.traject, weg) == feiten_uit_historie(actie.traject, weg)


def test_what_another_did_is_not_opened_again(anna: Client, wereld: Wereld) -> None:
    ander = wereld.actie(wereld.anna, wat="Nazan belt")
    Actie.objects.filter(pk=ander.pk).update(gedaan_op=timezone.localdate())
    assert anna.post(reverse("mijn_actie_toch_niet", args=[ander.pk])).status_code == 403
    assert "Toch niet gedaan" not in plan_van(anna, wereld.casus)


def test_what_another_does_can_not_be_ticked_off(anna: Client, wereld: Wereld) -> None:
    ander = wereld.actie(wereld.anna, wat="Nazan belt")
    assert anna.post(reverse("mijn_actie_gedaan", args=[ander.pk])).status_code == 403
    ander.refresh_from_db()
    assert ander.gedaan_op is None


def test_not_agreeing_is_kept_verbatim_beside_the_thing_and_changes_nothing(anna: Client, wereld: Wereld) -> None:
    actie = wereld.actie(wereld.anna, wat="De opvang opzeggen")
    adres = reverse("mijn_reactie", args=[actie.pk])
    assert "De opvang opzeggen" in anna.get(adres).content.decode()
    tekst = "Nee.\nDat wil ik niet!"
    antwoord = anna.post(adres, {"reactie": tekst, "verzoek": str(uuid4())})
    assert antwoord.status_code == 303
    assert "Dat wil ik niet!" in plan_van(anna, wereld.casus)
    blik = Blik.van(wereld.regisseur, wereld.casus, timezone.now())
    (reactie,) = reacties_bij(wereld.casus, blik.zichtbaar)[actie.pk]
    assert reactie.tekst.splitlines() == ["Nee.", "Dat wil ik niet!"] and reactie.wie == wereld.anna.voornaam
    assert huidige_woorden(actie.item) == {"wat": "De opvang opzeggen"}
    assert controleer_casus(wereld.casus) == []


def test_what_one_parent_says_about_a_thing_of_both_is_not_read_by_the_other(client: Client, wereld: Wereld) -> None:
    actie = wereld.actie(wereld.anna, wereld.bas, wat="Samen naar school")
    client.force_login(wereld.inwoner)
    client.post(reverse("mijn_reactie", args=[actie.pk]), {"reactie": "NIET MET HEM", "verzoek": str(uuid4())})
    client.force_login(een_account(persoon=wereld.bas))
    pagina = plan_van(client, wereld.casus)
    assert "Samen naar school" in pagina and "NIET MET HEM" not in pagina


def test_an_item_of_the_other_parent_can_not_be_answered_and_that_is_noted(anna: Client, wereld: Wereld) -> None:
    actie = wereld.actie(wereld.bas, wat="GEHEIM")
    for antwoord in (
        anna.get(reverse("mijn_reactie", args=[actie.pk])),
        anna.post(reverse("mijn_reactie", args=[actie.pk]), {"reactie": "x"}),
        anna.post(reverse("mijn_actie_gedaan", args=[actie.pk])),
    ):
        assert antwoord.status_code == 403
        assert "GEHEIM" not in antwoord.content.decode()
    assert Inzage.objects.filter(account=wereld.inwoner, geweigerd=True).count() == 3
    assert not Item.objects.filter(eigenaar=wereld.inwoner).exists()


def deel(wereld: Wereld, partner: Account, *personen: Persoon) -> None:
    grondslag = Grondslag.objects.create(
        gemeente=wereld.casus.gemeente,
        casus=wereld.casus,
        partner=partner,
        avg_6="algemeen_belang",
        uitzondering_9_10="Niet nodig.",
        geheim="Ontslagen.",
        convenant="Convenant.",
        doel=f"Samen kijken met {partner.naam}",
        soorten=["plan"],
        van=timezone.localdate() - timedelta(days=1),
        tot=timezone.localdate() + timedelta(days=9),
        vastgelegd_door=wereld.regisseur,
    )
    grondslag.personen.set(personen)


def partner_van(wereld: Wereld, naam: str) -> Account:
    partner = een_account(gemeente=wereld.casus.gemeente)
    Account.objects.filter(pk=partner.pk).update(naam=naam, functie=f"functie van {naam}")
    partner.refresh_from_db()
    return partner


def test_it_tells_with_whom_what_about_me_is_shared_and_until_when(anna: Client, wereld: Wereld) -> None:
    deel(wereld, partner_van(wereld, "Opvang"), wereld.anna)
    deel(wereld, partner_van(wereld, "Kliniek"), wereld.bas)
    pagina = plan_van(anna, wereld.casus)
    assert "Samen kijken met Opvang" in pagina and "mag zien: het plan. Tot en met" in pagina
    assert "Kliniek" not in pagina


def test_who_looked_is_told_by_function_and_of_helpers_of_another_only_that(anna: Client, wereld: Wereld) -> None:
    opvang, kliniek = partner_van(wereld, "Opvang"), partner_van(wereld, "Kliniek")
    deel(wereld, opvang, wereld.anna)
    deel(wereld, kliniek, wereld.bas)
    for account in (opvang, kliniek, wereld.regisseur):
        Blik.van(account, wereld.casus, timezone.now()).noteer("casus", [wereld.casus.pk])
    Blik.van(een_account(wereld.regisseur.team), wereld.casus, timezone.now()).noteer("casus", geweigerd=True)
    regels = anna.get(reverse("mijn_inzage", args=[wereld.casus.pk])).context["blad"].object_list
    assert {r["wie"] for r in regels} == {
        "functie van Opvang",
        "iemand die aan dit dossier werkt",
        "Nazan Aydin, uw contactpersoon",
    }


def test_everything_written_about_me_can_be_read_and_answered(anna: Client, wereld: Wereld) -> None:
    een_item(wereld.casus, wereld.anna, woorden={"tekst": "Woont bij haar zus"}, soort=Gegevenssoort.LEEFGEBIEDEN)
    een_item(wereld.casus, wereld.kim, woorden={"tekst": "Gaat graag naar school"}, soort=Gegevenssoort.LEEFGEBIEDEN)
    pagina = anna.get(reverse("mijn_gegevens", args=[wereld.casus.pk])).content.decode()
    assert "Woont bij haar zus" in pagina and "Gaat graag naar school" in pagina
    assert pagina.count("Ik ben het hier niet mee eens") == 2


def test_who_belongs_to_two_households_chooses(anna: Client, wereld: Wereld) -> None:
    ander = een_huishouden("Dirk Visser", team=wereld.huishouden.team, naam="Gezin Visser")
    voeg_lid_toe(huishouden=ander, persoon=wereld.anna, van=timezone.localdate())
    tweede = een_casus(ander, wereld.regisseur)
    pagina = anna.get(reverse("mijn_plan")).content.decode()
    for casus in (wereld.casus, tweede):
        assert reverse("mijn_plan_van", args=[casus.pk]) in pagina
        assert anna.get(reverse("mijn_plan_van", args=[casus.pk])).status_code == 200


def test_a_resident_without_a_plan_is_told_so(client: Client) -> None:
    client.force_login(een_account(persoon=leden_van(een_huishouden())[0]))
    assert "Er is nu geen plan voor u" in client.get(reverse("mijn_plan")).content.decode()


ADRESSEN = ("mijn_plan_van", "mijn_woorden", "mijn_actie_nieuw", "mijn_gegevens", "mijn_inzage")


@pytest.mark.parametrize("adres", ADRESSEN)
class TestToegang:
    def test_another_household_is_refused_and_noted(self, client: Client, wereld: Wereld, adres: str) -> None:
        ander = een_account(persoon=leden_van(een_huishouden("Eva Mol", team=wereld.huishouden.team))[0])
        client.force_login(ander)
        assert client.get(reverse(adres, args=[wereld.casus.pk])).status_code == 403
        assert Inzage.objects.filter(account=ander, geweigerd=True).exists()

    def test_another_municipality_finds_nothing(self, client: Client, wereld: Wereld, adres: str) -> None:
        client.force_login(een_account(persoon=leden_van(een_huishouden("Eva Mol", team=een_team()))[0]))
        assert client.get(reverse(adres, args=[wereld.casus.pk])).status_code == 404

    def test_a_professional_is_sent_to_their_own_pages(self, client: Client, wereld: Wereld, adres: str) -> None:
        client.force_login(wereld.regisseur)
        assert client.get(reverse(adres, args=[wereld.casus.pk]))["Location"] == reverse("start")
        assert client.post(reverse(adres, args=[wereld.casus.pk])).status_code in (403, 405)

    def test_after_moving_out_nothing_is_seen_any_more(self, anna: Client, wereld: Wereld, adres: str) -> None:
        wereld.anna.lidmaatschap_set.update(tot=timezone.localdate())
        assert anna.get(reverse(adres, args=[wereld.casus.pk])).status_code == 403

    def test_without_login_to_the_login_page(self, client: Client, wereld: Wereld, adres: str) -> None:
        antwoord = client.get(reverse(adres, args=[wereld.casus.pk]))
        assert antwoord["Location"].startswith(reverse("inloggen"))


def test_own_actions_concern_only_who_does_them(wereld: Wereld) -> None:
    actie = voeg_eigen_actie_toe(
        casus=wereld.casus, persoon=wereld.anna, wat="Bellen", voor=None, account=wereld.inwoner, nu=timezone.now()
    )
    assert list(actie.item.betreft.all()) == [wereld.anna]


def test_help_and_rights_name_danger_first(anna: Client) -> None:
    pagina = anna.get(reverse("hulp_en_rechten")).content.decode()
    assert "112" in pagina and "0800-2000" in pagina and "cliëntondersteuner" in pagina
