"""Registers the app with Django."""

from django.apps import AppConfig


class NetwerkConfig(AppConfig):
    """The app `netwerk`."""

    name = "samenspel.netwerk"
    label = "netwerk"
