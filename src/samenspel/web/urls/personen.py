"""The people of a household: who they are, what binds them, who acts for them."""

from django.urls import path

from samenspel.web.views import bsn, personen, relaties, samenvoegen

urlpatterns = [
    path("casussen/<uuid:casus_id>/personen", relaties.personen, name="personen"),
    path("casussen/<uuid:casus_id>/personen/bestaand", personen.persoon_bestaand, name="persoon_bestaand"),
    path("casussen/<uuid:casus_id>/personen/nieuw", personen.persoon_nieuw, name="persoon_nieuw"),
    path("casussen/<uuid:casus_id>/personen/<uuid:persoon_id>", personen.persoon, name="persoon"),
    path(
        "casussen/<uuid:casus_id>/personen/<uuid:persoon_id>/vertrokken",
        personen.persoon_vertrokken,
        name="persoon_vertrokken",
    ),
    path(
        "casussen/<uuid:casus_id>/personen/<uuid:persoon_id>/relaties/nieuw",
        relaties.relatie_nieuw,
        name="relatie_nieuw",
    ),
    path(
        "casussen/<uuid:casus_id>/personen/<uuid:persoon_id>/vertegenwoordigers/nieuw",
        relaties.vertegenwoordiger_nieuw,
        name="vertegenwoordiger_nieuw",
    ),
    path("casussen/<uuid:casus_id>/relaties/<uuid:relatie_id>", relaties.relatie, name="relatie"),
    path(
        "casussen/<uuid:casus_id>/vertegenwoordigers/<uuid:vertegenwoordiger_id>",
        relaties.vertegenwoordiger,
        name="vertegenwoordiger",
    ),
    path("casussen/<uuid:casus_id>/personen/<uuid:persoon_id>/bsn", bsn.persoon_bsn, name="persoon_bsn"),
    path(
        "casussen/<uuid:casus_id>/personen/<uuid:persoon_id>/bsn/tonen",
        bsn.persoon_bsn_tonen,
        name="persoon_bsn_tonen",
    ),
    path(
        "casussen/<uuid:casus_id>/personen/<uuid:persoon_id>/bsn/wissen",
        bsn.persoon_bsn_wissen,
        name="persoon_bsn_wissen",
    ),
    path(
        "casussen/<uuid:casus_id>/personen/<uuid:persoon_id>/dubbel", samenvoegen.persoon_dubbel, name="persoon_dubbel"
    ),
    path("casussen/<uuid:casus_id>/samenvoegen", samenvoegen.samenvoegen, name="samenvoegen"),
    path(
        "casussen/<uuid:casus_id>/samenvoegen/<uuid:ander_id>",
        samenvoegen.samenvoegen_bekijken,
        name="samenvoegen_bekijken",
    ),
    path("samenvoegingen/<uuid:samenvoeging_id>", samenvoegen.samenvoeging, name="samenvoeging"),
]
