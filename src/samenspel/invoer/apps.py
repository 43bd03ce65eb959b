"""Registers the app with Django."""

from django.apps import AppConfig


class InvoerConfig(AppConfig):
    """The app `invoer`."""

    name = "samenspel.invoer"
    label = "invoer"
