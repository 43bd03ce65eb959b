"""What a helper takes upon themselves."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from samenspel.kern.delen import Gesprekswaarde, mag_op_zich_nemen
from samenspel.regie.eigen_deel import neem_op_zich
from samenspel.web.forms.betreft import betreft, namen_van
from samenspel.web.forms.plan import Eigenactieformulier
from samenspel.web.formulierpagina import Formulierpagina, behandel
from samenspel.web.toegang import blik_op, medewerker


@require_http_methods(["GET", "HEAD", "POST"])
@medewerker
def eigen_actie(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Something that this person is going to do; it stands in the one plan."""
    blik = blik_op(request, casus_id)
    if not mag_op_zich_nemen(blik.kijker, str(casus_id), blik.dag):
        blik.noteer("eigen_actie", geweigerd=True)
        raise PermissionDenied
    personen = blik.geholpen if blik.gesprekswaarde is Gesprekswaarde.NOTITIE else blik.leden
    blik.noteer("eigen_actie", [casus_id])

    def doe(form: Form, versie: int | None) -> str:
        g = form.cleaned_data
        over = betreft(g.get("betreft"), personen)
        neem_op_zich(casus=blik.casus, wat=g["wat"], voor=g["voor"], betreft=over, account=blik.account, nu=blik.nu)
        messages.success(request, "Dit staat nu op uw naam in het plan.")
        return reverse("casus", args=[casus_id])

    return behandel(
        request,
        Formulierpagina(
            titel="Dit ga ik doen",
            formulier=lambda data, begin: Eigenactieformulier(data, begin=begin, personen=personen),
            doe=doe,
            terug=reverse("casus", args=[casus_id]),
            begin={"betreft": list(namen_van(personen))},
            knop="In het plan zetten",
            context={"uitleg": blik.casus.huishouden.naam},
        ),
    )
