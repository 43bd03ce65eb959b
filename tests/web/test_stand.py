"""The page of a casus is its stand van zaken: next appointment, who is at it, what holds a stap back, what is begun."""

from datetime import timedelta
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.urls import reverse

from samenspel.casus.models import Contact
from samenspel.delen.models import Grondslag
from samenspel.doorbraak.models import Antwoorden
from samenspel.kennis.models import Contactpersoon, Organisatie
from samenspel.kern.stand.handelingen import BeantwoordControlevraag, LegFormulierVast
from samenspel.kern.werkwijze.model import AvgGrondslag, Controlevraag, Gegevenssoort
from samenspel.plan.models import Actie
from samenspel.regie.delen_met import Delen, leg_grondslag_vast
from samenspel.regie.opdracht import Opdracht
from samenspel.regie.routes import route_van
from samenspel.regie.uitvoeren import voer_uit
from speelwereld import LENING, NU, VANDAAG, Wereld, met_verzoek, speel_tot

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vrijdagmiddag")]


def pagina(wereld: Wereld, rol: str = "inbrenger") -> str:
    antwoord = wereld.als(rol).get(reverse("casus", args=[wereld.casus.pk]))
    assert antwoord.status_code == 200
    return " ".join(antwoord.content.decode().split())


def taak(wereld: Wereld, rol: str) -> str:
    regels = wereld.als(rol).get(reverse("mijn_werk"), {"toon": "alles"}).context["blad"].object_list
    return next((r.mijn_taak for r in regels if r.wacht_op_mij), "")


def doe(wereld: Wereld, rol: str, opdracht: Opdracht) -> None:
    voer_uit(traject=wereld.traject, account=wereld.mensen[rol], opdrachten=[opdracht], nu=NU)


def test_the_header_tells_the_next_appointment_and_the_side_who_is_at_it_with_phone() -> None:
    wereld = speel_tot(LENING, 14)
    for rol, nummer in (("koploper", "030 000 00 11"), ("tafelvoorzitter", "030 000 00 12")):
        wereld.mensen[rol].telefoon = nummer
        wereld.mensen[rol].save()
    punt = wereld.punt
    tekst = pagina(wereld)
    assert f"{punt.op:%H:%M}" not in tekst.split("volgende afspraak")[0]
    kop = tekst.split("volgende afspraak")[1][:200]
    assert punt.tafel.naam in kop
    wie = tekst.split("Wie doet mee")[1].split("Rollen in")[0]
    assert "030 000 00 11" in wie and "030 000 00 12" in wie and punt.tafel.naam in wie


def test_of_somebody_outside_it_says_what_may_be_shared_until_when() -> None:
    wereld = speel_tot(LENING, 8)
    organisatie = Organisatie.objects.create(gemeente=wereld.casus.gemeente, naam="Opvang De Zon", soort="privaat")
    gebeld = Contactpersoon.objects.create(
        gemeente=wereld.casus.gemeente, organisatie=organisatie, naam="M. Smit", telefoon="030 000 00 13"
    )
    Contact.objects.filter(traject=wereld.traject).update(contactpersoon=gebeld)
    wie = pagina(wereld).split("Wie doet mee")[1]
    assert "030 000 00 13" in wie and "delen mag nog niet" in wie
    grondslag = Grondslag.objects.create(
        gemeente=wereld.casus.gemeente,
        casus=wereld.casus,
        partij=f"De Zon en {organisatie.naam}",
        avg_6=AvgGrondslag.ALGEMEEN_BELANG.value,
        uitzondering_9_10="Niet nodig.",
        geheim="Besproken.",
        convenant="Afspraak 3.",
        doel="Een regeling.",
        soorten=[Gegevenssoort.KNELPUNTEN.value],
        van=VANDAAG,
        tot=VANDAAG + timedelta(days=30),
        vastgelegd_door=wereld.mensen["inbrenger"],
    )
    # That the names are alike says nothing: it is the organisation of the telefoonlijst that counts.
    wie = pagina(wereld).split("Wie doet mee")[1]
    assert "delen mag nog niet" in wie and "De Zon en Opvang De Zon" in wie
    import_module("samenspel.delen.migrations.0007_partijen_op_de_lijst").vul(apps, None)
    assert list(grondslag.organisaties.all()) == [organisatie]
    wie = pagina(wereld).split("Wie doet mee")[1]
    assert "delen mag: waar het vastloopt, tot en met" in wie and "delen mag nog niet" not in wie
    assert "De Zon en Opvang De Zon" not in wie


def test_a_partner_who_was_never_called_stands_there_too_for_the_regisseur() -> None:
    wereld = speel_tot(LENING, 8)
    brug = Organisatie.objects.create(
        gemeente=wereld.casus.gemeente, naam="De Brug", soort="privaat", telefoon="030 000 00 14"
    )
    collega = wereld.mensen["potbewaarder"]
    vast: dict[str, Any] = {
        "soorten": (Gegevenssoort.KNELPUNTEN,),
        "personen": tuple(wereld.traject.betreft.all()),
        "doel": "Een regeling.",
        "avg_6": AvgGrondslag.ALGEMEEN_BELANG,
        "uitzondering_9_10": "Niet nodig.",
        "geheim": "Besproken.",
        "convenant": "Afspraak 3.",
        "van": VANDAAG,
    }
    regisseur = wereld.mensen["inbrenger"]
    for delen in (Delen(partner=None, partij="De Brug", organisaties=(brug,), **vast), Delen(partner=collega, **vast)):
        leg_grondslag_vast(casus=wereld.casus, delen=delen, account=regisseur, nu=NU)
    wie = pagina(wereld).split("Wie doet mee")[1].split("</ul>")[0]
    for deel in ("De Brug", "030 000 00 14", "nog niet gebeld", collega.naam, "kijkt mee", "delen mag: waar"):
        assert deel in wie
    assert wie.count(collega.naam) == wie.count(f"Bel {collega.naam}") + 1
    assert "De Brug" not in pagina(wereld, "koploper").split("Wie doet mee")[1].split("</ul>")[0]


def test_an_agreement_of_ones_own_that_is_due_is_a_task_also_of_a_member_of_the_table() -> None:
    wereld = speel_tot(LENING, 18)
    actie = Actie.objects.filter(traject=wereld.traject, gedaan_op__isnull=True).latest("voor")
    lid = wereld.mensen["wijktafellid"]
    Actie.objects.filter(pk=actie.pk).update(account=lid, persoon=None, netwerklid=None, voor=VANDAAG)
    actie.item.eigenaar = lid
    actie.item.save()
    assert taak(wereld, "wijktafellid") == "Doe wat u afsprak voor vandaag"
    assert reverse("actie_afronden", args=[actie.pk]) in pagina(wereld, "wijktafellid")


def test_four_times_no_says_which_questions_hold_the_stap_back() -> None:
    wereld = speel_tot(LENING, 4)
    for vraag in [v.controlevraag for v in _vragen(wereld)]:
        doe(wereld, "koploper", Opdracht(BeantwoordControlevraag(vraag, "nee"), {"reden": "Nog niet duidelijk."}))
    tekst = pagina(wereld, "koploper")
    assert "4 antwoorden houden de stap tegen" in tekst and "vragen staan nog open" not in tekst
    assert all(v.vraag in tekst for v in _vragen(wereld))


def test_a_no_reaches_who_asked_with_its_reason_and_an_answer_asks_another_look() -> None:
    wereld = speel_tot(LENING, 4)
    vraag = _vragen(wereld)[0]
    for v in _vragen(wereld)[1:]:
        doe(wereld, "koploper", Opdracht(BeantwoordControlevraag(v.controlevraag, "ja"), {"reden": "Duidelijk."}))
    nee = Opdracht(BeantwoordControlevraag(vraag.controlevraag, "nee"), {"reden": "Is de ouder al gebeld?"})
    doe(wereld, "koploper", nee)
    assert taak(wereld, "inbrenger") == "Ga in op het nee" and taak(wereld, "koploper") == ""
    tekst, adres = pagina(wereld), reverse("controlevraag_toelichten", args=[wereld.traject.pk, vraag.controlevraag])
    assert vraag.vraag in tekst and "Is de ouder al gebeld?" in tekst and adres in tekst
    assert wereld.als("koploper").get(adres).status_code == 403
    client = wereld.als("inbrenger")
    assert "Is de ouder al gebeld?" in client.get(adres).content.decode()
    assert client.post(adres, met_verzoek(antwoord="")).status_code == 422
    assert client.post(adres, met_verzoek(antwoord="Ja, gisteren.")).status_code == 303
    assert taak(wereld, "inbrenger") == "" and taak(wereld, "koploper") == "Beantwoord de controlevragen"
    gelezen = wereld.als("koploper").get(reverse("controlevragen", args=[wereld.traject.pk])).content.decode()
    assert "Ja, gisteren." in gelezen
    doe(wereld, "koploper", Opdracht(BeantwoordControlevraag(vraag.controlevraag, "ja"), {"reden": "Goed."}))
    assert taak(wereld, "inbrenger") != "Ga in op het nee"
    assert client.post(adres, met_verzoek(antwoord="Nog iets.")).status_code == 422


def test_what_is_solved_is_looked_back_upon() -> None:
    wereld = speel_tot(LENING, 8)
    adres = reverse("stap", args=[wereld.traject.pk, "oplossen"])
    client = wereld.als("inbrenger")
    assert "Wat vindt de inwoner ervan?" in client.get(adres).content.decode()
    velden = {"stap-toelichting": "Opgelost.", "stap-waakvlam_op": (VANDAAG + timedelta(days=30)).isoformat()}
    velden |= {"wat_werkte": "Bellen.", "wat_werkte_niet": "Wachten.", "wat_vindt_de_inwoner": "Fijn."}
    assert client.post(adres, met_verzoek(**velden)).status_code == 303
    assert Antwoorden.objects.filter(traject=wereld.traject, formulier="evaluatie").exists()


def test_a_form_is_begun_until_its_required_questions_are_answered() -> None:
    wereld = speel_tot(LENING, 0)
    Antwoorden.objects.filter(traject=wereld.traject).delete()
    tekst = pagina(wereld)
    assert "Doorbraakplan" in tekst and "Antwoord van de landelijke tafel" not in tekst
    assert "Formulieren, overleg en geld" in tekst and "Waarom dit kan" not in tekst
    deel = LegFormulierVast("doorbraakplan", {"waarom_het_mag": True})
    doe(wereld, "inbrenger", Opdracht(deel, {"waarom_het_mag": "Ja"}))
    assert ">begonnen<" in pagina(wereld) and "Waarom dit kan" in pagina(wereld)


def _vragen(wereld: Wereld) -> list[Controlevraag]:
    """The controlevragen of the place where the traject is."""
    w = route_van(wereld.traject).werkwijze
    fase = next(f for f in w.fasen if f.fase == wereld.traject.fase)
    return [v for v in w.controlevragen if v.controlevraag in fase.controlevragen]
