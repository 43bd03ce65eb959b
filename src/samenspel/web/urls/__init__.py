"""Addresses of the pages, one module per kind of work."""

from samenspel.web.urls import (
    basis,
    beheer,
    delen,
    geld,
    gesprekken,
    hulp,
    leren,
    netwerk,
    overleg,
    personen,
    plan,
    signalen,
    taken,
    traject,
    werkwijzen,
)

urlpatterns = [
    *basis.urlpatterns,
    *signalen.urlpatterns,
    *gesprekken.urlpatterns,
    *personen.urlpatterns,
    *traject.urlpatterns,
    *geld.urlpatterns,
    *overleg.urlpatterns,
    *netwerk.urlpatterns,
    *hulp.urlpatterns,
    *leren.urlpatterns,
    *plan.urlpatterns,
    *delen.urlpatterns,
    *werkwijzen.urlpatterns,
    *taken.urlpatterns,
    *beheer.urlpatterns,
]
