"""Households of the demo whose case lies with somebody outside: on which basis they may be given a document."""

from datetime import date, datetime, timedelta

from django.utils.timezone import localdate

from samenspel.casus.models import Traject
from samenspel.huishouden.selectors import leden_op
from samenspel.kennis.models import Organisatie
from samenspel.kern.stand.dagen import einddag
from samenspel.kern.werkwijze.model import Verstrekking
from samenspel.organisatie.models import Gemeente
from samenspel.regie.delen_met import Delen, leg_grondslag_vast
from samenspel.regie.routes import route_van
from samenspel.regie.verstrekking import verstrekking_in

__all__ = ["leg_grondslagen_buiten_vast"]


def leg_grondslagen_buiten_vast(*, gemeente: Gemeente, nu: datetime) -> None:
    """Wherever a traject is with somebody outside: what may be given is agreed and recorded."""
    trajecten = Traject.objects.filter(gemeente=gemeente, open=True).select_related(
        "versie", "casus__huishouden", "casus__regisseur", "casus__gemeente"
    )
    for traject in trajecten.order_by("gestart_op", "pk"):
        if (verstrekking := verstrekking_in(traject)) is not None:
            _leg_vast(traject, verstrekking, nu)


def _leg_vast(traject: Traject, verstrekking: Verstrekking, nu: datetime) -> None:
    casus, dag = traject.casus, localdate(nu) - timedelta(days=2)
    basis = next(g for g in route_van(traject).werkwijze.grondslagen if g.grondslag == verstrekking.grondslag)
    leg_grondslag_vast(
        casus=casus,
        delen=Delen(
            partner=None,
            partij=" en ".join(basis.partners),
            organisaties=tuple(Organisatie.objects.filter(gemeente=casus.gemeente, naam__in=basis.partners)),
            soorten=basis.soorten,
            personen=tuple(leden_op(casus.huishouden, localdate(nu))),
            doel=basis.doel,
            avg_6=basis.avg_6,
            uitzondering_9_10="Niet nodig: in dit stuk staat niets over gezondheid of strafzaken.",
            geheim=f"Op {dag.day}-{dag.month} besproken aan de keukentafel. Zij vinden het goed, voor dit doel.",
            convenant="Samenwerkingsafspraak met de landelijke tafel, artikel 3.",
            van=dag,
            tot=date.fromordinal(einddag(dag.toordinal(), basis.duur)) if basis.duur is not None else None,
            code=basis.grondslag,
        ),
        account=casus.regisseur,
        nu=nu,
    )
