"""The engine: from facts to the Stand, from a handeling to events, from a history to facts."""

from samenspel.kern.stand.besluiten import Geweigerd, beslis
from samenspel.kern.stand.route import Route, maak_route
from samenspel.kern.stand.stand import stand_van_zaken
from samenspel.kern.stand.uitkomst import Stand
from samenspel.kern.stand.vouwen import fold

__all__ = ["Geweigerd", "Route", "Stand", "beslis", "fold", "maak_route", "stand_van_zaken"]
