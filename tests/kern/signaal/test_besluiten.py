"""Who may do what with a signaal, as a table; and that it has one holder until it is done."""

from datetime import date, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from samenspel.kern.signaal import (
    Aanname,
    Afsluiting,
    Dossierleg,
    Feit,
    Handeling,
    Intrekking,
    Signaalstand,
    Soort,
    Speler,
    Status,
    Uithaling,
    Voorstel,
    Weigering,
    Wissing,
    beslis,
    mag_lezen,
    vouw,
    wacht_te_lang,
)
from samenspel.kern.stand import Geweigerd

DAG = date(2026, 3, 2)
KEES, NAZAN, KARIM, ROOS = Speler("kees", "balie"), Speler("nazan", "noord"), Speler("karim", "noord"), Speler("roos")

VAN_KEES = Signaalstand("kees", DAG, spoed=False)
AAN_NAZAN = Signaalstand("kees", DAG, spoed=False, voorstel=Voorstel(aan="nazan"), voorgesteld_op=DAG)
AAN_NOORD = Signaalstand("kees", DAG, spoed=False, voorstel=Voorstel(team="noord"), voorgesteld_op=DAG)
GELEGD = Signaalstand("kees", DAG, spoed=False, status=Status.IN_DOSSIER, casus="c")
KLAAR = Signaalstand("kees", DAG, spoed=False, status=Status.GESLOTEN)


@pytest.mark.parametrize(
    ("stand", "handeling", "speler", "soort"),
    [
        (VAN_KEES, Voorstel(aan="nazan"), KEES, Soort.VOORGESTELD),
        (VAN_KEES, Voorstel(team="noord"), KEES, Soort.VOORGESTELD),
        (VAN_KEES, Voorstel(aan="kees"), KEES, None),
        (VAN_KEES, Voorstel(), KEES, None),
        (VAN_KEES, Voorstel(aan="nazan", team="noord"), KEES, None),
        (VAN_KEES, Voorstel(aan="roos"), NAZAN, None),
        (AAN_NAZAN, Voorstel(aan="roos"), KEES, Soort.VOORGESTELD),
        (AAN_NAZAN, Aanname(), NAZAN, Soort.AANGENOMEN),
        (AAN_NAZAN, Aanname(), KARIM, None),
        (AAN_NAZAN, Aanname(), KEES, None),
        (AAN_NAZAN, Weigering(), NAZAN, Soort.GEWEIGERD),
        (AAN_NAZAN, Weigering(), KEES, None),
        (AAN_NAZAN, Intrekking(), KEES, Soort.INGETROKKEN),
        (AAN_NAZAN, Intrekking(), NAZAN, None),
        (AAN_NOORD, Aanname(), KARIM, Soort.AANGENOMEN),
        (AAN_NOORD, Aanname(), ROOS, None),
        (VAN_KEES, Aanname(), NAZAN, None),
        (VAN_KEES, Intrekking(), KEES, None),
        (VAN_KEES, Dossierleg("c", "kees"), KEES, Soort.IN_DOSSIER),
        (VAN_KEES, Dossierleg("c", "nazan"), KEES, None),
        (AAN_NAZAN, Dossierleg("c", "nazan"), NAZAN, None),
        (VAN_KEES, Afsluiting(), KEES, Soort.GESLOTEN),
        (VAN_KEES, Afsluiting(), NAZAN, None),
        (AAN_NAZAN, Afsluiting(), KEES, None),
        (VAN_KEES, Wissing(), KEES, None),
        (KLAAR, Wissing(), KEES, Soort.GEWIST),
        (KLAAR, Wissing(), NAZAN, None),
        (KLAAR, Voorstel(aan="nazan"), KEES, None),
        (KLAAR, Afsluiting(), KEES, None),
        (GELEGD, Uithaling("kees"), KEES, Soort.UIT_DOSSIER),
        (GELEGD, Uithaling("nazan"), NAZAN, Soort.UIT_DOSSIER),
        (GELEGD, Uithaling("nazan"), KEES, None),
        (GELEGD, Voorstel(aan="nazan"), KEES, None),
        (VAN_KEES, Uithaling("kees"), KEES, None),
        (KLAAR, Uithaling("kees"), KEES, None),
    ],
)
def test_who_may_do_what(stand: Signaalstand, handeling: Handeling, speler: Speler, soort: Soort | None) -> None:
    if soort is None:
        with pytest.raises(Geweigerd, match=r"\.$"):
            beslis(stand, handeling, speler, DAG)
    else:
        assert beslis(stand, handeling, speler, DAG).soort is soort


@pytest.mark.parametrize(
    ("stand", "lezers"),
    [(VAN_KEES, {"kees"}), (AAN_NAZAN, {"kees", "nazan"}), (AAN_NOORD, {"kees", "nazan", "karim"}), (KLAAR, {"kees"})],
)
def test_who_reads_it(stand: Signaalstand, lezers: set[str]) -> None:
    assert {s.account for s in (KEES, NAZAN, KARIM, ROOS) if mag_lezen(stand, s)} == lezers


@pytest.mark.parametrize(
    ("spoed", "status", "na", "te_lang"),
    [
        (False, Status.OPEN, 3, False),
        (False, Status.OPEN, 4, True),
        (True, Status.OPEN, 1, False),
        (True, Status.OPEN, 2, True),
        (True, Status.GESLOTEN, 9, False),
    ],
)
def test_what_lies_too_long(spoed: bool, status: Status, na: int, te_lang: bool) -> None:
    stand = Signaalstand("kees", DAG, spoed=spoed, status=status)
    assert wacht_te_lang(stand, DAG + timedelta(days=na), 3) is te_lang


SPELERS = st.sampled_from([KEES, NAZAN, KARIM, ROOS])
HANDELINGEN = st.one_of(
    st.builds(Voorstel, aan=st.sampled_from(["", "kees", "nazan", "roos"]), team=st.sampled_from(["", "noord"])),
    st.sampled_from(
        [
            Aanname(),
            Weigering(),
            Intrekking(),
            Afsluiting(),
            Wissing(),
            Dossierleg("c", "nazan"),
            Dossierleg("c", "kees"),
            Uithaling("kees"),
            Uithaling("roos"),
        ]
    ),
)


class EenHouder(RuleBasedStateMachine):
    """Whatever people try, a signaal has one holder; the next is who was asked, or took it out of their dossier."""

    def __init__(self) -> None:
        super().__init__()
        self.feiten = [Feit(Soort.VASTGELEGD, "kees", "kees", DAG)]

    @rule(speler=SPELERS, handeling=HANDELINGEN)
    def probeer(self, speler: Speler, handeling: Handeling) -> None:
        """Somebody tries something; what is refused changes nothing."""
        voor = vouw(self.feiten)
        try:
            feit = beslis(voor, handeling, speler, DAG)
        except Geweigerd:
            return
        self.feiten.append(feit)
        na = vouw(self.feiten)
        uit = feit.soort is Soort.UIT_DOSSIER
        assert uit or mag_lezen(voor, speler)
        if na.houder != voor.houder:
            assert (uit or voor.gevraagd(speler)) and na.houder == speler.account
            assert not mag_lezen(na, Speler(voor.houder))
        if uit:
            assert (voor.status, na.status, na.casus) == (Status.IN_DOSSIER, Status.OPEN, "")
        elif voor.status is not Status.OPEN:
            assert (na.houder, na.status) == (voor.houder, voor.status)

    @precondition(lambda self: vouw(self.feiten).voorstel is not None)
    @rule(speler=SPELERS)
    def antwoord(self, speler: Speler) -> None:
        """Who was asked answers."""
        if vouw(self.feiten).gevraagd(speler):
            self.probeer(speler, Aanname())

    @invariant()
    def een_houder(self) -> None:
        """Exactly one, who holds it as the last line says; nobody is asked for what is done."""
        stand = vouw(self.feiten)
        assert stand.houder == self.feiten[-1].houder
        assert stand.houder in {"kees", "nazan", "karim", "roos"}
        assert stand.status is Status.OPEN or stand.voorstel is None
        assert (stand.voorstel is None) == (stand.voorgesteld_op is None)


TestEenHouder = EenHouder.TestCase
TestEenHouder.settings = settings(max_examples=60, stateful_step_count=20, deadline=None)
