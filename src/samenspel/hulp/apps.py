"""Registers the app with Django."""

from django.apps import AppConfig


class HulpConfig(AppConfig):
    """The app `hulp`."""

    name = "samenspel.hulp"
    label = "hulp"
