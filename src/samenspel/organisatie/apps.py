"""Registers the app with Django."""

from django.apps import AppConfig


class OrganisatieConfig(AppConfig):
    """The app `organisatie`."""

    name = "samenspel.organisatie"
    label = "organisatie"
