"""Registers the app with Django."""

from django.apps import AppConfig


class HuishoudenConfig(AppConfig):
    """The app `huishouden`."""

    name = "samenspel.huishouden"
    label = "huishouden"
