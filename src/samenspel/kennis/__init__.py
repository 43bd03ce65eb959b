"""Organisations and the people to call there."""
