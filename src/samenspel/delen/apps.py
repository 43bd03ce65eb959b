"""Registers the app with Django."""

from django.apps import AppConfig


class DelenConfig(AppConfig):
    """The app `delen`."""

    name = "samenspel.delen"
    label = "delen"
