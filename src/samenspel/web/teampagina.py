"""Mijn team: per worker how much they carry, in counts; who is away, and who stands in."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from samenspel.casus.models import Casus, Traject
from samenspel.casus.selectors import zonder_lopend_traject
from samenspel.kern.werkwijze.basis import Basisfase
from samenspel.kern.werkwijze.catalogus import regierollen
from samenspel.organisatie.models import Account, Afwezigheid, Team
from samenspel.organisatie.selectors import nog_afwezig
from samenspel.regie.routes import route
from samenspel.web.tekst import dag_kort, fase_naam

__all__ = ["Last", "Werker", "team_van"]


@dataclass(slots=True)
class Last:
    """What somebody carries: counts only. `casussen` of which they hold the regie, with or without a traject."""

    casussen: int = 0
    plekken: Counter[str] = field(default_factory=Counter)
    wacht: int = 0
    te_laat: int = 0
    spoed: int = 0
    normen: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Werker:
    """One line of the list."""

    account: Account
    last: Last
    afwezig: Afwezigheid | None
    afwezig_tekst: str

    @property
    def plekken(self) -> list[tuple[str, int]]:
        """Where the trajecten are, most first."""
        return self.last.plekken.most_common()


def team_van(team: Team, vandaag: date) -> list[Werker]:
    """Everybody of the team, by name; in a fixed number of queries."""
    accounts = list(Account.objects.filter(team=team, persoon__isnull=True, is_active=True).order_by("naam"))
    lasten = _lasten(accounts, vandaag)
    weg: dict[UUID, Afwezigheid] = {}
    rijen = Afwezigheid.objects.filter(nog_afwezig(vandaag), account__in=accounts).select_related("vervanger")
    for rij in rijen.order_by("-van"):
        weg[rij.account_id] = rij
    return [Werker(a, lasten[a.pk], weg.get(a.pk), afwezig_tekst(weg.get(a.pk), vandaag)) for a in accounts]


def afwezig_tekst(afwezig: Afwezigheid | None, vandaag: date) -> str:
    """From when to when, as people say it."""
    if afwezig is None:
        return ""
    begin = "nu afwezig" if afwezig.van <= vandaag else f"afwezig vanaf {dag_kort(afwezig.van, vandaag)}"
    einde = f", terug op {dag_kort(afwezig.tot, vandaag)}" if afwezig.tot is not None else ""
    return f"{begin}{einde}; {afwezig.vervanger.naam} vervangt"


def _lasten(accounts: Sequence[Account], vandaag: date) -> defaultdict[UUID, Last]:
    lasten: defaultdict[UUID, Last] = defaultdict(Last)
    met_traject: dict[UUID, set[UUID]] = defaultdict(set)
    for traject in _lopend(accounts):
        regisseur = traject.casus.regisseur_id
        last, weg = lasten[regisseur], route(traject.versie.hash)
        rollen = regierollen(weg.werkwijze)
        met_traject[regisseur].add(traject.casus_id)
        last.plekken[fase_naam(weg, traject.fase)] += 1
        in_rust = traject.fase == Basisfase.WAAKVLAM.value
        last.wacht += not in_rust and bool(set(traject.wacht_op) & set(rollen))
        last.te_laat += traject.eerste_termijn is not None and traject.eerste_termijn < vandaag
        last.spoed += bool(traject.overgeslagen)
        last.normen |= {
            f"{r.caseload.van} tot {r.caseload.tot} per volledige baan"
            for r in weg.werkwijze.rollen
            if r.rol in rollen and r.caseload is not None
        }
    for regisseur, casussen in met_traject.items():
        lasten[regisseur].casussen = len(casussen)
    zonder = zonder_lopend_traject(Casus.objects.filter(regisseur__in=accounts))
    for regisseur in zonder.values_list("regisseur", flat=True):
        lasten[regisseur].casussen += 1
    return lasten


def _lopend(accounts: Iterable[Account]) -> Iterable[Traject]:
    rijen = Traject.objects.filter(casus__regisseur__in=list(accounts), open=True)
    return rijen.select_related("casus", "versie").defer("versie__tekst")
