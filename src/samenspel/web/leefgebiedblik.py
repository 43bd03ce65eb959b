"""The brede uitvraag as a look lets it through: per life domain what was said, and what is still to be talked about."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.utils.timezone import localdate

from samenspel.casus.models import Leefgebiedgesprek
from samenspel.huishouden.models import Persoon
from samenspel.kern.delen import Zicht
from samenspel.regie.nacontrole import Nacontrole, nacontrole_van
from samenspel.regie.routes import route, route_van, startbare_versies
from samenspel.web.blik import Blik
from samenspel.web.forms.velden import leesbaar
from samenspel.web.stem import WOORDVRAGEN
from samenspel.web.tekst import dag_kort

VRAGEN = (*WOORDVRAGEN, ("tekst", "Opgeschreven"))
"""What the parts of a talk are called; `tekst` stands in talks from before the three questions."""


@dataclass(frozen=True, slots=True)
class Gezegd:
    """One talk about a domain: what was said (nothing: on purpose), about whom, and who wrote it down when."""

    item: UUID
    woorden: list[dict[str, str]]
    over: str
    door: str
    zelf: bool
    wanneer: str


@dataclass(frozen=True, slots=True)
class Gebied:
    """A life domain with its talks, the newest first."""

    code: str
    naam: str
    gezegd: list[Gezegd] = field(default_factory=list)
    na_overdracht: str = ""
    te_controleren: bool = False

    @property
    def woorden(self) -> list[Gezegd]:
        """The talks of which something was written down."""
        return [g for g in self.gezegd if g.woorden]


@dataclass(frozen=True, slots=True)
class Uitvraag:
    """All domains of the werkwijzen that run here, and `eerder`: of those that ran before what was said."""

    gebieden: list[Gebied]
    eerder: list[Gebied]

    @property
    def besproken(self) -> int:
        """How many of the domains were talked about."""
        return sum(1 for g in self.gebieden if g.gezegd)

    @property
    def nog(self) -> list[Gebied]:
        """The domains that weren't talked about yet."""
        return [g for g in self.gebieden if not g.gezegd]

    @property
    def te_controleren(self) -> list[Gebied]:
        """The domains that who took over still checks with the resident."""
        return [g for g in (*self.gebieden, *self.eerder) if g.te_controleren]

    @property
    def items(self) -> list[UUID]:
        """Every talk that is shown."""
        return [g.item for gebied in (*self.gebieden, *self.eerder) for g in gebied.gezegd]

    def gebied(self, code: str) -> Gebied | None:
        """The domain with this code, if it is one of those to talk about."""
        return next((g for g in self.gebieden if g.code == code), None)


def uitvraag(blik: Blik) -> Uitvraag:
    """The domains with the talks that this person may read; of others not even that they were."""
    gezegd, stand = _gezegd(blik), nacontrole_van(blik.casus) if blik.regie else None
    gebieden = [_gebied(blik, code, naam, gezegd.pop(code, []), stand) for code, naam in _namen(blik).items()]
    return Uitvraag(gebieden, [_gebied(blik, code, leesbaar(code), talks, stand) for code, talks in gezegd.items()])


def _gebied(blik: Blik, code: str, naam: str, talks: list[Gezegd], stand: Nacontrole | None) -> Gebied:
    """With whether it was checked after the last handover, and by whom."""
    if stand is None or code not in stand.eerder:
        return Gebied(code, naam, talks)
    if code in stand.open:
        return Gebied(code, naam, talks, "Nog te controleren bij de inwoner, na de overdracht.", te_controleren=True)
    controle = stand.gezet.get(code)
    if controle is None or not controle.gecontroleerd:
        return Gebied(code, naam, talks)
    door = "u" if controle.door_id == blik.account.pk else controle.door.naam
    return Gebied(
        code, naam, talks, f"Gecontroleerd bij de inwoner door {door}, {dag_kort(localdate(controle.op), blik.dag)}."
    )


def _namen(blik: Blik) -> dict[str, str]:
    """The domains of the werkwijzen that run here, or of the first that could be begun: not two lists at once."""
    werkwijzen = [route_van(t).werkwijze for t in blik.trajecten if t.open and blik.in_traject(t.pk)]
    if not werkwijzen:
        te_beginnen = (route(v.hash).werkwijze for v in startbare_versies(blik.nu, blik.casus.gemeente_id))
        werkwijzen = [w for w in te_beginnen if w.leefgebieden][:1]
    return {g.leefgebied: g.naam for werkwijze in werkwijzen for g in werkwijze.leefgebieden}


def _gezegd(blik: Blik) -> dict[str, list[Gezegd]]:
    rijen = Leefgebiedgesprek.objects.filter(item__ingetrokken_op__isnull=True)
    rijen = rijen.select_related("item__eigenaar")
    gesprekken = blik.leesbare(rijen.order_by("-op", "-item__gemaakt_op"))
    woorden = blik.woorden([r.pk for r in gesprekken])
    per_gebied: dict[str, list[Gezegd]] = {}
    for rij in gesprekken:
        tekst, eigenaar = woorden.get(rij.pk, {}), rij.item.eigenaar
        per_gebied.setdefault(rij.leefgebied, []).append(
            Gezegd(
                item=rij.pk,
                woorden=[{"deel": s, "vraag": v, "tekst": tekst[s], "van": ""} for s, v in VRAGEN if tekst.get(s)],
                over=_over(blik, blik.betreft(rij.pk)),
                door="u" if eigenaar.pk == blik.account.pk else blik.naam_van(eigenaar),
                zelf=eigenaar.persoon_id is not None,
                wanneer=dag_kort(localdate(rij.item.gemaakt_op), blik.dag),
            )
        )
    return per_gebied


def _over(blik: Blik, personen: Iterable[Persoon]) -> str:
    """About whom it is, as far as that may be known."""
    namen = ["u" if p.pk == blik.account.persoon_id else p.roepnaam for p in personen if _kent(blik, p)]
    return " en ".join(filter(None, [", ".join(namen[:-1]), *namen[-1:]]))


def _kent(blik: Blik, persoon: Persoon) -> bool:
    if blik.regie or persoon.pk == blik.account.persoon_id:
        return True
    zicht = blik.personen.get(persoon.pk)
    return zicht is not None and zicht.personalia is Zicht.GEHEEL
