"""Setting a municipality up and keeping it so."""

from django.urls import path

from samenspel.web.views import beheer, telefoonlijst

urlpatterns = [
    path("beheer", beheer.beheer, name="beheer"),
    path("beheer/logboek", beheer.beheerlogboek, name="beheerlogboek"),
    path("beheer/telefoonlijst/organisatie", telefoonlijst.organisatie_nieuw, name="organisatie_nieuw"),
    path(
        "beheer/telefoonlijst/organisatie/<uuid:organisatie_id>",
        telefoonlijst.organisatie_wijzigen,
        name="organisatie_wijzigen",
    ),
    path(
        "beheer/telefoonlijst/organisatie/<uuid:organisatie_id>/verlopen",
        telefoonlijst.organisatie_verlopen,
        name="organisatie_verlopen",
    ),
    path("beheer/telefoonlijst/contact", telefoonlijst.contactpersoon_nieuw, name="contactpersoon_nieuw"),
    path(
        "beheer/telefoonlijst/contact/<uuid:contactpersoon_id>",
        telefoonlijst.contactpersoon_wijzigen,
        name="contactpersoon_wijzigen",
    ),
    path(
        "beheer/telefoonlijst/contact/<uuid:contactpersoon_id>/verlopen",
        telefoonlijst.contactpersoon_verlopen,
        name="contactpersoon_verlopen",
    ),
]
