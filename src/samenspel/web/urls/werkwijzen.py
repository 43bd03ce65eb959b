"""The ways of working that are loaded, each with its route drawn."""

from django.urls import path

from samenspel.web.views import werkwijzen

urlpatterns = [
    path("werkwijzen", werkwijzen.werkwijzen, name="werkwijzen"),
    path("werkwijzen/<slug:slug>", werkwijzen.werkwijze, name="werkwijze"),
]
