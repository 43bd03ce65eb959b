"""Reading a definition: every value at its line, every mistake at once, nothing that makes it stumble."""

from datetime import date

import pytest

from samenspel.kern.werkwijze.eenheden import Duur, Tijdeenheid
from samenspel.kern.werkwijze.lezer import Fout, lees_werkwijze
from samenspel.kern.werkwijze.model import Houder, Voorwaarde, Werkwijze, Zicht

KLEIN = """\
werkwijze: klein
naam: Klein beginnen
schema: 1
geldig_vanaf: 2024-01-31
bron: "002"
samenvatting: Kort.
toestand: startbaar
rollen:
  - rol: regisseur
    naam: Regisseur
    houder: per_casus
    regie: ja
    aanstelling: 1 jaar
    caseload: {van: 10, tot: 20}
    mandaat:
      bedrag: 12,50 euro
fasen:
  - {fase: begin, naam: Begin, voor_inwoner: Wij kijken.}
  - fase: tafel
    naam: Tafel
    voor_inwoner: Wij praten.
    vraagt: eigen_woorden.ik_wil
stappen:
  - stap: verder
    naam: Verder
    van: begin
    naar: tafel
    door: [regisseur]
    alle_van:
      - als: contact.uitkomst == 'niet_opgelost'
        uitleg: U komt er niet uit.
"""


def lees(tekst: str) -> Werkwijze:
    werkwijze, fouten = lees_werkwijze(tekst, "klein.yaml")
    assert werkwijze is not None, fouten
    return werkwijze


def test_it_fills_the_model_by_field_names_and_types() -> None:
    w = lees(KLEIN)
    rol, stap = w.rollen[0], w.stappen[0]
    assert (w.werkwijze, w.bron, w.geldig_vanaf) == ("klein", "002", date(2024, 1, 31))
    assert (rol.houder, rol.regie, rol.zicht) == (Houder.PER_CASUS, True, Zicht.LOPEND)
    assert rol.aanstelling == Duur(1, Tijdeenheid.JAREN)
    assert rol.caseload is not None and rol.caseload.tot == 20
    assert rol.mandaat is not None and rol.mandaat.bedrag == 1250
    uitleg = "U komt er niet uit."
    assert stap.alle_van == (Voorwaarde(als="contact.uitkomst == 'niet_opgelost'", uitleg=uitleg),)


def test_one_word_counts_as_a_list_of_one() -> None:
    assert lees(KLEIN).fasen[1].vraagt == ("eigen_woorden.ik_wil",)


@pytest.mark.parametrize(("woord", "waarde"), [("ja", True), ("true", True), ("nee", False), ("false", False)])
def test_yes_and_no_may_be_dutch(woord: str, waarde: bool) -> None:
    assert lees(KLEIN.replace("regie: ja", f"regie: {woord}")).rollen[0].regie is waarde


def test_the_same_day_is_a_duration_of_no_days() -> None:
    w = lees(KLEIN.replace("1 jaar", "zelfde_dag"))
    assert w.rollen[0].aanstelling == Duur(0, Tijdeenheid.DAGEN)


@pytest.mark.parametrize(
    ("plek", "regel"),
    [
        ("naam", 2),
        ("rollen.regisseur", 9),
        ("rollen.regisseur.caseload.tot", 14),
        ("rollen.regisseur.mandaat.bedrag", 16),
        ("fasen.begin.naam", 18),
        ("stappen.verder", 24),
        ("stappen.verder.van", 26),
        ("stappen.verder.door.0", 28),
        ("stappen.verder.alle_van.0.als", 30),
    ],
)
def test_it_knows_the_line_of_every_place(plek: str, regel: int) -> None:
    assert lees(KLEIN).regels[plek] == regel


FOUTEN = [
    ("naam: Klein beginnen", "naam: 12", 2, "naam", 'zet er aanhalingstekens omheen: "12"'),
    ("naam: Klein beginnen", "naam:", 2, "naam", "hier staat niets"),
    ("naam: Klein beginnen", "naam: ''", 2, "naam", "hier staat niets"),
    ("naam: Klein beginnen", "namm: Klein", 2, "namm", "bedoelt u 'naam'?"),
    ("naam: Klein beginnen", "namm: Klein", 1, "werkwijze", "de sleutel 'naam' ontbreekt"),
    ("naam: Klein beginnen", "naam: [Klein]", 2, "naam", "hier hoort één waarde: tekst"),
    ("werkwijze: klein", "werkwijze: Klein", 1, "werkwijze", "kan geen code zijn"),
    ("schema: 1", "schema: één", 3, "schema", "een heel getal"),
    ("schema: 1", "schema: '1'", 3, "schema", "zonder eenheid of aanhalingstekens"),
    ("schema: 1", "schema: -1", 3, "schema", "een heel getal vanaf 0"),
    ("2024-01-31", "2024-02-31", 4, "geldig_vanaf", "bestaat niet"),
    ("2024-01-31", "31-01-2024", 4, "geldig_vanaf", "jaar-maand-dag"),
    ("toestand: startbaar", "toestand: startbar", 7, "toestand", "bedoelt u 'startbaar'?"),
    ("regie: ja", "regie: yes", 12, "rollen.regisseur.regie", "schrijf ja of nee"),
    ("1 jaar", "12", 13, "rollen.regisseur.aanstelling", "een getal en een tijdseenheid"),
    ("1 jaar", "500 euro", 13, "rollen.regisseur.aanstelling", "een getal en een tijdseenheid"),
    ("1 jaar", "900 jaar", 13, "rollen.regisseur.aanstelling", "langer dan honderd jaar"),
    ("{van: 10, tot: 20}", "twintig", 14, "rollen.regisseur.caseload", "hier horen sleutels"),
    ("12,50 euro", "12,50", 16, "rollen.regisseur.mandaat.bedrag", "een bedrag in euro's"),
    ("12,50 euro", "2 weken", 16, "rollen.regisseur.mandaat.bedrag", "een bedrag in euro's"),
    ("  - fase: tafel", "  - fase: Tafel 1", 19, "fasen.Tafel 1.fase", "kan geen code zijn"),
    ("  - fase: tafel", "  - fase: begin", 19, "fasen.begin", "staat ook al op regel 18"),
    ("door: [regisseur]", "door: [regisseur, regisseur]", 28, "stappen.verder.door.1", "noem het één keer"),
    ("door: [regisseur]", "door: {rol: regisseur}", 28, "stappen.verder.door", "hier hoort een lijst"),
    ("        uitleg:", "        uitlg:", 30, "stappen.verder.alle_van.0", "'uitleg' ontbreekt"),
    ("    naam: Verder\n", "    naam: Verder\n    naam: Nogmaals\n", 26, "bestand", "staat ook al op regel 25"),
]


@pytest.mark.parametrize(("goed", "fout", "regel", "sleutel", "melding"), FOUTEN)
def test_a_mistake_is_told_at_its_line_with_the_mend(
    goed: str, fout: str, regel: int, sleutel: str, melding: str
) -> None:
    assert goed in KLEIN
    werkwijze, fouten = lees_werkwijze(KLEIN.replace(goed, fout, 1), "klein.yaml")
    assert werkwijze is None
    assert [f for f in fouten if (f.regel, f.sleutel) == (regel, sleutel) and melding in f.melding], fouten


def test_all_mistakes_are_told_at_once_in_the_order_of_the_lines() -> None:
    tekst = KLEIN.replace("schema: 1", "schema: x").replace("regie: ja", "regie: x").replace("van: begin", "vn: b")
    _, fouten = lees_werkwijze(tekst, "klein.yaml")
    assert [f.regel for f in fouten] == [3, 12, 24, 26]


def test_a_mistake_reads_as_file_line_key_and_mend() -> None:
    fout = Fout("map/werkwijze.yaml", 12, "rollen.regisseur.regie", "schrijf ja of nee")
    assert str(fout) == "map/werkwijze.yaml:12: rollen.regisseur.regie: schrijf ja of nee"


BOM = "a: &a [x, x]\n" + "".join(f"{n}: &{n} [*{p}, *{p}, *{p}]\n" for p, n in zip("abcdefg", "bcdefgh", strict=True))


@pytest.mark.parametrize(
    ("tekst", "regel", "melding"),
    [
        ("", 1, "is leeg"),
        ("- werkwijze: klein", 1, "hier horen sleutels"),
        ("zomaar een zin", 1, "hier horen sleutels"),
        ("naam: a\n  b: [", 2, "opbouw"),
        (BOM, 1, "schrijf het uit"),
        ("naam: !!python/object/apply:os.system [ls]", 1, "een type met !"),
        ("naam: !tekst x", 1, "een type met !"),
        ("naam: x\n---\nnaam: y", 2, "één bestand is één werkwijze"),
        ("? [a, b]\n: c", 1, "een sleutel is één woord"),
        ("naam: " + "[" * 5000, 1, "te diep"),
        ("naam: \x00", 1, "een teken dat niet mag"),
        ('%TAG ! x\n---\na: "\\U99999999"', 1, "een teken dat niet mag"),
        ("#" * 300_000, 1, "te groot"),
    ],
)
def test_text_that_is_no_definition_is_refused_quietly(tekst: str, regel: int, melding: str) -> None:
    werkwijze, fouten = lees_werkwijze(tekst, "raar.yaml")
    assert werkwijze is None
    assert fouten[0].regel == regel
    assert melding in fouten[0].melding
