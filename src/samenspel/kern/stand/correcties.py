"""Deciding on what turns out otherwise than it was recorded: a contact, a line, an agreement, an application.

The history keeps both.
A step that was taken on what is now corrected stays taken; from here on only the corrected fact counts.
"""

from collections.abc import Callable, Mapping

from samenspel.kern.budget.regimes import Aanvraagstatus, intrekbaar
from samenspel.kern.stand.afspraken import weigering_afronden, weigering_wijzigen
from samenspel.kern.stand.contacten import weigering_bijwerken, weigering_contact, weigering_terugzetten
from samenspel.kern.stand.handelingen import (
    HeropenAfspraak,
    LaatAfspraakVervallen,
    TrekAanvraagIn,
    TrekContactIn,
    TrekRegelIn,
    WijzigAfspraak,
    WijzigContact,
    ZetContactTerug,
    ZetRegelTerug,
)
from samenspel.kern.stand.situatie import Besluit, Geweigerd, Situatie, aanvraag_van
from samenspel.kern.werkwijze.catalogus import regierollen

__all__ = ["CORRECTIEBESLUITEN", "NA_AFSLUITEN"]


def _wijzig_contact(s: Situatie, h: WijzigContact) -> Besluit:
    _vereis(weigering_bijwerken(eigen=s.speler.wie == h.eigenaar, regie=_regie(s)))
    _vereis(weigering_contact(h.uitkomst, beschreven=h.beschreven))
    terug = h.terugbellen_op.isoformat() if h.terugbellen_op is not None else None
    afloop = {"uitkomst": h.uitkomst, "terugbellen_op": terug}
    return "contact_gewijzigd", {"contact": h.contact, "partner": h.partner.value, **afloop}


def _trek_contact_in(s: Situatie, h: TrekContactIn) -> Besluit:
    _vereis(weigering_bijwerken(eigen=s.speler.wie == h.eigenaar, regie=_regie(s)))
    return "contact_ingetrokken", {"contact": h.contact}


def _zet_contact_terug(s: Situatie, h: ZetContactTerug) -> Besluit:
    _vereis(weigering_terugzetten(regie=_regie(s)))
    return "contact_teruggezet", {"contact": h.contact}


def _trek_regel_in(s: Situatie, h: TrekRegelIn) -> Besluit:
    _vereis(weigering_bijwerken(eigen=s.speler.wie == h.eigenaar, regie=_regie(s)))
    return "logboek_ingetrokken", {"regel": h.regel}


def _zet_regel_terug(s: Situatie, h: ZetRegelTerug) -> Besluit:
    _vereis(weigering_terugzetten(regie=_regie(s)))
    return "logboek_teruggezet", {"regel": h.regel}


def _trek_aanvraag_in(s: Situatie, h: TrekAanvraagIn) -> Besluit:
    stand = aanvraag_van(s, h.aanvraag)
    if s.speler.wie != stand.aanvrager and not _regie(s):
        raise Geweigerd("Een aanvraag intrekken kan alleen wie haar deed, of de contactpersoon van het huishouden.")
    if stand.status is Aanvraagstatus.INGETROKKEN:
        raise Geweigerd("Deze aanvraag is al ingetrokken.")
    if not intrekbaar(stand.status):
        raise Geweigerd("Deze aanvraag is betaald of geweigerd. Intrekken kan dan niet meer.")
    return "aanvraag_ingetrokken", {"aanvraag": h.aanvraag}


def _wijzig_afspraak(s: Situatie, h: WijzigAfspraak) -> Besluit:
    _open(s, h.afspraak)
    _vereis(weigering_wijzigen(zelf=s.speler.wie == h.eigenaar, regie=_regie(s)))
    return "afspraak_gewijzigd", {"afspraak": h.afspraak, "voor": h.voor.isoformat()}


def _laat_vervallen(s: Situatie, h: LaatAfspraakVervallen) -> Besluit:
    _open(s, h.afspraak)
    _vereis(weigering_wijzigen(zelf=s.speler.wie == h.eigenaar, regie=_regie(s)))
    return "afspraak_vervallen", {"afspraak": h.afspraak}


def _heropen(s: Situatie, h: HeropenAfspraak) -> Besluit:
    afspraken = _afspraken(s)
    if h.afspraak not in afspraken or afspraken[h.afspraak] is not None:
        raise Geweigerd("Deze afspraak staat al open of bestaat niet.")
    _vereis(weigering_afronden(eigen=s.speler.wie == h.eigenaar, regie=_regie(s)))
    return "afspraak_heropend", {"afspraak": h.afspraak, "voor": h.voor.isoformat()}


def _afspraken(s: Situatie) -> Mapping[str, object]:
    afspraken = s.feiten.get("afspraken")
    return afspraken if isinstance(afspraken, dict) else {}


def _open(s: Situatie, afspraak: str) -> None:
    if _afspraken(s).get(afspraak) is None:
        raise Geweigerd("Deze afspraak is al afgerond of vervallen. Heropen haar eerst.")


def _regie(s: Situatie) -> bool:
    return bool(s.speler.rollen & set(regierollen(s.route.werkwijze)))


def _vereis(nee: str) -> None:
    if nee:
        raise Geweigerd(nee)


CORRECTIEBESLUITEN: Mapping[type, Callable[..., Besluit]] = {
    WijzigContact: _wijzig_contact,
    TrekContactIn: _trek_contact_in,
    ZetContactTerug: _zet_contact_terug,
    TrekRegelIn: _trek_regel_in,
    ZetRegelTerug: _zet_regel_terug,
    TrekAanvraagIn: _trek_aanvraag_in,
    WijzigAfspraak: _wijzig_afspraak,
    HeropenAfspraak: _heropen,
    LaatAfspraakVervallen: _laat_vervallen,
}
NA_AFSLUITEN = (WijzigContact, TrekContactIn, ZetContactTerug, TrekRegelIn, ZetRegelTerug)
"""What may still be put right in a traject that was closed: nothing moves by it."""
