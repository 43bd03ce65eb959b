"""Registers the app with Django."""

from django.apps import AppConfig


class OverlegConfig(AppConfig):
    """The app `overleg`."""

    name = "samenspel.overleg"
    label = "overleg"
