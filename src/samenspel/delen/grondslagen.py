"""Recording and ending on what basis a partner may look; without all four parts nothing is shared."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from samenspel.casus.models import Casus
from samenspel.casus.services import leg_gebeurtenis_vast
from samenspel.delen.models import Grondslag
from samenspel.huishouden.models import Persoon
from samenspel.kern.delen.grondslag import Delen, fouten_in
from samenspel.organisatie.basis import zelfde_gemeente
from samenspel.organisatie.models import Account

__all__ = ["AlBeeindigd", "Delen", "OnvolledigeGrondslag", "beeindig_grondslag", "leg_grondslag_vast"]


class OnvolledigeGrondslag(ValueError):
    """The grondslag can't be recorded. `fouten` tells per field what to mend, in Dutch."""

    def __init__(self, fouten: Mapping[str, str]) -> None:
        super().__init__(" ".join(fouten.values()))
        self.fouten = fouten


class AlBeeindigd(ValueError):
    """The grondslag was ended before; the first end stands."""

    def __init__(self) -> None:
        super().__init__("Dit delen is al beëindigd. De partner ziet niets meer.")


def leg_grondslag_vast(*, casus: Casus, partner: Account, delen: Delen, account: Account, nu: datetime) -> Grondslag:
    """Let a partner look into what `delen` covers; raises OnvolledigeGrondslag when a part is missing or wrong."""
    zelfde_gemeente(casus, partner, account)
    fouten = dict(fouten_in(delen)) | _over_partner(partner, casus)
    personen = _personen(casus, delen)
    if len(personen) < len(set(delen.personen)):
        fouten["personen"] = "Kies alleen mensen uit dit huishouden."
    if fouten:
        raise OnvolledigeGrondslag(fouten)
    with transaction.atomic():
        grondslag = _bewaar(casus, partner, delen, account)
        grondslag.personen.set(personen)
        _leg_lijn_vast(grondslag, delen, account, nu)
    return grondslag


def beeindig_grondslag(*, grondslag: Grondslag, account: Account, nu: datetime) -> None:
    """Stop sharing at once; raises AlBeeindigd the second time."""
    zelfde_gemeente(grondslag, account)
    with transaction.atomic():
        lopend = Grondslag.objects.filter(pk=grondslag.pk, beeindigd_op__isnull=True)
        # One statement compares and sets: of two who end it, the second matches no row.
        if not lopend.update(beeindigd_op=nu, beeindigd_door=account):
            raise AlBeeindigd
        leg_gebeurtenis_vast(
            casus=grondslag.casus,
            soort="grondslag_beeindigd",
            gegevens={"grondslag": grondslag.pk},
            account=account,
            gebeurd_op=nu,
            nu=nu,
        )
    grondslag.refresh_from_db()


def _over_partner(partner: Account, casus: Casus) -> dict[str, str]:
    if partner.persoon_id is not None or not partner.is_active:
        return {"partner": "Kies een professional die met Samenspel werkt."}
    if partner.pk == casus.regisseur_id:
        return {"partner": "De regisseur ziet het dossier al. Kies de partner met wie u deelt."}
    return {}


def _personen(casus: Casus, delen: Delen) -> list[Persoon]:
    """Those of the people named who belong or belonged to the household."""
    leden = Persoon.objects.filter(pk__in=delen.personen, lidmaatschap__huishouden=casus.huishouden_id)
    return list(leden.distinct())


def _bewaar(casus: Casus, partner: Account, delen: Delen, account: Account) -> Grondslag:
    return Grondslag.objects.create(
        gemeente_id=casus.gemeente_id,
        casus=casus,
        partner=partner,
        code=delen.code,
        avg_6=delen.avg_6,
        uitzondering_9_10=delen.uitzondering_9_10.strip(),
        geheim=delen.geheim.strip(),
        convenant=delen.convenant.strip(),
        doel=delen.doel.strip(),
        soorten=sorted(set(delen.soorten)),
        van=delen.van,
        tot=delen.tot,
        vastgelegd_door=account,
    )


def _leg_lijn_vast(grondslag: Grondslag, delen: Delen, account: Account, nu: datetime) -> None:
    leg_gebeurtenis_vast(
        casus=grondslag.casus,
        soort="grondslag_vastgelegd",
        gegevens={
            "grondslag": grondslag.pk,
            "partner": grondslag.partner_id,
            "avg_6": grondslag.avg_6,
            "soorten": grondslag.soorten,
            "personen": sorted(set(delen.personen)),
            "van": grondslag.van,
            "tot": grondslag.tot,
        },
        account=account,
        gebeurd_op=nu,
        nu=nu,
    )
