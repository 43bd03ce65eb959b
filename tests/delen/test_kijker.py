"""Which rights an account holds follows from the rows: each row gives its own, and no row gives more."""

from datetime import UTC, datetime

import pytest

from delen.dorp import DEFINITIE, NU, Dorp, dag, versie
from samenspel.casus.models import Casus, Traject
from samenspel.delen.kijker import kijker_van
from samenspel.kern.delen import Bewoner, Helper, Kijkrecht, Partner, Regie, Rolzicht, Tafelzicht
from samenspel.kern.werkwijze.model import Gegevenssoort as S
from samenspel.organisatie.models import Account, Gemeente
from samenspel.overleg.tafels import beeindig_tafel
from samenspel.regie.trajectrijen import Trajectrijen

pytestmark = pytest.mark.django_db


@pytest.fixture
def dorp() -> Dorp:
    return Dorp()


def rechten(account: Account, casus: Casus | None = None) -> tuple[Kijkrecht, ...]:
    return kijker_van(account=account, casus=casus, nu=NU).rechten


def soorten_per_traject(account: Account) -> dict[str, frozenset[S]]:
    gevonden = rechten(account)
    assert all(isinstance(recht, Rolzicht) for recht in gevonden)
    return {recht.traject: recht.soorten for recht in gevonden if isinstance(recht, Rolzicht)}


def test_an_account_without_rows_has_no_rights(dorp: Dorp) -> None:
    dorp.casus()
    account = dorp.account()
    kijker = kijker_van(account=account, casus=None, nu=NU)

    assert (kijker.account, kijker.gemeente) == (str(account.pk), str(dorp.gemeente.pk))
    assert kijker.rechten == ()


def test_the_regisseur_holds_the_regie_of_the_casus_and_a_substitute_does_not(dorp: Dorp) -> None:
    casus = dorp.casus()
    vervanger = dorp.account()
    casus.regisseur.vervanger = vervanger
    casus.regisseur.save()

    assert rechten(casus.regisseur) == (Regie(casus=str(casus.pk)),)
    assert rechten(vervanger) == ()


def test_a_closed_account_has_no_rights(dorp: Dorp) -> None:
    regisseur = dorp.account()
    dorp.casus(regisseur=regisseur)
    regisseur.is_active = False

    assert rechten(regisseur) == ()


def test_asked_for_one_casus_only_its_rights_are_given(dorp: Dorp) -> None:
    account, moeder = dorp.account(), dorp.persoon()
    een, ander = dorp.casus(regisseur=account), dorp.casus(regisseur=account)
    for casus in (een, ander):
        traject = dorp.traject(casus, "gesprek")
        tafel = dorp.tafel()
        dorp.casusrol(traject, account, "expert")
        dorp.casusrol(traject, account, "gast")
        dorp.vervult(account, "leider", team=casus.huishouden.team)
        dorp.vervult(account, "voorzitter", tafel=tafel)
        dorp.agendapunt(traject, tafel, 1)
        dorp.helpt(casus, account)
        dorp.grondslag(casus, account, [S.PLAN], [moeder])

    alles = rechten(account)
    van_een = rechten(account, een)

    assert {type(recht) for recht in van_een} == {Regie, Helper, Rolzicht, Tafelzicht, Partner}
    assert set(van_een) == {recht for recht in alles if recht.casus == str(een.pk)}


@pytest.mark.parametrize(
    ("van", "tot", "helpt"), [(0, None, True), (1, None, False), (-9, 1, True), (-9, 0, False), (0, 0, False)]
)
def test_a_helper_helps_from_the_first_day_until_the_day_it_ended(
    dorp: Dorp, van: int, tot: int | None, helpt: bool
) -> None:
    casus, account = dorp.casus(), dorp.account()
    dorp.helpt(casus, account, van, tot)

    assert rechten(account) == ((Helper(casus=str(casus.pk)),) if helpt else ())


ROLLEN: list[tuple[str, str, bool, bool]] = [
    ("een lopende rol in een open traject", "expert", True, True),
    ("een lopende rol in een gesloten traject", "expert", False, False),
    ("een rol die altijd ziet in een gesloten traject", "volger", False, True),
    ("een rol die alleen rond overleg ziet", "gast", True, False),
    ("een rol van de inwoner", "bewoner", True, False),
    ("een rol die de definitie niet kent", "onbekend", True, False),
]


@pytest.mark.parametrize(("rol", "open", "ziet"), [r[1:] for r in ROLLEN], ids=[r[0] for r in ROLLEN])
def test_a_rol_given_in_a_traject_looks_as_the_definition_says(dorp: Dorp, rol: str, open: bool, ziet: bool) -> None:
    account, traject = dorp.account(), dorp.traject(dorp.casus(), open=open)
    dorp.casusrol(traject, account, rol)

    assert (str(traject.pk) in soorten_per_traject(account)) is ziet


def test_a_rol_that_was_ended_looks_no_more(dorp: Dorp) -> None:
    account, traject = dorp.account(), dorp.traject(dorp.casus())
    dorp.casusrol(traject, account, "expert", tot=0)

    assert rechten(account) == ()


def test_the_kinds_come_from_the_version_the_traject_runs_on(dorp: Dorp) -> None:
    account, casus = dorp.account(), dorp.casus()
    nieuwer = DEFINITIE.read_text(encoding="utf-8").replace("ziet: [plan, adres]", "ziet: [geld]")
    oud, nieuw = dorp.traject(casus), dorp.traject(casus, versie_=versie(nieuwer))
    dorp.casusrol(oud, account, "expert")
    dorp.casusrol(nieuw, account, "expert")

    assert soorten_per_traject(account) == {
        str(oud.pk): frozenset({S.PLAN, S.ADRES}),
        str(nieuw.pk): frozenset({S.GELD}),
    }


def test_a_guest_of_a_meeting_looks_around_the_meetings_of_that_traject(dorp: Dorp) -> None:
    account, casus = dorp.account(), dorp.casus()
    traject, ander = dorp.traject(casus), dorp.traject(casus)
    dorp.casusrol(traject, account, "gast")
    kring, ronde = dorp.tafel("kring"), dorp.tafel("ronde")
    dorp.agendapunt(traject, kring, 2)
    dorp.agendapunt(traject, ronde, 2)
    dorp.agendapunt(ander, kring, 2)

    (recht,) = rechten(account)

    assert recht == Tafelzicht(
        casus=str(casus.pk),
        traject=str(traject.pk),
        soorten=frozenset({S.PLAN, S.OVERLEG}),
        van=dag(-2),
        tot=dag(2),
    )


TEAM: list[tuple[str, str, str, bool, bool]] = [
    ("een leider in de fase van de leider", "leider", "gesprek", True, True),
    ("een leider in een fase met een stap van de leider", "leider", "kringgesprek", True, True),
    ("een leider in een andere fase", "leider", "begin", True, False),
    ("een leider als het traject dicht is", "leider", "gesprek", False, False),
    ("een hoeder, die altijd ziet", "hoeder", "begin", True, True),
    ("een hoeder als het traject dicht is", "hoeder", "begin", False, False),
    ("een rol die niet van een team is", "expert", "begin", True, False),
    ("een rol van een tafel zonder tafel", "voorzitter", "bespreking", True, False),
    ("een rol die de definitie niet kent", "onbekend", "begin", True, False),
]


@pytest.mark.parametrize(("rol", "fase", "open", "ziet"), [r[1:] for r in TEAM], ids=[r[0] for r in TEAM])
def test_a_rol_of_a_team_looks_when_it_comes_to_it(dorp: Dorp, rol: str, fase: str, open: bool, ziet: bool) -> None:
    account, casus = dorp.account(), dorp.casus()
    traject = dorp.traject(casus, fase, open=open)
    dorp.vervult(account, rol, team=casus.huishouden.team)

    assert (str(traject.pk) in soorten_per_traject(account)) is ziet


def test_a_rol_of_a_team_looks_only_into_its_own_team_and_werkwijze(dorp: Dorp) -> None:
    account, team = dorp.account(), dorp.team()
    eigen = dorp.traject(dorp.casus(dorp.huishouden(team=team)), "gesprek")
    dorp.traject(dorp.casus(), "gesprek")
    dorp.vervult(account, "leider", team=team)
    dorp.vervult(account, "hoeder", team=team, werkwijze="een_andere")
    dorp.vervult(account, "hoeder", team=team, tot=0)

    assert soorten_per_traject(account) == {str(eigen.pk): frozenset({S.PLAN, S.KNELPUNTEN, S.ADRES})}


def test_a_rol_without_team_looks_in_all_teams_of_its_own_municipality(dorp: Dorp) -> None:
    account, elders = dorp.account(), Dorp()
    hier = [dorp.traject(dorp.casus(), "gesprek") for _ in range(2)]
    elders.traject(elders.casus(), "gesprek")
    dorp.vervult(account, "leider")

    assert set(soorten_per_traject(account)) == {str(traject.pk) for traject in hier}


def test_a_rol_of_a_team_looks_where_the_traject_waits_for_it(dorp: Dorp) -> None:
    account, casus = dorp.account(), dorp.casus()
    traject = dorp.traject(casus, "uitvoering", wacht_op=["leider"])
    dorp.traject(casus, "uitvoering", wacht_op=["trekker"])
    dorp.vervult(account, "leider", team=casus.huishouden.team)

    assert set(soorten_per_traject(account)) == {str(traject.pk)}


def test_a_rol_of_a_team_keeps_looking_where_its_holder_acted(dorp: Dorp) -> None:
    account, ander, casus = dorp.account(), dorp.account(), dorp.casus()
    gestapt, beantwoord, niet, van_ander = (dorp.traject(casus, "uitvoering") for _ in range(4))
    dorp.stap(gestapt, "uitvoeren", account)
    dorp.antwoord(beantwoord, "klaar", account)
    dorp.stap(niet, "naar_kring", account)
    dorp.stap(van_ander, "uitvoeren", ander)
    dorp.vervult(account, "leider", team=casus.huishouden.team)

    assert set(soorten_per_traject(account)) == {str(gestapt.pk), str(beantwoord.pk)}


@pytest.mark.parametrize(
    ("rol", "status", "ziet"),
    [
        ("penning", "akkoord", True),
        ("penning", "betaald", True),
        ("leider", "open", True),
        ("penning", "afgewezen", False),
        ("expert", "open", False),
    ],
)
def test_who_judges_or_pays_money_looks_where_it_is_asked(dorp: Dorp, rol: str, status: str, ziet: bool) -> None:
    account, casus = dorp.account(), dorp.casus()
    traject = dorp.traject(casus, "uitvoering")
    dorp.aanvraag(traject, status)
    dorp.vervult(account, rol, team=casus.huishouden.team)

    assert (str(traject.pk) in soorten_per_traject(account)) is ziet


def test_who_signed_against_money_keeps_looking(dorp: Dorp) -> None:
    account, casus = dorp.account(), dorp.casus()
    traject = dorp.traject(casus, "uitvoering")
    dorp.aanvraag(traject, "afgewezen", beoordelaar=account)
    dorp.vervult(account, "leider", team=casus.huishouden.team)

    assert set(soorten_per_traject(account)) == {str(traject.pk)}


def test_a_member_of_a_table_looks_around_its_meetings_only(dorp: Dorp) -> None:
    account, casus, tafel = dorp.account(), dorp.casus(), dorp.tafel()
    traject = dorp.traject(casus, "bespreking")
    dorp.agendapunt(traject, tafel, 7)
    dorp.agendapunt(traject, tafel, 8, ingetrokken=True)
    dorp.agendapunt(traject, dorp.tafel(), 7)
    dorp.vervult(account, "lid", tafel=tafel)

    assert rechten(account) == (
        Tafelzicht(
            casus=str(casus.pk),
            traject=str(traject.pk),
            soorten=frozenset({S.OVERLEG, S.PLAN}),
            van=dag(2),
            tot=dag(9),
        ),
    )


def test_the_day_of_a_meeting_is_the_dutch_day(dorp: Dorp) -> None:
    account, traject, tafel = dorp.account(), dorp.traject(dorp.casus()), dorp.tafel()
    punt = dorp.agendapunt(traject, tafel, 0)
    punt.op = datetime(2026, 3, 12, 23, 30, tzinfo=UTC)
    punt.save()
    dorp.vervult(account, "lid", tafel=tafel)

    (recht,) = rechten(account)

    assert isinstance(recht, Tafelzicht)
    assert recht.tot == dag(3)


@pytest.mark.parametrize("anders", ["rol", "werkwijze", "voorbij"])
def test_holding_another_rol_at_the_table_gives_nothing(dorp: Dorp, anders: str) -> None:
    account, tafel = dorp.account(), dorp.tafel()
    dorp.agendapunt(dorp.traject(dorp.casus(), "bespreking"), tafel, 0)
    dorp.vervult(
        account,
        "expert" if anders == "rol" else "lid",
        tafel=tafel,
        werkwijze="een_andere" if anders == "werkwijze" else "klein",
        tot=0 if anders == "voorbij" else None,
    )

    assert rechten(account) == ()


def test_a_chair_looks_from_the_fase_of_the_meeting_until_the_traject_closes(dorp: Dorp) -> None:
    account, tafel, casus = dorp.account(), dorp.tafel(), dorp.casus()
    te_plannen = dorp.traject(casus, "bespreking")
    eerder, _niet_gehad = dorp.traject(casus, "uitvoering"), dorp.traject(casus, "uitvoering")
    gesloten = dorp.traject(casus, "uitvoering", open=False)
    for traject in (eerder, gesloten):
        dorp.agendapunt(traject, tafel, -60)
    dorp.vervult(account, "voorzitter", tafel=tafel)

    lopend = {recht.traject for recht in rechten(account) if isinstance(recht, Rolzicht)}

    assert lopend == {str(te_plannen.pk), str(eerder.pk)}


def test_the_chair_of_another_neighbourhood_waits_for_the_agenda(dorp: Dorp) -> None:
    hier, daar, elders = dorp.wijk(), dorp.wijk(), dorp.wijk()
    tafels = {"hier": dorp.tafel(wijk=hier), "daar": dorp.tafel(wijk=daar), "groot": dorp.tafel("grote_ronde")}
    wijken = {"hier": hier, "daar": daar, "elders": elders, "nergens": None}
    gemaakt = {n: dorp.traject(dorp.casus(dorp.huishouden(wijk=w)), "bespreking") for n, w in wijken.items()}
    trajecten = {naam: str(traject.pk) for naam, traject in gemaakt.items()}
    gezien = {}
    for naam, tafel in tafels.items():
        voorzitter = dorp.account()
        dorp.vervult(voorzitter, "voorzitter", tafel=tafel)
        gezien[naam] = set(soorten_per_traject(voorzitter))

    assert gezien == {
        "hier": {trajecten["hier"]},
        "daar": {trajecten["daar"]},
        "groot": {trajecten["elders"], trajecten["nergens"]},
    }
    for traject in gemaakt.values():
        plek = Trajectrijen(traject).tafel
        assert plek is not None
        assert str(traject.pk) in gezien[next(naam for naam, tafel in tafels.items() if tafel == plek[1])]


def test_a_table_gives_nothing_of_another_municipality(dorp: Dorp) -> None:
    account, tafel, traject = dorp.account(), dorp.tafel(), dorp.traject(dorp.casus(), "bespreking")
    dorp.agendapunt(traject, tafel, 0)
    for rol in ("voorzitter", "lid"):
        dorp.vervult(account, rol, tafel=tafel)
    assert {type(recht) for recht in rechten(account)} == {Rolzicht, Tafelzicht}

    Traject.objects.filter(pk=traject.pk).update(gemeente=Gemeente.objects.create(naam="Elders", code="ELD"))

    assert rechten(account) == ()


def test_when_the_table_of_a_neighbourhood_ends_the_one_for_all_takes_over(dorp: Dorp) -> None:
    wijk, voorzitter = dorp.wijk(), dorp.account()
    eigen, groot = dorp.tafel(wijk=wijk), dorp.tafel("grote_ronde")
    dorp.vervult(voorzitter, "voorzitter", tafel=groot)
    traject = dorp.traject(dorp.casus(dorp.huishouden(wijk=wijk)), "bespreking")
    assert rechten(voorzitter) == ()

    beeindig_tafel(door=dorp.account(), tafel=eigen, vandaag=dag(), nu=NU)

    assert set(soorten_per_traject(voorzitter)) == {str(traject.pk)}


def test_a_partner_looks_by_a_grondslag_that_is_whole_and_not_ended(dorp: Dorp) -> None:
    casus, partner, moeder = dorp.casus(), dorp.account(), dorp.persoon()
    dorp.grondslag(casus, partner, [S.PLAN], [moeder], van=-2, tot=2, beeindigd=1)
    dorp.grondslag(casus, partner, [S.GELD], [moeder], beeindigd=0)
    for deel in ("uitzondering_9_10", "geheim", "convenant"):
        dorp.grondslag(casus, partner, [S.GELD], [moeder], zonder=deel)

    assert rechten(partner) == (
        Partner(
            casus=str(casus.pk),
            soorten=frozenset({S.PLAN}),
            personen=frozenset({str(moeder.pk)}),
            van=dag(-2),
            tot=dag(2),
        ),
    )


def test_a_resident_looks_into_the_casussen_of_their_own_household(dorp: Dorp) -> None:
    moeder, vader, kind = dorp.persoon(), dorp.persoon(), dorp.persoon(jaren=9)
    bij_moeder, bij_vader = dorp.huishouden(moeder, kind), dorp.huishouden(vader, kind)
    casus_moeder, casus_vader = dorp.casus(bij_moeder), dorp.casus(bij_vader)
    dorp.lid(bij_moeder, vader, van=-300, tot=-100)

    assert rechten(dorp.account(moeder)) == (Bewoner(casus=str(casus_moeder.pk), persoon=str(moeder.pk)),)
    assert rechten(dorp.account(vader)) == (Bewoner(casus=str(casus_vader.pk), persoon=str(vader.pk)),)
    assert {recht.casus for recht in rechten(dorp.account(kind))} == {str(casus_moeder.pk), str(casus_vader.pk)}


@pytest.mark.parametrize(
    ("jaren", "van", "tot", "kijkt_mee"),
    [(15, -99, None, True), (16, -99, None, False), (None, -99, None, False), (9, 1, None, False), (9, -99, 0, False)],
)
def test_a_parent_looks_along_with_a_child_under_sixteen_while_having_gezag(
    dorp: Dorp, jaren: int | None, van: int, tot: int | None, kijkt_mee: bool
) -> None:
    ouder, kind = dorp.persoon(), dorp.persoon(jaren=jaren)
    dorp.casus(dorp.huishouden(ouder, kind))
    dorp.gezag(ouder, kind, van, tot)

    (recht,) = rechten(dorp.account(ouder))

    assert isinstance(recht, Bewoner)
    assert recht.kinderen == (frozenset({str(kind.pk)}) if kijkt_mee else frozenset())
