"""The agreement of a loan on paper, in plain words, from what the dossier and the definition say."""

from collections.abc import Sequence
from datetime import date

from django.utils.formats import date_format

from samenspel.budget.models import Aanvraag, Leenregeling
from samenspel.delen.services import huidige_woorden
from samenspel.kern.budget.kwijtschelding import kwijt_te_schelden
from samenspel.kern.budget.leningen import Leningstand, Termijn, schema
from samenspel.kern.werkwijze.model import Lening
from samenspel.regie.routes import route_van
from samenspel.regie.stuk import Alineas, Deel, Lijst, Stuk, Tabel, Tekenen, alineas

__all__ = ["leenafspraak", "voorwaarden_van"]


def leenafspraak(aanvraag: Aanvraag, lening: Leningstand, namen: Sequence[str], op: date) -> Stuk:
    """The first agreement; `namen` are who borrow, as the reader may know them."""
    traject, woorden = aanvraag.traject, huidige_woorden(aanvraag.item)
    termijnen, getekend = schema(lening.regelingen[0]), Leenregeling.objects.get(aanvraag=aanvraag, volgnummer=1)
    gemeente, bedrag = traject.gemeente.naam, _euro(aanvraag.bedrag)
    wie = " en ".join(namen)
    return Stuk(
        titel="Leenafspraak",
        gemeente=gemeente,
        nummer=traject.casus.nummer,
        kop=(
            ("Wie leent", wie),
            ("Van wie", f"gemeente {gemeente}"),
            ("Contactpersoon", " ".join((traject.casus.regisseur.naam, traject.casus.regisseur.telefoon)).strip()),
            ("Gemaakt op", _dag(op)),
        ),
        delen=(
            Deel(
                "Wat spreken wij af?",
                (
                    Alineas((f"U leent {bedrag} van de gemeente.", "U leent dit geld hiervoor:")),
                    alineas(woorden.get("waarvoor", "")),
                ),
            ),
            Deel(
                "Hoe betaalt u terug?",
                (
                    Alineas((_in_het_kort(getekend, len(termijnen)),)),
                    Tabel(
                        ("Termijn", "Uiterlijk op", "Bedrag", "Daarna nog open"),
                        tuple(
                            (str(n), _dag(date.fromordinal(t.op)), _euro(t.bedrag), _euro(rest))
                            for n, (t, rest) in enumerate(_met_rest(termijnen, aanvraag.bedrag), 1)
                        ),
                        rechts=(2, 3),
                    ),
                ),
            ),
            *_voorwaardendelen(aanvraag),
            Deel(
                "Wat betekent dit voor uw uitkering of toeslagen?",
                (
                    alineas(woorden.get("uitkering", "")),
                    Alineas((f"Dit weten wij van: {woorden.get('uitkering_bron', '')}",)),
                ),
            ),
            Deel(
                "Handtekeningen",
                (
                    Alineas(("Wij hebben deze afspraak gelezen en zijn het ermee eens.",)),
                    Tekenen((*namen, f"Namens gemeente {gemeente}")),
                ),
            ),
        ),
    )


def voorwaarden_van(lening: Lening, bedrag: int) -> list[tuple[str, tuple[str, ...]]]:
    """What holds for a loan: per heading its sentences, as the definition has them."""
    delen: list[tuple[str, tuple[str, ...]]] = []
    if lening.kwijtschelding_procent:
        deel = _euro(kwijt_te_schelden(lening, bedrag))
        bij = lening.kwijtschelding_bij or " ".join(v.uitleg for v in lening.kwijtschelding_als)
        zin = f"Wij schelden {lening.kwijtschelding_procent} procent kwijt: {deel}. Dat deel betaalt u niet terug."
        wanneer = f"Dat doen wij als dit waar is: {bij}" if bij else ""
        slot = "Twee medewerkers kijken hiernaar: de een vraagt het aan, de ander beslist."
        delen.append(("Wanneer hoeft u een deel niet terug te betalen?", tuple(z for z in (zin, wanneer, slot) if z)))
    if lening.bij_niet_nakomen:
        delen.append(
            (
                "Wat als terugbetalen niet lukt?",
                (lening.bij_niet_nakomen, "Bel uw contactpersoon zodra u merkt dat het niet lukt."),
            )
        )
    return delen


def _voorwaardendelen(aanvraag: Aanvraag) -> tuple[Deel, ...]:
    budget = next(b for b in route_van(aanvraag.traject).werkwijze.budgetten if b.budget == aanvraag.budget)
    if budget.lening is None:
        return ()
    return tuple(Deel(kop, (Lijst(zinnen),)) for kop, zinnen in voorwaarden_van(budget.lening, aanvraag.bedrag))


def _in_het_kort(regeling: Leenregeling, aantal: int) -> str:
    eerste = _dag(regeling.eerste_op)
    if aantal == 1:
        return f"U betaalt in één keer, op {eerste}."
    return (
        f"U betaalt {_euro(regeling.maandbedrag)} per maand, voor het eerst op {eerste}. Dat zijn {aantal} termijnen."
    )


def _met_rest(termijnen: Sequence[Termijn], bedrag: int) -> list[tuple[Termijn, int]]:
    rijen = []
    for termijn in termijnen:
        bedrag -= termijn.bedrag
        rijen.append((termijn, bedrag))
    return rijen


def _dag(dag: date) -> str:
    return date_format(dag, "j F Y")


def _euro(cent: int) -> str:
    return f"€ {cent // 100:,}".replace(",", ".") + f",{cent % 100:02}"
