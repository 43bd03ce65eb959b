"""Where the pages are: those of the municipality and those of residents."""

from django.urls import include, path

urlpatterns = [
    path("", include("samenspel.inwoner.urls")),
    path("", include("samenspel.web.urls")),
]
handler400 = "samenspel.web.toegang.niet_te_lezen"
handler403 = "samenspel.web.toegang.geen_toegang"
handler404 = "samenspel.web.toegang.niet_gevonden"
