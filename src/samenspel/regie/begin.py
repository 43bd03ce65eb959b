"""Starting a traject, and what can be done in a casus before there is one."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import cast

from django.db import transaction
from django.utils.timezone import localdate

from samenspel.casus.keten import Feit
from samenspel.casus.models import Casus, Traject, WerkwijzeVersie
from samenspel.casus.services import leg_gebeurtenis_vast, vergrendel
from samenspel.casus.trajecten import bespreek_leefgebied, leg_eigen_woorden_vast, maak_traject
from samenspel.huishouden.models import Huishouden, Persoon
from samenspel.kern.stand import Geweigerd, Route, beslis
from samenspel.kern.stand.handelingen import Begin, Speler
from samenspel.kern.werkwijze.model import Toestand, Voor
from samenspel.organisatie.models import Account
from samenspel.regie.casusbreed import rond_af
from samenspel.regie.routes import route, startbare_versies
from samenspel.regie.spelers import speler_voor_begin, spelers_voor_begin


def te_beginnen(casus: Casus, account: Account, nu: datetime) -> list[WerkwijzeVersie]:
    """The versions on which kern lets this account begin a traject in this casus."""
    if casus.huishouden.samengevoegd_met_id is not None:
        return []
    wegen = {versie: route(versie.hash) for versie in startbare_versies(nu, casus.gemeente_id)}
    spelers = spelers_voor_begin(account, casus, [weg.werkwijze for weg in wegen.values()], nu)
    return [v for v, weg in wegen.items() if _mag_beginnen(weg, spelers[weg.werkwijze.werkwijze], nu)]


def _mag_beginnen(weg: Route, speler: Speler, nu: datetime) -> bool:
    try:
        beslis(weg, {}, Begin(()), speler, localdate(nu))
    except Geweigerd:
        return False
    return True


def begin_traject(
    *,
    casus: Casus,
    versie: WerkwijzeVersie,
    naam: str,
    betreft: Sequence[Persoon],
    account: Account,
    nu: datetime,
    gebeurd_op: datetime | None = None,
) -> Traject:
    """Start a traject on a version of a werkwijze. Raises Geweigerd."""
    op, weg = gebeurd_op or nu, route(versie.hash)
    if weg.werkwijze.toestand is not Toestand.STARTBAAR:
        raise Geweigerd("Van deze werkwijze is alleen de route getekend. U kunt er nog niet mee beginnen.")
    if not betreft or (weg.werkwijze.voor is Voor.PERSOON and len(betreft) != 1):
        raise Geweigerd("Kies om wie het gaat.")
    geboren = betreft[0].geboortedatum if weg.werkwijze.voor is Voor.PERSOON else None
    with transaction.atomic():
        vergrendel(casus)
        if Huishouden.objects.filter(casus=casus, samengevoegd_met__isnull=False).exists():
            raise Geweigerd("Dit huishouden gaat verder in een ander dossier. Begin het traject daar.")
        handeling = Begin(tuple(str(p.pk) for p in betreft), geboren)
        speler = speler_voor_begin(account, casus, weg.werkwijze, nu)
        (gebeurtenis,) = beslis(weg, {}, handeling, speler, localdate(op))
        traject = maak_traject(
            casus=casus,
            versie=versie,
            naam=naam,
            betreft=betreft,
            fase=str(gebeurtenis.gegevens["fase"]),
            account=account,
            op=localdate(op),
        )
        leg_gebeurtenis_vast(
            casus=casus,
            traject=traject,
            soort=gebeurtenis.soort,
            gegevens=cast("Mapping[str, Feit]", {**gebeurtenis.gegevens, "versie": versie.hash}),
            account=account,
            gebeurd_op=op,
            nu=nu,
        )
        rond_af(casus, nu)
    return traject


def leg_woorden_vast(
    *, casus: Casus, persoon: Persoon, woorden: dict[str, str], account: Account, versie: int | None, nu: datetime
) -> None:
    """A person's own words, in a casus with or without trajecten. Raises Versieconflict."""
    with transaction.atomic():
        vergrendel(casus)
        eigen, geschreven = leg_eigen_woorden_vast(
            casus=casus, persoon=persoon, woorden=woorden, account=account, versie=versie, nu=nu
        )
        leg_gebeurtenis_vast(
            casus=casus,
            soort="eigen_woorden_vastgelegd",
            gegevens={"delen": list(eigen.delen), "persoon": str(persoon.pk)},
            account=account,
            gebeurd_op=nu,
            nu=nu,
            woorden=geschreven,
        )
        rond_af(casus, nu)


def leg_leefgebied_vast(
    *,
    casus: Casus,
    leefgebied: str,
    woorden: Mapping[str, str],
    betreft: Sequence[Persoon],
    account: Account,
    nu: datetime,
) -> None:
    """A life domain was talked about, or a resident wrote about it; no words means: besproken, niets vastgelegd."""
    ingevuld = {deel: tekst for deel, tekst in woorden.items() if tekst}
    with transaction.atomic():
        vergrendel(casus)
        geschreven = bespreek_leefgebied(
            casus=casus,
            leefgebied=leefgebied,
            woorden=ingevuld,
            betreft=betreft,
            account=account,
            op=localdate(nu),
            nu=nu,
        )
        leg_gebeurtenis_vast(
            casus=casus,
            soort="leefgebied_besproken",
            gegevens={
                "leefgebied": leefgebied,
                "vastgelegd": bool(ingevuld),
                "zelf": account.persoon_id is not None,
            },
            account=account,
            gebeurd_op=nu,
            nu=nu,
            woorden=geschreven,
        )
        rond_af(casus, nu)
