"""What goes wrong is told to a resident in their own frame and words, and to a professional in theirs."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from fabriek import een_account, een_casus, een_huishouden, leden_van
from samenspel.regie.begin import leg_woorden_vast

pytestmark = pytest.mark.django_db
BESTAAT_NIET = "/dit-is-er-niet"


def test_a_resident_reads_no_professional_words_where_they_may_not_come(client: Client) -> None:
    eigen = een_casus(een_huishouden("Anna Jansen"))
    ander = een_casus(een_huishouden("Bea Vos", team=eigen.huishouden.team))
    client.force_login(een_account(persoon=leden_van(eigen.huishouden)[0]))
    geweigerd = client.get(reverse("mijn_plan_van", args=[ander.pk]))
    weg = client.get(BESTAAT_NIET)
    assert (geweigerd.status_code, weg.status_code) == (403, 404)
    for antwoord in (geweigerd, weg):
        tekst = antwoord.content.decode()
        assert 'class="inwoner"' in tekst and reverse("mijn_plan") in tekst
        assert "dossier" not in tekst and "taak" not in tekst and "Zoek een huishouden" not in tekst


def test_a_professional_keeps_the_professional_frame(client: Client) -> None:
    casus = een_casus(een_huishouden("Anna Jansen"))
    client.force_login(een_account(gemeente=casus.gemeente))
    geweigerd = client.get(reverse("casus", args=[casus.pk])).content.decode()
    assert "U hebt geen taak in dit dossier" in geweigerd and "Zoek een huishouden" in geweigerd
    assert "Zoek een huishouden" in client.get(BESTAAT_NIET).content.decode()


def test_a_resident_who_writes_at_the_same_time_chooses_in_their_own_frame(client: Client) -> None:
    casus = een_casus(een_huishouden("Anna Jansen"))
    anna = leden_van(casus.huishouden)[0]
    client.force_login(een_account(persoon=anna))
    leg_woorden_vast(
        casus=casus,
        persoon=anna,
        woorden={"ik_wil": "Van een ander"},
        account=casus.regisseur,
        versie=None,
        nu=timezone.now(),
    )
    velden = {"ik_wil": "Van mij", "ik_kan": "", "ik_heb_nodig": "", "verzoek": str(uuid4())}
    botsing = client.post(reverse("mijn_woorden", args=[casus.pk]), velden)
    tekst = botsing.content.decode()
    assert botsing.status_code == 409
    assert 'class="inwoner"' in tekst and "Zoek een huishouden" not in tekst
    assert "Van mij" in tekst and "Van een ander" in tekst and "gooien we niet weg" in tekst
