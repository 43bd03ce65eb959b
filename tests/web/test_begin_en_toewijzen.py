"""Where the definition says who begins and who assigns the regie, the pages follow; and only for who may look."""

import pytest
from django.urls import reverse
from django.utils import timezone

from fabriek import een_account, leden_van
from keukentafel import DEFINITIE, als, een_casus_zonder_traject, verstuur
from samenspel.casus.models import Casus, Overdracht, Traject
from samenspel.kern.stand.handelingen import KenRolToe
from samenspel.organisatie.models import Account, Rolvervulling
from samenspel.regie.begin import begin_traject
from samenspel.regie.feiten import feiten_uit_historie, lees_feiten
from samenspel.regie.opdracht import Opdracht, Verband
from samenspel.regie.routes import laad_versie, route_van
from samenspel.regie.uitvoeren import voer_uit

pytestmark = pytest.mark.django_db
MELDTAFEL = (
    DEFINITIE.replace("werkwijze: keukentafel", "werkwijze: meldtafel")
    .replace("Aan de keukentafel", "Via het meldpunt")
    .replace("naam: Toetser, houder: per_team,", "naam: Meldpunt, houder: per_team, begint: ja, wijst_toe: ja,")
)
MET_NAMEN = DEFINITIE.replace(
    "naam: Meelezer, houder: per_casus, ziet: [", "naam: Meelezer, houder: per_casus, ziet: [personalia, "
)


def een_meldpunt() -> tuple[Casus, Account, Account]:
    """A casus, its regisseur, and somebody of a meldpunt who has no right in it yet."""
    casus, trekker = een_casus_zonder_traject()
    laad_versie(tekst=MELDTAFEL, bestand="meldtafel", nu=timezone.now())
    melder = een_account(trekker.team)
    Rolvervulling.objects.create(
        gemeente=trekker.gemeente,
        account=melder,
        werkwijze="meldtafel",
        rol="toetser",
        team=trekker.team,
        van=casus.geopend_op,
    )
    return casus, trekker, melder


def laat_meekijken(casus: Casus, trekker: Account, melder: Account) -> None:
    """By a rol in another traject, with a right to the names."""
    nu = timezone.now()
    versie = laad_versie(tekst=MET_NAMEN, bestand="keukentafel", nu=nu)
    traject = begin_traject(
        casus=casus, versie=versie, naam="Luisteren", betreft=leden_van(casus.huishouden), account=trekker, nu=nu
    )
    opdracht = Opdracht(KenRolToe("meelezer", str(melder.pk)), verband=Verband(account=melder))
    voer_uit(traject=traject, account=trekker, opdrachten=[opdracht], nu=nu)


def test_who_begins_by_the_definition_does_so_only_in_a_dossier_that_they_may_look_into() -> None:
    casus, trekker, melder = een_meldpunt()
    nieuw = reverse("traject_nieuw", args=[casus.pk])
    assert als(melder).get(nieuw).status_code == 403
    laat_meekijken(casus, trekker, melder)
    van_melder, van_trekker = (als(a).get(nieuw).content.decode() for a in (melder, trekker))
    assert "Via het meldpunt" in van_melder and "Aan de keukentafel" not in van_melder
    assert "Aan de keukentafel" in van_trekker and "Via het meldpunt" not in van_trekker
    wie = [str(p.pk) for p in leden_van(casus.huishouden)]
    assert als(melder).post(nieuw, verstuur(werkwijze="meldtafel", naam="Gemeld", betreft=wie)).status_code == 303
    assert Traject.objects.get(naam="Gemeld").versie.slug == "meldtafel"
    assert nieuw in als(melder).get(reverse("casus", args=[casus.pk])).content.decode()


def test_who_assigns_asks_a_colleague_and_the_regie_changes_when_that_one_says_yes() -> None:
    casus, trekker, melder = een_meldpunt()
    laat_meekijken(casus, trekker, melder)
    overdragen = reverse("overdragen", args=[casus.pk])
    assert als(melder).get(overdragen).status_code == 403
    wie = [str(p.pk) for p in leden_van(casus.huishouden)]
    nieuw = reverse("traject_nieuw", args=[casus.pk])
    als(melder).post(nieuw, verstuur(werkwijze="meldtafel", naam="Gemeld", betreft=wie))
    collega = een_account(trekker.team)
    pagina = als(melder).get(overdragen)
    assert f"blijft {trekker.naam} de contactpersoon" in pagina.content.decode()
    assert als(melder).post(overdragen, verstuur(account=str(collega.pk))).status_code == 303
    casus.refresh_from_db()
    assert casus.regisseur_id == trekker.pk and Overdracht.objects.get().van_id == melder.pk
    assert als(collega).post(reverse("overnemen", args=[casus.pk]), verstuur()).status_code == 303
    casus.refresh_from_db()
    assert casus.regisseur_id == collega.pk
    traject = Traject.objects.select_related("versie", "casus").get(naam="Gemeld")
    feiten = lees_feiten(traject, route_van(traject))
    assert feiten == feiten_uit_historie(traject, route_van(traject))
    assert feiten["regie.aanvaard_op"] == timezone.localdate().toordinal()
