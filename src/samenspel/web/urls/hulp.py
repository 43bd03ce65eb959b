"""Help that runs or ran, and what was asked at a counter."""

from django.urls import path

from samenspel.web.views import hulp, loket

urlpatterns = [
    path("casussen/<uuid:casus_id>/hulp", hulp.hulp, name="hulp"),
    path("casussen/<uuid:casus_id>/hulp/nieuw", hulp.hulp_nieuw, name="hulp_nieuw"),
    path("hulp/<uuid:item_id>", hulp.hulp_wijzigen, name="hulp_wijzigen"),
    path("hulp/<uuid:item_id>/stoppen", hulp.hulp_stoppen, name="hulp_stoppen"),
    path("casussen/<uuid:casus_id>/loket/nieuw", loket.loketzaak_nieuw, name="loketzaak_nieuw"),
    path("loket/<uuid:item_id>", loket.loketzaak_wijzigen, name="loketzaak_wijzigen"),
    path("loket/<uuid:item_id>/termijn", loket.loketzaak_termijn, name="loketzaak_termijn"),
    path("loket/<uuid:item_id>/in-gebreke", loket.loketzaak_in_gebreke, name="loketzaak_in_gebreke"),
    path("loket/<uuid:item_id>/besluit", loket.loketzaak_besluit, name="loketzaak_besluit"),
]
