"""Help that runs or ran, and what was asked at a counter: written by the regisseur, each with a line of history."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from samenspel.casus.models import Casus
from samenspel.delen.models import Woorden
from samenspel.huishouden.models import Persoon
from samenspel.hulp import services
from samenspel.hulp.models import Hulp, Loketzaak, Termijnwijziging
from samenspel.hulp.selectors import termijn_van
from samenspel.hulp.services import Hulpgegevens, Zaakgegevens
from samenspel.kern.stand import Geweigerd
from samenspel.kern.wet.dwangsom import mag_in_gebreke
from samenspel.organisatie.models import Account
from samenspel.regie.spelers import voert_regie
from samenspel.regie.vastleggen import in_casus, leg_los_vast

__all__ = [
    "besluit_loketzaak",
    "hervat_termijn",
    "schort_op",
    "stel_in_gebreke",
    "verleng_termijn",
    "voeg_hulp_toe",
    "voeg_loketzaak_toe",
    "wijzig_hulp",
    "wijzig_loketzaak",
]


def voeg_hulp_toe(
    *,
    casus: Casus,
    gegevens: Hulpgegevens,
    woorden: Mapping[str, str],
    betreft: Iterable[Persoon],
    account: Account,
    nu: datetime,
) -> Hulp:
    """Help that runs, or that there was. Raises Geweigerd."""
    with in_casus(casus):
        _vereis(casus, account, nu)
        hulp, geschreven = services.maak_hulp(
            casus=casus, gegevens=gegevens, woorden=woorden, betreft=betreft, account=account, nu=nu
        )
        _leg_hulp_vast("hulp_toegevoegd", casus, hulp, account, nu, geschreven)
    return hulp


def wijzig_hulp(
    *,
    hulp: Hulp,
    gegevens: Hulpgegevens,
    woorden: Mapping[str, str],
    betreft: Iterable[Persoon] | None,
    account: Account,
    versie: int,
    nu: datetime,
) -> None:
    """What is known of it now, also that it stopped and why. Raises Geweigerd or Versieconflict."""
    casus, liep = hulp.item.casus, hulp.status == "loopt"
    with in_casus(casus):
        _vereis(casus, account, nu)
        geschreven = services.wijzig_hulp(
            hulp=hulp, gegevens=gegevens, woorden=woorden, betreft=betreft, account=account, versie=versie, nu=nu
        )
        if liep and hulp.status != "loopt":
            _leg_hulp_vast("hulp_gestopt", casus, hulp, account, nu, geschreven)
        else:
            _leg_hulp_vast("hulp_gewijzigd", casus, hulp, account, nu, geschreven)


def voeg_loketzaak_toe(
    *,
    casus: Casus,
    gegevens: Zaakgegevens,
    woorden: Mapping[str, str],
    betreft: Iterable[Persoon],
    account: Account,
    nu: datetime,
) -> Loketzaak:
    """A melding, aanvraag or bezwaar at a counter. Raises Geweigerd."""
    with in_casus(casus):
        _vereis(casus, account, nu)
        zaak, geschreven = services.maak_loketzaak(
            casus=casus, gegevens=gegevens, woorden=woorden, betreft=betreft, account=account, nu=nu
        )
        _leg_zaak_vast("loketzaak_begonnen", zaak, casus, account, nu, geschreven)
    return zaak


def wijzig_loketzaak(
    *,
    zaak: Loketzaak,
    gegevens: Zaakgegevens,
    woorden: Mapping[str, str],
    betreft: Iterable[Persoon],
    account: Account,
    versie: int,
    nu: datetime,
) -> None:
    """What is known of it now. Raises Geweigerd or Versieconflict."""
    casus = zaak.item.casus
    with in_casus(casus):
        _vereis(casus, account, nu)
        geschreven = services.wijzig_loketzaak(
            zaak=zaak, gegevens=gegevens, woorden=woorden, betreft=betreft, account=account, versie=versie, nu=nu
        )
        _leg_zaak_vast("loketzaak_gewijzigd", zaak, casus, account, nu, geschreven)


def schort_op(*, zaak: Loketzaak, van: date, reden: str, account: Account, versie: int, nu: datetime) -> None:
    """The term stands still. Raises Geweigerd or Versieconflict."""
    with in_casus(zaak.item.casus):
        _vereis_lopend(zaak, account, nu)
        if _staat_stil(zaak) is not None:
            raise Geweigerd("De termijn staat al stil.")
        if van < zaak.ingediend_op:
            raise Geweigerd("De termijn kan pas stilstaan nadat hij begon.")
        geschreven = services.schort_op(zaak=zaak, van=van, reden=reden, account=account, versie=versie, nu=nu)
        _noteer_termijn(zaak, "opgeschort", van, account, nu, geschreven)


def hervat_termijn(*, zaak: Loketzaak, tot: date, reden: str, account: Account, versie: int, nu: datetime) -> None:
    """The term that stood still runs on. Raises Geweigerd or Versieconflict."""
    with in_casus(zaak.item.casus):
        _vereis_lopend(zaak, account, nu)
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
    with in_casus(zaak.item.casus):
        _vereis_lopend(zaak, account, nu)
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
    with in_casus(zaak.item.casus):
        _vereis_lopend(zaak, account, nu)
        zaak.refresh_from_db(fields=["in_gebreke_op"])
        if zaak.in_gebreke_op is not None:
            raise Geweigerd("Er is al een ingebrekestelling vastgelegd. De eerste telt.")
        termijn = termijn_van(zaak, Termijnwijziging.objects.filter(loketzaak=zaak))
        if not mag_in_gebreke(termijn, op.toordinal()):
            raise Geweigerd(
                "Op die dag was de termijn om te beslissen nog niet voorbij. Een ingebrekestelling telt pas daarna."
            )
        geschreven = services.stel_in_gebreke(zaak=zaak, op=op, account=account, versie=versie, nu=nu)
        leg_los_vast(
            casus=zaak.item.casus,
            soort="in_gebreke_gesteld",
            gegevens={"loketzaak": str(zaak.pk), "op": op},
            account=account,
            nu=nu,
            woorden=geschreven,
        )


def besluit_loketzaak(
    *, zaak: Loketzaak, uitkomst: str, op: date, tekst: str, account: Account, versie: int, nu: datetime
) -> None:
    """What was decided, on the day on which it was made known. Raises Geweigerd or Versieconflict."""
    casus = zaak.item.casus
    with in_casus(casus):
        _vereis(casus, account, nu)
        if op < zaak.ingediend_op:
            raise Geweigerd("Het besluit kan niet van voor de dag zijn waarop het is gevraagd.")
        geschreven = services.besluit_loketzaak(
            zaak=zaak, uitkomst=uitkomst, op=op, tekst=tekst, account=account, versie=versie, nu=nu
        )
        leg_los_vast(
            casus=casus,
            soort="loketzaak_besloten",
            gegevens={"loketzaak": str(zaak.pk), "uitkomst": uitkomst, "besloten_op": op},
            account=account,
            nu=nu,
            woorden=geschreven,
        )


def _vereis(casus: Casus, account: Account, nu: datetime) -> None:
    if not voert_regie(account, casus, nu):
        raise Geweigerd("Hulp en zaken bij een loket schrijft alleen de contactpersoon van het huishouden op.")


def _vereis_lopend(zaak: Loketzaak, account: Account, nu: datetime) -> None:
    _vereis(zaak.item.casus, account, nu)
    if zaak.besloten_op is not None:
        raise Geweigerd("Er is al besloten. De termijn loopt niet meer.")


def _staat_stil(zaak: Loketzaak) -> Termijnwijziging | None:
    return Termijnwijziging.objects.filter(loketzaak=zaak, tot__isnull=True, nieuw_einde__isnull=True).first()


def _leg_hulp_vast(soort: str, casus: Casus, hulp: Hulp, account: Account, nu: datetime, woorden: Woorden) -> None:
    leg_los_vast(
        casus=casus,
        soort=soort,
        gegevens={"hulp": str(hulp.pk), "status": hulp.status, "sinds": hulp.sinds, "tot": hulp.tot},
        account=account,
        nu=nu,
        woorden=woorden,
    )


def _leg_zaak_vast(soort: str, zaak: Loketzaak, casus: Casus, account: Account, nu: datetime, woorden: Woorden) -> None:
    leg_los_vast(
        casus=casus,
        soort=soort,
        gegevens={
            "loketzaak": str(zaak.pk),
            "zaaksoort": zaak.soort,
            "wet": zaak.wet,
            "ingediend_op": zaak.ingediend_op,
            "termijn_op": zaak.termijn_op,
        },
        account=account,
        nu=nu,
        woorden=woorden,
    )


def _noteer_termijn(zaak: Loketzaak, wijze: str, dag: date, account: Account, nu: datetime, woorden: Woorden) -> None:
    leg_los_vast(
        casus=zaak.item.casus,
        soort="wettermijn_gewijzigd",
        gegevens={"loketzaak": str(zaak.pk), "wijze": wijze, "dag": dag, "termijn_op": zaak.termijn_op},
        account=account,
        nu=nu,
        woorden=woorden,
    )
