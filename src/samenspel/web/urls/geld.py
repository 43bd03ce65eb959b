"""Breakthrough money: asking, agreeing, paying, receipts."""

from django.urls import path

from samenspel.web.views import budgetten, geld, lening

urlpatterns = [
    path("budgetten", budgetten.budgetten, name="budgetten"),
    path("trajecten/<uuid:traject_id>/aanvragen/nieuw", geld.aanvraag_nieuw, name="aanvraag_nieuw"),
    path("trajecten/<uuid:traject_id>/aanvragen", geld.aanvragen, name="aanvragen"),
    path("aanvragen/<uuid:item_id>", geld.aanvraag, name="aanvraag"),
    path("aanvragen/<uuid:item_id>/oordeel", geld.aanvraag_beoordelen, name="aanvraag_beoordelen"),
    path("aanvragen/<uuid:item_id>/betaling", geld.aanvraag_betalen, name="aanvraag_betalen"),
    path("aanvragen/<uuid:item_id>/intrekken", geld.aanvraag_intrekken, name="aanvraag_intrekken"),
    path("aanvragen/<uuid:item_id>/bon", geld.bon_toevoegen, name="bon_toevoegen"),
    path("bonnen/<uuid:bon_id>", geld.bon, name="bon"),
    path("aanvragen/<uuid:item_id>/lening", lening.lening, name="lening"),
    path("aanvragen/<uuid:item_id>/leenafspraak", lening.lening_afspreken, name="lening_afspreken"),
    path("aanvragen/<uuid:item_id>/leenafspraak.pdf", lening.leenafspraak_pdf, name="leenafspraak_pdf"),
    path("aanvragen/<uuid:item_id>/leenafspraak/scan", lening.leenafspraak_scan, name="leenafspraak_scan"),
    path("aanvragen/<uuid:item_id>/ondertekening", lening.lening_ondertekenen, name="lening_ondertekenen"),
    path("aanvragen/<uuid:item_id>/aflossing", lening.aflossing_nieuw, name="aflossing_nieuw"),
    path(
        "aanvragen/<uuid:item_id>/aflossingen/<int:nummer>/terugdraaien",
        lening.aflossing_terugdraaien,
        name="aflossing_terugdraaien",
    ),
    path("aanvragen/<uuid:item_id>/kwijtschelding", lening.kwijtschelding_vragen, name="kwijtschelding_vragen"),
    path(
        "aanvragen/<uuid:item_id>/kwijtschelding/besluit",
        lening.kwijtschelding_beslissen,
        name="kwijtschelding_beslissen",
    ),
    path("aanvragen/<uuid:item_id>/aanpassing", lening.lening_aanpassen, name="lening_aanpassen"),
]
