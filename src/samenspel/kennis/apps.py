"""Registers the app with Django."""

from django.apps import AppConfig


class KennisConfig(AppConfig):
    """The app `kennis`."""

    name = "samenspel.kennis"
    label = "kennis"
