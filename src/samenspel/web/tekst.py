"""Words for what pages show: places, days, amounts, initials, as people say them."""

from datetime import date, datetime

from django.utils.formats import date_format
from django.utils.timezone import localdate, localtime

from samenspel.kern.stand import Route
from samenspel.kern.werkwijze.basis import Basisfase

_BASISFASEN = {Basisfase.WAAKVLAM.value: "Waakvlam", Basisfase.AFGESLOTEN.value: "Afgesloten"}


def fase_naam(route: Route, fase: str) -> str:
    """A place under the werkwijze's own word."""
    return _BASISFASEN.get(fase) or next((f.naam for f in route.werkwijze.fasen if f.fase == fase), fase)


def dag_kort(dag: date, vandaag: date) -> str:
    """A day as people say it: vandaag, morgen, gisteren, 'vr 20 sep', with the year where it's another."""
    verschil = (dag - vandaag).days
    if verschil in (-1, 0, 1):
        return ("gisteren", "vandaag", "morgen")[verschil + 1]
    return date_format(dag, "D j M" if dag.year == vandaag.year else "j M Y").lower()


def dag_vol(dag: date) -> str:
    """A day with its month written out, as in '22 november 2026'."""
    return date_format(dag, "j F Y")


def wanneer(moment: datetime, vandaag: date) -> str:
    """A moment as people say it: 'vr 20 sep, 09:00'."""
    return f"{dag_kort(localdate(moment), vandaag)}, {localtime(moment):%H:%M}"


def euro(cent: int) -> str:
    """An amount as people write it: '€ 1.840' or '€ 12,50'."""
    euros, rest = divmod(cent, 100)
    heel = f"{euros:,}".replace(",", ".")
    return f"€ {heel},{rest:02}" if rest else f"€ {heel}"


def initialen(naam: str) -> str:
    """Two letters for a round; a child that isn't born yet has none."""
    delen = [d for d in naam.replace("-", " ").split() if d[0].isalpha()]
    if not delen:
        return "?"
    return (delen[0][0] + (delen[-1][0] if len(delen) > 1 else "")).upper()
