"""The one plan of a casus, and the telefoonlijst."""

from django.urls import path

from samenspel.web.views import (
    acties,
    contactpersonen,
    deelnames,
    eigen_afspraken,
    knelpunten,
    plan,
    planvergelijking,
    planversies,
    voorzieningen,
)

urlpatterns = [
    path("casussen/<uuid:casus_id>/plan", planversies.plan, name="plan"),
    path("casussen/<uuid:casus_id>/plan/vaststellen", planversies.plan_vaststellen, name="plan_vaststellen"),
    path("casussen/<uuid:casus_id>/plan/afronden", planversies.plan_afronden, name="plan_afronden"),
    path("casussen/<uuid:casus_id>/plan/vergelijken", planvergelijking.plan_vergelijken, name="plan_vergelijken"),
    path("casussen/<uuid:casus_id>/plan/<int:nummer>", planversies.planversie, name="planversie"),
    path("casussen/<uuid:casus_id>/doelen/nieuw", plan.doel_nieuw, name="doel_nieuw"),
    path("casussen/<uuid:casus_id>/acties/nieuw", plan.actie_nieuw, name="actie_nieuw"),
    path("casussen/<uuid:casus_id>/voorzieningen/nieuw", voorzieningen.voorziening_nieuw, name="voorziening_nieuw"),
    path("voorzieningen/<uuid:item_id>", voorzieningen.voorziening, name="voorziening"),
    path(
        "voorzieningen/<uuid:item_id>/beeindigen",
        voorzieningen.voorziening_beeindigen,
        name="voorziening_beeindigen",
    ),
    path("casussen/<uuid:casus_id>/knelpunten/nieuw", knelpunten.knelpunt_nieuw, name="knelpunt_nieuw"),
    path("knelpunten/<uuid:item_id>", knelpunten.knelpunt, name="knelpunt"),
    path("doelen/<uuid:item_id>", plan.doel, name="doel"),
    path("doelen/<uuid:item_id>/deelnames/nieuw", deelnames.deelname_nieuw, name="deelname_nieuw"),
    path("deelnames/<uuid:item_id>", deelnames.deelname, name="deelname"),
    path("acties/<uuid:item_id>", acties.actie, name="actie"),
    path("acties/<uuid:item_id>/wijzigen", acties.actie_wijzigen, name="actie_wijzigen"),
    path("acties/<uuid:item_id>/heropenen", acties.actie_heropenen, name="actie_heropenen"),
    path("acties/<uuid:item_id>/vervalt", acties.actie_vervalt, name="actie_vervalt"),
    path("acties/<uuid:item_id>/afronden", plan.actie_afronden, name="actie_afronden"),
    path("afspraken/<uuid:item_id>", eigen_afspraken.eigen_afspraak, name="eigen_afspraak"),
    path("afspraken/<uuid:item_id>/bericht", eigen_afspraken.eigen_afspraak_bericht, name="eigen_afspraak_bericht"),
    path("telefoonlijst", contactpersonen.contactpersonen, name="contactpersonen"),
    path("telefoonlijst/<uuid:contactpersoon_id>/contact", contactpersonen.contact_kiezen, name="contact_kiezen"),
    path("telefoonlijst/<uuid:contactpersoon_id>", contactpersonen.contactpersoon, name="contactpersoon"),
]
