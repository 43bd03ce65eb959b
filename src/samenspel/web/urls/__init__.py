"""Addresses of the pages, one module per kind of work."""

from samenspel.web.urls import basis, delen, geld, gesprekken, overleg, plan, taken, traject, werkwijzen

urlpatterns = [
    *basis.urlpatterns,
    *gesprekken.urlpatterns,
    *traject.urlpatterns,
    *geld.urlpatterns,
    *overleg.urlpatterns,
    *plan.urlpatterns,
    *delen.urlpatterns,
    *werkwijzen.urlpatterns,
    *taken.urlpatterns,
]
