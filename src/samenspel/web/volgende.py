"""The next appointment in a dossier: a meeting, a day to call back or something agreed, whatever comes first."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.utils.timezone import localdate, localtime

from samenspel.web.blik import Blik
from samenspel.web.planregels import TERUGBELLEN, staande
from samenspel.web.tekst import dag_kort
from samenspel.web.trajectblok import Trajectblok

__all__ = ["volgende_afspraak"]


def volgende_afspraak(blik: Blik, blokken: Iterable[Trajectblok]) -> dict[str, str] | None:
    """The day and what it is, as far as this person may read it; None where nothing is to come."""
    komt = [k for k in (*_overleggen(blik), *_terugbellen(blokken), *_acties(blik)) if k[0] >= blik.dag]
    if not komt:
        return None
    dag, tijd, wat = min(komt)
    return {"wanneer": dag_kort(dag, blik.dag) + (f", {tijd}" if tijd else ""), "wat": wat}


def _overleggen(blik: Blik) -> Iterator[tuple[date, str, str]]:
    lopend = (blik.vooraf(t).rijen for t in blik.trajecten if t.open)
    for punt in (p for rijen in lopend for p in rijen.op_de_agenda if p.gehouden_op is None and p.pk in blik.zichtbaar):
        yield localdate(punt.op), f"{localtime(punt.op):%H:%M}", punt.tafel.naam


def _terugbellen(blokken: Iterable[Trajectblok]) -> Iterator[tuple[date, str, str]]:
    for blok in blokken:
        for termijn in blok.stand.termijnen if blok.traject.open else ():
            if termijn.soort.termijn == TERUGBELLEN:
                yield date.fromordinal(termijn.einde), "", termijn.soort.naam.lower()


def _acties(blik: Blik) -> Iterator[tuple[date, str, str]]:
    eerste = next((a for a in staande(blik) if a.gedaan_op is None and a.voor and a.voor >= blik.dag), None)
    if eerste is not None and eerste.voor is not None:
        yield eerste.voor, "", blik.woorden([eerste.pk]).get(eerste.pk, {}).get("wat", "") or "een afspraak"
