"""Registers the app with Django."""

from django.apps import AppConfig


class CasusConfig(AppConfig):
    """The app `casus`."""

    name = "samenspel.casus"
    label = "casus"
