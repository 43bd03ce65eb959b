"""Meetings: the agenda, the papers, the meeting itself and its report."""

from django.urls import path

from samenspel.web.views import genodigden, overleg, overlegplannen, uitkomst, verslag, vragen

urlpatterns = [
    path("trajecten/<uuid:traject_id>/overleg/<slug:code>", overleg.overleg_van_traject, name="overleg_van_traject"),
    path(
        "trajecten/<uuid:traject_id>/overleg/<slug:code>/plannen",
        overlegplannen.overleg_plannen,
        name="overleg_plannen",
    ),
    path("trajecten/<uuid:traject_id>/overleg/<slug:code>/format.pdf", verslag.overleg_format, name="overleg_format"),
    path("overleggen", overleg.overleggen, name="overleggen"),
    path("agendapunten/<uuid:item_id>", overleg.agendapunt, name="agendapunt"),
    path("agendapunten/<uuid:item_id>/van-agenda", overlegplannen.van_agenda, name="van_agenda"),
    path("agendapunten/<uuid:item_id>/erbij", genodigden.erbij_vragen, name="erbij_vragen"),
    path("genodigden/<uuid:item_id>/afmelden", genodigden.genodigde_afmelden, name="genodigde_afmelden"),
    path("agendapunten/<uuid:item_id>/stukken", overleg.overleg_stukken, name="overleg_stukken"),
    path("agendapunten/<uuid:item_id>/vraag", vragen.vraag_stellen, name="vraag_stellen"),
    path("agendapunten/<uuid:item_id>/uitkomst", uitkomst.agendapunt_uitkomst, name="agendapunt_uitkomst"),
    path("agendapunten/<uuid:item_id>/vergadering", overleg.agendapunt_vergadering, name="agendapunt_vergadering"),
    path("agendapunten/<uuid:item_id>/uitkomst/verbeteren", uitkomst.uitkomst_verbeteren, name="uitkomst_verbeteren"),
    path("agendapunten/<uuid:item_id>/verslagen/<int:nummer>.pdf", verslag.verslag_eerder, name="verslag_eerder"),
    path("agendapunten/<uuid:item_id>/verslag", verslag.verslag, name="verslag"),
    path("agendapunten/<uuid:item_id>/verslag.pdf", verslag.verslag_pdf, name="verslag_pdf"),
    path("agendapunten/<uuid:item_id>/verslag-inwoner", verslag.verslag_inwoner, name="verslag_inwoner"),
    path("vragen/<uuid:item_id>", vragen.vraag_beantwoorden, name="vraag_beantwoorden"),
]
