"""Talking with people: contacts, their own words, life domains, and who they are."""

from django.urls import path

from samenspel.web.views import gesprekken, overdracht, personen

urlpatterns = [
    path("casussen/<uuid:casus_id>/contact", gesprekken.contact, name="contact_vastleggen"),
    path("casussen/<uuid:casus_id>/eigen-woorden/<uuid:persoon_id>", gesprekken.eigen_woorden, name="eigen_woorden"),
    path("casussen/<uuid:casus_id>/leefgebieden", gesprekken.leefgebieden, name="leefgebieden"),
    path("casussen/<uuid:casus_id>/personen/nieuw", personen.persoon_nieuw, name="persoon_nieuw"),
    path("casussen/<uuid:casus_id>/personen/<uuid:persoon_id>", personen.persoon, name="persoon"),
    path("casussen/<uuid:casus_id>/overdragen", overdracht.overdragen, name="overdragen"),
    path("casussen/<uuid:casus_id>/overnemen", overdracht.overnemen, name="overnemen"),
]
