"""Registers the app with Django."""

from django.apps import AppConfig


class BesluitConfig(AppConfig):
    """The app `besluit`."""

    name = "samenspel.besluit"
    label = "besluit"
