"""Breakthrough money: asking, agreeing, paying, receipts."""

from django.urls import path

from samenspel.web.views import geld

urlpatterns = [
    path("trajecten/<uuid:traject_id>/aanvragen/nieuw", geld.aanvraag_nieuw, name="aanvraag_nieuw"),
    path("trajecten/<uuid:traject_id>/aanvragen", geld.aanvragen, name="aanvragen"),
    path("aanvragen/<uuid:item_id>", geld.aanvraag, name="aanvraag"),
    path("aanvragen/<uuid:item_id>/oordeel", geld.aanvraag_beoordelen, name="aanvraag_beoordelen"),
    path("aanvragen/<uuid:item_id>/betaling", geld.aanvraag_betalen, name="aanvraag_betalen"),
    path("aanvragen/<uuid:item_id>/bon", geld.bon_toevoegen, name="bon_toevoegen"),
    path("bonnen/<uuid:bon_id>", geld.bon, name="bon"),
]
