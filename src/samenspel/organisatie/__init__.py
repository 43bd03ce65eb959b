"""Gemeenten, wijken, teams and the people who log in."""
