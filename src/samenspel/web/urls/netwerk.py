"""The people around a household, and withdrawing what was written by mistake."""

from django.urls import path

from samenspel.web.views import intrekken, netwerk

urlpatterns = [
    path("casussen/<uuid:casus_id>/netwerk", netwerk.netwerk, name="netwerk"),
    path("casussen/<uuid:casus_id>/netwerk/nieuw", netwerk.netwerklid_nieuw, name="netwerklid_nieuw"),
    path("netwerk/<uuid:item_id>", netwerk.netwerklid, name="netwerklid"),
    path("opgeschreven/<uuid:item_id>/intrekken", intrekken.item_intrekken, name="item_intrekken"),
    path("opgeschreven/<uuid:item_id>/terugzetten", intrekken.item_terugzetten, name="item_terugzetten"),
]
