"""Coming in, what waits, searching, and the page of a casus."""

from django.urls import path

from samenspel.web.views import casus, collegas, concepten, inloggen, werk, zoeken

urlpatterns = [
    path("", werk.start, name="start"),
    path("inloggen", inloggen.inloggen, name="inloggen"),
    path("stap-in", inloggen.stap_in, name="stap_in"),
    path("afmelden", inloggen.uitloggen, name="uitloggen"),
    path("mijn-werk", werk.mijn_werk, name="mijn_werk"),
    path("zoeken", zoeken.zoeken, name="zoeken"),
    path("huishoudens/nieuw", zoeken.huishouden_nieuw, name="huishouden_nieuw"),
    path("collegas/zoeken", collegas.collegas_zoeken, name="collegas_zoeken"),
    path("concepten/<path:pad>", concepten.concept, name="concept"),
    path("casussen/<uuid:casus_id>", casus.casus, name="casus"),
    path("casussen/<uuid:casus_id>/historie", casus.historie, name="historie"),
    path("casussen/<uuid:casus_id>/inzage", casus.inzage, name="inzage"),
]
