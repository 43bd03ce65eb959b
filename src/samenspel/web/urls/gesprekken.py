"""Talking with people: contacts, their own words and life domains; and handing over."""

from django.urls import path

from samenspel.web.views import contact, contacten, eigen_deel, gesprekken, logboek, nacontrole, overdracht, reacties

urlpatterns = [
    path("casussen/<uuid:casus_id>/contact", contact.contact, name="contact_vastleggen"),
    path("contacten/<uuid:item_id>", contacten.contact, name="contact"),
    path("contacten/<uuid:item_id>/bijwerken", contacten.contact_bijwerken, name="contact_bijwerken"),
    path("contacten/<uuid:item_id>/intrekken", contacten.contact_intrekken, name="contact_intrekken"),
    path("contacten/<uuid:item_id>/terugzetten", contacten.contact_terugzetten, name="contact_terugzetten"),
    path("contacten/<uuid:item_id>/kopie", contact.contact_kopie, name="contact_kopie"),
    path("casussen/<uuid:casus_id>/logboek", logboek.logboek, name="logboek"),
    path("casussen/<uuid:casus_id>/logboek/schrijven", logboek.logboek_schrijven, name="logboek_schrijven"),
    path("logboekregels/<uuid:item_id>", logboek.logboekregel, name="logboekregel"),
    path("logboekregels/<uuid:item_id>/intrekken", logboek.logboekregel_intrekken, name="logboekregel_intrekken"),
    path("logboekregels/<uuid:item_id>/terugzetten", logboek.logboekregel_terugzetten, name="logboekregel_terugzetten"),
    path("casussen/<uuid:casus_id>/eigen-actie", eigen_deel.eigen_actie, name="eigen_actie"),
    path("casussen/<uuid:casus_id>/eigen-woorden/<uuid:persoon_id>", gesprekken.eigen_woorden, name="eigen_woorden"),
    path("casussen/<uuid:casus_id>/leefgebieden", gesprekken.leefgebieden, name="leefgebieden"),
    path("casussen/<uuid:casus_id>/leefgebieden/<slug:leefgebied>", gesprekken.leefgebied, name="leefgebied"),
    path("casussen/<uuid:casus_id>/overdragen", overdracht.overdragen, name="overdragen"),
    path("casussen/<uuid:casus_id>/overdracht/controleren", nacontrole.nacontrole, name="nacontrole"),
    path("casussen/<uuid:casus_id>/overnemen", overdracht.overnemen, name="overnemen"),
    path("reacties/<uuid:item_id>/besproken", reacties.reactie_besproken, name="reactie_besproken"),
]
