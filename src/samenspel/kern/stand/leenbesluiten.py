"""Deciding on a loan: its agreement, its signature, repayments, forgiveness, and what if it can't be kept.

A loan outlives its traject: these hold in a closed one too.
"""

from collections.abc import Callable
from datetime import date

from samenspel.kern.budget.kwijtschelding import kwijtschelding
from samenspel.kern.budget.leningen import (
    MAX_TERMIJNEN,
    Leningstand,
    Mutatiesoort,
    aantal_termijnen,
    is_kwijtgescholden,
    kwijt_deel,
    rust_op,
    saldo,
)
from samenspel.kern.budget.regimes import Aanvraagstand, Aanvraagstatus, is_lening
from samenspel.kern.stand.eisen import ontbrekend
from samenspel.kern.stand.handelingen import (
    BeslisKwijtschelding,
    DraaiAflossingTerug,
    LosAf,
    OndertekenLening,
    PasLeningAan,
    SpreekLeningAf,
    VraagKwijtschelding,
)
from samenspel.kern.stand.situatie import Besluit, Geweigerd, Situatie, aanvraag_van, beoordelaars, vind
from samenspel.kern.stand.uitkomst import Reden
from samenspel.kern.werkwijze.model import Budget, Lening

__all__ = ["LENINGBESLUITEN"]


def _afspraak(s: Situatie, h: SpreekLeningAf) -> Besluit:
    stand, budget = _lening(s, h.aanvraag)
    s.vereis_rol(budget.door, "De leenafspraak maken")
    if stand.status not in (Aanvraagstatus.AKKOORD, Aanvraagstatus.BETAALD):
        raise Geweigerd("Een leenafspraak maakt u als de aanvraag akkoord is.")
    if stand.lening is not None and stand.lening.getekend_op is not None:
        raise Geweigerd("Deze afspraak is al ondertekend. Lukt het niet? Leg dan vast hoe het verder gaat.")
    _vereis_termijnen(stand.bedrag, h.maandbedrag, h.eerste_op, s.nu)
    gegevens: dict[str, object] = {
        "aanvraag": h.aanvraag,
        "maandbedrag": h.maandbedrag,
        "eerste_op": h.eerste_op.isoformat(),
    }
    return "lening_afgesproken", gegevens


def _ondertekening(s: Situatie, h: OndertekenLening) -> Besluit:
    stand, budget = _lening(s, h.aanvraag)
    s.vereis_rol(budget.door, "Vastleggen dat er is getekend")
    if stand.lening is None:
        raise Geweigerd("Er is nog geen leenafspraak om te ondertekenen. Maak die eerst.")
    if stand.lening.getekend_op is not None:
        raise Geweigerd("Deze afspraak is al ondertekend.")
    return "lening_ondertekend", {"aanvraag": h.aanvraag}


def _aflossing(s: Situatie, h: LosAf) -> Besluit:
    _, budget, lening = _lopend(s, h.aanvraag)
    s.vereis_rol((*budget.betalers, *budget.door), "Een aflossing vastleggen")
    if h.bedrag <= 0:
        raise Geweigerd("Vul een bedrag boven nul in.")
    if h.bedrag > saldo(lening):
        raise Geweigerd("Dit is meer dan er nog openstaat. Controleer het bedrag.")
    if lening.getekend_op is not None and s.nu.toordinal() < lening.getekend_op:
        raise Geweigerd("Deze dag ligt voor de dag waarop de afspraak is ondertekend.")
    return "aflossing_ontvangen", {"aanvraag": h.aanvraag, "bedrag": h.bedrag}


def _terug(s: Situatie, h: DraaiAflossingTerug) -> Besluit:
    """What was forgiven may rest on this repayment: then only who decides on that turns it back."""
    _, budget, lening = _lopend(s, h.aanvraag)
    beslissers = beoordelaars(s.route, budget)
    s.vereis_rol((*budget.betalers, *budget.door, *beslissers), "Een aflossing terugdraaien")
    mutatie = lening.mutaties[h.nummer - 1] if 0 < h.nummer <= len(lening.mutaties) else None
    if mutatie is None or mutatie.soort is not Mutatiesoort.AFLOSSING:
        raise Geweigerd("Kies een aflossing die is vastgelegd.")
    if mutatie.terug:
        raise Geweigerd("Deze aflossing is al teruggedraaid.")
    rust = budget.lening is not None and rust_op(lening, budget.lening, h.nummer)
    if rust and not s.speler.rollen & set(beslissers):
        raise Geweigerd(_KWIJT_NA, (Reden(_KWIJT_NA, False, ()),))
    return "aflossing_teruggedraaid", {"aanvraag": h.aanvraag, "nummer": h.nummer, "bedrag": mutatie.bedrag}


_KWIJT_NA = (
    "Na deze aflossing is kwijtgescholden wat er toen nog openstond. Dat besluit blijft staan, en wat u terugdraait "
    "staat daarna weer open. Vraag wie over de kwijtschelding beslist om deze aflossing terug te draaien."
)


def _vraag_kwijtschelding(s: Situatie, h: VraagKwijtschelding) -> Besluit:
    _, budget, lening = _lopend(s, h.aanvraag)
    s.vereis_rol(budget.door, "Kwijtschelding vragen")
    if budget.lening is None:
        raise Geweigerd("Bij deze lening is geen kwijtschelding afgesproken.")
    if is_kwijtgescholden(lening):
        raise Geweigerd("Dit deel is al kwijtgescholden.")
    if lening.gevraagd_door:
        raise Geweigerd("Er is al kwijtschelding gevraagd. Wacht op het besluit.")
    if not kwijt_deel(lening, budget.lening):
        raise Geweigerd("Er staat niets meer open.")
    _vereis_voorwaarden(s, budget.lening)
    if h.aangetoond_op > s.nu:
        raise Geweigerd("Kies de dag waarop het is aangetoond; die is al geweest.")
    gegevens: dict[str, object] = {
        "aanvraag": h.aanvraag,
        "aangetoond_op": h.aangetoond_op.isoformat(),
        "wie": s.speler.wie,
    }
    return "kwijtschelding_gevraagd", gegevens


def _beslis_kwijtschelding(s: Situatie, h: BeslisKwijtschelding) -> Besluit:
    _, budget, lening = _lopend(s, h.aanvraag)
    if not lening.gevraagd_door or budget.lening is None:
        raise Geweigerd("Er is geen kwijtschelding gevraagd.")
    if s.speler.wie == lening.gevraagd_door:
        raise Geweigerd("U vroeg dit zelf. Iemand anders beslist erover: vier ogen.")
    s.vereis_rol(beoordelaars(s.route, budget), "Over kwijtschelding beslissen")
    if h.akkoord:
        _vereis_voorwaarden(s, budget.lening)
    bedrag = kwijt_deel(lening, budget.lening) if h.akkoord else 0
    if h.akkoord and not bedrag:
        raise Geweigerd("Er staat niets meer open.")
    gegevens: dict[str, object] = {"aanvraag": h.aanvraag, "akkoord": h.akkoord, "bedrag": bedrag, "wie": s.speler.wie}
    return "kwijtschelding_beslist", gegevens


def _aanpassing(s: Situatie, h: PasLeningAan) -> Besluit:
    _, budget, lening = _lopend(s, h.aanvraag)
    s.vereis_rol((*budget.door, *beoordelaars(s.route, budget)), "Beslissen hoe het verder gaat")
    open_ = saldo(lening)
    if not open_:
        raise Geweigerd("Er staat niets meer open.")
    _vereis_termijnen(open_, h.maandbedrag, h.eerste_op, s.nu)
    return "lening_aangepast", {
        "aanvraag": h.aanvraag,
        "bedrag": open_,
        "maandbedrag": h.maandbedrag,
        "eerste_op": h.eerste_op.isoformat(),
        "wie": s.speler.wie,
    }


def _lening(s: Situatie, aanvraag: str) -> tuple[Aanvraagstand, Budget]:
    stand = aanvraag_van(s, aanvraag)
    if not is_lening(stand):
        raise Geweigerd("Dit is geen lening.")
    return stand, vind(s.route.werkwijze.budgetten, "budget", stand.budget)


def _lopend(s: Situatie, aanvraag: str) -> tuple[Aanvraagstand, Budget, Leningstand]:
    stand, budget = _lening(s, aanvraag)
    if stand.status is not Aanvraagstatus.BETAALD:
        raise Geweigerd("Deze lening is nog niet uitbetaald.")
    if stand.lening is None:
        raise Geweigerd("Er is nog geen leenafspraak. Maak die eerst.")
    return stand, budget, stand.lening


def _vereis_termijnen(bedrag: int, maandbedrag: int, eerste_op: date, nu: date) -> None:
    if maandbedrag <= 0:
        raise Geweigerd("Vul een bedrag per maand boven nul in.")
    if maandbedrag > bedrag:
        raise Geweigerd("Het bedrag per maand is meer dan er openstaat.")
    if aantal_termijnen(bedrag, maandbedrag) > MAX_TERMIJNEN:
        raise Geweigerd("Zo duurt aflossen langer dan tien jaar. Kies een hoger bedrag per maand.")
    if eerste_op <= nu:
        raise Geweigerd("Kies voor de eerste termijn een dag die nog komt.")


def _vereis_voorwaarden(s: Situatie, lening: Lening) -> None:
    oordeel = kwijtschelding(lening, s.feiten, s.route.catalogus)
    if not oordeel.mag:
        herstel = ontbrekend(oordeel.onbekend, s.route.catalogus)
        raise Geweigerd(oordeel.uitleg, (Reden(oordeel.uitleg, oordeel.mag is None, herstel),))


LENINGBESLUITEN: dict[type, Callable[..., Besluit]] = {
    SpreekLeningAf: _afspraak,
    OndertekenLening: _ondertekening,
    LosAf: _aflossing,
    DraaiAflossingTerug: _terug,
    VraagKwijtschelding: _vraag_kwijtschelding,
    BeslisKwijtschelding: _beslis_kwijtschelding,
    PasLeningAan: _aanpassing,
}
