"""The checker: a sound definition passes; each mistake is refused at its line, with the mend."""

import pytest

from samenspel.kern.werkwijze.controle import lees_en_controleer

GOED = """\
werkwijze: proef
naam: Proef
schema: 1
geldig_vanaf: 2024-01-01
bron: verzonnen
samenvatting: Kort.
toestand: startbaar
voor: persoon
rollen:
  - {rol: regisseur, naam: Regisseur, houder: per_casus, regie: ja}
  - {rol: collega, naam: Collega, houder: per_team}
  - {rol: voorzitter, naam: Voorzitter, houder: per_overleg}
  - {rol: tafellid, naam: Lid, houder: per_overleg}
  - {rol: bewoner, naam: Bewoner, houder: inwoner}
  - {rol: buiten, naam: Buiten, houder: extern}
feiten:
  - {feit: grens.leeftijd, naam: Jongste, soort: jaren, waarde: 16}
instroom:
  - {criterium: leeftijd, als: persoon.leeftijd >= grens.leeftijd, uitleg: Zestien of ouder.}
formulieren:
  - formulier: plan
    naam: Plan
    door: [regisseur, bewoner]
    velden:
      - {veld: voorstel, vraag: Wat stelt u voor?, soort: tekst}
      - {veld: soort_hulp, vraag: Welke hulp?, soort: keuze, keuzes: [geld, tijd]}
controlevragen:
  - {controlevraag: geprobeerd, vraag: Is alles geprobeerd?, door: [collega]}
overleggen:
  - overleg: wijktafel
    naam: Wijktafel
    voorzitter: voorzitter
    leden: tafellid
    uitkomsten:
      - {uitkomst: gelukt, naam: Gelukt}
      - {uitkomst: mislukt, naam: Mislukt}
    stukken: {dagen_vooraf: 2, bevat: [plan]}
    inwoner: mag
    verslag_binnen: zelfde_dag
    zicht_voor: 1 week
    zicht_na: 1 week
budgetten:
  - {budget: potje, naam: Potje, regime: groep, door: [regisseur], beoordelaars: [collega], betalers: [collega],
     plafond: 500 euro}
termijnen:
  - {termijn: stilstand, naam: Stilstand, vanaf: gebeurd.activiteit, duur: 6 weken, attendeert: [regisseur]}
meetmomenten:
  - {meetmoment: begin_cijfer, naam: Cijfer, instrument: rapportcijfer, vanaf: gebeurd.traject_gestart}
fasen:
  - {fase: begin, naam: Begin, voor_inwoner: Wij kijken., controlevragen: [geprobeerd]}
  - {fase: bespreking, naam: Tafel, voor_inwoner: Wij praten., vraagt: [plan, eigen_woorden.ik_wil], overleg: wijktafel}
stappen:
  - stap: verder
    naam: Verder
    van: begin
    naar: bespreking
    door: [regisseur]
    een_van:
      - {als: contact.uitkomst == 'niet_opgelost', uitleg: U komt er niet uit.}
      - {als: aanvraag.bedrag > budget.potje.plafond, uitleg: Het kost meer.}
  - stap: ernaast
    naam: Terug naar het begin
    van: bespreking
    naar: begin
    door: [voorzitter]
    alle_van:
      - {als: overleg.wijktafel.uitkomst == 'mislukt', uitleg: De tafel kwam er niet uit.}
"""


def test_a_sound_definition_is_accepted() -> None:
    werkwijze, fouten = lees_en_controleer(GOED, "proef.yaml")
    assert fouten == ()
    assert werkwijze is not None


FOUTEN = [
    # codes and schema
    ("schema: 1", "schema: 2", "leest schema: 1"),
    ("overleg: wijktafel\n", "overleg: spoed\n", "bestaat al voor elke werkwijze"),
    ("termijn: stilstand", "termijn: waakvlam", "loopt al als termijn"),
    ("termijn: stilstand", "termijn: begin_cijfer", "loopt al als termijn"),
    ("termijn: stilstand", "termijn: verslag_wijktafel", "loopt al als termijn"),
    # rollen
    ("houder: per_casus, regie: ja", "houder: per_casus", "geen rol heeft de regie"),
    ("houder: per_casus, regie: ja", "houder: inwoner, regie: ja", "een rol met regie kan niet inwoner zijn"),
    ("rol: buiten, naam: Buiten, houder: extern", "rol: buiten, naam: B, houder: per_overleg", "niemand kan 'buiten'"),
    ("door: [voorzitter]", "door: [voorziter]", "bedoelt u 'voorzitter'?"),
    ("door: [voorzitter]", "door: [bewoner]", "'bewoner' is inwoner en kan dit niet"),
    ("voorzitter: voorzitter", "voorzitter: buiten", "'buiten' is extern en kan dit niet"),
    ("door: [regisseur, bewoner]", "door: [buiten]", "een inwoner of een professional met een inlog"),
    ("beoordelaars: [collega]", "beoordelaars: [bewoner]", "'bewoner' is inwoner"),
    ("attendeert: [regisseur]", "attendeert: [regiseur]", "bedoelt u 'regisseur'?"),
    ("naam: Collega, houder", "combineerbaar_met: [niemand], naam: C, houder", "de rol 'niemand' bestaat niet"),
    ("naam: Collega, houder", "combineerbaar_met: [collega], naam: C, houder", "noemt zichzelf"),
    ("naam: Collega, houder", "caseload: {van: 9, tot: 3}, naam: C, houder", "draai ze om"),
    # references
    ("vraagt: [plan, eigen", "vraagt: [plam, eigen", "bedoelt u 'plan'?"),
    ("eigen_woorden.ik_wil]", "eigen_woorden.ik_wild]", "bedoelt u 'eigen_woorden.ik_wil'?"),
    ("eigen_woorden.ik_wil]", "gebeurd.stap_gezet]", "niemand kan 'gebeurd.stap_gezet' aanvullen"),
    ("controlevragen: [geprobeerd]", "controlevragen: [geprobeert]", "bedoelt u 'geprobeerd'?"),
    ("ik_wil], overleg: wijktafel", "ik_wil], overleg: stadstafel", "het overleg 'stadstafel' bestaat niet"),
    ("bevat: [plan]", "bevat: [plam]", "het formulier 'plam' bestaat niet"),
    ("inwoner: mag", "inwoner: mag\n    terugval: stadstafel", "het overleg 'stadstafel' bestaat niet"),
    ("inwoner: mag", "inwoner: mag\n    terugval: wijktafel", "komt weer bij dit overleg uit"),
    ("attendeert: [regisseur]", "attendeert: [regisseur], in_fasen: [eind]", "de fase 'eind' bestaat niet"),
    # the nouns by themselves
    ("soort: keuze, keuzes: [geld, tijd]", "soort: keuze", "ten minste twee"),
    ("soort: keuze, keuzes: [geld, tijd]", "soort: tekst, keuzes: [geld, tijd]", "kies soort: keuze"),
    ("regime: groep", "regime: tafel", "beslist een overleg"),
    ("beoordelaars: [collega], ", "", "oordeelt iemand"),
    ("plafond: 500 euro", "plafond: 500 euro, lening: {}", "leent niet uit"),
    ("plafond: 500 euro", "plafond: 500 euro, gevuld_door: [{wie: gemeente, procent: 90}]", "samen 100"),
    ("plafond: 500 euro", "plafond: 500 euro, instemmers: 0", "schrijf 1 of meer"),
    ("plafond: 500 euro", "plafond: 500 euro, vormen: []", "deze lijst is leeg"),
    ("vanaf: gebeurd.activiteit", "vanaf: contact.aantal", "is geen datum"),
    ("vanaf: gebeurd.activiteit", "vanaf: gebeurd.activitijd", "bedoelt u 'gebeurd.activiteit'?"),
    ("vanaf: gebeurd.activiteit", "vanaf: gebeurd.activiteit, tot: begin", "een gebeurtenis of een datum"),
    ("vanaf: gebeurd.traject_gestart", "vanaf: gebeurd.gestart", "bestaat niet"),
    # facts and limits
    ("soort: jaren, waarde: 16", "soort: jaren", "één vaste waarde"),
    ("soort: jaren, waarde: 16", "soort: bedrag, waarde: 16", "met zijn eenheid"),
    ("soort: jaren, waarde: 16", "soort: jaren, bedrag: 16 euro", "kies soort: bedrag"),
    ("soort: jaren, waarde: 16", "soort: datum, waarde: 16", "is aantal, dagen, jaren of bedrag"),
    ("feit: grens.leeftijd", "feit: persoon.leeftijd", "botst met het feit 'persoon.leeftijd'"),
    ("feit: grens.leeftijd", "feit: contact.uitkomst.grens", "botst met het feit 'contact.uitkomst'"),
    ("persoon.leeftijd >= grens.leeftijd", "persoon.leeftijd >= 16", "gebruik de naam 'grens.leeftijd'"),
    ("soort: jaren, waarde: 16", "soort: bedrag, bedrag: 500 euro", "dit bedrag staat al bij 'budget.potje.plafond'"),
    ("aanvraag.bedrag > budget.potje.plafond", "aanvraag.bedrag > 500", "noem het bedrag één keer"),
    # conditions
    ("contact.uitkomst ==", "contact.uitkmost ==", "bedoelt u 'contact.uitkomst'?"),
    ("'niet_opgelost'", "'niet_opgelosd'", "bedoelt u 'niet_opgelost'?"),
    ("aanvraag.bedrag > budget", "contact.aantal > budget", "een aantal is niet te vergelijken met euro's"),
    # the route
    ("naar: bespreking", "naar: bespreken", "bedoelt u 'bespreking'?"),
    ("van: bespreking", "van: bespreken", "bedoelt u 'bespreking'?"),
    ("overleg.wijktafel.uitkomst == 'mislukt'", "termijn.stilstand.verlopen", "komt niemand weg"),
    ("overleg.wijktafel.uitkomst == 'mislukt'", "persoon.leeftijd > grens.leeftijd", "komt niemand weg"),
    ("persoon.leeftijd >= grens.leeftijd", "termijn.stilstand.verlopen", "noem een feit waar iemand iets aan kan"),
]


@pytest.mark.parametrize(("goed", "fout", "melding"), FOUTEN)
def test_a_mistake_is_refused_at_its_line_with_the_mend(goed: str, fout: str, melding: str) -> None:
    assert GOED.count(goed) == 1, "het voorbeeld wijst één plek aan"
    begin = GOED[: GOED.index(goed)].count("\n") + 1
    regels = range(begin, begin + fout.count("\n") + 1)
    if melding == "geen rol heeft de regie":
        regels = range(begin - 1, begin)
    werkwijze, fouten = lees_en_controleer(GOED.replace(goed, fout), "proef.yaml")
    assert werkwijze is None
    assert [f for f in fouten if f.regel in regels and melding in f.melding], fouten


LOSSE_FASE = "  - {fase: los, naam: Los, voor_inwoner: Los.}\n"
HEEN = "  - {stap: heen, naam: Heen, van: begin, naar: los, door: [regisseur]}\n"
WEER = "  - {stap: weer, naam: Weer, van: los, naar: begin, door: [regisseur]%s}\n"


def _met_losse_fase(*stappen: str) -> str:
    return GOED.replace("stappen:\n", LOSSE_FASE + "stappen:\n") + "".join(stappen)


@pytest.mark.parametrize(
    ("tekst", "plek", "melding"),
    [
        (_met_losse_fase(WEER % ""), "fasen.los", "vanaf 'begin' is dit niet te bereiken"),
        (_met_losse_fase(HEEN), "fasen.los", "uit 'los' gaat geen eigen stap"),
        (_met_losse_fase(HEEN, WEER.replace("naar: begin", "naar: los") % ""), "fasen.los", "geen eigen stap"),
        (
            _met_losse_fase(HEEN, WEER % ", alle_van: [{als: overleg.wijktafel.uitkomst == 'gelukt', uitleg: x}]"),
            "stappen.weer.alle_van.0.als",
            "komt niemand weg",
        ),
        (
            _met_losse_fase(HEEN, WEER % ", een_van: [{als: rol.collega.bezet, uitleg: x}]"),
            "stappen.weer.een_van.0.als",
            "komt niemand weg",
        ),
        (
            _met_losse_fase(
                HEEN,
                WEER % ", alle_van: [{als: contact.uitkomst == 'opgelost', uitleg: x}, "
                "{als: \"contact.uitkomst in ['geen_gehoor', 'niet_opgelost']\", uitleg: x}]",
            ),
            "stappen.weer.alle_van.1.als",
            "spreekt een eerdere voorwaarde over 'contact.uitkomst' tegen",
        ),
        (
            _met_losse_fase(
                HEEN,
                WEER % ", een_van: [{als: contact.aantal > 3, uitleg: x}, {als: 3 < contact.aantal, uitleg: x}]",
            ),
            "stappen.weer.een_van.1.als",
            "schrijf haar één keer als feit",
        ),
    ],
)
def test_a_route_that_gets_stuck_is_refused(tekst: str, plek: str, melding: str) -> None:
    werkwijze, fouten = lees_en_controleer(tekst, "proef.yaml")
    assert werkwijze is None
    assert [f for f in fouten if f.sleutel == plek and melding in f.melding], fouten


def test_an_exit_that_people_can_open_is_enough() -> None:
    dicht = WEER.replace("weer", "vanzelf") % ", alle_van: [{als: termijn.stilstand.verlopen, uitleg: x}]"
    werkwijze, fouten = lees_en_controleer(_met_losse_fase(HEEN, dicht, WEER % ""), "proef.yaml")
    assert fouten == ()
    assert werkwijze is not None


def test_zero_is_no_limit_and_may_stand_twice() -> None:
    nul = "{als: afspraak.open == 0, uitleg: x}"
    tekst = _met_losse_fase(HEEN, WEER % f", een_van: [{nul}, {nul}]")
    assert lees_en_controleer(tekst, "proef.yaml")[1] == ()
