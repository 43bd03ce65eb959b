"""Setting a municipality up and keeping it so."""

from django.urls import path

from samenspel.web.views import accounts, beheer, definities, teams, telefoonlijst, wachtwoord, wegwijzers

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
    path("beheer/hulp-en-rechten", wegwijzers.wegwijzers, name="wegwijzers"),
    path("beheer/hulp-en-rechten/<slug:soort>", wegwijzers.wegwijzer, name="wegwijzer"),
    path("beheer/teams", teams.teams, name="teams"),
    path("beheer/teams/nieuw", teams.team_nieuw, name="team_nieuw"),
    path("beheer/teams/<uuid:team_id>", teams.team_wijzigen, name="team_wijzigen"),
    path("beheer/teams/<uuid:team_id>/beeindigen", teams.team_beeindigen, name="team_beeindigen"),
    path("beheer/wijken/nieuw", teams.wijk_nieuw, name="wijk_nieuw"),
    path("beheer/wijken/<uuid:wijk_id>", teams.wijk_wijzigen, name="wijk_wijzigen"),
    path("beheer/wijken/<uuid:wijk_id>/verwijderen", teams.wijk_verwijderen, name="wijk_verwijderen"),
    path("beheer/tafels/nieuw", teams.tafel_nieuw, name="tafel_nieuw"),
    path("beheer/tafels/<uuid:tafel_id>", teams.tafel_wijzigen, name="tafel_wijzigen"),
    path("beheer/tafels/<uuid:tafel_id>/beeindigen", teams.tafel_beeindigen, name="tafel_beeindigen"),
    path("beheer/accounts", accounts.accounts, name="accounts"),
    path("beheer/accounts/nieuw", accounts.account_nieuw, name="account_nieuw"),
    path("beheer/accounts/<uuid:account_id>", accounts.account, name="account"),
    path("beheer/accounts/<uuid:account_id>/wijzigen", accounts.account_wijzigen, name="account_wijzigen"),
    path("beheer/accounts/<uuid:account_id>/blokkeren", accounts.account_blokkeren, name="account_blokkeren"),
    path("beheer/accounts/<uuid:account_id>/vrijgeven", accounts.account_vrijgeven, name="account_vrijgeven"),
    path("beheer/accounts/<uuid:account_id>/inloglink", accounts.inloglink, name="inloglink"),
    path("beheer/accounts/<uuid:account_id>/rol", accounts.rol_geven, name="rol_geven"),
    path("beheer/accounts/<uuid:account_id>/taak", accounts.taak_geven, name="taak_geven"),
    path("beheer/rollen/<uuid:rolvervulling_id>/beeindigen", accounts.rol_beeindigen, name="rol_beeindigen"),
    path("beheer/taken/<uuid:taakvervulling_id>/beeindigen", accounts.taak_beeindigen, name="taak_beeindigen"),
    path("beheer/werkwijzen", definities.definities, name="definities"),
    path("beheer/werkwijzen/<uuid:versie_id>/aanpassen", definities.definitie_aanpassen, name="definitie_aanpassen"),
    path("beheer/werkwijzen/laden", definities.definitie_laden, name="definitie_laden"),
    path("beheer/werkwijzen/meegeleverd/<slug:slug>", definities.definitie_meegeleverd, name="definitie_meegeleverd"),
    path("beheer/werkwijzen/<uuid:versie_id>", definities.definitie, name="definitie"),
    path("welkom/<uuid:account_id>/<slug:token>", wachtwoord.welkom, name="welkom"),
    path("wachtwoord", wachtwoord.wachtwoord, name="wachtwoord"),
]
