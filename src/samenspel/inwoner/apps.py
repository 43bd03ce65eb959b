"""Pages for residents."""

from django.apps import AppConfig


class InwonerConfig(AppConfig):
    """No tables of its own."""

    name = "samenspel.inwoner"
    label = "inwoner"
