"""Decides whether somebody may do something with a signaal, and what then happened.

At every moment a signaal has exactly one holder; only who was asked and says yes becomes the next one.
"""

from datetime import date

from samenspel.kern.signaal.signaal import (
    Aanname,
    Afsluiting,
    Dossierleg,
    Feit,
    Handeling,
    Intrekking,
    Signaalstand,
    Soort,
    Speler,
    Status,
    Uithaling,
    Voorstel,
    Weigering,
    Wissing,
)
from samenspel.kern.stand import Geweigerd


def beslis(stand: Signaalstand, handeling: Handeling, speler: Speler, dag: date) -> Feit:
    """What happens when this one does this. Raises Geweigerd with what would help."""
    if stand.status is not Status.OPEN and not isinstance(handeling, (Wissing, Uithaling)):
        raise Geweigerd("Dit signaal is al afgehandeld. Er hoeft niets meer mee te gebeuren.")
    match handeling:
        case Aanname() | Weigering():
            return _antwoord(stand, handeling, speler, dag)
        case Voorstel():
            return _voorstel(stand, handeling, speler, dag)
        case Intrekking():
            _alleen_houder(stand, speler)
            if stand.voorstel is None:
                raise Geweigerd("Er ligt geen vraag meer bij een ander. U hebt het signaal nog.")
            return Feit(Soort.INGETROKKEN, speler.account, stand.houder, dag)
        case Dossierleg(casus=casus, regisseur=regisseur):
            _alleen_houder(stand, speler)
            if regisseur != speler.account:
                raise Geweigerd("Een ander voert dit dossier. Vraag die collega het signaal over te nemen.")
            return Feit(Soort.IN_DOSSIER, speler.account, stand.houder, dag, casus=casus)
        case Uithaling(regisseur=regisseur):
            return _uithaling(stand, regisseur, speler, dag)
        case Afsluiting():
            _alleen_houder(stand, speler)
            if stand.voorstel is not None:
                raise Geweigerd("U vroeg een ander dit over te nemen. Trek dat eerst in, of wacht op het antwoord.")
            return Feit(Soort.GESLOTEN, speler.account, stand.houder, dag)
        case Wissing():
            _alleen_houder(stand, speler)
            if stand.status is Status.OPEN:
                raise Geweigerd("Dit signaal is nog open. Wis de tekst pas als het is afgehandeld.")
            if stand.gewist:
                raise Geweigerd("De tekst van dit signaal is al gewist.")
            return Feit(Soort.GEWIST, speler.account, stand.houder, dag)


def _antwoord(stand: Signaalstand, handeling: Aanname | Weigering, speler: Speler, dag: date) -> Feit:
    if not stand.gevraagd(speler):
        raise Geweigerd("Dit signaal wacht niet meer op uw antwoord: het is ingetrokken, of een collega nam het aan.")
    if isinstance(handeling, Aanname):
        return Feit(Soort.AANGENOMEN, speler.account, speler.account, dag)
    return Feit(Soort.GEWEIGERD, speler.account, stand.houder, dag)


def _uithaling(stand: Signaalstand, regisseur: str, speler: Speler, dag: date) -> Feit:
    """Whose dossier it is, read the concern there and holds it from now on: somebody always has it."""
    if stand.status is not Status.IN_DOSSIER:
        raise Geweigerd("Dit signaal ligt niet meer in dit dossier.")
    if regisseur != speler.account:
        raise Geweigerd("Een ander voert dit dossier nu. Vraag die collega het signaal eruit te halen.")
    return Feit(Soort.UIT_DOSSIER, speler.account, speler.account, dag, casus=stand.casus)


def _voorstel(stand: Signaalstand, voorstel: Voorstel, speler: Speler, dag: date) -> Feit:
    _alleen_houder(stand, speler)
    if bool(voorstel.aan) == bool(voorstel.team):
        raise Geweigerd("Kies één collega of één team.")
    if voorstel.aan == speler.account:
        raise Geweigerd("U hebt dit signaal al. Kies een ander.")
    return Feit(Soort.VOORGESTELD, speler.account, stand.houder, dag, voorstel=voorstel)


def _alleen_houder(stand: Signaalstand, speler: Speler) -> None:
    if stand.houder != speler.account:
        raise Geweigerd("Dit kan alleen wie het signaal nu heeft.")
