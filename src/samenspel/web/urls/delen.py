"""With whom something of a dossier is shared, on what basis, and who helps along."""

from django.urls import path

from samenspel.web.views import delen, verstrekking

urlpatterns = [
    path("casussen/<uuid:casus_id>/delen", delen.grondslagen, name="grondslagen"),
    path("casussen/<uuid:casus_id>/delen/nieuw", delen.grondslag_nieuw, name="grondslag_nieuw"),
    path(
        "casussen/<uuid:casus_id>/delen/nieuw/<slug:werkwijze>/<slug:code>",
        delen.grondslag_nieuw,
        name="grondslag_nieuw_uit",
    ),
    path("trajecten/<uuid:traject_id>/stuk", verstrekking.verstrekking, name="verstrekking"),
    path("trajecten/<uuid:traject_id>/stuk/geven", verstrekking.verstrekking_bestand, name="verstrekking_bestand"),
    path("grondslagen/<uuid:grondslag_id>/beeindigen", delen.grondslag_beeindigen, name="grondslag_beeindigen"),
    path("casussen/<uuid:casus_id>/helpers/nieuw", delen.helper_nieuw, name="helper_nieuw"),
    path("helpers/<uuid:helpt_id>/beeindigen", delen.helper_beeindigen, name="helper_beeindigen"),
]
