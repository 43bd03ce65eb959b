"""Carrying out what kern decides about a signaal, also into a dossier."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from samenspel.casus.models import Casus
from samenspel.delen.intrekken import trek_item_in
from samenspel.delen.services import huidige_woorden, laatste_woorden, maak_item
from samenspel.huishouden.models import Persoon
from samenspel.huishouden.selectors import leden_op
from samenspel.huishouden.services import Personalia
from samenspel.kern.signaal import (
    Aanname,
    Afsluiting,
    Dossierleg,
    Feit,
    Handeling,
    Intrekking,
    Uithaling,
    Voorstel,
    Weigering,
    Wissing,
    beslis,
)
from samenspel.kern.stand import Geweigerd
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.organisatie.models import Account, Team, Wijk
from samenspel.regie.aanmelden import maak_dossier
from samenspel.regie.vastleggen import in_casus, leg_los_vast
from samenspel.signaal.models import Signaal
from samenspel.signaal.selectors import lag_in, speler_van, stand_van, woorden_van
from samenspel.signaal.services import Woordgroepen, schrijf_feit, vergrendel, wis_woorden

__all__ = [
    "begin_dossier",
    "haal_uit_dossier",
    "leg_in_dossier",
    "neem_aan",
    "sluit",
    "stel_voor",
    "trek_in",
    "weiger",
    "wis",
]

ZORG = ("zorg", "over_wie", "adres")
"""The words that go into a dossier with a signaal."""


def stel_voor(
    *,
    signaal: Signaal,
    aan: Account | Team,
    casus: Casus | None = None,
    reden: str = "",
    account: Account,
    nu: datetime,
) -> None:
    """Ask a colleague or a team to take it over; until one accepts, the holder has it. Raises Geweigerd."""
    over = str(casus.pk) if casus is not None else ""
    sleutel = str(aan.pk)
    vraag = Voorstel(aan=sleutel, casus=over) if isinstance(aan, Account) else Voorstel(team=sleutel, casus=over)
    _voer_uit(signaal, vraag, account, nu, {"reden": {"reden": reden}})


def neem_aan(*, signaal: Signaal, account: Account, nu: datetime) -> None:
    """Who was asked holds it from now on. Raises Geweigerd."""
    _voer_uit(signaal, Aanname(), account, nu, {})


def weiger(*, signaal: Signaal, reden: str, account: Account, nu: datetime) -> None:
    """Who was asked doesn't take it; the holder reads why. Raises Geweigerd."""
    _voer_uit(signaal, Weigering(), account, nu, {"reden": {"reden": reden}})


def trek_in(*, signaal: Signaal, account: Account, nu: datetime) -> None:
    """The holder keeps it after all. Raises Geweigerd."""
    _voer_uit(signaal, Intrekking(), account, nu, {})


def sluit(*, signaal: Signaal, reden: str, verteld: str, account: Account, nu: datetime) -> None:
    """Nothing more is done with it; says why and what the one who signalled was told. Raises Geweigerd."""
    _voer_uit(signaal, Afsluiting(), account, nu, {"reden": {"reden": reden}, "verteld": {"verteld": verteld}})


def wis(*, signaal: Signaal, account: Account, nu: datetime) -> None:
    """Destroy the words of a signaal that is done. Raises Geweigerd."""
    with transaction.atomic():
        vers = vergrendel(signaal)
        schrijf_feit(signaal=vers, feit=_beslis(vers, Wissing(), account, nu), nu=nu)
        wis_woorden(signaal=vers, nu=nu)


def leg_in_dossier(
    *, signaal: Signaal, casus: Casus, betreft: Iterable[Persoon], verteld: str, account: Account, nu: datetime
) -> None:
    """The concern moves into a dossier: its words stand there from now on, not who told them. Raises Geweigerd."""
    with in_casus(casus):
        vers = vergrendel(signaal)
        handeling = Dossierleg(str(casus.pk), str(casus.regisseur_id))
        elders = {"elders": True} if lag_in(vers) - {str(casus.pk)} else {}
        feit = _beslis(vers, handeling, account, nu)
        alles = woorden_van([vers]).get(vers.pk, {})
        item = maak_item(
            casus=casus,
            soort=Gegevenssoort.SIGNALEN,
            eigenaar=account,
            betreft=betreft,
            woorden={sleutel: alles[sleutel] for sleutel in ZORG if alles.get(sleutel)},
            nu=nu,
        )
        leg_los_vast(
            casus=casus,
            soort="signaal_gelegd",
            gegevens={"signaal": vers.pk, "binnen_op": vers.binnen_op, **elders},
            account=account,
            nu=nu,
            woorden=laatste_woorden(item),
        )
        wis_woorden(signaal=vers, nu=nu, soort="zorg")
        schrijf_feit(signaal=vers, feit=feit, nu=nu, woorden={"verteld": {"verteld": verteld}}, item=item)


def haal_uit_dossier(*, signaal: Signaal, reden: str, account: Account, nu: datetime) -> None:
    """It lay in the wrong dossier: whose dossier it is, holds it from now on, to lay it in the right one.

    What stood there is withdrawn there. Where it goes is not told there, nor there where it came from.
    Raises Geweigerd.
    """
    casus = signaal.casus
    if casus is None:
        raise Geweigerd("Dit signaal ligt niet meer in dit dossier.")
    with in_casus(casus):
        vers = vergrendel(signaal)
        feit = _beslis(vers, Uithaling(str(casus.regisseur_id)), account, nu)
        item = vers.item
        assert item is not None
        zorg = {sleutel: tekst for sleutel, tekst in huidige_woorden(item).items() if sleutel in ZORG}
        woorden = trek_item_in(item=item, reden=reden, account=account, versie=item.versie, nu=nu)
        leg_los_vast(
            casus=casus,
            soort="signaal_uit_dossier",
            gegevens={"signaal": vers.pk},
            account=account,
            nu=nu,
            woorden=woorden,
        )
        schrijf_feit(signaal=vers, feit=feit, nu=nu, woorden={"zorg": zorg, "reden": {"reden": reden}})


def begin_dossier(
    *,
    signaal: Signaal,
    personalia: Personalia,
    wijk: Wijk | None,
    verteld: str,
    account: Account,
    nu: datetime,
    team: Team | None = None,
) -> Casus:
    """A new household with its dossier, and the concern in it. Raises Geweigerd."""
    with transaction.atomic():
        casus = maak_dossier(account=account, personalia=personalia, wijk=wijk, team=team, nu=nu)
        leden = leden_op(casus.huishouden, localdate(nu))
        leg_in_dossier(signaal=signaal, casus=casus, betreft=leden, verteld=verteld, account=account, nu=nu)
    return casus


def _voer_uit(signaal: Signaal, handeling: Handeling, account: Account, nu: datetime, woorden: Woordgroepen) -> None:
    with transaction.atomic():
        vers = vergrendel(signaal)
        schrijf_feit(signaal=vers, feit=_beslis(vers, handeling, account, nu), nu=nu, woorden=woorden)


def _beslis(signaal: Signaal, handeling: Handeling, account: Account, nu: datetime) -> Feit:
    return beslis(stand_van(signaal), handeling, speler_van(account), localdate(nu))
