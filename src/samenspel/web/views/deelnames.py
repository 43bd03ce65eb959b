"""Who takes part in a goal and who doesn't."""

from uuid import UUID

from django.forms import Form
from django.http import HttpRequest, HttpResponse

from samenspel.delen.services import huidige_woorden
from samenspel.plan.deelnames import Deelnemer
from samenspel.plan.models import Deelname, Doel
from samenspel.regie.deelnames import leg_deelname_vast, wijzig_deelname
from samenspel.web.blik import Blik
from samenspel.web.forms.betreft import namen_van
from samenspel.web.forms.deelname import Deelnameformulier, ingevuld
from samenspel.web.netwerkblik import netwerkregels
from samenspel.web.planlijnen import deelnemers
from samenspel.web.rijpagina import FORMULIER, over_rij, rij_van
from samenspel.web.toegang import medewerker
from samenspel.web.views.hulp import organisaties_van


@FORMULIER
@medewerker
def deelname_nieuw(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """Whether somebody takes part in this goal."""
    blik, doel = rij_van(request, item_id, Doel)
    deelnemers = _deelnemers(blik)

    def doe(form: Form, versie: int) -> None:
        assert isinstance(form, Deelnameformulier)
        leg_deelname_vast(doel=doel, wie=form.deelnemer, stand=form.deelstand, account=blik.account, nu=blik.nu)

    return over_rij(
        request,
        blik,
        titel=f"Wie doet mee: {huidige_woorden(doel.item).get('tekst', 'dit doel')}",
        formulier=lambda data, begin: Deelnameformulier(data, begin=begin, deelnemers=deelnemers),
        doe=doe,
        gezegd="Opgeschreven wie meedoet.",
        lijst="plan",
    )


@FORMULIER
@medewerker
def deelname(request: HttpRequest, item_id: UUID) -> HttpResponse:
    """It is otherwise now."""
    blik, rij = rij_van(request, item_id, Deelname)

    def doe(form: Form, versie: int) -> None:
        assert isinstance(form, Deelnameformulier)
        wijzig_deelname(deelname=rij, stand=form.deelstand, account=blik.account, versie=versie, nu=blik.nu)

    def huidig() -> dict[str, str]:
        vers = Deelname.objects.select_related("item").get(pk=rij.pk)
        return ingevuld(vers, huidige_woorden(vers.item))

    return over_rij(
        request,
        blik,
        rij,
        titel=f"Doet {deelnemers(blik, [rij])[rij.pk]} mee?",
        formulier=lambda data, begin: Deelnameformulier(data, begin=begin),
        doe=doe,
        gezegd="Bijgewerkt wie meedoet.",
        lijst="plan",
        begin=huidig(),
        huidig=huidig,
        intrekken=True,
    )


def _deelnemers(blik: Blik) -> dict[str, dict[str, tuple[str, Deelnemer]]]:
    """Who may take part: the household, the people around it, organisations of the list."""
    personen = {str(p.pk): p for p in blik.leden}
    namen = namen_van(blik.leden).items()
    return {
        "Huishouden": {f"persoon:{pk}": (naam, Deelnemer(persoon=personen[pk])) for naam, pk in namen},
        "Netwerk": {f"netwerk:{r.item}": (r.naam, Deelnemer(netwerklid=r.lid)) for r in netwerkregels(blik)},
        "Organisaties": {f"organisatie:{o.pk}": (o.naam, Deelnemer(organisatie=o)) for o in organisaties_van(blik)},
    }
