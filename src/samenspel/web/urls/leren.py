"""Learning from casussen."""

from django.urls import path

from samenspel.web.views import leren

urlpatterns = [
    path("lessen", leren.lessen, name="lessen"),
    path("reflectie/nieuw", leren.reflectie_nieuw, name="reflectie_nieuw"),
    path("reflectie/<uuid:sessie_id>", leren.reflectie, name="reflectie"),
    path("reflectie/<uuid:sessie_id>/les", leren.les_nieuw, name="les_nieuw"),
    path("lessen/<uuid:les_id>", leren.les, name="les"),
    path("lessen/<uuid:les_id>/weghalen", leren.les_weghalen, name="les_weghalen"),
    path("trajecten/<uuid:traject_id>/cluster", leren.cluster, name="cluster"),
]
