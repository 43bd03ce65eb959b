"""The table's format on paper: about two A4, from what is there, no more than the reader may see."""

from io import BytesIO

import pytest
from django.urls import reverse
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from samenspel.delen.models import Inzage
from samenspel.delen.services import huidige_woorden
from speelwereld import LENING, Wereld, met_verzoek, speel_tot

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vrijdagmiddag")]


def format_voor(wereld: Wereld, rol: str) -> PdfReader | None:
    antwoord = wereld.als(rol).get(reverse("overleg_format", args=[wereld.traject.pk, wereld.punt.tafel.overleg]))
    return PdfReader(BytesIO(antwoord.content)) if antwoord.status_code == 200 else None


def test_it_is_tagged_dutch_about_two_a4_in_order_and_cut_to_the_reader() -> None:
    wereld = speel_tot(LENING, 14)
    pdf = format_voor(wereld, "inbrenger")
    assert pdf is not None and len(pdf.pages) <= 2
    wortel = pdf.trailer["/Root"].get_object()
    assert isinstance(wortel, DictionaryObject)
    assert str(wortel["/Lang"]) == "nl" and "/StructTreeRoot" in wortel
    assert pdf.xmp_metadata is not None
    assert "<pdfuaid:part>1</pdfuaid:part>" in pdf.xmp_metadata.rdf_root.toxml()
    tekst = " ".join("".join(blad.extract_text() for blad in pdf.pages).split())
    volgorde = (
        "Format voor Wijktafel",
        "Huishouden: Gezin Verhoef",
        "Het huishouden",
        "Sanne Verhoef, 24 jaar",
        "In eigen woorden van Sanne",
        "Mijn opleiding afmaken",
        "De opvang stopt bij een achterstand.",
        "Doorbraakplan: legitimiteit",
        "De opleiding stopt deze maand.",
        "De achterstand van € 1.840 voorschieten",
        "Gebeld met de opvang",
        "Als dit lukt haal ik het.",
    )
    plekken = [tekst.find(deel) for deel in volgorde]
    assert -1 not in plekken, dict(zip(volgorde, plekken, strict=True))
    assert plekken == sorted(plekken)
    koploper = format_voor(wereld, "koploper")
    assert koploper is not None
    gelezen = " ".join("".join(blad.extract_text() for blad in koploper.pages).split())
    assert "De opvang stopt bij een achterstand." in gelezen
    assert "Gebeld met de opvang" not in gelezen and "Sanne Verhoef" not in gelezen
    assert "na het versturen" not in tekst
    assert format_voor(wereld, "potbewaarder") is None
    keken = Inzage.objects.filter(wat="overleg_format").values_list("account", "geweigerd")
    assert (wereld.mensen["inbrenger"].pk, False) in keken


def test_what_was_changed_after_sending_is_marked_on_paper_too() -> None:
    wereld = speel_tot(LENING, 14)
    rij = wereld.traject.antwoorden_set.get(formulier="tafelformat")
    woorden = huidige_woorden(rij.item) | {"gevraagd_van_de_tafel": "Toch een gift."}
    gegevens = met_verzoek(**woorden, hangt_af_van_landelijke_partij="Nee", versie=str(rij.item.versie))
    heen = reverse("formulier", args=[wereld.traject.pk, "tafelformat"])
    assert wereld.als("inbrenger").post(heen, gegevens).status_code == 303
    pdf = format_voor(wereld, "wijktafellid")
    assert pdf is not None
    tekst = " ".join("".join(blad.extract_text() for blad in pdf.pages).split())
    assert "Gewijzigd na het versturen: Format voor de wijktafel" in tekst
    assert tekst.index("Gewijzigd vandaag, 17:00, na het versturen.") < tekst.index("Toch een gift.")
