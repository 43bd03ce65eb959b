"""Writing the answers to forms and controlevragen."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from samenspel.casus.models import Traject
from samenspel.delen.models import Woorden
from samenspel.delen.services import huidige_woorden, laatste_woorden, maak_item, schrijf_woorden
from samenspel.doorbraak.models import Antwoorden, Controleantwoord
from samenspel.huishouden.models import Persoon
from samenspel.kern.werkwijze.model import Gegevenssoort, Invuller
from samenspel.organisatie.models import Account


def leg_antwoorden_vast(
    *,
    traject: Traject,
    formulier: str,
    soort: Gegevenssoort,
    waarden: Mapping[str, object],
    woorden: Mapping[str, str],
    ingevuld_door: Invuller,
    account: Account,
    betreft: Iterable[Persoon],
    versie: int | None,
    op: date,
    nu: datetime,
) -> Woorden:
    """Store answers: given ones replace the earlier, the rest stays. Raises Versieconflict when somebody was first."""
    rij = Antwoorden.objects.filter(traject=traject, formulier=formulier).select_related("item").first()
    if rij is None:
        item = maak_item(
            casus=traject.casus,
            traject=traject,
            soort=soort,
            eigenaar=account,
            betreft=betreft,
            woorden=_gevuld(woorden),
            nu=nu,
        )
        rij = Antwoorden(
            gemeente_id=traject.gemeente_id, item=item, traject=traject, formulier=formulier, ingevuld_op=op
        )
        geschreven = laatste_woorden(item)
        assert geschreven is not None
    else:
        eerder = laatste_woorden(rij.item)
        inhoud = {**((eerder.inhoud if eerder is not None else None) or {}), **woorden}
        geschreven = schrijf_woorden(
            item=rij.item,
            inhoud=_gevuld(inhoud),
            auteur=account,
            versie=rij.item.versie if versie is None else versie,
            nu=nu,
        )
    rij.waarden = {v: w for v, w in {**rij.waarden, **waarden}.items() if w is not None}
    rij.ingevuld_door = ingevuld_door.value
    rij.ingevuld_op = max(op, rij.ingevuld_op)
    rij.save()
    return geschreven


def _gevuld(woorden: Mapping[str, str]) -> dict[str, str]:
    return {veld: tekst for veld, tekst in woorden.items() if tekst}


def beantwoord_controlevraag(
    *,
    traject: Traject,
    controlevraag: str,
    antwoord: str,
    reden: str,
    account: Account,
    betreft: Iterable[Persoon],
    op: date,
    nu: datetime,
) -> Woorden:
    """Store the answer to a controlevraag with its reason; a later answer stands beside the earlier one."""
    rij = Controleantwoord.objects.filter(traject=traject, controlevraag=controlevraag).select_related("item").first()
    if rij is None:
        item = maak_item(
            casus=traject.casus,
            traject=traject,
            soort=Gegevenssoort.BESLUITEN,
            eigenaar=account,
            betreft=betreft,
            woorden={"reden": reden},
            nu=nu,
        )
        rij = Controleantwoord(gemeente_id=traject.gemeente_id, item=item, traject=traject, controlevraag=controlevraag)
        geschreven = laatste_woorden(item)
        assert geschreven is not None
    else:
        geschreven = schrijf_woorden(
            item=rij.item, inhoud={"reden": reden}, auteur=account, versie=rij.item.versie, nu=nu
        )
    rij.antwoord, rij.op, rij.door, rij.toegelicht = antwoord, op, account, False
    rij.save()
    return geschreven


def licht_controlevraag_toe(
    *, traject: Traject, controlevraag: str, reactie: str, account: Account, nu: datetime
) -> Woorden:
    """Store what the regie says to an answer, beside its reason."""
    rij = Controleantwoord.objects.select_related("item").get(traject=traject, controlevraag=controlevraag)
    inhoud = {**huidige_woorden(rij.item), "reactie": reactie}
    geschreven = schrijf_woorden(item=rij.item, inhoud=inhoud, auteur=account, versie=rij.item.versie, nu=nu)
    rij.toegelicht = True
    rij.save(update_fields=["toegelicht"])
    return geschreven
