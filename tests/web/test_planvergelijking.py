"""Any two versions of a plan beside each other; and several trajecten and plans beside and after each other."""

from datetime import timedelta

import pytest
from django.urls import reverse

from samenspel.casus.historie import controleer_casus
from samenspel.casus.models import Traject, WerkwijzeVersie
from samenspel.delen.models import Inzage
from samenspel.kern.stand.handelingen import ZetStap
from samenspel.plan.deelnames import Deelnemer, Deelstand
from samenspel.plan.models import Doel, Planversie
from samenspel.plan.voorzieningen import Voorzieninggegevens
from samenspel.regie.begin import begin_traject
from samenspel.regie.deelnames import leg_deelname_vast, wijzig_deelname
from samenspel.regie.opdracht import Opdracht
from samenspel.regie.plannen import Eigenaar, spreek_af, stel_doel, wijzig_doel
from samenspel.regie.planversies import rond_plan_af, stel_plan_vast
from samenspel.regie.uitvoeren import voer_uit
from samenspel.regie.voorzieningen import beeindig_voorziening, voeg_voorziening_toe
from speelwereld import LENING, NU, VANDAAG, Wereld, speel_tot

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vrijdagmiddag")]


@pytest.fixture
def wereld() -> Wereld:
    """Three versions: a goal with who takes part; then an action and a voorziening; then that ended and all changed."""
    w = speel_tot(LENING, 3)
    wie, mensen = w.mensen["inbrenger"], tuple(w.traject.betreft.all())
    doel = stel_doel(casus=w.casus, tekst="Rust in huis", betreft=mensen, account=wie, nu=NU)
    mee = Deelstand(stand="doet_mee")
    school = leg_deelname_vast(doel=doel, wie=Deelnemer(wie="School"), stand=mee, account=wie, nu=NU)
    stel_plan_vast(casus=w.casus, account=wie, nu=NU)
    maak_actie(w, "De school bellen")
    gegevens = Voorzieninggegevens(toegang="maatwerk", kosten=4500, per="week", doel=doel)
    inzet = voeg_voorziening_toe(
        casus=w.casus, gegevens=gegevens, woorden={"wat": "Een maatje"}, betreft=mensen, account=wie, nu=NU
    )
    stel_plan_vast(casus=w.casus, account=wie, nu=NU)
    beeindig_voorziening(voorziening=inzet, op=VANDAAG, waarom="Het ging vanzelf", account=wie, versie=1, nu=NU)
    niet = Deelstand(stand="doet_niet_mee", reden="Geen tijd")
    wijzig_deelname(deelname=school, stand=niet, account=wie, versie=1, nu=NU)
    wijzig_doel(doel=doel, tekst="Rust en slaap", status="loopt", account=wie, versie=1, nu=NU)
    stel_plan_vast(casus=w.casus, account=wie, nu=NU)
    return w


def maak_actie(w: Wereld, wat: str, traject: Traject | None = None) -> None:
    spreek_af(
        casus=w.casus,
        traject=traject,
        doel=None,
        wat=wat,
        eigenaar=Eigenaar(account=w.mensen["inbrenger"]),
        voor=VANDAAG + timedelta(days=7),
        betreft=tuple(w.traject.betreft.all()),
        account=w.mensen["inbrenger"],
        nu=NU,
    )


def vergelijk(w: Wereld, **gekozen: str) -> str:
    antwoord = w.als("inbrenger").get(reverse("plan_vergelijken", args=[w.casus.pk]), gekozen)
    assert antwoord.status_code == 200
    return " ".join(antwoord.content.decode().replace("</span>", "").replace('<span dir="auto">', "").split())


def test_the_first_and_the_last_tell_everything_between(wereld: Wereld) -> None:
    tekst = vergelijk(wereld, van="1", met="3")
    erbij, anders = tekst.index("Erbij gekomen"), tekst.index(">Veranderd<")
    assert erbij < tekst.index("Actie: De school bellen") < tekst.index("Voorziening: Een maatje · beëindigd") < anders
    assert "Doel: Rust en slaap · was: Rust in huis" in tekst
    assert "Wie doet mee: School · van doet mee naar doet niet mee · reden: was geen, nu Geen tijd" in tekst
    assert "Niet meer in het plan" not in tekst


def test_the_order_of_choosing_makes_no_difference(wereld: Wereld) -> None:
    heen, terug = vergelijk(wereld, van="2", met="3"), vergelijk(wereld, van="3", met="2")
    assert heen[heen.index("Versie 2 en") :] == terug[terug.index("Versie 2 en") :]
    assert "Voorziening: Een maatje · van loopt naar beëindigd" in heen


def test_a_version_is_compared_with_now(wereld: Wereld) -> None:
    tekst = vergelijk(wereld)
    assert "het plan zoals het nu is" in tekst and '<p class="stil">Niets.</p>' in tekst
    rond_plan_af(casus=wereld.casus, mee=[], account=wereld.mensen["inbrenger"], nu=NU)
    tekst = vergelijk(wereld, van="1", met="nu")
    assert tekst.index("Niet meer in het plan") < tekst.index("Doel: Rust in huis")


@pytest.mark.parametrize(
    ("gekozen", "fout"),
    [
        ({"van": "1", "met": "1"}, "Kies twee verschillende versies."),
        ({"van": "9", "met": "1"}, "Deze versie is er niet."),
        ({"van": "1", "met": "x"}, "Deze versie is er niet."),
        ({"van": "", "met": "1"}, "Kies een versie."),
    ],
)
def test_what_cannot_be_compared_is_told(wereld: Wereld, gekozen: dict[str, str], fout: str) -> None:
    tekst = vergelijk(wereld, **gekozen)
    assert fout in tekst and 'id="verschil"' not in tekst


def test_the_look_names_both_versions(wereld: Wereld) -> None:
    vergelijk(wereld, van="1", met="3")
    een, _, drie = Planversie.objects.order_by("nummer")
    assert Inzage.objects.get(wat="plan_vergelijken").ids == [str(een.pk), str(drie.pk)]


def test_trajecten_run_beside_each_other_in_one_plan_and_a_finished_one_blocks_no_next(wereld: Wereld) -> None:
    wie = wereld.mensen["inbrenger"]
    tweede = nog_een(wereld, "De huur")
    maak_actie(wereld, "De verhuurder bellen", tweede)
    maak_actie(wereld, "De leerplicht bellen", wereld.traject)
    plan = reverse("plan", args=[wereld.casus.pk])
    per_spoor = {
        spoor: wereld.als("inbrenger").get(plan, {"toon": str(spoor.pk)}).content.decode().split("Veranderd sinds")[0]
        for spoor in (wereld.traject, tweede)
    }
    assert "De verhuurder bellen" in per_spoor[tweede] and "De leerplicht bellen" not in per_spoor[tweede]
    assert "De leerplicht bellen" in per_spoor[wereld.traject] and "De verhuurder" not in per_spoor[wereld.traject]
    # The plan is finished, and so is a traject: the next of both begin.
    rond_plan_af(casus=wereld.casus, mee=[Doel.objects.get().pk], account=wie, nu=NU)
    klaar = Opdracht(ZetStap("niets_doen"), {"toelichting": "De huur is betaald."})
    voer_uit(traject=tweede, account=wie, opdrachten=[klaar], nu=NU)
    tweede.refresh_from_db()
    assert not tweede.open
    derde = nog_een(wereld, "Weer de huur")
    stel_doel(casus=wereld.casus, tekst="Op tijd betalen", betreft=tuple(derde.betreft.all()), account=wie, nu=NU)
    maak_actie(wereld, "Opnieuw bellen", derde)
    stel_plan_vast(casus=wereld.casus, account=wie, nu=NU)
    assert [v.plan for v in Planversie.objects.order_by("nummer")] == [1, 1, 1, 1, 2]
    nu = wereld.als("inbrenger").get(plan).content.decode()
    assert "Op tijd betalen" in nu and "Opnieuw bellen" in nu and "Rust en slaap" in nu


def nog_een(w: Wereld, naam: str) -> Traject:
    versie = WerkwijzeVersie.objects.get(pk=w.traject.versie_id)
    return begin_traject(
        casus=w.casus,
        versie=versie,
        naam=naam,
        betreft=list(w.traject.betreft.all()),
        account=w.mensen["inbrenger"],
        nu=NU,
    )


def test_the_history_holds(wereld: Wereld) -> None:
    assert controleer_casus(wereld.casus) == []
