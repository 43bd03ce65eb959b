"""The report of a meeting as PDF/UA: in Dutch, with a title, read in the order in which it is told."""

from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject

from samenspel.overleg.selectors import lopend_punt
from samenspel.regie.verslag import maak_verslag, uitleg_voor_inwoner, verslag_van
from speelwereld import LENING, NU, Wereld, speel_tot

pytestmark = pytest.mark.django_db

OVERLEG = "wijktafel"


def _woordenboek(ding: PdfObject | None) -> DictionaryObject:
    gevonden = ding.get_object() if ding is not None else None
    assert isinstance(gevonden, DictionaryObject)
    return gevonden


@pytest.fixture
def wereld() -> Wereld:
    return speel_tot(LENING, 18, zonder=("verslag",))


@pytest.fixture
def pdf(wereld: Wereld) -> PdfReader:
    return PdfReader(BytesIO(maak_verslag(wereld.traject, OVERLEG, NU)))


def test_it_says_its_language_and_title_and_is_tagged(pdf: PdfReader, wereld: Wereld) -> None:
    wortel = _woordenboek(pdf.trailer["/Root"])
    assert str(wortel["/Lang"]) == "nl"
    assert str(_woordenboek(wortel["/MarkInfo"])["/Marked"]) == "True"
    assert str(_woordenboek(wortel["/ViewerPreferences"])["/DisplayDocTitle"]) == "True"
    assert pdf.metadata is not None
    assert pdf.metadata.title == f"Verslag Wijktafel, dossier {wereld.casus.nummer}"


def test_it_claims_pdf_ua_1(pdf: PdfReader) -> None:
    xmp = pdf.xmp_metadata
    assert xmp is not None
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp.rdf_root.toxml()


def test_it_is_read_in_the_order_in_which_it_is_told(pdf: PdfReader) -> None:
    tekst = " ".join("".join(blad.extract_text() for blad in pdf.pages).split())
    volgorde = (
        "Verslag Wijktafel",
        "Huishouden: Gezin Verhoef",
        "Uitkomst",
        "De tafel leent de achterstand voor",
        "Wie beslist: De kinderopvang",
        "Uiterlijk: ",
        "Rugdekking: Teammanager buurtteam",
        "Afspraken",
        "Wat Wie Voor Wie beslist",
        "Jayden gaat weer naar de opvang",
        "Leenafspraak ondertekenen",
        "Uitleg voor de inwoner",
        "blad 1 van 1",
    )
    plekken = [tekst.find(deel) for deel in volgorde]
    assert -1 not in plekken, dict(zip(volgorde, plekken, strict=True))
    assert plekken == sorted(plekken)


def test_all_fonts_are_in_it(pdf: PdfReader) -> None:
    fonts = [f for blad in pdf.pages for f in _woordenboek(_woordenboek(blad["/Resources"])["/Font"]).values()]
    assert fonts
    for verwijzing in fonts:
        font = _woordenboek(verwijzing)
        nazaten = font["/DescendantFonts"].get_object()
        assert isinstance(nazaten, ArrayObject)
        assert "NotoSans" in str(font["/BaseFont"])
        assert {"/FontFile2", "/FontFile3"} & set(_woordenboek(_woordenboek(nazaten[0])["/FontDescriptor"]))


def test_what_people_write_is_never_markup(wereld: Wereld) -> None:
    punt = lopend_punt(wereld.traject, OVERLEG)
    assert punt is not None
    woorden = punt.item.woorden_set.latest("volgnummer")
    type(woorden).objects.filter(pk=woorden.pk).update(inhoud={"toelichting": "#panic(1) *vet* $x$ <a> @b [c"})
    tekst = PdfReader(BytesIO(maak_verslag(wereld.traject, OVERLEG, NU))).pages[0].extract_text()
    assert "#panic(1) *vet* $x$ <a> @b [c" in tekst


def test_the_resident_reads_the_same_words_without_the_jargon(wereld: Wereld) -> None:
    punt = lopend_punt(wereld.traject, OVERLEG)
    assert punt is not None
    uitleg, verslag = uitleg_voor_inwoner(punt), verslag_van(punt, NU)
    assert [a.wat for a in uitleg.afspraken] == [a.wat for a in verslag.afspraken]
    assert uitleg.alineas == verslag.voor_inwoner != verslag.toelichting
    assert {b.partition(":")[0] for a in uitleg.afspraken for b in a.besluit} == {"Beslist"}
