"""Help that runs or ran, and what was asked at a counter: written by the regisseur, each with a line of history."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime

from samenspel.casus.keten import Feit
from samenspel.delen.models import Woorden
from samenspel.hulp import services
from samenspel.hulp.models import Hulp, Loketzaak, Termijnwijziging
from samenspel.hulp.selectors import termijn_van
from samenspel.hulp.services import Hulpgegevens, Zaakgegevens
from samenspel.kern.stand import Geweigerd
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.kern.wet.dwangsom import mag_in_gebreke
from samenspel.organisatie.models import Account
from samenspel.regie.rijen import Formulierrij, alleen_de_regie

__all__ = [
    "HULP",
    "LOKETZAAK",
    "besluit_loketzaak",
    "hervat_termijn",
    "schort_op",
    "stel_in_gebreke",
    "verleng_termijn",
    "voeg_hulp_toe",
    "voeg_loketzaak_toe",
]


Gegevens = Mapping[str, Feit]

_WEIGERING = alleen_de_regie("Hulp en zaken bij een loket schrijft alleen de contactpersoon van het huishouden op.")

HULP: Formulierrij[Hulp, Hulpgegevens] = Formulierrij(
    model=Hulp,
    soort=Gegevenssoort.HULP,
    weigering=_WEIGERING,
    feiten=lambda hulp: {"hulp": str(hulp.pk), "status": hulp.status, "sinds": hulp.sinds, "tot": hulp.tot},
    toegevoegd="hulp_toegevoegd",
    gewijzigd="hulp_gewijzigd",
    gestopt="hulp_gestopt",
    stopt=lambda hulp, gegevens: hulp.status == "loopt" and gegevens.status != "loopt",
)
LOKETZAAK: Formulierrij[Loketzaak, Zaakgegevens] = Formulierrij(
    model=Loketzaak,
    soort=Gegevenssoort.LOKETZAKEN,
    weigering=_WEIGERING,
    feiten=lambda zaak: {
        "loketzaak": str(zaak.pk),
        "zaaksoort": zaak.soort,
        "wet": zaak.wet,
        "ingediend_op": zaak.ingediend_op,
        "termijn_op": zaak.termijn_op,
    },
    toegevoegd="loketzaak_begonnen",
    gewijzigd="loketzaak_gewijzigd",
    blijft=services.blijft_bij_zaak,
    bereken=services.ververs_termijn,
)
voeg_hulp_toe, voeg_loketzaak_toe = HULP.voeg_toe, LOKETZAAK.voeg_toe


def schort_op(*, zaak: Loketzaak, van: date, reden: str, account: Account, versie: int, nu: datetime) -> None:
    """The term stands still. Raises Geweigerd or Versieconflict."""
    with _lopend(zaak, account, nu):
        if _staat_stil(zaak) is not None:
            raise Geweigerd("De termijn staat al stil.")
        if van < zaak.ingediend_op:
            raise Geweigerd("De termijn kan pas stilstaan nadat hij begon.")
        geschreven = services.schort_op(zaak=zaak, van=van, reden=reden, account=account, versie=versie, nu=nu)
        _noteer_termijn(zaak, "opgeschort", van, account, nu, geschreven)


def hervat_termijn(*, zaak: Loketzaak, tot: date, reden: str, account: Account, versie: int, nu: datetime) -> None:
    """The term that stood still runs on. Raises Geweigerd or Versieconflict."""
    with _lopend(zaak, account, nu):
        stil = _staat_stil(zaak)
        if stil is None:
            raise Geweigerd("De termijn loopt al.")
        if tot < stil.van:
            raise Geweigerd("De termijn kan pas weer lopen nadat hij stilstond.")
        geschreven = services.hervat_termijn(zaak=zaak, tot=tot, reden=reden, account=account, versie=versie, nu=nu)
        _noteer_termijn(zaak, "hervat", tot, account, nu, geschreven)


def verleng_termijn(
    *, zaak: Loketzaak, nieuw_einde: date, reden: str, account: Account, versie: int, op: date, nu: datetime
) -> None:
    """The institution named a later day. Raises Geweigerd or Versieconflict."""
    with _lopend(zaak, account, nu):
        if _staat_stil(zaak) is not None:
            raise Geweigerd("De termijn staat stil. Leg eerst vast dat hij weer loopt.")
        if zaak.termijn_op is None or nieuw_einde <= zaak.termijn_op:
            raise Geweigerd("De nieuwe dag moet na het eind van de termijn liggen.")
        geschreven = services.verleng_termijn(
            zaak=zaak, op=op, nieuw_einde=nieuw_einde, reden=reden, account=account, versie=versie, nu=nu
        )
        _noteer_termijn(zaak, "verlengd", nieuw_einde, account, nu, geschreven)


def stel_in_gebreke(*, zaak: Loketzaak, op: date, account: Account, versie: int, nu: datetime) -> None:
    """An ingebrekestelling was received on that day. Raises Geweigerd or Versieconflict."""
    with _lopend(zaak, account, nu):
        zaak.refresh_from_db(fields=["in_gebreke_op"])
        if zaak.in_gebreke_op is not None:
            raise Geweigerd("Er is al een ingebrekestelling vastgelegd. De eerste telt.")
        termijn = termijn_van(zaak, Termijnwijziging.objects.filter(loketzaak=zaak))
        if not mag_in_gebreke(termijn, op.toordinal()):
            raise Geweigerd(
                "Op die dag was de termijn om te beslissen nog niet voorbij. Een ingebrekestelling telt pas daarna."
            )
        geschreven = services.stel_in_gebreke(zaak=zaak, op=op, account=account, versie=versie, nu=nu)
        gegevens: Gegevens = {"loketzaak": str(zaak.pk), "op": op}
        LOKETZAAK.leg_vast("in_gebreke_gesteld", zaak, account, nu, geschreven, gegevens)


def besluit_loketzaak(
    *, zaak: Loketzaak, uitkomst: str, op: date, tekst: str, account: Account, versie: int, nu: datetime
) -> None:
    """What was decided, on the day on which it was made known. Raises Geweigerd or Versieconflict."""
    with LOKETZAAK.op_rij(zaak, account, nu):
        if op < zaak.ingediend_op:
            raise Geweigerd("Het besluit kan niet van voor de dag zijn waarop het is gevraagd.")
        geschreven = services.besluit_loketzaak(
            zaak=zaak, uitkomst=uitkomst, op=op, tekst=tekst, account=account, versie=versie, nu=nu
        )
        gegevens: Gegevens = {"loketzaak": str(zaak.pk), "uitkomst": uitkomst, "besloten_op": op}
        LOKETZAAK.leg_vast("loketzaak_besloten", zaak, account, nu, geschreven, gegevens)


@contextmanager
def _lopend(zaak: Loketzaak, account: Account, nu: datetime) -> Iterator[None]:
    with LOKETZAAK.op_rij(zaak, account, nu):
        if zaak.besloten_op is not None:
            raise Geweigerd("Er is al besloten. De termijn loopt niet meer.")
        yield


def _staat_stil(zaak: Loketzaak) -> Termijnwijziging | None:
    return Termijnwijziging.objects.filter(loketzaak=zaak, tot__isnull=True, nieuw_einde__isnull=True).first()


def _noteer_termijn(zaak: Loketzaak, wijze: str, dag: date, account: Account, nu: datetime, woorden: Woorden) -> None:
    gegevens: Gegevens = {"loketzaak": str(zaak.pk), "wijze": wijze, "dag": dag, "termijn_op": zaak.termijn_op}
    LOKETZAAK.leg_vast("wettermijn_gewijzigd", zaak, account, nu, woorden, gegevens)
