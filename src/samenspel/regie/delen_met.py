"""Sharing with a partner on a recorded basis, and who helps along: the row and its line of history in one go."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localdate

from samenspel.casus.keten import Feit
from samenspel.casus.models import Casus
from samenspel.delen.models import Grondslag, Helpt
from samenspel.delen.perioden import loopt
from samenspel.huishouden.models import Persoon
from samenspel.huishouden.selectors import leden_op
from samenspel.kennis.models import Organisatie
from samenspel.kern.stand import Geweigerd
from samenspel.kern.werkwijze.model import AvgGrondslag, Gegevenssoort
from samenspel.organisatie.basis import zelfde_gemeente
from samenspel.organisatie.models import Account
from samenspel.regie.vastleggen import in_casus, leg_los_vast

__all__ = ["Delen", "beeindig_grondslag", "beeindig_hulp", "leg_grondslag_vast", "voeg_helper_toe"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Delen:
    """What is shared, about whom and on what basis: the four parts, the purpose and the period (`tot`: last day).

    With an account that looks along, or with a `partij` outside that is only given documents; `organisaties` are
    those that it stands for on the telefoonlijst.
    """

    partner: Account | None
    soorten: tuple[Gegevenssoort, ...]
    personen: tuple[Persoon, ...]
    doel: str
    avg_6: AvgGrondslag
    uitzondering_9_10: str
    geheim: str
    convenant: str
    van: date
    tot: date | None = None
    code: str = ""
    partij: str = ""
    organisaties: tuple[Organisatie, ...] = ()


def leg_grondslag_vast(*, casus: Casus, delen: Delen, account: Account, nu: datetime) -> Grondslag:
    """Record a basis to share; from its first day on the partner sees what it covers. Raises Geweigerd."""
    with in_casus(casus):
        _vereis_regie(casus, account)
        _vereis_heel(casus, delen, nu)
        grondslag = Grondslag.objects.create(
            gemeente_id=casus.gemeente_id,
            casus=casus,
            partner=delen.partner,
            partij=delen.partij,
            code=delen.code,
            avg_6=delen.avg_6.value,
            uitzondering_9_10=delen.uitzondering_9_10,
            geheim=delen.geheim,
            convenant=delen.convenant,
            doel=delen.doel,
            soorten=[s.value for s in delen.soorten],
            van=delen.van,
            tot=delen.tot,
            vastgelegd_door=account,
        )
        grondslag.personen.set(delen.personen)
        grondslag.organisaties.set(delen.organisaties)
        gegevens: dict[str, Feit] = {
            "grondslag": grondslag.pk,
            "partner": grondslag.partner_id,
            "buiten": grondslag.partner_id is None,
            "organisaties": sorted(str(o.pk) for o in delen.organisaties),
            "avg_6": delen.avg_6,
            "soorten": grondslag.soorten,
            "personen": sorted(str(p.pk) for p in delen.personen),
            "van": delen.van,
            "tot": delen.tot,
        }
        _leg_vast(casus, "grondslag_vastgelegd", gegevens, account, nu)
    return grondslag


def beeindig_grondslag(*, grondslag: Grondslag, account: Account, nu: datetime) -> None:
    """Stop sharing from this moment on; ending what has ended does nothing."""
    casus = grondslag.casus
    with in_casus(casus):
        _vereis_regie(casus, account)
        lopend = Grondslag.objects.filter(pk=grondslag.pk, beeindigd_op__isnull=True)
        if lopend.update(beeindigd_op=nu, beeindigd_door=account):
            gegevens: dict[str, Feit] = {"grondslag": grondslag.pk, "partner": grondslag.partner_id}
            _leg_vast(casus, "grondslag_beeindigd", gegevens, account, nu)


def voeg_helper_toe(
    *, casus: Casus, helper: Account, personen: Sequence[Persoon], account: Account, nu: datetime
) -> Helpt:
    """Let somebody help these people of the household, with a part of their own. Raises Geweigerd."""
    zelfde_gemeente(casus, helper)
    dag = localdate(nu)
    with in_casus(casus):
        _vereis_regie(casus, account)
        if helper.persoon_id is not None or helper.pk == casus.regisseur_id or not helper.is_active:
            raise Geweigerd("Kies een collega of partner die nog niet de contactpersoon is.")
        if Helpt.objects.filter(loopt(dag), casus=casus, account=helper).exists():
            raise Geweigerd(f"{helper.naam} helpt al mee.")
        if not _alleen_leden(casus, personen, dag):
            raise Geweigerd("Kies wie uit dit huishouden geholpen wordt.")
        helpt = Helpt.objects.create(gemeente_id=casus.gemeente_id, casus=casus, account=helper, van=dag)
        helpt.personen.set(personen)
        wie = sorted(str(p.pk) for p in personen)
        _leg_vast(casus, "helper_toegevoegd", {"wie": helper.pk, "personen": wie}, account, nu)
    return helpt


def beeindig_hulp(*, helpt: Helpt, account: Account, nu: datetime) -> None:
    """From today on somebody no longer helps along; ending what has ended does nothing."""
    casus = helpt.casus
    with in_casus(casus):
        _vereis_regie(casus, account)
        if Helpt.objects.filter(pk=helpt.pk, tot__isnull=True).update(tot=localdate(nu)):
            _leg_vast(casus, "helper_beeindigd", {"wie": helpt.account_id}, account, nu)


def _vereis_regie(casus: Casus, account: Account) -> None:
    if casus.regisseur_id != account.pk:
        raise Geweigerd("Alleen de contactpersoon van het huishouden beslist met wie er gedeeld wordt.")


def _vereis_heel(casus: Casus, delen: Delen, nu: datetime) -> None:
    """The four parts, for somebody else of this municipality, about people of this household."""
    zelfde_gemeente(casus, *delen.personen, *delen.organisaties)
    if delen.partner is not None:
        _vereis_partner(casus, delen.partner)
    elif not delen.partij.strip():
        raise Geweigerd("Kies met wie u deelt.")
    if not all(tekst.strip() for tekst in (delen.uitzondering_9_10, delen.geheim, delen.convenant, delen.doel)):
        raise Geweigerd("Delen kan pas als het doel en alle vier de delen van de grondslag zijn ingevuld.")
    if not delen.soorten or not _alleen_leden(casus, delen.personen, localdate(nu)):
        raise Geweigerd("Kies wat u deelt, en over wie uit dit huishouden.")
    if delen.tot is not None and delen.tot < delen.van:
        raise Geweigerd("De laatste dag ligt voor de eerste dag.")


def _vereis_partner(casus: Casus, partner: Account) -> None:
    zelfde_gemeente(casus, partner)
    if partner.persoon_id is not None or partner.pk == casus.regisseur_id or not partner.is_active:
        raise Geweigerd("Kies een collega of partner die nog niet de contactpersoon is.")


def _alleen_leden(casus: Casus, personen: Sequence[Persoon], dag: date) -> bool:
    leden = _ids(leden_op(casus.huishouden, dag))
    return bool(personen) and _ids(personen) <= leden


def _ids(personen: Iterable[Persoon]) -> set[object]:
    return {p.pk for p in personen}


def _leg_vast(casus: Casus, soort: str, gegevens: dict[str, Feit], account: Account, nu: datetime) -> None:
    leg_los_vast(casus=casus, soort=soort, gegevens=gegevens, account=account, nu=nu, woorden=None)
