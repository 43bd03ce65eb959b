"""Addresses of the resident's pages."""

from django.urls import path

from samenspel.inwoner import leefgebied, planversie, views, zorgen

urlpatterns = [
    path("mijn-plan", views.mijn_plan, name="mijn_plan"),
    path("mijn-plan/<uuid:casus_id>", views.mijn_plan_van, name="mijn_plan_van"),
    path("mijn-plan/<uuid:casus_id>/afgesproken", planversie.mijn_planversie, name="mijn_planversie"),
    path("mijn-plan/<uuid:casus_id>/woorden", views.mijn_woorden, name="mijn_woorden"),
    path("mijn-plan/<uuid:casus_id>/leven/<slug:leefgebied>", leefgebied.mijn_leefgebied, name="mijn_leefgebied"),
    path("mijn-plan/<uuid:casus_id>/doen", views.mijn_actie_nieuw, name="mijn_actie_nieuw"),
    path("mijn-plan/doen/<uuid:item_id>", views.mijn_actie_gedaan, name="mijn_actie_gedaan"),
    path("mijn-plan/doen/<uuid:item_id>/toch-niet", views.mijn_actie_toch_niet, name="mijn_actie_toch_niet"),
    path("mijn-plan/reactie/<uuid:item_id>", views.mijn_reactie, name="mijn_reactie"),
    path("mijn-plan/<uuid:casus_id>/zorg", zorgen.mijn_zorg, name="mijn_zorg"),
    path("mijn-plan/<uuid:casus_id>/alles", views.mijn_gegevens, name="mijn_gegevens"),
    path("mijn-plan/<uuid:casus_id>/wie-keek", views.mijn_inzage, name="mijn_inzage"),
    path("hulp-en-rechten", views.hulp_en_rechten, name="hulp_en_rechten"),
]
