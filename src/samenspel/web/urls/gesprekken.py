"""Talking with people: contacts, their own words, life domains, and who they are."""

from django.urls import path

from samenspel.web.views import contact, eigen_deel, gesprekken, overdracht, personen, relaties

urlpatterns = [
    path("casussen/<uuid:casus_id>/contact", contact.contact, name="contact_vastleggen"),
    path("casussen/<uuid:casus_id>/eigen-actie", eigen_deel.eigen_actie, name="eigen_actie"),
    path("casussen/<uuid:casus_id>/eigen-woorden/<uuid:persoon_id>", gesprekken.eigen_woorden, name="eigen_woorden"),
    path("casussen/<uuid:casus_id>/leefgebieden", gesprekken.leefgebieden, name="leefgebieden"),
    path("casussen/<uuid:casus_id>/personen", relaties.personen, name="personen"),
    path("casussen/<uuid:casus_id>/personen/bestaand", personen.persoon_bestaand, name="persoon_bestaand"),
    path("casussen/<uuid:casus_id>/personen/nieuw", personen.persoon_nieuw, name="persoon_nieuw"),
    path("casussen/<uuid:casus_id>/personen/<uuid:persoon_id>", personen.persoon, name="persoon"),
    path(
        "casussen/<uuid:casus_id>/personen/<uuid:persoon_id>/vertrokken",
        personen.persoon_vertrokken,
        name="persoon_vertrokken",
    ),
    path(
        "casussen/<uuid:casus_id>/personen/<uuid:persoon_id>/relaties/nieuw",
        relaties.relatie_nieuw,
        name="relatie_nieuw",
    ),
    path(
        "casussen/<uuid:casus_id>/personen/<uuid:persoon_id>/vertegenwoordigers/nieuw",
        relaties.vertegenwoordiger_nieuw,
        name="vertegenwoordiger_nieuw",
    ),
    path("casussen/<uuid:casus_id>/relaties/<uuid:relatie_id>", relaties.relatie, name="relatie"),
    path(
        "casussen/<uuid:casus_id>/vertegenwoordigers/<uuid:vertegenwoordiger_id>",
        relaties.vertegenwoordiger,
        name="vertegenwoordiger",
    ),
    path("casussen/<uuid:casus_id>/overdragen", overdracht.overdragen, name="overdragen"),
    path("casussen/<uuid:casus_id>/overnemen", overdracht.overnemen, name="overnemen"),
]
