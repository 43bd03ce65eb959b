"""Who may make one of two dossiers, and two again."""

from datetime import date

import pytest

from samenspel.kern.delen import Helper, Kijker, Kijkrecht, Regie
from samenspel.kern.delen.samenvoegen import Wijze, mag_ongedaan_maken, wijze_van_samenvoegen

DAG = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("rechten", "hoe", "ongedaan"),
    [
        ((Regie(casus="een"), Regie(casus="ander")), Wijze.DIRECT, True),
        ((Regie(casus="een"),), Wijze.VOORSTEL, True),
        ((Regie(casus="ander"), Helper(casus="een")), Wijze.VOORSTEL, True),
        ((Helper(casus="een"), Helper(casus="ander")), Wijze.NIET, False),
        ((Regie(casus="derde"),), Wijze.NIET, False),
        ((), Wijze.NIET, False),
    ],
)
def test_who_has_the_regie_of_both_decides(rechten: tuple[Kijkrecht, ...], hoe: Wijze, ongedaan: bool) -> None:
    kijker = Kijker(account="wie", gemeente="hier", rechten=rechten)
    assert wijze_van_samenvoegen(kijker, "een", "ander", DAG) is hoe
    assert mag_ongedaan_maken(kijker, "een", "ander", DAG) is ongedaan


def test_within_one_dossier_its_regisseur_decides() -> None:
    kijker = Kijker(account="wie", gemeente="hier", rechten=(Regie(casus="een"),))
    assert wijze_van_samenvoegen(kijker, "een", "een", DAG) is Wijze.DIRECT
