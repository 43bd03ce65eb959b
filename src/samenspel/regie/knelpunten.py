"""Where it is stuck: recording it, changing it, and saying that it is solved. The regisseur does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.utils.timezone import localdate

from samenspel.casus.keten import Feit
from samenspel.casus.models import Casus, Traject
from samenspel.delen.services import laatste_woorden, maak_item, schrijf_woorden
from samenspel.doorbraak.models import Knelpunt
from samenspel.huishouden.models import Persoon
from samenspel.kennis.models import Organisatie
from samenspel.kern.afwegen.knelpunt import Knelpuntniveau, Oorzaaksoort
from samenspel.kern.stand import Geweigerd
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.kern.wet.wetten import WETTEN
from samenspel.organisatie.basis import zelfde_gemeente
from samenspel.organisatie.models import Account
from samenspel.regie.spelers import voert_regie
from samenspel.regie.vastleggen import in_casus, leg_los_vast
from samenspel.regie.wetten import eigen_wetten

__all__ = ["Knelpuntinvoer", "leg_knelpunt_vast", "wijzig_knelpunt"]


@dataclass(frozen=True, slots=True)
class Knelpuntinvoer:
    """What is said of a knelpunt: its words, level, kind of cause, laws and organisations, and whether it is solved."""

    woorden: Mapping[str, str]
    niveau: Knelpuntniveau
    oorzaaksoort: Oorzaaksoort | None = None
    wetten: Sequence[str] = ()
    organisaties: Sequence[Organisatie] = field(default=())
    opgelost: bool = False


def leg_knelpunt_vast(
    *,
    casus: Casus,
    invoer: Knelpuntinvoer,
    betreft: Sequence[Persoon],
    traject: Traject | None,
    account: Account,
    nu: datetime,
) -> Knelpunt:
    """Record where it is stuck, for whom, and in which traject if in one. Raises Geweigerd."""
    with in_casus(casus):
        _vereis(casus, invoer, account, nu)
        item = maak_item(
            casus=casus,
            traject=traject,
            soort=Gegevenssoort.KNELPUNTEN,
            eigenaar=account,
            betreft=betreft,
            woorden=_gevuld(invoer),
            nu=nu,
        )
        knelpunt = Knelpunt(gemeente_id=casus.gemeente_id, item=item, traject=traject)
        _zet(knelpunt, invoer, nu)
        leg_los_vast(
            casus=casus,
            traject=traject,
            soort="knelpunt_vastgelegd",
            gegevens={
                "knelpunt": item.pk,
                **_gekozen(invoer),
            },
            account=account,
            nu=nu,
            woorden=laatste_woorden(item),
        )
    return knelpunt


def wijzig_knelpunt(*, knelpunt: Knelpunt, invoer: Knelpuntinvoer, account: Account, versie: int, nu: datetime) -> None:
    """Say it better, or that it is solved or back. Raises Geweigerd or Versieconflict."""
    casus = knelpunt.item.casus
    with in_casus(casus):
        _vereis(casus, invoer, account, nu, knelpunt.wetten)
        woorden = schrijf_woorden(item=knelpunt.item, inhoud=_gevuld(invoer), auteur=account, versie=versie, nu=nu)
        _zet(knelpunt, invoer, nu)
        leg_los_vast(
            casus=casus,
            traject=knelpunt.traject,
            soort="knelpunt_gewijzigd",
            gegevens={
                "knelpunt": knelpunt.pk,
                **_gekozen(invoer),
                "opgelost": invoer.opgelost,
            },
            account=account,
            nu=nu,
            woorden=woorden,
        )


def _vereis(casus: Casus, invoer: Knelpuntinvoer, account: Account, nu: datetime, staat: Sequence[str] = ()) -> None:
    if not voert_regie(account, casus, nu):
        raise Geweigerd("Een knelpunt vastleggen kan alleen de contactpersoon van het huishouden.")
    if not invoer.woorden.get("wat"):
        raise Geweigerd("Schrijf op waar het vastloopt.")
    if not set(invoer.wetten) <= {*WETTEN, *eigen_wetten(casus, *staat)}:
        raise Geweigerd("Kies wetten uit de lijst, of schrijf de wet zelf op.")
    zelfde_gemeente(casus, *invoer.organisaties)


def _zet(knelpunt: Knelpunt, invoer: Knelpuntinvoer, nu: datetime) -> None:
    knelpunt.niveau, knelpunt.wetten = invoer.niveau.value, list(invoer.wetten)
    knelpunt.oorzaaksoort = invoer.oorzaaksoort or ""
    knelpunt.opgelost_op = (knelpunt.opgelost_op or localdate(nu)) if invoer.opgelost else None
    knelpunt.save()
    knelpunt.organisaties.set(invoer.organisaties)


def _gekozen(invoer: Knelpuntinvoer) -> dict[str, Feit]:
    """What was chosen from lists, for the history."""
    return {
        "niveau": invoer.niveau,
        "oorzaaksoort": invoer.oorzaaksoort or "",
        "wetten": list(invoer.wetten),
        "organisaties": sorted(str(o.pk) for o in invoer.organisaties),
    }


def _gevuld(invoer: Knelpuntinvoer) -> dict[str, str]:
    return {sleutel: tekst for sleutel, tekst in invoer.woorden.items() if tekst}
