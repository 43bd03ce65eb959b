"""A loan in the browser: agreement on paper, signed before it is paid, repaid, late, half forgiven by somebody else."""

from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from samenspel.budget.models import Aanvraag, Bon, Kwijtschelding, Leenmutatie, Leenregeling
from samenspel.budget.selectors import leningen_van
from samenspel.casus.historie import controleer_casus
from samenspel.casus.models import Gebeurtenis
from samenspel.delen.models import Inzage
from samenspel.kern.budget.leningen import saldo, termijnen
from speelwereld import LENING, NU, Wereld, met_verzoek, speel_tot

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vrijdagmiddag")]

PDF = b"%PDF-1.7\n%getekend"
AFSPRAAK = {
    "maandbedrag": "50,00",
    "eerste_op": "1-5-2026",
    "uitkering": "De lening telt niet mee.",
    "uitkering_bron": "Consulent, gebeld op 19 maart",
}


@pytest.fixture
def toegekend() -> Wereld:
    """The table agreed; there is no agreement yet."""
    return speel_tot(LENING, 19, zonder=("leenafspraak", "betaal"))


@pytest.fixture
def loopt() -> Wereld:
    """Signed, paid out, a first term paid; today a second one is late."""
    return speel_tot(LENING, 95)


def stuur(wereld: Wereld, rol: str, naam: str, **velden: object) -> tuple[int, str]:
    client, adres = wereld.als(rol), reverse(naam, args=[wereld.aanvraag.pk])
    antwoord = client.post(adres, {**met_verzoek(), **velden})
    return antwoord.status_code, antwoord.content.decode()


def pagina(wereld: Wereld, rol: str, vraag: str = "") -> str:
    return wereld.als(rol).get(reverse("lening", args=[wereld.aanvraag.pk]) + vraag).content.decode()


def pdf_van(client: Client, aanvraag: Aanvraag) -> PdfReader:
    antwoord = client.get(reverse("leenafspraak_pdf", args=[aanvraag.pk]))
    assert antwoord["Content-Type"] == "application/pdf"
    assert "no-store" in antwoord["Cache-Control"]
    return PdfReader(BytesIO(antwoord.content))


def test_paying_waits_for_the_signature(toegekend: Wereld) -> None:
    status, tekst = stuur(toegekend, "potbewaarder", "aanvraag_betalen")
    assert status == 422
    assert "pas als de leenafspraak is ondertekend" in tekst
    assert stuur(toegekend, "inbrenger", "lening_afspreken", **AFSPRAAK)[0] == 303
    scan = SimpleUploadedFile("getekend.pdf", PDF, content_type="application/pdf")
    velden = {"getekend_op": "20-3-2026", "ondertekend_door": "Sanne en de teammanager", "scan": scan}
    assert stuur(toegekend, "inbrenger", "lening_ondertekenen", **velden)[0] == 303
    tekst = pagina(toegekend, "inbrenger")
    assert "getekend" in tekst and "Sanne en de teammanager" in tekst and "getekend.pdf" in tekst
    assert Bon.objects.get(soort="leenafspraak").naam == "getekend.pdf"
    assert stuur(toegekend, "inbrenger", "aanvraag_betalen")[0] == 422
    assert stuur(toegekend, "potbewaarder", "aanvraag_betalen")[0] == 303
    assert controleer_casus(toegekend.casus) == []


def test_the_agreement_on_paper_is_tagged_dutch_and_in_order(toegekend: Wereld) -> None:
    assert stuur(toegekend, "inbrenger", "lening_afspreken", **AFSPRAAK)[0] == 303
    pagina = toegekend.als("inbrenger").get(reverse("lening", args=[toegekend.aanvraag.pk])).content.decode()
    assert "34 latere termijnen" in pagina and pagina.index("34 latere") > pagina.index("1 jul 2026")
    pdf = pdf_van(toegekend.als("inbrenger"), toegekend.aanvraag)
    wortel = pdf.trailer["/Root"].get_object()
    assert isinstance(wortel, DictionaryObject)
    assert str(wortel["/Lang"]) == "nl"
    assert "/StructTreeRoot" in wortel
    assert pdf.xmp_metadata is not None
    assert "<pdfuaid:part>1</pdfuaid:part>" in pdf.xmp_metadata.rdf_root.toxml()
    tekst = " ".join("".join(blad.extract_text() for blad in pdf.pages).split())
    volgorde = (
        "Leenafspraak",
        "Wie leent: Sanne",
        "U leent € 1.840,00 van de gemeente.",
        "De achterstand bij de kinderopvang",
        "U betaalt € 50,00 per maand, voor het eerst op 1 mei 2026. Dat zijn 37 termijnen.",
        "Termijn Uiterlijk op Bedrag Daarna nog open",
        "1 1 mei 2026 € 50,00 € 1.790,00",
        "37 1 mei 2029 € 40,00 € 0,00",
        "Wij schelden 50 procent kwijt: € 920,00.",
        "Wat als terugbetalen niet lukt?",
        "De hele lening blijft staan.",
        "De lening telt niet mee.",
        "Dit weten wij van: Consulent",
        "Handtekeningen",
        "Namens gemeente",
    )
    plekken = [tekst.find(deel) for deel in volgorde]
    assert -1 not in plekken, dict(zip(volgorde, plekken, strict=True))
    assert plekken == sorted(plekken)
    assert "Jayden" not in tekst
    assert Inzage.objects.filter(wat="leenafspraak", account=toegekend.mensen["inbrenger"]).exists()


@pytest.mark.parametrize(
    ("velden", "melding"),
    [
        ({"maandbedrag": "veel"}, "Dit is geen bedrag"),
        ({"maandbedrag": "2000"}, "meer dan er openstaat"),
        ({"maandbedrag": "1"}, "langer dan tien jaar"),
        ({"eerste_op": "20-3-2026"}, "een dag die nog komt"),
        ({"eerste_op": "overmorgen"}, "Dit is geen dag"),
        ({"uitkering": ""}, "Vraag na wat de lening voor de uitkering betekent"),
        ({"uitkering_bron": ""}, "Schrijf op wie dit zei"),
    ],
)
def test_what_is_wrong_in_the_agreement_is_said_and_kept(
    toegekend: Wereld, velden: dict[str, str], melding: str
) -> None:
    status, tekst = stuur(toegekend, "inbrenger", "lening_afspreken", **(AFSPRAAK | velden))
    assert status == 422
    assert melding in tekst
    assert "Consulent, gebeld" in tekst or not velden.get("uitkering_bron", "x")
    assert not Leenregeling.objects.exists()


@pytest.mark.parametrize(
    ("naam", "inhoud", "melding"),
    [
        ("getekend.pdf", b"MZ\x90 geen pdf", "Dit is geen PDF, JPEG of PNG"),
        ("getekend.pdf", b"%PDF-" + b"0" * (5 * 1024 * 1024), "groter dan 5 MB"),
        ("leeg.pdf", b"", "Dit bestand is leeg"),
    ],
)
def test_a_scan_is_what_it_says(toegekend: Wereld, naam: str, inhoud: bytes, melding: str) -> None:
    assert stuur(toegekend, "inbrenger", "lening_afspreken", **AFSPRAAK)[0] == 303
    velden = {"getekend_op": "20-3-2026", "ondertekend_door": "Sanne", "scan": SimpleUploadedFile(naam, inhoud)}
    status, tekst = stuur(toegekend, "inbrenger", "lening_ondertekenen", **velden)
    assert status == 422
    assert melding in tekst
    assert not Leenregeling.objects.exclude(getekend_op=None).exists()


def test_who_is_late_is_seen_with_the_days(loopt: Wereld) -> None:
    tekst = pagina(loopt, "potbewaarder")
    assert "€ 1.790" in tekst and "€ 50" in tekst
    assert "17 dagen te laat" in tekst
    assert "Aflossing vastleggen" in tekst
    assert "Kwijtschelding vragen" not in tekst
    casus = loopt.als("inbrenger").get(reverse("casus", args=[loopt.casus.pk])).content.decode()
    assert "Aflossing van de lening" in casus


def test_the_balance_on_another_day(loopt: Wereld) -> None:
    regeling = Leenregeling.objects.get()
    assert "€ 1.840" in pagina(loopt, "inbrenger", f"?op={regeling.getekend_op}")
    assert "€ 1.790" in pagina(loopt, "inbrenger", "?op=onzin")


def test_a_repayment_is_recorded_once_and_never_more_than_is_open(loopt: Wereld) -> None:
    adres, gegevens = reverse("aflossing_nieuw", args=[loopt.aanvraag.pk]), met_verzoek(bedrag="50", op="20-3-2026")
    client = loopt.als("potbewaarder")
    assert [client.post(adres, gegevens).status_code for _ in range(2)] == [303, 303]
    assert Leenmutatie.objects.count() == 2
    assert stuur(loopt, "potbewaarder", "aflossing_nieuw", bedrag="1800", op="20-3-2026")[0] == 422
    status, tekst = stuur(loopt, "potbewaarder", "aflossing_nieuw", bedrag="50", op="21-3-2026")
    assert (status, "moet nog komen" in tekst) == (422, True)
    assert "te laat" not in pagina(loopt, "inbrenger")
    assert controleer_casus(loopt.casus) == []


def terug(wereld: Wereld, rol: str, nummer: int, reden: str = "Dit was van een ander.") -> tuple[int, str]:
    adres = reverse("aflossing_terugdraaien", args=[wereld.aanvraag.pk, nummer])
    antwoord = wereld.als(rol).post(adres, met_verzoek(reden=reden))
    return antwoord.status_code, antwoord.content.decode()


def test_a_repayment_that_was_wrong_is_turned_back_with_a_reason(loopt: Wereld) -> None:
    assert "Draai de aflossing terug" in pagina(loopt, "potbewaarder")
    assert terug(loopt, "potbewaarder", 1, reden="")[0] == 422
    assert terug(loopt, "potbewaarder", 1)[0] == 303
    tekst = " ".join(pagina(loopt, "inbrenger").split())
    assert "Nog open</dt> <dd> € 1.840" in tekst
    assert "telt niet mee" in tekst and "Dit was van een ander." in tekst and "Afgelost: € 50" in tekst
    assert "Draai de aflossing terug" not in tekst
    status, tekst = terug(loopt, "potbewaarder", 1)
    assert status == 422 and "al teruggedraaid" in tekst
    assert (
        loopt.als("potbewaarder").get(reverse("aflossing_terugdraaien", args=[loopt.aanvraag.pk, 9])).status_code == 404
    )
    assert controleer_casus(loopt.casus) == []


def test_terms_that_were_decided_on_later_follow_what_is_turned_back(loopt: Wereld) -> None:
    velden = {"maandbedrag": "25", "eerste_op": "1-6-2026", "reden": "Eerst gepraat: € 25 lukt wel."}
    assert stuur(loopt, "inbrenger", "lening_aanpassen", **velden)[0] == 303
    assert terug(loopt, "potbewaarder", 1)[0] == 303
    stand = leningen_van([loopt.aanvraag.pk])[loopt.aanvraag.pk]
    assert saldo(stand) == sum(t.open for t in termijnen(stand, date(2026, 6, 1).toordinal())) == 184_000


def test_what_was_forgiven_may_rest_on_it_and_then_who_decides_on_that_turns_it_back(loopt: Wereld) -> None:
    assert stuur(loopt, "potbewaarder", "aflossing_nieuw", bedrag="1700", op="20-3-2026")[0] == 303
    formulier = reverse("formulier", args=[loopt.traject.pk, "leningverloop"])
    antwoorden = met_verzoek(opleiding_afgerond="Ja", bewijs_van_afronding="Diploma gezien")
    assert loopt.als("inbrenger").post(formulier, antwoorden).status_code == 303
    vraag = {"bewijs": "Het diploma gezien.", "aangetoond_op": "19-3-2026"}
    assert stuur(loopt, "inbrenger", "kwijtschelding_vragen", **vraag)[0] == 303
    besluit = {"oordeel": "Kwijtschelden", "reden": "Zo was het afgesproken."}
    assert stuur(loopt, "tafelvoorzitter", "kwijtschelding_beslissen", **besluit)[0] == 303
    waarom = "Na deze aflossing is kwijtgescholden wat er toen nog openstond."
    assert waarom in pagina(loopt, "potbewaarder") and "Draai de aflossing" not in pagina(loopt, "potbewaarder")
    status, tekst = terug(loopt, "potbewaarder", 2)
    assert status == 422 and waarom in tekst and "Vraag wie over de kwijtschelding beslist" in tekst
    assert terug(loopt, "tafelvoorzitter", 2)[0] == 303
    assert saldo(leningen_van([loopt.aanvraag.pk])[loopt.aanvraag.pk]) == 170_000


def test_half_is_forgiven_when_it_is_attested_and_by_somebody_else(loopt: Wereld) -> None:
    vraag = {"bewijs": "Het diploma gezien.", "aangetoond_op": "19-3-2026"}
    status, tekst = stuur(loopt, "inbrenger", "kwijtschelding_vragen", **vraag)
    assert status == 422 and "De opleiding is afgerond." in tekst
    assert "Kan nog niet." in pagina(loopt, "inbrenger")
    formulier = reverse("formulier", args=[loopt.traject.pk, "leningverloop"])
    antwoorden = met_verzoek(opleiding_afgerond="Ja", bewijs_van_afronding="Diploma gezien")
    assert loopt.als("inbrenger").post(formulier, antwoorden).status_code == 303
    assert stuur(loopt, "inbrenger", "kwijtschelding_vragen", **vraag)[0] == 303
    besluit = {"oordeel": "Kwijtschelden", "reden": "Zo was het afgesproken."}
    status, tekst = stuur(loopt, "inbrenger", "kwijtschelding_beslissen", **besluit)
    assert status == 422 and "vier ogen" in tekst
    assert "Beslis over kwijtschelding" in loopt.als("tafelvoorzitter").get(reverse("mijn_werk")).content.decode()
    assert stuur(loopt, "tafelvoorzitter", "kwijtschelding_beslissen", **besluit)[0] == 303
    tekst = pagina(loopt, "inbrenger")
    assert all(deel in tekst for deel in ("€ 920", "€ 870", "Het diploma gezien.", "Zo was het afgesproken."))
    assert controleer_casus(loopt.casus) == []


def test_the_database_refuses_who_asked_for_forgiveness(loopt: Wereld) -> None:
    inbrenger = loopt.mensen["inbrenger"]
    with pytest.raises(IntegrityError), transaction.atomic():
        Kwijtschelding.objects.create(
            gemeente=loopt.casus.gemeente,
            aanvraag=loopt.aanvraag,
            gevraagd_door=inbrenger,
            gevraagd_op=NU,
            aangetoond_op=date(2026, 3, 1),
            beslist_door=inbrenger,
            beslist_op=NU,
            akkoord=True,
        )


def test_when_it_cannot_be_paid_a_decision_with_its_reason_gives_other_terms(loopt: Wereld) -> None:
    velden = {"maandbedrag": "25", "eerste_op": "1-6-2026", "reden": "Eerst gepraat: € 25 lukt wel."}
    assert "spreekt eerst met de ouder" in pagina(loopt, "inbrenger")
    assert stuur(loopt, "inbrenger", "lening_aanpassen", **(velden | {"reden": ""}))[0] == 422
    assert stuur(loopt, "inbrenger", "lening_aanpassen", **velden)[0] == 303
    tekst = pagina(loopt, "inbrenger")
    assert "Eerst gepraat: € 25 lukt wel." in tekst and "€ 25" in tekst
    assert "te laat" not in tekst
    regel = Gebeurtenis.objects.get(soort="lening_aangepast")
    assert regel.gegevens["bedrag"] == 179_000
    assert controleer_casus(loopt.casus) == []


def test_a_gift_has_no_loan(toegekend: Wereld) -> None:
    Aanvraag.objects.update(vorm="gift")
    adres = reverse("lening", args=[toegekend.aanvraag.pk])
    assert toegekend.als("inbrenger").get(adres).status_code == 404
