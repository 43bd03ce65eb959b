"""Looking up before making: which households there are, of which the seeker may see more than that, and the note."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.timezone import localdate

from samenspel.casus.models import Casus
from samenspel.casus.services import casusnummer
from samenspel.delen.kijker import kijker_van
from samenspel.delen.services import leg_inzage_in_elk_vast, leg_inzage_vast
from samenspel.delen.zicht import Persoonszicht, persoonszicht
from samenspel.huishouden.models import Huishouden, Persoon
from samenspel.huishouden.selectors import leden_op, zoek
from samenspel.huishouden.zoekvraag import Zoekvraag, lees_zoekvraag
from samenspel.kern.delen import Kijker, Regie, alleen_in, geldt, opent_dossier
from samenspel.organisatie.models import Account

__all__ = ["Treffer", "zoek_huishoudens"]


@dataclass(frozen=True, slots=True, repr=False)
class Treffer:
    """A household that was found. `leden`, with what may be seen of each, only where the seeker holds a right."""

    huishouden: Huishouden
    casus: Casus | None
    eigen: bool
    leden: tuple[tuple[Persoon, Persoonszicht], ...] = ()


def zoek_huishoudens(*, account: Account, tekst: str, nu: datetime) -> list[Treffer]:
    """What was found for this account, the best first, noted as a look; of a household of others only that it's there.

    What was looked for is kept nowhere.
    """
    kijker, dag = kijker_van(account=account, casus=None, nu=nu), localdate(nu)
    vraag = lees_zoekvraag(tekst, dag)
    huishoudens = _op_nummer(account, vraag) or zoek(
        gemeente=account.gemeente, vraag=vraag, adressen_in=_eigen_geheime(kijker)
    )
    zichtbaar = {recht.casus for recht in kijker.rechten if geldt(recht, dag) and opent_dossier(recht)}
    per_huishouden = _casussen(huishoudens)
    huishoudens = _zonder_dubbelen(huishoudens, per_huishouden, zichtbaar)
    treffers = []
    for huishouden in huishoudens:
        casus = per_huishouden.get(huishouden.pk)
        if casus is None or str(casus.pk) not in zichtbaar:
            treffers.append(Treffer(huishouden, casus, eigen=False))
            continue
        leden = leden_op(huishouden, dag)
        zicht = persoonszicht(alleen_in(kijker, {str(casus.pk)}), casus, leden, nu)
        treffers.append(Treffer(huishouden, casus, True, tuple((p, zicht[p.pk]) for p in leden)))
    _noteer(account, treffers, nu)
    return treffers


def _casussen(huishoudens: list[Huishouden]) -> dict[UUID, Casus]:
    ook = [h.samengevoegd_met_id for h in huishoudens if h.samengevoegd_met_id is not None]
    casussen = Casus.objects.filter(huishouden__in=[*(h.pk for h in huishoudens), *ook])
    casussen = casussen.select_related("regisseur__team", "huishouden__wijk")
    return {c.huishouden_id: c for c in casussen.order_by("geopend_op")}


def _zonder_dubbelen(
    huishoudens: list[Huishouden], casussen: dict[UUID, Casus], zichtbaar: set[str]
) -> list[Huishouden]:
    """Of a household that was made twice the one that stays, unless the seeker may only see the other."""
    over: dict[UUID, Huishouden] = {}
    for huishouden in huishoudens:
        blijft = huishouden.samengevoegd_met or huishouden
        eigen, ander = casussen.get(huishouden.pk), casussen.get(blijft.pk)
        alleen_dit = eigen is not None and str(eigen.pk) in zichtbaar
        if ander is not None and str(ander.pk) not in zichtbaar and alleen_dit:
            blijft = huishouden
        over.setdefault(blijft.pk, blijft)
    return list(over.values())


def _op_nummer(account: Account, vraag: Zoekvraag) -> list[Huishouden]:
    if vraag.nummer is None:
        return []
    jaar, volgnummer = vraag.nummer
    rijen = Casus.objects.filter(gemeente_id=account.gemeente_id)
    if jaar is None:
        rijen = rijen.filter(nummer__endswith=casusnummer(0, volgnummer)[1:]).order_by("-nummer")
    else:
        rijen = rijen.filter(nummer=casusnummer(jaar, volgnummer))
    return [casus.huishouden for casus in rijen.select_related("huishouden__samengevoegd_met")]


def _eigen_geheime(kijker: Kijker) -> set[UUID]:
    """Households with a secret address of which this is the regisseur, who alone may find them by it."""
    regie = [recht.casus for recht in kijker.rechten if isinstance(recht, Regie)]
    casussen = Casus.objects.filter(
        pk__in=regie, huishouden__lidmaatschap__tot__isnull=True, huishouden__lidmaatschap__persoon__adres_geheim=True
    )
    return set(casussen.values_list("huishouden_id", flat=True))


def _noteer(account: Account, treffers: list[Treffer], nu: datetime) -> None:
    """One row for the list, and one in each dossier of others of which it told that it's there."""
    ids = [t.huishouden.pk for t in treffers]
    leg_inzage_vast(account=account, wat="zoeken", ids=ids, reden="zoeken", nu=nu)
    van_anderen = [t.casus for t in treffers if t.casus is not None and not t.eigen]
    leg_inzage_in_elk_vast(account=account, casussen=van_anderen, wat="zoeken", reden="zoeken", nu=nu)
