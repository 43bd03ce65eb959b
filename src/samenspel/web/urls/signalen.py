"""Signalen: a concern, who has it, and where it goes."""

from django.urls import path

from samenspel.web.views import signaal_huishouden as huishouden
from samenspel.web.views import signalen

urlpatterns = [
    path("signalen", signalen.signalen, name="signalen"),
    path("signalen/nieuw", signalen.signaal_nieuw, name="signaal_nieuw"),
    path("signalen/<uuid:signaal_id>", signalen.signaal, name="signaal"),
    path("signalen/<uuid:signaal_id>/doorgeven", signalen.signaal_doorgeven, name="signaal_doorgeven"),
    path("signalen/<uuid:signaal_id>/aannemen", signalen.signaal_aannemen, name="signaal_aannemen"),
    path("signalen/<uuid:signaal_id>/weigeren", signalen.signaal_weigeren, name="signaal_weigeren"),
    path("signalen/<uuid:signaal_id>/intrekken", signalen.signaal_intrekken, name="signaal_intrekken"),
    path("signalen/<uuid:signaal_id>/sluiten", signalen.signaal_sluiten, name="signaal_sluiten"),
    path("signalen/<uuid:signaal_id>/wissen", signalen.signaal_wissen, name="signaal_wissen"),
    path("signalen/<uuid:signaal_id>/uit-dossier", huishouden.signaal_uit_dossier, name="signaal_uit_dossier"),
    path("signalen/<uuid:signaal_id>/zoeken", huishouden.signaal_zoeken, name="signaal_zoeken"),
    path(
        "signalen/<uuid:signaal_id>/dossier/<uuid:casus_id>", huishouden.signaal_in_dossier, name="signaal_in_dossier"
    ),
    path(
        "signalen/<uuid:signaal_id>/nieuw-huishouden",
        huishouden.signaal_huishouden_nieuw,
        name="signaal_huishouden_nieuw",
    ),
]
