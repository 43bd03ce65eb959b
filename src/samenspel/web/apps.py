"""Pages of the municipality's people, composed of several apps."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """No tables of its own."""

    name = "samenspel.web"
    label = "web"
