"""Two versions of a plan beside each other: what came, what went, and what is otherwise."""

from collections.abc import Sequence
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.formats import date_format
from django.views.decorators.http import require_safe

from samenspel.plan.models import Planversie
from samenspel.plan.versies import regels_nu, regels_van
from samenspel.web.planversiepagina import veranderd
from samenspel.web.toegang import blik_op, medewerker

NU = "nu"


class Vergelijkformulier(forms.Form):
    """Which two versions; the second may be the plan as it is now."""

    use_required_attribute = False

    def __init__(self, data: QueryDict | dict[str, str], versies: Sequence[Planversie]) -> None:
        super().__init__(data)
        namen = [(str(v.nummer), f"Versie {v.nummer}, {date_format(v.vastgesteld_op, 'j F Y')}") for v in versies]
        fout = {"required": "Kies een versie.", "invalid_choice": "Deze versie is er niet. Kies er een uit de lijst."}
        self.fields["van"] = forms.ChoiceField(label="Vergelijk", choices=namen, error_messages=fout)
        self.fields["met"] = forms.ChoiceField(
            label="Met", choices=[*namen, (NU, "Het plan zoals het nu is")], error_messages=fout
        )

    def clean(self) -> None:
        """Two that differ."""
        g = self.cleaned_data
        if g.get("van") and g.get("van") == g.get("met"):
            self.add_error("met", "Kies twee verschillende versies.")

    @property
    def eerst_en_later(self) -> tuple[str, str]:
        """The two in the order of time, whichever was chosen first."""
        van, met = self.cleaned_data["van"], self.cleaned_data["met"]
        return (van, met) if met == NU or int(van) < int(met) else (met, van)


@require_safe
@medewerker
def plan_vergelijken(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Choose two versions and read what changed between them."""
    blik = blik_op(request, casus_id)
    versies = {str(v.nummer): v for v in Planversie.objects.filter(casus=blik.casus).order_by("nummer")}
    begin = {"van": next(reversed(versies), ""), "met": NU}
    form = Vergelijkformulier(request.GET if "van" in request.GET else begin, list(versies.values()))
    context: dict[str, object] = {"casus": blik.casus, "form": form, "versies": versies}
    gekeken: list[UUID] = []
    if versies and form.is_valid():
        eerst, later = form.eerst_en_later
        laatste = versies.get(later)
        gekeken = [versies[eerst].pk, *([laatste.pk] if laatste is not None else [])]
        regels = regels_van(laatste) if laatste is not None else regels_nu(blik.casus)
        context |= {"toen": versies[eerst], "later": laatste, "veranderd": veranderd(blik, versies[eerst], regels)}
    blik.noteer("plan_vergelijken", gekeken or [casus_id])
    return render(request, "web/plan_vergelijken.html", context)
