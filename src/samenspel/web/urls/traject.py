"""Going through a traject: begin it, take a stap, fill in a form, answer the controlevragen, say who takes part."""

from django.urls import path

from samenspel.web.views import controlevragen, formulieren, rollen, traject

urlpatterns = [
    path("casussen/<uuid:casus_id>/trajecten/nieuw", traject.traject_nieuw, name="traject_nieuw"),
    path("trajecten/<uuid:traject_id>/stappen/<slug:code>", traject.stap, name="stap"),
    path("trajecten/<uuid:traject_id>/formulieren/<slug:code>", formulieren.formulier, name="formulier"),
    path("trajecten/<uuid:traject_id>/controlevragen", controlevragen.controlevragen, name="controlevragen"),
    path(
        "trajecten/<uuid:traject_id>/controlevragen/<slug:code>/antwoord",
        controlevragen.controlevraag_toelichten,
        name="controlevraag_toelichten",
    ),
    path("trajecten/<uuid:traject_id>/rollen", rollen.rollen, name="rollen"),
]
