"""Samenspel: het werkplatform van een gemeente voor huishoudens die vastlopen."""

__all__ = ["__version__"]

__version__ = "0.1.0"
