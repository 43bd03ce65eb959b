"""Registers the app with Django."""

from django.apps import AppConfig


class DoorbraakConfig(AppConfig):
    """The app `doorbraak`."""

    name = "samenspel.doorbraak"
    label = "doorbraak"
