"""Writing who decides what was agreed: under which law, by when, and who backs it."""

from collections.abc import Iterable
from datetime import date, datetime

from samenspel.besluit.models import Besluit
from samenspel.casus.models import Traject
from samenspel.delen.models import Woorden
from samenspel.delen.services import laatste_woorden, maak_item
from samenspel.huishouden.models import Persoon
from samenspel.kern.werkwijze.model import Gegevenssoort
from samenspel.organisatie.models import Account
from samenspel.overleg.models import Agendapunt
from samenspel.plan.models import Actie


def leg_besluit_vast(
    *,
    traject: Traject,
    woorden: dict[str, str],
    voor: date | None,
    account: Account,
    betreft: Iterable[Persoon],
    nu: datetime,
    actie: Actie | None = None,
    agendapunt: Agendapunt | None = None,
) -> Woorden:
    """A decision that follows from a meeting (words: wat, wie_beslist, wet, rugdekking)."""
    item = maak_item(
        casus=traject.casus,
        traject=traject,
        soort=Gegevenssoort.BESLUITEN,
        eigenaar=account,
        betreft=betreft,
        woorden=woorden,
        nu=nu,
    )
    Besluit.objects.create(gemeente_id=traject.gemeente_id, item=item, agendapunt=agendapunt, actie=actie, voor=voor)
    geschreven = laatste_woorden(item)
    assert geschreven is not None
    return geschreven
