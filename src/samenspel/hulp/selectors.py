"""The statutory term of what was asked at a counter, from its rows."""

from collections.abc import Iterable
from datetime import date

from samenspel.hulp.models import Loketzaak, Termijnwijziging
from samenspel.kern.wet.termijnen import Kenmerken, Lopend, Wijziging, Zaaksoort, lopende_termijn

__all__ = ["kenmerken_van", "termijn_van"]


def kenmerken_van(zaak: Loketzaak) -> Kenmerken:
    """What the term of this one depends on."""
    return Kenmerken(
        soort=Zaaksoort(zaak.soort),
        wet=zaak.wet,
        ingediend_op=zaak.ingediend_op.toordinal(),
        zoektermijn=zaak.zoektermijn,
        bedreigend=zaak.bedreigend,
        commissie=zaak.commissie,
        gesprek_op=_dag(zaak.gesprek_op),
        bestreden_op=_dag(zaak.bestreden_op),
    )


def termijn_van(zaak: Loketzaak, wijzigingen: Iterable[Termijnwijziging]) -> Lopend:
    """The term as it runs, as if nothing was decided yet."""
    gewijzigd = [Wijziging(w.van.toordinal(), _dag(w.tot), _dag(w.nieuw_einde)) for w in wijzigingen]
    return lopende_termijn(kenmerken_van(zaak), gewijzigd)


def _dag(dag: date | None) -> int | None:
    return dag.toordinal() if dag is not None else None
