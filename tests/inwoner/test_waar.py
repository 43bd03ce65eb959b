"""'Waar zijn we?': what is done, now and to come, also after a step back, a reopening, or when nothing is done."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from bewoners import Wereld, plan_van
from fabriek import een_account
from samenspel.casus.models import Traject
from samenspel.inwoner.weg import eerste_zin, weg_van
from samenspel.kern.stand.handelingen import ZetStap
from samenspel.kern.werkwijze.basis import Basisstap
from samenspel.regie.opdracht import Opdracht
from samenspel.regie.routes import route
from samenspel.regie.uitvoeren import voer_uit
from samenspel.web.blik import Blik

pytestmark = pytest.mark.django_db

UITLEG = "Er komt nu geen uitzondering, want de begeleiding lukt niet."


def _zet(wereld: Wereld, traject: Traject, stap: Basisstap, naar: str | None = None, tekst: str = "Omdat.") -> None:
    traject.refresh_from_db()
    opdracht = Opdracht(ZetStap(stap.value, naar=naar), {"toelichting": tekst})
    voer_uit(traject=traject, account=wereld.regisseur, opdrachten=[opdracht], nu=timezone.now())
    traject.refresh_from_db()


def _toestanden(wereld: Wereld, traject: Traject) -> list[tuple[str, str]]:
    weg = weg_van(Blik.van(wereld.inwoner, wereld.casus, timezone.now()), traject, "Nazan")
    return [(t["naam"], t["toestand"]) for t in (*weg["treden"], *weg["later"])]


def _zinnen(traject: Traject) -> list[str]:
    return [eerste_zin(f.voor_inwoner) for f in route(traject.versie.hash).werkwijze.fasen if not f.buiten_ladder]


@pytest.mark.parametrize("terug", ["een_stap_terug", "heropend"])
def test_what_lies_further_on_is_to_come_again(wereld: Wereld, terug: str) -> None:
    traject = wereld.traject(wereld.anna)
    zinnen, begin = _zinnen(traject), traject.fase
    ver = [f.fase for f in route(traject.versie.hash).werkwijze.fasen if not f.buiten_ladder][2]
    _zet(wereld, traject, Basisstap.SPOED, naar=ver)
    assert _toestanden(wereld, traject)[:2] == [(zinnen[0], "klaar"), (zinnen[2], "hier")]
    if terug == "heropend":
        _zet(wereld, traject, Basisstap.NIETS_DOEN)
        _zet(wereld, traject, Basisstap.HEROPENEN, naar=begin)
    else:
        _zet(wereld, traject, Basisstap.TERUG)
    assert _toestanden(wereld, traject) == [(zinnen[0], "hier"), *((z, "komt") for z in zinnen[1:])]


def test_that_nothing_is_done_is_explained_and_not_called_done(anna: Client, wereld: Wereld) -> None:
    traject = wereld.traject(wereld.anna)
    _zet(wereld, traject, Basisstap.NIETS_DOEN, tekst=UITLEG)
    pagina = plan_van(anna, wereld.casus)
    assert UITLEG in pagina and "Er is besloten om hier nu niets aan te doen, vandaag." in pagina
    assert "Daarop krijgt u een besluit." in pagina
    assert "Dit is klaar" not in pagina and "Er loopt nu niets dat vastzit" not in pagina
    anna.force_login(een_account(persoon=wereld.bas))
    assert UITLEG not in plan_van(anna, wereld.casus)


def test_what_is_solved_is_done(anna: Client, wereld: Wereld) -> None:
    traject = wereld.traject(wereld.anna)
    _zet(wereld, traject, Basisstap.AFSLUITEN, tekst="De opvang is weer open.")
    pagina = plan_van(anna, wereld.casus)
    assert "Dit is klaar sinds vandaag." in pagina and "Er loopt nu niets dat vastzit" in pagina


def test_the_explanation_can_be_answered_on_the_spot(anna: Client, wereld: Wereld) -> None:
    traject = wereld.traject(wereld.anna)
    _zet(wereld, traject, Basisstap.NIETS_DOEN, tekst=UITLEG)
    item = traject.trajectstap_set.get().item_id
    assert reverse("mijn_reactie", args=[item]) in plan_van(anna, wereld.casus)
