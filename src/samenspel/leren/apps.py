"""Registers the app with Django."""

from django.apps import AppConfig


class LerenConfig(AppConfig):
    """The app `leren`."""

    name = "samenspel.leren"
    label = "leren"
