"""Three residents of one household in the demo: each has something to do, and none reads what is another's alone."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from samenspel.casus.historie import controleer_casus
from samenspel.casus.models import Casus
from samenspel.demo.gezin import gezinnen
from samenspel.demo.laden import zet_toneel
from samenspel.demo.tijdlijn import speel_gezin
from samenspel.organisatie.models import Account

pytestmark = pytest.mark.django_db

HUISHOUDEN = "Gezin Bouali"
ALLEEN = {
    "naima": ("De huur op tijd", "De huur op tijd betalen", "€ 40 extra", "De brief van de verhuurder meenemen"),
    "rob": ("drinkt sinds maart", "loonstrook", "AA-groep", "Bert", "zonder ruzie aan de deur", "door school gebeld"),
    "younes": ("slaapt slecht", "jeugdarts", "niet iedereen over mij praat", "motorblok"),
}
"""What is about one of them alone; the others never read it."""
SAMEN = "Met leerplicht bellen over het gastjaar"
PAGINAS = ("mijn_plan_van", "mijn_gegevens", "mijn_inzage", "mijn_woorden", "mijn_planversie")


def _lees(casus: Casus, naam: str, paginas: tuple[str, ...] = PAGINAS) -> str:
    client = Client()
    client.force_login(Account.objects.get(gebruikersnaam=naam))
    antwoorden = [client.get(reverse(pagina, args=[casus.pk])) for pagina in paginas]
    assert {antwoord.status_code for antwoord in antwoorden} == {200}
    return " ".join(" ".join(antwoord.content.decode() for antwoord in antwoorden).split())


def test_each_reads_their_own_and_never_what_is_another_ones_alone() -> None:
    casus = speel_gezin(zet_toneel(nu=timezone.now(), slugs=["utrecht"]), gezinnen()[HUISHOUDEN])
    assert controleer_casus(casus) == []
    for wie, eigen in ALLEEN.items():
        gelezen = _lees(casus, wie)
        assert SAMEN in gelezen
        assert [tekst for tekst in eigen if tekst not in gelezen] == []
        anders = [tekst for ander, teksten in ALLEEN.items() if ander != wie for tekst in teksten]
        assert [tekst for tekst in anders if tekst in gelezen] == [], wie
    # The mother and her ex each have a place to live that the other doesn't read here.
    assert "Marnixlaan" not in _lees(casus, "naima") and "Gangesdreef" not in _lees(casus, "rob")

    for wie in ALLEEN:
        plan = _lees(casus, wie, ("mijn_plan_van",))
        assert 'action="/mijn-plan/doen/' in plan, f"{wie} has nothing to tick off"
    assert "Bent u het ermee eens?" in _lees(casus, "naima", ("mijn_plan_van",))
    assert "Bent u het ermee eens?" in _lees(casus, "younes", ("mijn_plan_van",))
    assert "U bent het niet eens met het plan" in _lees(casus, "rob", ("mijn_plan_van",))
