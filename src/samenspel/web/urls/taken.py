"""Pages for who has a taak beside the dossiers."""

from django.urls import path

from samenspel.web.views import beeld, team, toezicht, wissen

urlpatterns = [
    path("mijn-team", team.mijn_team, name="mijn_team"),
    path("mijn-team/<uuid:account_id>/afwezig", team.afwezig_melden, name="afwezig_melden"),
    path("mijn-team/<uuid:account_id>/casussen", team.casussen_van, name="casussen_van"),
    path("mijn-team/afwezig/<uuid:afwezigheid_id>/terug", team.weer_terug, name="weer_terug"),
    path("mijn-team/casussen/<uuid:casus_id>/overdragen", team.overdragen_voor, name="overdragen_voor"),
    path("toezicht", toezicht.toezicht, name="toezicht"),
    path("toezicht/inzage", toezicht.inzage_zoeken, name="toezicht_inzage"),
    path("toezicht/delen", toezicht.gedeeld, name="toezicht_delen"),
    path("toezicht/geschiedenis", toezicht.controle, name="toezicht_controle"),
    path("toezicht/wissen", wissen.wissen, name="toezicht_wissen"),
    path("toezicht/wissen/nieuw", wissen.wissen_voorstellen, name="wissen_voorstellen"),
    path("toezicht/wissen/<uuid:verzoek_id>", wissen.wisverzoek, name="wisverzoek"),
    path("beeld", beeld.beeld, name="beeld"),
    path("beeld/cijfers.csv", beeld.beeld_csv, name="beeld_csv"),
]
