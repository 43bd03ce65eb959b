"""Who writes outside the rollen of a traject: the regisseur a talk with an outcome, a helper a note."""

from datetime import date

import pytest

from samenspel.kern.delen import (
    Bewoner,
    Gesprekswaarde,
    Helper,
    Kijker,
    Kijkrecht,
    Partner,
    Regie,
    Rolzicht,
    gesprekswaarde,
    helpt_wie,
    mag_op_zich_nemen,
)

DAG = date(2026, 3, 2)
ANNA = frozenset({"anna"})


@pytest.mark.parametrize(
    ("rechten", "waarde"),
    [
        ((Regie(casus="c"),), Gesprekswaarde.GESPREK),
        ((Helper(casus="c", personen=ANNA),), Gesprekswaarde.NOTITIE),
        ((Helper(casus="c"), Regie(casus="c")), Gesprekswaarde.GESPREK),
        ((Helper(casus="ander", personen=ANNA),), None),
        ((Rolzicht(casus="c", traject="t", soorten=frozenset()),), None),
        ((Partner(casus="c", soorten=frozenset(), personen=ANNA, van=DAG, tot=None),), None),
        ((Bewoner(casus="c", persoon="anna"),), None),
        ((), None),
    ],
)
def test_what_a_talk_is_worth(rechten: tuple[Kijkrecht, ...], waarde: Gesprekswaarde | None) -> None:
    kijker = Kijker(account="a", gemeente="g", rechten=rechten)
    assert gesprekswaarde(kijker, "c", DAG) is waarde
    assert mag_op_zich_nemen(kijker, "c", DAG) is (waarde is not None)


def test_a_helper_writes_about_whom_they_help_in_this_casus() -> None:
    rechten = (Helper(casus="c", personen=ANNA), Helper(casus="ander", personen=frozenset({"bas"})))
    assert helpt_wie(Kijker(account="a", gemeente="g", rechten=rechten), "c", DAG) == ANNA
