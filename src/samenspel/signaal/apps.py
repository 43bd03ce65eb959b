"""Registers the app with Django."""

from django.apps import AppConfig


class SignaalConfig(AppConfig):
    """The app `signaal`."""

    name = "samenspel.signaal"
    label = "signaal"
