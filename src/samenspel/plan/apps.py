"""Registers the app with Django."""

from django.apps import AppConfig


class PlanConfig(AppConfig):
    """The app `plan`."""

    name = "samenspel.plan"
    label = "plan"
