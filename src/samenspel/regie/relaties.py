"""Relations between people of a household and who acts for them: rows and history in one transaction."""

from datetime import datetime

from samenspel.casus.models import Casus
from samenspel.huishouden import relaties
from samenspel.huishouden.models import Persoon, Relatie, Vertegenwoordiger
from samenspel.huishouden.relaties import Band, Vertegenwoordiging
from samenspel.organisatie.models import Account
from samenspel.regie.vastleggen import in_casus, leg_los_vast

__all__ = ["leg_relatie_vast", "leg_vertegenwoordiger_vast", "wijzig_relatie", "wijzig_vertegenwoordiger"]


def leg_relatie_vast(
    *, casus: Casus, persoon: Persoon, ander: Persoon, band: Band, account: Account, nu: datetime
) -> Relatie:
    """`persoon` is this to `ander`."""
    with in_casus(casus):
        relatie = relaties.leg_relatie_vast(persoon=persoon, ander=ander, band=band)
        _leg_relatie_vast("relatie_vastgelegd", casus, relatie, account, nu)
    return relatie


def wijzig_relatie(
    *, casus: Casus, relatie: Relatie, band: Band, versie: int, account: Account, nu: datetime
) -> Relatie:
    """Change or end a relation; raises Versieconflict when somebody was first."""
    with in_casus(casus):
        gewijzigd = relaties.wijzig_relatie(relatie=relatie, band=band, versie=versie)
        _leg_relatie_vast("relatie_gewijzigd", casus, gewijzigd, account, nu)
    return gewijzigd


def leg_vertegenwoordiger_vast(
    *, casus: Casus, persoon: Persoon, wie: Vertegenwoordiging, account: Account, nu: datetime
) -> Vertegenwoordiger:
    """Somebody acts for this person."""
    with in_casus(casus):
        vertegenwoordiger = relaties.leg_vertegenwoordiger_vast(persoon=persoon, wie=wie)
        _leg_vertegenwoordiger_vast("vertegenwoordiger_vastgelegd", casus, vertegenwoordiger, account, nu)
    return vertegenwoordiger


def wijzig_vertegenwoordiger(
    *,
    casus: Casus,
    vertegenwoordiger: Vertegenwoordiger,
    wie: Vertegenwoordiging,
    versie: int,
    account: Account,
    nu: datetime,
) -> Vertegenwoordiger:
    """Change or end it; raises Versieconflict when somebody was first."""
    with in_casus(casus):
        gewijzigd = relaties.wijzig_vertegenwoordiger(vertegenwoordiger=vertegenwoordiger, wie=wie, versie=versie)
        _leg_vertegenwoordiger_vast("vertegenwoordiger_gewijzigd", casus, gewijzigd, account, nu)
    return gewijzigd


def _leg_relatie_vast(soort: str, casus: Casus, relatie: Relatie, account: Account, nu: datetime) -> None:
    leg_los_vast(
        casus=casus,
        soort=soort,
        gegevens={
            "relatie": relatie.pk,
            "persoon": relatie.persoon_id,
            "ander": relatie.ander_id,
            "soort": relatie.soort,
            "van": relatie.van,
            "tot": relatie.tot,
        },
        account=account,
        nu=nu,
        woorden=None,
    )


def _leg_vertegenwoordiger_vast(
    soort: str, casus: Casus, vertegenwoordiger: Vertegenwoordiger, account: Account, nu: datetime
) -> None:
    leg_los_vast(
        casus=casus,
        soort=soort,
        gegevens={
            "vertegenwoordiger": vertegenwoordiger.pk,
            "persoon": vertegenwoordiger.persoon_id,
            "soort": vertegenwoordiger.soort,
            "van": vertegenwoordiger.van,
            "tot": vertegenwoordiger.tot,
        },
        account=account,
        nu=nu,
        woorden=None,
    )
