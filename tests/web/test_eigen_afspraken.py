"""Who has an agreement to keep sees that one, also where they look into the dossier no more, and nothing else of it."""

from datetime import timedelta
from html import escape

import pytest
from django.urls import reverse
from django.utils import timezone

from fabriek import een_account
from keukentafel import Keukentafel, als, dek_de_tafel, verstuur
from samenspel.casus.historie import controleer_casus
from samenspel.casus.models import Gebeurtenis
from samenspel.delen.models import Inzage
from samenspel.kern.stand import Geweigerd
from samenspel.organisatie.models import Account
from samenspel.plan.models import Actie
from samenspel.regie.correcties import laat_vervallen, wijzig
from samenspel.regie.plannen import Eigenaar, spreek_af
from samenspel.regie.reacties import meld_bij_afspraak

pytestmark = pytest.mark.django_db
GISTEREN = timezone.localdate() - timedelta(days=1)
MELDT = "laat iets weten over een afspraak"


@pytest.fixture
def tafel() -> Keukentafel:
    return dek_de_tafel()


@pytest.fixture(params=[True, False], ids=["in traject", "los"])
def actie(tafel: Keukentafel, request: pytest.FixtureRequest) -> Actie:
    return _spreek_af(tafel, in_traject=request.param)


def _spreek_af(tafel: Keukentafel, *, in_traject: bool = False, wie: Account | None = None) -> Actie:
    tafel.trekker.telefoon = "030 555 12 34"
    tafel.trekker.save(update_fields=["telefoon"])
    spreek_af(
        casus=tafel.casus,
        traject=tafel.traject if in_traject else None,
        doel=None,
        wat="De bank bellen",
        eigenaar=Eigenaar(account=wie or tafel.buitenstaander),
        voor=GISTEREN,
        betreft=(tafel.moeder,),
        account=tafel.trekker,
        nu=timezone.now(),
    )
    return Actie.objects.select_related("item__casus", "item__traject").latest("item__gemaakt_op")


def _pagina(account: Account, naam: str, *args: object) -> str:
    antwoord = als(account).get(reverse(naam, args=args), follow=True)
    assert antwoord.status_code == 200
    tekst = " ".join(antwoord.content.decode().split())
    return tekst[tekst.index("<main") : tekst.index("</main>")]


def _mag(account: Account, naam: str, *args: object) -> bool:
    return als(account).get(reverse(naam, args=args)).status_code == 200


def test_it_stands_in_mijn_werk_and_has_a_page_but_the_dossier_stays_shut(tafel: Keukentafel, actie: Actie) -> None:
    wie = tafel.buitenstaander
    werk = _pagina(wie, "mijn_werk")
    assert "Uw afspraak: De bank bellen" in werk and "te laat" in werk
    assert reverse("eigen_afspraak", args=[actie.pk]) in werk and reverse("casus", args=[tafel.casus.pk]) not in werk
    pagina = _pagina(wie, "eigen_afspraak", actie.pk)
    for tekst in (
        "De bank bellen",
        "te laat",
        escape(tafel.casus.huishouden.naam),
        tafel.trekker.naam,
        "030 555 12 34",
    ):
        assert tekst in pagina
    gekeken = Inzage.objects.get(account=wie, wat="eigen_afspraak")
    assert (gekeken.reden, gekeken.geweigerd, gekeken.ids) == ("afspraak", False, [str(actie.pk)])
    for naam, sleutel in (("casus", tafel.casus.pk), ("plan", tafel.casus.pk), ("actie", actie.pk)):
        assert not _mag(wie, naam, sleutel), naam
    assert Inzage.objects.filter(account=wie, geweigerd=True, reden="geen_recht").count() == 3
    gezocht = als(wie).post(reverse("zoeken"), {"q": tafel.casus.huishouden.naam}).content.decode()
    assert reverse("casus", args=[tafel.casus.pk]) not in gezocht


def test_who_has_nothing_but_an_agreement_begins_in_mijn_werk(tafel: Keukentafel) -> None:
    _spreek_af(tafel)
    assert als(tafel.buitenstaander).get(reverse("start"))["Location"] == reverse("mijn_werk")


def test_it_is_for_its_owner_only(tafel: Keukentafel) -> None:
    actie = _spreek_af(tafel)
    for account in (tafel.trekker, tafel.meelezer, een_account(tafel.trekker.team)):
        assert not _mag(account, "eigen_afspraak", actie.pk)
    assert als(tafel.elders).get(reverse("eigen_afspraak", args=[actie.pk])).status_code == 404
    ander = _spreek_af(tafel, wie=tafel.meelezer)
    assert not _mag(tafel.buitenstaander, "eigen_afspraak", ander.pk)
    with pytest.raises(Geweigerd, match="niet meer bij u open"):
        meld_bij_afspraak(actie=actie, tekst="Nee", account=tafel.meelezer, nu=timezone.now())


def test_its_owner_ticks_it_off_and_then_it_is_over(tafel: Keukentafel, actie: Actie) -> None:
    client, adres = als(tafel.buitenstaander), reverse("eigen_afspraak", args=[actie.pk])
    gedaan = verstuur()
    assert client.post(adres, gedaan)["Location"] == reverse("mijn_werk")
    assert Actie.objects.get(pk=actie.pk).gedaan_op == timezone.localdate()
    # Who sends it twice isn't told off.
    assert client.post(adres, gedaan)["Location"] == reverse("mijn_werk")
    assert client.get(adres)["Location"] == reverse("mijn_werk")
    assert "De bank bellen" not in _pagina(tafel.buitenstaander, "mijn_werk")
    assert not _mag(tafel.buitenstaander, "eigen_afspraak_bericht", actie.pk)
    assert controleer_casus(tafel.casus) == []


def test_it_is_over_when_it_lapses_or_another_does_it(tafel: Keukentafel) -> None:
    nu = timezone.now()
    weg, ander = _spreek_af(tafel), _spreek_af(tafel)
    laat_vervallen(actie=weg, reden="Niet nodig", account=tafel.trekker, versie=1, nu=nu)
    nieuw = Eigenaar(account=tafel.meelezer)
    wijzig(actie=ander, wat="Toch niet", eigenaar=nieuw, voor=GISTEREN, account=tafel.trekker, versie=1, nu=nu)
    wie = tafel.buitenstaander
    assert "Uw afspraak" not in _pagina(wie, "mijn_werk")
    assert als(wie).get(reverse("eigen_afspraak", args=[weg.pk]))["Location"] == reverse("mijn_werk")
    assert not _mag(wie, "eigen_afspraak", ander.pk)


def test_what_its_owner_tells_waits_for_the_regisseur_and_the_answer_comes_back(
    tafel: Keukentafel, actie: Actie
) -> None:
    wie, adres = tafel.buitenstaander, reverse("eigen_afspraak_bericht", args=[actie.pk])
    assert als(wie).post(adres, verstuur(reden="")).status_code == 422
    assert als(wie).post(adres, verstuur(reden="De bank is dicht."))["Location"] == reverse(
        "eigen_afspraak", args=[actie.pk]
    )
    assert "De bank is dicht." in _pagina(wie, "eigen_afspraak", actie.pk)
    assert f"{wie.naam} {MELDT}" in _pagina(tafel.trekker, "mijn_werk")
    casus = _pagina(tafel.trekker, "casus", tafel.casus.pk)
    assert "Te bespreken" in casus and "De bank is dicht." in casus
    bericht = Gebeurtenis.objects.get(soort="reactie_gegeven")
    assert bericht.woorden is not None
    antwoord = als(tafel.trekker).post(
        reverse("reactie_besproken", args=[bericht.woorden.item_id]),
        verstuur(op=timezone.localdate().isoformat(), afspraak="Maandag is goed."),
    )
    assert antwoord.status_code == 303
    assert MELDT not in _pagina(tafel.trekker, "mijn_werk")
    assert "Maandag is goed." in _pagina(wie, "eigen_afspraak", actie.pk)
    assert "Maandag is goed." in _pagina(tafel.trekker, "actie", actie.pk)
    assert controleer_casus(tafel.casus) == []


def test_nobody_waits_for_an_answer_about_what_was_done(tafel: Keukentafel) -> None:
    actie, wie = _spreek_af(tafel), tafel.buitenstaander
    meld_bij_afspraak(actie=actie, tekst="Het wordt later.", account=wie, nu=timezone.now())
    als(wie).post(reverse("eigen_afspraak", args=[actie.pk]), verstuur())
    assert MELDT not in _pagina(tafel.trekker, "mijn_werk")
    assert "Te bespreken" not in _pagina(tafel.trekker, "casus", tafel.casus.pk)


def test_the_household_reads_who_wrote_it(tafel: Keukentafel) -> None:
    actie = _spreek_af(tafel)
    meld_bij_afspraak(actie=actie, tekst="Het wordt later.", account=tafel.buitenstaander, nu=timezone.now())
    pagina = _pagina(een_account(persoon=tafel.moeder), "mijn_plan_van", tafel.casus.pk)
    assert f"{tafel.buitenstaander.naam} schreef op" in pagina and "Het wordt later." in pagina


def test_who_has_a_part_in_the_traject_tells_it_from_the_plan_and_has_no_second_line(tafel: Keukentafel) -> None:
    actie = _spreek_af(tafel, in_traject=True, wie=tafel.meelezer)
    assert reverse("eigen_afspraak", args=[actie.pk]) not in _pagina(tafel.meelezer, "mijn_werk")
    assert reverse("eigen_afspraak_bericht", args=[actie.pk]) in _pagina(tafel.meelezer, "actie", actie.pk)
    assert reverse("eigen_afspraak_bericht", args=[actie.pk]) not in _pagina(tafel.trekker, "actie", actie.pk)
    assert _mag(tafel.meelezer, "eigen_afspraak_bericht", actie.pk)
