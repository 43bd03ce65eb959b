"""Registers the app with Django."""

from django.apps import AppConfig


class BudgetConfig(AppConfig):
    """The app `budget`."""

    name = "samenspel.budget"
    label = "budget"
