"""Pages for who has a taak beside the dossiers."""

from django.urls import path

from samenspel.web.views import beeld

urlpatterns = [
    path("beeld", beeld.beeld, name="beeld"),
    path("beeld/cijfers.csv", beeld.beeld_csv, name="beeld_csv"),
]
