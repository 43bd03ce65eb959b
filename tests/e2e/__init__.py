"""Journeys in a real browser. A package, so that server and browser last as long as its tests."""
