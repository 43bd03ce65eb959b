"""The layer above the apps: gathers the facts, asks kern, has the services carry it out."""

from django.apps import AppConfig


class RegieConfig(AppConfig):
    """No tables of its own."""

    name = "samenspel.regie"
    label = "regie"
